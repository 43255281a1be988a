"""The image encoder, the category encoder, the recognition heads."""
