"""Linking the crops of one person within a camera (empty until the import work fills it)."""
