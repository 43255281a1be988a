"""The line below the pages: the running job, then what the search rests on."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from app.jobs.job_strip import JobStrip
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label


class Foot(QFrame):
    """Holds the job strip on the left, and model and gallery on the right."""

    models_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setProperty("role", "bar")
        self.setFixedHeight(theme.size("foot"))
        self._theme = theme
        self.job_strip = JobStrip(theme)
        self._gallery = label("", "muted", name="galleryState")
        self.model_button = self._model_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(4 * theme.size("step"))
        row.addWidget(self.job_strip, 1000)
        row.addStretch(1)
        row.addWidget(self._gallery)
        row.addWidget(self.model_button)
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

    def show_gallery(self, text: str) -> None:
        """Show how much of the gallery the model has seen."""
        self._gallery.setText(text)

    def _model_button(self) -> QToolButton:
        made = QToolButton(objectName="modelButton")
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(self.models_wanted)
        return made


def _first_clause(note: str) -> str:
    """Return a note up to its first stop; the whole is in the tool-tip."""
    return re.split(r"[.:;](?:\s|$)", note, maxsplit=1)[0]
