"""`bolo search`: the best crops for a description."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_commands import AsJson, Case
from engine.cli.open_case import chosen_model, open_to_search
from engine.cli.output import tell, write_json, write_text
from engine.cli.times import in_utc_unless_said, parse_time
from engine.errors import ModelError, QueryError

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery
    from engine.registry.store import InstalledModel
    from engine.search.examples import Examples
    from engine.search.filters import Filters
    from engine.search.ranking import Ranking
    from engine.search.selectivity import Selectivity

AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Values = list[str]
Has = Annotated[
    Values, typer.Option(metavar="ATTR", help="A value that must hold. Several of one group combine as it says.")
]
Any_ = Annotated[Values, typer.Option("--any", metavar="A,B", help="One of these values of a group must hold.")]
Not = Annotated[Values, typer.Option("--not", metavar="ATTR", help="A value that must not hold.")]
Prefer = Annotated[Values, typer.Option(metavar="ATTR", help="A value that counts in favour.")]
Like = Annotated[
    Values,
    typer.Option(metavar="CROP_ID|IMAGE", help="More like this crop, or picture of one person."),
]
Unlike = Annotated[Values, typer.Option(metavar="CROP_ID|IMAGE", help="Not like this crop or picture.")]
Camera = Annotated[Values, typer.Option(metavar="NAME", help="Only this camera; may be repeated.")]
From = Annotated[
    datetime | None, typer.Option("--from", parser=parse_time, metavar="TIME", help="Not before; UTC unless said.")
]
To = Annotated[
    datetime | None, typer.Option("--to", parser=parse_time, metavar="TIME", help="Not after; UTC unless said.")
]
Limit = Annotated[int, typer.Option(min=1, metavar="K", help="How many to show.")]
ScorerName = Annotated[
    str | None, typer.Option(metavar="NAME", help="fused, heads, posterior, completion, zero-filled or cosine.")
]
ModelName = Annotated[str | None, typer.Option(metavar="NAME", help="The model to search with; else the case's.")]
Sheet = Annotated[Path | None, typer.Option(metavar="OUT.png", help="Draw a contact sheet.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search")(search)


def search(
    case: Case,
    has: Has = [],  # noqa: B006 - typer copies it
    any_: Any_ = [],  # noqa: B006
    not_: Not = [],  # noqa: B006
    prefer: Prefer = [],  # noqa: B006
    like: Like = [],  # noqa: B006
    unlike: Unlike = [],  # noqa: B006
    camera: Camera = [],  # noqa: B006
    start: From = None,
    end: To = None,
    limit: Limit = 200,
    scorer: ScorerName = None,
    model: ModelName = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    sheet: Sheet = None,
) -> None:
    """Rank the people of a case by a description, best first."""
    from engine.registry.query_model import QueryModel
    from engine.search.query import Query
    from engine.search.scorers import scorer_named
    from engine.search.searcher import Searcher

    refuse_two_forms(as_json, as_csv)
    with open_to_search(case) as gallery:
        installed = chosen_model(gallery, model)
        loaded = QueryModel.load(installed)
        query = Query.build(loaded.schema, has, [names.split(",") for names in any_], not_, prefer)
        searcher = Searcher(gallery, loaded)
        ranking = searcher.search(
            query,
            _filters(gallery, camera, start, end),
            _examples(installed, like, unlike),
            limit=limit,
            scorer=None if scorer is None else scorer_named(scorer),
        )
        _refuse_unembedded(ranking, loaded.name)
        selectivity = searcher.estimate(query, ranking.filters)
        if not gallery.read_only:
            gallery.log("search", ranking.facts())
        if sheet is not None:
            _draw(ranking, gallery, sheet)
    _write(ranking, selectivity, as_json=as_json, as_csv=as_csv)


def refuse_two_forms(as_json: bool, as_csv: bool) -> None:
    """Refuse --json and --csv together, as bad usage."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude each other; choose one.")


def _filters(gallery: "Gallery", cameras: Values, start: datetime | None, end: datetime | None) -> "Filters":
    """Return the filters; a camera that the case does not have is refused."""
    from engine.search.filters import Filters

    known = gallery.cameras()
    for camera in cameras:
        if camera not in known:
            raise QueryError(f"The case has no camera “{camera}”; it has {', '.join(known) or 'none yet'}.")
    return Filters(
        cameras=frozenset(cameras) if cameras else None, start=in_utc_unless_said(start), end=in_utc_unless_said(end)
    )


def _examples(installed: "InstalledModel", like: Values, unlike: Values) -> "Examples":
    """Return the examples; a number names a crop, anything else a picture, which the model embeds now."""
    from engine.gallery.records import CropId
    from engine.search.examples import Example, Examples

    def example(named: str) -> Example:
        if named.isdecimal():
            return Example(crop_id=CropId(int(named)))
        from engine.jobs.embed_picture import embed_picture

        return embed_picture(installed, Path(named))

    return Examples(like=tuple(map(example, like)), unlike=tuple(map(example, unlike)))


def _refuse_unembedded(ranking: "Ranking", model: str) -> None:
    if ranking.total and not ranking.searchable:
        raise ModelError(
            f"The model {model} has not embedded the {ranking.total} crops of this case; "
            f"do so with bolo models activate {model} --case CASE."
        )


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
    from engine.search.ranking import LEAD_NOT_IDENTIFICATION

    yield ranking.query.in_words(ranking.schema)
    yield f"{ranking.summary()}. {LEAD_NOT_IDENTIFICATION}."
    if selectivity.relaxations:
        yield "; ".join(_guide(selectivity)) + "."
    for ranked in ranking.results:
        crop = ranked.crop
        time = "" if crop.time is None else f"{crop.time:%Y-%m-%d %H:%M:%S}"
        band = "" if ranked.band is None else ranked.band.value
        ticks = " ".join(f"{found.attribute_id}={found.probability:.2f}" for found in ranked.evidence[:6])
        where = f"{crop.camera}  {time}  {crop.source_path.name} frame {crop.frame_number}"
        yield f"{ranked.rank:>4}  crop {crop.id:<7} {band:<6} {ranked.score:>8.2f}  {where}  {ticks}"


def _guide(selectivity: "Selectivity") -> Iterator[str]:
    """Yield how many are expected to fit, and what leaving each tick out would bring."""
    yield f"About {selectivity.fitting:,.0f} of {selectivity.considered:,} are expected to fit"
    if len(selectivity.relaxations) > 1:
        for relaxation in selectivity.relaxations:
            yield f"without “{relaxation.words}”: +{relaxation.gained:,.0f}"
