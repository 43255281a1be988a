"""What can be said of a person: groups of attributes, and vectors of them."""
