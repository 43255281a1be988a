"""The contact sheet: its size, its marks, and where it may be written."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.errors import FileError, MissingPathError
from engine.search import sheet_ink
from engine.search.contact_sheet import COLUMNS, ROWS_A_PAGE, draw_contact_sheet
from engine.search.evidence import Verdict
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.searcher import Searcher


@pytest.fixture
def ranking(gallery, model, peta):
    query = Query.build(peta, has=["upperBodyRed", "carryingBackpack"], not_=["accessoryHat"])
    return Searcher(gallery, model).search(query, limit=COLUMNS + 1)


def test_every_result_has_a_tile_with_its_picture(ranking, gallery, tmp_path):
    out = tmp_path / "sheet.png"
    draw_contact_sheet(ranking, gallery, out)

    with Image.open(out) as sheet:
        colours = {colour for _, colour in sheet.convert("RGB").getcolors(maxcolors=2**20)}
    shown = [(4 * (r.crop.frame_number), 90, 255 - 4 * r.crop.frame_number) for r in ranking.results]
    for wanted in shown:
        assert any(sum(abs(a - b) for a, b in zip(wanted, colour, strict=True)) <= 9 for colour in colours), wanted


def test_a_second_row_of_tiles_makes_the_sheet_longer(gallery, model, peta, tmp_path):
    query = Query.build(peta, has=["upperBodyRed"])
    heights = []
    for limit in (COLUMNS, COLUMNS + 1):
        draw_contact_sheet(Searcher(gallery, model).search(query, limit=limit), gallery, tmp_path / "s.png")
        with Image.open(tmp_path / "s.png") as sheet:
            heights.append(sheet.height)
    assert heights[1] > heights[0]


def test_a_ranking_without_results_still_gives_a_sheet(gallery, model, peta, tmp_path):
    nobody = Searcher(gallery, model).search(Query.build(peta, has=["accessoryHat"]), Filters(cameras=frozenset()))

    draw_contact_sheet(nobody, gallery, tmp_path / "nobody.jpg")

    with Image.open(tmp_path / "nobody.jpg") as sheet:
        assert sheet.format == "JPEG"


def test_a_name_that_is_no_picture_is_refused(ranking, gallery, tmp_path):
    with pytest.raises(FileError, match=r"\.png, \.jpg or \.pdf"):
        draw_contact_sheet(ranking, gallery, tmp_path / "sheet.gif")


def test_a_folder_that_is_not_there_is_refused(ranking, gallery, tmp_path):
    with pytest.raises(MissingPathError):
        draw_contact_sheet(ranking, gallery, tmp_path / "nowhere" / "sheet.png")


def test_marks_differ_in_shape_not_only_in_colour():
    shapes = set()
    for verdict in Verdict:
        tile = Image.new("RGB", (24, 24), sheet_ink.PAPER)
        sheet_ink.draw_mark(ImageDraw.Draw(tile), (0, 0), 23, verdict)
        ground = tuple(int(sheet_ink.VERDICT_GROUND[verdict][i : i + 2], 16) for i in (1, 3, 5))
        inked = [tile.getpixel((x, y)) not in (ground, (255, 255, 255)) for y in range(4, 20) for x in range(4, 20)]
        shapes.add(tuple(inked))
    assert len(shapes) == len(Verdict)


def test_long_lines_are_broken_and_long_words_cut():
    face = sheet_ink.font(18)

    lines = sheet_ink.wrapped("Red or pink top, backpack, no hat " + "x" * 200, face, 200)

    assert all(sheet_ink.text_width(line, face) <= 200 for line in lines)
    assert lines[-1].endswith("…")
    assert " ".join(lines[:-1]) == "Red or pink top, backpack, no hat"


def test_pillows_own_font_sets_what_it_can():
    plain = ImageFont.load_default(size=18)

    assert sheet_ink.lettering("Gate A – Süd", plain) == "Gate A - Sud"
    assert sheet_ink.lettering("門", plain) == "?"


def test_a_pdf_has_a_page_for_every_few_rows(gallery, model, peta, tmp_path):
    ranking = Searcher(gallery, model).search(Query.build(peta, has=["upperBodyRed"]), limit=60)
    draw_contact_sheet(ranking, gallery, tmp_path / "sheet.pdf", "60 chosen crops")
    pages = -(-len(ranking.results) // (COLUMNS * ROWS_A_PAGE))
    assert pages == 3 and (tmp_path / "sheet.pdf").read_bytes().count(b"/Type /Page\n") == pages
