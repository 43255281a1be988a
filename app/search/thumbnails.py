"""The pictures of the tiles: read and scaled in a thread, the newest wish first, the latest kept."""

import threading
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QThread, Signal
from PySide6.QtGui import QImage

from app.case.trouble import TROUBLE
from app.turns import Turns
from engine.gallery.records import CropId

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery

KEPT_BYTES = 192 * 1024 * 1024  # of pictures: 1,300 medium tiles, or more than a screen on one of double density
EMPTY_BYTES = 512  # what a crop without a picture takes
WAITING = 400
BATCH = 8


class Thumbnails(QObject):
    """Answers with what is there, asks the thread for what is not, and tells when it has come."""

    loaded = Signal(int)  # crop id

    def __init__(
        self,
        folder: Path,
        pixel_ratio: float,
        dimming: float,
        parent: QObject | None = None,
        *,
        radius: float = 0.0,
        most_bytes: int = KEPT_BYTES,
    ) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[CropId, QImage] = OrderedDict()
        self._kept_bytes = 0
        self._most_bytes = most_bytes
        self._pixel_ratio = pixel_ratio
        self._size = QSize()
        self._freeing = Turns(self)
        self._thread = ThumbnailThread(folder, dimming, radius * pixel_ratio, self)
        self._thread.loaded.connect(self._take)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """End the thread, and free the pictures: a closed page may lie about for minutes."""
        self._thread.stop()
        self._thread.wait()
        self._kept.clear()
        self._kept_bytes = 0

    def set_size(self, size: QSize) -> None:
        """Take the size of a tile's picture; pictures of another size are forgotten."""
        if size != self._size:
            self._size = QSize(size)
            self._freeing.let_go(self._kept)
            self._kept, self._kept_bytes = OrderedDict(), 0
            self._thread.set_size(size * self._pixel_ratio)

    @property
    def waiting(self) -> int:
        """Return how many pictures have been asked for and not come yet."""
        return self._thread.waiting

    def image(self, crop_id: CropId) -> QImage | None:
        """Return the picture, null where the crop has none, or None while it is on its way."""
        image = self._kept.get(crop_id)
        if image is None:
            self._thread.ask(crop_id)
            return None
        self._kept.move_to_end(crop_id)
        return image

    def _take(self, crop_id: int, image: QImage, size: QSize) -> None:
        self._thread.go_on()
        if size != self._size * self._pixel_ratio:
            return  # asked for before the tiles changed their size
        self._kept_bytes += image.sizeInBytes() + EMPTY_BYTES
        replaced = self._kept.pop(CropId(crop_id), None)
        self._kept[CropId(crop_id)] = image
        while self._kept_bytes > self._most_bytes or replaced is not None:
            dropped = replaced if replaced is not None else self._kept.popitem(last=False)[1]
            self._kept_bytes -= dropped.sizeInBytes() + EMPTY_BYTES
            replaced = None
        self.loaded.emit(crop_id)


class ThumbnailThread(QThread):
    """Reads crops through a connection of its own, the newest wish first; the oldest wishes are dropped.

    A picture is made once the window has taken the one before: while it paints the two would wait for Python's lock in
    turns, and where other programs keep the processor busy each turn takes the window milliseconds.
    """

    loaded = Signal(int, QImage, QSize)

    def __init__(self, folder: Path, dimming: float, radius: float, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self._folder = folder
        self._dimming = dimming
        self._radius = radius
        self._size = QSize()
        self._wishes: OrderedDict[CropId, None] = OrderedDict()
        self._at_work: list[CropId] = []
        self._changed = threading.Condition()
        self._stopped = False
        self._may_go_on = threading.Semaphore(1)

    @property
    def waiting(self) -> int:
        """Return how many wishes are open."""
        with self._changed:
            return len(self._wishes) + len(self._at_work)

    def set_size(self, size: QSize) -> None:
        """Take another size; what was wished in the old one is dropped."""
        with self._changed:
            self._size = QSize(size)
            self._wishes.clear()
            self._at_work = []

    def ask(self, crop_id: CropId) -> None:
        """Wish for a picture, before all others."""
        with self._changed:
            if crop_id in self._at_work or self._stopped:
                return
            self._wishes[crop_id] = None
            self._wishes.move_to_end(crop_id)
            while len(self._wishes) > WAITING:
                self._wishes.popitem(last=False)
            self._changed.notify()

    def go_on(self) -> None:
        """Make the next picture: the one before has been taken."""
        self._may_go_on.release()

    def stop(self) -> None:
        """End after the picture at hand."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self._may_go_on.release()

    def run(self) -> None:
        """Read batch after batch."""
        from engine.gallery.gallery import Gallery  # beside the window, not before it

        try:
            gallery = Gallery.open(self._folder, read_only=True)
        except TROUBLE:
            self._give_up()
            return
        with gallery:
            while (wanted := self._next_batch()) is not None:
                self._load(gallery, *wanted)

    def _give_up(self) -> None:
        """Take no more wishes: the case has gone, and the search says so."""
        with self._changed:
            self._stopped = True
            self._wishes.clear()

    def _next_batch(self) -> tuple[list[CropId], QSize] | None:
        with self._changed:
            self._at_work = []
            while not self._wishes and not self._stopped:
                self._changed.wait()
            if self._stopped:
                return None
            self._at_work = [self._wishes.popitem()[0] for _ in range(min(BATCH, len(self._wishes)))]
            return list(self._at_work), QSize(self._size)

    def _load(self, gallery: "Gallery", crop_ids: list[CropId], size: QSize) -> None:
        from app.search.tile_picture import make_tile_picture  # and Pillow

        try:
            jpegs = gallery.crop_jpegs(crop_ids)
        except TROUBLE:
            jpegs = {}  # their tiles keep the drawing of nobody; the search itself says what is wrong
        for crop_id in crop_ids:
            self._may_go_on.acquire()
            if self._stopped:
                return
            image = make_tile_picture(jpegs.get(crop_id, b""), size, self._dimming, self._radius)
            self.loaded.emit(crop_id, image, size)
