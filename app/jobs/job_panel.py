"""The list of jobs, above the foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.jobs.job_card import JobCard
from app.jobs.job_desk import JobDesk
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label


class JobPanel(QFrame):
    """Shows a card for every job, the first that came first; hidden until it is asked for."""

    step_wanted = Signal(object, object)  # JobProcess, JobStep
    show_wanted = Signal(object)  # JobProcess

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobPanel")
        self.setProperty("role", "bar")
        self._theme = theme
        self.cards: list[JobCard] = []
        self._build()
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the height that the list has where the page above it leaves it so much."""
        return QSize(super().sizeHint().width(), self._theme.size("job_panel"))

    def show_desk(self, desk: JobDesk) -> None:
        """Show the desk's jobs; the cards of those that stay are kept as they are."""
        known = {card.job: card for card in self.cards}
        for card in self.cards:
            self._list.removeWidget(card)
            if card.job not in desk.jobs:
                card.hide()
                card.deleteLater()
        self.cards = [known.get(job) or self._card(job) for job in desk.jobs]
        for card in self.cards:
            self._list.addWidget(card)
        self._nothing.setVisible(not self.cards)

    def toggle(self) -> None:
        """Show the list, or put it away."""
        self.setVisible(self.isHidden())

    def _build(self) -> None:
        step = self._theme.size("step")
        head = QHBoxLayout(spacing=2 * step)
        head.addWidget(label(tr("Jobs"), "strong"))
        head.addStretch(1)
        self.close_button = button(tr("Close the list"), "link", name="closeJobs")
        self.close_button.clicked.connect(self.hide)
        head.addWidget(self.close_button)
        nothing = tr("Nothing runs and nothing waits. Imports and other long work are listed here.")
        self._nothing = label(nothing, "muted")
        holder = QWidget(objectName="scrolled")
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * step)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._nothing)
        inside.addLayout(self._list)
        inside.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 2 * step, 10, 2 * step)
        column.setSpacing(2 * step)
        column.addLayout(head)
        column.addWidget(area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def _card(self, job: object) -> JobCard:
        card = JobCard(self._theme, job)
        card.step_wanted.connect(self.step_wanted)
        card.show_wanted.connect(self.show_wanted)
        return card
