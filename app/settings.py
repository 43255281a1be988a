"""What the window remembers from one run to the next; the only user of QSettings."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.language import Language
from app.search.density import Density
from app.theme.theme import ThemeChoice
from engine import paths


class Settings:
    """Declares every setting once, with its type and default."""

    def __init__(self) -> None:
        self._stored = QSettings(str(paths.user_data_dir() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Return the look that the user chose; the system's by default."""
        chosen = str(self._stored.value("theme", ThemeChoice.SYSTEM.value))
        known = {choice.value: choice for choice in ThemeChoice}
        return known.get(chosen, ThemeChoice.SYSTEM)

    def keep_theme(self, choice: ThemeChoice) -> None:
        """Remember the look that the user chose."""
        self._stored.setValue("theme", choice.value)

    @property
    def language(self) -> Language:
        """Return the language that the user chose, which holds from the next start on; the system's by default."""
        known = {language.value: language for language in Language}
        return known.get(str(self._stored.value("language", Language.SYSTEM.value)), Language.SYSTEM)

    def keep_language(self, language: Language) -> None:
        """Remember the language that the user chose."""
        self._stored.setValue("language", language.value)

    @property
    def density(self) -> Density:
        """Return the size of the tiles; medium by default."""
        known = {density.value: density for density in Density}
        return known.get(str(self._stored.value("density", Density.MEDIUM.value)), Density.MEDIUM)

    def keep_density(self, density: Density) -> None:
        """Remember the size of the tiles."""
        self._stored.setValue("density", density.value)

    @property
    def geometry(self) -> QByteArray | None:
        """Return where the window stood, or None."""
        stored = self._stored.value("geometry")
        return stored if isinstance(stored, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._stored.setValue("geometry", geometry)

    @property
    def footage_dir(self) -> Path:
        """Return the folder that footage was chosen in last; the user's home by default."""
        return Path(str(self._stored.value("footage_dir", str(Path.home()))))

    @footage_dir.setter
    def footage_dir(self, folder: Path) -> None:
        self._stored.setValue("footage_dir", str(folder))

    @property
    def cases_dir(self) -> Path:
        """Return the folder that the last case was made or opened in; the user's home by default."""
        return Path(str(self._stored.value("cases_dir", str(Path.home()))))

    @cases_dir.setter
    def cases_dir(self, folder: Path) -> None:
        self._stored.setValue("cases_dir", str(folder))
