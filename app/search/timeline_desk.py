"""Keeps the timeline at what is asked, and takes what is chosen in it into the filters."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject

from app.case.case_service import CaseService
from app.search.filter_bar import FilterBar
from app.search.page_fetching import PageFetching
from app.search.timeline_bar import TimelineBar
from app.search.timeline_view import PARTS
from engine.search.timeline import Timeline


class TimelineDesk(QObject):
    """Asks once for each ranking; an answer to an older one is dropped."""

    def __init__(
        self, service: CaseService, fetching: PageFetching, bar: TimelineBar, filter_bar: FilterBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._fetching = fetching
        self._bar = bar
        self._filter_bar = filter_bar
        self._round = 0
        bar.view.span_chosen.connect(self._choose_span)
        bar.view.camera_turned.connect(self._turn_camera)

    def refresh(self) -> None:
        """Ask again: another ranking is on show."""
        self._round += 1
        of_round = self._round
        self._fetching.ask_timeline(PARTS, lambda timeline: self._take(of_round, timeline))

    def _take(self, of_round: int, timeline: Timeline | None) -> None:
        if of_round == self._round:
            self._bar.show_timeline(timeline, self._filter_bar.filters, self._filter_bar.times.zone)

    def _choose_span(self, start: datetime | None, end: datetime | None) -> None:
        self._filter_bar.choose(replace(self._filter_bar.filters, start=start, end=end))

    def _turn_camera(self, camera: str) -> None:
        """Leave a camera out, or take it in; the last one cannot be left out."""
        known = frozenset(self._filter_bar.cameras.boxes)
        chosen = self._filter_bar.filters.cameras
        chosen = (known if chosen is None else chosen) ^ {camera}
        if chosen:
            self._filter_bar.choose(replace(self._filter_bar.filters, cameras=None if chosen >= known else chosen))
