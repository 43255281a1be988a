"""Checking that a case is whole: its databases, the originals, the audit log, and what is derived."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import CaseError, FileError, MissingPathError
from engine.gallery.audit_check import AuditCheck
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.imaging.digest import sha256_of
from engine.progress import FileFailed, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What checking a case found. `damage` has a sentence for each fault of the databases."""

    damage: tuple[str, ...]
    originals: int  # files looked at
    changed: tuple[Path, ...]  # another content than when they were imported
    missing: tuple[Path, ...]
    unreadable: tuple[Path, ...]
    crops_without_picture: tuple[CropId, ...]
    audit: AuditCheck | None  # None where the log could not be read
    drifted: tuple[str, ...]  # files of the index that say other than the catalog
    mended: tuple[str, ...] = ()  # of these, which were made anew since

    @property
    def is_whole(self) -> bool:
        """Return whether nothing was found."""
        is_log_whole = self.audit is not None and self.audit.is_whole
        files = (*self.changed, *self.missing, *self.unreadable)
        return is_log_whole and not (self.damage or files or self.crops_without_picture or self.drifted)


def verify_case(folder: Path, progress: Progress) -> VerifyReport:
    """Check a case, changing nothing.

    Raises:
        CaseError: if it cannot be opened at all.
    """
    with Gallery.open(folder, read_only=True) as gallery:
        found = _Findings()
        with found.damage_noted():
            found.damage += [f"case.db: {sentence}" for sentence in gallery.damage()]
        with found.damage_noted():
            found.damage += [f"crops.db: {sentence}" for sentence in gallery.crop_store.damage()]
            found.pictureless = sorted(set(gallery.crop_ids()) - gallery.crop_store.ids())
        with found.damage_noted():
            found.audit = gallery.verify_audit()
            found.drifted = gallery.drifted_index_files()
        with found.damage_noted():
            _check_originals(gallery.originals(), found, progress)
    return found.report()


@dataclass
class _Findings:
    """The report while it grows."""

    damage: list[str] = field(default_factory=list)
    originals: int = 0
    changed: list[Path] = field(default_factory=list)
    missing: list[Path] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)
    pictureless: list[CropId] = field(default_factory=list)
    audit: AuditCheck | None = None
    drifted: list[str] = field(default_factory=list)

    @contextmanager
    def damage_noted(self) -> Iterator[None]:
        """Note a part that cannot be read at all, and let the other parts be checked."""
        try:
            yield
        except CaseError as error:
            self.damage.append(error.reason)

    def report(self) -> VerifyReport:
        """Return what was found."""
        return VerifyReport(
            damage=tuple(self.damage),
            originals=self.originals,
            changed=tuple(self.changed),
            missing=tuple(self.missing),
            unreadable=tuple(self.unreadable),
            crops_without_picture=tuple(self.pictureless),
            audit=self.audit,
            drifted=tuple(self.drifted),
        )


def _check_originals(originals: dict[Path, set[str]], found: _Findings, progress: Progress) -> None:
    for path, digests in progress.track(originals.items(), "Hashing originals", total=len(originals)):
        found.originals += 1
        try:
            if digests != {sha256_of(path)}:
                found.changed.append(path)
                progress.tell(FileFailed(path=str(path), reason="has changed since it was imported"))
        except MissingPathError as error:
            found.missing.append(path)
            progress.tell(FileFailed(path=str(path), reason=error.reason))
        except FileError as error:
            found.unreadable.append(path)
            progress.tell(FileFailed(path=str(path), reason=error.reason))
