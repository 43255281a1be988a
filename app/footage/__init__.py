"""What was imported, what could not be, and importing more."""
