"""The report as PDF."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from app.report.blocks import MOST_LETTERS, MOST_LINES, Block, Row, Run, Stack, Text, shortened
from app.report.contents import contents
from app.report.frame_pictures import FramePictures
from app.report.pictures import CropCard
from app.report.report_writer import lay_out, paint_page, write_report
from app.theme.paper import CONTENT_HEIGHT, DPI, PAGE_HEIGHT, PAGE_WIDTH, TOP
from engine.casework.bookmarking import bookmark_crop
from engine.casework.case_report import read_report
from engine.errors import FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId, ReviewState
from engine.imaging.digest import sha256_of

SCALE = 60 / DPI  # sixty dots an inch are enough to see where something stands


@pytest.fixture
def reviewed(qapp, small_case: Path):
    """Return the small case with decisions, open."""
    with Gallery.open(small_case) as gallery:
        gallery.describe(name="Night <b>of</b> May", reference="KLA 12/26", purpose="to find a witness")
        gallery.record_review(CropId(1), ReviewState.CONFIRMED, "the red top", reviewer="Ada")
        gallery.record_review(CropId(1), ReviewState.REJECTED, "too tall", reviewer="Bea")
        gallery.record_review(CropId(3), ReviewState.REJECTED, "another coat")
        bookmark_crop(gallery, CropId(2), BookmarkState.ADDED, "the bag of the witness")
        yield gallery


def words_of(blocks: list[Block]) -> str:
    """Return all that blocks say."""
    said = []
    for block in blocks:
        if isinstance(block, Text):
            said += [run.text for run in block.runs]
        elif isinstance(block, Row):
            said.append(words_of(list(block.cells)))
        elif isinstance(block, Stack):
            said.append(words_of(list(block.blocks)))
        elif isinstance(block, CropCard):
            said.append(words_of([block.words]))
    return "\n".join(said)


def nothing(*_: object) -> QImage:
    return QImage()


def test_a_report_says_what_a_court_asks(reviewed):
    reviewed.log("search", {"query": "q", "words": "Red top, no hat", "filters": {"cameras": ["Gate A"]}, "shown": []})
    report = read_report(reviewed)
    said = words_of(contents(report, nothing, nothing))
    for wanted in (
        "Similarity is a lead, not an identification.",
        "KLA 12/26",
        "to find a witness",
        "Red top, no hat",
        "cameras Gate A",
        "✗ Rejected",
        "another coat",
        "too tall",
        "Added to the case",
        "the bag of the witness",
        "Ada: ✓ Confirmed; Bea: ✗ Rejected",
        "broken.jpg",
        "is no picture; copy it again.",
        "Not searchable",
        "test-model",
        "Rank-1 44.1 %",
        f"--head {report.log.entries}:{report.log.head}",
        reviewed.crops([CropId(2)])[0].sha256,
    ):
        assert wanted in said


def test_the_file_is_a_pdf_whose_hash_the_log_has(reviewed, tmp_path):
    told = []
    before = reviewed.verify_audit()
    sha256, pages = write_report(reviewed, tmp_path / "report.pdf", lambda done, count: told.append((done, count)))
    data = (tmp_path / "report.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == pages
    assert told == [(number, pages) for number in range(1, pages + 1)]
    *_, last = reviewed.audit_entries()
    facts = json.loads(last.facts)
    assert (last.action, facts["sha256"], facts["head"]) == ("report made", sha256, before.head)
    assert sha256 == sha256_of(tmp_path / "report.pdf")
    assert sorted(path.name for path in tmp_path.glob("*report*")) == ["report.pdf"]


def test_a_report_that_cannot_be_written_leaves_the_one_before(reviewed, tmp_path, monkeypatch):
    out = tmp_path / "report.pdf"
    out.write_bytes(b"the one before")

    def full(_page: int, _pages: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(FileError, match="No space left"):
        write_report(reviewed, out, full)
    assert out.read_bytes() == b"the one before"
    assert [path for path in tmp_path.iterdir() if path.name.endswith(".making")] == []
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        write_report(reviewed, tmp_path / "file" / "report.pdf", lambda *_: None)


def paint(report, pages, number) -> QImage:
    image = QImage(round(PAGE_WIDTH * SCALE), round(PAGE_HEIGHT * SCALE), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    paint_page(painter, report, pages, number)
    painter.end()
    return image


def has_ink(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    return any(image.pixelColor(x, y).lightness() < 250 for x in range(left, right) for y in range(top, bottom))


def test_the_margins_of_every_page_are_clear_and_its_foot_has_its_number(reviewed):
    for number in range(40):
        reviewed.record_review(CropId(4), ReviewState.REJECTED, f"no. {number} " + "and so on " * 12)
    report = read_report(reviewed)
    with FramePictures() as frames:
        pages = lay_out(report, lambda crop_id: QImage.fromData(reviewed.crop_jpeg(crop_id)), frames.load)
        assert len(pages) > 2
        for number in range(1, len(pages) + 1):
            image = paint(report, pages, number)
            width, height = image.width(), image.height()
            assert not has_ink(image, 0, 0, width // 14, height)
            assert not has_ink(image, width - width // 14, 0, width, height)
            bottom = round((TOP + CONTENT_HEIGHT) * SCALE)
            assert not has_ink(image, 0, bottom + 1, width, bottom + 10)
            assert has_ink(image, width * 3 // 4, bottom + 10, width, height)


def test_a_picture_stands_on_its_card_with_its_box(reviewed):
    report = read_report(reviewed)
    with FramePictures() as frames:
        pages = lay_out(report, lambda crop_id: QImage.fromData(reviewed.crop_jpeg(crop_id)), frames.load)
        images = [paint(report, pages, number) for number in range(1, len(pages) + 1)]
    colours = {
        image.pixelColor(x, y).name() for image in images for x in range(image.width()) for y in range(image.height())
    }
    blues = [name for name in colours if int(name[5:], 16) > 100 > int(name[1:3], 16)]
    assert blues  # crop 2 has a blue top
    assert [name for name in colours if name.startswith("#ff") and name.endswith("00")]  # the box


def test_a_frame_that_was_changed_since_its_import_is_not_shown(reviewed):
    crop = reviewed.crop(CropId(2))
    with FramePictures() as frames:
        assert frames.load(crop) is not None
    crop.frame_path.write_bytes(crop.frame_path.read_bytes()[:-100])
    with FramePictures() as frames:
        assert frames.load(crop) is None


def test_a_report_on_nothing_is_a_report(qapp, empty_case, tmp_path):
    with Gallery.open(empty_case) as gallery:
        _, pages = write_report(gallery, tmp_path / "report.pdf", lambda *_: None)
    assert pages >= 1


def test_no_text_is_too_long_for_a_page(qapp):
    assert shortened("as it is") == "as it is"
    for text in ("x" * 100_000, "\n" * 100_000, "\udcff" * 5_000):
        assert len(shortened(text)) <= MOST_LETTERS + 5
        assert shortened(text).count("\n") <= MOST_LINES
        narrow = Text([Run(text)])
        assert narrow.height(0.2 * PAGE_WIDTH) < CONTENT_HEIGHT


def test_a_german_report_has_german_decimal_signs_in_measures(german, reviewed):
    said = words_of(contents(read_report(reviewed), nothing, nothing))
    assert "Rank-1 44,1 %" in said and "44.1" not in said
