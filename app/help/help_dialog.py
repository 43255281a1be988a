"""What F1 shows: a few words about Bolo, and every key, to be filtered."""

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QTableView, QWidget

from app.help.about_words import about_bolo
from app.help.shortcuts import KeyLine
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import close_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from app.widgets.named_line import named_line
from app.widgets.tables import set_up_table

EVERY_COLUMN = -1


class HelpDialog(QDialog):
    """Lists the keys that it was given; typing leaves those that match."""

    def __init__(self, theme: Theme, lines: Sequence[KeyLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setWindowTitle(tr("Help"))
        self._theme = theme
        self.keys = QSortFilterProxyModel(self)
        self.keys.setSourceModel(_item_model(lines, self))
        self.keys.setFilterKeyColumn(EVERY_COLUMN)
        self.keys.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._build()
        self.resize(theme.size("dialog_width") * 5 // 4, theme.size("window_min_height"))
        self.filter_edit.setFocus()

    def _build(self) -> None:
        step = self._theme.size("step")
        column = dialog_column(self._theme, self, tr("Help"), gap=2)
        for heading, text in about_bolo():
            column.addWidget(label(heading, "section"))
            words = label(text)
            words.setWordWrap(True)
            column.addWidget(words)
        column.addSpacing(step)
        column.addWidget(label(tr("Keys"), "section"))
        self.filter_edit = named_line(tr("Find a key"), "helpFilter", tr("Find a key, such as: review"))
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.textChanged.connect(self.keys.setFilterFixedString)
        column.addWidget(self.filter_edit)
        column.addWidget(self._table(), 1)
        self.close_button = button(tr("Close"), "primary", name="closeHelp")
        column.addLayout(close_row(self, self.close_button))

    def _table(self) -> QTableView:
        self.view = QTableView(objectName="helpKeys")
        self.view.setAccessibleName(tr("Keys"))
        self.view.setModel(self.keys)
        set_up_table(self.view, self._theme)
        head = self.view.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return self.view


def _item_model(lines: Sequence[KeyLine], parent: HelpDialog) -> QStandardItemModel:
    model = QStandardItemModel(0, 3, parent)
    model.setHorizontalHeaderLabels([tr("Keys"), tr("What it does"), tr("Where")])
    for line in lines:
        model.appendRow([QStandardItem(text) for text in (line.keys, line.words, line.place)])
    return model
