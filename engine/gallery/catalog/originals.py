"""Where the imported files lie, and moving the case's knowledge of it when they lie elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.gallery.catalog.audit import Audit
from engine.gallery.catalog.values import path_from_value, path_to_value
from engine.gallery.records import SourceId


@dataclass(frozen=True, slots=True)
class Original:
    """A file of a source as it was imported."""

    source_id: SourceId
    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Moves:
    """What lies elsewhere now, each file with the content that it had."""

    files: Mapping[Original, Path]
    sources: Mapping[SourceId, tuple[Path, Path]]  # from where to where


@dataclass(frozen=True, slots=True)
class Moved:
    """How much was moved."""

    frames: int
    sources: frozenset[SourceId]  # those that could be: at the new place there may be a source already


class Originals(Audit):
    """The imported files."""

    def originals_by_source(self) -> list[Original]:
        """Return the files of the sources with the content they had, in the order of their paths."""
        rows = self._database.rows(
            "SELECT DISTINCT source_id, path, sha256 FROM frame ORDER BY path, source_id, sha256"
        )
        return [Original(SourceId(id_), path_from_value(path), sha256) for id_, path, sha256 in rows]

    def move_originals(self, moves: Moves, facts: Mapping[str, object]) -> Moved:
        """Let frames, sources and failures speak of the new places, in one transaction with its line in the log."""
        with self._change():
            frames = sum(self._move_file(original, path) for original, path in moves.files.items())
            sources = frozenset(self._move_sources(moves.sources))
            self._append_to_log("originals moved", {**facts, "frames": frames, "sources": sorted(sources)})
        return Moved(frames, sources)

    def _move_file(self, original: Original, path: Path) -> int:
        self._database.write(
            "UPDATE OR IGNORE frame SET path = ? WHERE source_id = ? AND path = ? AND sha256 = ?",
            [path_to_value(path), original.source_id, path_to_value(original.path), original.sha256],
        )
        return int(self._database.value("SELECT changes()"))

    def _move_sources(self, sources: Mapping[SourceId, tuple[Path, Path]]) -> Iterable[SourceId]:
        for source_id, (old, new) in sources.items():
            self._database.write("UPDATE OR IGNORE source SET path = ? WHERE id = ?", [path_to_value(new), source_id])
            if self._database.value("SELECT path FROM source WHERE id = ?", [source_id]) == path_to_value(new):
                self._move_failures(source_id, old, new)
                yield source_id

    def _move_failures(self, source_id: SourceId, old: Path, new: Path) -> None:
        for id_, value in self._database.rows("SELECT id, path FROM failure WHERE source_id = ?", [source_id]):
            path = path_from_value(value)
            if path.is_relative_to(old):
                moved = path_to_value(new / path.relative_to(old))
                self._database.write("UPDATE OR IGNORE failure SET path = ? WHERE id = ?", [moved, id_])
