"""The whole day: import, describe, refine by a rejected hit, review, bookmark, report, export, reopen, verify."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.footage.import_choice import Detector
from app.jobs.job_state import JobStatus
from app.tab import Tab
from engine.casework.verify import verify_case
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId, ReviewState
from engine.progress import Progress

pytestmark = [pytest.mark.journey, pytest.mark.timeout(1200)]

SOON_MS = 60_000
REASON = "stands at the gate when the parcel is left"
EVERY = 25  # frames of the real video: enough for a day's work, few enough for a test


class Desk:
    """What an investigator does in a case whose people are on show."""

    def __init__(self, investigator, qtbot) -> None:
        self._investigator = investigator
        self._qtbot = qtbot

    @property
    def page(self):
        return self._investigator.window.search_page

    def on_show(self) -> list[CropId]:
        """Return who stands on the pages that were fetched, best first."""
        return [ranked.crop.id for ranked in self._investigator.results() if ranked is not None]

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the results."""
        self._qtbot.keyClick(self.page.results_view, key, modifiers)

    def review_at(self, row: int, key, state: ReviewState):
        """Click a tile and press a review's key; return the crop once the tile shows it."""
        view = self.page.results_view
        view.scrollTo(view.model().index(row))
        crop = self._investigator.results()[row].crop
        self._qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row)).center()
        )
        assert view.chosen_crop == crop.id
        self.press(key)
        self._investigator.wait_for(lambda: self.state_of(crop.id) is state, SOON_MS)
        return crop.id

    def state_of(self, crop_id) -> ReviewState | None:
        """Return what the tile of a crop says; None where it is not on show."""
        on_show = (one for one in self._investigator.results() if one is not None)
        return next((one.review for one in on_show if one.crop.id == crop_id), None)

    def learn_from_reviews(self) -> None:
        """Tick that reviews count as examples, and wait for the new ranking."""
        self._investigator.ask_by(self.page.description_panel.learn_box)

    def add_to_case(self, crop_id, reason: str) -> None:
        """Bookmark the chosen crop by key, then add it to the case on the page of the case."""
        self.press(Qt.Key.Key_B)
        self._investigator.wait_for(lambda: crop_id in self.page.bookmarking.crop_ids, SOON_MS)
        window = self._investigator.window
        self._investigator.click(window.findChild(QAbstractButton, f"tab-{Tab.CASE.value}"))
        self._investigator.click(window.case_view.case_page.bookmarks_button)
        dialog = self._investigator.dialog("bookmarksDialog")
        self._investigator.wait_for(lambda: dialog.list.count() == 1, SOON_MS)
        assert not dialog.add_button.isEnabled(), "nobody is added to a case without a reason"
        self._investigator.type_into(dialog.note_edit, reason)
        self._investigator.click(dialog.add_button)
        self._investigator.wait_for(lambda: reason in dialog.list.item(0).text(), SOON_MS)
        self._investigator.click(dialog.findChild(QAbstractButton, "bookmarksClose"))

    def save_by(self, button: QAbstractButton, path: Path):
        """Click a button that asks where to save, type the place, and wait for the job's end."""
        jobs = self._investigator.window.jobs
        self._investigator.wait_for(button.isEnabled, SOON_MS)
        before = list(jobs.jobs)
        self._investigator.click(button)
        self._investigator.choose_file(self._investigator.window, path)
        self._investigator.wait_for(lambda: any(job not in before for job in jobs.jobs), SOON_MS)
        job = next(job for job in jobs.jobs if job not in before)
        self._investigator.wait_for_end(job)
        assert job.state.status is JobStatus.FINISHED, job.state.message


@pytest.fixture
def desk(investigator, qtbot) -> Desk:
    return Desk(investigator, qtbot)


def test_drawn_street(investigator, street, desk, tmp_path):
    investigator.open_window()
    case = tmp_path / "street.bolo"
    investigator.make_case(case)
    job = investigator.start_import(*street.people, detector=Detector.NONE)
    investigator.wait_for_end(job)
    assert job.state.status is JobStatus.FINISHED, job.state.message
    work_a_day(investigator, desk, case, "upperBodyOrange")


