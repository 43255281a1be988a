"""Trained models on disk, with their cards."""
