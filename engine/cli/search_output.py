"""A ranking as the command line writes it: JSON, CSV, lines or a contact sheet."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.output import tell, write_json, write_text
from engine.errors import ModelError

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery
    from engine.search.ranking import Ranking
    from engine.search.selectivity import Selectivity

AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Limit = Annotated[int, typer.Option(min=1, metavar="K", help="How many to show.")]
Sheet = Annotated[Path | None, typer.Option(metavar="OUT.png", help="Draw a contact sheet.")]


def refuse_two_forms(as_json: bool, as_csv: bool) -> None:
    """Refuse --json and --csv together, as bad usage."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude each other; choose one.")


def refuse_unembedded(ranking: "Ranking", model: str) -> None:
    """Refuse a ranking of nothing, where the model has not embedded what the case holds."""
    if ranking.total and not ranking.searchable:
        raise ModelError(
            f"The model {model} has not embedded the {ranking.total} crops of this case; "
            f"do so with bolo models activate {model} --case CASE."
        )


def show_ranking(
    ranking: "Ranking",
    selectivity: "Selectivity",
    gallery: "Gallery",
    *,
    as_json: bool,
    as_csv: bool,
    sheet: Path | None,
) -> None:
    """Write the ranking to stdout, and draw the contact sheet where one is wanted."""
    if sheet is not None:
        _draw(ranking, gallery, sheet)
    _write(ranking, selectivity, as_json=as_json, as_csv=as_csv)


def _draw(ranking: "Ranking", gallery: "Gallery", sheet: Path) -> None:
    from engine.search.contact_sheet import draw_contact_sheet

    draw_contact_sheet(ranking, gallery, sheet)
    tell(f"The contact sheet lies at {sheet}")


def _write(ranking: "Ranking", selectivity: "Selectivity", *, as_json: bool, as_csv: bool) -> None:
    from engine.search import tables

    if as_json:
        write_json(tables.ranking_to_json(ranking, selectivity))
    elif as_csv:
        write_text(tables.ranking_to_csv(ranking))
    else:
        write_text("\n".join(_lines(ranking, selectivity)))


def _lines(ranking: "Ranking", selectivity: "Selectivity") -> Iterator[str]:
    """Yield the ranking for people to read; times are UTC."""
    from engine.gallery.records import ReviewState
    from engine.search.ranking import LEAD_NOT_IDENTIFICATION

    yield ranking.query.in_words(ranking.schema)
    yield f"{ranking.summary()}. {LEAD_NOT_IDENTIFICATION}."
    if selectivity.relaxations:
        yield "; ".join(_guide(selectivity)) + "."
    for ranked in ranking.results:
        crop = ranked.crop
        time = "" if crop.time is None else f"{crop.time:%Y-%m-%d %H:%M:%S}"
        band = "" if ranked.band is None else ranked.band.value
        review = "" if ranked.review is ReviewState.UNREVIEWED else f"  {ranked.review.value}"
        ticks = " ".join(f"{found.attribute_id}={found.probability:.2f}" for found in ranked.evidence[:6])
        track = f"  {ranked.of_track} crops" if ranking.tracks is not None else ""
        where = f"{crop.camera}  {time}  {crop.source_path.name} frame {crop.frame_number}{track}{review}"
        yield f"{ranked.rank:>4}  crop {crop.id:<7} {band:<6} {ranked.score:>8.2f}  {where}  {ticks}"


def _guide(selectivity: "Selectivity") -> Iterator[str]:
    """Yield how many are expected to fit, and what leaving each tick out would bring."""
    yield f"About {selectivity.fitting:,.0f} of {selectivity.considered:,} are expected to fit"
    if len(selectivity.relaxations) > 1:
        for relaxation in selectivity.relaxations:
            yield f"without “{relaxation.words}”: +{relaxation.gained:,.0f}"
