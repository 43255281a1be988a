"""The Train wizard: data, what is in it, what to start from, the recipe; then a training is ordered."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QWidget, QWizard

from app.theme.theme import Theme
from app.training.advanced_page import AdvancedPage
from app.training.audit_page import AuditPage
from app.training.data_page import DataPage
from app.training.measuring import Measuring
from app.training.recipe_page import RecipePage
from app.training.start_from_page import StartFromPage
from app.training.training_choice import TrainingChoice
from app.training.wizard_page import WizardPage
from app.translate import tr
from app.widgets.labels import set_style_property
from engine.registry.card import ModelCard

WIDTH, HEIGHT = 900, 660  # of the wizard, at least: a table of seven columns


class TrainWizard(QWizard):
    """Makes a TrainingChoice; `choice.plan()` is what is ordered once it is accepted."""

    def __init__(
        self, theme: Theme, choice: TrainingChoice, models: Sequence[ModelCard], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainWizard")
        self.setWindowTitle(tr("Train a model"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOptions(QWizard.WizardOption.NoBackButtonOnStartPage | QWizard.WizardOption.NoDefaultButton)
        self._theme = theme
        self.choice = choice
        self.measuring = Measuring(self)
        self.data_page = DataPage(theme, self)
        self.audit_page = AuditPage(theme, self)
        self.start_page = StartFromPage(theme, self, models)
        self.recipe_page = RecipePage(theme, self)
        self.advanced_page = AdvancedPage(theme, self)
        for page in (self.data_page, self.audit_page, self.start_page, self.recipe_page):
            self.addPage(page)
        self.advanced_id = self.addPage(self.advanced_page)
        self._build()
        self.currentIdChanged.connect(self._show_step)
        self.setMinimumSize(WIDTH, HEIGHT)  # a hint would not do: a wizard goes by its first page

    def change(self, **fields: object) -> None:
        """Change fields of the choice."""
        self.choice = replace(self.choice, **fields)  # type: ignore[arg-type]

    def show_last_page(self) -> None:
        """Look anew at whether the page that is shown is the last, and so which buttons there are."""
        page = self.currentPage()
        if page is not None:
            page.setFinalPage(page.nextId() == -1)
            page.completeChanged.emit()

    def done(self, result: int) -> None:
        """End what the pages have children at work on."""
        self.audit_page.cleanupPage()
        self.measuring.stop()
        super().done(result)

    def _build(self) -> None:
        texts = {
            QWizard.WizardButton.BackButton: tr("Back"),
            QWizard.WizardButton.NextButton: tr("Next"),
            QWizard.WizardButton.FinishButton: tr("Start training"),
            QWizard.WizardButton.CancelButton: tr("Cancel"),
        }
        for which, text in texts.items():
            self.setButtonText(which, text)
        for which, name in (
            (QWizard.WizardButton.NextButton, "wizardNext"),
            (QWizard.WizardButton.FinishButton, "wizardFinish"),
        ):
            made: QAbstractButton = self.button(which)
            made.setObjectName(name)
            set_style_property(made, "kind", "primary")
        self.button(QWizard.WizardButton.BackButton).setObjectName("wizardBack")

    def _show_step(self, page_id: int) -> None:
        page = self.page(page_id)
        if isinstance(page, WizardPage):
            self.setAccessibleName(page.page_title)
