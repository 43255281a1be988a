"""The index finds what a slow loop finds, and refuses what FAISS would swallow."""

from collections.abc import Callable
from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import VectorIndexError
from engine.gallery.half_vectors import LARGEST_ID_IN_BITMAP
from engine.gallery.index import FaissIndex

UnitVectors = Callable[..., np.ndarray]


def rounded(vectors: np.ndarray) -> np.ndarray:
    return vectors.astype(np.float16).astype(np.float32)


def slow_search(stored: dict[int, np.ndarray], query: np.ndarray, k: int, allowed: set[int] | None) -> list[int]:
    """Rank one crop after the other, in the slowest way."""
    scores = []
    for crop_id, vector in stored.items():
        if allowed is None or crop_id in allowed:
            score = sum(float(a) * float(b) for a, b in zip(query, rounded(vector), strict=True))
            scores.append((score, crop_id))
    return [crop_id for _, crop_id in sorted(scores, reverse=True)[:k]]


@pytest.fixture
def index(unit_vectors: UnitVectors) -> FaissIndex:
    """Return an index of ids 10, 20, … 100."""
    index = FaissIndex(8)
    index.add(np.arange(10, 101, 10), unit_vectors(10))
    return index


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    ids=st.lists(st.integers(0, 3000), min_size=1, max_size=60, unique=True),
    removed=st.sets(st.integers(0, 59)),
    allowed=st.none() | st.lists(st.integers(0, 3000), max_size=80),
    k=st.integers(1, 100),
)
def test_search_ranks_as_a_slow_loop_does(
    seed: int, ids: list[int], removed: set[int], allowed: list[int] | None, k: int
) -> None:
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(len(ids), 6)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    queries = vectors[: min(3, len(ids))]
    index = FaissIndex(6)
    index.add(np.array(ids), vectors)
    gone = [ids[place] for place in removed if place < len(ids)]
    assert index.remove(np.array(gone, np.int64)) == len(gone)
    stored = {crop_id: vector for crop_id, vector in zip(ids, vectors, strict=True) if crop_id not in gone}
    if allowed is not None:
        allowed += list(stored)[::2]
    scores, found = index.search(queries, k, None if allowed is None else np.array(allowed, np.int64))
    for query, row, row_scores in zip(queries, found, scores, strict=True):
        assert row.tolist() == slow_search(stored, query, k, None if allowed is None else set(allowed))
        np.testing.assert_allclose(row_scores, [rounded(stored[i]) @ query for i in row.tolist()], atol=1e-5)


def test_a_short_answer_is_cut_off_where_faiss_fills_it_with_minus_one(
    index: FaissIndex, unit_vectors: UnitVectors
) -> None:
    query = unit_vectors(1)
    assert (index._added.search(query, 50, None)[1] == -1).any()  # FAISS still does so
    scores, ids = index.search(query, 50)
    assert ids.shape == scores.shape == (1, 10)
    assert set(ids[0]) == set(range(10, 101, 10))


def test_a_filtered_answer_is_cut_off_too(index: FaissIndex, unit_vectors: UnitVectors) -> None:
    allowed = np.array([20, 30, 31, 32, 33, 5000])  # some are not in the index
    _, ids = index.search(unit_vectors(2), 5, allowed)
    assert [sorted(row) for row in ids.tolist()] == [[20, 30], [20, 30]]


@pytest.mark.parametrize("allowed", [[], [1, 2, 3]])
def test_no_crop_allowed_gives_an_empty_answer(
    index: FaissIndex, unit_vectors: UnitVectors, allowed: list[int]
) -> None:
    scores, ids = index.search(unit_vectors(2), 5, np.array(allowed, np.int64))
    assert scores.shape == ids.shape == (2, 0)


def test_an_empty_index_gives_an_empty_answer(unit_vectors: UnitVectors) -> None:
    assert FaissIndex(8).search(unit_vectors(2), 5)[1].shape == (2, 0)
    assert FaissIndex(8).search(unit_vectors(2), 5, np.array([1]))[1].shape == (2, 0)


