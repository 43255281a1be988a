"""The wizard's third page: what a training starts from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QWidget

from app.theme.theme import Theme
from app.training.wizard_page import WizardPage, wrapped
from app.translate import say_number, tr
from app.widgets.labels import label
from app.widgets.named_line import named_line
from engine.errors import ConfigError
from engine.registry.card import ModelCard
from engine.training.preset import Start

if TYPE_CHECKING:
    from app.training.train_wizard import TrainWizard

MANY = 2000  # pictures; fewer are too few for a model that knows nothing of clothes yet


class StartFromPage(WizardPage):
    """Offers the models to fine-tune, an ImageNet backbone, or nothing; and asks for the new model's name."""

    def __init__(self, theme: Theme, wizard: "TrainWizard", models: Sequence[ModelCard]) -> None:
        super().__init__(
            theme,
            wizard,
            2,
            tr("What to start from"),
            tr("A model that knows people already needs the least data. It stays as it is; the new one gets a name."),
        )
        self.starts: dict[Start, QRadioButton] = {}
        self._build(models)
        self.starts[Start.MODEL if models else Start.IMAGENET].setChecked(True)

    def initializePage(self) -> None:
        """Say what the data allows."""
        self.name_edit.setText(self.choice.name)
        self._show_warning()

    def isComplete(self) -> bool:
        """Return whether there is a start and a name that can be had."""
        if self.choice.start is Start.MODEL and not self.choice.model:
            return False
        try:
            self.choice.check_name()
        except ConfigError:
            return False
        return True

    def _build(self, models: Sequence[ModelCard]) -> None:
        step = self._theme.size("step")
        group = QButtonGroup(self)
        texts = {
            Start.MODEL: tr("A model that there is: fine-tune it (recommended)"),
            Start.IMAGENET: tr("A network that knows photographs (ImageNet)"),
            Start.NOTHING: tr("Nothing"),
        }
        self.model_box = QComboBox(objectName="startModel")
        self.model_box.setAccessibleName(tr("The model to fine-tune"))
        for card in models:
            self.model_box.addItem(f"{card.name} – {card.title}", card.name)
        active = next((place for place, card in enumerate(models) if card.model_id == self.choice.active), 0)
        self.model_box.setCurrentIndex(active)
        self.model_box.currentIndexChanged.connect(lambda _place: self._take_model())
        for start, text in texts.items():
            made = QRadioButton(text, objectName=f"start-{start.value}")
            made.toggled.connect(lambda is_on, start=start: self._take_start(start) if is_on else None)
            made.setEnabled(start is not Start.MODEL or bool(models))
            group.addButton(made)
            self.starts[start] = made
            self.column.addWidget(made)
            if start is Start.MODEL:
                self.column.addWidget(self._indented(self.model_box))
        self.warning = wrapped("", "warn", name="startWarning")
        self.column.addWidget(self.warning)
        self.column.addSpacing(2 * step)
        self.name_edit = named_line(tr("Name of the new model"), "modelName", tr("letters, digits, - and _"))
        self.name_edit.textChanged.connect(self._take_name)
        row = QHBoxLayout(spacing=3 * step)
        row.addWidget(label(tr("Name of the new model"), "muted"))
        row.addWidget(self.name_edit, 1)
        self.column.addLayout(row)
        self.name_problem = wrapped("", "warn", name="nameProblem")
        self.column.addWidget(self.name_problem)
        self.column.addStretch(1)
        self._take_model()

    def _indented(self, widget: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(6 * self._theme.size("step"), 0, 0, 0)
        row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _take_start(self, start: Start) -> None:
        self.model_box.setEnabled(start is Start.MODEL)
        self.change(start=start, changes={})
        self._show_warning()

    def _take_model(self) -> None:
        self.change(model=self.model_box.currentData() or "", changes={})

    def _take_name(self, text: str) -> None:
        self.change(name=text.strip())
        try:
            self.choice.check_name()
        except ConfigError as error:
            self.name_problem.setText(say_problem(error) if text.strip() else "")
        else:
            self.name_problem.setText("")

    def _show_warning(self) -> None:
        few = self.choice.pictures < MANY
        text = ""
        if self.choice.start is Start.NOTHING:
            text = tr(
                "From nothing a model must learn from these pictures alone what edges, cloth and people are: hours of "
                "time, tens of thousands of pictures, and still a weaker model than from any other start."
            )
        elif self.choice.start is Start.IMAGENET and few:
            text = tr(
                "{n} pictures are few for a network that knows nothing of clothes yet; a model that is fine-tuned will "
                "most likely do better."
            ).format(n=say_number(self.choice.pictures))
        self.warning.setText(text)
        self.warning.setVisible(bool(text))


def say_problem(error: ConfigError) -> str:
    """Return what is wrong with a value, as a sentence in the user's language."""
    from app.engine_words import say_in_language

    return say_in_language(str(error))
