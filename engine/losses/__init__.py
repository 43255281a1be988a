"""The training losses, one a file."""
