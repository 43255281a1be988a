"""The open case, asked in a thread of its own."""
