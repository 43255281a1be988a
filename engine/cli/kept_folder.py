"""Where a benchmark makes its case."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def kept_folder(folder: Path | None) -> Iterator[Path]:
    """Give the folder that the user named, or one that goes afterwards where none was named."""
    if folder is not None:
        yield folder
        return
    with TemporaryDirectory(prefix="bolo-bench-") as made:
        yield Path(made)
