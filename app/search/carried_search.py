"""What is asked, carried from the search page of one model to that of the next."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.search.description import Description
from app.translate import tr
from engine.attributes.schema import Schema
from engine.errors import QueryError
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.sorting import Sorting

if TYPE_CHECKING:
    from app.search.search_page import SearchPage


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedSearch:
    """What stands on a search page."""

    description: Description
    filters: Filters
    sorting: Sorting
    is_by_track: bool

    @classmethod
    def of(cls, page: "SearchPage") -> "CarriedSearch":
        """Return what stands on a page."""
        return cls(
            description=page.description_panel.description,
            filters=page.filter_bar.filters,
            sorting=page.header.sort_button.sorting,
            is_by_track=page.filter_bar.track_button.isChecked(),
        )

    def put_on(self, page: "SearchPage", model_id: str) -> list[str]:
        """Put it on the page of another model, which knows the case's cameras; return what that cannot be asked."""
        description, left_out = fitted(self.description, page.description_panel.description.schema, model_id)
        page.filter_bar.track_button.setChecked(self.is_by_track)
        page.header.sort_button.show_sorting(self.sorting)
        page.filter_bar.choose(self.filters)
        page.description_panel.show_description(description)
        return left_out


def fitted(description: Description, schema: Schema, model_id: str) -> tuple[Description, list[str]]:
    """Return a description as another model's schema can say it, and in words what had to be left out.

    Args:
        description: of the model before.
        schema: of the other model.
        model_id: of the other model: pictures that another one embedded mean nothing to it.
    """
    before = description.schema
    lost = [before.attribute(name).label for name in description.ticks if name not in schema]
    ticks = {name: tick for name, tick in description.ticks.items() if name in schema}
    pictures = [example.name for example in _all(description.examples) if not _is_known(example, model_id)]
    examples = Examples(
        like=tuple(example for example in description.examples.like if _is_known(example, model_id)),
        unlike=tuple(example for example in description.examples.unlike if _is_known(example, model_id)),
    )
    carried = replace(
        description,
        schema=schema,
        ticks=MappingProxyType(ticks),
        examples=examples,
        flipped=frozenset(
            schema.group_of(name).id
            for name in ticks
            if _is_flipped(description, name) != (before.group_of(name).combine is not schema.group_of(name).combine)
        ),
    )
    try:
        carried.query()
    except QueryError:  # the other schema holds values for exclusive that this one did not
        lost = [before.attribute(name).label for name in description.ticks]
        carried = replace(carried, ticks=MappingProxyType({}), flipped=frozenset())
    return carried, [*lost, *(tr("the picture {name}").format(name=name) for name in pictures)]


def _all(examples: Examples) -> tuple[Example, ...]:
    return (*examples.like, *examples.unlike)


def _is_known(example: Example, model_id: str) -> bool:
    return example.crop_id is not None or example.model_id == model_id


def _is_flipped(description: Description, name: str) -> bool:
    return description.schema.group_of(name).id in description.flipped
