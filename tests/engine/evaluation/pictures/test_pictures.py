"""Every picture: what it shows, and that all of it can be read."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from engine.attributes.schema_file import shipped_schema
from engine.errors import FileError, ModelError, ShapeError
from engine.evaluation.joint_space import JointSpace
from engine.evaluation.pictures.ink import BLUE, COLOURS, MARKERS, ORANGE, RIGHT, WRONG, wrapped
from engine.evaluation.pictures.joint_space_map import draw_joint_space
from engine.evaluation.pictures.margin_weights import draw_margin_weights
from engine.evaluation.pictures.ranking_sheet import SheetRow, draw_ranking_sheet
from engine.evaluation.pictures.reliability_diagram import draw_reliability
from engine.evaluation.pictures.save_picture import save_picture
from engine.evaluation.pictures.training_curves import draw_training_curves
from engine.evaluation.reliability import measure_reliability
from engine.evaluation.training_history import training_history

LONG = (
    "Woman, aged 31–45, long hair, black or brown hair, casual top with logo, red and white top, long sleeves, jeans, "
    * 3
)


@pytest.mark.parametrize("name", ["peta", "market1501", "pa100k"])
def test_every_attribute_has_a_bar_of_its_weight(assert_legible, name):
    schema = shipped_schema(name)
    weights = np.linspace(-0.4, 4.1, schema.size)
    figure = draw_margin_weights(schema, weights.tolist(), "peta-lite0")
    bars = [bar for axes in figure.axes for bar in axes.patches]
    assert [bar.get_width() for bar in bars] == pytest.approx(weights.tolist())
    assert {to_hex(bar.get_facecolor()) for bar in bars if bar.get_width() < 0} == {ORANGE}
    assert {to_hex(bar.get_facecolor()) for bar in bars if bar.get_width() > 0} == {BLUE}
    labels = [label.get_text() for axes in figure.axes for label in axes.get_yticklabels()]
    assert {group.title for group in schema.groups} <= set(labels)
    assert_legible(figure)


@pytest.mark.parametrize("weights", [(), (1.0,) * 26, (float("nan"),) * 105])
def test_a_card_without_a_weight_for_each_attribute_is_named(weights):
    with pytest.raises(ModelError, match="peta-lite0"):
        draw_margin_weights(shipped_schema("peta"), weights, "peta-lite0")


def test_curves_run_over_all_stages(assert_legible):
    names = ("recognition", "alignment", "a stage of a very long name", "x")
    rows = [
        {"stage": name, "epoch": epoch, "recognition": 3 / epoch, "semantic_margin": 0.1, "ma": 60.0 + epoch}
        | {f"{scorer}_{figure}": 10.0 * epoch for scorer in ("cosine", "heads", "fused") for figure in ("rank1", "map")}
        for name, epochs in zip(names, (3, 8, 4, 1), strict=True)
        for epoch in range(1, epochs + 1)
    ]
    figure = draw_training_curves(training_history(rows), "Model peta-lite0.")
    above, below = figure.axes
    assert [line.get_label() for line in above.lines] == ["recognition", "semantic margin"]
    assert [line.get_label() for line in below.lines][:3] == ["mA", "Rank-1, cosine", "mAP, cosine"]
    assert above.lines[0].get_ydata().tolist() == [row["recognition"] for row in rows]
    assert_legible(figure)


def test_the_reliability_diagram_shows_the_filled_bins(assert_legible):
    random = np.random.default_rng(2)
    logits = random.normal(-2, 2, (50, 9)).astype(np.float32)
    found = measure_reliability(logits, (random.random((50, 9)) < 0.2).astype(np.uint8))
    groups = tuple((f"Group of attributes {n}", 0.3 * n) for n in range(17))
    figure = draw_reliability(found, groups, "Model peta-lite0 on PETA validation.")
    heads = next(line for axes in figure.axes for line in axes.lines if line.get_marker() == "o")
    assert heads.get_ydata() == pytest.approx(found.held[found.counts > 0])
    assert_legible(figure)


def test_the_map_tells_eight_categories_apart_by_colour_and_shape(assert_legible):
    random = np.random.default_rng(3)
    space = JointSpace(
        vectors=np.eye(8, dtype=np.uint8),
        categories=random.normal(size=(8, 2)).astype(np.float32),
        pictures=random.normal(size=(80, 2)).astype(np.float32),
        of_picture=np.arange(80) % 8,
    )
    figure = draw_joint_space(space, [LONG] * 8, "Model peta-lite0.")
    assert len(set(COLOURS)) == len(set(MARKERS)) == 8
    assert len(figure.axes[0].collections) == 8 + 1
    assert_legible(figure)


def sheet_row(depth, right=2):
    pictures = [np.full((60 + 40 * n, 50, 3), 12 * n, np.uint8) for n in range(depth)]
    return SheetRow(words=LONG, note="average precision 71 %", pictures=pictures, is_right=np.arange(depth) < right)


@pytest.mark.parametrize("depth", [1, 10, 20])
def test_right_and_wrong_pictures_differ_by_frame_and_mark_as_well_as_colour(assert_legible, depth):
    figure = draw_ranking_sheet([sheet_row(depth), sheet_row(depth)], "Model peta-lite0 on PETA validation.")
    assert len(figure.axes) == 2 * depth
    right = figure.axes[0]
    assert right.get_title() == "1 ✓"
    assert to_hex(right.spines["left"].get_edgecolor()) == RIGHT
    if depth > 2:
        wrong = figure.axes[2]
        assert wrong.get_title() == "3 ✗"
        assert to_hex(wrong.spines["left"].get_edgecolor()) == WRONG
        assert wrong.spines["left"].get_linestyle() != right.spines["left"].get_linestyle()
    assert_legible(figure)


def test_a_sheet_without_rows_or_marks_is_refused():
    with pytest.raises(ShapeError):
        draw_ranking_sheet([], "")
    with pytest.raises(ShapeError):
        SheetRow(words="", note="", pictures=[], is_right=np.ones(2, np.bool_))


def test_the_same_figure_is_written_as_the_same_bytes(tmp_path):
    rows = [{"stage": "x", "epoch": 1, "recognition": 1.0, "ma": 60.0}] * 3
    written = []
    for folder in (tmp_path / "a" / "new", tmp_path / "b"):
        paths = save_picture(draw_training_curves(training_history(rows), "Note."), folder, "curves")
        assert [path.name for path in paths] == ["curves.png", "curves.svg"]
        written.append([path.read_bytes() for path in paths])
    assert written[0] == written[1]
    assert written[0][0].startswith(b"\x89PNG") and b"<svg" in written[0][1]


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    figure = draw_training_curves(training_history([{"stage": "x", "ma": 1.0, "recognition": 1.0}]), "Note.")
    with pytest.raises(FileError, match="file"):
        save_picture(figure, tmp_path / "file", "curves")


def test_words_that_do_not_fit_end_in_an_ellipsis():
    lines = wrapped(LONG, 2.0, 10.0, lines=3)
    assert len(lines) == 3 and lines[-1].endswith("…")
    assert wrapped("short", 2.0, 10.0, lines=3) == ["short"]
