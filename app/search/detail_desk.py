"""Brings the detail pane what it asks of the case."""

from PySide6.QtCore import QObject

from app.case.case_service import CaseService
from app.case.records import FrameLook
from app.search.detail_pane import DetailPane
from app.search.page_fetching import PageFetching
from app.search.view_light import ViewLight
from engine.gallery.records import CropId, FrameRecord
from engine.search.ranking import RankedCrop


class DetailDesk(QObject):
    """Asks; the pane itself drops what no longer belongs to the crop that it shows."""

    def __init__(self, service: CaseService, fetching: PageFetching, pane: DetailPane, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._fetching = fetching
        self._pane = pane
        self._newest = _Newest()
        pane.findings_wanted.connect(self._ask)
        pane.track_asked.connect(self._fetch_track)
        pane.frame_panel.frame_wanted.connect(self._fetch_frame)
        pane.frame_panel.light_used.connect(self._note_light)
        pane.frame_panel.zoom_used.connect(self._note_zoom)

    def _ask(self, crop_id: CropId) -> None:
        """Ask what is known of a crop; nothing is read for one that has been passed by before its turn comes."""
        newest = self._newest  # and not the desk, which must not go in another thread
        number = newest.number = newest.number + 1
        self._service.ask(
            lambda desk: desk.find_all(crop_id) if newest.number == number else None,
            lambda findings: self._pane.show_findings(findings) if newest.number == number else None,
        )
        self._service.ask(
            lambda desk: desk.look_at(crop_id) if newest.number == number else None,
            lambda look: self._pane.show_look(look) if newest.number == number else None,
        )

    def _fetch_track(self, ranked: RankedCrop) -> None:
        track_id = ranked.crop.track_id
        if track_id is not None:
            self._fetching.ask_track(track_id, self._pane.show_track)

    def _fetch_frame(self, frame: FrameRecord, step: int) -> None:
        crop_id = self._pane.shown_crop
        self._service.ask(lambda desk: desk.frame_beside(frame, step), lambda look: self._take_frame(crop_id, look))

    def _take_frame(self, crop_id: CropId | None, look: FrameLook | None) -> None:
        if crop_id == self._pane.shown_crop:  # nobody else has been chosen meanwhile
            self._pane.frame_panel.show_frame(look)

    def _note_light(self, crop_id: CropId, light: ViewLight) -> None:
        self._service.ask(
            lambda desk: desk.note_light(crop_id, light.brightness, light.contrast), lambda _nothing: None
        )

    def _note_zoom(self, crop_id: CropId, factor: float) -> None:
        self._service.ask(lambda desk: desk.note_zoom(crop_id, factor), lambda _nothing: None)


class _Newest:
    """The number of the newest question about a crop, read by the case's thread too."""

    number = 0
