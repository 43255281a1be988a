"""Attribute logits by column: what lies in a file, and what came since."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.gallery.catalog.embeddings import Logits


@dataclass(frozen=True, eq=False, slots=True)
class LogitColumns:
    """Logits (A, N) float16 in parts of neighbouring crops; a row of a part is one attribute's column in it.

    The first part is a mapped file of perhaps hundreds of megabytes. What came since stands behind it in memory, so
    that nothing large is copied for a few crops.

    Attributes:
        parts: (A, n) each, one or two.
    """

    parts: tuple[Logits, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Return A and N."""
        return len(self.parts[0]), sum(part.shape[1] for part in self.parts)

    def column(self, attribute: int) -> Logits:
        """Return the logits (N,) of one attribute, by its place in the model's schema."""
        if len(self.parts) == 1:
            only: Logits = self.parts[0][attribute]
            return only
        return np.concatenate([part[attribute] for part in self.parts])

    def between(self, attribute: int, start: int, stop: int) -> Logits:
        """Return the logits (stop − start,) of one attribute from row `start` until before row `stop`."""
        length = self.parts[0].shape[1]
        if stop <= length:
            only: Logits = self.parts[0][attribute, start:stop]
            return only
        newer: Logits = self.parts[1][attribute, max(start - length, 0) : stop - length]
        return newer if start >= length else np.concatenate([self.parts[0][attribute, start:], newer])

    def at(self, attribute: int, rows: NDArray[np.int64]) -> Logits:
        """Return the logits (n,) of one attribute at these rows (n,)."""
        if len(self.parts) == 1:
            only: Logits = self.column(attribute).take(rows)  # lets go of Python's lock, as [rows] does not
            return only
        first, newer = self.parts
        behind = rows - first.shape[1]
        logits: Logits = newer[attribute].take(behind, mode="clip")
        np.copyto(logits, first[attribute].take(rows, mode="clip"), where=behind < 0)
        return logits

    def followed_by(self, newer: Logits) -> "LogitColumns":
        """Return these columns with newer crops (A, n) behind them."""
        first, *rest = self.parts
        return LogitColumns((first, np.concatenate([*rest, newer], axis=1)))

    def chosen(self, rows: NDArray[np.int64]) -> Logits:
        """Return a copy of some crops' logits (A, n)."""
        chosen = np.empty((self.shape[0], len(rows)), np.float16)
        for attribute in range(len(chosen)):
            chosen[attribute] = self.at(attribute, rows)
        return chosen

    def write(self, path: Path) -> None:
        """Write them as one .npy file, a column at a time."""
        with path.open("wb") as file:
            header = {"descr": "<f2", "fortran_order": False, "shape": self.shape}
            np.lib.format.write_array_header_1_0(file, header)
            for attribute in range(self.shape[0]):
                file.write(np.ascontiguousarray(self.column(attribute), "<f2").data)
