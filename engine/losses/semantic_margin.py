"""The adaptive semantic margin regulariser of ASMR, Eq. 3–5."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import ConfigError, ShapeError

INITIAL_SPREAD = 0.25  # w starts at 1 + U(−0.25, 0.25), as in the authors' code


class SemanticMargin(nn.Module):
    """Let the similarity of two categories' embeddings follow how much the categories differ.

    R(G) = mean_{i<j} ( s(g_i,g_j) − μ − δ(p_i,p_j) )²,   μ = mean_{i<j} s(g_i,g_j)
    δ(p_i,p_j) = sigmoid( 1 − Σ_k w_k |p_i(k) − p_j(k)| / τ )

    (Jeong, Park and Kwak 2021, Eq. 3–5.) τ is not printed in the paper; without it δ ≈ 0 for most pairs. μ is not
    detached. w is learned and unconstrained. |p_i − p_j| = p_i + p_j − 2 p_i p_j for binary vectors, so the distances
    of all pairs are one weighted matrix product.

    Args:
        attributes: A.
        temperature: τ, divides the weighted distance.
    """

    def __init__(self, attributes: int, *, temperature: float = 10.0) -> None:
        super().__init__()
        if temperature <= 0:
            raise ConfigError("temperature", temperature, "must be above 0")
        self.temperature = temperature
        self.weights = nn.Parameter(1 + torch.empty(attributes).uniform_(-INITIAL_SPREAD, INITIAL_SPREAD))

    def forward(self, embeddings: Tensor, categories: Tensor) -> Tensor:
        """Return the mean over all pairs, () float32.

        Args:
            embeddings: (C, D) float32, of any length; normalised here.
            categories: (C, A) the binary category vectors.

        Raises:
            ShapeError: if there are fewer than two categories, or C differs.
        """
        count = len(embeddings)
        if count < 2 or len(categories) != count:
            raise ShapeError(f"{count} embeddings and {len(categories)} categories: two or more of each are needed.")
        embeddings, categories = functional.normalize(embeddings.float(), dim=1), categories.float()
        similarity = embeddings @ embeddings.T
        mean = _mean_off_diagonal(similarity)
        return _mean_off_diagonal((similarity - mean - self._margins(categories)) ** 2)

    def _margins(self, categories: Tensor) -> Tensor:
        weighted = categories * self.weights
        sums = weighted.sum(dim=1)
        distance = sums[:, None] + sums[None, :] - 2 * weighted @ categories.T
        return torch.sigmoid(1 - distance / self.temperature)


def _mean_off_diagonal(matrix: Tensor) -> Tensor:
    """Return the mean over i ≠ j, which for a symmetric matrix is the mean over i < j."""
    count = len(matrix)
    return (matrix.sum() - matrix.diagonal().sum()) / (count * (count - 1))
