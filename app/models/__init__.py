"""What the window says of the trained model."""
