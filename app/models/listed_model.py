"""What the list of models knows of each of them."""

from dataclasses import dataclass, replace
from pathlib import Path

from engine.casework.model_use import CaseUse
from engine.registry.card import ModelCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedModel:
    """A model on this machine, whole or broken.

    Attributes:
        name: that it is listed under.
        folder: where it lies.
        size: of its files, in bytes.
        is_own: whether it is the user's, and none that comes with Bolo.
        card: in the user's language; None where the model cannot be used.
        fault: why it cannot be used; "" where it can.
        gone_id: of a model that is not on this machine any more, and that the open case knows.
    """

    name: str
    folder: Path
    size: int
    is_own: bool
    card: ModelCard | None
    fault: str = ""
    gone_id: str = ""

    @property
    def model_id(self) -> str:
        """The id of its embeddings, "" of a broken one."""
        return self.gone_id if self.card is None else self.card.model_id

    @property
    def is_here(self) -> bool:
        """Whether it lies on this machine, whole or broken."""
        return not self.gone_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsSeen:
    """The models, and what the cases that are known use of them.

    Attributes:
        models: those that come with Bolo first.
        case: the one that is open; None where none is, or while it has not been looked at.
        others: the recent cases beside it; those that are missing are among them, with their problem.
        are_others_seen: whether they have been looked at.
    """

    models: tuple[ListedModel, ...]
    case: CaseUse | None = None
    others: tuple[CaseUse, ...] = ()
    are_others_seen: bool = False

    def by_id(self, model_id: str) -> ListedModel | None:
        """Return the model of this id, None where it is not on this machine."""
        return next((model for model in self.models if model.card is not None and model.model_id == model_id), None)

    def searching(self, model: ListedModel) -> list[CaseUse]:
        """Return the cases, as far as they are known, that are searched with a model."""
        cases = [*([] if self.case is None else [self.case]), *self.others]
        return [use for use in cases if use.is_searched_with(model.model_id)]

    def is_active(self, model: ListedModel) -> bool:
        """Whether the open case is searched with a model."""
        return self.case is not None and self.case.is_searched_with(model.model_id)

    def with_gone(self) -> "ModelsSeen":
        """Return the same with the models that the open case knows and this machine does not, at the end."""
        if self.case is None or self.case.problem:
            return self
        known = [*(one.model_id for one in self.case.embedded), self.case.active_id]
        gone = [model_id for model_id in dict.fromkeys(known) if model_id and self.by_id(model_id) is None]
        return replace(self, models=(*self.models, *(self._gone(model_id, self.case) for model_id in gone)))

    @staticmethod
    def _gone(model_id: str, case: CaseUse) -> ListedModel:
        name = case.active_name if case.is_searched_with(model_id) else model_id
        return ListedModel(name=name, folder=case.folder, size=0, is_own=False, card=None, gone_id=model_id)

    @property
    def former(self) -> ListedModel | None:
        """Return the model that the open case was searched with before, None where there is none here."""
        return None if self.case is None or not self.case.former_id else self.by_id(self.case.former_id)

    def lineage(self, model: ListedModel) -> list[str]:
        """Return what a model was started from, by name or id, the nearest first."""
        found: list[str] = []
        at: ListedModel | None = model
        while at is not None and at.card is not None:
            start = at.card.data.get("started_from")
            if not isinstance(start, str) or start in (*found, model.model_id):
                break
            found.append(start)
            at = self.by_id(start)
        return [known.name if (known := self.by_id(start)) is not None else start for start in found]
