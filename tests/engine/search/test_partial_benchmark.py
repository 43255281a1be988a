"""The benchmark `partial` on made-up crops whose labels the model half knows."""

import json

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.evaluation.average_precision import average_precision
from engine.evaluation.partial_queries import draw_partial_queries
from engine.progress import Progress
from engine.registry.known_categories import KnownCategories
from engine.search import fit_scorers as fitting
from engine.search.fit_scorers import HEADS_WEIGHTS, SHARPNESSES, fit_scorers
from engine.search.labelled_crops import LabelledCrops
from engine.search.partial_benchmark import BenchmarkPlan, measure_scorers, said_query
from engine.search.scorers import SCORERS

SMALL = BenchmarkPlan(ticked=(1, 3, None), queries=6)


@pytest.fixture(scope="module")
def crops(model, peta):
    random = np.random.default_rng(9)
    categories = (random.random((12, peta.size)) < 0.2).astype(np.uint8)
    bits = categories[random.integers(12, size=50)]
    embeddings = model.encode_categories(bits) + random.normal(0, 0.2, (50, 8)).astype(np.float32)
    logits = (3.0 * bits - 1.5 + random.normal(0, 1, bits.shape)).astype(np.float32)
    unit = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    return LabelledCrops(embeddings=unit.astype(np.float32), logits=logits, vectors=bits)


@pytest.fixture(scope="module")
def knowing(model, peta):
    return model.knowing(KnownCategories.of((np.random.default_rng(4).random((30, peta.size)) < 0.2).astype(np.uint8)))


@pytest.fixture(scope="module")
def measured(knowing, crops):
    return measure_scorers(knowing, crops, Progress(), SMALL)


def test_there_is_a_row_for_each_scorer_and_k(measured):
    rows = {(found.row.scorer, found.row.k) for found in measured}

    partial = set(SCORERS) - {"cosine"}
    assert rows == {(name, k) for name in partial for k in (1, 3)} | {(name, 17) for name in SCORERS}
    assert all(0 <= found.row.map <= 100 and found.row.queries == 6 for found in measured)
    json.dumps([found.row.to_dict() for found in measured], allow_nan=False)


@pytest.mark.parametrize("name", ["heads", "fused"])
def test_a_row_is_the_mean_over_the_same_queries_asked_one_by_one(name, measured, knowing, crops, peta):
    row = next(found.row for found in measured if (found.row.scorer, found.row.k) == (name, 3))
    searchable, precisions = crops.searchable(knowing.id), []

    for drawn in draw_partial_queries(peta, crops.vectors, 3, count=6):
        scores = SCORERS[name].score(said_query(drawn, peta), searchable, knowing, None)
        precisions.append(average_precision(drawn.relevant(peta, crops.vectors)[np.argsort(-scores, kind="stable")]))

    assert row.map == pytest.approx(100 * np.mean(precisions))


def test_the_description_of_all_groups_is_complete(crops, peta):
    drawn = draw_partial_queries(peta, crops.vectors, None, count=1)[0]

    assert said_query(drawn, peta).is_complete
    assert np.array_equal(said_query(drawn, peta).vector(peta), drawn.vector)


def test_a_model_without_categories_is_measured_by_the_others(model, crops):
    found = measure_scorers(model, crops, Progress(), BenchmarkPlan(ticked=(1,), queries=2))

    assert [m.row.scorer for m in found] == ["fused", "heads", "zero-filled"]


def test_weights_are_chosen_among_those_tried(knowing, crops, monkeypatch):
    monkeypatch.setattr(fitting, "QUERIES", 3)
    monkeypatch.setattr(fitting, "SHARPNESSES", SHARPNESSES[:2])

    fit = fit_scorers(knowing, crops, Progress())

    assert fit.sharpness in SHARPNESSES[:2] and fit.heads_weight in HEADS_WEIGHTS


def test_crops_and_labels_of_other_numbers_are_refused(crops):
    with pytest.raises(ShapeError, match="not of the same pictures"):
        LabelledCrops(embeddings=crops.embeddings[:3], logits=crops.logits, vectors=crops.vectors)
