import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.search.density import Density
from app.settings import Settings
from app.theme.theme import ThemeChoice


def test_what_was_chosen_is_there_the_next_time(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    first = Settings()
    assert (first.theme, first.geometry, first.footage_dir) == (ThemeChoice.SYSTEM, None, Path.home())
    first.keep_theme(ThemeChoice.LIGHT)
    first.geometry = QByteArray(b"somewhere")
    first.footage_dir = tmp_path / "footage"
    first.cases_dir = tmp_path / "cases"
    first.keep_density(Density.LARGE)
    first._file.wait()
    second = Settings()
    assert (second.theme, second.geometry) == (ThemeChoice.LIGHT, QByteArray(b"somewhere"))
    assert second.density is Density.LARGE
    assert (second.footage_dir, second.cases_dir) == (tmp_path / "footage", tmp_path / "cases")


def test_a_setting_that_was_damaged_falls_back_to_its_default(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    damaged = {"theme": "purple", "density": ["huge"], "geometry": 7}
    (tmp_path / "window.json").write_text(json.dumps(damaged), encoding="utf-8")
    assert (Settings().theme, Settings().geometry) == (ThemeChoice.SYSTEM, None)
    assert Settings().density is Density.MEDIUM


@pytest.mark.parametrize(
    "content", [b"", b"[1, 2]", b"\xff\xfe", b"[" * 100_000], ids=["empty", "list", "bytes", "deep"]
)
def test_a_file_that_is_none_of_ours_is_as_good_as_none(monkeypatch, tmp_path, content):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    (tmp_path / "window.json").write_bytes(content)
    settings = Settings()
    assert settings.theme is ThemeChoice.SYSTEM
    settings.keep_theme(ThemeChoice.DARK)
    settings._file.wait()
    assert Settings().theme is ThemeChoice.DARK


def test_what_an_older_bolo_kept_is_taken_over(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    older = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    older.setValue("theme", "light")
    older.setValue("text_scale", 150)
    older.setValue("geometry", QByteArray(b"some\x00where"))
    older.setValue("cases_dir", "/cases, of the year")
    older.sync()
    settings = Settings()
    settings.keep_density(Density.SMALL)
    settings._file.wait()
    (tmp_path / "window.ini").unlink()
    after = Settings()
    assert (after.theme, after.text_scale, after.density) == (ThemeChoice.LIGHT, 150, Density.SMALL)
    assert (after.geometry, after.cases_dir) == (QByteArray(b"some\x00where"), Path("/cases, of the year"))


def test_what_another_window_changed_meanwhile_stays(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    here, there = Settings(), Settings()
    for settings, change in ((here, here.keep_theme), (there, there.keep_theme)):
        change(ThemeChoice.DARK)
        settings._file.wait()
    there.keep_threads(1)
    there._file.wait()
    here.keep_density(Density.LARGE)
    here._file.wait()
    assert (Settings().threads, Settings().density, Settings().theme) == (1, Density.LARGE, ThemeChoice.DARK)


def test_a_slow_disk_does_not_hold_up_the_window(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    taken, may_go_on = threading.Event(), threading.Event()

    def slow(_descriptor):
        taken.set()
        may_go_on.wait(30)

    monkeypatch.setattr("engine.whole_file.os.fsync", slow)
    settings = Settings()
    settings.keep_density(Density.SMALL)
    assert taken.wait(30)
    settings.keep_density(Density.LARGE)  # while the disk has not taken the first
    assert settings.density is Density.LARGE and not may_go_on.is_set()
    may_go_on.set()
    settings._file.wait()
    assert Settings().density is Density.LARGE


def test_where_nothing_can_be_written_a_choice_holds_until_the_window_goes(monkeypatch, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "file" / "home"))
    settings = Settings()
    settings.keep_theme(ThemeChoice.DARK)
    settings._file.wait()
    assert settings.theme is ThemeChoice.DARK and Settings().theme is ThemeChoice.SYSTEM


def test_what_could_not_be_written_is_written_with_the_next_change(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    settings = Settings()
    settings.keep_theme(ThemeChoice.LIGHT)
    settings._file.wait()
    with monkeypatch.context() as full:
        full.setattr("engine.whole_file.os.fsync", _refuse)
        settings.keep_theme(ThemeChoice.DARK)
        settings._file.wait()
    settings.keep_density(Density.SMALL)
    settings._file.wait()
    assert (Settings().theme, Settings().density) == (ThemeChoice.DARK, Density.SMALL)


def _refuse(_descriptor):
    raise OSError("No space left on device")
