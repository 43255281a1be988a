"""The page on which people say what crops show."""
