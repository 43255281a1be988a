"""Patterns of file names that common recorders write."""

from dataclasses import dataclass

from engine.errors import ConfigError
from engine.imaging.name_pattern import NamePattern


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePreset:
    """A recorder's way of naming files; the example is read by the pattern."""

    key: str
    title: str
    pattern: str
    example: str


PRESETS = (
    NamePreset(
        key="usual",
        title="Camera, date, time, number",
        pattern="{camera}_{date}_{time}_{n}",
        example="gate_20260301_123015_0007.jpg",
    ),
    NamePreset(
        key="hikvision",
        title="Hikvision snapshots",
        pattern="{camera}_{date}{time}{fraction}_*",
        example="192.168.1.64_01_20260301123015245_MOTION_DETECTION.jpg",
    ),
    NamePreset(
        key="recorder-export",
        title="Exports of Dahua, Hikvision and CP Plus recorders",
        pattern="{camera}_{date}{time}_*",
        example="NVR_ch1_main_20260301123015_20260301133015.mp4",
    ),
    NamePreset(
        key="dahua",
        title="Dahua videos, in their folders",
        pattern="{camera}/{date}/*/dav/*/{time}-*",
        example="BackYard/2026-03-01/001/dav/12/12.30.15-12.31.02[M][0@0][0].mp4",
    ),
    NamePreset(
        key="dahua-snapshots",
        title="Dahua snapshots, in their folders",
        pattern="{camera}/{date}/*/jpg/{hour}/{minute}/{second}[*",
        example="BackYard/2026-03-01/001/jpg/12/30/15[M][0@0][0].jpg",
    ),
    NamePreset(
        key="blue-iris",
        title="Blue Iris",
        pattern="{camera}.{date}_{time}*",
        example="Driveway.20260301_123015840.jpg",
    ),
    NamePreset(
        key="vivotek",
        title="Vivotek snapshots with date and time",
        pattern="{camera}_{date}{time}",
        example="gate_20260301123015.jpg",
    ),
    NamePreset(
        key="motion",
        title="Motion, one folder a camera",
        pattern="{camera}/*-{date}{time}-{n}",
        example="gate/01-20260301123015-03.jpg",
    ),
    NamePreset(
        key="motioneye",
        title="motionEye, in its folders",
        pattern="{camera}/{date}/{time}",
        example="gate/2026-03-01/12-30-15.jpg",
    ),
    NamePreset(
        key="phone",
        title="Phones and tablets, one folder a device",
        pattern="{camera}/*_{date}_{time}",
        example="witness/VID_20260301_123015.mp4",
    ),
)


def name_pattern(text: str) -> NamePattern:
    """Return the pattern that a preset's key, or the pattern itself, stands for.

    Raises:
        ConfigError: if it is neither.
    """
    for preset in PRESETS:
        if preset.key == text.strip():
            return NamePattern(preset.pattern)
    if "{" not in text:
        keys = ", ".join(preset.key for preset in PRESETS)
        raise ConfigError("name pattern", text, f"has no field such as {{camera}} and is no preset; those are {keys}")
    return NamePattern(text)
