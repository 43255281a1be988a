import numpy as np
import pytest
import scipy.io

from engine.datasets.mat5 import Mat5Error, read_mat5


def saved(path, variables, *, packed=False):
    scipy.io.savemat(path, variables, do_compression=packed)
    return path.read_bytes()


def assert_same(ours, scipys):
    """Compare cell by cell and field by field."""
    assert (ours.shape, ours.dtype.names) == (scipys.shape, scipys.dtype.names)
    for name in ours.dtype.names or ():
        assert_same(ours[name], scipys[name])
    if ours.dtype == object:
        for one, other in zip(ours.ravel(), scipys.ravel(), strict=True):
            assert_same(one, other)
    elif not ours.dtype.names:
        assert np.array_equal(ours, scipys)


def some_variables():
    record = np.empty((1, 2), dtype=[("data", "O"), ("names", "O")])
    cells = np.array([[np.array(["a"])], [np.array(["größer"])]], dtype=object)
    record[0, 0] = (np.arange(40, dtype=np.uint16).reshape(8, 5), cells)
    record[0, 1] = (np.zeros((0, 0)), np.array(["text"]))
    return {
        "x": record,
        "lines": np.array(["ab", "cd"]),
        "real": np.array([[1.5, -2.0]]),
        "one": np.array([[7]], np.int8),
    }


@pytest.mark.parametrize("packed", [False, True])
def test_it_reads_what_scipy_reads(tmp_path, packed):
    data = saved(tmp_path / "x.mat", some_variables(), packed=packed)
    ours, scipys = read_mat5(data), scipy.io.loadmat(tmp_path / "x.mat")
    assert set(ours) == set(some_variables())
    for name, value in ours.items():
        assert_same(value, scipys[name])


@pytest.mark.data
@pytest.mark.parametrize("name", ["market1501_attribute/market_attribute.mat", "pa100k_sample/annotation5.mat"])
def test_it_reads_the_published_files_as_scipy_does(data_dir, name):
    ours, scipys = read_mat5((data_dir / name).read_bytes()), scipy.io.loadmat(data_dir / name)
    assert ours
    for key, value in ours.items():
        assert_same(value, scipys[key])


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_cut_or_altered_anywhere_is_refused_or_reads(tmp_path, packed):
    whole = saved(tmp_path / "x.mat", some_variables(), packed=packed)
    random = np.random.default_rng(1)
    cut = [whole[:length] for length in range(0, len(whole), 11)]
    altered = []
    for place in random.integers(0, len(whole), 400).tolist():
        altered.append(whole[:place] + random.bytes(1) + whole[place + 1 :])
        altered.append(whole[:place] + b"\xff\xff\xff\x7f" + whole[place + 4 :])
    refused = [_is_refused(data) for data in cut + altered]
    assert sum(refused[: len(cut)]) > 0.9 * len(cut)
    assert sum(refused[len(cut) :]) > 0.3 * len(altered)


def _is_refused(data):
    try:
        read_mat5(data)
    except Mat5Error:
        return True
    return False


def test_a_part_that_unpacks_to_far_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.datasets.mat5.MAX_BYTES_UNPACKED", 10_000)
    data = saved(tmp_path / "x.mat", {"x": np.zeros((1000, 100))}, packed=True)
    assert len(data) < 10_000
    with pytest.raises(Mat5Error, match="too large"):
        read_mat5(data)


@pytest.mark.parametrize("value", [np.array([[1j]]), scipy.sparse.csc_array(np.eye(3))])
def test_what_no_table_of_labels_holds_is_refused(tmp_path, value):
    with pytest.raises(Mat5Error, match="no label"):
        read_mat5(saved(tmp_path / "x.mat", {"x": value}))


def test_version_7_3_and_other_files_are_told_apart():
    with pytest.raises(Mat5Error, match="version 7"):
        read_mat5(b" " * 124 + b"\x00\x02IM")
    with pytest.raises(Mat5Error, match="does not begin"):
        read_mat5(b"image,age\n" * 100)
