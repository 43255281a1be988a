"""Brings the detail pane what it asks of the case."""

from PySide6.QtCore import QObject

from app.case.case_service import CaseService
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
        pane.findings_wanted.connect(service.describe)
        pane.findings_wanted.connect(self._look_at)
        pane.track_asked.connect(self._fetch_track)
        pane.frame_panel.frame_wanted.connect(self._fetch_frame)
        pane.frame_panel.light_used.connect(self._note_light)
        service.described.connect(pane.show_findings)

    def _look_at(self, crop_id: CropId) -> None:
        self._service.ask(lambda desk: desk.look_at(crop_id), self._pane.show_look)

    def _fetch_track(self, ranked: RankedCrop) -> None:
        track_id = ranked.crop.track_id
        if track_id is not None:
            self._fetching.ask_track(track_id, self._pane.show_track)

    def _fetch_frame(self, frame: FrameRecord, step: int) -> None:
        self._service.ask(lambda desk: desk.frame_beside(frame, step), self._pane.frame_panel.show_frame)

    def _note_light(self, crop_id: CropId, light: ViewLight) -> None:
        self._service.ask(
            lambda desk: desk.note_light(crop_id, light.brightness, light.contrast), lambda _nothing: None
        )
