import pytest

from engine.cli import window_benchmark
from engine.errors import EngineError


def test_a_window_that_comes_to_no_end_is_told_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(window_benchmark, "WINDOW", ("-c", "raise SystemExit(3)"))
    with pytest.raises(EngineError, match="did not come to the end of its use"):
        window_benchmark._use_window(tmp_path, 0.1)


def test_the_last_line_of_the_use_is_what_counts(monkeypatch, tmp_path):
    says = "print('a note'); print('{\"p99_ms\": 3.5}')"
    monkeypatch.setattr(window_benchmark, "WINDOW", ("-c", says))
    assert window_benchmark._use_window(tmp_path, 0.1) == {"p99_ms": 3.5}
