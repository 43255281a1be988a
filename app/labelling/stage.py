"""One crop at a time: large, its track beside it, and what can be done below it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.labelling.label_reading import CropSheet
from app.labelling.large_crop import LargeCrop
from app.labelling.track_strip import TrackStrip
from app.search.thumbnails import Thumbnails
from app.search.times import say_moment
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import button, show_pressed
from engine.gallery.records import CropId


class Stage(QWidget):
    """Shows the crop at hand; decides nothing."""

    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()
    guess_wanted = Signal()
    whole_track_turned = Signal(bool)
    to_track_wanted = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, large: Thumbnails, small: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        step = theme.size("step")
        self.picture = LargeCrop(theme, icons, large)
        self.picture.setAccessibleName(tr("The person to label"))
        self.strip = TrackStrip(theme, small)
        self._place = ElidedLabel("")
        self._place.setObjectName("labelPlace")
        self._place.setProperty("tone", "muted")
        row = QHBoxLayout(spacing=step)
        row.addWidget(self.picture, 1)
        row.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * step)
        column.addLayout(row, 1)
        column.addWidget(self._place)
        column.addLayout(self._buttons())

    def show_crop(self, crop_id: CropId | None, sheet: CropSheet | None, coming: Sequence[CropId]) -> None:
        """Show a crop; its place where that is known."""
        self.picture.show_crop(crop_id, tuple(coming))
        self._place.setText("" if sheet is None else _say_place(sheet))
        name = tr("The person to label")
        self.picture.setAccessibleName(name if sheet is None else f"{name}: {self._place.text()}")
        for made in (self.whole_track_button, self.to_track_button):
            made.setVisible(sheet is None or sheet.of_track > 1)

    def show_whole_track(self, is_on: bool) -> None:
        """Show whether what is said is said of the whole track."""
        show_pressed(self.whole_track_button, is_on)

    def offer(self, hindrance: str, no_guess: str) -> None:
        """Offer to label and to guess, or say what stands in the way."""
        for made in (self.whole_track_button, self.to_track_button):
            made.setEnabled(not hindrance)
        self.guess_button.setEnabled(not (hindrance or no_guess))
        self.guess_button.setToolTip(hindrance or no_guess or tr("Fill in what the model thinks, to be checked (G)"))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=self._theme.size("step"))
        self.back_button = button(tr("Back"), name="labelBack")
        self.skip_button = button(tr("Skip"), name="labelSkip")
        self.guess_button = button(tr("Model's guess"), name="labelGuess")
        self.whole_track_button = button(tr("Whole track"), name="labelWholeTrack")
        self.whole_track_button.setCheckable(True)
        self.to_track_button = button(tr("Same for the track"), name="labelToTrack")
        self.next_button = button(tr("Next"), name="labelNext")
        tips = (
            (self.back_button, tr("The crop before (left arrow)")),
            (self.skip_button, tr("Go on; this crop does not come again (S)")),
            (self.whole_track_button, tr("What is said is said of all crops of the track (T)")),
            (self.to_track_button, tr("Say of all crops of the track what is said of this one (W)")),
            (self.next_button, tr("Go on (right arrow); Enter first makes the model's guesses yours")),
        )
        for made, tip in tips:
            made.setToolTip(tip)
        wanted = (self.back_wanted, self.skip_wanted, self.guess_wanted, None, self.to_track_wanted, self.next_wanted)
        for made, signal in zip(self._all_buttons(), wanted, strict=True):
            if made is self.next_button:
                row.addStretch(1)
            row.addWidget(made)
            if signal is not None:
                made.clicked.connect(signal)
        self.whole_track_button.clicked.connect(self.whole_track_turned)
        return row

    def _all_buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.back_button,
            self.skip_button,
            self.guess_button,
            self.whole_track_button,
            self.to_track_button,
            self.next_button,
        )


def _say_place(sheet: CropSheet) -> str:
    crop = sheet.crop
    track = [tr("track of {n} crops").format(n=say_number(sheet.of_track))] if sheet.of_track > 1 else []
    return " · ".join([crop.camera, say_moment(crop.time), tr("crop {n}").format(n=crop.id), *track])
