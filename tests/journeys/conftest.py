"""An investigator at the window: mouse, keyboard, real dialogs, the real child process, a real case."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)

from app.footage.import_choice import Detector
from app.jobs.job_process import JobProcess
from app.jobs.job_state import JobStatus
from app.main_window import MainWindow
from app.settings import Settings
from app.start.start_page import StartPage
from app.tab import Tab
from app.theme.theme import Theme, ThemeChoice
from engine.demo.footage import render_demo_footage, source_folders
from engine.demo.truth import Truth
from engine.gallery.gallery import Gallery
from engine.imaging.crops import cut_crop
from engine.imaging.jpeg import decode_jpeg, encode_jpeg
from engine.progress import Progress
from engine.search.ranking import RankedCrop
from tests.benchmarks.case_content import CaseContent, assert_same, read_content

JOB_MS = 600_000  # a machine of two busy cores is slow
WINDOW_MS = 30_000
FRAMES_A_CAMERA = 8


class Investigator:
    """Does with mouse and keys what a person would, and waits as long as a person would."""

    def __init__(self, qtbot, application: QApplication) -> None:
        self._qtbot = qtbot
        self._theme = Theme(application, ThemeChoice.DARK)
        self.window: MainWindow | None = None

    def open_window(self) -> MainWindow:
        """Start the window as the program does."""
        self.window = MainWindow(self._theme, Settings())
        self.window.show()
        self._qtbot.waitExposed(self.window)
        return self.window

    def close_window(self) -> None:
        """Close the window; what it started ends."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def make_case(self, folder: Path) -> None:
        """Make a case from the start page: its name typed, its place chosen in the file dialog."""
        self.click(self.window.findChild(StartPage).new_button)
        dialog = self.dialog("newCaseDialog")
        self.click(dialog.findChild(QAbstractButton, "chooseInside"))
        self.choose_file(dialog, folder.parent)
        self.type_into(dialog.name_edit, folder.stem)
        self.click(dialog.make_button)
        self.wait_for(lambda: self.window.case_view is not None, WINDOW_MS)

    def open_case(self, folder: Path) -> None:
        """Open a case from the list of recent ones."""
        page = self.window.findChild(StartPage)

        def listed() -> list[QAbstractButton]:
            return [button for button in page.recent_buttons if button.isVisible() and button.toolTip() == str(folder)]

        self.wait_for(lambda: bool(listed()), WINDOW_MS)
        self.click(listed()[0])
        self.wait_for(lambda: self.window.case_view is not None, WINDOW_MS)

    def start_import(
        self, *sources: Path, detector: Detector, weights: Path | None = None, every: int = 1
    ) -> JobProcess:
        """Choose folders and videos in the import dialog and start; return the job."""
        self.click(self.window.findChild(QAbstractButton, f"tab-{Tab.FOOTAGE.value}"))
        page = self.window.case_view.footage_page
        offers = (page.import_button, page.empty.action_button)
        self.wait_for(lambda: any(offer.isVisible() for offer in offers), WINDOW_MS)
        self.click(next(offer for offer in offers if offer.isVisible()))
        dialog = self.dialog("importDialog")
        for source in sources:
            self.click(dialog.add_folder_button if source.is_dir() else dialog.findChild(QAbstractButton, "addVideos"))
            self.choose_file(dialog, source)
        self.choose_with_keys(dialog.detector_box, detector)
        if weights is not None:
            self.click(dialog.detectors.weights_button)
            self.choose_file(dialog, weights)
        self.choose_with_keys(dialog.every_box, every)
        before = self.window.jobs.jobs  # the last of them may not have left yet
        self.click(dialog.import_button)
        self.wait_for(lambda: any(job not in before for job in self.window.jobs.jobs), WINDOW_MS)
        return next(job for job in self.window.jobs.jobs if job not in before)

    def wait_for_first_event(self, job: JobProcess) -> None:
        """Wait until a job is at work, or has ended."""
        self.wait_for(lambda: bool(job.state.stage) or not job.state.is_running, JOB_MS)

    def wait_for_end(self, job: JobProcess) -> None:
        """Wait until a job has ended."""
        self.wait_for(lambda: job.state.has_ended, JOB_MS)

    def kill(self, job: JobProcess) -> bool:
        """Kill a job's process as a power cut would; return whether it was still at work."""
        process_id = job.process_id
        if not process_id:
            return False
        os.kill(process_id, signal.SIGKILL)
        self.wait_for_end(job)
        return job.state.status is JobStatus.DIED

    def tick(self, attribute: str) -> list[RankedCrop]:
        """Click an attribute's chip; return the results once they are shown."""
        page = self.window.search_page
        self.click(self.window.findChild(QAbstractButton, f"tab-{Tab.SEARCH.value}"))
        chip = page.findChild(QAbstractButton, f"chip-{attribute}")
        if not chip.isVisible():
            schema = page.description_panel.description.schema
            self.click(page.findChild(QAbstractButton, f"group-{schema.group_of(attribute).id}"))
        return self.ask_by(chip)

    def show_each_crop(self) -> list[RankedCrop]:
        """Take the tiles of tracks apart; return the results once they are shown."""
        page = self.window.search_page
        self.wait_for(page.filter_bar.track_button.isEnabled, WINDOW_MS)  # once the case has been counted
        return self.ask_by(page.filter_bar.track_button)

    def ask_by(self, widget: QWidget) -> list[RankedCrop]:
        """Click what asks something else; return the results once they answer it, and not what was asked before."""
        page = self.window.search_page
        with self._qtbot.waitSignal(page.results_shown, timeout=WINDOW_MS):
            self.click(widget)
        self.wait_for(lambda: page.is_answered, WINDOW_MS)
        return self.results()

    def results(self) -> list[RankedCrop]:
        """Return what the tiles show, in their order."""
        model = self.window.search_page.results
        return [model.ranked(row) for row in range(model.rowCount())]

    def dialog(self, name: str) -> QWidget:
        """Return the dialog of this name, once it is open."""

        def shown() -> list[QWidget]:
            return [found for found in self.window.findChildren(QWidget, name) if found.isVisible()]

        self.wait_for(lambda: bool(shown()), WINDOW_MS)
        return shown()[0]

    def click(self, widget: QWidget) -> None:
        """Bring a widget into view and click into its middle."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget)
        assert widget.isVisible() and widget.isEnabled(), f"{widget.objectName()} cannot be clicked"
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type_into(self, edit: QLineEdit, text: str) -> None:
        """Replace what stands in a line."""
        edit.selectAll()
        self._qtbot.keyClicks(edit, text)

    def choose_file(self, dialog: QWidget, path: Path) -> None:
        """Type a path into the file dialog that has opened, and accept."""
        self.wait_for(lambda: any(found.isVisible() for found in dialog.findChildren(QFileDialog)), WINDOW_MS)
        files = next(found for found in dialog.findChildren(QFileDialog) if found.isVisible())
        shown = files.findChild(QListView, "listView")
        # What is typed while the folder is still being read, or without the focus, the dialog writes over.
        self.wait_for(lambda: shown.model().rowCount(shown.rootIndex()) > 0, WINDOW_MS)
        edit = files.findChild(QLineEdit, "fileNameEdit")
        self.click(edit)
        self.wait_for(edit.hasFocus, WINDOW_MS)
        self.type_into(edit, str(path))
        with self._qtbot.waitSignal(files.filesSelected, timeout=WINDOW_MS) as chosen:
            self.click(files.findChild(QDialogButtonBox).buttons()[0])
        assert chosen.args == [[str(path)]]

    def choose_with_keys(self, box, value) -> None:
        """Go through a list with the arrow keys until it shows this value."""
        self._qtbot.keyClick(box, Qt.Key.Key_Home)
        while box.currentData() != value:
            before = box.currentIndex()
            self._qtbot.keyClick(box, Qt.Key.Key_Down)
            assert box.currentIndex() != before, f"{value} is not in the list"

    def wait_for(self, is_so, timeout_ms: int) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(is_so, timeout=timeout_ms)


@pytest.fixture
def investigator(qtbot, qapp, tmp_path, monkeypatch):
    (tmp_path / "home" / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))  # where the file dialogs start
    made = Investigator(qtbot, qapp)
    yield made
    made.close_window()


@pytest.fixture(scope="session")
def content_of():
    return read_content


@pytest.fixture(scope="session")
def assert_same_content():
    return assert_same


@dataclass(frozen=True)
class Street:
    """The beginning of the demo's footage, and the people in it cut out by the truth."""

    cameras: tuple[Path, ...]  # folders of frames
    people: tuple[Path, ...]  # folders of crops, one a camera
    truth: Truth

    @property
    def frames(self) -> int:
        """Return how many frames there are."""
        return len(self.truth.frames)

    @property
    def crops(self) -> int:
        """Return how many people were cut out."""
        return sum(len(frame.people) for frame in self.truth.frames)


