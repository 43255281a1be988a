"""A hash of what a picture shows, nearly equal for copies of it that were scaled, recompressed or brightened.

A few lines on scipy's cosine transform, which is here anyway, so no library is taken for it. After Zauner 2010 (pHash),
where 8 × 8 low frequencies are compared with their median; people stand upright, so here it is 16 × 8.
"""

from collections.abc import Iterator

import numpy as np
import scipy.fft
from numpy.typing import NDArray
from PIL import Image

from engine.imaging.pixels import Pixels

SIZE_PX = (64, 32)  # height, width
FREQUENCIES = (16, 8)  # of the height, of the width; without the first, the mean, 127 bits
WORDS = 2  # of 64 bits in a hash
# Among 1,800 training and validation pictures of PETA, 1.6 million pairs of different people, the nearest differ in 24.
# Copies at half the size, of JPEG quality 50 or 15 % brighter are within 10; of those cut by 3 % all around, half near.
NEAR_BITS = 16
SMALLEST_AMPLITUDE = 0.5  # below it there is rounding, no picture
BLOCK = 512


def perceptual_hash(pixels: Pixels) -> NDArray[np.uint64]:
    """Return the hash, (2,) uint64, of a picture, (h, w, 3)."""
    height, width = SIZE_PX
    grey = Image.fromarray(pixels).convert("L").resize((width, height), Image.Resampling.BILINEAR)
    rows, columns = FREQUENCIES
    amplitudes = scipy.fft.dctn(np.asarray(grey, np.float64), norm="ortho")[:rows, :columns].ravel()
    amplitudes[np.abs(amplitudes) < SMALLEST_AMPLITUDE] = 0
    bits = amplitudes > np.median(amplitudes[1:])
    bits[0] = False  # the mean: a brighter copy is the same picture
    return np.packbits(bits).view(np.uint64)


def near_pairs(hashes: NDArray[np.uint64], near_bits: int = NEAR_BITS) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs of hashes that differ in so few bits, block by block: (k, 2), the first before the second.

    Every pair is compared, n²/2 of them, a block at a time.

    Args:
        hashes: (n, 2).
        near_bits: the most bits in which two may differ.
    """
    for start in range(0, len(hashes), BLOCK):
        block, rest = hashes[start : start + BLOCK], hashes[start:]
        distance = np.zeros((len(block), len(rest)), np.uint8)
        for word in range(WORDS):
            distance += np.bitwise_count(block[:, word, None] ^ rest[None, :, word])
        first, second = np.nonzero(np.triu(distance <= near_bits, 1))
        yield np.stack([first, second], axis=1).astype(np.int64) + start
