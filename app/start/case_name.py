"""The folder that follows from a case's name."""

from pathlib import Path

from app.translate import tr

SUFFIX = ".bolo"
FORBIDDEN = '<>:"/\\|?*'  # in file names on Windows, where a case may be copied to
LONGEST = 100


def folder_for(inside: Path, name: str) -> Path:
    """Return the folder of a case of this name; what no file system takes becomes a dash."""
    written = "".join("-" if letter in FORBIDDEN or ord(letter) < 32 else letter for letter in name)
    return inside / (written.strip(" .")[:LONGEST] + SUFFIX)


def say_problem(name: str, folder: Path) -> str:
    """Return what keeps a case from being made there, or nothing."""
    if not name or folder.name == SUFFIX:
        return tr("Give the case a name.")
    if folder.exists():
        return tr("{folder} is there already; choose another name.").format(folder=folder)
    if not folder.parent.is_dir():
        return tr("There is no folder {folder}; choose another one.").format(folder=folder.parent)
    return ""
