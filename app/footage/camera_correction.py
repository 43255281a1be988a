"""What the camera dialog has gathered: name, zone and clock; checked, and as arguments."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from app.translate import say_number, tr, tr_count
from engine.errors import ConfigError
from engine.gallery.camera_clock import CameraClock, read_duration, say_duration


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraCorrection:
    """A camera as it is, and as it was typed."""

    case: Path
    camera: str
    clock: CameraClock
    frames: int
    name: str
    zone: str
    clock_text: str  # how far the clock runs ahead, as 4m10s; empty where it is right

    @property
    def ahead_s(self) -> float | None:
        """Return how far the clock runs ahead, or None where that cannot be read."""
        if not self.clock_text.strip():
            return 0.0
        try:
            return read_duration(self.clock_text)
        except ConfigError:
            return None

    @property
    def problem(self) -> str:
        """Return what cannot be, "" where all can."""
        if not self.name.strip():
            return tr("A camera needs a name.")
        if self.zone and self.zone not in available_timezones():
            return tr("There is no time zone “{zone}”; choose one from the list.").format(zone=self.zone)
        if self.ahead_s is None:
            return tr("Write how far the clock runs ahead as 4m10s, or -250s where it is behind, or leave it empty.")
        return ""

    @property
    def options(self) -> tuple[str, ...]:
        """Return what is to be changed, as the command line takes it."""
        options: list[str] = []
        if self.name.strip() != self.camera:
            options += ["--rename", self.name.strip()]
        if self.zone and self.zone != self.clock.zone:
            options += ["--zone", self.zone]
        if self.ahead_s is not None and self.ahead_s != self.clock.ahead_s:
            options += ["--clock-offset", say_duration(self.ahead_s)]
        return tuple(options)

    @property
    def changes_times(self) -> bool:
        """Whether the times of the frames follow."""
        return bool({"--zone", "--clock-offset"} & set(self.options))

    def arguments(self) -> tuple[str, ...]:
        """Return the child's arguments, after `bolo`."""
        return ("job", "camera", *self.options, "--", str(self.case), self.camera)

    def in_words(self) -> str:
        """Return what will happen, or what is missing."""
        if self.problem:
            return self.problem
        if not self.options:
            return tr("Change what is wrong; what the recorder wrote is kept, so it can be changed again.")
        if not self.changes_times:
            return tr("The camera is called {name} from now on; the log says so.").format(name=self.name.strip())
        text = tr_count(
            self.frames,
            "The time of its {n} frame is corrected from what the recorder wrote; the log says so.",
            "The times of all its {n} frames are corrected from what the recorder wrote; the log says so.",
        )
        return text.format(n=say_number(self.frames))
