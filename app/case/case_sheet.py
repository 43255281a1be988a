"""Chosen crops as a sheet or as text; runs in the case's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.picture_format import read_picture
from app.search.times import say_moment
from engine.errors import QueryError
from engine.gallery.records import CropId, CropRecord, SourceKind
from engine.search.filters import Filters
from engine.search.question import Question
from engine.search.ranking import Ranking

if TYPE_CHECKING:
    from app.case.case_desk import CaseDesk

MOST = 500  # crops; a sheet of more is no sheet
SHEET, COPIED = "contact sheet", "copied"  # the actions under which they stand in the log


@dataclass(frozen=True, slots=True)
class CopiedCrops:
    """What goes to the clipboard."""

    picture: QImage
    text: str


def save_sheet(desk: "CaseDesk", question: Question, crop_ids: Sequence[CropId], out: Path) -> Path:
    """Draw chosen crops, best first, into a file; it is logged.

    Args:
        desk: the case.
        question: what they are held against; its filters do not count.
        crop_ids: the crops.
        out: a .png, .jpg or .pdf file.

    Raises:
        QueryError: if they are too many for a sheet.
        FileError: if the file cannot be written.
    """
    from engine.search.contact_sheet import draw_contact_sheet  # brings Pillow, which the window must not wait for

    ranking = _ranked(desk, question, crop_ids)
    draw_contact_sheet(ranking, desk.gallery, out, _summary(ranking))
    _log(desk, SHEET, crop_ids, file=out.name)
    return out


def copy_crops(desk: "CaseDesk", question: Question, crop_ids: Sequence[CropId]) -> CopiedCrops:
    """Return chosen crops for the clipboard: one as it is, several as a sheet, each with its line of text.

    Raises:
        QueryError: if they are too many for a sheet.
    """
    crops = desk.gallery.crops(crop_ids)
    if len(crops) == 1:
        picture = read_picture(desk.gallery.crop_jpeg(crop_ids[0]))
    else:
        picture = _sheet_image(desk, _ranked(desk, question, crop_ids))
    _log(desk, COPIED, crop_ids)
    return CopiedCrops(picture, "\n".join(map(say_crop, crops)))


def say_crop(crop: CropRecord) -> str:
    """Return where a crop comes from in one line of fields between tabs."""
    frame = str(crop.frame_path)
    if crop.source_kind is SourceKind.VIDEO:
        frame = f"{frame} #{crop.frame_number}"
    return "\t".join([crop.camera, say_moment(crop.time), frame, f"crop {crop.id}", f"SHA-256 {crop.sha256}"])


def _ranked(desk: "CaseDesk", question: Question, crop_ids: Sequence[CropId]) -> Ranking:
    if len(crop_ids) > MOST:
        raise QueryError(f"{len(crop_ids):,} crops are chosen, and a sheet takes {MOST} at most; choose fewer.")
    asked = replace(question, filters=Filters(crops=frozenset(crop_ids)))
    return desk.track_searcher.ask(asked, limit=len(crop_ids))


def _summary(ranking: Ranking) -> str:
    order = "by time" if ranking.says_nothing else "best match first"
    return f"{len(ranking.results):,} chosen crops, {order}"


def _sheet_image(desk: "CaseDesk", ranking: Ranking) -> QImage:
    from engine.search.contact_sheet import contact_sheet  # brings Pillow, which the window must not wait for

    sheet = contact_sheet(ranking, desk.gallery, _summary(ranking))
    pixels = sheet.tobytes()
    return QImage(pixels, sheet.width, sheet.height, 3 * sheet.width, QImage.Format.Format_RGB888).copy()


def _log(desk: "CaseDesk", action: str, crop_ids: Sequence[CropId], **facts: str) -> None:
    if not desk.gallery.read_only:
        desk.gallery.log(action, {"crops": [int(crop_id) for crop_id in crop_ids], **facts})
