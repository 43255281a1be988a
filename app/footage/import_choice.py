"""What the import dialog has gathered: footage, camera, time, detector; checked, and as arguments."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from zoneinfo import available_timezones

VIDEO_SUFFIXES = frozenset({".avi", ".mp4", ".mkv", ".mov", ".m4v", ".mpg", ".mpeg", ".ts", ".webm", ".wmv", ".flv"})
TIME_FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M")


class Detector(Enum):
    """How people are found in the frames."""

    AUTO = "auto"
    YOLOX = "yolox"
    HOG = "hog"
    NONE = "none"


class Field(Enum):
    """What can be wrong."""

    SOURCES = "sources"
    START = "start"
    ZONE = "zone"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoice:
    """All that an import needs, as typed; `problems` says what does not work yet."""

    case: Path
    sources: tuple[Path, ...] = ()
    camera: str = ""
    start_text: str = ""
    zone: str = ""
    detector: Detector = Detector.AUTO
    weights: Path | None = None  # that the user chose
    found_weights: Path | None = None  # that are on this machine already
    every: int = 1

    @property
    def has_video(self) -> bool:
        """Whether one of the sources is a video file."""
        return any(source.suffix.lower() in VIDEO_SUFFIXES for source in self.sources)

    @property
    def start(self) -> datetime | None:
        """Return the time of the first frame, without a zone, or None where none was typed or it cannot be read."""
        for pattern in TIME_FORMATS:
            try:
                return datetime.strptime(self.start_text.strip(), pattern)
            except ValueError:
                continue
        return None

    @property
    def effective_weights(self) -> Path | None:
        """Return the weights that YOLOX would take."""
        return self.weights or self.found_weights

    @property
    def effective_detector(self) -> Detector:
        """Return what "auto" becomes on this machine."""
        if self.detector is not Detector.AUTO:
            return self.detector
        return Detector.YOLOX if self.effective_weights is not None else Detector.HOG

    @property
    def wrong_fields(self) -> frozenset[Field]:
        """Return the fields that do not work yet; an import can start when there is none."""
        checks = {
            Field.SOURCES: not self.sources or any(not source.exists() for source in self.sources),
            Field.START: bool(self.start_text.strip()) and self.start is None,
            Field.ZONE: bool(self.zone) and self.zone not in available_timezones(),
            Field.WEIGHTS: self._lacks_weights(),
        }
        return frozenset(field for field, is_wrong in checks.items() if is_wrong)

    def arguments(self) -> tuple[str, ...]:
        """Return the child's arguments, after `bolo`."""
        options: list[str] = ["--detector", self.detector.value]
        if self.camera.strip():
            options += ["--camera", self.camera.strip()]
        if self.start is not None:
            options += ["--start", self.start.isoformat()]
        if self.zone:
            options += ["--zone", self.zone]
        if self.weights is not None and self.detector in (Detector.AUTO, Detector.YOLOX):
            options += ["--detector-weights", str(self.weights)]
        if self.every > 1:
            options += ["--every", str(self.every)]
        return ("job", "import", *options, "--", str(self.case), *map(str, self.sources))

    def _lacks_weights(self) -> bool:
        if self.weights is not None and self.detector in (Detector.AUTO, Detector.YOLOX):
            return not self.weights.is_file()
        return self.detector is Detector.YOLOX and self.found_weights is None
