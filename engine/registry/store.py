"""The models on this machine: those that come with Bolo, and the user's own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine import paths
from engine.errors import ModelError
from engine.registry.card import CARD_FILE, ModelCard, read_card
from engine.registry.known_categories import CATEGORIES_FILE, read_known_categories
from engine.registry.weights import WEIGHTS_FILE, model_id_of

DEFAULT_MODEL = "peta-lite0"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledModel:
    """A model's folder and its card."""

    folder: Path
    card: ModelCard

    @property
    def name(self) -> str:
        """The name that the command line and the window use."""
        return self.card.name

    @property
    def weights(self) -> Path:
        """The safetensors file."""
        return self.folder / WEIGHTS_FILE


class ModelStore:
    """Looks for models in folders; a model is a folder with card.json and weights.safetensors.

    Args:
        folders: searched in this order; models are added to the last.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def models(self) -> Iterator[InstalledModel]:
        """Yield the readable models, those that come with Bolo first."""
        for folder in self._model_folders():
            yield InstalledModel(folder=folder, card=read_card(folder))

    def names(self) -> list[str]:
        """Return the names of the models."""
        return [folder.name for folder in self._model_folders()]

    def get(self, name_or_id: str) -> InstalledModel:
        """Return a model by its name, or by its id.

        Raises:
            ModelError: if there is no such model.
        """
        for model in self.models():
            if name_or_id in (model.name, model.card.model_id):
                return model
        known = ", ".join(self.names()) or "none"
        raise ModelError(f"There is no model “{name_or_id}” here (there is: {known}); add it with bolo models add.")

    def add(self, folder: Path) -> InstalledModel:
        """Copy a model's folder into the user's models, after checking that its id is right.

        Raises:
            ModelError: if it is damaged, or there is a model of that name.
        """
        card = read_card(folder)
        check_weights(InstalledModel(folder=folder, card=card))
        read_known_categories(folder, card.model_id, card.schema.size)  # raises if they are another model's
        if not card.name.replace("-", "").replace("_", "").isalnum():
            raise ModelError(f"“{card.name}” cannot be a model's name; letters, digits, - and _ can stand in it.")
        target = self._folders[-1] / card.name
        if card.name in self.names():
            raise ModelError(f"There is a model “{card.name}” already; remove it first, or rename the new one.")
        target.mkdir(parents=True)
        for name in (CARD_FILE, WEIGHTS_FILE, CATEGORIES_FILE):
            if (folder / name).is_file():  # the categories are optional
                shutil.copyfile(folder / name, target / name)
        return InstalledModel(folder=target, card=card)

    def remove(self, name: str) -> None:
        """Delete one of the user's models.

        Raises:
            ModelError: if there is none of that name, or it came with Bolo.
        """
        model = self.get(name)
        if model.folder.parent != self._folders[-1]:
            raise ModelError(f"The model “{name}” comes with Bolo and cannot be removed.")
        shutil.rmtree(model.folder)

    def _model_folders(self) -> Iterator[Path]:
        for folder in self._folders:
            if folder.is_dir():
                yield from sorted(inner for inner in folder.iterdir() if (inner / CARD_FILE).is_file())


def check_weights(model: InstalledModel) -> None:
    """Check that the weights are those that the card speaks of.

    Raises:
        ModelError: if they are missing, or another model's.
    """
    if not model.weights.is_file():
        raise ModelError(f"The model {model.folder} has no {WEIGHTS_FILE}; add the model again.")
    if model_id_of(model.weights, model.card.preprocessing) != model.card.model_id:
        raise ModelError(f"The weights of {model.folder} are not those of its card; add the model again.")


def model_at(name_or_folder: str) -> InstalledModel:
    """Return the model in a folder, or where there is none, the one of this name on this machine.

    Raises:
        ModelError: if there is neither.
    """
    folder = Path(name_or_folder)
    if (folder / CARD_FILE).is_file():
        return InstalledModel(folder=folder, card=read_card(folder))
    return default_store().get(name_or_folder)


def default_store() -> ModelStore:
    """Return the store of the shipped models and the user's own."""
    return ModelStore((paths.resources_dir() / "models", paths.user_models_dir()))
