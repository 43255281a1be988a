import itertools
import math

import pytest
import torch

from engine.errors import ConfigError, ShapeError
from engine.losses.alignment_kind import AlignmentKind
from engine.losses.alignment_losses import make_alignment_loss

ALL = pytest.mark.parametrize("kind", list(AlignmentKind))
TARGET = torch.tensor([0, 3, 3, 1])  # category 2 and 4 have no crop


def rows(count: int, seed: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    return torch.randn(count, 6, generator=torch.Generator().manual_seed(seed), dtype=dtype)


def test_each_name_in_a_recipe_is_a_loss_with_its_papers_constants():
    made = {kind.value: make_alignment_loss(kind) for kind in AlignmentKind}
    assert {name: (loss.scale, getattr(loss, "margin", None)) for name, loss in made.items()} == {
        "modality_alignment": (32.0, 0.1),
        "proxy_anchor": (32.0, 0.1),
        "proxy_nca": (1.0, None),
        "cosface": (64.0, 0.35),
        "sphereface": (30.0, 4),
    }


def test_scale_and_margin_of_a_recipe_go_before_the_defaults():
    loss = make_alignment_loss(AlignmentKind.COSFACE, scale=12.0, angular_margin=0.0)
    assert (loss.scale, loss.margin) == (12.0, 0.0)


@pytest.mark.parametrize(
    ("kind", "margin"),
    [
        (AlignmentKind.PROXY_NCA, 0.1),
        (AlignmentKind.SPHEREFACE, 0.1),
        (AlignmentKind.SPHEREFACE, 2.5),
        (AlignmentKind.SPHEREFACE, 1e9),
        (AlignmentKind.COSFACE, -0.1),
        (AlignmentKind.PROXY_ANCHOR, 1.0),
        (AlignmentKind.MODALITY_ALIGNMENT, float("nan")),
        (AlignmentKind.SPHEREFACE, float("nan")),
    ],
)
def test_a_margin_that_the_loss_cannot_have_is_refused(kind, margin):
    with pytest.raises(ConfigError, match="margin"):
        make_alignment_loss(kind, angular_margin=margin)


@ALL
@pytest.mark.parametrize("scale", [0.0, -1.0, float("inf"), float("nan")])
def test_a_scale_that_is_no_positive_number_is_refused(kind, scale):
    with pytest.raises(ConfigError, match="scale"):
        make_alignment_loss(kind, scale=scale)


@ALL
def test_gradients_into_crops_and_categories_are_those_of_finite_differences(kind):
    crops = rows(4, 0, torch.float64).requires_grad_()
    categories = rows(5, 1, torch.float64).requires_grad_()
    loss = make_alignment_loss(kind, scale=4.0)
    assert torch.autograd.gradcheck(lambda x, g: loss(x, g, TARGET), (crops, categories))


@ALL
def test_lengths_of_crops_and_categories_do_not_matter(kind):
    loss, crops, categories = make_alignment_loss(kind), rows(4, 0), rows(5, 1)
    longer = loss(crops * torch.tensor([[0.1], [2.0], [30.0], [5.0]]), 7 * categories, TARGET)
    assert longer.item() == pytest.approx(loss(crops, categories, TARGET).item(), rel=1e-4)


@ALL
def test_a_crop_alone_gives_a_loss_and_moves_a_category_that_has_none(kind):
    crops, categories = rows(1, 0).requires_grad_(), rows(5, 1).requires_grad_()
    loss = make_alignment_loss(kind, scale=4.0)(crops, categories, torch.tensor([2]))
    loss.backward()
    assert loss.shape == ()
    assert loss.dtype == torch.float32
    assert torch.isfinite(loss)
    assert (categories.grad.abs().sum(dim=1) > 0).all()  # all categories are in the sum, not the batch's alone
    assert crops.grad.abs().sum() > 0


@ALL
def test_the_smaller_the_angle_to_its_own_category_the_smaller_the_loss(kind):
    categories = torch.eye(6)[[0, 2, 3, 4, 5]]  # the crop keeps at a right angle to all the others
    loss, target = make_alignment_loss(kind, scale=4.0), torch.tensor([0])
    angles = [math.pi * step / 10 for step in range(11)]
    crops = [torch.tensor([[math.cos(angle), math.sin(angle), 0.0, 0.0, 0.0, 0.0]]) for angle in angles]
    losses = [loss(crop, categories, target).item() for crop in crops]
    assert all(near < far for near, far in itertools.pairwise(losses))


@ALL
def test_gradients_are_finite_where_crop_and_category_coincide_or_are_opposite(kind):
    categories = torch.cat([torch.eye(4), -torch.eye(4)]).requires_grad_()
    crops = torch.cat([torch.eye(4), -torch.eye(4)]).requires_grad_()
    loss = make_alignment_loss(kind)(crops, categories, torch.tensor([0, 5, 2, 7, 4, 1, 2, 3]))
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(crops.grad).all()
    assert torch.isfinite(categories.grad).all()


@ALL
def test_gradients_are_finite_at_a_crop_of_zeros(kind):
    crops, categories = torch.zeros(1, 6).requires_grad_(), rows(5, 1).requires_grad_()
    make_alignment_loss(kind)(crops, categories, torch.tensor([0])).backward()
    assert torch.isfinite(crops.grad).all()
    assert torch.isfinite(categories.grad).all()


@ALL
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_goes_in_and_float32_comes_out(kind, dtype):
    crops, categories = rows(4, 0).to(dtype), rows(5, 1).to(dtype)
    given = [values.clone().requires_grad_() for values in (crops, categories)]
    loss = make_alignment_loss(kind)(*given, TARGET)
    loss.backward()
    assert loss.dtype == torch.float32
    assert all(torch.isfinite(values.grad).all() for values in given)
    expected = make_alignment_loss(kind)(crops.float(), categories.float(), TARGET)
    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)


@ALL
def test_autocast_does_not_round_the_cosines(kind):
    loss, crops, categories = make_alignment_loss(kind), rows(4, 0).requires_grad_(), rows(5, 1)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cast = loss(crops, categories, TARGET)
    cast.backward()
    assert torch.isfinite(crops.grad).all()
    assert cast.item() == pytest.approx(loss(crops, categories, TARGET).item(), rel=1e-5)


@ALL
def test_what_does_not_fit_together_is_refused(kind):
    loss = make_alignment_loss(kind)
    for crops, target in [(rows(0, 0), TARGET[:0]), (rows(2, 0)[:, :5], TARGET[:2]), (rows(2, 0), TARGET)]:
        with pytest.raises(ShapeError):
            loss(crops, rows(5, 1), target)
