"""The shared libraries and fonts of the system that Qt loads on Linux, and how Debian calls them."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = {".ttf", ".otf", ".ttc", ".pfb"}


@dataclass(frozen=True)
class SystemPart:
    """Something of the operating system that the window needs: its name and its Debian package."""

    name: str
    package: str
    for_display_only: bool = False  # the off-screen window does without it


QT_LIBRARIES = (
    SystemPart("libEGL.so.1", "libegl1"),
    SystemPart("libGL.so.1", "libgl1"),
    SystemPart("libxkbcommon.so.0", "libxkbcommon0"),
    SystemPart("libfontconfig.so.1", "libfontconfig1"),
    SystemPart("libdbus-1.so.3", "libdbus-1-3"),
    SystemPart("libgthread-2.0.so.0", "libglib2.0-0"),
    SystemPart("libX11-xcb.so.1", "libx11-xcb1", for_display_only=True),
    SystemPart("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", for_display_only=True),
    SystemPart("libxcb-cursor.so.0", "libxcb-cursor0", for_display_only=True),
    SystemPart("libxcb-icccm.so.4", "libxcb-icccm4", for_display_only=True),
    SystemPart("libxcb-image.so.0", "libxcb-image0", for_display_only=True),
    SystemPart("libxcb-keysyms.so.1", "libxcb-keysyms1", for_display_only=True),
    SystemPart("libxcb-randr.so.0", "libxcb-randr0", for_display_only=True),
    SystemPart("libxcb-render-util.so.0", "libxcb-render-util0", for_display_only=True),
    SystemPart("libxcb-render.so.0", "libxcb-render0", for_display_only=True),
    SystemPart("libxcb-shape.so.0", "libxcb-shape0", for_display_only=True),
    SystemPart("libxcb-shm.so.0", "libxcb-shm0", for_display_only=True),
    SystemPart("libxcb-sync.so.1", "libxcb-sync1", for_display_only=True),
    SystemPart("libxcb-xfixes.so.0", "libxcb-xfixes0", for_display_only=True),
    SystemPart("libxcb-xkb.so.1", "libxcb-xkb1", for_display_only=True),
)
A_FONT = SystemPart("a font", "fonts-dejavu-core")


def can_load(library: str) -> bool:
    """Return whether the dynamic linker finds this library, asked the way Qt will ask."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Return whether any of these folders holds a font."""
    return any(
        Path(name).suffix.lower() in FONT_ENDINGS
        for folder in folders
        for _, _, names in os.walk(Path(folder).expanduser())
        for name in names
    )


def missing_parts(
    loads: Callable[[str], bool] = can_load, font_folders: Iterable[str] = FONT_FOLDERS
) -> tuple[SystemPart, ...]:
    """Return what this Linux lacks of the window's needs, in the order of the table."""
    missing = [part for part in QT_LIBRARIES if not loads(part.name)]
    if not has_fonts(font_folders):
        missing.append(A_FONT)
    return tuple(missing)


def apt_packages(parts: Iterable[SystemPart]) -> tuple[str, ...]:
    """Return the Debian packages that bring these parts, each once, sorted."""
    return tuple(sorted({part.package for part in parts}))
