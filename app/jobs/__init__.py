"""Long work in a child process: its command, its events, the strip that shows them."""
