"""torchvision's detectors with drawn weights: no published file is needed, and none was at hand."""

import hashlib
import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.models import detection

from engine.detection.choose import DetectorKind, choose_detector, choose_detectors
from engine.detection.torchvision import PERSON, TorchvisionDetector
from engine.detection.torchvision_weights import SMALL_INPUT_DIGITS, read_detector_weights
from engine.errors import MissingPathError, WeightsError

CPU = torch.device("cpu")
SMALL = "fasterrcnn_mobilenet_v3_large_320_fpn"


def drawn():
    """Return weights of a network that takes some of what it looks at for people, and much for other things."""
    torch.manual_seed(3)
    network = detection.fasterrcnn_mobilenet_v3_large_fpn(weights=None, weights_backbone=None)
    for layer in network.backbone.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.momentum = 1.0
    with torch.no_grad():
        network.backbone.train()(torch.randn(2, 3, 128, 128))  # features of a usual size, so that pictures matter
        network.roi_heads.box_predictor.cls_score.weight *= 20
        network.roi_heads.box_predictor.cls_score.bias[PERSON] += 3.5
    return network.state_dict()


@pytest.fixture(scope="module")
def tensors():
    return drawn()


@pytest.fixture(scope="module")
def weights(tensors, tmp_path_factory):
    path = tmp_path_factory.mktemp("weights") / "mine.pth"
    torch.save(tensors, path)
    return path


@pytest.fixture(scope="module")
def frames():
    random = np.random.default_rng(4)
    return [random.integers(0, 255, (*size, 3), dtype=np.uint8) for size in ((96, 128), (160, 90))]


@pytest.fixture(scope="module")
def found(weights, frames):
    return TorchvisionDetector(weights, device=CPU).detect(frames[0])


def test_people_are_what_the_network_says_of_the_frame(found, tensors, frames):
    network = detection.fasterrcnn_mobilenet_v3_large_fpn(weights=None, weights_backbone=None).eval()
    network.load_state_dict(tensors)
    picture = torch.tensor(frames[0].astype(np.float32) / 255).permute(2, 0, 1)
    with torch.no_grad():
        (answer,) = network([picture])
    rows = [row for row in range(len(answer["scores"])) if answer["labels"][row] == 1 and answer["scores"][row] >= 0.5]
    assert 1 <= len(rows) == len(found) < len(answer["labels"])  # the others are no people, or unsure
    assert len(set(answer["labels"].tolist())) > 1
    for row, person in zip(rows, found, strict=True):
        x1, y1, x2, y2 = answer["boxes"][row].tolist()
        assert (person.box.x, person.box.y) == pytest.approx((x1, y1), abs=1e-3)
        assert (person.box.w, person.box.h) == pytest.approx((x2 - x1, y2 - y1), abs=1e-3)
        assert person.score == pytest.approx(answer["scores"][row].item(), abs=1e-6)


def test_people_lie_in_the_frame_surest_first(found):
    assert [person.score for person in found] == sorted((person.score for person in found), reverse=True)
    assert all(person.score >= 0.5 for person in found)
    assert all(person.box.x >= 0 and person.box.x + person.box.w <= 128 + 1e-3 for person in found)
    assert all(person.box.y >= 0 and person.box.y + person.box.h <= 96 + 1e-3 for person in found)


def test_several_frames_at_once_give_what_each_gives_alone(weights, frames, found):
    detector = TorchvisionDetector(weights, device=CPU)
    for together in detector.detect_batch([frames[0], frames[0]]):
        assert len(together) == len(found)
        for one, other in zip(together, found, strict=True):
            assert one.score == pytest.approx(other.score, abs=1e-3)
            assert one.box.iou(other.box) > 0.99
    first, second = detector.detect_batch(frames)  # of different shapes, each in its own pixels
    assert first and second
    assert all(person.box.x + person.box.w <= 128.001 and person.box.y + person.box.h <= 96.001 for person in first)
    assert all(person.box.x + person.box.w <= 90.001 and person.box.y + person.box.h <= 160.001 for person in second)
    assert detector.detect_batch([]) == []


