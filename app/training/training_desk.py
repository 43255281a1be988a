"""Where trainings are ordered, looked at and decided on, for the case that is open."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.engine_words import say_in_language
from app.jobs.job_desk import JobDesk
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobStep
from app.jobs.orders import train_order
from app.theme.theme import Theme
from app.training.decision_desk import DecisionDesk
from engine.errors import EngineError

if TYPE_CHECKING:
    from app.case.case_service import CaseService
    from app.case.records import OpenedCase
    from app.jobs.job_process import JobProcess
    from app.training.known_trainings import Known
    from app.training.train_wizard import TrainWizard
    from app.training.training_dialog import TrainingDialog


class TrainingDesk(QObject):
    """Opens the wizard and the views of trainings; holds at most one of each."""

    job_ordered = Signal(object)  # JobOrder

    def __init__(self, window: QWidget, theme: Theme, jobs: JobDesk) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._jobs = jobs
        self._service: CaseService | None = None
        self._opened: OpenedCase | None = None
        self.wizard: TrainWizard | None = None
        self.dialog: TrainingDialog | None = None
        self.decisions = DecisionDesk(window, theme, jobs, self._shown)
        self.decisions.job_ordered.connect(self.job_ordered)
        jobs.changed.connect(self._follow)

    def open_case(self, service: "CaseService", opened: "OpenedCase") -> None:
        """Take the case that is open now."""
        self._service, self._opened = service, opened
        self.decisions.open_case(service)

    def close_case(self) -> None:
        """Shut what speaks of the case."""
        self._service = self._opened = None
        self.decisions.close_case()
        for shown in (self.wizard, self.dialog):
            if shown is not None:
                shown.close()
        self.wizard = self.dialog = None

    def train(self) -> None:
        """Show the training that runs or waits for a decision; where there is none, ask for a new one."""
        self._gather(self._show_or_ask)

    def train_another(self) -> None:
        """Ask for a new training, whatever runs or waits."""
        self._gather(self._ask)

    def show_job(self, job: "JobProcess") -> None:
        """Show the training of a job."""
        if job.order.kind is JobKind.TRAIN:
            self._show(job.order)

    def _gather(self, then: "Callable[[Known], None]") -> None:
        from app.training.known_trainings import gather_known

        if self._service is not None and self._opened is not None and not self._opened.is_read_only:
            case = self._service.folder
            self._service.ask_case(lambda _gallery: gather_known(case), then)

    def _show_or_ask(self, known: "Known") -> None:
        if known.waiting and self._service is not None:
            self._show(train_order(self._service.folder, known.waiting[0].name))
        else:
            self._ask(known)

    def _ask(self, known: "Known") -> None:
        from app.training.train_wizard import TrainWizard
        from app.training.training_choice import TrainingChoice, proposed_name

        if self._service is None or self._opened is None or self.wizard is not None:
            return
        active = self._opened.card.model_id if self._opened.card is not None else ""
        case = self._service.folder
        name = proposed_name(case.stem, known.taken)
        choice = TrainingChoice(case=case, active=active, name=name, taken=known.taken)
        self.wizard = TrainWizard(self._theme, choice, known.cards, self._window)
        self.wizard.accepted.connect(self._order)
        self.wizard.finished.connect(self._forget_wizard)
        self.wizard.open()

    def _order(self) -> None:
        from engine.training.plan import write_plan

        if self.wizard is None:
            return
        try:
            plan = self.wizard.choice.plan()
            write_plan(plan)
        except (EngineError, OSError) as error:
            self.decisions.warn(say_in_language(str(error)))
            return
        order = train_order(plan.case, plan.name)
        self.job_ordered.emit(order)
        self._show(order)

    def _forget_wizard(self) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
            self.wizard = None

    def _show(self, order: JobOrder) -> None:
        from app.training.training_dialog import TrainingDialog
        from engine.training.plan import training_folder

        if self._opened is None:
            return
        if self.dialog is not None and self.dialog.order == order:
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        if self.dialog is not None:
            self.dialog.close()
        folder, can_activate = training_folder(order.arguments[-1]), not self._opened.is_read_only
        self.dialog = dialog = TrainingDialog(
            self._theme, order, folder, can_activate=can_activate, parent=self._window
        )
        dialog.step_wanted.connect(self._take_step)
        dialog.enough_wanted.connect(lambda job: job.ask_enough())
        dialog.another_wanted.connect(self.train_another)
        dialog.pictures_wanted.connect(self._fetch)
        dialog.decided.connect(lambda decision, reason: self.decisions.decide(decision, reason, folder))
        dialog.discarded.connect(lambda: self.decisions.discard(order, folder))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda: self._forget_dialog(dialog))
        self._follow()
        dialog.show_outcome()
        dialog.show()

    def _shown(self, folder: Path) -> "TrainingDialog | None":
        return self.dialog if self.dialog is not None and self.dialog.folder == folder else None

    def _forget_dialog(self, dialog: "TrainingDialog") -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _follow(self) -> None:
        if self.dialog is not None:
            order = self.dialog.order
            self.dialog.follow(next((job for job in self._jobs.jobs if job.order == order), None))

    def _take_step(self, job: "JobProcess | None", step: JobStep) -> None:
        if job is not None:
            self._jobs.take_step(job, step)
        elif self.dialog is not None and step is JobStep.GO_ON:
            self.job_ordered.emit(self.dialog.order)

    def _fetch(self, ids: list[int]) -> None:
        if self._service is not None:
            self._service.ask_case(lambda gallery: gallery.crop_jpegs(ids), self._show_pictures)

    def _show_pictures(self, pictures: Mapping[int, bytes]) -> None:
        if self.dialog is not None:
            self.dialog.show_pictures(pictures)
