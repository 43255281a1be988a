"""The adaptive semantic margin regulariser of ASMR, Eq. 3–5, and the variants that the paper compares."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.attributes.schema import Schema
from engine.errors import ConfigError, ShapeError
from engine.losses.margin_kind import MarginKind

ROWS = 256  # that meet all later categories at once; of 1,890 categories 57 % of the matrix is computed
INITIAL_SPREAD = 0.25  # w starts at 1 + U(−0.25, 0.25), as in the authors' code


LEARNED = {MarginKind.FULL, MarginKind.NORMALISED, MarginKind.PER_GROUP}


class SemanticMargin(nn.Module):
    """Let the similarity of two categories' embeddings follow how much the categories differ.

    R(G) = mean_{i<j} ( s(g_i,g_j) − μ − δ(p_i,p_j) )²,   μ = mean_{i<j} s(g_i,g_j)
    δ(p_i,p_j) = sigmoid( 1 − Σ_k w_k |p_i(k) − p_j(k)| / τ )

    (Jeong, Park and Kwak 2021, Eq. 3–5.) τ is not printed in the paper; without it δ ≈ 0 for most pairs. μ is not
    detached. w is learned and unconstrained. With q = 2p − 1 a binary vector's bits are ± 1 and
    |p_i − p_j| = (1 − q_i q_j) / 2, so what goes into the sigmoid is one weighted matrix product, and s − μ is another.
    They are what this loss spends its time on: some rows at a time meet only the categories from there on.

    The normalised w is stretched by √A, so that its mean square is 1 and τ means what it means elsewhere; the paper's
    ‖w‖ = 1 is τ = √A. One w per group is what the authors' code has on Market-1501.

    Args:
        attributes: A.
        temperature: τ, divides the weighted distance.
        kind: which w, or none.
        groups: where each attribute group stands in the category vector (`Schema.slice_of`); for w per group alone.
    """

    weights: Tensor  # (A,), or (groups,) where there is one per group

    def __init__(
        self,
        attributes: int,
        *,
        temperature: float = 10.0,
        kind: MarginKind = MarginKind.FULL,
        groups: Sequence[slice] = (),
    ) -> None:
        super().__init__()
        if not 0 < temperature < math.inf:
            raise ConfigError("temperature", temperature, "must be above 0")
        if kind is MarginKind.PER_GROUP:
            _check_cover(groups, attributes)
        self.temperature = temperature
        self.kind = kind
        self.groups = tuple(groups)
        self._give_weights(len(groups) if kind is MarginKind.PER_GROUP else attributes)

    def _give_weights(self, count: int) -> None:
        if self.kind in LEARNED:
            self.weights = nn.Parameter(1 + torch.empty(count).uniform_(-INITIAL_SPREAD, INITIAL_SPREAD))
        else:
            self.register_buffer("weights", torch.ones(count))

    def forward(self, embeddings: Tensor, categories: Tensor) -> Tensor:
        """Return the mean over all pairs, () float32, or float64 where the embeddings are.

        Args:
            embeddings: (C, D), of any length and floating type; normalised here.
            categories: (C, A) the binary category vectors.

        Raises:
            ShapeError: if there are fewer than two categories, or C differs.
        """
        count = len(embeddings)
        if count < 2 or len(categories) != count:
            raise ShapeError(f"{count} embeddings and {len(categories)} categories: two or more of each are needed.")
        with torch.autocast(embeddings.device.type, enabled=False):  # it would round the products to half precision
            units = functional.normalize(embeddings.to(torch.promote_types(embeddings.dtype, torch.float32)), dim=1)
            pairs = count * (count - 1) / 2
            mean = (units.sum(dim=0).square().sum() - units.square().sum()) / (2 * pairs)
            bits, weights = self._weighted_bits(categories.to(units.dtype))
            signs, halves = 2 * bits - 1, weights / (2 * self.temperature)
            weighted, at_least = signs * halves, 1 - halves.sum()
            total = torch.zeros_like(mean)
            for first in range(0, count, ROWS):
                rows, later = slice(first, first + ROWS), slice(first, None)
                difference = torch.addmm(-mean, units[rows], units[later].T)
                if self.kind is not MarginKind.NO_DELTA:
                    difference = difference - torch.sigmoid(torch.addmm(at_least, weighted[rows], signs[later].T))
                total = total + difference.triu(1).square().sum()  # i < j
        return total / pairs

    def _weighted_bits(self, categories: Tensor) -> tuple[Tensor, Tensor]:
        """Return binary vectors (C, M) and weights (M,) whose weighted distance is that of Eq. 5."""
        if self.kind is MarginKind.PER_GROUP:
            values, group_of = _group_values(categories, self.groups)
            return values, self.weights[group_of] / 2  # two bits are unlike where a group's value is
        if self.kind is MarginKind.NORMALISED:
            return categories, functional.normalize(self.weights, dim=0) * math.sqrt(len(self.weights))
        return categories, self.weights


def make_semantic_margin(kind: MarginKind, schema: Schema, temperature: float = 10.0) -> SemanticMargin:
    """Return the regulariser for the categories of a schema.

    Args:
        kind: which w, or none.
        schema: gives A and the groups.
        temperature: τ.

    Raises:
        ConfigError: if the temperature is not above 0.
    """
    groups = [schema.slice_of(group) for group in schema.groups]
    return SemanticMargin(schema.size, temperature=temperature, kind=kind, groups=groups)


def _group_values(categories: Tensor, groups: tuple[slice, ...]) -> tuple[Tensor, Tensor]:
    """Return (C, M) bits, one for each value that a group takes, and (M,) the group of each."""
    numbers = [torch.unique(categories[:, group], dim=0, return_inverse=True)[1] for group in groups]
    values = [functional.one_hot(number).to(categories.dtype) for number in numbers]
    group_of = [torch.full((part.shape[1],), i, device=categories.device) for i, part in enumerate(values)]
    return torch.cat(values, dim=1), torch.cat(group_of)


def _check_cover(groups: Sequence[slice], attributes: int) -> None:
    places = [place for group in groups for place in range(attributes)[group]]
    if sorted(places) != list(range(attributes)):
        raise ConfigError("groups", list(groups), f"must hold each of the {attributes} attributes once")
