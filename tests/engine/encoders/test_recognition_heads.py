import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from engine import paths
from engine.attributes.schema_file import shipped_schema
from engine.encoders.head_kind import HeadKind
from engine.encoders.recognition_heads import RecognitionHeads

PETA = shipped_schema("peta")


def layers_of(kind: HeadKind) -> list[nn.Module]:
    """Return the layers of the head for age, which has five values."""
    head = RecognitionHeads(32, PETA, kind).heads["age"]
    return list(head) if isinstance(head, nn.Sequential) else [head]


def linear_shapes(kind: HeadKind) -> list[tuple[int, int]]:
    return [tuple(layer.weight.shape) for layer in layers_of(kind) if isinstance(layer, nn.Linear)]


def test_linear_heads_are_the_default_and_keep_their_names_in_the_weights():
    heads = RecognitionHeads(32, PETA)
    assert heads.kind is HeadKind.LINEAR
    assert heads.softmax_groups == ()
    parts = {name for name, _ in heads.named_parameters()}
    assert parts == {f"heads.{group.id}.{part}" for group in PETA.groups for part in ("weight", "bias")}


def test_the_shipped_weights_are_those_of_linear_heads():
    tensors = load_file(paths.resources_dir() / "models" / "peta-lite0" / "weights.safetensors")
    ours = {name.removeprefix("heads."): value for name, value in tensors.items() if name.startswith("heads.")}
    heads = RecognitionHeads(1280, PETA)
    heads.load_state_dict(ours)  # refuses what is missing or does not belong there
    assert torch.equal(heads.get_parameter("heads.gender.weight"), ours["heads.gender.weight"].float())


def test_the_papers_heads_have_four_layers_and_the_published_ones_three_and_batch_norm():
    assert linear_shapes(HeadKind.LINEAR) == [(5, 32)]
    assert linear_shapes(HeadKind.PAPER) == [(512, 32), (128, 512), (128, 128), (5, 128)]
    assert linear_shapes(HeadKind.PUBLISHED) == [(512, 32), (128, 512), (5, 128)]
    assert [type(layer).__name__ for layer in layers_of(HeadKind.PUBLISHED)][-1] == "BatchNorm1d"


@pytest.mark.parametrize("kind", [HeadKind.PAPER, HeadKind.PUBLISHED])
def test_exclusive_groups_share_a_softmax_and_the_others_do_not(kind):
    heads = RecognitionHeads(8, PETA, kind)
    shared = {group.id for group in PETA.groups if PETA.slice_of(group) in heads.softmax_groups}
    assert {"gender", "age"} <= shared
    assert shared == {group.id for group in PETA.groups if group.exclusive}
    assert len(shared) == 6


@pytest.mark.parametrize("kind", list(HeadKind))
def test_there_is_a_logit_for_each_attribute_and_every_head_learns(kind):
    heads = RecognitionHeads(8, PETA, kind)
    logits = heads(torch.randn(3, 8, generator=torch.Generator().manual_seed(0)))
    assert logits.shape == (3, 105)
    assert logits.dtype == torch.float32
    (logits**2 * torch.arange(1.0, 106.0)).sum().backward()
    assert all(parameter.grad is not None for parameter in heads.parameters())
    assert heads.eval()(torch.zeros(1, 8)).shape == (1, 105)  # a crop alone, once trained
