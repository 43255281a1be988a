"""The line below the pages: the running job, then what the search rests on."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.device_label import DeviceLabel
from app.jobs.job_strip import JobStrip
from app.settings import Settings
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label


class Foot(QFrame):
    """Holds the job strip on the left; gallery, device, network and model on the right.

    Where a job leaves no room, the network goes first, then the device.
    """

    models_wanted = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setProperty("role", "bar")
        self.setFixedHeight(theme.size("foot"))
        self._theme = theme
        self.job_strip = JobStrip(theme)
        self._gallery = label("", "muted", name="galleryState")
        self.device = DeviceLabel(settings)
        self.network = _network_label()
        self.model_button = self._model_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(4 * theme.size("step"))
        row.addWidget(self.job_strip, 1000)
        row.addStretch(1)
        for part in (self._gallery, self.device, self.network, self.model_button):
            row.addWidget(part)
        self.show_model("", ())

    def show_model(self, name: str, licence_notes: tuple[str, ...]) -> None:
        """Show the model in use, and that its licence binds where it does."""
        note = _first_clause(licence_notes[0]) if licence_notes else ""
        text = " · ".join(part for part in (name, note) if part)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._theme.size("pane_note"))
        self.model_button.setText(shown.replace("&", "&&"))
        self.model_button.setToolTip("\n".join(licence_notes) or tr("The models"))
        self.model_button.setAccessibleName(tr("The model {name}; shows all models").format(name=name))
        self.model_button.setVisible(bool(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look anew at the room once a part needs more or less of it."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    def show_gallery(self, text: str) -> None:
        """Show how much of the gallery the model has seen."""
        self._gallery.setText(text)

    def _fit(self) -> None:
        """Show device and network where all else has its room; what is hidden comes back once there is some to spare.

        Else a number in the job's progress that grows and shrinks would have them come and go.
        """
        row, gap = self.layout(), 4 * self._theme.size("step")
        if row is None:
            return
        parts = {part: part.sizeHint().width() + gap for part in (self.device, self.network)}
        shown = {part for part in parts if not part.isHidden()}
        free = self.width() - row.sizeHint().width() + sum(parts[part] for part in shown)
        for part, width in parts.items():
            free -= width
            part.setVisible(free >= (0 if part in shown else 2 * gap))

    def _model_button(self) -> QToolButton:
        made = QToolButton(objectName="modelButton")
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(self.models_wanted)
        return made


def _network_label() -> QLabel:
    made = label(tr("offline"), "muted", name="networkState")
    made.setToolTip(tr("Bolo uses no network unless you ask for a download"))
    made.setAccessibleName(tr("Network: {state}").format(state=made.text()))
    return made


def _first_clause(note: str) -> str:
    """Return a note up to its first stop; the whole is in the tool-tip."""
    return re.split(r"[.:;](?:\s|$)", note, maxsplit=1)[0]
