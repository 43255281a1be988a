"""What the environment says of device and cores, which the window's settings set."""

import pytest

from engine.cores import usable_cores
from engine.device import best_device
from engine.errors import ConfigError


def test_the_processor_can_be_asked_for(monkeypatch):
    monkeypatch.setenv("BOLO_DEVICE", "cpu")
    assert best_device().type == "cpu"


def test_a_graphics_card_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("BOLO_DEVICE", "cuda")
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(ConfigError, match="does not work on this machine"):
        best_device()


@pytest.mark.parametrize(("said", "expected"), [("1", 1), ("100000", None), ("0", None), ("", None), ("many", None)])
def test_fewer_cores_can_be_asked_for_but_not_more(monkeypatch, said, expected):
    monkeypatch.delenv("BOLO_THREADS", raising=False)
    there = usable_cores()
    monkeypatch.setenv("BOLO_THREADS", said)
    assert usable_cores() == (expected or there)