@pytest.fixture(scope="session")
def street(tmp_path_factory) -> Street:
    folder = tmp_path_factory.mktemp("street")
    frames, people = folder / "frames", folder / "people"
    truth = render_demo_footage(frames, Progress(), frames_per_site=FRAMES_A_CAMERA)
    for frame in truth.frames:
        pixels = decode_jpeg((frames / frame.file).read_bytes())
        (people / frame.file).parent.mkdir(parents=True, exist_ok=True)
        for person in frame.people:
            crop = (people / frame.file).with_stem(f"{Path(frame.file).stem}_{person.track:02}")
            crop.write_bytes(encode_jpeg(cut_crop(pixels, person.box)))
    return Street(cameras=source_folders(frames), people=source_folders(people), truth=truth)


@dataclass(frozen=True)
class Undisturbed:
    """An import that nothing stopped."""

    content: CaseContent
    seconds: float  # at work: from its first event to its end


@pytest.fixture(scope="session")
def undisturbed(street, content_of, tmp_path_factory, bolo_home) -> Undisturbed:
    """Import the street's people as the window's child does, with nothing to stop it."""
    case = tmp_path_factory.mktemp("undisturbed") / "undisturbed.bolo"
    Gallery.create(case).close()
    options = ["--detector", Detector.NONE.value, "--", str(case), *map(str, street.people)]
    command = [sys.executable, "-m", "engine.cli", "job", "import", *options]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        first_event = time.monotonic()
        child.stdout.read()
    assert child.returncode == 0
    return Undisturbed(content=content_of(case), seconds=time.monotonic() - first_event)
