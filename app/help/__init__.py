"""The page that F1 opens: what Bolo is and is not, and every key."""
