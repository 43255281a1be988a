"""The catalog of a case, its crops and its vector index."""
