"""The tokens of `resources/style`, read and mixed, without Qt."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from string import Template
from typing import Any


class Tone(Enum):
    """One of the two looks."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Everything that the look is made of, in one tone."""

    tone: Tone
    colours: Mapping[str, str]  # name to #rrggbb
    sizes: Mapping[str, int]  # pixels at 100 %
    shares: Mapping[str, float]
    preferred_fonts: tuple[str, ...]
    replaced_fonts: tuple[str, ...]


def read_tokens(path: Path, tone: Tone) -> Tokens:
    """Read the tokens file in one tone, its mixed colours worked out."""
    fields = tomllib.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        tone=tone,
        colours=_with_mixes(fields["colours"][tone.value], fields["mixes"]),
        sizes=fields["sizes"],
        shares=fields["shares"],
        preferred_fonts=tuple(fields["font"]["preferred"]),
        replaced_fonts=tuple(fields["font"]["replaced"]),
    )


def fill_style_sheet(template: str, tokens: Tokens, icons: Path) -> str:
    """Return the style sheet with every $name replaced by its token, and $icons by the folder of its drawings."""
    values: dict[str, Any] = {**tokens.colours, **tokens.sizes, "icons": icons.as_posix()}
    return Template(template).substitute(values)


def coloured_svg(path: Path, colour: str) -> str:
    """Return a drawing whose lines are drawn in `currentColor`, in this colour."""
    return path.read_text(encoding="utf-8").replace("currentColor", colour)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _with_mixes(colours: Mapping[str, str], mixes: Mapping[str, list[Any]]) -> dict[str, str]:
    mixed = {name: _mix(colours[first], share, colours[second]) for name, (first, share, second) in mixes.items()}
    return {**colours, **mixed}


def _mix(first: str, share: float, second: str) -> str:
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
