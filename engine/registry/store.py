"""The models on this machine: those that come with Bolo, and the user's own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from engine import paths
from engine.errors import ModelError
from engine.registry.card import CARD_FILE, ModelCard, read_card, write_card
from engine.registry.weights import WEIGHTS_FILE, model_id_of
from engine.whole_file import HIDDEN, remove_whole

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


@dataclass(frozen=True, slots=True)
class BrokenModel:
    """A folder that looks like a model's and cannot be used."""

    folder: Path
    fault: str

    @property
    def name(self) -> str:
        """The name that it is listed under."""
        return self.folder.name


class ModelStore:
    """Looks for models in folders; a model is a folder with card.json and weights.safetensors.

    Args:
        folders: searched in this order; models are added to the last.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    @property
    def own_folder(self) -> Path:
        """Return the folder that models are added to."""
        return self._folders[-1]

    def models(self) -> Iterator[InstalledModel]:
        """Yield the readable models, those that come with Bolo first; each is called as its folder is."""
        for folder in self._model_folders():
            try:
                yield _installed(folder)
            except ModelError:
                continue  # `broken` names it

    def broken(self) -> list[BrokenModel]:
        """Return the folders of models that cannot be used, with what is wrong."""
        found = []
        for folder in self._model_folders():
            try:
                _installed(folder)
            except ModelError as error:
                found.append(BrokenModel(folder, str(error)))
        return found

    def names(self) -> list[str]:
        """Return the names of the models, those included that cannot be used."""
        return [folder.name for folder in self._model_folders()]

    def get(self, name_or_id: str) -> InstalledModel:
        """Return a model by its name, or by its id.

        Raises:
            ModelError: if there is no such model, or it cannot be used.
        """
        model = self.find(name_or_id)
        if model is not None:
            return model
        for broken in self.broken():
            if broken.name == name_or_id:
                raise ModelError(broken.fault)
        known = ", ".join(self.names()) or "none"
        raise ModelError(f"There is no model “{name_or_id}” here (there is: {known}); add it with bolo models add.")

    def find(self, name_or_id: str) -> InstalledModel | None:
        """Return a model that can be used by its name, or by its id; None where there is none."""
        return next((model for model in self.models() if name_or_id in (model.name, model.card.model_id)), None)

    def with_id(self, model_id: str) -> InstalledModel:
        """Return the model of this id.

        Raises:
            ModelError: if there is no such model.
        """
        for model in self.models():
            if model.card.model_id == model_id:
                return model
        raise ModelError(f"There is no model with the id {model_id} here; add its file.")

    def add(
        self,
        source: Path,
        *,
        name: str | None = None,
        check: Callable[[InstalledModel], object] = lambda model: model.card,
    ) -> InstalledModel:
        """Take a model into the user's own, whole or not at all.

        Args:
            source: a model's folder, the card or the weights in one, or a model file.
            name: that it is to have; None for the card's.
            check: what else is held against the model before it is taken; raises ModelError.

        Raises:
            ModelError: if it is damaged, no model, here already, or there is one of that name.
        """
        from engine.registry.adding import add_model  # which knows the store

        return add_model(self, source, name, check)

    def rename(self, name: str, new_name: str) -> InstalledModel:
        """Give one of the user's models another name; cases know it by its id.

        Raises:
            ModelError: if there is none of that name, it came with Bolo, or the new name is taken or cannot be one.
        """
        from engine.registry.outside import check_name

        folder = self._own(name)
        check_name(new_name)
        if new_name.casefold() != name.casefold():
            self.refuse_taken(new_name)
        renamed = folder.with_name(new_name)
        try:
            folder.rename(renamed)
        except OSError as error:
            if not renamed.exists():
                raise
            raise ModelError(f"There is a folder “{new_name}” among the models already; take another name.") from error
        installed = _installed(renamed)
        write_card(installed.card, renamed)
        return installed

    def remove(self, name: str) -> None:
        """Delete one of the user's models, a broken one too.

        Raises:
            ModelError: if there is none of that name, or it came with Bolo.
        """
        remove_whole(self._own(name))

    def refuse_taken(self, name: str) -> None:
        """Raise ModelError where there is a model of this name."""
        if name.casefold() in (known.casefold() for known in self.names()):
            raise ModelError(f"There is a model “{name}” already; remove it first, or rename the new one.")

    def is_own(self, folder: Path) -> bool:
        """Return whether a model's folder is the user's, and none that comes with Bolo."""
        return folder.parent == self.own_folder

    def _own(self, name: str) -> Path:
        folder = next((folder for folder in self._model_folders() if folder.name == name), None)
        folder = self.get(name).folder if folder is None else folder  # or it says what there is
        if not self.is_own(folder):
            raise ModelError(f"The model “{name}” comes with Bolo and stays as it is.")
        return folder

    def _model_folders(self) -> Iterator[Path]:
        for folder in self._folders:
            if folder.is_dir():
                yield from sorted(inner for inner in folder.iterdir() if _is_model(inner))


def _is_model(folder: Path) -> bool:
    """Return whether a folder is a model's, whole or broken, and no draft."""
    return not folder.name.startswith(HIDDEN) and any((folder / name).is_file() for name in (CARD_FILE, WEIGHTS_FILE))


def _installed(folder: Path) -> InstalledModel:
    installed = InstalledModel(folder=folder, card=replace(read_card(folder), name=folder.name))
    if not installed.weights.is_file():
        raise ModelError(f"The model {folder} has no {WEIGHTS_FILE}; add the model again.")
    return installed


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
