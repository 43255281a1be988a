from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ModelError, ShapeError
from engine.evaluation.full_scores import fused_scores


def test_scores_are_those_of_every_category_against_every_picture(split):
    assert list(split.scores) == ["cosine", "heads", "fused"]
    cosine = split.encode_categories(split.images.categories.vectors) @ split.embeddings.T
    assert split.scores["cosine"] == pytest.approx(cosine, abs=1e-6)
    assert split.scores["fused"] == pytest.approx(fused_scores(cosine, split.scores["heads"], 20.0), abs=1e-4)


def test_a_category_is_seen_if_training_holds_exactly_it(split):
    known = [tuple(vector) for vector in split.training.vectors]
    assert split.is_seen.tolist() == [tuple(vector) in known for vector in split.images.categories.vectors]
    assert split.is_seen.sum() == 4


def test_a_card_without_a_fusion_weight_is_named(split):
    with pytest.raises(ModelError, match=r"made.*fusion_alpha"):
        _ = replace(split, fusion_alpha=None).scores


def test_embeddings_of_other_pictures_are_refused(split):
    with pytest.raises(ShapeError, match="made"):
        replace(split, embeddings=np.zeros((3, 8), np.float32))
