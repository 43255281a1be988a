"""Kill the window, or the training below it, with −9 at random moments, and look what is listed and what goes on.

python -m tests.benchmarks.kills_while_training --kills 12

A training is ordered on 90 labelled people of a drawn case: three epochs, the comparison, and the model among the
user's. Every other kill hits the training, the others the window. After each the models are looked at: none may be half
there. A killed training is gone on with by its button; a killed window is opened again, and the training offered there
gone on with. At the end the model must be, weight for weight, the one of a training that nothing disturbed.
"""

import json
import os
import shutil
import signal
import threading
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any

from engine.gallery.gallery import Gallery
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.training.plan import COMPARISON_FILE, read_outcome, training_folder
from tests.benchmarks.killed_window import home_of, open_window, run_kills, tell, work_in

NAME = "killed"
LABELLED = 90
EPOCHS = 3
SIZE = "[64,32]"  # of the pictures: so that a kill costs seconds
LONGEST_S = 25.0  # from the start of the training's process to the kill
LOOK_S = 0.05
ASKED = ("upperBodyBlue", "lowerBodyJeans", "personalMale")


@dataclass
class TrainingKills:
    """What was killed, and what was listed after each."""

    case: Path
    random: Random
    killed: list[str] = field(default_factory=list)  # what was done when it was killed
    undisturbed: str = ""  # the id of the model of a training that nothing killed

    def __post_init__(self) -> None:
        os.environ.update(home_of(self.case))
        label_people(self.case)
        self.undisturbed = self._trained_elsewhere()

    def run(self) -> None:
        """Have the training begun or gone on with, kill it or its window, and look at what is there."""
        with open_window("tests.benchmarks.kills_while_training", self.case, self.random) as window:
            told = _Told(window)
            training = told.wait("process")
            hits_window = len(self.killed) % 2 == 0
            self._wait_and_look(self.random.uniform(0, LONGEST_S), told)
            self.killed.append(told.doing)
            if not hits_window and not told.is_done:
                os.kill(training, signal.SIGKILL)
                told.wait("process")  # the button was clicked, and it goes on
                self._wait_and_look(self.random.uniform(0, LONGEST_S), told)
            window.kill()
        self._look()
        if told.is_done:
            self._begin_anew()

    def facts(self) -> dict[str, object]:
        """Return what to print, once the training has come to its end."""
        with open_window("tests.benchmarks.kills_while_training", self.case, self.random) as window:
            told = _Told(window)
            while not told.is_done:
                self._look()
                sleep(LOOK_S)
            window.kill()
        self._check_model()
        return {"killed_while": self.killed, "equal_to_undisturbed": True}

    def _wait_and_look(self, seconds: float, told: "_Told") -> None:
        until = monotonic() + seconds
        while monotonic() < until and not told.is_done:
            self._look()
            sleep(LOOK_S)

    def _look(self) -> None:
        """Look whether a model is listed that is not whole."""
        store = default_store()
        assert not store.broken(), store.broken()
        assert set(store.names()) <= {DEFAULT_MODEL, NAME}, store.names()
        if NAME in store.names():
            self._check_model()

    def _check_model(self) -> None:
        assert default_store().get(NAME).card.model_id == self.undisturbed

    def _begin_anew(self) -> None:
        """The training came to its end before the kill: check it, and have the next one begin at the beginning."""
        self._check_model()
        assert read_outcome(training_folder(NAME), COMPARISON_FILE) is not None
        self._forget_training()

    def _forget_training(self) -> None:
        default_store().remove(NAME)
        shutil.rmtree(training_folder(NAME))

    def _trained_elsewhere(self) -> str:
        with open_window("tests.benchmarks.kills_while_training", self.case, self.random) as window:
            told = _Told(window)
            while not told.is_done:
                sleep(LOOK_S)
            window.kill()
        made = default_store().get(NAME).card.model_id
        self._forget_training()
        return made


class _Told:
    """What a window tells, read beside the rest."""

    def __init__(self, window: Any) -> None:
        self.doing = ""
        self.is_done = False
        self._lines: list[dict[str, Any]] = []
        self._came = threading.Condition()
        threading.Thread(target=self._read, args=(window.stdout,), daemon=True).start()

    def wait(self, name: str) -> Any:
        """Return what is told next under a name."""
        with self._came:
            found = self._came.wait_for(lambda: [line for line in self._lines if name in line], timeout=120)
            assert found, f"the window did not tell its {name}"
            self._lines.remove(found[0])
            return found[0][name]

    def _read(self, stream: Any) -> None:
        for line in stream:
            if line.endswith("\n"):  # a kill may cut the last one
                self._take(json.loads(line))

    def _take(self, told: dict[str, Any]) -> None:
        with self._came:
            self.doing = told.get("doing", self.doing)
            self.is_done = self.is_done or "done" in told
            self._lines.append(told)
            self._came.notify_all()


def label_people(case: Path) -> None:
    """Label the first people of a case, of each value some."""
    with Gallery.open(case) as gallery:
        ids = gallery.crop_ids()[:: max(1, len(gallery.crop_ids()) // LABELLED)][:LABELLED]
        labels = {
            id_: {name: (place >> bit) % 2 == 0 for bit, name in enumerate(ASKED)} for place, id_ in enumerate(ids)
        }
        gallery.save_labels(labels, labeller="ann")


def train_on(case: Path, _random: Random) -> None:
    """Order the training, or go on with the one that is offered; whatever is killed below it is gone on with too."""
    work_in(case, _begin)


def _begin(window: Any) -> Any:
    from app.jobs.job_order import JobKind
    from app.jobs.job_state import JobStatus
    from app.jobs.orders import train_order

    if window.case_view is None or window.search_page is None or not window.search_page.is_answered:
        return None
    case = window.case_view.opened.folder
    if not training_folder(NAME).exists():
        order_plan(case, window.case_view.opened.card.model_id)
        window.jobs.start(train_order(case, NAME))
    told: list[int] = []

    def watch() -> None:
        job = next((job for job in reversed(window.jobs.jobs) if job.order.kind is JobKind.TRAIN), None)
        if job is None:
            window.jobs.start(train_order(case, NAME))  # killed before the case had it on its list
        elif job.state.status is JobStatus.FINISHED:
            tell(done=NAME)
        elif job.state.status in (JobStatus.DIED, JobStatus.PAUSED):
            click_go_on(window)
        elif job.state.has_ended:
            raise SystemExit(job.state.message)
        elif job.process_id and job.process_id not in told:
            told.append(job.process_id)
            tell(process=job.process_id)
        else:
            tell(doing=job.state.stage)

    return watch


def click_go_on(window: Any) -> None:
    """Click what goes on with a job that was killed: at the foot of the window, or in the offer after it was opened."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton

    from app.jobs.job_strip import JobStrip

    offer = window.findChild(QAbstractButton, "goOnLeftOver")
    strip = window.findChild(JobStrip).go_on_button
    button = next((button for button in (offer, strip) if button.isVisible()), None)
    if button is not None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def order_plan(case: Path, active: str) -> None:
    """Keep the plan of a short training, as the wizard does."""
    from app.training.training_choice import TrainingChoice
    from engine.training.plan import write_plan

    changes = {"fine-tuning.epochs": str(EPOCHS), "input_px": SIZE}
    choice = TrainingChoice(
        case=case, active=active, cases=(case,), pictures=LABELLED, model=DEFAULT_MODEL, name=NAME, changes=changes
    )
    write_plan(choice.plan())


if __name__ == "__main__":
    run_kills(__doc__, TrainingKills, train_on)
