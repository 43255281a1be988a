"""A case of drawn crops is a real case, the same one every time."""

import numpy as np
import pytest

from engine.demo.drawn_case import (
    CAMERAS,
    CROPS_A_TRACK,
    FIRST_TIME,
    SPAN,
    add_drawn_crops,
    check_drawn_case,
    draw_people,
    draw_pictures,
    make_drawn_case,
    save_people,
)
from engine.errors import CaseError
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import decode_jpeg
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store

CROPS = 203


@pytest.fixture(scope="module")
def model():
    return QueryModel.load(default_store().get(DEFAULT_MODEL))


@pytest.fixture(scope="module")
def folder(tmp_path_factory, model):
    folder = tmp_path_factory.mktemp("drawn") / "drawn.bolo"
    make_drawn_case(folder, model, CROPS, Progress())
    return folder


@pytest.fixture
def gallery(folder):
    with Gallery.open(folder) as opened:
        yield opened


def test_the_crops_are_spread_over_cameras_and_a_week(gallery, model):
    records = gallery.crops()
    assert len(records) == CROPS == gallery.searchable(model.id).count == gallery.index(model.id).count
    assert {record.camera for record in records} == set(CAMERAS)
    times = [record.time for record in records]
    assert FIRST_TIME <= min(times) <= max(times) < FIRST_TIME + SPAN
    assert max(times) - min(times) > 0.9 * SPAN


def test_every_crop_belongs_to_a_track_of_one_camera(gallery):
    crops, tracks = gallery.tracks_of_crops()
    assert len(crops) == CROPS
    cameras = {record.id: record.camera for record in gallery.crops()}
    for track in np.unique(tracks):
        of_track = crops[tracks == track].tolist()
        assert len({cameras[crop] for crop in of_track}) == 1 and len(of_track) <= CROPS_A_TRACK
    assert gallery.sources_to_link() == []


def test_the_same_case_is_made_every_time(gallery, folder, model, tmp_path):
    make_drawn_case(tmp_path / "again.bolo", model, CROPS, Progress())
    with Gallery.open(tmp_path / "again.bolo") as again:
        one, other = gallery.searchable(model.id), again.searchable(model.id)
        np.testing.assert_array_equal(one.column(7), other.column(7))
        np.testing.assert_array_equal(one.vectors(np.arange(CROPS)), other.vectors(np.arange(CROPS)))


def test_a_crop_lies_near_the_category_whose_values_its_logits_show(model):
    people = draw_people(model, 400, np.random.default_rng(1))
    known = model.known.vectors.astype(np.float32)
    own = np.argmax(people.logits @ (2 * known - 1).T, axis=1)  # the category that the logits fit best
    cosines = np.sum(people.vectors * model.known_embeddings[own], axis=1)
    assert np.linalg.norm(people.vectors, axis=1) == pytest.approx(np.ones(400), abs=1e-5)
    assert np.mean(cosines) == pytest.approx(0.7, abs=0.05)
    assert np.mean(people.logits[known[own] == 1]) == pytest.approx(2.5, abs=0.2)


def test_more_crops_stand_behind_the_others(tmp_path, model):
    make_drawn_case(tmp_path / "more.bolo", model, 64, Progress())
    with Gallery.open(tmp_path / "more.bolo") as gallery:
        ids = add_drawn_crops(gallery, 10)
        assert ids == list(range(65, 75)) == gallery.crops_without_embedding(model.id)
        save_people(gallery, model, ids, np.random.default_rng(2))
        assert gallery.searchable(model.id).crop_ids.tolist() == list(range(1, 75))


def test_another_case_is_told_from_a_drawn_one(gallery, model, tmp_path):
    check_drawn_case(gallery, model, CROPS)
    with pytest.raises(CaseError, match="no finished case of 204 drawn crops"):
        check_drawn_case(gallery, model, CROPS + 1)
    with Gallery.create(tmp_path / "other.bolo") as other, pytest.raises(CaseError, match="no finished case"):
        check_drawn_case(other, model, 0)


def test_crops_have_pictures_where_some_are_given(tmp_path, model):
    pictures = draw_pictures(3, np.random.default_rng(1))
    assert len(set(pictures)) == 3 and decode_jpeg(pictures[0]).shape == (160, 64, 3)
    folder = tmp_path / "seen.bolo"
    make_drawn_case(folder, model, 40, Progress(), pictures)
    with Gallery.open(folder) as gallery:
        found = gallery.crop_jpegs([crop.id for crop in gallery.crops()])
    assert set(found.values()) == set(pictures)
