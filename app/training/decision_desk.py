"""Where what is decided about trainings is carried out, for the case that is open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.jobs.job_desk import JobDesk
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobStep
from app.jobs.orders import activate_order, forget_order
from app.theme.theme import Theme
from app.training.decision import Decision
from app.training.discard_question import DiscardQuestion
from app.translate import tr

if TYPE_CHECKING:
    from app.case.case_service import CaseService
    from app.training.known_trainings import Decided
    from app.training.training_dialog import TrainingDialog


class DecisionDesk(QObject):
    """Puts decisions to the case's thread, then closes the view they were made in, or says there what hinders them.

    Args:
        window: that questions and problems are shown over.
        theme: their look.
        jobs: may stand in the way.
        shown: returns the view of the training in a folder, None where it is not open.
    """

    job_ordered = Signal(object)  # JobOrder

    def __init__(
        self, window: QWidget, theme: Theme, jobs: JobDesk, shown: "Callable[[Path], TrainingDialog | None]"
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._shown = window, jobs, shown
        self._service: CaseService | None = None
        self.question = DiscardQuestion(theme, window)

    def open_case(self, service: "CaseService") -> None:
        """Take the case that is open now."""
        self._service = service

    def close_case(self) -> None:
        """Ask nothing more about the case."""
        self._service = None
        self.question.close()

    def discard(self, order: JobOrder, folder: Path) -> None:
        """Discard the training of an order, of which there is nothing to decide about yet."""
        if self._service is not None:
            self.question.ask(self._service.folder, folder, lambda may: self._discard(order, folder) if may else None)

    def decide(self, decision: Decision, reason: str, folder: Path) -> None:
        """Decide about the model of a training."""
        if decision is Decision.DISCARD and self._service is not None:
            self.question.ask(
                self._service.folder,
                folder,
                lambda may: self._decide(decision, reason, folder) if may else self._decide_anew(folder),
            )
        else:
            self._decide(decision, reason, folder)

    def warn(self, problem: str) -> None:
        """Say a problem where there is no view to say it in."""
        icon = QMessageBox.Icon.Warning
        box = QMessageBox(icon, tr("Train a model"), problem, QMessageBox.StandardButton.Ok, self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()  # a box that waits here would hold up all answers of the case

    def _discard(self, order: JobOrder, folder: Path) -> None:
        from app.training.known_trainings import discard_training

        if self._service is None:
            return
        if any(job.order == order for job in self._jobs.pending):
            self.warn(tr("The training goes on again and was not discarded; cancel it first."))
            return
        activating = self._activating()
        self._service.ask_case(
            lambda gallery: discard_training(gallery, folder.name, activating),
            lambda decided: self._take_discarded(order, folder, decided),
        )

    def _take_discarded(self, order: JobOrder, folder: Path, decided: "Decided") -> None:
        shown = self._shown(folder)
        if decided.problem:
            (self.warn if shown is None else shown.run_view.show_problem)(decided.problem)
            return
        for job in self._jobs.jobs:
            if job.order == order:
                self._jobs.take_step(job, JobStep.DISMISS)
        self._have_forgotten(decided)
        if shown is not None:
            shown.close()

    def _decide(self, decision: Decision, reason: str, folder: Path) -> None:
        from app.training.known_trainings import decide_training

        if self._service is None:
            return
        activating = self._activating()
        self._service.ask_case(
            lambda gallery: decide_training(gallery, folder.name, decision, reason, activating),
            lambda decided: self._take_decision(decision, folder, decided),
        )

    def _decide_anew(self, folder: Path) -> None:
        shown = self._shown(folder)
        if shown is not None:
            shown.decide_bar.ask_anew()

    def _take_decision(self, decision: Decision, folder: Path, decided: "Decided") -> None:
        shown = self._shown(folder)
        if decided.problem:
            (self.warn if shown is None else shown.decide_bar.show_problem)(decided.problem)
            return
        if decision is Decision.ACTIVATE and self._service is not None:
            self.job_ordered.emit(activate_order(self._service.folder, decided.name, decided.model_id))
        self._have_forgotten(decided)
        if shown is not None:
            shown.close()

    def _have_forgotten(self, decided: "Decided") -> None:
        if decided.forgets and self._service is not None:
            self.job_ordered.emit(forget_order(self._service.folder, decided.name, decided.model_id))

    def _activating(self) -> frozenset[str]:
        """Return the ids of the models that the case is about to be searched with."""
        orders = (job.order for job in self._jobs.pending)
        return frozenset(order.arguments[-1] for order in orders if order.kind is JobKind.ACTIVATE)
