"""How long a training will take and how much memory it needs, as it is shown on a page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.theme.theme import Theme
from app.training.measuring import Measuring
from app.training.wizard_page import wrapped
from app.translate import tr
from app.widgets.labels import button, set_tone


class EstimateRow(QFrame):
    """Shows what is measured, and offers to measure it again.

    Args:
        theme: its look.
        measuring: what it shows; several pages can show the same.
        parent: of the row.
    """

    def __init__(self, theme: Theme, measuring: Measuring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._measuring = measuring
        self.sentence = wrapped("", name="estimateSentence")
        self.again_button = button(tr("Measure again"), "link", name="measureAgain")
        self.again_button.clicked.connect(measuring.measure_again)
        row = QHBoxLayout(self)
        row.setSpacing(2 * theme.size("step"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.again_button)
        measuring.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.again_button.setEnabled(self._measuring.is_possible)
        set_tone(self.sentence, self._measuring.tone)
        self.sentence.setText(self._measuring.sentence)
