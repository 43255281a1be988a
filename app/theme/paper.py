"""The look of what is printed: one size of page, four sizes of type, few colours, whatever the window's theme."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontDatabase

DPI = 1200  # of the units that pages are laid out in
POINT = DPI / 72

PAGE_WIDTH, PAGE_HEIGHT = 595 * POINT, 842 * POINT  # A4
SIDE, TOP, BOTTOM = 54 * POINT, 72 * POINT, 66 * POINT  # margins; header and footer stand in the last two
CONTENT_WIDTH, CONTENT_HEIGHT = PAGE_WIDTH - 2 * SIDE, PAGE_HEIGHT - TOP - BOTTOM

INK, MUTED, FAINT = "#16191d", "#5b646e", "#8a929b"
LINE, SHADE, FILLED = "#c9ced4", "#f1f3f5", "#2f5f94"
GOOD, BAD, OPEN = "#1f6b3a", "#9c2b23", "#7a5a00"
BOX = "#ff8a00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How a run of text looks."""

    size_pt: float = 8.5
    bold: bool = False
    mono: bool = False
    colour: str = INK

    def font(self) -> QFont:
        """Return the font, in the units of a page."""
        kind = QFontDatabase.SystemFont.FixedFont if self.mono else QFontDatabase.SystemFont.GeneralFont
        font = QFontDatabase.systemFont(kind)
        font.setPixelSize(round(self.size_pt * POINT))
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


BODY = Type()
STRONG = replace(BODY, bold=True)
SMALL = Type(size_pt=7.5)
NOTE = Type(size_pt=7.5, colour=MUTED)
HEAD = Type(size_pt=7, bold=True, colour=MUTED)
LABEL = Type(colour=MUTED)
SPACE = Type(size_pt=3)  # of an empty line
HASH = Type(size_pt=6.5, mono=True, colour=MUTED)
TITLE = Type(size_pt=22, bold=True)
SUBTITLE = Type(size_pt=13, colour=MUTED)
SECTION = Type(size_pt=13, bold=True)
PART = Type(size_pt=9.5, bold=True)
FOOT = Type(size_pt=7, colour=FAINT)
