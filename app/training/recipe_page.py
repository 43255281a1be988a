"""The wizard's fourth page: how long a training may take, with what that will be, measured."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout

from app.theme.theme import Theme
from app.training.estimate_row import EstimateRow
from app.training.start_from_page import say_problem
from app.training.wizard_page import WizardPage, wrapped
from app.translate import tr
from engine.errors import ConfigError
from engine.training.preset import Preset

if TYPE_CHECKING:
    from app.training.train_wizard import TrainWizard


class RecipePage(WizardPage):
    """Offers the presets, and leads to every field of the recipe."""

    def __init__(self, theme: Theme, wizard: "TrainWizard") -> None:
        super().__init__(
            theme,
            wizard,
            3,
            tr("How long it may learn"),
            tr("It goes on in the background while you search, and after the window was closed and opened again."),
        )
        self.presets: dict[Preset, QRadioButton] = {}
        self.estimate = EstimateRow(theme, wizard.measuring)
        self.problem = wrapped("", "warn", name="recipeProblem")
        self._build()
        self.presets[Preset.QUICK].setChecked(True)

    def initializePage(self) -> None:
        """Measure what is chosen."""
        self.show_choice()

    def cleanupPage(self) -> None:
        """Give up measuring when one goes back."""
        self._wizard.measuring.stop()

    def nextId(self) -> int:
        """Return the page of all fields where it is wanted; else this is the last."""
        return self._wizard.advanced_id if self.advanced_box.isChecked() else -1

    def isComplete(self) -> bool:
        """Return whether the recipe works."""
        return not self._problem()

    def show_choice(self) -> None:
        """Say whether the recipe works, and measure it."""
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._wizard.measuring.measure(None if problem else self.choice.estimate_arguments())
        self.completeChanged.emit()

    def _build(self) -> None:
        step = self._theme.size("step")
        group = QButtonGroup(self)
        for preset, (title, line) in _presets().items():
            made = QRadioButton(title, objectName=f"preset-{preset.value}")
            made.setAccessibleDescription(line)
            made.toggled.connect(lambda is_on, preset=preset: self._take(preset) if is_on else None)
            group.addButton(made)
            self.presets[preset] = made
            explained = wrapped(line, "muted")
            explained.setContentsMargins(7 * step, 0, 0, step)
            part = QVBoxLayout(spacing=0)
            part.addWidget(made)
            part.addWidget(explained)
            self.column.addLayout(part)
        self.advanced_box = QCheckBox(tr("Look at every field of the recipe"), objectName="advancedRecipe")
        self.advanced_box.toggled.connect(self._wizard.show_last_page)
        self.column.addSpacing(step)
        self.column.addWidget(self.advanced_box)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        self.column.addWidget(self.estimate)

    def _take(self, preset: Preset) -> None:
        self.change(preset=preset, changes={})
        if self.isVisible():
            self.show_choice()

    def _problem(self) -> str:
        try:
            self.choice.recipe()
        except ConfigError as error:
            return say_problem(error)
        return ""


def _presets() -> Mapping[Preset, tuple[str, str]]:
    return {
        Preset.QUICK: (tr("Quick"), tr("Minutes: whether it is worth while, and often enough for one new attribute.")),
        Preset.STANDARD: (tr("Standard"), tr("What is taken where there is no hurry.")),
        Preset.THOROUGH: (tr("Thorough"), tr("Several times as long; for the last points, overnight.")),
        Preset.PAPER: (
            tr("As in the paper"),
            tr(
                "ResNet-50 as Jeong, Park and Kwak (2021) trained it, from ImageNet weights; for researchers, and too "
                "slow without a graphics card."
            ),
        ),
    }
