"""Scores of complete descriptions: cosine, recognition heads, and both fused."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def cosine_scores(queries: NDArray[np.float32], gallery: NDArray[np.float32]) -> Scores:
    """Return (Q, N) cosines of unit embeddings (Q, D) and (N, D): the paper's score."""
    scores: Scores = (queries @ gallery.T).astype(np.float32)
    return scores


def head_scores(vectors: NDArray[np.uint8], logits: NDArray[np.float32]) -> Scores:
    """Return (Q, N) log-probabilities of complete vectors (Q, A) under the heads' logits (N, A).

    Σ_k [ q_k log σ(l_k) + (1 − q_k) log σ(−l_k) ] = q · l − Σ_k log(1 + e^{l_k}), as log σ(l) − log σ(−l) = l.
    """
    normaliser = np.logaddexp(0, logits).sum(axis=1)
    scores: Scores = (vectors.astype(np.float32) @ logits.T - normaliser).astype(np.float32)
    return scores


def fused_scores(cosine: Scores, heads: Scores, alpha: float, hubness: NDArray[np.float32] | None = None) -> Scores:
    """Return alpha · (cosine − hubness) + log-probability (method.md §7), (Q, N); alpha is chosen on validation data.

    Args:
        cosine: (Q, N).
        heads: (Q, N) log-probabilities.
        alpha: the weight.
        hubness: (N,) of `category_density`; None where a model knows none.
    """
    return (alpha * (cosine if hubness is None else cosine - hubness) + heads).astype(np.float32)


def scores_by_scorer(
    cosine: Scores, heads: Scores, alpha: float, hubness: NDArray[np.float32] | None = None
) -> dict[str, Scores]:
    """Return the three scores of a complete description under the names that figures go by."""
    return {"cosine": cosine, "heads": heads, "fused": fused_scores(cosine, heads, alpha, hubness)}
