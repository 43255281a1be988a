"""What the list of models knows of each of them."""

from dataclasses import dataclass
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
    """

    name: str
    folder: Path
    size: int
    is_own: bool
    card: ModelCard | None
    fault: str = ""

    @property
    def model_id(self) -> str:
        """The id of its embeddings, "" of a broken one."""
        return "" if self.card is None else self.card.model_id


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
        return [use for use in cases if not use.problem and use.active_id == model.model_id != ""]

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
