"""Finding the people in a frame."""
