"""Tables as they look everywhere: whole rows, no grid, nothing to edit."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.theme.theme import Theme


def set_up_table(view: QTableView, theme: Theme) -> None:
    """Make a table look and behave as all do."""
    view.setShowGrid(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.size("control"))
    view.horizontalHeader().setHighlightSections(False)
