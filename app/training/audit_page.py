"""The wizard's second page: what is in the data, what is wrong with it, and what is still to be labelled."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QListWidget, QProgressBar, QTableView, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.training.audited import Audited
from app.training.counts_bar import CountsBar
from app.training.counts_item_model import BAR_COLUMN, CountsItemModel
from app.training.training_questions import TrainingQuestion
from app.training.wizard_page import WizardPage, wrapped
from app.translate import say_number, tr, tr_count
from app.widgets.labels import button, label, set_tone
from app.widgets.tables import set_up_table

if TYPE_CHECKING:
    from app.training.train_wizard import TrainWizard

LINES = 5  # of problems and warnings are seen at once


class AuditPage(WizardPage):
    """Has a child look into the data; goes on once nothing stands against training."""

    def __init__(self, theme: Theme, wizard: "TrainWizard") -> None:
        super().__init__(
            theme,
            wizard,
            1,
            tr("What is in the data"),
            tr("Of each attribute, 30 people who have it and 30 who lack it are a good start."),
        )
        self.audited: Audited | None = None
        self._asked: tuple[str, ...] = ()
        self._counts = CountsItemModel(self)
        self._question = TrainingQuestion(self)
        self._question.answered.connect(self._take)
        self._question.failed.connect(self._fail)
        self._question.advanced.connect(self._show_progress)
        self._build()

    def initializePage(self) -> None:
        """Look into the data, unless that was done already."""
        arguments = self.choice.audit_arguments()
        if arguments != self._asked or self.audited is None:
            self.look(arguments)

    def cleanupPage(self) -> None:
        """Stop looking when one goes back."""
        self._question.close()

    def isComplete(self) -> bool:
        """Return whether the data can be trained on."""
        return self.audited is not None and not self.audited.refusals

    def look(self, arguments: tuple[str, ...]) -> None:
        """Have the child look into the data."""
        self._asked, self.audited = arguments, None
        self._show_busy(is_busy=True)
        set_tone(self.sentence, "")
        self.sentence.setText(tr("Looking into the data…"))
        self._question.ask(arguments)
        self.completeChanged.emit()

    def _build(self) -> None:
        self._bar = QProgressBar(textVisible=False, maximum=0)
        self.sentence = wrapped("", "strong", name="auditSentence")
        self.table = QTableView(objectName="auditCounts")
        self.table.setAccessibleName(tr("How often each attribute is labelled"))
        self.table.setModel(self._counts)
        set_up_table(self.table, self._theme)
        self.table.setItemDelegateForColumn(BAR_COLUMN, CountsBar(self._theme, self._counts, self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BAR_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self._theme.size("figure_column"))
        self.findings = QListWidget(objectName="auditFindings", wordWrap=True)
        self.findings.setAccessibleName(tr("What should be known of the data"))
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.again_button = button(tr("Look again"), name="auditAgain")
        self.again_button.setToolTip(tr("After the labels were corrected"))
        self.again_button.clicked.connect(lambda: self.look(self.choice.audit_arguments()))
        for part in (self.sentence, self._bar, self.table):
            self.column.addWidget(part, 1 if part is self.table else 0)
        self.column.addWidget(self._findings_part())

    def _findings_part(self) -> QWidget:
        self._findings_holder = QWidget()
        column = QVBoxLayout(self._findings_holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("step"))
        column.addWidget(label(tr("What should be known"), "section"))
        column.addWidget(self.findings)
        column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        return self._findings_holder

    def _show_busy(self, *, is_busy: bool) -> None:
        self._bar.setVisible(is_busy)
        self.table.setVisible(not is_busy)
        self._findings_holder.setVisible(not is_busy)

    def _show_progress(self, words: str) -> None:
        if self.audited is None:
            self.sentence.setText(tr("Looking into the data: {progress}").format(progress=words))

    def _take(self, summary: object) -> None:
        if not isinstance(summary, dict):
            return
        self.audited = audited = Audited.from_summary(summary)
        self._show_busy(is_busy=False)
        self._counts.show(audited.rows)
        self.findings.clear()
        self.findings.addItems([*audited.warnings, *audited.problems])
        self._findings_holder.setVisible(bool(audited.warnings or audited.problems or audited.refusals))
        self.findings.setVisible(self.findings.count() > 0)
        lines = min(LINES, 2 * self.findings.count())  # a long one has two
        self.findings.setFixedHeight(lines * self._theme.size("step") * 6 + 2 * self.findings.frameWidth())
        self.sentence.setText(" ".join(audited.refusals) or say_parts(audited))
        set_tone(self.sentence, "error" if audited.refusals else "strong")
        self.change(pictures=audited.learn)

    def _fail(self, reason: str) -> None:
        self._show_busy(is_busy=False)
        self._counts.show(())
        self.table.hide()
        self.findings.clear()
        self.findings.hide()
        self._findings_holder.show()
        self.sentence.setText(reason)
        set_tone(self.sentence, "error")
        self.completeChanged.emit()


def say_parts(audited: Audited) -> str:
    """Return how many pictures are learned from and held out."""
    learn = tr_count(audited.learn, "{n} picture to learn from", "{n} pictures to learn from")
    text = tr("{title}: {learn}, {choose} to choose the best epoch on, {compare} to compare the models on.")
    return text.format(
        title=audited.title,
        learn=learn.format(n=say_number(audited.learn)),
        choose=say_number(audited.choose),
        compare=say_number(audited.compare),
    )
