"""What the user chooses once: look, work, language, and where things lie."""
