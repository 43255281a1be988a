"""The page of the case: what it is about, what was decided, its log, and the way to report and export."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.case.case_service import CaseService
from app.case.records import CaseFacts, OpenedCase
from app.casebook.case_form import CaseForm
from app.casebook.case_words import say_decisions, say_disagreements, say_footage
from app.casebook.decision_facts import DecisionFacts
from app.casebook.log_lines import PAGE, LogLine, read_lines
from app.casebook.log_panel import LogPanel
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label
from engine.gallery.records import CaseInfo


class CasePage(QWidget):
    """Asks the case when it is shown, and again when the case has changed."""

    report_wanted = Signal()
    export_wanted = Signal()
    footage_wanted = Signal()
    second_review_wanted = Signal()
    bookmarks_changed = Signal()
    renamed = Signal(str)

    def __init__(self, theme: Theme, service: CaseService, opened: OpenedCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._service = service
        self._folder = opened.folder
        self._is_reading = False
        self._build()
        self.form.offer_changes(may_change=not opened.is_read_only)
        self.form.described.connect(self._describe)
        self.log.check_wanted.connect(self._check)
        self.report_button.clicked.connect(self.report_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.footage_button.clicked.connect(self.footage_wanted)
        self.second_button.clicked.connect(self.second_review_wanted)
        self.bookmarks_button.clicked.connect(self._show_bookmarks)
        self.bookmarks_button.setEnabled(not opened.is_read_only and opened.reviewer is None)
        self.second_button.setEnabled(not opened.is_read_only and opened.reviewer is None)
        self.report_button.setEnabled(opened.reviewer is None)
        self._is_blind = opened.reviewer is not None
        service.change_failed.connect(self._on_failure)

    def refresh(self) -> None:
        """Ask what has changed."""
        from app.casebook.decision_facts import count_decisions

        self._service.ask_case(count_decisions, self._show_decisions)
        self._read_on()

    def show_facts(self, facts: CaseFacts) -> None:
        """Show how much footage there is."""
        self._footage.setText(say_footage(facts))

    def _build(self) -> None:
        padding, step = self._theme.size("centre_padding"), self._theme.size("step")
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(3 * step)
        column.addLayout(self._head())
        column.addLayout(self._cards())
        self.log = LogPanel(self._theme)
        column.addWidget(self.log, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        texts = QVBoxLayout(spacing=0)
        texts.addWidget(label(tr("Case"), "title"))
        folder = label(str(self._folder), "muted", name="caseFolder")
        texts.addWidget(folder)
        self.export_button = button(tr("Export…"), name="exportCase")
        self.report_button = button(tr("Report…"), "primary", name="reportCase")
        row.addLayout(texts)
        row.addStretch(1)
        row.addWidget(self.export_button)
        row.addWidget(self.report_button)
        return row

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=3 * self._theme.size("step"))
        self.form = CaseForm(self._theme)
        row.addWidget(self._card(tr("What it is about"), self.form), 3)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * self._theme.size("step"))
        self._decisions = label("", "", name="caseDecisions")
        self._disagreements = label("", "muted", name="caseDisagreements")
        self._footage = label("", "muted", name="caseFootage")
        for text in (self._decisions, self._disagreements, self._footage):
            text.setWordWrap(True)
            column.addWidget(text)
        self.footage_button = button(tr("Sources and coverage"), "link", name="caseToFootage")
        links = QHBoxLayout()
        self.second_button = button(tr("Second review…"), "link", name="secondReview")
        self.second_button.setToolTip(tr("Somebody else reviews without seeing these decisions"))
        self.bookmarks_button = button(tr("Bookmarks…"), "link", name="caseBookmarks")
        self.bookmarks_button.setToolTip(tr("Notes, and who is added to the case"))
        links.addWidget(self.bookmarks_button)
        links.addWidget(self.footage_button)
        links.addWidget(self.second_button)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)
        row.addWidget(self._card(tr("What was decided"), holder), 2)
        return row

    def _card(self, title: str, inside: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        step = self._theme.size("step")
        column = QVBoxLayout(card)
        column.setContentsMargins(4 * step, 3 * step, 4 * step, 4 * step)
        column.setSpacing(2 * step)
        column.addWidget(label(title, "section"))
        column.addWidget(inside, 1)
        return card

    def _show_decisions(self, facts: DecisionFacts) -> None:
        self.form.show_info(facts.info)
        self._decisions.setText(say_decisions(facts))
        disagreements = say_disagreements(facts.agreement)
        self._disagreements.setText(disagreements)
        self._disagreements.setVisible(bool(disagreements))
        self.export_button.setEnabled(facts.chosen and not self._is_blind)
        self.export_button.setToolTip("" if facts.chosen else tr("Confirm or bookmark somebody first."))

    def _describe(self, name: str, reference: str, purpose: str) -> None:
        def change(gallery) -> CaseInfo:  # noqa: ANN001 - a Gallery, which is not loaded here
            return gallery.describe(name=name, reference=reference, purpose=purpose)

        self._service.ask_case(change, self._on_described)

    def _on_described(self, info: CaseInfo) -> None:
        self.form.show_info(info)
        self.renamed.emit(info.name)
        self._read_on()

    def _show_bookmarks(self) -> None:
        from app.casebook.bookmarks_dialog import BookmarksDialog

        dialog = BookmarksDialog(self._theme, self._service, self)
        dialog.said.connect(self.bookmarks_changed)
        dialog.said.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _check(self) -> None:
        self._service.ask_case(lambda gallery: gallery.verify_audit(), self.log.show_check)

    def _on_failure(self) -> None:
        self._is_reading = False
        self.log.check_button.setEnabled(True)

    def _read_on(self) -> None:
        """Read the lines that are new, a page at a time."""
        if self._is_reading:
            return
        self._is_reading = True
        after = self.log.lines.last_number
        self._service.ask_case(lambda gallery: read_lines(gallery, after), self._take_lines)

    def _take_lines(self, lines: list[LogLine]) -> None:
        self._is_reading = False
        self.log.lines.add(lines)
        if len(lines) == PAGE:
            self._read_on()
