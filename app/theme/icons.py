"""Drawings of `resources/icons` in the theme's colours."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

from app.theme.theme import Theme
from app.theme.tokens import coloured_svg
from engine import paths

PIXEL_RATIOS = (1, 2)


class Icons:
    """Renders icons on demand, and forgets them when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._folder = paths.resources_dir() / "icons"
        self._kept: dict[tuple[str, str, int], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._kept.clear)
        theme.changed.connect(self._pixmaps.clear)

    def icon(self, name: str, colour: str = "muted", size: str = "icon") -> QIcon:
        """Return an icon in a colour and size, both by their tokens."""
        key = (name, colour, self._theme.size(size))
        if key not in self._kept:
            self._kept[key] = self._drawn(*key)
        return self._kept[key]

    def pixmap(self, name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
        """Return an icon as a pixmap for a screen of this pixel ratio."""
        key = (name, colour, size_px, ratio)
        if key not in self._pixmaps:
            svg = coloured_svg(self._folder / f"{name}.svg", self._theme.tokens.colours[colour])
            self._pixmaps[key] = _rendered(svg, size_px, ratio)
        return self._pixmaps[key]

    def _drawn(self, name: str, colour: str, size_px: int) -> QIcon:
        icon = QIcon()
        for ratio in PIXEL_RATIOS:
            icon.addPixmap(self.pixmap(name, colour, size_px, ratio))
            icon.addPixmap(self.pixmap(name, "disabled", size_px, ratio), QIcon.Mode.Disabled)
        return icon


def application_icon() -> QIcon:
    """Return Bolo's own icon, in its own colours."""
    svg = (paths.resources_dir() / "icons" / "bolo.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for size_px in (16, 32, 64, 128):
        icon.addPixmap(_rendered(svg, size_px, 1))
    return icon


def application_mark(size_px: int, ratio: float) -> QPixmap:
    """Return Bolo's own drawing as a pixmap."""
    path: Path = paths.resources_dir() / "icons" / "bolo.svg"
    return _rendered(path.read_text(encoding="utf-8"), size_px, ratio)


def _rendered(svg: str, size_px: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # loaded with the first icon, which is after the window is on screen

    side = round(size_px * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
