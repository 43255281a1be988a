"""The attributes that the case is labelled with: add, rename, retire, bring back; old labels keep their meaning."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.case.case_service import CaseService
from app.case.trouble import TROUBLE, say_trouble
from app.engine_words import schema_in_language
from app.labelling.label_reading import read_asked
from app.labelling.new_group_dialog import NewGroupDialog
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import close_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from engine.attributes.schema import Group
from engine.casework.label_schema import LabelSchema, keep_label_schema

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery

ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why a change was not made."""

    words: str


class AttributesDialog(QDialog):
    """Every change is in the case, and in its log, at once."""

    changed = Signal()

    def __init__(self, theme: Theme, service: CaseService, kept: LabelSchema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attributesDialog")
        self.setWindowTitle(tr("Attributes"))
        self._theme = theme
        self._service = service
        self._kept = kept
        self._build()
        self._show()
        self.tree.currentItemChanged.connect(self._offer)
        self._offer()

    def _build(self) -> None:
        column = dialog_column(self._theme, self, tr("Attributes"), gap=2)
        words = tr("What is retired is not asked any more; labels that were given stay, and keep their meaning.")
        hint = label(words, "muted")
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.tree = QTreeWidget(objectName="attributesTree")
        self.tree.setAccessibleName(tr("Attributes"))
        self.tree.setHeaderLabels([tr("Attribute"), tr("Id"), tr("State")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column.addWidget(self.tree, 1)
        self.problem = label("", "error", name="attributesProblem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._changes())
        self.close_button = button(tr("Close"), "primary", name="closeAttributes")
        column.addLayout(close_row(self, self.close_button))
        self.resize(self._theme.size("dialog_width"), self._theme.size("window_min_height"))

    def _changes(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        self.add_button = button(tr("Add a group…"), name="addGroup")
        self.rename_button = button(tr("Rename…"), name="renameAttribute")
        self.retire_button = button(tr("Retire"), name="retireAttribute")
        self.restore_button = button(tr("Bring back"), name="restoreAttribute")
        self.add_button.clicked.connect(self._ask_group)
        self.rename_button.clicked.connect(self._ask_label)
        self.retire_button.clicked.connect(lambda: self._retire(is_retired=True))
        self.restore_button.clicked.connect(lambda: self._retire(is_retired=False))
        for made in (self.add_button, self.rename_button, self.retire_button, self.restore_button):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _show(self) -> None:
        chosen, unfolded = self._chosen, self._unfolded()
        self.tree.clear()
        for group in schema_in_language(self._kept.schema).groups:
            kind = tr("one of these") if group.exclusive else tr("several of these")
            item = QTreeWidgetItem([group.title, "", kind])
            self.tree.addTopLevelItem(item)
            for attribute in group.attributes:
                is_retired = attribute.id in self._kept.retired
                child = QTreeWidgetItem([attribute.label, attribute.id, tr("retired") if is_retired else ""])
                child.setData(0, ID, attribute.id)
                item.addChild(child)
                if attribute.id == chosen:
                    self.tree.setCurrentItem(child)
            item.setExpanded(group.title in unfolded)

    def _unfolded(self) -> set[str]:
        items = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        return {item.text(0) for item in items if item is not None and item.isExpanded()}

    @property
    def _chosen(self) -> str | None:
        item = self.tree.currentItem()
        chosen = None if item is None else item.data(0, ID)
        return None if chosen is None else str(chosen)

    def _offer(self) -> None:
        chosen = self._chosen
        is_retired = chosen in self._kept.retired
        self.rename_button.setEnabled(chosen is not None)
        self.retire_button.setEnabled(chosen is not None and not is_retired)
        self.restore_button.setEnabled(chosen is not None and is_retired)

    def _ask_group(self) -> None:
        dialog = NewGroupDialog(self._theme, self._kept, self)
        dialog.accepted.connect(lambda: self._add(dialog.group, dialog.title))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, group: Group, title: str) -> None:
        self._change(lambda kept: kept.with_group(group), f"added {title}")

    def _ask_label(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        dialog = QInputDialog(self, objectName="renameDialog")
        dialog.setWindowTitle(tr("Rename"))
        dialog.setLabelText(tr("The new name; the labels that were given stay."))
        dialog.setTextValue(schema_in_language(self._kept.schema).attribute(chosen).label)
        dialog.textValueSelected.connect(
            lambda name: self._change(lambda kept: kept.renamed(chosen, name.strip()), f"renamed {chosen} to {name}")
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retire(self, *, is_retired: bool) -> None:
        chosen = self._chosen
        if chosen is not None:
            what = f"{'retired' if is_retired else 'restored'} {chosen}"
            self._change(lambda kept: kept.with_retired(chosen, is_retired=is_retired), what)

    def _change(self, change: Callable[[LabelSchema], LabelSchema], what: str) -> None:
        """Have a change made to what the case has by then, or say why it cannot be."""
        self._service.ask_case(lambda gallery: _make(gallery, change, what), self._take)

    def _take(self, made: LabelSchema | _Problem) -> None:
        if isinstance(made, _Problem):
            self._say(made.words)
            return
        self._say("")
        self._kept = made
        self._show()
        self._offer()
        self.changed.emit()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


def _make(gallery: "Gallery", change: Callable[[LabelSchema], LabelSchema], what: str) -> LabelSchema | _Problem:
    """Change the case's attributes, in its thread; return what they are now, or why it could not be done."""
    try:
        changed = change(read_asked(gallery, None).kept)
        keep_label_schema(gallery, changed, what)
    except TROUBLE as error:
        return _Problem(say_trouble(error))
    return changed
