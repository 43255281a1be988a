from datetime import datetime

import pytest

from app.footage.camera_correction import CameraCorrection
from app.tab import Tab
from engine.gallery.camera_clock import CameraClock
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewFrame, SourceKind
from engine.search.active_model import activate_model


@pytest.fixture
def correction(tmp_path):
    def made(**typed):
        fields = {"name": "Gate A", "zone": "Europe/Berlin", "clock_text": "4m10s"} | typed
        clock = CameraClock(zone="Europe/Berlin", ahead_s=250)
        return CameraCorrection(case=tmp_path, camera="Gate A", clock=clock, frames=1_200, **fields)

    return made


def test_only_what_is_changed_is_asked_for(correction, tmp_path):
    assert correction().options == ()
    assert correction(name=" Gate B ").options == ("--rename", "Gate B")
    assert correction(clock_text="").options == ("--clock-offset", "0s")
    both = correction(zone="UTC", clock_text="-250s")
    assert both.arguments() == (
        "job",
        "camera",
        "--zone",
        "UTC",
        "--clock-offset",
        "-4m10s",
        "--",
        str(tmp_path),
        "Gate A",
    )
    assert both.in_words().startswith("The times of all its 1,200 frames are corrected")
    assert correction(name="Gate B").in_words() == "The camera is called Gate B from now on; the log says so."


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"name": " "}, "needs a name"), ({"zone": "Mars"}, "no time zone “Mars”"), ({"clock_text": "soon"}, "4m10s")],
)
def test_what_cannot_be_is_said(correction, typed, words):
    assert words in correction(**typed).problem


def test_a_camera_is_corrected_from_the_footage_page(qtbot, window, installed_model, tmp_path):
    folder = tmp_path / "clock.bolo"
    with Gallery.create(folder) as gallery:
        activate_model(gallery, installed_model)
        record_frame(gallery, tmp_path)
    window.open_case(folder)
    qtbot.waitUntil(lambda: window.case_view is not None, timeout=20_000)
    window.show_tab(Tab.FOOTAGE)
    page = window.case_view.footage_page
    qtbot.waitUntil(lambda: page.coverage.rowCount() == 1, timeout=10_000)
    assert not page.correct_button.isEnabled()
    page.coverage_view.selectRow(0)
    page.correct_button.click()
    dialog = window.dialogs.camera_dialog
    assert not dialog.correct_button.isEnabled()
    dialog.name_edit.setText("front door")
    dialog.zone_box.setEditText("Europe/Berlin")
    dialog.clock_edit.setText("4m10s")
    with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
        dialog.correct_button.click()
    qtbot.waitUntil(lambda: page.coverage.index(0, 0).data() == "front door", timeout=10_000)
    with Gallery.open(folder, read_only=True) as gallery:
        (camera,) = gallery.camera_records()
    assert camera.clock == CameraClock(zone="Europe/Berlin", ahead_s=250)
    assert camera.first.isoformat() == "2026-03-01T11:00:00+00:00"


def record_frame(gallery, folder):
    written = datetime(2026, 3, 1, 12, 4, 10)
    source = gallery.add_source(folder, SourceKind.FRAMES, "door")
    frame = NewFrame(
        path=folder / "1.jpg",
        number=1,
        sha256="0" * 64,
        width_px=9,
        height_px=9,
        time_raw=written,
        time=written.astimezone(),
        crops=(),
    )
    gallery.record_frames(source, [frame])
