"""Telling a case where its originals lie now, each file by its content."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import CaseError, FileError, MissingPathError
from engine.gallery.catalog.originals import Moves, Original
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceId
from engine.imaging.digest import sha256_of
from engine.progress import FileFailed, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class RelinkReport:
    """What telling a case where its originals lie has changed, and what it has not."""

    files: int  # found with the content that they had
    frames: int  # of these files
    sources: int  # whose folder or video is another now
    differing: tuple[Path, ...]  # at the new place, with another content; left
    missing: tuple[Path, ...]  # as the case has them; not found at the new place
    unreadable: tuple[Path, ...]

    @property
    def is_complete(self) -> bool:
        """Return whether nothing was left."""
        return not (self.differing or self.missing or self.unreadable)


def relink_folder(case: Path, old: Path, new: Path, progress: Progress) -> RelinkReport:
    """Let the originals below one folder be those below another, as far as their content is the same.

    Every file is hashed before its path is changed; originals are only read. All changes are made at the end in one
    transaction: cancelled before, nothing is.

    Args:
        case: the case.
        old: the folder, or the one file, as the case has it; it need not exist any more.
        new: where it is now.
        progress: told of each file that is left, and how far the hashing is.

    Raises:
        MissingPathError: if there is nothing at the new place.
        CaseError: if the case has nothing below the old folder, or cannot be written.
    """
    old, new = _absolute(old), _there(new)
    with Gallery.open(case) as gallery, gallery.writer():
        originals = [found for found in gallery.originals_by_source() if found.path.is_relative_to(old)]
        if not originals:
            folders = ", ".join(str(source.path) for source in gallery.sources()[:3]) or "nowhere yet"
            raise CaseError(case, f"none of its originals lies below {old}; they lie in {folders}.")
        search = _Search(progress)
        for original in progress.track(originals, "Hashing files"):
            search.match(original, new / original.path.relative_to(old))
        return search.finish(gallery, {"from": old, "to": new})


def find_missing(case: Path, new: Path, progress: Progress) -> RelinkReport:
    """Look below a folder for the originals that are missing, by their content; raises as `relink_folder`.

    Files of the same name are hashed first; others, of the same endings, only while something is still missing.
    """
    new = _there(new)
    with Gallery.open(case) as gallery, gallery.writer():
        missing = [found for found in gallery.originals_by_source() if not found.path.exists()]
        search = _Search(progress)
        if missing:
            search.find(missing, new)
        return search.finish(gallery, {"to": new})


@dataclass
class _Search:
    """Compares files with what the case knows of their content."""

    progress: Progress
    found: dict[Original, Path] = field(default_factory=dict)
    differing: list[Path] = field(default_factory=list)
    missing: list[Path] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)
    digests: dict[Path, str | None] = field(default_factory=dict)  # None where a file cannot be read

    def match(self, original: Original, path: Path) -> None:
        """Take the path for the original if its content is the same."""
        if not path.is_file():
            self._leave(self.missing, original.path, f"is not at the new place, {path}")
            return
        digest = self._digest(path)
        if digest == original.sha256:
            self.found[original] = path
        elif digest is not None:
            self._leave(self.differing, path, "has another content than the file that was imported; it was left")

    def find(self, missing: Sequence[Original], folder: Path) -> None:
        """Look for originals below a folder."""
        wanted, names = {original.sha256 for original in missing}, _names(missing)
        by_digest: dict[str, list[Path]] = defaultdict(list)
        for path in self.progress.track(_likely_files(folder, missing), "Hashing files"):
            if path.name not in names and wanted <= by_digest.keys():
                break
            digest = self._digest(path)
            if digest in wanted and digest is not None:
                by_digest[digest].append(path)
        for original in missing:
            if paths := by_digest.get(original.sha256):
                self.found[original] = max(paths, key=lambda path: _shared_end(path, original.path))
            else:
                self._leave(self.missing, original.path, f"was not found below {folder}")

    def finish(self, gallery: Gallery, facts: dict[str, object]) -> RelinkReport:
        """Change the case, and say what was done."""
        files = {original.path for original in self.found}
        frames = sources = 0
        if self.found:
            moves = Moves(self.found, dict(_moved_sources(gallery, self.found)))
            moved = gallery.move_originals(moves, {**facts, "files": len(files)})
            frames, sources = moved.frames, len(moved.sources)
        return RelinkReport(
            files=len(files),
            frames=frames,
            sources=sources,
            differing=tuple(dict.fromkeys(self.differing)),
            missing=tuple(dict.fromkeys(self.missing)),
            unreadable=tuple(dict.fromkeys(self.unreadable)),
        )

    def _digest(self, path: Path) -> str | None:
        if path not in self.digests:
            try:
                self.digests[path] = sha256_of(path, self.progress.check)
            except FileError as error:
                self.digests[path] = None
                self._leave(self.unreadable, path, error.reason)
        return self.digests[path]

    def _leave(self, where: list[Path], path: Path, reason: str) -> None:
        where.append(path)
        self.progress.tell(FileFailed(path=str(path), reason=reason))


def _moved_sources(gallery: Gallery, found: dict[Original, Path]) -> Iterator[tuple[SourceId, tuple[Path, Path]]]:
    """Yield the sources of which all files that were found agree where it lies now."""
    roots: dict[SourceId, set[Path | None]] = defaultdict(set)
    paths = {source.id: source.path for source in gallery.sources()}
    for original, path in found.items():
        roots[original.source_id].add(_root(paths[original.source_id], original.path, path))
    for source_id, places in roots.items():
        (place, *others) = places
        if place is not None and not others and place != paths[source_id]:
            yield source_id, (paths[source_id], place)


def _root(source: Path, old: Path, new: Path) -> Path | None:
    """Return where a source lies if this file of it lies there now, or None where its name below it is another."""
    if not old.is_relative_to(source):
        return None
    below = old.relative_to(source).parts
    if not below:
        return new
    return Path(*new.parts[: -len(below)]) if new.parts[-len(below) :] == below else None


def _likely_files(folder: Path, missing: Iterable[Original]) -> list[Path]:
    """Return the files below a folder that may be what is missing, those of the same names first."""
    names = _names(missing)
    endings = {Path(name).suffix.lower() for name in names}
    files = [path for path in _files(folder) if path.suffix.lower() in endings]
    return sorted(files, key=lambda path: path.name not in names)


def _names(originals: Iterable[Original]) -> set[str]:
    return {original.path.name for original in originals}


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in order; links are passed over, for they may lead in a circle."""
    if folder.is_file():
        yield folder
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield from (path for name in sorted(files) if not (path := Path(place, name)).is_symlink())


def _shared_end(one: Path, other: Path) -> int:
    """Return how many parts from the end two paths share."""
    count = 0
    for left, right in zip(reversed(one.parts), reversed(other.parts), strict=False):
        if left != right:
            break
        count += 1
    return count


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(path.expanduser().absolute()))


def _there(path: Path) -> Path:
    found = path.expanduser().resolve()
    if not found.exists():
        raise MissingPathError(path)
    return found
