"""The footage page: the sources with what came of them, the files that failed, and the way to more."""

from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.case.records import CaseFacts
from app.footage.coverage_item_model import STRIP_COLUMN, CoverageItemModel
from app.footage.coverage_strip import CoverageStrip
from app.footage.failures_item_model import FailuresItemModel
from app.footage.missing_bar import MissingBar
from app.footage.sources_item_model import SourcesItemModel
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.columns_item_model import ColumnsRole
from app.widgets.empty_state import EmptyState, EmptyText
from app.widgets.fitted_table import FittedTable
from app.widgets.labels import button, label
from app.widgets.tables import set_up_table
from engine.casework.coverage import CameraCoverage, Coverage

CAMERAS_SHOWN = 6  # at once; the others are scrolled to


class FootagePage(QWidget):
    """Shows what the case holds."""

    import_wanted = Signal()
    footage_dropped = Signal(list)  # Paths of folders and files
    place_wanted = Signal()  # of footage that is missing
    correction_wanted = Signal(object)  # CameraCoverage

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._theme = theme
        self.coverage = CoverageItemModel(self)
        self._zone: tzinfo | None = None
        self._may_change = True
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
        self.missing_bar.place_wanted.connect(self.place_wanted)

    def show_facts(self, facts: CaseFacts) -> None:
        """Show what the case holds now."""
        self._zone = None if facts.time_span is None else facts.time_span[0].tzinfo
        self.sources.show(facts.sources)
        self.failures.show(facts.failures)
        self.missing_bar.show_missing([shown.source for shown in facts.sources if shown.is_missing])
        self._summary.setText(_say_summary(facts))
        self._failures_head.setText(tr("Could not be used: {n}").format(n=say_number(len(facts.failures))))
        self._failures_head.setVisible(bool(facts.failures))
        self.failures_view.setVisible(bool(facts.failures))
        self._stack.setCurrentIndex(1 if facts.sources or facts.failures else 0)
        self._make_room(len({shown.source.camera for shown in facts.sources}))  # before the coverage has been read

    def show_coverage(self, coverage: Coverage) -> None:
        """Show what of the case was searched and what was not."""
        self.coverage.show_coverage(coverage, self._zone)
        self._offer_correction()  # a reset chooses nobody
        self._make_room(len(coverage.cameras))

    def offer_import(self, hindrance: str) -> None:
        """Offer the import, or say what stands in its way."""
        for offered in (self.import_button, self.empty.action_button, self.missing_bar.place_button):
            offered.setEnabled(not hindrance)
            offered.setToolTip(hindrance)
        self._may_change = not hindrance
        self._offer_correction()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and files while they could be imported."""
        if self._may_change and _local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have what was dropped imported, once it has been asked how."""
        paths = _local_paths(event.mimeData())
        if self._may_change and paths:
            event.acceptProposedAction()
            self.footage_dropped.emit(paths)

    def _make_room(self, cameras: int) -> None:
        """Give the coverage room for so many cameras."""
        rows = min(max(1, cameras), CAMERAS_SHOWN)
        header = self.coverage_view.horizontalHeader().sizeHint().height()
        self.coverage_view.setFixedHeight(header + rows * self._theme.size("control") + 2 * self._theme.size("focus"))

    def _chosen_camera(self) -> CameraCoverage | None:
        index = self.coverage_view.selectionModel().currentIndex()
        chosen = index.data(ColumnsRole.ROW) if index.isValid() else None
        return chosen if isinstance(chosen, CameraCoverage) else None

    def _offer_correction(self) -> None:
        self.correct_button.setEnabled(self._may_change and self._chosen_camera() is not None)

    def _want_correction(self) -> None:
        camera = self._chosen_camera()
        if camera is not None and self._may_change:
            self.correction_wanted.emit(camera)

    def _lists(self) -> QWidget:
        holder = QWidget()
        padding, step = self._theme.size("centre_padding"), self._theme.size("step")
        column = QVBoxLayout(holder)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(2 * step)
        column.addLayout(self._head())
        self.missing_bar = MissingBar(self._theme)
        column.addWidget(self.missing_bar)
        self.coverage_view = self._table(
            self.coverage, "coverageView", tr("Coverage by camera"), stretched=STRIP_COLUMN
        )
        self.coverage_view.setItemDelegateForColumn(
            STRIP_COLUMN, CoverageStrip(self._theme, self.coverage, self.coverage_view)
        )
        self.sources_view = self._table(self.sources, "sourcesView", tr("Sources"), stretched=0)
        self.failures_view = self._table(self.failures, "failuresView", tr("Files that failed"), stretched=1)
        self._failures_head = label("", "section")
        column.addSpacing(step)
        column.addLayout(self._coverage_head())
        column.addWidget(self.coverage_view)
        column.addSpacing(step)
        column.addWidget(label(tr("Sources"), "section"))
        column.addWidget(self.sources_view, 3)
        column.addSpacing(step)
        column.addWidget(self._failures_head)
        column.addWidget(self.failures_view, 2)
        return holder

    def _coverage_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.correct_button = button(tr("Correct camera…"), "link", name="correctCamera")
        self.correct_button.setToolTip(tr("Name, time zone and clock of the chosen camera"))
        self.correct_button.clicked.connect(self._want_correction)
        self.coverage_view.doubleClicked.connect(self._want_correction)
        self.coverage_view.selectionModel().selectionChanged.connect(self._offer_correction)
        row.addWidget(label(tr("What a search can see, by camera"), "section"))
        row.addStretch(1)
        row.addWidget(self.correct_button)
        return row

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
        view = FittedTable(shown)
        view.setObjectName(name)
        view.setAccessibleName(title)
        set_up_table(view, self._theme)
        view.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        return view


def _local_paths(given: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def _say_summary(facts: CaseFacts) -> str:
    n = len(facts.sources)
    sources = tr_count(n, "{n} source", "{n} sources").format(n=say_number(n))
    crops = tr_count(facts.crops, "{n} person crop", "{n} people crops").format(n=say_number(facts.crops))
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
