"""Hiding attribute groups of all categories at once, so that those which differ in nothing else become one."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class MergedCategories:
    """What is left of the categories.

    Attributes:
        vectors: (M, A) uint8, unique, 0 in hidden groups.
        of_category: (C,) int64, which of them each category became.
    """

    vectors: Tensor
    of_category: Tensor


def draw_hidden_groups(groups: int, share: float) -> Tensor:
    """Return (G,) bool, each group hidden with this probability and at least one shown, by torch's own generator."""
    hidden = torch.rand(groups) < share
    shown = torch.randint(groups, ())
    hidden[shown] = False
    return hidden


def hide_groups(categories: Tensor, groups: Sequence[slice], hidden: Tensor) -> MergedCategories:
    """Return the categories without the hidden groups.

    A crop of a category then has every category that is consistent with what is left of it for its positive, for they
    are one (method.md §7).

    Args:
        categories: (C, A) bits.
        groups: where each group stands in the category vector.
        hidden: (G,) bool.
    """
    kept = categories.clone()
    for group, is_hidden in zip(groups, hidden.tolist(), strict=True):
        if is_hidden:
            kept[:, group] = 0
    vectors, of_category = torch.unique(kept, dim=0, return_inverse=True)
    return MergedCategories(vectors, of_category)
