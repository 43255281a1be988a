import numpy as np
import pytest

from engine.errors import DatasetError, FileError, MissingPathError
from engine.evaluation.training_history import StageSpan, read_history_csv, training_history

ROWS = [
    {"stage": "heads", "epoch": 1, "recognition": 3.0, "ma": 60.0, "fused_rank1": 20.0, "crops_per_second": 99},
    {"stage": "heads", "epoch": 2, "recognition": 2.0, "ma": 64.0, "fused_rank1": 30.0, "crops_per_second": 98},
    {"stage": "joint", "epoch": 1, "recognition": 1.5, "alignment": 0.4, "ma": 65.0, "fused_rank1": 41.0},
]


def test_columns_are_losses_or_validation_figures_and_nothing_else():
    history = training_history(ROWS)
    assert list(history.losses) == ["recognition", "alignment"]
    assert list(history.validation) == ["ma", "fused_rank1"]
    assert history.stages == (StageSpan(name="heads", start=0, end=2), StageSpan(name="joint", start=2, end=3))
    assert history.epochs == 3


def test_an_epoch_without_a_loss_leaves_a_gap():
    assert np.isnan(training_history(ROWS).losses["alignment"][:2]).all()


def test_history_csv_reads_as_the_card_does(tmp_path):
    path = tmp_path / "history.csv"
    path.write_text("stage,epoch,recognition,alignment,ma\nheads,1,3.0,,60\njoint,1,1.5,0.4,65\n", encoding="utf-8")
    history = training_history(read_history_csv(path))
    assert history.losses["alignment"][1] == 0.4 and np.isnan(history.losses["alignment"][0])
    assert history.validation["ma"].tolist() == [60, 65]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"stage,epoch\n",
        b"a,b\n1,2\n",
        b"stage,epoch\nx,1,2,3\n",
        b"stage,epoch\nx\n",
        b"\xff\xfe\x00\x01",
        b'stage\n"x',
    ],
)
def test_a_file_that_is_no_history_is_named(tmp_path, content):
    path = tmp_path / "history.csv"
    path.write_bytes(content)
    with pytest.raises(FileError, match=r"history\.csv"):
        read_history_csv(path)


def test_a_history_that_is_not_there_is_named(tmp_path):
    with pytest.raises(MissingPathError):
        read_history_csv(tmp_path / "history.csv")


@pytest.mark.parametrize("rows", [[], [{"epoch": 1}], [{"stage": "x", "ma": "high"}], [{"stage": "x", "ma": [1]}]])
def test_rows_that_are_no_history_are_refused(rows):
    with pytest.raises(DatasetError):
        training_history(rows)
