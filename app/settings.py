"""What the window remembers from one run to the next."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray

from app.language import Language
from app.search.density import Density
from app.settings_file import SettingsFile
from app.theme.theme import ThemeChoice
from engine import paths

DETECTORS = ("auto", "yolox", "hog", "torchvision", "none")  # said again here: who chooses one is loaded later
TEXT_SCALES = (100, 110, 125, 150, 175, 200)  # percent


class Device(Enum):
    """What models run on."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Settings:
    """Declares every setting once, with its type and default."""

    def __init__(self) -> None:
        self._file = SettingsFile(paths.user_data_dir())

    @property
    def theme(self) -> ThemeChoice:
        """Return the look that the user chose; the system's by default."""
        chosen = self._file.value("theme", ThemeChoice.SYSTEM.value)
        known = {choice.value: choice for choice in ThemeChoice}
        return known.get(chosen, ThemeChoice.SYSTEM)

    def keep_theme(self, choice: ThemeChoice) -> None:
        """Remember the look that the user chose."""
        self._file.keep("theme", choice.value)

    @property
    def language(self) -> Language:
        """Return the language that the user chose, which holds from the next start on; the system's by default."""
        known = {language.value: language for language in Language}
        return known.get(self._file.value("language", Language.SYSTEM.value), Language.SYSTEM)

    def keep_language(self, language: Language) -> None:
        """Remember the language that the user chose."""
        self._file.keep("language", language.value)

    @property
    def density(self) -> Density:
        """Return the size of the tiles; medium by default."""
        known = {density.value: density for density in Density}
        return known.get(self._file.value("density", Density.MEDIUM.value), Density.MEDIUM)

    def keep_density(self, density: Density) -> None:
        """Remember the size of the tiles."""
        self._file.keep("density", density.value)

    @property
    def text_scale(self) -> int:
        """Return how large text and all else is, in percent; 100 by default."""
        stored = self._file.value("text_scale", "100")
        return int(stored) if stored in map(str, TEXT_SCALES) else 100

    def keep_text_scale(self, percent: int) -> None:
        """Remember how large text is to be, from the next start on."""
        self._file.keep("text_scale", str(percent))

    @property
    def device(self) -> Device:
        """Return what models run on; the best there is by default."""
        known = {device.value: device for device in Device}
        return known.get(self._file.value("device", Device.AUTO.value), Device.AUTO)

    def keep_device(self, device: Device) -> None:
        """Remember what models run on."""
        self._file.keep("device", device.value)

    @property
    def threads(self) -> int:
        """Return how many cores a job may use; 0 by default, which is all."""
        stored = self._file.value("threads", "0")
        return int(stored) if stored.isascii() and stored.isdigit() else 0

    def keep_threads(self, count: int) -> None:
        """Remember how many cores a job may use."""
        self._file.keep("threads", str(count))

    @property
    def detector(self) -> str:
        """Return the detector that an import starts with; the best there is by default."""
        stored = self._file.value("detector", DETECTORS[0])
        return stored if stored in DETECTORS else DETECTORS[0]

    def keep_detector(self, name: str) -> None:
        """Remember the detector that an import starts with."""
        self._file.keep("detector", name)

    @property
    def detector_weights(self) -> Path | None:
        """Return the weights file that an import starts with, or None."""
        stored = self._file.value("detector_weights", "")
        return Path(stored) if stored else None

    def keep_detector_weights(self, file: Path | None) -> None:
        """Remember the weights file that an import starts with."""
        self._file.keep("detector_weights", "" if file is None else str(file))

    @property
    def geometry(self) -> QByteArray | None:
        """Return where the window stood, or None."""
        kept = self._file.value("geometry")
        return QByteArray.fromBase64(kept.encode()) if kept else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.keep("geometry", geometry.toBase64().toStdString())

    @property
    def footage_dir(self) -> Path:
        """Return the folder that footage was chosen in last; the user's home by default."""
        return Path(self._file.value("footage_dir", str(Path.home())))

    @footage_dir.setter
    def footage_dir(self, folder: Path) -> None:
        self._file.keep("footage_dir", str(folder))

    @property
    def cases_dir(self) -> Path:
        """Return the folder that the last case was made or opened in; the user's home by default."""
        return Path(self._file.value("cases_dir", str(Path.home())))

    @cases_dir.setter
    def cases_dir(self, folder: Path) -> None:
        self._file.keep("cases_dir", str(folder))
