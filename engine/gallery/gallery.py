"""One open case folder: catalog, crops, index."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from engine.errors import CaseError, CaseExistsError, MissingCaseError, ReadOnlyCaseError
from engine.gallery.camera_clock import CameraClock
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.bookmarks import Bookmarks
from engine.gallery.catalog.cameras import Cameras
from engine.gallery.catalog.case_models import CaseModels
from engine.gallery.catalog.casebook import Casebook
from engine.gallery.catalog.coverage import CoverageTables
from engine.gallery.catalog.database import Database
from engine.gallery.catalog.embeddings import Embeddings, Floats, check_model_id
from engine.gallery.catalog.footage import Footage
from engine.gallery.catalog.frames import Frames
from engine.gallery.catalog.labels import Labels
from engine.gallery.catalog.originals import Originals
from engine.gallery.catalog.reviews import Reviews
from engine.gallery.catalog.saved_queries import SavedQueries
from engine.gallery.catalog.tracks import Tracks
from engine.gallery.crop_store import CropStore
from engine.gallery.records import CameraChange, CaseInfo, CropId, NewFrame, SourceId
from engine.gallery.search_arrays import SearchArrays
from engine.gallery.searchable import Searchable, load_searchable
from engine.gallery.writer_lock import WriterLock

if TYPE_CHECKING:
    from engine.gallery.index import VectorIndex
    from engine.gallery.index_file import IndexFile

CASE_DB = "case.db"
CROPS_DB = "crops.db"
INDEX_FOLDER = "index"


class Gallery(
    Footage,
    Frames,
    Tracks,
    Embeddings,
    Casebook,
    SavedQueries,
    Reviews,
    Bookmarks,
    Labels,
    CoverageTables,
    Cameras,
    Originals,
    CaseModels,
):
    """One open case. Its connections stay in the thread that opened it; every thread opens its own.

    Use `Gallery.create` and `Gallery.open`.

    Args:
        folder: the case.
        read_only: whether writing is refused.
    """

    def __init__(self, folder: Path, *, read_only: bool) -> None:
        super().__init__(Database(folder / CASE_DB, folder, layouts.CASE, read_only=read_only))
        self.folder = folder
        self.read_only = read_only
        self._crop_store: CropStore | None = None
        self._writer_lock = WriterLock(folder)
        self._index_files: dict[str, IndexFile] = {}
        self._arrays: dict[str, SearchArrays] = {}
        self._arrays_times_number = 0
        self._searchables: dict[str, Searchable] = {}

    @classmethod
    def create(cls, folder: Path, info: CaseInfo | None = None) -> "Gallery":
        """Make a case where nothing is, or an empty folder, and open it; a kill half-way leaves nothing there.

        Raises:
            CaseExistsError: if there is something at the path.
            ReadOnlyCaseError: if the folder above cannot be written.
        """
        folder = folder.absolute()
        if folder.exists() and not _is_empty_folder(folder):
            raise CaseExistsError(folder, "there is something here already; choose another name, or open it as a case.")
        draft = folder.with_name(f".{folder.name}.{os.getpid()}.making")
        try:
            draft.mkdir(parents=True)
            cls._lay_out(draft, info or CaseInfo(name=folder.stem, created=datetime.now(UTC)))
            if folder.exists():
                folder.rmdir()
            draft.rename(folder)
        except PermissionError as error:
            raise ReadOnlyCaseError(
                folder, "a case cannot be made here; choose a folder that you may write."
            ) from error
        except OSError as error:
            raise CaseError(folder, f"a case cannot be made here ({error.strerror}); choose another folder.") from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> "Gallery":
        """Open a case.

        Raises:
            MissingCaseError: if there is no case.
            ReadOnlyCaseError: if it cannot be written, and `read_only` is not asked for.
            NewerCaseError: if a newer Bolo made it.
            CaseError: if it is damaged, or no case of Bolo's.
        """
        folder = folder.absolute()
        if not (folder / CASE_DB).is_file():
            raise MissingCaseError(folder, "there is no case here; check the path, or make one with “bolo case new”.")
        if not read_only and not (_may_write(folder) and _may_write(folder / CASE_DB)):
            raise ReadOnlyCaseError(
                folder, "the case cannot be written; open it read-only, or copy it to a folder that can be written."
            )
        gallery = cls(folder, read_only=read_only)
        try:
            gallery._bring_up_to_date()
        except BaseException:
            gallery.close()
            raise
        return gallery

    def close(self) -> None:
        """Close the connections."""
        self._database.close()
        if self._crop_store is not None:
            self._crop_store.close()

    def __enter__(self) -> "Gallery":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def crop_store(self) -> CropStore:
        """Return the pictures of the crops."""
        if self._crop_store is None:
            self._crop_store = CropStore(self.folder / CROPS_DB, read_only=self.read_only)
        return self._crop_store

    @contextmanager
    def writer(self) -> Iterator[None]:
        """Be the case's one writer: a job takes this for as long as it runs.

        Raises:
            CaseInUseError: if another process, or another Gallery of this one, is.
        """
        if self.read_only:
            raise ReadOnlyCaseError(
                self.folder, "the case was opened read-only; open it for writing, or work on a copy."
            )
        self._writer_lock.acquire()
        try:
            yield
        finally:
            self._writer_lock.release()

    def record_frames(self, source_id: SourceId, frames: Sequence[NewFrame]) -> list[CropId]:
        """Record frames with their crops, whole or not at all; return the crops' ids in order.

        A frame that the case has already is left as it is, and gives the ids of its crops.
        """
        return self._record_frames(source_id, frames, self.crop_store.put)

    def crop_jpeg(self, crop_id: CropId) -> bytes:
        """Return the picture of one crop."""
        return self.crop_store.get([crop_id])[crop_id]

    def crop_jpegs(self, crop_ids: Sequence[CropId]) -> dict[CropId, bytes]:
        """Return the pictures of these crops by id."""
        return self.crop_store.get(crop_ids)

    def save_embeddings(self, model_id: str, crop_ids: Sequence[CropId], vectors: Floats, logits: Floats) -> None:
        """Save what a model says of crops, in one transaction; crops that it has embedded already stay as they are.

        Args:
            model_id: the hash of weights and preprocessing.
            crop_ids: n crops.
            vectors: (n, D), of unit length; kept in float16.
            logits: (n, A), calibrated logits of the attributes in the schema's order; kept in float16.

        Raises:
            ConfigError, ShapeError: if they are anything else.
        """
        self._save_embeddings(model_id, crop_ids, vectors, logits)

    def searchable(self, model_id: str) -> Searchable:
        """Return what a search reads, as the catalog stands now; the same object while the catalog stands still."""
        known = self._searchables.get(model_id)
        if known is not None and known.revision == self.search_revision():
            return known
        with self._database.snapshot():
            searchable = load_searchable(
                self,
                self.sources(),
                model_id,
                self._timely_arrays(model_id),
                load_index=lambda: self.index(model_id),
                load_reviews=self.review_states,
                load_tracks=self.tracks_of_crops,
            )
        self._searchables[model_id] = searchable
        return searchable

    def index(self, model_id: str) -> "VectorIndex":
        """Return the vector index with all embeddings that the catalog has now; loads FAISS when first called.

        Raises:
            VectorIndexError: if no crop has been embedded with this model.
        """
        index_file = self._index_files.setdefault(model_id, self._index_file(model_id))
        with self._database.snapshot():
            return index_file.refreshed(self)

    def forget_model(self, model_id: str) -> None:
        """Let go of the memory that searches with this model took; what is on disk stays."""
        for held in (self._searchables, self._arrays, self._index_files):
            held.pop(model_id, None)

    def derived_files(self, model_id: str) -> list[Path]:
        """Return the files that searches with this model read beside the catalog."""
        check_model_id(model_id)
        return sorted((self.folder / INDEX_FOLDER).glob(f"{model_id}.*"))

    def change_camera(self, camera: str, *, name: str | None = None, clock: CameraClock | None = None) -> CameraChange:
        """Give a camera another name, another clock or both, correcting the times of all its frames; it is logged.

        Args:
            camera: its name so far.
            name: what it is called from now on; that of another camera with the same clock joins the two.
            clock: how its clock stands.

        Raises:
            CaseError: if there is no such camera, or the name cannot be had.
            CaseInUseError: if a job is writing to the case.
        """
        with self.writer():
            change = self._change_camera(camera, name, clock, before_commit=self._forget_times)
            # Again: a search that began before may have written them meanwhile.
            self._forget_times()
        return change

    def drifted_index_files(self) -> list[str]:
        """Return the names of the derived files that claim the catalog's state and hold another."""
        drifted: list[str] = []
        for model_id in self.models():
            index_file = self._index_file(model_id)
            if index_file.has_drifted(self):
                drifted.append(index_file.path.name)
            drifted += self._search_arrays(model_id).drifted(self)
        return drifted

    @classmethod
    def _lay_out(cls, folder: Path, info: CaseInfo) -> None:
        layouts.make_database(folder / CASE_DB, layouts.CASE)
        layouts.make_database(folder / CROPS_DB, layouts.CROPS)
        with cls(folder, read_only=False) as gallery:
            gallery._write_info(info)

    def _index_file(self, model_id: str) -> "IndexFile":
        # FAISS takes 0.3 s to load: the window does so after it shows.
        from engine.gallery.index_file import IndexFile

        check_model_id(model_id)
        path = self.folder / INDEX_FOLDER / f"{model_id}.faiss"
        return IndexFile(path, model_id, writable=not self.read_only)

    def _search_arrays(self, model_id: str) -> SearchArrays:
        check_model_id(model_id)
        return SearchArrays(self.folder / INDEX_FOLDER, model_id, writable=not self.read_only)

    def _timely_arrays(self, model_id: str) -> SearchArrays:
        """Return a model's arrays; those from before a change of times are dropped. Call it in a snapshot."""
        number = self.times_number()
        if number != self._arrays_times_number:
            self._arrays.clear()
            self._arrays_times_number = number
        return self._arrays.setdefault(model_id, self._search_arrays(model_id))

    def _forget_times(self) -> None:
        """Delete the derived rows that hold times; the next search makes them anew."""
        for model_id in self.models():
            with suppress(PermissionError):  # in use on Windows; “bolo case verify” finds and mends it
                self._search_arrays(model_id).rows_path.unlink(missing_ok=True)

    def _bring_up_to_date(self) -> None:
        if not self._database.is_older:
            return
        if self.read_only:
            raise CaseError(
                self.folder,
                "the case was made by an older version of Bolo; open it once for writing to bring it up to date.",
            )
        with self.writer():
            self._database.bring_up_to_date(layouts.CASE)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _is_empty_folder(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())
