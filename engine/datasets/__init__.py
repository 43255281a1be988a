"""Labelled data, all in one shape."""
