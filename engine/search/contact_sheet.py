"""A ranking as one picture: to print, to pass on, to look at without a window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from engine.attributes.schema import Schema
from engine.errors import FileError, MissingPathError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.imaging.jpeg import decode_jpeg
from engine.search import sheet_ink as ink
from engine.search.evidence import ClauseEvidence, Verdict
from engine.search.ranking import LEAD_NOT_IDENTIFICATION, RankedCrop, Ranking
from engine.search.words import say_clause

COLUMNS = 7
MARGIN = 48
GAP = 16
TILE_WIDTH = 208
PICTURE_HEIGHT = 336  # 0.62 of it is the tile's width
CAPTION_HEIGHT = 82
PADDING = 10
MARK = 24
MARKS_SHOWN = 5
PDF = ".pdf"
SUFFIXES = (".png", ".jpg", ".jpeg", PDF)
ROWS_A_PAGE = 4  # of a PDF: about the shape of a sheet of paper
PDF_DOTS_PER_INCH = 200.0
_MEANINGS = {Verdict.AGREES: "agrees", Verdict.CONTRADICTS: "contradicts", Verdict.CANNOT_TELL: "cannot tell"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    """The lines above the tiles."""

    title: tuple[str, ...]
    summary: str
    legend: str  # what the marks stand for, in order

    @property
    def height_px(self) -> int:
        return MARGIN + 44 * len(self.title) + 96


def draw_contact_sheet(ranking: Ranking, gallery: Gallery, out: Path, summary: str | None = None) -> None:
    """Draw the ranked crops, best first, with what the model thinks of every tick.

    Args:
        ranking: what to draw; all its results are.
        gallery: the case that holds the pictures.
        out: a .png, .jpg or .pdf file; an older one is overwritten. A PDF has a page for each few rows.
        summary: what the sheet shows, in a line; None says what was ranked.

    Raises:
        FileError: if the picture cannot be written there.
    """
    _check_target(out)
    results, at_once = ranking.results, max(1, len(ranking.results))
    if out.suffix.lower() == PDF:
        at_once = COLUMNS * ROWS_A_PAGE
    parts = [results[start : start + at_once] for start in range(0, max(1, len(results)), at_once)]
    _save([contact_sheet(replace(ranking, results=part), gallery, summary) for part in parts], out)


def contact_sheet(ranking: Ranking, gallery: Gallery, summary: str | None = None) -> Image.Image:
    """Return the picture that `draw_contact_sheet` writes; arguments as there."""
    header = _header(ranking, summary)
    rows = max(1, -(-len(ranking.results) // COLUMNS))
    height = header.height_px + rows * (PICTURE_HEIGHT + CAPTION_HEIGHT + GAP) + MARGIN
    sheet = Image.new("RGB", (_sheet_width(), height), ink.PAPER)
    draw = ImageDraw.Draw(sheet)
    _draw_header(draw, header)
    pictures = gallery.crop_jpegs([ranked.crop.id for ranked in ranking.results])
    for place, ranked in enumerate(ranking.results):
        left = MARGIN + place % COLUMNS * (TILE_WIDTH + GAP)
        top = header.height_px + place // COLUMNS * (PICTURE_HEIGHT + CAPTION_HEIGHT + GAP)
        _draw_tile(sheet, draw, (left, top), ranked, pictures)
    if not ranking.results:
        middle = (_sheet_width() / 2, header.height_px + PICTURE_HEIGHT / 2)
        ink.draw_text(draw, middle, "Nobody to show", ink.font(24), ink.MUTED, anchor="mm")
    return sheet


def _sheet_width() -> int:
    return 2 * MARGIN + COLUMNS * TILE_WIDTH + (COLUMNS - 1) * GAP


def _check_target(out: Path) -> None:
    if out.suffix.lower() not in SUFFIXES:
        raise FileError(out, "a contact sheet is a .png, .jpg or .pdf file; give it such a name.")
    if not out.absolute().parent.is_dir():
        raise MissingPathError(out.absolute().parent)


def _save(sheets: Sequence[Image.Image], out: Path) -> None:
    first, *others = sheets
    try:
        if out.suffix.lower() == PDF:
            first.save(out, "PDF", save_all=True, append_images=others, resolution=PDF_DOTS_PER_INCH)
        else:
            first.save(out)
    except OSError as error:
        raise FileError(
            out, f"the contact sheet cannot be written ({error.strerror}); choose another place."
        ) from error


def _header(ranking: Ranking, summary: str | None) -> _Header:
    title = ink.wrapped(ranking.query.in_words(ranking.schema), ink.font(32, bold=True), _sheet_width() - 2 * MARGIN)
    found = ranking.results[0].clauses[:MARKS_SHOWN] if ranking.results else ()
    shown = summary or ranking.summary()
    return _Header(
        title=tuple(title),
        summary=f"{shown} · scorer {ranking.scorer} · model {ranking.model_id[:12]} · times in UTC",
        legend=", ".join(_clause_name(clause, ranking.schema) for clause in found),
    )


def _clause_name(found: ClauseEvidence, schema: Schema) -> str:
    words = say_clause(found.clause, schema)
    return f"preferably {words}" if found.clause.preferred else words


def _draw_header(draw: ImageDraw.ImageDraw, header: _Header) -> None:
    right = _sheet_width() - MARGIN
    top = MARGIN
    for line in header.title:
        ink.draw_text(draw, (MARGIN, top), line, ink.font(32, bold=True), ink.TEXT)
        top += 44
    ink.draw_text(draw, (MARGIN, top + 4), header.summary, ink.font(18), ink.MUTED)
    ink.draw_text(draw, (right, top + 4), LEAD_NOT_IDENTIFICATION, ink.font(18, bold=True), ink.WARNING, anchor="ra")
    top += 40
    left: float = MARGIN
    for verdict, meaning in _MEANINGS.items() if header.legend else ():
        ink.draw_mark(draw, (left, top - 1), MARK, verdict)
        ink.draw_text(draw, (left + MARK + 8, top + 1), meaning, ink.font(17), ink.MUTED)
        left += MARK + 32 + ink.text_width(meaning, ink.font(17))
    if header.legend:
        legend = ink.shortened(f"Marks, in order: {header.legend}", ink.font(17), right - left)
        ink.draw_text(draw, (left, top + 1), legend, ink.font(17), ink.MUTED)


def _draw_tile(
    sheet: Image.Image,
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    ranked: RankedCrop,
    pictures: Mapping[CropId, bytes],
) -> None:
    left, top = at
    frame = (left, top, left + TILE_WIDTH, top + PICTURE_HEIGHT + CAPTION_HEIGHT)
    draw.rounded_rectangle(frame, radius=10, fill=ink.TILE, outline=ink.LINE)
    sheet.paste(_mounted(pictures.get(ranked.crop.id)), (left + 1, top + 1))
    _draw_rank(draw, (left + 8, top + 8), ranked.rank)
    _draw_caption(draw, (left + PADDING, top + PICTURE_HEIGHT + PADDING), ranked)


def _mounted(jpeg: bytes | None) -> Image.Image:
    """Return the whole crop, as large as its place allows, on the mount."""
    place = (TILE_WIDTH - 1, PICTURE_HEIGHT)
    if jpeg is None:
        return Image.new("RGB", place, ink.MOUNT)
    return ImageOps.pad(Image.fromarray(decode_jpeg(jpeg)), place, Image.Resampling.LANCZOS, color=ink.MOUNT)


def _draw_rank(draw: ImageDraw.ImageDraw, at: tuple[int, int], rank: int) -> None:
    face = ink.font(16, bold=True)
    width = max(26, ink.text_width(str(rank), face) + 14)
    draw.rounded_rectangle((*at, at[0] + width, at[1] + 26), radius=6, fill="#18212c")
    ink.draw_text(draw, (at[0] + width / 2, at[1] + 13), str(rank), face, ink.PAPER, anchor="mm")


def _draw_caption(draw: ImageDraw.ImageDraw, at: tuple[int, int], ranked: RankedCrop) -> None:
    left, top = at
    right = left + TILE_WIDTH - 2 * PADDING
    moment = _moment(ranked)
    ink.draw_text(draw, (right, top), moment, ink.font(16), ink.MUTED, anchor="ra")
    room = right - left - ink.text_width(moment, ink.font(16)) - 8
    camera = ink.shortened(ranked.crop.camera, ink.font(16, bold=True), room)
    ink.draw_text(draw, (left, top), camera, ink.font(16, bold=True), ink.TEXT)
    _draw_marks(draw, (left, top + 34), ranked.clauses)
    if ranked.band is not None:
        words = ink.BAND_INK[ranked.band]
        ink.draw_text(draw, (right, top + 29), ranked.band.value, ink.font(16, bold=True), words, anchor="ra")
        ink.draw_text(draw, (right, top + 49), f"{ranked.score:.2f}", ink.font(14), ink.MUTED, anchor="ra")


def _moment(ranked: RankedCrop) -> str:
    """Return the time of day, or the frame's number where no time is known."""
    time = ranked.crop.time
    return f"frame {ranked.crop.frame_number}" if time is None else time.strftime("%H:%M:%S")


def _draw_marks(draw: ImageDraw.ImageDraw, at: tuple[int, int], clauses: Sequence[ClauseEvidence]) -> None:
    for place, found in enumerate(clauses[:MARKS_SHOWN]):
        ink.draw_mark(draw, (at[0] + place * (MARK + 4), at[1]), MARK, found.verdict)
    if len(clauses) > MARKS_SHOWN:
        more = f"+{len(clauses) - MARKS_SHOWN}"
        ink.draw_text(draw, (at[0] + MARKS_SHOWN * (MARK + 4), at[1] + 3), more, ink.font(14), ink.MUTED)
