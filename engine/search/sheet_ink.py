"""The contact sheet's colours, letters and marks."""

import unicodedata
from functools import lru_cache

from PIL import ImageDraw, ImageFont

from engine.search.evidence import Band, Verdict

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
Point = tuple[float, float]

PAPER = "#ffffff"
TILE = "#f3f5f8"
MOUNT = "#e2e7ed"  # behind a picture that is narrower than its place
LINE = "#d8dfe7"
TEXT = "#18212c"
MUTED = "#5d6c7f"
WARNING = "#8a5800"
VERDICT_INK = {Verdict.AGREES: "#12875a", Verdict.CONTRADICTS: "#c93a3a", Verdict.CANNOT_TELL: "#a86b00"}
VERDICT_GROUND = {Verdict.AGREES: "#d6ede3", Verdict.CONTRADICTS: "#f8dedd", Verdict.CANNOT_TELL: "#f6ead2"}
BAND_INK = {Band.STRONG: VERDICT_INK[Verdict.AGREES], Band.FAIR: WARNING, Band.WEAK: MUTED}

_REGULAR = ("segoeui.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf")
_BOLD = ("segoeuib.ttf", "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf", "Arial Bold.ttf")
_PLAIN = str.maketrans({"–": "-", "—": "-", "×": "x", "·": ",", "“": '"', "”": '"', "’": "'", "…": "..."})


@lru_cache(maxsize=32)
def font(size_px: int, *, bold: bool = False) -> Font:
    """Return a sans-serif of the machine, or the plain one that Pillow carries."""
    for name in _BOLD if bold else _REGULAR:
        try:
            return ImageFont.truetype(name, size_px)
        except OSError:
            continue
    return ImageFont.load_default(size=size_px)


def lettering(text: str, face: Font) -> str:
    """Return the text as this font can set it; Pillow's own knows ASCII alone."""
    if isinstance(face, ImageFont.FreeTypeFont) and face.getname()[0] != "Aileron":
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return plain.encode("ascii", "ignore").decode() if any(letter.isascii() for letter in plain) else "?"


def draw_text(draw: ImageDraw.ImageDraw, at: Point, text: str, face: Font, ink: str, *, anchor: str = "la") -> None:
    """Write one line."""
    draw.text(at, lettering(text, face), fill=ink, font=face, anchor=anchor)


def text_width(text: str, face: Font) -> float:
    """Return the line's width in pixels."""
    return face.getlength(lettering(text, face))


def shortened(text: str, face: Font, width_px: float) -> str:
    """Return the text, cut with an ellipsis where it is wider than its place."""
    if text_width(text, face) <= width_px:
        return text
    while text and text_width(text + "…", face) > width_px:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, face: Font, width_px: float) -> list[str]:
    """Return the text in lines of at most this width, broken at spaces."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face) <= width_px:
            lines[-1] = longer
        else:
            lines.append(shortened(word, face, width_px))
    return lines


def draw_mark(draw: ImageDraw.ImageDraw, at: Point, size_px: int, verdict: Verdict) -> None:
    """Draw a tick, a cross or a question mark in its box, told apart by shape as well as colour."""
    x, y = at
    draw.rounded_rectangle((x, y, x + size_px, y + size_px), radius=size_px // 4, fill=VERDICT_GROUND[verdict])
    ink, width = VERDICT_INK[verdict], max(2, size_px // 8)
    if verdict is Verdict.CANNOT_TELL:
        middle = (x + size_px / 2, y + size_px / 2)
        draw_text(draw, middle, "?", font(int(size_px * 0.72), bold=True), ink, anchor="mm")
        return
    for stroke in _STROKES[verdict]:
        draw.line([(x + px * size_px, y + py * size_px) for px, py in stroke], fill=ink, width=width, joint="curve")


_STROKES: dict[Verdict, tuple[tuple[Point, ...], ...]] = {
    Verdict.AGREES: (((0.26, 0.54), (0.44, 0.71), (0.76, 0.30)),),
    Verdict.CONTRADICTS: (((0.30, 0.30), (0.70, 0.70)), ((0.70, 0.30), (0.30, 0.70))),
}
