import math

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from engine.attributes.schema_file import shipped_schema
from engine.errors import ConfigError, ShapeError
from engine.losses import semantic_margin
from engine.losses.margin_kind import MarginKind
from engine.losses.semantic_margin import SemanticMargin, make_semantic_margin

ALL = pytest.mark.parametrize("kind", list(MarginKind))
GROUPS = (slice(0, 1), slice(1, 5), slice(5, 9))


class LargestOutput(TorchDispatchMode):
    """Notes how many numbers the largest tensor has that any operation makes, forwards and backwards."""

    numbers = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        made = func(*args, **(kwargs or {}))
        for tensor in made if isinstance(made, (tuple, list)) else [made]:
            if isinstance(tensor, torch.Tensor):
                self.numbers = max(self.numbers, tensor.numel())
        return made


def regulariser_by_loops(embeddings, categories, weights, temperature):
    def margin(one, other):
        distance = sum(w * abs(a - b) for w, a, b in zip(weights.tolist(), one, other, strict=True))
        return 1 / (1 + math.exp(-(1 - distance / temperature)))

    return mean_over_pairs(embeddings, categories, margin)


def mean_over_pairs(embeddings, categories, margin):
    vectors = [[value / math.sqrt(sum(v * v for v in row)) for value in row] for row in embeddings.tolist()]
    bits = categories.tolist()
    pairs = [(i, j) for i in range(len(vectors)) for j in range(i + 1, len(vectors))]
    similarity = {(i, j): sum(a * b for a, b in zip(vectors[i], vectors[j], strict=True)) for i, j in pairs}
    mean = sum(similarity.values()) / len(pairs)
    total = 0.0
    for i, j in pairs:
        total += (similarity[i, j] - mean - margin(bits[i], bits[j])) ** 2
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


@ALL
@pytest.mark.parametrize("rows", [1, 4, 6])
def test_some_rows_at_a_time_are_the_same_mean_and_gradients(kind, rows, monkeypatch):
    embeddings, categories = example()
    margin = SemanticMargin(9, kind=kind, groups=GROUPS).double()

    def value_and_gradients():
        given = [embeddings.double().requires_grad_(), *margin.parameters()]
        value = margin(given[0], categories)
        return [value.detach(), *torch.autograd.grad(value, given)]

    at_once = value_and_gradients()
    monkeypatch.setattr(semantic_margin, "ROWS", rows)
    for some, whole in zip(value_and_gradients(), at_once, strict=True):
        torch.testing.assert_close(some, whole)


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


def test_without_delta_it_is_the_spread_of_the_similarities():
    embeddings, categories = example()
    expected = mean_over_pairs(embeddings, categories, lambda one, other: 0.0)
    assert SemanticMargin(9, kind=MarginKind.NO_DELTA)(embeddings, categories).item() == pytest.approx(expected)


def test_uniform_weights_are_ones():
    embeddings, categories = example()
    expected = regulariser_by_loops(embeddings, categories, torch.ones(9), 10.0)
    assert SemanticMargin(9, kind=MarginKind.UNIFORM)(embeddings, categories).item() == pytest.approx(expected)


def test_normalised_weights_are_of_unit_length_times_the_root_of_their_number():
    embeddings, categories = example()
    margin = SemanticMargin(9, kind=MarginKind.NORMALISED, temperature=3.0)
    unit = margin.weights.detach() / margin.weights.detach().norm()
    expected = regulariser_by_loops(embeddings, categories, unit, 3.0 / 3)  # √9 moved to the temperature
    assert margin(embeddings, categories).item() == pytest.approx(expected, rel=1e-5)
    with torch.no_grad():
        margin.weights.mul_(5)
    assert margin(embeddings, categories).item() == pytest.approx(expected, rel=1e-5)


def test_a_group_is_one_apart_where_its_value_differs_however_many_bits_do():
    embeddings, categories = example()
    margin = SemanticMargin(9, kind=MarginKind.PER_GROUP, groups=GROUPS, temperature=2.0)

    def by_groups(one, other):
        distance = sum(
            w for w, group in zip(margin.weights.tolist(), GROUPS, strict=True) if one[group] != other[group]
        )
        return 1 / (1 + math.exp(-(1 - distance / 2.0)))

    assert margin.weights.shape == (3,)
    expected = mean_over_pairs(embeddings, categories, by_groups)
    assert margin(embeddings, categories).item() == pytest.approx(expected, rel=1e-5)


@ALL
def test_gradients_are_those_of_finite_differences(kind):
    embeddings, categories = example()
    margin = SemanticMargin(9, kind=kind, groups=GROUPS, temperature=3.0).double()
    inputs = [embeddings.double().requires_grad_(), *margin.parameters()]
    assert torch.autograd.gradcheck(lambda *given: margin(given[0], categories), inputs)


@ALL
def test_only_a_learned_w_is_a_parameter_and_it_learns(kind):
    embeddings, categories = example()
    margin = SemanticMargin(9, kind=kind, groups=GROUPS)
    learned = kind not in (MarginKind.NO_DELTA, MarginKind.UNIFORM)
    assert [name for name, _ in margin.named_parameters()] == (["weights"] if learned else [])
    assert "weights" in margin.state_dict()
    if learned:
        margin(embeddings, categories).backward()
        assert (margin.weights.grad != 0).any()


@ALL
def test_gradients_are_finite_where_embeddings_coincide_or_are_opposite(kind):
    embeddings = torch.tensor([[1.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [0.0, 2.0]], requires_grad=True)
    margin = SemanticMargin(9, kind=kind, groups=GROUPS)
    margin(embeddings, example(4)[1]).backward()
    assert torch.isfinite(embeddings.grad).all()


@ALL
def test_neither_autocast_nor_half_precision_rounds_the_margins(kind):
    embeddings, categories = example()
    margin = SemanticMargin(9, kind=kind, groups=GROUPS)
    expected = margin(embeddings, categories).item()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert margin(embeddings, categories).item() == pytest.approx(expected, rel=1e-6)
    half = embeddings.half().requires_grad_()
    loss = margin(half, categories.to(torch.uint8))
    loss.backward()
    assert loss.dtype == torch.float32
    assert loss.item() == pytest.approx(expected, rel=1e-2)
    assert torch.isfinite(half.grad).all()


@ALL
def test_no_tensor_has_a_number_for_each_pair_and_attribute(kind):
    count, attributes = 40, 60
    embeddings, categories = example(count, attributes)
    groups = [slice(start, start + 10) for start in range(0, attributes, 10)]
    margin = SemanticMargin(attributes, kind=kind, groups=groups)
    with LargestOutput() as largest:
        margin(embeddings.requires_grad_(), categories).backward()
    assert count * count <= largest.numbers <= count * attributes * 6  # one value for each category and group at most


def test_groups_of_a_schema_are_found_by_name():
    schema = shipped_schema("market1501")
    assert make_semantic_margin(MarginKind("per_group"), schema).weights.shape == (len(schema.groups),)
    assert make_semantic_margin(MarginKind("full"), schema, 8.5).temperature == 8.5


@pytest.mark.parametrize("groups", [(), GROUPS[:2], (slice(0, 5), slice(4, 9))])
def test_groups_that_leave_out_or_repeat_an_attribute_are_refused(groups):
    with pytest.raises(ConfigError, match="groups"):
        SemanticMargin(9, kind=MarginKind.PER_GROUP, groups=groups)
