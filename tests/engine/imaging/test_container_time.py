import struct
from datetime import UTC, datetime

import pytest

from engine.imaging.container_time import container_time

NOON = datetime(2026, 3, 1, 12, 30, 15, tzinfo=UTC)
SECONDS = int((NOON - datetime(1904, 1, 1, tzinfo=UTC)).total_seconds())


def box(kind, content):
    return struct.pack(">I4s", 8 + len(content), kind) + content


def large_box(kind, content):
    return struct.pack(">I4sQ", 1, kind, 16 + len(content)) + content


def head(version=0, seconds=SECONDS):
    return bytes([version, 0, 0, 0]) + struct.pack(">Q" if version else ">I", seconds) + bytes(80)


def film(tmp_path, content, name="a.mp4"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("outer", [box, large_box])
def test_the_time_stands_in_the_movies_head_wherever_that_lies(tmp_path, version, outer):
    content = box(b"ftyp", b"isom") + outer(b"mdat", bytes(5000)) + box(b"moov", box(b"mvhd", head(version)))
    assert container_time(film(tmp_path, content)) == NOON


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no boxes at all, only text",
        box(b"ftyp", b"isom"),
        box(b"moov", box(b"trak", bytes(50))),
        box(b"moov", box(b"mvhd", head(seconds=0))),  # never set
        box(b"moov", box(b"mvhd", head())[:14]),  # cut off
        struct.pack(">I4s", 3, b"moov"),  # shorter than its own head
        box(b"moov", box(b"mvhd", head(1, 2**63))),  # no calendar has it
    ],
)
def test_a_file_without_a_usable_time_gives_none(tmp_path, content):
    assert container_time(film(tmp_path, content)) is None


def test_other_containers_are_not_looked_into(tmp_path):
    assert container_time(film(tmp_path, box(b"moov", box(b"mvhd", head())), "a.avi")) is None
