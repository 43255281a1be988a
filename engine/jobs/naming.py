"""What is known of files beside their pictures: by a pattern of their names, and by a list that came with them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from engine.imaging.crop_names import camera_of_crop
from engine.imaging.name_pattern import NameFacts, NamePattern, NameProblem
from engine.imaging.name_presets import name_pattern
from engine.jobs.import_spec import ImportSpec
from engine.jobs.scan import ScannedSource
from engine.jobs.time_list import ListedFile, TimeList

NAMES_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How camera and time of a file are found; the list goes before the name.

    Attributes:
        pattern: of the names.
        listed: what a list says.
        are_crops: whether the files are ready crops, whose data sets' names say the camera; a pattern goes before.
    """

    pattern: NamePattern | None = None
    listed: TimeList | None = None
    are_crops: bool = False

    @property
    def reads_times(self) -> bool:
        """Return whether the pattern says where in a name the time stands, so that it is not looked for elsewhere."""
        return self.pattern is not None and self.pattern.gives_time

    def camera(self, path: Path) -> str | None:
        """Return the camera of a file, or None where nothing says."""
        entry, facts = self._entry(path), self._facts(path)
        if self.pattern is None and self.are_crops:
            return (entry and entry.camera) or camera_of_crop(path)
        return (entry and entry.camera) or (facts.camera if isinstance(facts, NameFacts) else None)

    def time(self, path: Path) -> datetime | None:
        """Return the time of a file, or None where nothing says."""
        entry, facts = self._entry(path), self._facts(path)
        return (entry and entry.time) or (facts.time if isinstance(facts, NameFacts) else None)

    def problem(self, path: Path) -> NameProblem | None:
        """Return why the name of a file says nothing, or None where it does or a list stands for it."""
        if self._entry(path) is not None:
            return None
        facts = self._facts(path)
        return facts if isinstance(facts, NameProblem) else None

    def split(self, source: ScannedSource) -> list[ScannedSource]:
        """Return the source as one source a camera, in the order their first files stand."""
        by_camera: dict[str | None, list[Path]] = {}
        for path in source.files:
            by_camera.setdefault(self.camera(path), []).append(path)
        return [replace(source, files=tuple(files), camera=camera) for camera, files in by_camera.items()]

    def unread(self, files: Iterable[Path]) -> "UnreadNames":
        """Return which of the files have a name that says nothing."""
        problems = [(path, problem) for path in files if (problem := self.problem(path)) is not None]
        return UnreadNames(tuple(problems))

    def _facts(self, path: Path) -> NameFacts | NameProblem | None:
        return None if self.pattern is None else self.pattern.read(path)

    def _entry(self, path: Path) -> ListedFile | None:
        return None if self.listed is None else self.listed.of(path)


@dataclass(frozen=True, slots=True)
class UnreadNames:
    """Files whose names say nothing, and why."""

    problems: tuple[tuple[Path, NameProblem], ...]

    def in_words(self) -> str:
        """Return how many there are of each problem with the first names, as one clause."""
        clauses = []
        for problem in NameProblem:
            names = [path.name for path, found in self.problems if found is problem]
            told = ", ".join(names[:NAMES_TOLD]) + (", …" if len(names) > NAMES_TOLD else "")
            clauses += [f"{len(names)} × {problem.value} ({told})"] if names else []
        return "; ".join(clauses)


def naming_of(spec: ImportSpec) -> Naming:
    """Return how an import reads names.

    Raises:
        ConfigError: if the pattern cannot work.
        FileError: if the list cannot be read.
    """
    return Naming(
        pattern=None if spec.name_pattern is None else name_pattern(spec.name_pattern),
        listed=None if spec.time_list is None else TimeList(spec.time_list),
        are_crops=spec.holds_crops,
    )
