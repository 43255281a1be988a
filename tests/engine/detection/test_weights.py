import hashlib

import pytest

from engine.detection.weights import PinnedFile, fetch_yolox_weights
from engine.errors import Cancelled, WeightsError
from engine.progress import Advanced, Progress

CONTENT = bytes(range(256)) * 2000


@pytest.fixture
def pinned(tmp_path):
    source = tmp_path / "release.onnx"
    source.write_bytes(CONTENT)
    digest = hashlib.sha256(CONTENT).hexdigest()
    return PinnedFile(url=source.as_uri(), sha256=digest, size_bytes=len(CONTENT))


def test_the_fetched_file_is_whole_and_its_progress_told(tmp_path, pinned):
    events = []
    path = fetch_yolox_weights(tmp_path / "models" / "yolox.onnx", Progress(events.append), pinned)
    assert path.read_bytes() == CONTENT
    assert isinstance(events[-1], Advanced) and events[-1].done == events[-1].total == len(CONTENT)
    assert [entry.name for entry in path.parent.iterdir()] == ["yolox.onnx"]


@pytest.mark.parametrize("served", [CONTENT[:-1], CONTENT + b"x", CONTENT[:-1] + b"x", b""])
def test_what_is_not_the_pinned_file_is_not_kept(tmp_path, pinned, served):
    (tmp_path / "release.onnx").write_bytes(served)
    destination = tmp_path / "models" / "yolox.onnx"
    with pytest.raises(WeightsError, match="not the official file"):
        fetch_yolox_weights(destination, Progress(), pinned)
    assert list(destination.parent.iterdir()) == []


def test_older_weights_stay_when_the_new_ones_are_wrong(tmp_path, pinned):
    destination = tmp_path / "yolox.onnx"
    destination.write_bytes(b"older")
    (tmp_path / "release.onnx").write_bytes(b"wrong")
    with pytest.raises(WeightsError):
        fetch_yolox_weights(destination, Progress(), pinned)
    assert destination.read_bytes() == b"older"


def test_no_network_names_the_way_by_hand(tmp_path):
    nowhere = PinnedFile(url=(tmp_path / "gone").as_uri(), sha256="", size_bytes=1)
    with pytest.raises(WeightsError, match="by hand") as caught:
        fetch_yolox_weights(tmp_path / "yolox.onnx", Progress(), nowhere)
    assert "\n" not in str(caught.value)


def test_a_cancelled_fetch_leaves_nothing(tmp_path, pinned):
    destination = tmp_path / "models" / "yolox.onnx"
    with pytest.raises(Cancelled):
        fetch_yolox_weights(destination, Progress(is_cancelled=lambda: True), pinned)
    assert list(destination.parent.iterdir()) == []