def test_ids_beyond_the_bitmap_are_allowed_too(unit_vectors: UnitVectors) -> None:
    index = FaissIndex(8)
    far = LARGEST_ID_IN_BITMAP + 7
    index.add(np.array([3, far, far + 1]), unit_vectors(3))
    assert sorted(index.search(unit_vectors(1), 3, np.array([3, far]))[1][0].tolist()) == [3, far]


@pytest.mark.parametrize("ids", [[1, 2, 1], [1, 20, 3]])
def test_an_id_twice_is_refused_where_faiss_takes_it(
    index: FaissIndex, unit_vectors: UnitVectors, ids: list[int]
) -> None:
    with pytest.raises(VectorIndexError, match="id"):
        index.add(np.array(ids), unit_vectors(3))
    assert index.count == 10


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda v: v[:, :7], "width 8"),
        (lambda v: v[0], "width 8"),
        (lambda v: np.where(v == v[1, 2], np.nan, v), "not finite"),
        (lambda v: v + np.inf, "not finite"),
        (lambda v: v * 2, "unit length"),
        (lambda v: v * 0, "unit length"),
    ],
)
def test_vectors_that_cannot_be_right_are_refused_in_adding_and_searching(
    index: FaissIndex, unit_vectors: UnitVectors, spoil: Callable, message: str
) -> None:
    spoilt = spoil(unit_vectors(3, seed=5)).astype(np.float32)
    with pytest.raises(VectorIndexError, match=message):
        index.add(np.array([1, 2, 3]), spoilt)
    with pytest.raises(VectorIndexError, match=message):
        index.search(spoilt, 3)
    assert index.count == 10


def test_other_misuse_is_refused(index: FaissIndex, unit_vectors: UnitVectors) -> None:
    with pytest.raises(VectorIndexError, match="2 ids and 3 vectors"):
        index.add(np.array([1, 2]), unit_vectors(3))
    with pytest.raises(VectorIndexError, match="numbers from 0"):
        index.add(np.array([-1]), unit_vectors(1))
    with pytest.raises(VectorIndexError, match="k must be"):
        index.search(unit_vectors(1), 0)
    with pytest.raises(VectorIndexError, match="not in the index"):
        index.vectors(np.array([10, 11]))


def test_vectors_come_back_in_the_order_asked_for(index: FaissIndex, unit_vectors: UnitVectors) -> None:
    np.testing.assert_array_equal(index.vectors(np.array([40, 10])), rounded(unit_vectors(10))[[3, 0]])
    assert index.vectors(np.empty(0, np.int64)).shape == (0, 8)


def test_a_saved_index_answers_as_before(index: FaissIndex, unit_vectors: UnitVectors, tmp_path: Path) -> None:
    index.save(str(tmp_path / "x.faiss"))
    loaded = FaissIndex.load(str(tmp_path / "x.faiss"))
    query = unit_vectors(2, seed=9)
    np.testing.assert_array_equal(loaded.search(query, 4)[1], index.search(query, 4)[1])
    np.testing.assert_array_equal(loaded.ids, index.ids)


@pytest.fixture
def loaded(index: FaissIndex, tmp_path: Path) -> FaissIndex:
    """Return the index (ids 10 … 100 by tens) as its file has it."""
    index.save(str(tmp_path / "loaded.faiss"))
    return FaissIndex.load(str(tmp_path / "loaded.faiss"))


def test_a_loaded_index_takes_additions_and_removals_and_its_file_stays_as_it_was(
    loaded: FaissIndex, unit_vectors: UnitVectors, tmp_path: Path
) -> None:
    before = (tmp_path / "loaded.faiss").read_bytes()
    newer = unit_vectors(3, seed=4)
    loaded.add(np.array([5, 200, 105]), newer)
    assert loaded.remove(np.array([30, 105, 999])) == 2
    assert loaded.remove(np.array([30])) == 0

    vectors = rounded(np.concatenate([unit_vectors(10)[[0, 1, 3, 4, 5, 6, 7, 8, 9]], newer[:2]]))
    ids = np.array([10, 20, 40, 50, 60, 70, 80, 90, 100, 5, 200])
    query = unit_vectors(1, seed=9)
    assert loaded.count == 11
    assert loaded.ids.tolist() == ids.tolist()
    by_score = ids[np.argsort(-(vectors @ query[0]))]
    assert loaded.search(query, 50)[1][0].tolist() == by_score.tolist()
    allowed = np.array([5, 30, 40, 105, 200])
    expected = [crop_id for crop_id in by_score if crop_id in (5, 40, 200)]
    assert loaded.search(query, 50, allowed)[1][0].tolist() == expected
    np.testing.assert_array_equal(loaded.vectors(ids[::-1]), vectors[::-1])
    assert (tmp_path / "loaded.faiss").read_bytes() == before