def test_real_video(investigator, data_dir, desk, tmp_path):
    weights = data_dir.parent / "models" / "yolox_nano.onnx"
    if not weights.is_file():
        pytest.skip(f"YOLOX's weights are not here ({weights})")
    investigator.open_window()
    case = tmp_path / "square.bolo"
    investigator.make_case(case)
    video = data_dir / "pets09" / "vtest.avi"
    job = investigator.start_import(video, detector=Detector.YOLOX, weights=weights, every=EVERY)
    investigator.wait_for_end(job)
    assert job.state.status is JobStatus.FINISHED, job.state.message
    work_a_day(investigator, desk, case, "upperBodyRed")


def work_a_day(investigator, desk: Desk, case: Path, attribute: str) -> None:
    """Describe, refine, review, bookmark, report and export; close, open again and check everything."""
    investigator.tick(attribute)
    investigator.show_each_crop()
    order = desk.on_show()

    rejected = desk.review_at(2, Qt.Key.Key_N, ReviewState.REJECTED)
    desk.learn_from_reviews()
    refined = desk.on_show()
    assert refined != order
    assert rejected not in refined[: order.index(rejected)], "who was rejected stands higher than before"

    unsure = desk.review_at(1, Qt.Key.Key_U, ReviewState.UNSURE)
    confirmed = desk.review_at(0, Qt.Key.Key_Y, ReviewState.CONFIRMED)
    desk.add_to_case(confirmed, REASON)

    report, package = case.parent / "report.pdf", case.parent / "package"
    page = investigator.window.case_view.case_page
    desk.save_by(page.report_button, report)
    desk.save_by(page.export_button, package)
    investigator.close_window()
    check_papers(case, report, package, {confirmed, unsure})

    investigator.open_window()
    investigator.open_case(case)
    investigator.wait_for(lambda: desk.page is not None and desk.page.is_answered, SOON_MS)
    investigator.tick(attribute)
    investigator.show_each_crop()
    said = {confirmed: ReviewState.CONFIRMED, unsure: ReviewState.UNSURE, rejected: ReviewState.REJECTED}
    assert {crop_id: desk.state_of(crop_id) for crop_id in said} == said
    assert desk.page.bookmarking.crop_ids == {confirmed}

    page = investigator.window.case_view.case_page
    investigator.click(investigator.window.findChild(QAbstractButton, f"tab-{Tab.CASE.value}"))
    investigator.wait_for(lambda: page.log.lines.all_lines > 0 and page.log.check_button.isEnabled(), SOON_MS)
    investigator.click(page.log.check_button)
    investigator.wait_for(lambda: bool(page.log.sentence), SOON_MS)
    assert page.log.sentence.startswith("✓"), page.log.sentence
    investigator.close_window()
    assert verify_case(case, Progress()).is_whole
    with Gallery.open(case, read_only=True) as gallery:
        assert gallery.bookmarks()[confirmed].state is BookmarkState.ADDED


def check_papers(case: Path, report: Path, package: Path, chosen: set[int]) -> None:
    """Check that report and package stand in the log by their hashes, and that the package's own check passes."""
    with Gallery.open(case, read_only=True) as gallery:
        facts = {entry.action: json.loads(entry.facts) for entry in gallery.audit_entries()}
    assert facts["report made"]["sha256"] == hashlib.sha256(report.read_bytes()).hexdigest()
    assert re.match(rb"%PDF-1\.\d", report.read_bytes())
    manifest = (package / "manifest.json").read_bytes()
    assert facts["exported"]["manifest_sha256"] == hashlib.sha256(manifest).hexdigest()
    assert {crop["crop_id"] for crop in json.loads(manifest)["crops"]} == chosen
    checked = subprocess.run([sys.executable, str(package / "verify.py")], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    sums = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=package, capture_output=True, text=True)
    assert sums.returncode == 0, sums.stdout + sums.stderr
