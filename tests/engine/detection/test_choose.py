import numpy as np
import pytest

from engine.demo.footage import demo_walks
from engine.demo.scene import Scene
from engine.demo.sites import SITES
from engine.detection.choose import DetectorKind, choose_detector, choose_detectors
from engine.detection.weights import default_yolox_weights
from engine.detection.yolox import COLUMNS, ROWS
from engine.errors import ConfigError, MissingPathError, WeightsError


@pytest.fixture
def weights(made_yolox):
    return made_yolox(np.zeros((1, ROWS, COLUMNS), dtype=np.float32))


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "home"))


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("kind", [DetectorKind.HOG, DetectorKind.NONE])
def test_detectors_without_weights_say_their_name(kind):
    assert choose_detector(kind).name == kind.value


@pytest.mark.usefixtures("own_home")
def test_auto_takes_yolox_with_named_weights_else_hog(weights):
    assert choose_detector(DetectorKind.AUTO, weights).name == "yolox"
    assert choose_detector(DetectorKind.AUTO).name == "hog"


@pytest.mark.usefixtures("own_home")
def test_auto_finds_the_weights_in_the_users_model_folder(weights):
    default_yolox_weights().parent.mkdir(parents=True)
    weights.rename(default_yolox_weights())
    assert choose_detector(DetectorKind.AUTO).name == "yolox"


@pytest.mark.usefixtures("own_home")
def test_yolox_without_weights_says_the_remedy():
    with pytest.raises(WeightsError, match="--detector-weights"):
        choose_detector(DetectorKind.YOLOX)


@pytest.mark.parametrize("kind", [DetectorKind.AUTO, DetectorKind.YOLOX])
def test_named_weights_that_are_missing_are_never_passed_over(tmp_path, kind):
    with pytest.raises(MissingPathError):
        choose_detector(kind, tmp_path / "gone.onnx")


def test_torchvision_without_a_file_says_the_remedy():
    with pytest.raises(ConfigError, match="--detector-weights"):
        choose_detector(DetectorKind.TORCHVISION)


@pytest.mark.usefixtures("own_home")
def test_people_are_found_down_to_a_lower_score_where_one_is_wanted():
    frame = Scene(SITES[0], demo_walks()[SITES[0].name]).draw(8.0).pixels
    counts = [len(choose_detector(DetectorKind.HOG, None, down_to).detect(frame)) for down_to in (0.0, None, 2.5)]
    assert counts[0] > counts[1] == counts[2]  # a higher score is sifted for each camera


def test_opencvs_detectors_are_one_for_each_thread(weights):
    for kind in (DetectorKind.HOG, DetectorKind.YOLOX):
        detectors = choose_detectors(kind, weights, count=3)
        assert len({id(detector) for detector in detectors}) == 3
        assert {detector.name for detector in detectors} == {kind.value}
