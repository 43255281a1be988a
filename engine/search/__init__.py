"""Queries, scorers, evidence."""
