"""`bolo search`: the best crops for a description."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.open_case import chosen_model, open_to_search
from engine.cli.output import tell
from engine.cli.search_output import AsCsv, Limit, Sheet, refuse_two_forms, refuse_unembedded, show_ranking
from engine.cli.times import in_utc_unless_said, parse_time
from engine.errors import QueryError
from engine.gallery.records import ReviewState

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery
    from engine.registry.query_model import QueryModel
    from engine.registry.store import InstalledModel
    from engine.search.examples import Examples
    from engine.search.filters import Filters
    from engine.search.question import Question

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
ScorerName = Annotated[
    str | None, typer.Option(metavar="NAME", help="fused, heads, posterior, completion, zero-filled or cosine.")
]
ModelName = Annotated[str | None, typer.Option(metavar="NAME", help="The model to search with; else the case's.")]
MinHeight = Annotated[int | None, typer.Option(min=1, metavar="PX", help="Only crops at least so many pixels high.")]
MinSharpness = Annotated[
    float | None, typer.Option(min=0, metavar="X", help="Only crops at least so sharp; below 50 they look blurred.")
]
States = Annotated[list[ReviewState], typer.Option("--review", help="Only crops reviewed so; may be repeated.")]
FromReviews = Annotated[
    bool, typer.Option("--from-reviews", help="More like the confirmed crops, and less like the rejected ones.")
]
ByTrack = Annotated[
    bool, typer.Option("--by-track", help="One place for each person passing a camera, by the score of the track.")
]
Save = Annotated[
    str | None, typer.Option(metavar="NAME", help="Keep the search under this name; imports say what is new for it.")
]


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
    min_height: MinHeight = None,
    min_sharpness: MinSharpness = None,
    review: States = [],  # noqa: B006
    from_reviews: FromReviews = False,
    by_track: ByTrack = False,
    limit: Limit = 200,
    scorer: ScorerName = None,
    model: ModelName = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    sheet: Sheet = None,
    save: Save = None,
) -> None:
    """Rank the people of a case by a description, best first."""
    from engine.registry.query_model import QueryModel
    from engine.search.query import Query
    from engine.search.question import Question
    from engine.search.searcher import Searcher

    refuse_two_forms(as_json, as_csv)
    with open_to_search(case) as gallery:
        installed = chosen_model(gallery, model)
        loaded = QueryModel.load(installed)
        question = Question(
            query=Query.build(loaded.schema, has, [names.split(",") for names in any_], not_, prefer),
            filters=_with_states(_filters(gallery, camera, start, end, min_height, min_sharpness), review),
            examples=_examples(installed, like, unlike),
            scorer=scorer,
            learns=from_reviews,
        )
        searcher = Searcher(gallery, loaded)
        ranking = searcher.ask(question, limit=limit, by_track=by_track)
        refuse_unembedded(ranking, loaded.name)
        selectivity = searcher.estimate(question.query, question.filters)
        if not gallery.read_only:
            gallery.log("search", ranking.facts())
        if save is not None:
            _save(gallery, loaded, save, question)
        show_ranking(ranking, selectivity, gallery, as_json=as_json, as_csv=as_csv, sheet=sheet)


def _save(gallery: "Gallery", model: "QueryModel", name: str, question: "Question") -> None:
    from engine.search.saved_searches import SavedSearches

    saved = SavedSearches(gallery, model).save(name, question)
    tell(f"The search is saved as “{saved.name}”; an import says what is new for it.")


def _with_states(filters: "Filters", states: list[ReviewState]) -> "Filters":
    return replace(filters, reviews=frozenset(states) if states else None)


def _filters(
    gallery: "Gallery",
    cameras: Values,
    start: datetime | None,
    end: datetime | None,
    min_height_px: int | None,
    min_sharpness: float | None,
) -> "Filters":
    """Return the filters; a camera that the case does not have is refused."""
    from engine.search.filters import Filters

    known = gallery.cameras()
    for camera in cameras:
        if camera not in known:
            raise QueryError(f"The case has no camera “{camera}”; it has {', '.join(known) or 'none yet'}.")
    return Filters(
        cameras=frozenset(cameras) if cameras else None,
        start=in_utc_unless_said(start),
        end=in_utc_unless_said(end),
        min_height_px=min_height_px,
        min_sharpness=min_sharpness,
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
