"""What a job is to do."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class JobKind(Enum):
    """What a job does to the case that is open."""

    IMPORT = "import"  # the gallery grows while it runs
    EMBED = "embed"  # the gallery becomes searchable
    ACTIVATE = "activate"  # the case is searched with another model, once that has embedded all of it
    FORGET = "forget-model"  # what a model said of the case is removed
    RELINK = "relink"  # the case learns where its originals lie
    CAMERA = "camera"  # the times of a camera's frames are corrected
    SEARCHES = "searches"  # the saved searches are run over what has come since
    REPORT = "report"  # writes the report on the case
    EXPORT = "export"  # writes a package of chosen crops
    LABELS = "labels"  # labels go into the case from a CSV, or out of it into one
    DEMO = "demo"  # makes a case, which is opened once it stands
    ADD_MODEL = "add-model"  # takes a model in; changes no case
    PLOT = "plot"  # draws a picture of a model; changes nothing
    PICTURE = "picture"  # embeds a picture to search by; changes nothing
    TRAIN = "train"  # makes a model of labelled people; changes nothing in the case until that is decided on
    PREVIEW = "preview"  # looks at a few frames of footage that is not imported yet; changes nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOrder:
    """What to run; the same order given again goes on where the job stopped.

    Attributes:
        kind: what it does.
        title: says it to the user.
        arguments: of the child, after `bolo`.
        case: that it works on; None where it is none yet. An order of a case that is not done is kept in it.
    """

    kind: JobKind
    title: str
    arguments: tuple[str, ...]
    case: Path | None = None
