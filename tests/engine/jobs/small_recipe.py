"""What the tests set of the shipped recipe, so that a training takes seconds."""

TINY = {
    "dataset": "csv",
    "weights": "random",
    "extra_data": "false",
    "input_px": "[32, 32]",
    "recognition.epochs": "1",
    "recognition.batch_size": "8",
    "recognition.rendered_crops": "0",
    "alignment.epochs": "1",
    "alignment.batch_size": "8",
    "alignment.rendered_crops": "0",
}
