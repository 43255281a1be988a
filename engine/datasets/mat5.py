"""MATLAB 5 files (versions 5 to 7.2), the part of them that tables of labels need: numbers, text, cells and structs.

Ours because scipy.io.loadmat is not safe on files from outside: one altered byte and the process ends with a bus error.
Here every length is checked against the bytes that are there, so a damaged file ends in a Mat5Error. After “MAT-File
Format”, The MathWorks; what is read comes out as scipy gives it.
"""

import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

HEADER_BYTES = 128
MAX_BYTES_UNPACKED = 1_000_000_000
MAX_DEPTH = 16  # of cells in cells
MATRIX, COMPRESSED = 14, 15
NUMBER_TYPES = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
TEXT_TYPES = {1: "latin-1", 2: "latin-1", 16: "utf-8"}  # of one byte a character, or UTF-8
WIDE_TEXT_TYPES = {4: "utf-16", 17: "utf-16", 18: "utf-32"}
CELL, STRUCT, CHAR = 1, 2, 4
NUMBER_CLASSES = {6: "f8", 7: "f4", 8: "i1", 9: "u1", 10: "i2", 11: "u2", 12: "i4", 13: "u4", 14: "i8", 15: "u8"}
COMPLEX_FLAG = 0x0800
Array = NDArray[Any]


class Mat5Error(ValueError):
    """The bytes are no MATLAB 5 file, are damaged, or hold what no table of labels does."""


def read_mat5(data: bytes) -> dict[str, Array]:
    """Return the variables of a file by name; raises Mat5Error."""
    if len(data) < HEADER_BYTES or data[126:128] not in (b"IM", b"MI"):
        raise Mat5Error("it does not begin as one of version 5 to 7.2 does")
    order = "<" if data[126:128] == b"IM" else ">"
    if struct.unpack(f"{order}H", data[124:126])[0] >> 8 != 1:
        raise Mat5Error("it is of version 7.3; save it as version 7")
    variables = {}
    for kind, content in _elements(data[HEADER_BYTES:], order):
        if kind == COMPRESSED:
            kind, content = next(_elements(_unpacked(content), order), (0, b""))
        if kind != MATRIX:
            raise Mat5Error(f"a variable has the type {kind}")
        name, value = _Matrix.of(content, order, 0)
        variables[name] = value
    return variables


def _unpacked(content: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(content, MAX_BYTES_UNPACKED)
    except zlib.error as error:
        raise Mat5Error("a compressed part is damaged") from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise Mat5Error("a compressed part is cut short or far too large")
    return unpacked


def _elements(data: bytes, order: str) -> Iterator[tuple[int, bytes]]:
    """Yield type and content of the elements that stand one after the other."""
    at = 0
    while at < len(data):
        if at + 8 > len(data):
            raise Mat5Error("it is cut short")
        kind, length = struct.unpack_from(f"{order}II", data, at)
        start = at + 8
        if kind >> 16:  # a small one: length and type share a word, the content has the other
            kind, length, start = kind & 0xFFFF, kind >> 16, at + 4
            if length > 4:
                raise Mat5Error("a small element is longer than its place")
        if start + length > len(data):
            raise Mat5Error("it is cut short")
        yield kind, data[start : start + length]
        at = start + length if kind == COMPRESSED else at + 8 if start == at + 4 else start + -(-length // 8) * 8


@dataclass(frozen=True, slots=True)
class _Matrix:
    """What stands in a matrix after its name."""

    shape: tuple[int, ...]
    parts: Iterator[tuple[int, bytes]]
    order: str
    depth: int

    @classmethod
    def of(cls, content: bytes, order: str, depth: int) -> tuple[str, Array]:
        """Return name and value."""
        if not content:
            return "", np.zeros((0, 0))
        if depth > MAX_DEPTH:
            raise Mat5Error("it nests too deeply")
        parts = _elements(content, order)
        flags = _numbers(*_next(parts), order)
        shape = tuple(_numbers(*_next(parts), order).tolist())
        if not len(flags) or len(shape) < 2 or not all(isinstance(side, int) and side >= 0 for side in shape):
            raise Mat5Error("a matrix has no shape")
        if math.prod(shape) > len(content):
            raise Mat5Error("a matrix is larger than the file")
        name = _next(parts)[1].decode("latin-1")
        return name, cls(shape, parts, order, depth).value(int(flags[0]))

    def value(self, flags: int) -> Array:
        """Return the value by its class."""
        kind = flags & 0xFF
        if kind == CELL:
            return self._cells(math.prod(self.shape)).reshape(self.shape, order="F")
        if kind == STRUCT:
            return self._struct()
        if kind == CHAR:
            return self._text()
        if kind not in NUMBER_CLASSES or flags & COMPLEX_FLAG:
            raise Mat5Error(f"it holds something of the class {kind}, which is no label")
        values = _numbers(*_next(self.parts), self.order)
        if len(values) != math.prod(self.shape):
            raise Mat5Error("a matrix has not as many numbers as its shape says")
        return values.astype(NUMBER_CLASSES[kind]).reshape(self.shape, order="F")

    def _cells(self, count: int) -> Array:
        cells = np.empty(count, object)
        for place in range(count):
            kind, content = _next(self.parts)
            if kind != MATRIX:
                raise Mat5Error("a cell is no matrix")
            cells[place] = _Matrix.of(content, self.order, self.depth + 1)[1]
        return cells

    def _struct(self) -> Array:
        width = _numbers(*_next(self.parts), self.order)
        if len(width) != 1 or width[0] < 1:
            raise Mat5Error("a struct does not say how long its names are")
        names = _next(self.parts)[1].decode("latin-1")
        fields = [names[at : at + int(width[0])].rstrip("\0") for at in range(0, len(names), int(width[0]))]
        if len(set(fields)) != len(fields) or not all(fields):
            raise Mat5Error("a struct has a field twice, or one without a name")
        record = np.empty(math.prod(self.shape), [(field, object) for field in fields])
        for place in range(len(record)):
            record[place] = tuple(self._cells(len(fields)))
        return record.reshape(self.shape, order="F")

    def _text(self) -> Array:
        """Return one string a row, as scipy does."""
        kind, content = _next(self.parts)
        wide = WIDE_TEXT_TYPES.get(kind)
        encoding = f"{wide}-{'le' if self.order == '<' else 'be'}" if wide else TEXT_TYPES.get(kind)
        if encoding is None:
            raise Mat5Error("a text is of no type that texts have")
        try:
            letters = np.array(list(content.decode(encoding)), "U1")
        except UnicodeDecodeError as error:
            raise Mat5Error("a text cannot be decoded") from error
        if len(letters) != math.prod(self.shape):
            raise Mat5Error("a text is not as long as its shape says")
        if not len(letters):
            return np.array([], "U1")
        return np.array(["".join(row) for row in letters.reshape(self.shape[0], -1, order="F").tolist()])


def _next(parts: Iterator[tuple[int, bytes]]) -> tuple[int, bytes]:
    try:
        return next(parts)
    except StopIteration:
        raise Mat5Error("it is cut short") from None


def _numbers(kind: int, content: bytes, order: str) -> Array:
    if kind not in NUMBER_TYPES:
        raise Mat5Error(f"numbers have the type {kind}")
    dtype = np.dtype(f"{order}{NUMBER_TYPES[kind]}")
    if len(content) % dtype.itemsize:
        raise Mat5Error("numbers are cut short")
    return np.frombuffer(content, dtype)
