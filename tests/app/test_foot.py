"""The line below the pages: on what jobs run, that nothing goes over a network, and what gives way to a job."""

import sys
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from app import device_words
from app.device_words import say_device
from app.foot import Foot
from app.jobs.job_state import JobState
from app.settings import Device, Settings

CARD = "graphics card"


@pytest.fixture(autouse=True)
def machine(monkeypatch, tmp_path):
    """Return a machine's folder of devices, with two cores to use and without a graphics card."""
    monkeypatch.setattr(device_words, "DEVICES", tmp_path)
    monkeypatch.setattr(device_words, "usable_cores", lambda: 2)
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


@pytest.fixture
def home(monkeypatch, tmp_path):
    """Have the settings of this test be its own."""
    for name, value in (("BOLO_HOME", str(tmp_path)), ("BOLO_DEVICE", "auto"), ("BOLO_THREADS", "0")):
        monkeypatch.setenv(name, value)


@pytest.fixture
def foot(qtbot, theme, home):
    window = QWidget()  # else the foot would grow with what is in it
    qtbot.addWidget(window)
    made = Foot(theme, Settings(), window)
    made.resize(1280, made.height())
    window.show()
    made.show_gallery("853 crops, all searchable")
    yield made


def ended(**summary):
    state = JobState("Importing gate")
    state.summary = summary
    return SimpleNamespace(state=state)


def test_without_a_driver_the_choice_is_the_processor(machine):
    assert say_device(Device.AUTO) == say_device(Device.CPU) == "CPU, 2 cores"
    assert say_device(Device.CUDA) == CARD  # jobs fail where there is none, and the settings say so


def test_with_a_driver_the_choice_is_the_card(machine):
    (machine / "nvidiactl").touch()
    assert say_device(Device.AUTO) == "CPU, 2 cores"
    (machine / "nvidia0").touch()
    assert (say_device(Device.AUTO), say_device(Device.CPU)) == (CARD, "CPU, 2 cores")


def test_on_windows_the_driver_is_a_library_of_the_system(machine, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", str(machine))
    assert say_device(Device.AUTO) == "CPU, 2 cores"
    (machine / "System32").mkdir()
    (machine / "System32" / "nvcuda.dll").touch()
    assert say_device(Device.AUTO) == CARD


def test_what_a_job_ran_on_counts_where_the_choice_is_open(machine):
    (machine / "nvidia0").touch()
    assert say_device(Device.AUTO, "cpu") == "CPU, 2 cores"  # torch cannot use it
    assert say_device(Device.AUTO, "cuda:0") == CARD
    assert say_device(Device.CPU, "cuda:0") == "CPU, 2 cores"


def test_one_core_is_said_in_the_singular(monkeypatch):
    monkeypatch.setattr(device_words, "usable_cores", lambda: 1)
    assert say_device(Device.CPU) == "CPU, 1 core"


def test_the_foot_says_device_and_network(foot):
    assert (foot.device.text(), foot.device.accessibleName()) == ("CPU, 2 cores", "Jobs run on: CPU, 2 cores")
    assert (foot.network.text(), foot.network.accessibleName()) == ("offline", "Network: offline")
    assert foot.network.toolTip() == "Bolo uses no network unless you ask for a download"
    assert foot.device.isVisible() and foot.network.isVisible()


def test_a_job_that_embedded_tells_its_device_until_the_settings_change(foot):
    foot.device.take_ended(ended(embedded=0, device="cuda"))
    foot.device.take_ended(ended())
    assert foot.device.text() == "CPU, 2 cores"
    foot.device.take_ended(ended(embedded=9, device="cuda"))
    assert foot.device.text() == CARD
    foot.device.show_settings()
    assert foot.device.text() == "CPU, 2 cores"


def test_a_new_setting_is_told_at_once(home, window):
    window.dialogs.show_settings()
    box = window.dialogs.settings_dialog.boxes["device"]
    box.setCurrentIndex(box.findData(Device.CUDA))
    assert window._foot.device.text() == CARD
    box.setCurrentIndex(box.findData(Device.CPU))
    assert window._foot.device.text() == "CPU, 2 cores"
    window.dialogs.settings_dialog.reject()


def test_where_a_job_leaves_no_room_the_network_goes_first_then_the_device(qtbot, foot):
    def lack(width):
        """Have the job need so much more than what is free beside all that the foot says."""
        foot.job_strip.setMinimumWidth(room + width)
        qtbot.wait(20)
        return foot.device.isVisible(), foot.network.isVisible()

    foot.job_strip.show()
    room = foot.job_strip.sizeHint().width() + foot.width() - foot.layout().sizeHint().width()
    both = foot.device.width() + foot.network.width()
    assert lack(-60) == (True, True)
    assert lack(10) == (True, False)
    assert lack(-5) == (True, False)  # it comes back where there is some to spare
    assert lack(-60) == (True, True)
    assert lack(both) == (False, False)
    assert lack(-60) == (True, True)
