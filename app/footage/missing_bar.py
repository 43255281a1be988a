"""Above the footage: which sources are not where they were, and the way to say where they are now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar
from engine.gallery.records import Source

NAMES_TOLD = 3


class MissingBar(NoticeBar):
    """Hidden where nothing is missing."""

    place_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        words = label("", "warn", name="missingSources")
        words.setWordWrap(True)
        place = button(tr("Where are they now?"), name="placeMissing")
        super().__init__(theme, words, place, role="card", parent=parent)
        self.place_button = place
        self.place_button.clicked.connect(self.place_wanted)

    def show_missing(self, missing: Sequence[Source]) -> None:
        """Show which sources are not where the case has them."""
        self._words.setText(say_missing(missing))
        self.place_button.setText(tr("Where is it now?") if len(missing) == 1 else tr("Where are they now?"))
        self.setVisible(bool(missing))


def say_missing(missing: Sequence[Source]) -> str:
    """Return which sources are missing, and that searching goes on without them."""
    if len(missing) == 1:
        text = tr("{path} is not there. Plug its drive in, or say where it is now; people found in it can be searched.")
        return text.format(path=missing[0].path)
    names = ", ".join(source.path.name for source in missing[:NAMES_TOLD]) + (
        ", …" if len(missing) > NAMES_TOLD else ""
    )
    text = tr(
        "{n} sources are not where they were ({names}). Plug their drive in, or say where they are now; "
        "people found in them can be searched."
    )
    return text.format(n=say_number(len(missing)), names=names)
