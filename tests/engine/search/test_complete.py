"""Complete descriptions by cosine and heads together, as `bolo evaluate --protocol full` measures them."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.encoders.model import Calibration
from engine.encoders.softmax_groups import find_softmax_groups
from engine.evaluation.full_scores import cosine_scores, fused_scores, head_scores
from engine.jobs.embed_split import hubness_of
from engine.registry.known_categories import KnownCategories
from engine.registry.query_model import QueryModel
from engine.registry.stored_calibration import StoredCalibration
from engine.search.labelled_crops import LabelledCrops
from engine.search.query import Query
from engine.search.scorers import SCORERS, default_scorer
from engine.search.search_fit import FIGURE, TRAINING_FIGURE, SearchFit

ALPHA = 30.0


@pytest.fixture(params=[False, True], ids=["linear", "softmax"])
def calibration(request, peta):
    random = np.random.default_rng(3)
    made = Calibration(peta.size, find_softmax_groups(peta) if request.param else ())
    made.scale.copy_(torch.from_numpy(random.uniform(0.5, 1.5, peta.size)))
    made.bias.copy_(torch.from_numpy(random.normal(0, 0.5, peta.size)))
    return made


def stored(calibration, peta):
    scale, bias = calibration.scale.numpy(), calibration.bias.numpy()
    return StoredCalibration(peta, scale, bias, shares_softmax=bool(calibration.softmax_groups))


def test_the_stored_calibration_is_undone_as_the_torch_one_is(calibration, peta, logits):
    whole = calibration.undone(logits)
    for group in peta.groups:
        place = peta.slice_of(group)
        columns = stored(calibration, peta).undone(group, list(logits[:, place].T))
        assert np.stack(columns, axis=1) == pytest.approx(whole[:, place], rel=1e-4, abs=1e-4)


@pytest.mark.parametrize("known", [None, 40], ids=["without-categories", "with-categories"])
def test_a_search_ranks_a_complete_description_as_the_protocol_full_measures_it(
    known, calibration, peta, model, vectors, logits
):
    heads = "paper" if calibration.softmax_groups else "linear"
    card = replace(model.card, heads=heads, figures={TRAINING_FIGURE: ALPHA})
    bits = (np.random.default_rng(8).random((known or 1, peta.size)) < 0.25).astype(np.uint8)
    categories = None if known is None else KnownCategories.of(bits)
    searching = QueryModel(card, model._layers, categories, stored(calibration, peta))
    crops = LabelledCrops(embeddings=vectors, logits=logits, vectors=np.zeros((len(vectors), peta.size), np.uint8))
    category = np.zeros(peta.size, np.uint8)
    category[[1, 6, 30, 60]] = 1
    query = Query.complete(peta, category)

    found = default_scorer().score(query, crops.searchable(card.model_id), searching, None)
    some = np.array([3, 8, 20])
    assert default_scorer().score(query, crops.searchable(card.model_id), searching, some) == pytest.approx(found[some])

    halved = vectors.astype(np.float16).astype(np.float32)
    cosine = cosine_scores(searching.encode_categories(category[np.newaxis]), halved)
    near_all = hubness_of(halved, searching)
    assert (near_all is None) is (known is None)
    heads = head_scores(category[np.newaxis], calibration.undone(logits))
    measured = fused_scores(cosine, heads, ALPHA, near_all)[0]
    assert found == pytest.approx(measured, rel=1e-4, abs=1e-3)


def test_a_preference_beside_a_settled_group_counts_half(peta, model, vectors, logits):
    crops = LabelledCrops(embeddings=vectors, logits=logits, vectors=np.zeros((len(vectors), peta.size), np.uint8))
    searchable = crops.searchable("test-model")
    text = " ".join(f"has:{group.attributes[0].id}" for group in peta.groups)
    plain, wish = Query.parse(text, peta), Query.parse("prefer:upperBodyRed", peta)
    both = Query.parse(f"{text} prefer:upperBodyRed", peta)
    assert plain.is_complete and both.is_complete
    of_plain, of_both, of_wish = (
        SCORERS[name].score(query, searchable, model, None)
        for name, query in (("fused", plain), ("fused", both), ("heads", wish))
    )
    assert of_both - of_plain == pytest.approx(of_wish, rel=1e-3, abs=1e-3)


def test_the_weight_of_the_cosine_is_the_trainings_until_it_is_fitted(model):
    trained = replace(model.card, figures={TRAINING_FIGURE: 60.0})
    assert SearchFit.of(trained).cosine_weight == 60.0
    fitted = replace(model.card, figures={TRAINING_FIGURE: 60.0, FIGURE: {"cosine_weight": 20.0}})
    assert SearchFit.of(fitted).cosine_weight == 20.0
    assert SearchFit.of(model.card).cosine_weight == 40.0
