import math

import pytest
import torch

from engine.errors import ConfigError, ShapeError
from engine.losses.semantic_margin import SemanticMargin


def regulariser_by_loops(embeddings, categories, weights, temperature):
    vectors = [[value / math.sqrt(sum(v * v for v in row)) for value in row] for row in embeddings.tolist()]
    bits, w = categories.tolist(), weights.tolist()
    pairs = [(i, j) for i in range(len(vectors)) for j in range(i + 1, len(vectors))]
    similarity = {(i, j): sum(a * b for a, b in zip(vectors[i], vectors[j], strict=True)) for i, j in pairs}
    mean = sum(similarity.values()) / len(pairs)
    total = 0.0
    for i, j in pairs:
        distance = sum(w[k] * abs(bits[i][k] - bits[j][k]) for k in range(len(w)))
        margin = 1 / (1 + math.exp(-(1 - distance / temperature)))
        total += (similarity[i, j] - mean - margin) ** 2
    return total / len(pairs)


def example(count: int = 6, attributes: int = 9) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    embeddings = torch.randn(count, 5, generator=generator)
    return embeddings, (torch.rand(count, attributes, generator=generator) < 0.4).float()


@pytest.mark.parametrize("temperature", [1.0, 8.5, 10.0])
def test_regulariser_equals_the_mean_over_pairs_written_as_loops(temperature):
    embeddings, categories = example()
    margin = SemanticMargin(9, temperature=temperature)
    expected = regulariser_by_loops(embeddings, categories, margin.weights.detach(), temperature)
    assert margin(embeddings, categories).item() == pytest.approx(expected, rel=1e-4)


def test_weights_start_within_a_quarter_of_one_and_learn():
    margin = SemanticMargin(200)
    assert margin.weights.min() >= 0.75
    assert margin.weights.max() <= 1.25
    embeddings, categories = example(attributes=200)
    margin(embeddings, categories).backward()
    assert margin.weights.grad.abs().sum() > 0


def test_equal_categories_are_asked_to_be_closer_than_different_ones():
    margin = SemanticMargin(3)
    categories = torch.tensor([[1, 0, 0], [1, 0, 0], [0, 1, 1]])
    near = torch.tensor([[1.0, 0.0], [1.0, 0.1], [-1.0, 0.0]])
    far = near[[0, 2, 1]]
    assert margin(near, categories) < margin(far, categories)


def test_one_category_alone_is_refused():
    with pytest.raises(ShapeError):
        SemanticMargin(3)(torch.ones(1, 2), torch.ones(1, 3))


def test_a_temperature_of_zero_is_refused():
    with pytest.raises(ConfigError, match="temperature"):
        SemanticMargin(3, temperature=0.0)
