"""The page without a case: recent ones, a new one, the demo."""
