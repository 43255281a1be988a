"""The models on this machine: what each is and who uses it, and what can be done with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.jobs.job_order import JobOrder
from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_actions import ModelActions
from app.models.model_adding import ModelAdding
from app.models.model_card_view import ModelCardView
from app.models.models_delegate import ModelsDelegate
from app.models.models_desk import ModelsDesk
from app.models.models_item_model import ModelsItemModel
from app.models.space_drawing import SpaceDrawing, picture_of
from app.models.told_line import ToldLine
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button


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
        self.action_row = ModelActions(theme, case, may_change, over=self)
        self.adding = ModelAdding(self)
        self.drawing = SpaceDrawing(self)
        self._build(icons)
        self._connect()
        self._offer()
        self._look_again()

    @property
    def chosen(self) -> ListedModel | None:
        """Return the model that is chosen."""
        return self.models.model(self.list.currentIndex().row())

    def done(self, result: int) -> None:
        """Close, and end what is at work for the dialog alone."""
        self.adding.close()
        self.drawing.close()
        super().done(result)

    def _build(self, icons: Icons) -> None:
        step, width = self._theme.size("step"), self._theme.size("dialog_width")
        column = dialog_column(self._theme, self, tr("Models"))
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
        self.told = ToldLine("modelsTold")
        column.addWidget(self.told)
        column.addWidget(self.action_row)
        self.resize(width * 8 // 5, width * 11 // 10)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.desk.seen.connect(self._take_seen)
        self.desk.changed.connect(self._look_again)
        self.desk.pictured.connect(self.card.show_picture)
        self.desk.told.connect(self.told.say)
        self.desk.failed.connect(self._complain)
        self.adding.added.connect(self._take_added)
        self.adding.refused.connect(self._complain)
        self.drawing.drawn.connect(self._show_chosen)
        self.drawing.failed.connect(self._complain)
        self.drawing.failed.connect(lambda _reason: self._show_chosen())
        self.card.forget_wanted.connect(self.action_row.ask_to_forget)
        self.card.space_wanted.connect(self.action_row.ask_for_data)
        self.action_row.asked.connect(lambda: self.told.say(""))
        self.action_row.job_ordered.connect(self._order)
        self.action_row.close_button.clicked.connect(self.reject)
        questions = self.action_row.questions
        self.import_button.clicked.connect(questions.ask_for_file)
        questions.file_chosen.connect(self.add)
        questions.name_given.connect(self.desk.rename)
        questions.target_chosen.connect(self.desk.export)
        questions.removal_wanted.connect(self.desk.remove)
        questions.data_chosen.connect(self._draw)

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
        self.action_row.offer(self.chosen, self.models.seen)
        self.import_button.setEnabled(not self.adding.is_busy)

    def add(self, file: Path) -> None:
        """Take a model in from a file, once it has been checked."""
        self.adding.add(file)
        self.told.say(tr("Checking {name}…").format(name=file.name))
        self._offer()

    def _take_added(self, name: str) -> None:
        self.told.say(tr("{name} was taken in.").format(name=name))
        self._look_again(name)

    def _look_again(self, name: str = "") -> None:
        """Look at all anew, and choose the model of this name then."""
        self._wanted = name
        self.desk.look(self._case, self._recent)

    def _order(self, order: JobOrder) -> None:
        """Have a job done; the dialog closes, for the foot of the window shows how far it is."""
        self.job_ordered.emit(order)
        self.accept()

    def _draw(self, model: ListedModel, data: Path) -> None:
        self.told.say("")
        self.drawing.draw(model.name, model.model_id, data)
        self._show_chosen()

    def _complain(self, reason: str) -> None:
        self.told.complain(reason)
        self._offer()
