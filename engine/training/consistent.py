"""Which categories a crop may have of which only some attributes are known."""

import torch
from torch import Tensor


def consistent_categories(vectors: Tensor, known: Tensor, categories: Tensor) -> Tensor:
    """Return (B, C) bool: whether a category agrees with all that is known of a crop (method.md §7).

    Args:
        vectors: (B, A) bits; where nothing is known they mean nothing.
        known: (B, A) bits.
        categories: (C, A) bits.
    """
    shown, said, bits = known.float(), (vectors * known).float(), categories.float()
    # |v − c| of bits is v + c − 2vc, added up over what is known
    unlike = said.sum(dim=1, keepdim=True) + torch.addmm(shown @ bits.T, said, bits.T, alpha=-2)
    return unlike < 0.5
