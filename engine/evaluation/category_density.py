"""How densely categories lie around embeddings: what posteriors are shares of, and what makes a crop near to all.

The kernel is von Mises and Fisher's, e^{σ (cos − 1)}: of unit embeddings it is the softmax's numerator.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

REFERENCES = 8192  # categories that the density around a crop is estimated from, at most
_ROWS_AT_ONCE = 4096


def kernel(crops: Floats, categories: Floats, sharpness: float) -> Floats:
    """Return e^{σ (cos − 1)}, from e^{−2σ} to 1, of unit embeddings (n, D) and (C, D): (n, C) float32."""
    exponents = crops @ categories.T
    exponents -= 1
    exponents *= np.float32(sharpness)
    return np.asarray(np.exp(exponents, out=exponents), np.float32)


def kernel_sums(crops: Floats, categories: Floats, sharpness: float, *, most: int = REFERENCES) -> Floats:
    """Return Σ_c e^{σ (cos(f, g_c) − 1)} of each crop, (n,) float32; over many categories, estimated from some of them.

    Args:
        crops: (n, D) unit embeddings f.
        categories: (C, D) unit embeddings g_c.
        sharpness: σ.
        most: of how many categories, evenly drawn, the sum is taken; it is scaled up to all C.
    """
    count = len(categories)
    if not count:
        return np.zeros(len(crops), np.float32)
    drawn = categories if count <= most else categories[np.arange(most) * count // most]
    sums = np.empty(len(crops), np.float32)
    for start in range(0, len(crops), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        sums[part] = kernel(crops[part], drawn, sharpness).sum(axis=1)
    return sums * np.float32(count / len(drawn))


def hubness(crops: Floats, categories: Floats, sharpness: float) -> Floats:
    """Return (1/σ) log mean_c e^{σ cos(f, g_c)} of each crop, (n,) float32: how near it is to categories at large.

    A crop that is near to all (a hub) comes up for every description; what is near to one category only says more.
    Subtracted from a cosine, it leaves 1/σ of the log-posterior of the category.

    Args:
        crops: (n, D) unit embeddings f.
        categories: (C, D) unit embeddings g_c, at least one.
        sharpness: σ.
    """
    least = np.float32(np.finfo(np.float32).tiny)
    means = kernel_sums(crops, categories, sharpness) / np.float32(len(categories))
    return np.asarray(1 + np.log(np.maximum(means, least)) / np.float32(sharpness), np.float32)
