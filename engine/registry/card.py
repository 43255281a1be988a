"""A model's card: what it is, what it learned from, how well it does, and what it may be used for."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.attributes.schema import Schema
from engine.attributes.schema_file import schema_from_dict, schema_to_dict
from engine.errors import ModelError, SchemaError
from engine.whole_file import whole_file

CARD_FILE = "card.json"
FORMAT = 1
MOST_PX = 2_048  # of a side of what the image encoder takes


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """All that is known of a model but its weights.

    Attributes:
        name: the folder's name.
        title: for people.
        model_id: a hash of weights and preprocessing; embeddings are keyed by it.
        schema: the attributes that the model knows.
        backbone: of the image encoder.
        input_px: height and width of what the image encoder takes.
        flip_average: whether the mirrored crop is embedded too and averaged.
        data: what it was trained on, split and counts.
        recipe: the whole recipe.
        figures: measured, with what they were measured on.
        licence_notes: what the data's licence means for the use of the model; shown in the window.
        heads: what the recognition heads are made of.
        hides_groups: whether the category encoder is told which groups of a vector are hidden.
    """

    name: str
    title: str
    model_id: str
    schema: Schema
    backbone: str
    input_px: tuple[int, int]
    flip_average: bool
    data: Mapping[str, Any]
    recipe: Mapping[str, Any]
    figures: Mapping[str, Any]
    licence_notes: tuple[str, ...]
    heads: str = "linear"
    hides_groups: bool = False

    def __post_init__(self) -> None:
        texts = (self.name, self.title, self.model_id, self.backbone, self.heads, *self.licence_notes)
        facts = (self.data, self.recipe, self.figures)
        if not all(isinstance(text, str) for text in texts) or not all(isinstance(fact, Mapping) for fact in facts):
            raise TypeError("a field is of another kind")
        if len(self.input_px) != 2 or not all(isinstance(px, int) and 1 <= px <= MOST_PX for px in self.input_px):
            raise ValueError(f"input_px must be two numbers of at most {MOST_PX}")

    @property
    def preprocessing(self) -> dict[str, Any]:
        """What the model id covers beside the weights."""
        return {"backbone": self.backbone, "input_px": list(self.input_px), "flip_average": self.flip_average}


def read_card(folder: Path) -> ModelCard:
    """Read the card of a model's folder.

    Raises:
        ModelError: if there is none, or it is damaged or of a newer format.
    """
    try:
        text = (folder / CARD_FILE).read_text(encoding="utf-8")
        fields = json.loads(text, parse_constant=_refuse_constant)
        if fields["format"] > FORMAT:
            raise ModelError(f"The model {folder} was made by a newer version of Bolo; update Bolo to use it.")
        del fields["format"]
        fields["schema"] = schema_from_dict(fields["schema"])
        fields["input_px"] = tuple(fields["input_px"])
        fields["licence_notes"] = tuple(fields["licence_notes"])
        return ModelCard(**fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, SchemaError) as error:
        raise ModelError(f"The model {folder} has no readable card ({error}); add the model again.") from error


def write_card(card: ModelCard, folder: Path) -> None:
    """Write the card into a model's folder, whole or not at all."""
    with whole_file(folder / CARD_FILE) as draft:
        draft.write_text(card_text(card), encoding="utf-8")


def card_text(card: ModelCard) -> str:
    """Return the card as its file has it."""
    fields = {"format": FORMAT, **asdict(card), "schema": schema_to_dict(card.schema)}
    return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")
