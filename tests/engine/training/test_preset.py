"""The wizard's recipes fit the data, whatever it is."""

import pytest

from engine.datasets.dataset import DatasetKind
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.training.preset import Preset, Start, preset_recipe


@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("start", list(Start))
@pytest.mark.parametrize("pictures", [8, 40, 1000, 20_000])
def test_every_recipe_works_with_so_many_pictures(preset, start, pictures):
    recipe = preset_recipe(preset, start, DatasetKind.CSV, pictures, model="peta-lite0")
    assert recipe.dataset == "csv"
    assert all(stage.steps_in(pictures + stage.rendered_crops) for stage in recipe.stages if stage.epochs)
    assert (recipe.weights is Weights.RANDOM) == (start is Start.NOTHING or bool(recipe.start))


def test_a_fine_tuning_takes_about_so_many_steps_and_keeps_the_best_epoch():
    for preset, steps in ((Preset.QUICK, 120), (Preset.STANDARD, 600)):
        recipe = preset_recipe(preset, Start.MODEL, DatasetKind.PA100K, 1199, model="peta-lite0")
        (stage,) = recipe.stages
        taken = stage.epochs * stage.steps_in(1199)
        assert steps <= taken < steps + stage.steps_in(1199)
        assert recipe.start == "peta-lite0" and stage.patience >= 3


def test_few_pictures_have_several_steps_an_epoch():
    (stage,) = preset_recipe(Preset.QUICK, Start.MODEL, DatasetKind.CASES, 39, model="peta-lite0").stages
    assert stage.steps_in(39) == 2


def test_the_papers_recipe_is_that_of_the_data_set():
    recipe = preset_recipe(Preset.PAPER, Start.IMAGENET, DatasetKind.MARKET1501, 12_000)
    assert (recipe.name, recipe.backbone) == ("paper-market1501", BackboneKind.RESNET50)
