"""Long work, run in a child process."""
