"""The past of a case's two databases, one named step a file; a released step is never edited."""
