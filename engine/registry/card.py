"""A model's card: what it is, what it learned from, how well it does, and what it may be used for."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.attributes.schema import Schema
from engine.attributes.schema_file import schema_from_dict, schema_to_dict
from engine.errors import ModelError, SchemaError

CARD_FILE = "card.json"
FORMAT = 1


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
        fields = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
        if fields["format"] > FORMAT:
            raise ModelError(f"The model {folder} was made by a newer version of Bolo; update Bolo to use it.")
        del fields["format"]
        fields["schema"] = schema_from_dict(fields["schema"])
        fields["input_px"] = tuple(fields["input_px"])
        fields["licence_notes"] = tuple(fields["licence_notes"])
        return ModelCard(**fields)
    except (OSError, ValueError, KeyError, TypeError, SchemaError) as error:
        raise ModelError(f"The model {folder} has no readable card ({error}); add the model again.") from error


def write_card(card: ModelCard, folder: Path) -> None:
    """Write the card into a model's folder."""
    fields = {"format": FORMAT, **asdict(card), "schema": schema_to_dict(card.schema)}
    (folder / CARD_FILE).write_text(json.dumps(fields, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
