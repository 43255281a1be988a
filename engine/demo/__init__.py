"""Rendered street scenes with truth, and the demo case made of them."""
