"""The search page: a description on the left, the people it ranks in the centre, one of them on the right."""