def test_the_same_weights_as_safetensors_find_the_same(tensors, frames, found, tmp_path):
    path = tmp_path / "mine.safetensors"
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path)
    assert TorchvisionDetector(path, device=CPU).detect(frames[0]) == found


def test_it_is_chosen_by_its_name_and_finds_more_with_a_lower_score(weights, frames, found):
    detector = choose_detector(DetectorKind.TORCHVISION, weights, 0.0)
    assert detector.name == "torchvision"
    more = detector.detect(frames[0])
    assert len(more) > len(found)
    assert [person.box for person in more[: len(found)]] == [person.box for person in found]


def test_several_threads_share_one_network_and_find_what_one_finds(weights, frames, found, monkeypatch):
    read = []

    def read_and_note(path):
        read.append(path)
        return read_detector_weights(path)

    monkeypatch.setattr("engine.detection.torchvision.read_detector_weights", read_and_note)
    detectors = choose_detectors(DetectorKind.TORCHVISION, weights, None, count=8)
    assert (len(detectors), read) == (8, [weights])
    with ThreadPoolExecutor(8) as pool:
        for people in pool.map(lambda detector: detector.detect(frames[0]), detectors):
            assert [person.score for person in people] == pytest.approx([person.score for person in found], abs=1e-4)
            assert all(one.box.iou(other.box) > 0.99 for one, other in zip(people, found, strict=True))


@pytest.mark.parametrize("architecture", ["ssdlite320_mobilenet_v3_large", "fasterrcnn_resnet50_fpn_v2"])
def test_the_network_is_seen_in_the_file(architecture, tmp_path):
    path = tmp_path / "mine.pth"
    torch.save(getattr(detection, architecture)(weights=None, weights_backbone=None).state_dict(), path)
    assert read_detector_weights(path).architecture == architecture
    TorchvisionDetector(path, device=CPU)


def test_digits_of_the_hash_in_the_name_must_be_right(weights, tmp_path):
    digits = hashlib.sha256(weights.read_bytes()).hexdigest()[:8]
    right, wrong = tmp_path / f"net-{digits}.pth", tmp_path / "net-01234567.pth"
    for path in (right, wrong):
        path.write_bytes(weights.read_bytes())
    assert read_detector_weights(right).architecture == "fasterrcnn_mobilenet_v3_large_fpn"
    with pytest.raises(WeightsError, match="not the file that its name says"):
        read_detector_weights(wrong)


def test_torchvisions_own_names_still_bear_the_digits_that_are_known_here():
    url = detection.FasterRCNN_MobileNet_V3_Large_320_FPN_Weights.DEFAULT.url
    assert url.endswith(f"{SMALL}-{SMALL_INPUT_DIGITS}.pth")


class Harmful:
    """What a pickle could do."""

    def __reduce__(self):
        return print, ("this must not run",)


@pytest.mark.parametrize(
    "content",
    [b"", b"no weights", pickle.dumps(Harmful()), pickle.dumps({"a": 1})],
    ids=["empty", "text", "code", "no tensors"],
)
def test_what_holds_no_weights_is_refused_in_a_sentence_and_never_run(content, tmp_path, capsys):
    for name in ("bad.pth", "bad.safetensors"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(WeightsError, match=name):
            read_detector_weights(tmp_path / name)
    assert "must not run" not in capsys.readouterr().out


def test_weights_of_something_else_or_of_other_classes_are_refused(tensors, tmp_path):
    torch.save({"weight": torch.zeros(2)}, tmp_path / "other.pth")
    with pytest.raises(WeightsError, match="no detector that Bolo knows"):
        read_detector_weights(tmp_path / "other.pth")
    fewer = tensors | {"roi_heads.box_predictor.cls_score.bias": torch.zeros(2)}
    torch.save(fewer, tmp_path / "fewer.pth")
    with pytest.raises(WeightsError, match="91 classes"):
        TorchvisionDetector(tmp_path / "fewer.pth", device=CPU)
    with pytest.raises(MissingPathError):
        read_detector_weights(tmp_path / "gone.pth")
