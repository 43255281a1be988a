"""Every error that Bolo raises on purpose, drawn as a tree.

EngineError
├── ConfigError            a setting or recipe field has a value that cannot work
├── ShapeError             an array has the wrong shape
├── SchemaError            an attribute schema cannot be read or does not fit
│   └── UnknownAttributeError
├── FileError              a file from outside cannot be used
│   ├── MissingPathError
│   ├── ImageError         unreadable, truncated, empty or too large
│   ├── VideoError
│   ├── BrokenOffError     went away, or was written to, while it was read
│   └── WeightsError       detector or model weights that are not what they should be
├── DatasetError           labelled data that cannot be read
├── TrainingError          a training that cannot go on
├── ModelError             a trained model that is missing, damaged or does not fit
├── CaseError
│   ├── MissingCaseError
│   ├── CaseExistsError
│   ├── ReadOnlyCaseError
│   ├── NewerCaseError     made by a newer version of Bolo
│   └── CaseInUseError
├── VectorIndexError       the index refuses what FAISS would swallow
└── QueryError             a description that contradicts itself or cannot be read

Cancelled (BaseException)  the user stopped a job; no `except Exception` hides it

The message is one sentence for the user: it names the thing and the remedy. The facts are attributes.
"""

from pathlib import Path


class EngineError(Exception):
    """Base of every error that Bolo raises on purpose."""


class ConfigError(EngineError):
    """A setting has a value that cannot work."""

    def __init__(self, name: str, value: object, problem: str) -> None:
        super().__init__(f"{name} = {value!r} cannot be used: it {problem}.")
        self.name = name
        self.value = value
        self.problem = problem


class ShapeError(EngineError):
    """An array has the wrong shape."""


class SchemaError(EngineError):
    """An attribute schema cannot be read, or labels do not fit it."""


class UnknownAttributeError(SchemaError):
    """An attribute that the schema, and so the model, does not know."""

    def __init__(self, attribute: str, schema: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f"; did you mean {' or '.join(nearest)}?" if nearest else "; see the attributes of the model's schema."
        super().__init__(f"The schema {schema} has no attribute “{attribute}”{hint}")
        self.attribute = attribute
        self.schema = schema
        self.nearest = nearest


class FileError(EngineError):
    """A file from outside cannot be used; `reason` is a clause without the path."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class MissingPathError(FileError):
    """A path that does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "there is no such file or folder; check the path, or plug the drive in and try again.")


class ImageError(FileError):
    """An image that is unreadable, truncated, empty or too large."""


class VideoError(FileError):
    """A video that cannot be opened or decoded."""


class BrokenOffError(FileError):
    """Footage that went away, or was written to, while it was read; what was taken of it before stays."""


class WeightsError(FileError):
    """Weights that are not what they should be."""


class DatasetError(EngineError):
    """Labelled data that cannot be read."""


class TrainingError(EngineError):
    """A training that cannot go on."""


class ModelError(EngineError):
    """A trained model that is missing, damaged or does not fit."""


class CaseError(EngineError):
    """A case that cannot be used; `path` is its folder."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class MissingCaseError(CaseError):
    """There is no case at this path."""


class CaseExistsError(CaseError):
    """There is something at this path already."""


class ReadOnlyCaseError(CaseError):
    """The case cannot be written."""


class NewerCaseError(CaseError):
    """The case was made by a newer version of Bolo."""


class CaseInUseError(CaseError):
    """Another process is writing to the case."""


class VectorIndexError(EngineError):
    """The index refuses what FAISS would swallow."""


class QueryError(EngineError):
    """A description that contradicts itself or cannot be read."""


class Cancelled(BaseException):  # no EngineError: the user asked for it
    """The user stopped a job."""


class Paused(Cancelled):
    """The user stopped a job for a while: it ends as a cancelled one does, and is to be run again."""
