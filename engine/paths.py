"""Where Bolo keeps what is not in a case."""

import os
import re
from pathlib import Path

import platformdirs

FOLDER_NAME = re.compile(r"[^\W_][\w-]{0,63}")


def is_folder_name(name: str) -> bool:
    """Return whether a name can be that of a model or a training, and so of its folder."""
    return FOLDER_NAME.fullmatch(name) is not None


def resources_dir() -> Path:
    """Return the folder of shipped data: attribute schemas, recipes, models, icons, style."""
    return Path(__file__).resolve().parent.parent / "resources"


def user_data_dir() -> Path:
    """Return the user's folder for models, the demo case and settings; BOLO_HOME moves it."""
    home = os.environ.get("BOLO_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir("bolo", appauthor=False))


def user_models_dir() -> Path:
    """Return the user's folder for trained models and detector weights."""
    return user_data_dir() / "models"


def user_trainings_dir() -> Path:
    """Return the user's folder for trainings: what they learn from and by, their checkpoints, their comparisons."""
    return user_data_dir() / "trainings"


def recent_cases_file() -> Path:
    """Return the file that lists the cases opened last."""
    return user_data_dir() / "recent_cases.json"


def utf8_or_bytes(path: Path) -> str | bytes:
    """Return a path as text, or as bytes where its name is no UTF-8: SQLite and OpenCV take no text that is not."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text
