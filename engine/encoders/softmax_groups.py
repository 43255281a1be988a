"""Softmax classifiers among the recognition heads, and what they say of each attribute by itself."""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from engine.attributes.schema import Schema

SoftmaxGroups = tuple[slice, ...]  # where each group that shares one softmax stands in the category vector


def find_softmax_groups(schema: Schema) -> SoftmaxGroups:
    """Return the groups of which one value at most holds; one value alone leaves a softmax nothing to choose."""
    chosen = [group for group in schema.groups if group.exclusive and len(group.attributes) > 1]
    return tuple(schema.slice_of(group) for group in chosen)


def attribute_logits(logits: Tensor, groups: SoftmaxGroups) -> Tensor:
    """Return logits l, of which each speaks for its attribute alone: σ(l) is the attribute's probability.

    In a group with softmax probabilities p, l_k = log p_k − log(1 − p_k) = z_k − log Σ_{j≠k} e^{z_j}; the second form
    keeps its digits where p is near 1. The probabilities of a group sum to one. Elsewhere l is the logit as it is.

    Args:
        logits: (B, A), of the heads.
        groups: which of them share a softmax.
    """
    return _changed(logits, groups, _against_the_others)


def softmax_logits(logits: Tensor, groups: SoftmaxGroups) -> Tensor:
    """Return logits z with softmax(z) = σ(l) in each group, (B, A): what `attribute_logits` undoes."""
    return _changed(logits, groups, functional.logsigmoid)


def _changed(logits: Tensor, groups: SoftmaxGroups, change: Callable[[Tensor], Tensor]) -> Tensor:
    if not groups:
        return logits
    changed = logits.clone()
    for group in groups:
        changed[:, group] = change(logits[:, group])
    return changed


def _against_the_others(logits: Tensor) -> Tensor:
    count = logits.shape[1]
    itself = torch.eye(count, dtype=torch.bool, device=logits.device)
    others = logits[:, None, :].expand(-1, count, -1).masked_fill(itself, -torch.inf)
    return logits - others.logsumexp(dim=2)
