"""Brings the detail pane what it asks of the case."""

from PySide6.QtCore import QObject

from app.case.case_service import CaseService
from app.case.records import CropFindings, CropLook
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
        self._wanted: CropId | None = None  # whom the pane shows; who is passed by meanwhile is asked about no more
        pane.findings_wanted.connect(self._ask)
        pane.track_asked.connect(self._fetch_track)
        pane.frame_panel.frame_wanted.connect(self._fetch_frame)
        pane.frame_panel.light_used.connect(self._note_light)

    def _ask(self, crop_id: CropId) -> None:
        self._wanted = crop_id
        self._service.ask(
            lambda desk: desk.find_all(crop_id) if crop_id == self._wanted else None,
            lambda findings: self._take_findings(crop_id, findings),
        )
        self._service.ask(lambda desk: desk.look_at(crop_id) if crop_id == self._wanted else None, self._take_look)

    def _take_findings(self, crop_id: CropId, findings: CropFindings | None) -> None:
        if crop_id == self._wanted:
            self._pane.show_findings(findings)

    def _take_look(self, look: CropLook | None) -> None:
        if look is not None:
            self._pane.show_look(look)

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
