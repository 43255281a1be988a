"""One model or several on the same pictures; the embedding itself is stood in for."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.errors import ConfigError
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.jobs import evaluate as job
from engine.progress import Progress

CATEGORIES, IMAGES = 6, 24


def embedded(seed):
    schema, labels, random = shipped_schema("pa100k"), np.random.default_rng(0), np.random.default_rng(seed)
    bits = (labels.random((CATEGORIES, schema.size)) < 0.4).astype(np.uint8)[np.arange(IMAGES) % CATEGORIES]
    vectors = random.normal(size=(IMAGES, 4)).astype(np.float32)
    logits = (bits - 0.5 + random.normal(0, 0.5, bits.shape)).astype(np.float32)
    return EmbeddedSplit(
        model=f"model {seed}",
        images=LabelledImages("made test", schema, tuple(range(IMAGES)), bits),
        training=LabelledImages("made train", schema, (), bits[:0]),
        embeddings=vectors,
        logits=logits,
        calibrated=logits,
        encode_categories=lambda categories: np.ones((len(categories), 4), np.float32) / 2,
        fusion_alpha=10.0,
    )


@pytest.fixture(autouse=True)
def embedding_stood_in_for(monkeypatch):
    monkeypatch.setattr(job, "read_split", lambda _data, *_models: None)
    monkeypatch.setattr(job, "embed_split", lambda installed, _split, _name, _progress: embedded(installed.seed))


def model(name, seed):
    return SimpleNamespace(name=name, seed=seed, card=SimpleNamespace(model_id=f"id{seed}"))


def evaluate(tmp_path, *models, protocol=job.Protocol.FULL):
    return job.evaluate(job.EvaluateSpec(models=models, data=tmp_path, protocol=protocol), Progress())


def test_one_model_is_the_object_that_scripts_rely_on(tmp_path):
    figures = evaluate(tmp_path, model("a", 1)).to_dict()
    assert figures["protocol"] == "full" and figures["on"] == "made test"
    assert {"rank1", "rank5", "rank10", "map", "map_trapezoidal", "queries", "gallery", "intervals"} <= set(figures)
    assert set(figures["by_scorer"]) == {"cosine", "heads", "fused"}
    recognition = evaluate(tmp_path, model("a", 1), protocol=job.Protocol.RECOGNITION).to_dict()
    assert recognition["protocol"] == "recognition"
    assert len(recognition["attributes"]) == 26 and recognition["ma"] > 50


@pytest.mark.parametrize("protocol", [job.Protocol.FULL, job.Protocol.RECOGNITION])
def test_the_later_models_are_compared_with_the_first(tmp_path, protocol):
    found = evaluate(tmp_path, model("a", 1), model("b", 2), model("c", 1), protocol=protocol).to_dict()
    assert list(found["models"]) == ["a", "b", "c"]
    assert found["against"] == "a" and list(found["differences"]) == ["b", "c"]
    name = "map" if protocol is job.Protocol.FULL else "ma"
    difference = found["differences"]["b"][name]
    assert difference["difference"] == pytest.approx(found["models"]["b"][name] - found["models"]["a"][name])
    assert found["differences"]["c"][name] == {"difference": 0, "low": 0, "high": 0}
    json.dumps(found, allow_nan=False)


def test_models_of_one_name_are_told_apart(tmp_path):
    found = evaluate(tmp_path, model("a", 1), model("a", 2), model("b", 3), model("b", 3))
    assert list(found.outcomes) == ["a id1", "a id2", "b id3 (3)", "b id3 (4)"]


@pytest.mark.parametrize("protocol", [job.Protocol.FULL, job.Protocol.RECOGNITION])
def test_markdown_has_the_differences_only_where_there_are_several_models(tmp_path, protocol):
    alone = evaluate(tmp_path, model("a", 1), protocol=protocol).to_markdown()
    both = evaluate(tmp_path, model("a", 1), model("b", 2), protocol=protocol).to_markdown()
    assert alone.startswith(f"# {protocol.value} on made test\n") and "Less a" not in alone
    assert "## Less a, in points, with paired 95 % intervals" in both and "\n| b | " in both


def test_no_model_is_refused(tmp_path):
    with pytest.raises(ConfigError):
        job.EvaluateSpec(models=(), data=tmp_path)
