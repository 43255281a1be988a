"""What the import dialog has gathered: footage, camera, time, detector; checked, and as arguments."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from zoneinfo import available_timezones

from app.footage.name_words import unread_names
from app.footage.previewed_people import CameraSettings
from engine.errors import ConfigError
from engine.gallery.camera_clock import read_duration
from engine.imaging.name_presets import name_pattern

VIDEO_SUFFIXES = frozenset({".avi", ".mp4", ".mkv", ".mov", ".m4v", ".mpg", ".mpeg", ".ts", ".webm", ".wmv", ".flv"})
TIME_FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M")


class Detector(Enum):
    """How people are found in the frames."""

    AUTO = "auto"
    YOLOX = "yolox"
    HOG = "hog"
    TORCHVISION = "torchvision"
    NONE = "none"


WITH_WEIGHTS = (Detector.AUTO, Detector.YOLOX, Detector.TORCHVISION)


class Field(Enum):
    """What can be wrong."""

    SOURCES = "sources"
    START = "start"
    ZONE = "zone"
    CLOCK = "clock"
    PATTERN = "pattern"
    TWO_CAMERAS = "two cameras"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoice:
    """All that an import needs, as typed; `problems` says what does not work yet."""

    case: Path
    sources: tuple[Path, ...] = ()
    camera: str = ""
    start_text: str = ""
    zone: str = ""
    clock_text: str = ""  # how far the clock runs ahead, as 4m10s
    pattern: str = ""  # of file names
    files: tuple[Path, ...] = ()  # the first of the sources, as far as they have been listed
    detector: Detector = Detector.AUTO
    weights: Path | None = None  # that the user chose for this detector
    found_weights: Path | None = None  # of YOLOX, that are on this machine already
    every: int = 1
    people: CameraSettings = field(default_factory=CameraSettings)  # who of the people found is taken

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
    def ahead_s(self) -> float | None:
        """Return how far the clock runs ahead, or None where nothing was typed or it cannot be read."""
        try:
            return read_duration(self.clock_text)
        except ConfigError:
            return None

    @property
    def names_cameras(self) -> bool:
        """Whether the pattern finds the cameras in the file names."""
        try:
            return bool(self.pattern) and name_pattern(self.pattern).gives_camera
        except ConfigError:
            return False

    @property
    def effective_weights(self) -> Path | None:
        """Return the weights that the detector would take."""
        return self.weights if self.detector is Detector.TORCHVISION else self.weights or self.found_weights

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
            Field.CLOCK: bool(self.clock_text.strip()) and self.ahead_s is None,
            Field.PATTERN: not self._fits(),
            Field.TWO_CAMERAS: bool(self.camera.strip()) and self.names_cameras,
            Field.WEIGHTS: self._lacks_weights(),
        }
        return frozenset(field for field, is_wrong in checks.items() if is_wrong)

    @property
    def can_preview(self) -> bool:
        """Whether frames can be looked at: there is footage, in whole frames, and a detector that works."""
        hindrances = {Field.SOURCES, Field.PATTERN, Field.TWO_CAMERAS, Field.WEIGHTS}
        return self.detector is not Detector.NONE and not hindrances & self.wrong_fields

    def preview_arguments(self) -> tuple[str, ...]:
        """Return the child's arguments to look for people in a few frames; they decide what a preview shows."""
        options: list[str] = ["--detector", self.effective_detector.value]
        if self.camera.strip():
            options += ["--camera", self.camera.strip()]
        if self.pattern:
            options += ["--name-pattern", self.pattern]
        if self.effective_detector in WITH_WEIGHTS and self.effective_weights is not None:
            options += ["--detector-weights", str(self.effective_weights)]
        return ("job", "preview-people", *options, "--", str(self.case), *map(str, self.sources))

    def arguments(self) -> tuple[str, ...]:
        """Return the child's arguments, after `bolo`."""
        options: list[str] = ["--detector", self.detector.value]
        if self.camera.strip():
            options += ["--camera", self.camera.strip()]
        if self.start is not None:
            options += ["--start", self.start.isoformat()]
        if self.ahead_s is not None:
            options += ["--clock-offset", self.clock_text.strip()]
        if self.pattern:
            options += ["--name-pattern", self.pattern]
        if self.zone:
            options += ["--zone", self.zone]
        if self.weights is not None and self.detector in WITH_WEIGHTS:
            options += ["--detector-weights", str(self.weights)]
        if self.every > 1:
            options += ["--every", str(self.every)]
        options += self.people.arguments()
        return ("job", "import", *options, "--", str(self.case), *map(str, self.sources))

    def _fits(self) -> bool:
        """Return whether the pattern works, and reads at least one of the names that are known."""
        try:
            unread = unread_names(self.files, self.pattern)
        except ConfigError:
            return False
        return not self.files or len(unread) < len(self.files)

    def _lacks_weights(self) -> bool:
        if self.detector is Detector.TORCHVISION:
            return self.weights is None or not self.weights.is_file()
        if self.weights is not None and self.detector in (Detector.AUTO, Detector.YOLOX):
            return not self.weights.is_file()
        return self.detector is Detector.YOLOX and self.found_weights is None