def test_an_id_that_was_removed_may_come_back_with_another_vector(
    loaded: FaissIndex, unit_vectors: UnitVectors, tmp_path: Path
) -> None:
    other = unit_vectors(1, seed=5)
    with pytest.raises(VectorIndexError, match="already"):
        loaded.add(np.array([30]), other)
    loaded.remove(np.array([30]))
    loaded.add(np.array([30]), other)

    for index in (loaded, saved_and_loaded(loaded, tmp_path)):
        assert index.count == 10
        np.testing.assert_array_equal(index.vectors(np.array([30])), rounded(other))
        scores, ids = index.search(other, 1)
        assert (ids.tolist(), scores[0, 0]) == ([[30]], pytest.approx(1, abs=1e-3))


def saved_and_loaded(index: FaissIndex, folder: Path) -> FaissIndex:
    index.save(str(folder / "again.faiss"))
    return FaissIndex.load(str(folder / "again.faiss"))


def test_all_can_be_removed_and_saved(loaded: FaissIndex, unit_vectors: UnitVectors, tmp_path: Path) -> None:
    assert loaded.remove(loaded.ids) == 10
    again = saved_and_loaded(loaded, tmp_path)
    for index in (loaded, again):
        assert index.count == 0
        assert index.search(unit_vectors(1), 3)[1].shape == (1, 0)
    again.add(np.array([1]), unit_vectors(1))
    assert again.count == 1


def test_scores_are_those_of_the_search_whatever_else_is_asked(loaded: FaissIndex, unit_vectors: UnitVectors) -> None:
    loaded.add(np.array([5, 105]), unit_vectors(2, seed=4))
    query = unit_vectors(1, seed=9)
    scores, ids = loaded.search(query, 50)
    found = loaded.scores(query[0], ids[0])
    np.testing.assert_allclose(found, scores[0], rtol=1e-6)
    one_by_one = [loaded.scores(query[0], ids[0, place : place + 1])[0] for place in range(12)]
    assert one_by_one == found.tolist()
    with pytest.raises(VectorIndexError, match="not in the index"):
        loaded.scores(query[0], np.array([10, 11]))
    with pytest.raises(VectorIndexError, match="unit length"):
        loaded.scores(2 * query[0], np.array([10]))


def test_ids_in_any_order_are_found(unit_vectors: UnitVectors) -> None:
    index = FaissIndex(8)
    ids = np.array([7, 3, 900, 1, 40])
    index.add(ids, unit_vectors(5))
    np.testing.assert_array_equal(index.vectors(np.sort(ids)), rounded(unit_vectors(5))[np.argsort(ids)])
    assert index.holds(np.array([3, 4, 900, 901])).tolist() == [True, False, True, False]


def test_what_is_no_index_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no index")
    with pytest.raises(VectorIndexError, match="no index"):
        FaissIndex.load(str(tmp_path / "text"))
    for name, other in (
        ("flat", faiss.IndexFlatIP(8)),
        ("l2", faiss.IndexIDMap(faiss.IndexScalarQuantizer(8, faiss.ScalarQuantizer.QT_fp16))),
        ("8bit", faiss.IndexIDMap(faiss.IndexScalarQuantizer(8, faiss.ScalarQuantizer.QT_8bit_direct, 0))),
        ("with ids both ways", faiss.IndexIDMap2(faiss.IndexScalarQuantizer(8, faiss.ScalarQuantizer.QT_fp16, 0))),
    ):
        faiss.write_index(other, str(tmp_path / name))
        with pytest.raises(VectorIndexError, match="no index of Bolo's"):
            FaissIndex.load(str(tmp_path / name))


def test_an_index_that_cannot_be_written_is_an_os_error(index: FaissIndex, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="could not write"):
        index.save(str(tmp_path / "no such folder" / "x.faiss"))
