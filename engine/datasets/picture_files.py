"""Finding the pictures of a data set; a name in an annotation never leads out of its folder."""

import os
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from engine.imaging.stills import SUFFIXES


class PictureFolder:
    """The folder that the names of an annotation are relative to.

    Args:
        folder: need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = _real(folder)
        self._real = cache(_real)  # a folder holds many pictures, and following links is slow

    def find(self, name: str) -> Path | None:
        """Return the path of a picture, whether it is there or not; None if the name leads outside the folder."""
        windows = PureWindowsPath(name)
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if not parts or windows.drive or windows.root or ".." in parts or "\0" in name:
            return None
        path = self._folder.joinpath(*parts)
        return path if self._is_inside(path) else None

    def _is_inside(self, path: Path) -> bool:
        if not self._real(path.parent).is_relative_to(self._root):
            return False
        return not path.is_symlink() or _real(path).is_relative_to(self._root)


def pictures_in(folder: Path) -> list[Path]:
    """Return the picture files of a folder by name, links out of it left out; none where there is no folder."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:  # tells links and files without asking the disk for each
        names = sorted(entry.name for entry in entries if _is_picture(folder, entry))
    return [folder / name for name in names]


def _is_picture(folder: Path, entry: os.DirEntry[str]) -> bool:
    if os.path.splitext(entry.name)[1].lower() not in SUFFIXES:  # noqa: PTH122 - a Path each takes ten times as long
        return False
    try:
        return entry.is_file() and (not entry.is_symlink() or _real(Path(entry.path)).is_relative_to(_real(folder)))
    except OSError:  # a link that leads to itself
        return False


def _real(path: Path) -> Path:
    """Return where a path leads; `Path.resolve` fails on a link that leads to itself."""
    return Path(os.path.realpath(path))


def first_folder(folder: Path, names: tuple[str, ...]) -> Path:
    """Return the first of the sub-folders that exists, else the place of the first."""
    return next((folder / name for name in names if (folder / name).is_dir()), folder / names[0])
