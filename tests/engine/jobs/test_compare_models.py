"""Old and new on the same held-out pictures, against slow loops."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from engine.datasets.labelled_images import LabelledImages
from engine.evaluation.bootstrap import draw_rounds, interval_of
from engine.evaluation.recognition_outcome import resampled_accuracies
from engine.jobs import compare_models
from engine.jobs.compare_models import FigurePair, ModelComparison, _pairs, _recognised, _recognition, _Seen
from engine.progress import Progress
from engine.search.short_descriptions import draw_short_descriptions


@pytest.fixture
def images(small_schema):
    random = np.random.default_rng(5)
    vectors = (random.random((30, small_schema.size)) < 0.4).astype(np.uint8)
    known = (random.random(vectors.shape) < 0.8).astype(np.uint8)
    paths = tuple(Path(f"{n}.jpg") for n in range(30))
    return LabelledImages("yard test", small_schema, paths, vectors & known, known)


@pytest.fixture
def small_schema():
    from engine.attributes.schema_file import schema_from_dict

    groups = [
        {"id": group, "title": group, "kind": "accessories", "exclusive": False, "combine": "both"}
        for group in ("head", "hand")
    ]
    groups[0]["attributes"] = [{"id": "hat", "label": "Hat"}, {"id": "hood", "label": "Hood"}]
    groups[1]["attributes"] = [{"id": "bag", "label": "Bag"}]
    return schema_from_dict({"name": "small", "title": "Small", "group": groups})


def seen(images, seed, lacks=()):
    """Return a model that says what it likes of the pictures, and knows all but some attributes."""
    names = [name for name in images.schema.attribute_ids if name not in lacks]
    logits = np.random.default_rng(seed).normal(size=(len(images), len(names))).astype(np.float32)
    there = {str(name): place for place, name in enumerate(names)}
    return _Seen(SimpleNamespace(), SimpleNamespace(), logits, there)


def slow_accuracy(said, true, known):
    """Return the balanced accuracy, in percent, of one attribute, crop by crop."""
    right = {True: [], False: []}
    for answer, truth, is_known in zip(said, true, known, strict=True):
        if is_known:
            right[bool(truth)].append(bool(answer) == bool(truth))
    if not right[True] or not right[False]:
        return None
    return 100 * (np.mean(right[True]) + np.mean(right[False])) / 2


def test_attributes_are_measured_on_the_pictures_of_which_they_are_known(images):
    before, after = seen(images, 1, lacks={"hood"}), seen(images, 2)
    pairs = list(_pairs(images, _recognised(images, before), _recognised(images, after)))
    assert [pair.attribute for pair in pairs] == ["hat", "hood", "bag"]
    for place, pair in enumerate(pairs):
        true, known = images.vectors[:, place], images.known[:, place]
        assert (pair.yes, pair.no) == (int(true.sum()), int(known.sum() - true.sum()))
        assert pair.figure.new == pytest.approx(slow_accuracy(after.uncalibrated[:, place] > 0, true, known))
    assert pairs[1].figure.old is None and pairs[1].figure.low is None
    old = slow_accuracy(before.uncalibrated[:, 1] > 0, images.vectors[:, 2], images.known[:, 2])
    assert pairs[2].figure.old == pytest.approx(old)
    assert pairs[2].figure.low <= pairs[2].figure.new - old <= pairs[2].figure.high


def test_ma_is_over_what_both_know(images):
    before, after = seen(images, 1, lacks={"hood"}), seen(images, 2)
    recognised = [_recognised(images, model) for model in (before, after)]
    (figure,) = _recognition(images.schema, ["hat", "bag"], *recognised)
    new = [slow_accuracy(after.uncalibrated[:, k] > 0, images.vectors[:, k], images.known[:, k]) for k in (0, 2)]
    old = [
        slow_accuracy(before.uncalibrated[:, k] > 0, images.vectors[:, place], images.known[:, place])
        for k, place in enumerate((0, 2))
    ]
    assert (figure.old, figure.new) == pytest.approx((np.mean(old), np.mean(new)))
    rounds = [[] for _ in recognised]
    for drawn in draw_rounds(30):
        for model, means in zip((before, after), rounds, strict=True):
            said = [model.uncalibrated[drawn, model.there[name]] > 0 for name in ("hat", "bag")]
            slow = [
                slow_accuracy(answers, images.vectors[drawn, place], images.known[drawn, place])
                for answers, place in zip(said, (0, 2), strict=True)
            ]
            means.append(np.mean([value for value in slow if value is not None]))
    assert (figure.low, figure.high) == pytest.approx(interval_of(np.subtract(*rounds[::-1])))
    assert not list(_recognition(images.schema, [], *recognised))


def test_the_bootstrap_of_a_model_is_drawn_once(images, monkeypatch):
    drawn = []

    def counted(said, true, known):
        drawn.append(said.shape)
        return resampled_accuracies(said, true, known)

    monkeypatch.setattr(compare_models, "resampled_accuracies", counted)
    monkeypatch.setattr(compare_models, "_look", lambda model, *_: model)
    monkeypatch.setattr(compare_models, "draw_short_descriptions", lambda *_: [])
    found = compare_models.compare_models(seen(images, 1), seen(images, 2), images, Progress())
    assert len(found.figures) == 1 and len(found.attributes) == 3
    assert drawn == [images.vectors.shape] * 2


def test_every_round_of_the_bootstrap_is_a_slow_loop(images):
    said = np.random.default_rng(3).random(images.vectors.shape) < 0.5
    fast = resampled_accuracies(said, images.vectors.astype(bool), images.known.astype(bool), rounds=20)
    for row, drawn in zip(fast, draw_rounds(30, 20), strict=True):
        for k, value in enumerate(row):
            slow = slow_accuracy(said[drawn, k], images.vectors[drawn, k], images.known[drawn, k])
            assert np.isnan(value) if slow is None else value == pytest.approx(slow)


def test_descriptions_are_of_what_is_known_to_fit_or_not(images):
    for asked in draw_short_descriptions(images, ["hat", "bag"]):
        places = [images.schema.index(name) for name in asked.attributes]
        for row in range(len(images)):
            held, known = images.vectors[row, places], images.known[row, places]
            fits = bool((held & known).all())
            fails = bool(((1 - held) & known).any())
            assert (row in asked.rows) == (fits or fails)
            if row in asked.rows:
                assert asked.fits[list(asked.rows).index(row)] == fits
    names = [asked.attributes for asked in draw_short_descriptions(images, ["hat", "hood", "bag"])]
    assert names == [("hat",), ("hood",), ("bag",), ("hat", "bag"), ("hood", "bag")]  # no pair of one group


def test_a_model_that_is_behind_in_one_figure_is_worse():
    def compared(*pairs):
        return ModelComparison(on="x", pictures=9, descriptions=3, figures=pairs, attributes=())

    better = FigurePair(name="ma", old=60.0, new=61.0, low=-1.0, high=3.0)
    worse = FigurePair(name="map", old=60.0, new=59.9, low=-1.0, high=3.0)
    unknown = FigurePair(name="rank1", new=10.0)
    assert not compared(better, unknown).is_worse
    assert compared(better, worse).is_worse
