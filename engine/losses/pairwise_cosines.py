"""Cosines between all rows of two matrices, in full precision."""

import torch
from torch import Tensor
from torch.nn import functional


def pairwise_cosines(left: Tensor, right: Tensor) -> Tensor:
    """Return (n, m) cosines, in float32 at least: autocast would round the product to half precision.

    Args:
        left: (n, D), of any length and floating type; a row of zeros has cosine 0 with everything.
        right: (m, D).
    """
    precise = torch.promote_types(torch.promote_types(left.dtype, right.dtype), torch.float32)
    with torch.autocast(left.device.type, enabled=False):
        units = functional.normalize(left.to(precise), dim=1)
        others = units if right is left else functional.normalize(right.to(precise), dim=1)  # gradients round alike
        return units @ others.T
