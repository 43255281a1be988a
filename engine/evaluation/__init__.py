"""Measures of ranking and recognition."""
