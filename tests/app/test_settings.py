from pathlib import Path

from PySide6.QtCore import QByteArray

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
    first._stored.sync()
    second = Settings()
    assert (second.theme, second.geometry) == (ThemeChoice.LIGHT, QByteArray(b"somewhere"))
    assert second.density is Density.LARGE
    assert (second.footage_dir, second.cases_dir) == (tmp_path / "footage", tmp_path / "cases")


def test_a_setting_that_was_damaged_falls_back_to_its_default(monkeypatch, tmp_path):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    (tmp_path / "window.ini").write_text("[General]\ntheme=purple\ndensity=huge\ngeometry=nowhere\n", encoding="utf-8")
    assert (Settings().theme, Settings().geometry) == (ThemeChoice.SYSTEM, None)
    assert Settings().density is Density.MEDIUM
