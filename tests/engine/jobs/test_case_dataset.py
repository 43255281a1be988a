"""What was labelled in cases, as a data set."""

import pytest

from engine.errors import DatasetError
from engine.gallery.catalog.case_models import ACTIVATED
from engine.gallery.gallery import Gallery
from engine.jobs.case_dataset import dataset_of_labels
from engine.progress import Progress


def test_labels_of_a_case_whose_model_is_not_here_are_trained_on_too(small_case, tmp_path):
    with Gallery.open(small_case) as gallery:
        gallery.save_labels({crop_id: {"accessoryHat": True} for crop_id in gallery.crop_ids()})
        gallery.log(ACTIVATED, {"name": "gone", "model_id": "0" * 16})
    dataset = dataset_of_labels([small_case], tmp_path / "pictures", Progress())
    assert "accessoryHat" in dataset.schema


def test_labels_that_a_missing_model_alone_knows_are_not_dropped_unsaid(small_case, tmp_path):
    with Gallery.open(small_case) as gallery:
        gallery.save_labels({crop_id: {"itsOwnAttribute": True} for crop_id in gallery.crop_ids()})
        gallery.log(ACTIVATED, {"name": "gone", "model_id": "0" * 16})
    with pytest.raises(DatasetError, match=r"itsOwnAttribute.*add that model"):
        dataset_of_labels([small_case], tmp_path / "pictures", Progress())
