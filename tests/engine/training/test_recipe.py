import pytest

from engine.errors import ConfigError, MissingPathError
from engine.training.recipe import read_recipe, recipe_from_dict, recipe_to_dict


def test_shipped_recipe_survives_the_way_into_a_card_and_back():
    recipe = read_recipe("peta-lite0")
    assert [stage.name for stage in recipe.stages] == ["recognition", "alignment"]
    assert recipe_from_dict(recipe_to_dict(recipe)) == recipe


def test_settings_reach_into_stages_and_their_losses():
    settings = {"seed": "7", "alignment.epochs": "3", "alignment.losses.scale": "12.5", "name": "mine"}
    recipe = read_recipe("peta-lite0", settings)
    assert (recipe.seed, recipe.name) == (7, "mine")
    assert recipe.stages[1].epochs == 3
    assert recipe.stages[1].losses.scale == 12.5


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"nonsense": "1"}, "nonsense"),
        ({"finetune.epochs": "1"}, "finetune"),
        ({"alignment.epochs": "-1"}, "epochs"),
        ({"backbone": "vgg"}, "vgg"),
    ],
)
def test_a_setting_that_cannot_work_is_named(settings, named):
    with pytest.raises(ConfigError, match=named):
        read_recipe("peta-lite0", settings)


def test_an_unknown_recipe_is_a_missing_path():
    with pytest.raises(MissingPathError):
        read_recipe("no-such-recipe")


def test_a_resnets_weights_file_is_a_setting_as_its_error_says():
    settings = {"backbone": "resnet18", "backbone_weights": "/models/resnet18.pth"}
    assert read_recipe("peta-lite0", settings).backbone_weights == "/models/resnet18.pth"


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"alignment.input_px": "[64]"}, "input_px"),
        ({"alignment.margin_categories": "1"}, "margin_categories"),
        ({"alignment.losses.hidden_share": "1.0"}, "hidden_share"),
        ({"recognition.losses.hidden_groups": "1.0"}, "hidden_groups"),
    ],
)
def test_a_stages_size_and_draws_are_checked(settings, named):
    with pytest.raises(ConfigError, match=named):
        read_recipe("peta-lite0", settings)
