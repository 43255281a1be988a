"""ONNX files made byte by byte, so that the tests need neither the onnx package nor downloaded weights."""

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def _field(tag: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return _varint(tag << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(tag << 3 | 2) + _varint(len(data)) + data


def _tensor_value(name: str, dims: tuple[int, ...]) -> bytes:
    shape = b"".join(_field(1, _field(1, size)) for size in dims)
    return _field(1, name) + _field(2, _field(1, _field(1, 1) + _field(2, shape)))


def constant_network(values: bytes, dims: tuple[int, ...]) -> bytes:
    """Return a network of one input that answers any picture with `values`: 0 · mean(input) + constant."""
    constant = b"".join(_field(1, size) for size in dims) + _field(2, 1) + _field(8, "answer") + _field(9, values)
    zero = _field(1, 1) + _field(2, 1) + _field(8, "zero") + _field(9, struct.pack("<f", 0.0))
    nodes = [
        _field(1, "images") + _field(2, "pooled") + _field(3, "n1") + _field(4, "GlobalAveragePool"),
        _field(1, "pooled") + _field(2, "flat") + _field(3, "n2") + _field(4, "ReduceSum") + _keep(),
        _field(1, "flat") + _field(1, "zero") + _field(2, "nothing") + _field(3, "n3") + _field(4, "Mul"),
        _field(1, "nothing") + _field(1, "answer") + _field(2, "output") + _field(3, "n4") + _field(4, "Add"),
    ]
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "made")
    graph += _field(5, constant) + _field(5, zero)
    graph += _field(11, _tensor_value("images", (1, 3, 416, 416))) + _field(12, _tensor_value("output", dims))
    opset = _field(1, "") + _field(2, 11)
    return _field(1, 7) + _field(7, graph) + _field(8, opset)


def _keep() -> bytes:
    """Return the attributes axes = [1, 2, 3], keepdims = 0 of a ReduceSum."""
    axes = _field(1, "axes") + b"".join(_field(8, axis) for axis in (1, 2, 3)) + _field(20, 7)
    return _field(5, axes) + _field(5, _field(1, "keepdims") + _field(3, 0) + _field(20, 2))


@pytest.fixture
def made_yolox(tmp_path: Path) -> Callable[[NDArray[np.float32]], Path]:
    """Return a function that writes a network which always answers the given rows."""

    def write(answer: NDArray[np.float32]) -> Path:
        path = tmp_path / "made.onnx"
        path.write_bytes(constant_network(answer.astype("<f4").tobytes(), answer.shape))
        return path

    return write
