"""The upper part of the detail pane: the frame, what can be done with the view of it, and the track's filmstrip."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.records import CropLook, FrameLook
from app.search.filmstrip import Filmstrip
from app.search.frame_bar import FrameBar
from app.search.frame_source import FrameSource, LoadedFrame
from app.search.frame_view import FrameView
from app.search.frame_zoom import STEP
from app.search.thumbnails import Thumbnails
from app.search.view_light import ViewLight
from app.theme.theme import Theme
from engine.gallery.records import CropId, CropRecord

VIEW_MS = 1500  # a light or a zoom that stands so long goes into the log
ZOOM_PLACES = 2


class FramePanel(QWidget):
    """Shows the frame of a crop, and those before and after it."""

    frame_wanted = Signal(object, int)  # FrameRecord, and 1 for the one after it, -1 for the one before
    frame_shown = Signal(object)  # FrameRecord of another frame than the crop's, None for its own
    light_used = Signal(object, object)  # CropId, ViewLight
    zoom_used = Signal(object, float)  # CropId, and how many times as large as the whole frame

    def __init__(
        self, theme: Theme, frames: FrameSource, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._frames = frames
        self._crop: CropRecord | None = None
        self._own: FrameLook | None = None  # the crop's frame
        self._shown: FrameLook | None = None
        self._noted = ViewLight()
        self._zoomed: FrameView | None = None  # in which the user has zoomed into this crop's frame
        self._noted_zooms: set[tuple[CropId, float]] = set()
        self._view_stands = QTimer(self, singleShot=True, interval=VIEW_MS)
        self.view = FrameView(theme)
        self.bar = FrameBar(theme)
        self.strip = Filmstrip(theme, thumbnails)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step"))
        for part in (self.view, self.bar, self.strip):
            column.addWidget(part)
        self._connect()

    @property
    def crop_id(self) -> CropId | None:
        """Return the crop whose frame is shown, or one beside it."""
        return None if self._crop is None else self._crop.id

    def show_crop(self, crop: CropRecord) -> None:
        """Show the frame of a crop, once it has been read."""
        self._crop, self._own, self._shown, self._zoomed = crop, None, None, None
        self.bar.offer_steps(False, False)
        self.view.wait_for(crop, crop.box)
        self._frames.ask(crop)
        if not self.bar.light.is_off:
            self._view_stands.start()

    def show_look(self, look: CropLook) -> None:
        """Show who else is in the frame, and offer those beside it."""
        self._own = look.frame
        self.view.show_stand_in(look.picture)
        if self._shown is not None and self._shown.frame.id != look.frame.frame.id:
            return  # a frame beside it is in view, and stays
        self._shown = look.frame
        self.bar.offer_steps(look.frame.has_before, look.frame.has_after)
        self.view.show_people(look.frame.frame)

    def show_frame(self, look: FrameLook | None) -> None:
        """Show another frame of the same source."""
        if look is None or self._crop is None:
            return
        self._shown = look
        is_own = self._own is not None and look.frame.id == self._own.frame.id
        self.bar.offer_steps(look.has_before, look.has_after)
        self.view.wait_for(look.frame, self._crop.box if is_own else None, keep_zoom=True)
        self.view.show_people(look.frame)
        self._frames.ask(look.frame)
        self.frame_shown.emit(None if is_own else look.frame)

    def watch_zoom(self, view: FrameView) -> None:
        """Have a zoom told that the user chose in a view which shows what this panel's own shows."""
        view.zoomed.connect(lambda: self._take_zoom(view))

    def _connect(self) -> None:
        self._frames.loaded.connect(self._take)
        for part in (self.view, self.bar):
            part.step_wanted.connect(self._step)
        self.bar.zoom_wanted.connect(lambda larger: self.view.zoom_by(STEP if larger else 1 / STEP))
        self.bar.whole_wanted.connect(self.view.show_whole)
        self.bar.person_wanted.connect(self.view.show_person)
        self.bar.light_changed.connect(self.view.show_light)
        self.bar.light_changed.connect(self._view_stands.start)
        self.watch_zoom(self.view)
        self._view_stands.timeout.connect(self._note_light)
        self._view_stands.timeout.connect(self._note_zoom)

    def _step(self, step: int) -> None:
        shown = self._shown
        if shown is not None and (shown.has_after if step > 0 else shown.has_before):
            self.frame_wanted.emit(shown.frame, step)

    def _take(self, frame: LoadedFrame) -> None:
        self.view.show_frame(frame.image, frame.problem)

    def _take_zoom(self, view: FrameView) -> None:
        self._zoomed = view
        self._view_stands.start()

    def _note_light(self) -> None:
        light = self.bar.light
        if self._crop is not None and light != self._noted:
            self.light_used.emit(self._crop.id, light)
        self._noted = light

    def _note_zoom(self) -> None:
        """Tell of a zoom that the user chose, once for each crop; another crop begins without one."""
        is_beside = self._shown is not None and self._own is not None and self._shown.frame.id != self._own.frame.id
        if self._crop is None or self._zoomed is None or is_beside:
            return
        factor = round(self._zoomed.zoom.factor, ZOOM_PLACES)
        if factor == 1 or (self._crop.id, factor) in self._noted_zooms:
            return
        self._noted_zooms.add((self._crop.id, factor))
        self.zoom_used.emit(self._crop.id, factor)
