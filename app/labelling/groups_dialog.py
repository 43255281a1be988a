"""What is asked: the groups, ticked where they are, and how much of each attribute is labelled so far."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from engine.attributes.schema import Group, GroupId
from engine.gallery.records import LabelCount

NONE_YET = LabelCount(0, 0, 0)


class GroupsDialog(QDialog):
    """Nothing changes until it is accepted."""

    def __init__(
        self,
        theme: Theme,
        groups: Sequence[Group],
        asked: frozenset[GroupId],
        counts: Mapping[str, LabelCount],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("groupsDialog")
        self.setWindowTitle(tr("What is asked"))
        self._theme = theme
        self._groups = groups
        column = dialog_column(self._theme, self, tr("What is asked"), gap=2)
        hint = label(tr("Only the ticked groups are asked. The numbers are labels so far, of all labellers."), "muted")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addLayout(self._choosing())
        self.tree = self._made_tree(asked, counts)
        column.addWidget(self.tree, 1)
        self.take_button = button(tr("Ask these"), "primary", name="takeGroups")
        column.addLayout(answer_row(theme, self, self.take_button))
        self.tree.itemChanged.connect(self._offer)
        self.resize(theme.size("dialog_width"), theme.size("window_min_height"))
        self.tree.setFocus()

    @property
    def chosen(self) -> frozenset[GroupId]:
        """Return the groups that are ticked."""
        return frozenset(group.id for group, item in zip(self._groups, self._items(), strict=True) if _is_ticked(item))

    def tick(self, group_ids: frozenset[GroupId]) -> None:
        """Tick these groups alone."""
        for group, item in zip(self._groups, self._items(), strict=True):
            item.setCheckState(0, Qt.CheckState.Checked if group.id in group_ids else Qt.CheckState.Unchecked)

    def _choosing(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=self._theme.size("step"))
        self.all_button = button(tr("All"), "link", name="allGroups")
        self.none_button = button(tr("None"), "link", name="noGroups")
        self.all_button.clicked.connect(lambda: self.tick(frozenset(group.id for group in self._groups)))
        self.none_button.clicked.connect(lambda: self.tick(frozenset()))
        row.addWidget(self.all_button)
        row.addWidget(self.none_button)
        row.addStretch(1)
        return row

    def _made_tree(self, asked: frozenset[GroupId], counts: Mapping[str, LabelCount]) -> QTreeWidget:
        tree = QTreeWidget(objectName="groupsTree")
        tree.setAccessibleName(tr("What is asked"))
        tree.setHeaderLabels([tr("Group"), tr("Yes"), tr("No"), tr("Unsure")])
        tree.setUniformRowHeights(True)
        for group in self._groups:
            item = QTreeWidgetItem([group.title])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if group.id in asked else Qt.CheckState.Unchecked)
            for attribute in group.attributes:
                item.addChild(_count_item(attribute.label, counts.get(attribute.id, NONE_YET)))
            tree.addTopLevelItem(item)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]

    def _offer(self) -> None:
        self.take_button.setEnabled(bool(self.chosen))
        self.take_button.setToolTip("" if self.chosen else tr("Tick at least one group."))


def _count_item(name: str, count: LabelCount) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, *map(say_number, (count.holds, count.does_not, count.cannot_tell))])
    for column in (1, 2, 3):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
    return item


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked
