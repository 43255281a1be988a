"""The log of the case: its lines, what is looked for in them, and whether it is whole."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.casebook.log_item_model import LogItemModel
from app.casebook.log_words import all_actions
from app.engine_words import say_in_language
from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.labels import button, label, set_tone
from app.widgets.named_line import named_line
from app.widgets.tables import set_up_table
from engine.gallery.audit_check import AuditCheck

TYPING_MS = 150  # the list follows once so long nothing was typed


class _LogView(QTableView):
    """Copies whole lines, where a table of Qt's copies the current cell."""

    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)


class LogPanel(QWidget):
    """Shows the lines; the check is asked for, and its sentence stays until the next."""

    check_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines = LogItemModel(self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.size("step"))
        column.addLayout(self._head())
        self._sentence = label("", "", name="logSentence")
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.hide()
        column.addWidget(self._sentence)
        column.addWidget(self._table(), 1)
        self.lines.rowsInserted.connect(self._count)
        self.lines.modelReset.connect(self._count)

    @property
    def sentence(self) -> str:
        """Return what the last check said."""
        return self._sentence.text()

    def show_check(self, check: AuditCheck) -> None:
        """Show what checking the log found."""
        self.check_button.setEnabled(True)
        if check.is_whole:
            text = tr("✓ The log is whole: {n} lines, none changed, taken out or put in. The last has the hash {hash}")
            self._sentence.setText(text.format(n=say_number(check.entries), hash=check.head))
        else:
            self._sentence.setText(f"✗ {say_in_language(check.in_words())}")
        set_tone(self._sentence, "muted" if check.is_whole else "error")
        self._sentence.show()

    def copy(self) -> None:
        """Copy the chosen lines with their hashes, the first first."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()}, reverse=True)
        if rows:
            QGuiApplication.clipboard().setText("\n".join(self.lines.line(row).to_text() for row in rows))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        row.addWidget(label(tr("Log"), "section"))
        self._counted = label("", "muted", name="logCount")
        row.addWidget(self._counted)
        row.addStretch(1)
        self.filter_edit = named_line(tr("Look in the log"), "logFilter", tr("Look in the log"))
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setFixedWidth(self._theme.size("pane_left"))
        self.filter_edit.textChanged.connect(lambda: self._typing.start())
        self.copy_button = button(tr("Copy"), name="copyLog")
        self.copy_button.setToolTip(tr("Copy the chosen lines with their hashes (Ctrl+C)"))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self.copy)
        self.check_button = button(tr("Check the log"), name="checkLog")
        self.check_button.clicked.connect(self._want_check)
        for widget in (self.filter_edit, self.copy_button, self.check_button):
            row.addWidget(widget)
        return row

    def _table(self) -> QTableView:
        view = self.view = _LogView(objectName="logView")
        view.copy_wanted.connect(self.copy)
        view.setAccessibleName(tr("Lines of the log, the latest first"))
        view.setModel(self.lines)
        set_up_table(view, self._theme)
        view.setWordWrap(False)
        head = view.horizontalHeader()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        copying = QAction(tr("Copy"), view)
        copying.triggered.connect(self.copy)
        view.addAction(copying)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.selectionModel().selectionChanged.connect(self._offer_copy)
        return view

    def _offer_copy(self) -> None:
        self.copy_button.setEnabled(self.view.selectionModel().hasSelection())

    def _want_check(self) -> None:
        self.check_button.setEnabled(False)
        self.check_wanted.emit()

    def _look(self) -> None:
        self.lines.look_for(self.filter_edit.text())
        self._offer_copy()

    def _count(self) -> None:
        if self.lines.rowCount() and not self.view.property("sized"):
            self.view.setProperty("sized", True)
            self._size_columns()
        shown, every = self.lines.rowCount(), self.lines.all_lines
        text = tr_count(every, "{n} line", "{n} lines") if shown == every else tr("{n} of {all} lines")
        self._counted.setText(text.format(n=say_number(shown), all=say_number(every)))

    def _size_columns(self) -> None:
        """Give each column the width of the longest of what usually stands in it."""
        metrics, padding = self.view.fontMetrics(), 6 * self._theme.size("step")
        longest_action = max(all_actions(), key=metrics.horizontalAdvance)
        for column, text in enumerate(("100,000", "2026-05-14 14:03:09", "investigator@workstation", longest_action)):
            self.view.setColumnWidth(column, metrics.horizontalAdvance(text) + padding)
