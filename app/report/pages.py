"""Putting blocks on pages: none is cut, no heading stands last, and a table's head stands on each of its pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.report.blocks import Block


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place on a page, measured from the top of the content."""

    block: Block
    top: float


Page = tuple[Placed, ...]


def paginate(blocks: Sequence[Block], width: float, height: float) -> list[Page]:
    """Return the pages, one at least. A block that is higher than a page has one for itself."""
    pages: list[Page] = []
    page: list[Placed] = []
    used = 0.0
    for group in _groups(blocks):
        needed = sum(block.height(width) + block.before for block in group)
        if page and used + needed > height:
            pages.append(tuple(page))
            page, used = [], 0.0
        if not page and group[0].header is not None:
            page.append(Placed(group[0].header, 0.0))
            used = group[0].header.height(width)
        for block in group:
            top = used + (block.before if page else 0.0)
            page.append(Placed(block, top))
            used = top + block.height(width)
    return [*pages, tuple(page)]


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield what may not be parted: blocks that want the next on their page, with it."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.with_next:
            yield group
            group = []
    if group:
        yield group
