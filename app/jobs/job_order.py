"""What a job is to do."""

from dataclasses import dataclass
from enum import Enum


class JobKind(Enum):
    """What a job does to the case that is open."""

    IMPORT = "import"  # the gallery grows while it runs
    EMBED = "embed"  # the gallery becomes searchable
    DEMO = "demo"  # makes a case, which is opened once it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOrder:
    """What to run; the same order given again goes on where the job stopped."""

    kind: JobKind
    title: str
    arguments: tuple[str, ...]
