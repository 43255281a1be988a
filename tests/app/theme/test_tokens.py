import re

import pytest

from app.theme.tokens import Tone, contrast, fill_style_sheet, read_tokens
from engine import paths

TEXT = 4.5  # to one, for text of this size: WCAG 2.2, 1.4.3
SIGN = 3.0  # for lines that mean something: 1.4.11

SURFACES = ("window", "panel", "raised")
WRITTEN = [(text, ground) for text in ("text", "muted") for ground in (*SURFACES, "chip")] + [
    ("text", "accent_fill"),
    ("text", "chip_hover"),
    ("text", "cannot_tell_fill"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_badge", "badge"),
    ("on_picture", "picture"),
    ("agrees", "panel"),
    ("contradicts", "panel"),
    ("cannot_tell", "panel"),
    ("cannot_tell", "window"),
    ("agrees", "agrees_fill"),
    ("contradicts", "contradicts_fill"),
    ("cannot_tell", "cannot_tell_fill"),
]


@pytest.fixture(params=Tone, ids=lambda tone: tone.value)
def tokens(request):
    return read_tokens(paths.resources_dir() / "style" / "tokens.toml", request.param)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the grey that just fails
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize(("text", "ground"), WRITTEN)
def test_text_stands_out_from_what_it_is_written_on(tokens, text, ground):
    assert contrast(tokens.colours[text], tokens.colours[ground]) >= TEXT


@pytest.mark.parametrize("surface", SURFACES)
def test_the_focus_ring_stands_out(tokens, surface):
    assert contrast(tokens.colours["accent"], tokens.colours[surface]) >= SIGN


def test_a_mix_lies_between_its_colours(tokens):
    fill, accent, panel = (tokens.colours[name] for name in ("accent_fill", "accent", "panel"))
    assert fill not in (accent, panel)
    assert 1 < contrast(fill, panel) < contrast(accent, panel)


def test_the_style_sheet_takes_every_colour_and_size_from_the_tokens(tokens, tmp_path):
    template = (paths.resources_dir() / "style" / "window.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", template)
    assert "$" not in fill_style_sheet(template, tokens, tmp_path)


def test_no_colour_stands_in_the_code(root):
    colour = re.compile(r"[\"']#[0-9a-fA-F]{6}[\"']")
    named = [file.name for file in (root / "app").rglob("*.py") if colour.search(file.read_text(encoding="utf-8"))]
    assert named == ["paper.py"]  # a report is on white paper, whatever the theme
