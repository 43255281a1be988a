"""Who of the people found is taken: said after a look at a few frames, for just the footage that was looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.footage.preview_words import say_chosen
from app.footage.previewed_people import CameraSettings
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label, set_tone

EVERYBODY = CameraSettings()


class PeopleChoice(QWidget):
    """Holds the settings, and with them what was looked at: for other footage they do not hold."""

    look_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = EVERYBODY
        self._looked_at: tuple[str, ...] = ()
        self.text = label("", name="peopleText")
        self.text.setWordWrap(True)
        self.look_button = button(tr("Look at a few frames…"), name="lookAtFrames")
        self.look_button.clicked.connect(self.look_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.size("step"))
        row.addWidget(self.text, 1)
        row.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignTop)

    def take(self, settings: CameraSettings, looked_at: tuple[str, ...]) -> None:
        """Take settings that were made while looking at this: the child's arguments."""
        self._settings, self._looked_at = settings, looked_at

    def settings_for(self, looked_at: tuple[str, ...]) -> CameraSettings:
        """Return the settings, which are nothing for anything else than was looked at."""
        return self._settings if looked_at == self._looked_at else EVERYBODY

    def show_choice(self, looked_at: tuple[str, ...], *, can_look: bool) -> None:
        """Say who is taken of this, and whether it can be looked at."""
        said = say_chosen(self.settings_for(looked_at))
        is_outdated = bool(say_chosen(self._settings)) and not said
        outdated = tr("Other footage or another detector is chosen since; look again.")
        self.text.setText(said or (outdated if is_outdated else tr("Everybody whom the detector finds")))
        set_tone(self.text, "warn" if is_outdated else "" if said else "muted")
        self.look_button.setEnabled(can_look)
