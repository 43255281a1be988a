"""Pictures on disk."""

from pathlib import Path

from matplotlib.figure import Figure

from engine.errors import FileError
from engine.evaluation.pictures.ink import ink

DOTS_PER_INCH = 150
FORMATS = ("png", "svg")


def save_picture(figure: Figure, folder: Path, name: str) -> tuple[Path, ...]:
    """Write the figure as NAME.png and NAME.svg; older ones are overwritten. The same figure gives the same bytes.

    Raises:
        FileError: if it cannot be written there.
    """
    paths = tuple(folder / f"{name}.{ending}" for ending in FORMATS)
    dated = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ink():
            for path, ending in zip(paths, FORMATS, strict=True):
                figure.savefig(path, format=ending, dpi=DOTS_PER_INCH, metadata=dated[ending])
    except OSError as error:
        raise FileError(
            folder, f"the pictures cannot be written there ({error.strerror}); choose another place."
        ) from error
    return paths
