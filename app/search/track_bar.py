"""Above the results: that they are the crops of one track, and the way back to all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar
from engine.gallery.records import TrackId
from engine.search.ranking import RankedCrop


class TrackBar(NoticeBar):
    """Hidden while no track stands alone."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        back = button(tr("Show all results"), name="leaveTrack")
        super().__init__(theme, label("", "strong", name="trackShown"), back, parent=parent)
        self.back_button = back
        self.track_id: TrackId | None = None
        self.back_button.clicked.connect(self.close_track)

    def open_track(self, ranked: RankedCrop) -> None:
        """Say that this result's track stands alone."""
        self.track_id = ranked.crop.track_id
        words = tr_count(
            ranked.of_track, "One person passing {camera}, {n} crop", "One person passing {camera}, {n} crops"
        )
        self._words.setText(words.format(camera=ranked.crop.camera, n=say_number(ranked.of_track)))
        self.show()

    def close_track(self) -> None:
        """Go back to all results."""
        if self.track_id is not None:
            self.track_id = None
            self.hide()
            self.closed.emit()
