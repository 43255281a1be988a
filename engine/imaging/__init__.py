"""Boxes, pictures and videos from outside, opened with care."""
