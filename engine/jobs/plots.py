"""Drawing what is known of a model: its weights, its space, its rankings, its training and its calibration."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.errors import ConfigError, ModelError
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.full_outcome import BEST_SCORER
from engine.evaluation.joint_space import lay_out, most_pictured
from engine.evaluation.pictures.joint_space_map import draw_joint_space
from engine.evaluation.pictures.margin_weights import draw_margin_weights
from engine.evaluation.pictures.ranking_sheet import SheetRow, draw_ranking_sheet
from engine.evaluation.pictures.reliability_diagram import draw_reliability
from engine.evaluation.pictures.save_picture import save_picture
from engine.evaluation.pictures.training_curves import draw_training_curves
from engine.evaluation.reliability import errors_by_group, measure_reliability
from engine.evaluation.top_ranked import TopRanked, rank_top, spread_by_precision
from engine.evaluation.training_history import read_history_csv, training_history
from engine.imaging.stills import read_still
from engine.jobs.embed_split import embed_split, read_split
from engine.progress import Noted, Progress
from engine.registry.store import InstalledModel
from engine.search.query import Query


class Picture(Enum):
    """What can be drawn; the value is the file's name."""

    WEIGHTS = "weights"
    CURVES = "curves"
    RELIABILITY = "reliability"
    RANKINGS = "rankings"
    SPACE = "space"

    @property
    def needs_data(self) -> bool:
        """Whether pictures must be embedded for it."""
        return self not in (Picture.WEIGHTS, Picture.CURVES)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotSpec:
    """A model, what to draw of it, and where.

    Attributes:
        model: whose card and weights are drawn.
        out: the folder for the pictures.
        data: labelled data; without it only what the card knows can be drawn.
        split: the part of the data.
        pictures: what to draw; nothing means all that can be.
        categories: shown in the space and the rankings; nothing means those that `bolo plots --help` names.
        rows: descriptions on the sheet of rankings.
        depth: pictures of each.
        history: a training's history.csv, in place of the card's history.
    """

    model: InstalledModel
    out: Path
    data: Path | None = None
    split: str = "test"
    pictures: tuple[Picture, ...] = ()
    categories: tuple[int, ...] = ()
    rows: int = 6
    depth: int = 10
    history: Path | None = None

    def __post_init__(self) -> None:
        without_data = [picture.value for picture in self.pictures if picture.needs_data and self.data is None]
        if without_data:
            raise ConfigError("data", None, f"must be given to draw {', '.join(without_data)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotSummary:
    """The files that were written."""

    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """All that a picture can be drawn from."""

    spec: PlotSpec
    split: EmbeddedSplit | None

    @property
    def embedded(self) -> EmbeddedSplit:
        if self.split is None:
            raise ConfigError("data", None, "must be given to draw this")
        return self.split

    def note(self, text: str) -> str:
        images = self.embedded.images
        return f"Model {self.spec.model.name} on {images.name}, {len(images):,} pictures. {text}"


def plot(spec: PlotSpec, progress: Progress) -> PlotSummary:
    """Draw the pictures, each as PNG and SVG.

    Raises:
        ConfigError: if a picture needs data, or a category is not there.
        DatasetError: if the data cannot be read.
        ModelError: if the card lacks what a picture that was asked for shows.
        FileError: if the pictures cannot be written.
    """
    wanted = spec.pictures or tuple(picture for picture in Picture if spec.data is not None or not picture.needs_data)
    split = None
    if spec.data is not None and any(picture.needs_data for picture in wanted):
        split = embed_split(spec.model, read_split(spec.data, spec.model), spec.split, progress)
    material = _Material(spec=spec, split=split)
    files: list[Path] = []
    for picture in progress.track(wanted, "Drawing"):
        try:
            figure = _DRAWN[picture](material)
        except ModelError as error:
            if spec.pictures:
                raise
            progress.tell(Noted(text=f"Not drawn: {picture.value}. {error}"))
            continue
        files += save_picture(figure, spec.out, picture.value)
    return PlotSummary(files=tuple(files))


def _weights(material: _Material) -> Figure:
    card = material.spec.model.card
    return draw_margin_weights(card.schema, card.figures.get("attribute_weights", ()), card.name)


def _curves(material: _Material) -> Figure:
    card, path = material.spec.model.card, material.spec.history
    rows = card.figures.get("history", ()) if path is None else read_history_csv(path)
    if not rows:
        raise ModelError(f"The card of {card.name} holds no history of its training; name its history.csv.")
    note = f"Model {card.name}." if path is None else f"From {path.name}."
    return draw_training_curves(training_history(rows), note)


def _reliability(material: _Material) -> Figure:
    split = material.embedded
    labels = split.images.vectors
    note = material.note("The heads' calibrated probabilities, all attributes together.")
    by_group = errors_by_group(split.images.schema, split.calibrated, labels)
    return draw_reliability(measure_reliability(split.calibrated, labels), by_group, note)


def _rankings(material: _Material) -> Figure:
    split, spec = material.embedded, material.spec
    chosen = spec.categories or spread_by_precision(split, spec.rows)
    how = "as chosen" if spec.categories else "at even steps from the best ranked to the worst"
    rows = [_sheet_row(split, top) for top in rank_top(split, chosen, spec.depth)]
    return draw_ranking_sheet(rows, material.note(f"Descriptions {how}; scorer {BEST_SCORER}."))


def _sheet_row(split: EmbeddedSplit, top: TopRanked) -> SheetRow:
    return SheetRow(
        words=_in_words(split.images.schema, top.vector),
        note=f"average precision {top.average_precision:.0f} % · {top.relevant} pictures of it",
        pictures=[read_still(split.images.paths[place]).pixels for place in top.places],
        is_right=top.is_right,
    )


def _space(material: _Material) -> Figure:
    split, chosen = material.embedded, material.spec.categories
    space = lay_out(split, chosen or most_pictured(split))
    how = "Categories as chosen" if chosen else "The categories with the most pictures"
    note = material.note(
        f"{how}, laid out by t-SNE on cosine distances: neighbours are alike, far distances say nothing."
    )
    return draw_joint_space(space, [_in_words(split.images.schema, vector) for vector in space.vectors], note)


def _in_words(schema: Schema, vector: NDArray[np.uint8]) -> str:
    """Return what holds of a category; what does not is left unsaid, for room."""
    whole = Query.complete(schema, vector)
    return Query(clauses=tuple(clause for clause in whole.clauses if not clause.negated)).in_words(schema)


_DRAWN: dict[Picture, Callable[[_Material], Figure]] = {
    Picture.WEIGHTS: _weights,
    Picture.CURVES: _curves,
    Picture.RELIABILITY: _reliability,
    Picture.RANKINGS: _rankings,
    Picture.SPACE: _space,
}
