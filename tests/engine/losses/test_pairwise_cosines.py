import pytest
import torch

from engine.losses.pairwise_cosines import pairwise_cosines


def test_each_cosine_is_that_of_its_two_rows():
    left, right = torch.tensor([[3.0, 0.0], [0.0, 0.0], [1.0, 1.0]]), torch.tensor([[2.0, 2.0], [-1.0, 0.0]])
    root = 2**-0.5
    expected = [[root, -1.0], [0.0, 0.0], [1.0, -root]]
    assert pairwise_cosines(left, right).tolist() == [pytest.approx(row) for row in expected]


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        (torch.float16, torch.float16, torch.float32),
        (torch.bfloat16, torch.float32, torch.float32),
        (torch.float64, torch.float32, torch.float64),
    ],
)
def test_cosines_are_in_full_precision_whatever_goes_in(left, right, result):
    assert pairwise_cosines(torch.ones(1, 2, dtype=left), torch.ones(3, 2, dtype=right)).dtype == result
