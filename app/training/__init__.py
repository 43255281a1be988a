"""Training a model on labelled people: the wizard, the view of a training, the comparison and the decision."""
