"""Which pictures are drawn, and what is said of those that cannot be; the embedding itself is stood in for."""

from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.errors import ConfigError, ModelError
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.jobs import plots as job
from engine.jobs.plots import Picture, PlotSpec
from engine.progress import Noted, Progress

HISTORY = [{"stage": "recognition", "epoch": epoch, "recognition": 1 / epoch, "ma": 60.0} for epoch in (1, 2)]
CATEGORIES, IMAGES = 5, 20


@pytest.fixture
def model():
    schema = shipped_schema("pa100k")
    figures = {"attribute_weights": [1.0] * schema.size, "history": HISTORY}
    return SimpleNamespace(name="tiny", card=SimpleNamespace(name="tiny", schema=schema, figures=figures))


@pytest.fixture
def embedded(model, tmp_path, monkeypatch):
    """Return the split that every embedding gives here."""
    schema, random = model.card.schema, np.random.default_rng(4)
    bits = (random.random((CATEGORIES, schema.size)) < 0.3).astype(np.uint8)[np.arange(IMAGES) % CATEGORIES]
    paths = tuple(tmp_path / f"{number}.png" for number in range(IMAGES))
    for path in paths:
        Image.fromarray(random.integers(0, 255, (40, 20, 3), dtype=np.uint8)).save(path)
    logits = random.normal(size=bits.shape).astype(np.float32)
    vectors = random.normal(size=(IMAGES, 4)).astype(np.float32)
    split = EmbeddedSplit(
        model="tiny",
        images=LabelledImages("made test", schema, paths, bits),
        training=LabelledImages("made train", schema, (), bits[:0]),
        embeddings=vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
        logits=logits,
        calibrated=logits,
        encode_categories=lambda categories: np.ones((len(categories), 4), np.float32) / 2,
        fusion_alpha=10.0,
    )
    monkeypatch.setattr(job, "read_split", lambda _data, _model: None)
    monkeypatch.setattr(job, "embed_split", lambda _installed, _split, _name, _progress: split)
    return split


def test_without_data_what_the_card_knows_is_drawn(model, tmp_path):
    summary = job.plot(PlotSpec(model=model, out=tmp_path), Progress())
    assert [path.name for path in summary.files] == ["weights.png", "weights.svg", "curves.png", "curves.svg"]
    assert all(path.stat().st_size > 1000 for path in summary.files)


def test_with_data_everything_is_drawn(model, embedded, tmp_path):
    summary = job.plot(PlotSpec(model=model, out=tmp_path / "out", data=tmp_path, rows=2, depth=3), Progress())
    assert {path.stem for path in summary.files} == {picture.value for picture in Picture}


def test_chosen_categories_are_the_ones_drawn(model, embedded, tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(job, "draw_ranking_sheet", lambda rows, note: drawn.append(rows))
    monkeypatch.setattr(job, "save_picture", lambda *_: ())
    spec = PlotSpec(model=model, out=tmp_path, data=tmp_path, pictures=(Picture.RANKINGS,), categories=(3, 1), depth=4)
    job.plot(spec, Progress())
    schema, vectors = model.card.schema, embedded.images.categories.vectors
    assert [row.words for row in drawn[0]] == [job._in_words(schema, vectors[number]) for number in (3, 1)]
    assert [len(row.pictures) for row in drawn[0]] == [4, 4]


def test_words_say_what_holds_and_leave_out_what_does_not(model):
    schema = model.card.schema
    vector = np.zeros(schema.size, np.uint8)
    vector[[schema.index("personalFemale"), schema.index("carryingBackpack")]] = 1
    assert job._in_words(schema, vector) == "Woman, backpack"


def test_a_picture_that_the_card_cannot_give_is_left_out_with_a_word_or_refused_if_asked_for(model, tmp_path):
    model.card.figures.clear()
    told = []
    summary = job.plot(PlotSpec(model=model, out=tmp_path), Progress(told.append))
    assert summary.files == ()
    assert len([event for event in told if isinstance(event, Noted) and "tiny" in event.text]) == 2
    for picture in (Picture.WEIGHTS, Picture.CURVES):
        with pytest.raises(ModelError, match="tiny"):
            job.plot(PlotSpec(model=model, out=tmp_path, pictures=(picture,)), Progress())


def test_a_picture_that_needs_data_says_so_before_anything_is_drawn(model, tmp_path):
    with pytest.raises(ConfigError, match="space"):
        PlotSpec(model=model, out=tmp_path, pictures=(Picture.WEIGHTS, Picture.SPACE))


def test_a_trainings_own_history_takes_the_cards_place(model, tmp_path):
    path = tmp_path / "history.csv"
    path.write_text("stage,epoch,recognition,ma\nx,1,2.0,55\n", encoding="utf-8")
    model.card.figures.clear()
    spec = PlotSpec(model=model, out=tmp_path, pictures=(Picture.CURVES,), history=path)
    assert len(job.plot(spec, Progress()).files) == 2
