"""What was looked at: the pages of a ranking that stand in sight for a while go into the case's log."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from app.case.case_service import CaseService
from app.search.page_fetching import PageFetching

LOOK_MS = 2000  # what stands so long has been looked at


class Looking(QObject):
    """Logs every page once for each ranking.

    Args:
        service: the case.
        fetching: has the pages.
        pages_in_sight: tells which stand in sight now.
    """

    def __init__(
        self,
        service: CaseService,
        fetching: PageFetching,
        pages_in_sight: Callable[[], Iterable[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._fetching = fetching
        self._pages_in_sight = pages_in_sight
        self._logged: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._timer.timeout.connect(self._log)

    def begin(self) -> None:
        """Another ranking is on show."""
        self._logged.clear()
        self._timer.start()

    def look(self) -> None:
        """Other tiles are in sight."""
        if any(page not in self._logged for page in self._pages_in_sight()):
            self._timer.start()

    def close(self) -> None:
        """Log nothing more."""
        self._timer.stop()

    def _log(self) -> None:
        for page in self._pages_in_sight():
            ranking = self._fetching.rankings.get(page)
            if ranking is not None and page not in self._logged and not ranking.says_nothing:
                self._logged.add(page)
                self._service.log_search(ranking)
