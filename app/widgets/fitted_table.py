"""A table whose columns are as wide as what stands in them."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget


class FittedTable(QTableView):
    """Measures its columns when its model is reset, and while nobody sees it not before it is shown.

    Qt's own way, a header that resizes to contents, measures them each time that the table comes into sight.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_measured = False
        self.setModel(model)
        model.modelReset.connect(self._on_reset)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the columns, if that has not been done."""
        if not self._is_measured:
            self._measure()
        super().showEvent(event)

    def _on_reset(self) -> None:
        self._is_measured = False
        if self.isVisible():
            self._measure()

    def _measure(self) -> None:
        self._is_measured = True
        head = self.horizontalHeader()
        for column in range(head.count()):
            if head.sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch:  # which takes what is left
                self.resizeColumnToContents(column)
