"""How long it takes, without a programmer, from a case to a model that was trained on 60 crops labelled by keyboard.

python tests/benchmarks/wizard_journey.py DIR [--labels 60]

The demo case is made in DIR where it is not there (not counted). The window is driven by mouse and keys, off screen or
where QT_QPA_PLATFORM says. The keys say what the footage's truth says of every group of a crop, and are pressed as fast
as the page takes them: what a person needs to look is not in it.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.jobs.job_order import JobKind
from app.jobs.job_state import JobStatus
from app.labelling.label_page import LabelPage
from app.labelling.value_keys import REST_NO, SKIP, UNSURE, keys_of
from app.main_window import MainWindow
from app.settings import Settings
from app.tab import Tab
from app.theme.theme import Theme, ThemeChoice
from engine.attributes.schema import Group
from engine.cli.demo_command import make_demo
from engine.demo.truth import FILE_NAME, Truth, read_truth
from engine.gallery.records import CropId
from engine.progress import Progress
from engine.registry.store import default_store
from tests.benchmarks.truth_labels import Seen, seen_at

LONGEST_S = 3600


def until(is_so: Callable[[], bool]) -> None:
    """Let the window run until something is so."""
    began = time.monotonic()
    while not is_so():
        QTest.qWait(20)
        if time.monotonic() - began > LONGEST_S:
            raise SystemExit("it took more than an hour")


class Watch:
    """Prints how long each part took."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()

    def tell(self, part: str) -> None:
        """Print what was done, and how long it took."""
        now = time.monotonic()
        sys.stdout.write(f"| {part} | {now - self._last:.0f} |\n")
        sys.stdout.flush()
        self._last = now

    def tell_all(self) -> None:
        """Print how long all of it took."""
        sys.stdout.write(f"| in all | {time.monotonic() - self._began:.0f} |\n")


def click(widget: QAbstractButton) -> None:
    """Click into a button once it can be clicked."""
    until(lambda: widget.isVisible() and widget.isEnabled())
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def label(window: MainWindow, truth: Truth, count: int) -> int:
    """Label so many crops by keyboard, every group of each; return how many keys that took."""
    click(window.findChild(QAbstractButton, f"tab-{Tab.LABEL.value}"))
    assert window.case_view is not None
    page = window.case_view.label_page
    until(lambda: page.is_settled and page.desk.current is not None)
    labelled: set[CropId] = set()
    pressed = 0
    while len(labelled) < count:
        crop_id, group = page.desk.current, page.work.panel.group
        assert crop_id is not None and group is not None
        sheet = page.desk.sheets.sheet(crop_id)
        seen = None if sheet is None else seen_at(sheet.crop, truth)
        keys = [SKIP] if seen is None else keys_for(page, group, seen)
        for key in keys:
            window.activateWindow()
            until(window.isActiveWindow)
            QTest.keyClick(page.stage.picture, key)
            until(lambda: page.is_settled)
        until(partial(has_gone_on, page, crop_id, group))
        pressed += len(keys)
        if seen is not None and page.desk.current != crop_id:
            labelled.add(crop_id)
    return pressed


def has_gone_on(page: LabelPage, crop_id: CropId, group: Group) -> bool:
    """Whether another crop, or group of the same, is asked for."""
    return page.desk.current != crop_id or page.work.panel.group is not group


def keys_for(page: LabelPage, group: Group, seen: Seen) -> list[str]:
    """Return the keys that say what is true of a group."""
    if any(attribute.id in seen.hidden for attribute in group.attributes):
        return [UNSURE]
    assert page.desk.kept is not None
    by_key = keys_of(page.desk.kept.schema.group(group.id))
    held = [by_key[attribute.id] for attribute in group.attributes if attribute.id in seen.held]
    return held[:1] if group.exclusive and held else [*held, REST_NO]


def train(window: MainWindow, watch: Watch) -> str:
    """Go through the wizard by its buttons; return the new model's name."""
    window.trainings.train_another()
    until(lambda: window.trainings.wizard is not None)
    wizard = window.trainings.wizard
    assert wizard is not None
    goes_on = wizard.findChild(QAbstractButton, "wizardNext")
    for _ in range(3):
        click(goes_on)
    until(lambda: wizard.currentPage() is wizard.recipe_page and wizard.measuring.is_answered)
    sys.stdout.write(f"{wizard.measuring.sentence}\n\n| part | seconds |\n|---|---|\n")
    watch.tell("the wizard, with audit and estimate")
    name = wizard.choice.name
    click(wizard.findChild(QAbstractButton, "wizardFinish"))
    until(lambda: any(job.order.kind is JobKind.TRAIN for job in window.jobs.jobs))
    job = next(job for job in window.jobs.jobs if job.order.kind is JobKind.TRAIN)
    until(lambda: job.state.has_ended)
    if job.state.status is not JobStatus.FINISHED:
        raise SystemExit(job.state.message)
    watch.tell("training and comparison")
    return name


def decide(window: MainWindow, watch: Watch) -> None:
    """Use the new model, with a reason where it is weaker."""
    dialog = window.trainings.dialog
    assert dialog is not None
    until(lambda: dialog.decide_bar.isVisible())
    if dialog.decide_bar.reason_edit.isVisible():
        QTest.keyClicks(dialog.decide_bar.reason_edit, "to see it")
    click(dialog.decide_bar.activate_button)
    until(lambda: any(job.order.kind is JobKind.ACTIVATE for job in window.jobs.jobs))
    job = next(job for job in window.jobs.jobs if job.order.kind is JobKind.ACTIVATE)
    until(lambda: job.state.has_ended)
    if job.state.status is not JobStatus.FINISHED:
        raise SystemExit(job.state.message)
    watch.tell("activating")


def is_searched_with(window: MainWindow, model_id: str) -> bool:
    """Whether the window has gone over to this model."""
    card = window.case_view.opened.card if window.case_view is not None else None
    return card is not None and card.model_id == model_id


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--labels", type=int, default=60)
    arguments = parser.parse_args()
    demo = make_demo(arguments.folder, Progress())
    application = QApplication([])
    window = MainWindow(Theme(application, ThemeChoice.LIGHT), Settings())
    window.show()
    window.open_case(demo.case)
    until(lambda: window.search_page is not None and window.search_page.is_answered)
    watch = Watch()
    pressed = label(window, read_truth(demo.footage / FILE_NAME), arguments.labels)
    watch.tell(f"{arguments.labels} crops labelled with {pressed} keys")
    model_id = default_store().get(train(window, watch)).card.model_id
    decide(window, watch)
    until(lambda: is_searched_with(window, model_id))
    until(lambda: window.search_page is not None and window.search_page.is_answered)  # another page: of the new model
    watch.tell("searching again")
    watch.tell_all()
    window.close()


if __name__ == "__main__":
    main()
