"""The pictures of the crops come back byte for byte."""

from pathlib import Path

import pytest

from engine.errors import CaseError
from engine.gallery.crop_store import CropStore
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId


def test_pictures_come_back_by_id(gallery: Gallery, crop_ids: list[CropId]) -> None:
    found = gallery.crop_jpegs(crop_ids[::-3])
    assert found[crop_ids[0]] == gallery.crop_jpeg(crop_ids[0]) == b"frame 1, crop 0"
    assert set(found) == set(crop_ids[::-3])
    assert gallery.crop_store.ids() == set(crop_ids)
    assert gallery.crop_jpegs([]) == {}


def test_a_picture_under_the_same_id_gives_way(gallery: Gallery, crop_ids: list[CropId]) -> None:
    gallery.crop_store.put([(crop_ids[0], b"cut anew")])
    assert gallery.crop_jpeg(crop_ids[0]) == b"cut anew"


def test_lost_pictures_leave_the_case_in_use(gallery: Gallery, crop_ids: list[CropId], folder: Path) -> None:
    gallery.close()
    (folder / "crops.db").unlink()
    with Gallery.open(folder, read_only=True) as reader:
        assert reader.counts().crops == 10
        with pytest.raises(CaseError, match=r"crops\.db cannot be opened"):
            reader.crop_jpeg(crop_ids[0])
    with Gallery.open(folder) as again:
        with pytest.raises(CaseError, match="picture of crop 1 is missing"):
            again.crop_jpeg(crop_ids[0])
        again.crop_store.put([(crop_ids[0], b"cut anew")])
        assert again.crop_jpeg(crop_ids[0]) == b"cut anew"


def test_a_catalog_is_no_crop_store(gallery: Gallery, folder: Path) -> None:
    with pytest.raises(CaseError, match="was not made by Bolo"):
        CropStore(folder / "case.db")
