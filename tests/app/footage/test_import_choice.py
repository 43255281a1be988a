from datetime import datetime
from pathlib import Path

import pytest

from app.footage.import_choice import Detector, Field, ImportChoice
from app.footage.import_words import say_choice, say_weights


@pytest.fixture
def choice(tmp_path):
    (tmp_path / "gate").mkdir()

    def made(**fields):
        return ImportChoice(case=tmp_path / "road.bolo", **{"sources": (tmp_path / "gate",), **fields})

    return made


def test_nothing_chosen_asks_for_footage(choice):
    empty = choice(sources=())
    assert empty.wrong_fields == {Field.SOURCES}
    assert say_choice(empty) == "Add at least one folder of pictures or one video."


def test_a_source_that_has_gone_is_named(choice, tmp_path):
    gone = choice(sources=(tmp_path / "unplugged",))
    assert gone.wrong_fields == {Field.SOURCES}
    assert str(tmp_path / "unplugged") in say_choice(gone)


@pytest.mark.parametrize("text", ["2026-05-14 14:00:00", "2026-05-14 14:00", " 2026-05-14T14:00 "])
def test_a_start_is_read_in_every_usual_form(choice, text):
    assert choice(start_text=text).start == datetime(2026, 5, 14, 14)
    assert not choice(start_text=text).wrong_fields


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"start_text": "14 o'clock"}, Field.START),
        ({"zone": "Middle/Earth"}, Field.ZONE),
        ({"detector": Detector.YOLOX}, Field.WEIGHTS),
        ({"weights": Path("not-there.onnx")}, Field.WEIGHTS),
    ],
)
def test_what_cannot_work_is_found_while_one_types(choice, fields, wrong):
    assert choice(**fields).wrong_fields == {wrong}


def test_auto_takes_what_the_machine_has(choice, tmp_path):
    weights = tmp_path / "yolox_nano.onnx"
    weights.touch()
    assert choice().effective_detector is Detector.HOG
    assert choice(found_weights=weights).effective_detector is Detector.YOLOX
    assert "HOG will be used" in say_weights(choice())
    assert str(weights) in say_weights(choice(found_weights=weights))


def test_the_child_gets_what_was_chosen_and_nothing_else(choice, tmp_path):
    weights = tmp_path / "own.onnx"
    weights.touch()
    full = choice(
        camera=" Gate A ",
        start_text="2026-05-14 14:00",
        zone="Europe/Berlin",
        detector=Detector.YOLOX,
        weights=weights,
        every=5,
    )
    options = "--detector yolox --camera|Gate A|--start 2026-05-14T14:00:00 --zone Europe/Berlin"
    expected = [part for piece in options.split("|") for part in ([piece] if piece == "Gate A" else piece.split())]
    expected += ["--detector-weights", str(weights), "--every", "5", "--"]
    sources = [str(tmp_path / "road.bolo"), str(tmp_path / "gate")]
    assert full.arguments() == ("job", "import", *expected, *sources)
    assert choice().arguments() == ("job", "import", "--detector", "auto", "--", *sources)


def test_the_sentence_says_what_will_happen(choice):
    said = say_choice(choice(camera="Gate A", every=5, detector=Detector.HOG))
    assert said.startswith("One frame in 5 of gate is read as camera “Gate A”. HOG finds the people")
    assert say_choice(choice(detector=Detector.NONE)).endswith("The originals are not changed.")
