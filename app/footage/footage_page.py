"""The footage page: the sources with what came of them, the files that failed, and the way to more."""

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.case.records import CaseFacts
from app.footage.failures_item_model import FailuresItemModel
from app.footage.sources_item_model import SourcesItemModel
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.empty_state import EmptyState, EmptyText
from app.widgets.labels import button, label


class FootagePage(QWidget):
    """Shows what the case holds."""

    import_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self.sources = SourcesItemModel(self)
        self.failures = FailuresItemModel(self)
        self._stack = QStackedWidget()
        self.empty = EmptyState(theme, icons, _empty_text())
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._lists())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.empty.wanted.connect(self.import_wanted)
        self.import_button.clicked.connect(self.import_wanted)

    def show_facts(self, facts: CaseFacts) -> None:
        """Show what the case holds now."""
        self.sources.show(facts.sources)
        self.failures.show(facts.failures)
        self._summary.setText(_say_summary(facts))
        self._failures_head.setText(tr("Could not be used: {n}").format(n=say_number(len(facts.failures))))
        self._failures_head.setVisible(bool(facts.failures))
        self.failures_view.setVisible(bool(facts.failures))
        self._stack.setCurrentIndex(1 if facts.sources or facts.failures else 0)

    def offer_import(self, hindrance: str) -> None:
        """Offer the import, or say what stands in its way."""
        for offered in (self.import_button, self.empty.action_button):
            offered.setEnabled(not hindrance)
            offered.setToolTip(hindrance)

    def _lists(self) -> QWidget:
        holder = QWidget()
        padding, step = self._theme.size("centre_padding"), self._theme.size("step")
        column = QVBoxLayout(holder)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(2 * step)
        column.addLayout(self._head())
        self.sources_view = self._table(self.sources, "sourcesView", tr("Sources"), stretched=0)
        self.failures_view = self._table(self.failures, "failuresView", tr("Files that failed"), stretched=1)
        self._failures_head = label("", "section")
        column.addWidget(self.sources_view, 3)
        column.addSpacing(step)
        column.addWidget(self._failures_head)
        column.addWidget(self.failures_view, 2)
        return holder

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=3 * self._theme.size("step"))
        texts = QVBoxLayout(spacing=0)
        texts.addWidget(label(tr("Footage"), "title"))
        self._summary = label("", "muted", name="footageSummary")
        texts.addWidget(self._summary)
        self.import_button = button(tr("Import footage…"), "primary", name="importFootage")
        row.addLayout(texts)
        row.addStretch(1)
        row.addWidget(self.import_button)
        return row

    def _table(self, shown: QAbstractItemModel, name: str, title: str, *, stretched: int) -> QTableView:
        view = QTableView(objectName=name)
        view.setAccessibleName(title)
        view.setModel(shown)
        view.setShowGrid(False)
        view.setAlternatingRowColors(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self._theme.size("control"))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        return view


def _say_summary(facts: CaseFacts) -> str:
    sources = tr("{n} sources").format(n=say_number(len(facts.sources)))
    crops = tr("{n} people crops").format(n=say_number(facts.crops))
    searchable = tr("{n} searchable").format(n=say_number(facts.embedded))
    return f"{sources} · {crops} · {searchable}"


def _empty_text() -> EmptyText:
    return EmptyText(
        icon="footage",
        title=tr("No footage in this case yet"),
        line=tr(
            "Import folders of frames, folders of cut-out people, or videos. "
            "Bolo reads them, hashes them and leaves them as they are."
        ),
        action=tr("Import footage…"),
    )
