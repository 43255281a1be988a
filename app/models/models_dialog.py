"""The models on this machine: what each is and who uses it, and what can be done with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.jobs.job_order import JobOrder
from app.jobs.orders import activate_order, forget_order
from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_adding import ModelAdding
from app.models.model_card_view import ModelCardView
from app.models.model_questions import ModelQuestions
from app.models.models_delegate import ModelsDelegate
from app.models.models_desk import ModelsDesk
from app.models.models_item_model import ModelsItemModel
from app.models.space_drawing import SpaceDrawing, picture_of
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label, set_tone


class ModelsDialog(QDialog):
    """A list, the card of the chosen model, and the buttons below.

    Args:
        theme: its look.
        icons: its drawings.
        desk: looks at the models and changes them.
        case: the one that is open; None where none is.
        may_change: whether that can be changed.
        recent: the cases that are known.
        parent: the window.
    """

    job_ordered = Signal(object)  # JobOrder

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        desk: ModelsDesk,
        case: Path | None,
        may_change: bool,
        recent: Sequence[Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("modelsDialog")
        self.setWindowTitle(tr("Models"))
        self._theme = theme
        self._case = case
        self._may_change = case is not None and may_change
        self._wanted = ""  # the name to choose once it is listed
        self._recent = tuple(recent)
        self.models = ModelsItemModel(self)
        self.desk = desk
        self.questions = ModelQuestions(theme, self)
        self.adding = ModelAdding(self)
        self.drawing = SpaceDrawing(self)
        self._build(icons)
        self._connect()
        self._say("")
        self._offer()
        self._look()

    @property
    def chosen(self) -> ListedModel | None:
        """Return the model that is chosen."""
        return self.models.model(self.list.currentIndex().row())

    @property
    def asking(self) -> QDialog | None:
        """Return the question that is open."""
        return self.questions.asking

    @property
    def said(self) -> str:
        """Return what was told last."""
        return self._told.text()

    def done(self, result: int) -> None:
        """Close, and end what is at work for the dialog alone."""
        self.adding.close()
        self.drawing.close()
        super().done(result)

    def _build(self, icons: Icons) -> None:
        step, width = self._theme.size("step"), self._theme.size("dialog_width")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(label(tr("Models"), "title"))
        self.list = QListView(objectName="modelsList")
        self.list.setAccessibleName(tr("Models on this machine"))
        self.list.setModel(self.models)
        self.list.setItemDelegate(ModelsDelegate(self._theme, icons, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = ModelCardView(self._theme)
        panes = QHBoxLayout(spacing=4 * step)
        left = QVBoxLayout(spacing=2 * step)
        left.addWidget(self.list, 1)
        self.import_button = button(tr("Import a model…"), name="importModel")
        left.addWidget(self.import_button)
        panes.addLayout(left, 2)
        panes.addWidget(self.card, 5)
        column.addLayout(panes, 1)
        self._told = label("", "muted", name="modelsTold")
        self._told.setWordWrap(True)
        column.addWidget(self._told)
        column.addLayout(self._buttons())
        self.resize(width * 8 // 5, width * 11 // 10)

    def _buttons(self) -> QHBoxLayout:
        self.activate_button = button(tr("Activate in this case"), "primary", name="activateModel")
        self.back_button = button("", name="formerModel")
        self.rename_button = button(tr("Rename…"), name="renameModel")
        self.export_button = button(tr("Export…"), name="exportModel")
        self.remove_button = button(tr("Remove…"), name="removeModel")
        close = button(tr("Close"), name="closeModels")
        close.clicked.connect(self.reject)
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        for made in (self.rename_button, self.export_button, self.remove_button):
            row.addWidget(made)
        row.addStretch(1)
        for made in (self.back_button, close, self.activate_button):
            row.addWidget(made)
        return row

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.desk.seen.connect(self._take_seen)
        self.desk.changed.connect(self._look_again)
        self.desk.pictured.connect(self.card.show_picture)
        self.desk.told.connect(self._say)
        self.desk.failed.connect(self._complain)
        self.adding.added.connect(self._take_added)
        self.adding.refused.connect(self._complain)
        self.drawing.drawn.connect(self._show_chosen)
        self.drawing.failed.connect(self._take_undrawn)
        self.card.forget_wanted.connect(self._ask_to_forget)
        self.card.space_wanted.connect(lambda: self._ask(self.questions.ask_for_data))
        self.import_button.clicked.connect(self.questions.ask_for_file)
        self.activate_button.clicked.connect(lambda: self._activate(self.chosen))
        self.back_button.clicked.connect(lambda: self._activate(self.models.seen.former))
        self.rename_button.clicked.connect(lambda: self._ask(self.questions.ask_for_name))
        self.export_button.clicked.connect(lambda: self._ask(self.questions.ask_where_to))
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.questions.file_chosen.connect(self.add)
        self.questions.name_given.connect(self.desk.rename)
        self.questions.target_chosen.connect(self.desk.export)
        self.questions.removal_wanted.connect(self.desk.remove)
        self.questions.forgetting_wanted.connect(self._forget_model)
        self.questions.data_chosen.connect(self._draw)

    def _take_seen(self, seen: ModelsSeen) -> None:
        kept = self._wanted or (self.chosen.name if self.chosen is not None else "")
        self.models.show_seen(seen)
        row = self.models.row_of(kept)
        with QSignalBlocker(self.list.selectionModel()):  # it is shown below, once
            self.list.setCurrentIndex(self.models.index(row if row >= 0 else self.models.active_row()))
        if row >= 0:
            self._wanted = ""
        self._show_chosen()

    def _show_chosen(self, *_indexes: QModelIndex) -> None:
        chosen, seen = self.chosen, self.models.seen
        self.card.show_model(chosen, seen, may_change=self._may_change, is_drawing=self.drawing.is_busy)
        if chosen is not None and chosen.card is not None and (picture := picture_of(chosen.model_id)).is_file():
            self.desk.picture(chosen.model_id, picture, self.card.picture_width)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the chosen model, and say what stands in the way of the rest."""
        chosen, seen = self.chosen, self.models.seen
        is_whole = chosen is not None and chosen.card is not None
        is_own = chosen is not None and chosen.is_own
        is_active = chosen is not None and seen.is_active(chosen)
        hindrance = (
            tr("Open a case first.")
            if self._case is None
            else tr("This case was opened read-only.")
            if not self._may_change
            else tr("The case is searched with it already.")
            if is_active
            else ""
        )
        _enable(self.activate_button, is_whole and seen.case is not None and not hindrance, hindrance)
        former = seen.former if self._may_change else None
        self.back_button.setVisible(former is not None)
        if former is not None:
            self.back_button.setText(tr("Back to {name}").format(name=former.name))
        of_bolo = tr("It comes with Bolo and stays as it is.") if chosen is not None and chosen.is_here else ""
        of_bolo = "" if is_own else of_bolo
        _enable(self.rename_button, is_whole and is_own, of_bolo)
        _enable(self.remove_button, is_own, of_bolo)
        _enable(self.export_button, is_whole, "")
        _enable(self.import_button, not self.adding.is_busy, "")

    def _activate(self, model: ListedModel | None) -> None:
        if model is not None and self._case is not None:
            self._order(activate_order(self._case, model.name, model.model_id))

    def _order(self, order: JobOrder) -> None:
        """Have a job done; the dialog closes, for the foot of the window shows how far it is."""
        self.job_ordered.emit(order)
        self.accept()

    def add(self, file: Path) -> None:
        """Take a model in from a file, once it has been checked."""
        self.adding.add(file)
        self._say(tr("Checking {name}…").format(name=file.name))
        self._offer()

    def _take_added(self, name: str) -> None:
        self._say(tr("{name} was taken in.").format(name=name))
        self._look_again(name)

    def _look_again(self, name: str) -> None:
        self._wanted = name
        self._look()

    def _look(self) -> None:
        self.desk.look(self._case, self._recent)

    def _ask(self, ask: Callable[[ListedModel], None]) -> None:
        if self.chosen is not None:
            self._say("")
            ask(self.chosen)

    def _ask_to_remove(self) -> None:
        self._ask(lambda model: self.questions.ask_to_remove(model, self.models.seen))

    def _ask_to_forget(self) -> None:
        use = self.models.seen.case
        if use is not None:
            self._ask(lambda model: self.questions.ask_to_forget(model, use))

    def _forget_model(self, model: ListedModel) -> None:
        if self._case is not None:
            self._order(forget_order(self._case, model.name, model.model_id))

    def _draw(self, model: ListedModel, data: Path) -> None:
        self._say("")
        self.drawing.draw(model.name, model.model_id, data)
        self._show_chosen()

    def _take_undrawn(self, reason: str) -> None:
        self._complain(reason)
        self._show_chosen()

    def _say(self, text: str) -> None:
        set_tone(self._told, "muted")
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _complain(self, reason: str) -> None:
        self._say(reason)
        set_tone(self._told, "error")
        self._offer()


def _enable(offered: QPushButton, is_offered: bool, hindrance: str) -> None:
    offered.setEnabled(is_offered)
    offered.setToolTip(hindrance)
