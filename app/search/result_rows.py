"""Which result stands in which row: pages that are at hand, and stacks that are unfolded, without Qt."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.gallery.records import CropId, ReviewState
from engine.search.ranking import RankedCrop

PAGE = 200  # places that are fetched together
PAGES_KEPT = 8  # at most; the least lately looked at are fetched again when they are wanted


class ResultRows:
    """The places of a ranking, of which a few pages are at hand; below an unfolded place stand its track's crops."""

    def __init__(self) -> None:
        self._places = 0
        self._pages: OrderedDict[int, tuple[RankedCrop, ...]] = OrderedDict()
        self._stale: set[int] = set()
        self._place_of: dict[CropId, int] = {}
        self._stacks: dict[int, tuple[RankedCrop, ...]] = {}  # by place, without the crop that stands for the track
        self._unfolded: list[int] = []  # the places of the stacks, ascending

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._places + sum(len(stack) for stack in self._stacks.values())

    @property
    def places(self) -> int:
        """Return how many places the ranking has."""
        return self._places

    def begin(self, first: Sequence[RankedCrop], places: int, *, keep: bool) -> None:
        """Take a ranking's first page.

        Args:
            first: the best, at most a page of them.
            places: how many there are in all.
            keep: whether it is the same question once more: what is at hand stands until it has been fetched again,
                and what is unfolded stays unfolded.
        """
        heads = self._heads() if keep else {}
        pages = {page: self._pages[page] for page in self._pages if keep and page and page * PAGE < places}
        self._places = places
        self._pages = OrderedDict(pages)
        self._stale = set(pages)
        self._place_of = {
            ranked.crop.id: page * PAGE + place for page in pages for place, ranked in enumerate(pages[page])
        }
        self._take(0, first)
        self._stacks = {}
        for crop_id, stack in heads.items():
            if crop_id in self._place_of:
                self._stacks[self._place_of[crop_id]] = stack
        self._unfolded = sorted(self._stacks)

    def take_page(self, page: int, results: Sequence[RankedCrop]) -> range:
        """Take a page that was fetched, and return its rows."""
        self._take(page, results)
        while len(self._pages) > PAGES_KEPT:
            self._forget(*self._pages.popitem(last=False))
        first = page * PAGE
        return range(self._row_of_place(first), self._row_of_place(min(self._places, first + PAGE) - 1) + 1)

    def at(self, row: int) -> RankedCrop | None:
        """Return the result of a row, or None while its page is not at hand."""
        place, child = self.locate(row)
        if child is not None:
            return self._stacks[place][child]
        page, within = divmod(place, PAGE)
        results = self._pages.get(page)
        if results is None or within >= len(results):
            return None
        self._pages.move_to_end(page)
        return results[within]

    def missing_page(self, row: int) -> int | None:
        """Return the page that has to be fetched for a row, None where it is at hand."""
        place, child = self.locate(row)
        page = place // PAGE
        is_at_hand = page in self._pages and page not in self._stale
        return None if child is not None or is_at_hand or place >= self._places else page

    def locate(self, row: int) -> tuple[int, int | None]:
        """Return a row's place, and which of its unfolded crops it is; None for the place itself."""
        added = 0
        for place in self._unfolded:
            first = place + 1 + added
            if row < first:
                break
            size = len(self._stacks[place])
            if row < first + size:
                return place, row - first
            added += size
        return row - added, None

    def row_of(self, crop_id: CropId) -> int | None:
        """Return the row of a crop; None where it is not at hand."""
        place = self._place_of.get(crop_id)
        if place is not None:
            return self._row_of_place(place)
        for head, stack in self._stacks.items():
            for child, ranked in enumerate(stack):
                if ranked.crop.id == crop_id:
                    return self._row_of_place(head) + 1 + child
        return None

    def stack_rows(self, row: int) -> range:
        """Return the rows that are unfolded below a row's place; empty where it is folded."""
        place, _ = self.locate(row)
        first = self._row_of_place(place) + 1
        return range(first, first + len(self._stacks.get(place, ())))

    def unfolded_between(self, rows: range) -> Iterator[RankedCrop]:
        """Yield the crops of unfolded stacks in these rows."""
        for place in self._unfolded:
            first = self._row_of_place(place) + 1
            for child, ranked in enumerate(self._stacks[place]):
                if first + child in rows:
                    yield ranked

    def unfold(self, row: int, stack: Sequence[RankedCrop]) -> None:
        """Put the crops of a track below its place; an empty stack folds it."""
        place, _ = self.locate(row)
        self._stacks.pop(place, None)
        if stack:
            self._stacks[place] = tuple(stack)
        self._unfolded = sorted(self._stacks)

    def review(self, crop_id: CropId, state: ReviewState) -> int | None:
        """Note what was said of a crop; return its row, None where it is not at hand."""
        row = self.row_of(crop_id)
        if row is None:
            return None
        place, child = self.locate(row)
        if child is None:
            page, within = divmod(place, PAGE)
            self._pages[page] = _changed(self._pages[page], within, state)
        else:
            self._stacks[place] = _changed(self._stacks[place], child, state)
        return row

    def known(self) -> Iterator[RankedCrop]:
        """Yield every result at hand."""
        for results in (*self._pages.values(), *self._stacks.values()):
            yield from results

    def _take(self, page: int, results: Sequence[RankedCrop]) -> None:
        self._forget(page, self._pages.pop(page, ()))
        self._pages[page] = tuple(results)
        self._place_of.update({ranked.crop.id: page * PAGE + place for place, ranked in enumerate(results)})

    def _forget(self, page: int, results: Sequence[RankedCrop]) -> None:
        self._stale.discard(page)
        for place, ranked in enumerate(results):
            if self._place_of.get(ranked.crop.id) == page * PAGE + place:
                del self._place_of[ranked.crop.id]

    def _heads(self) -> dict[CropId, tuple[RankedCrop, ...]]:
        heads = {place: self.at(self._row_of_place(place)) for place in self._unfolded}
        return {head.crop.id: self._stacks[place] for place, head in heads.items() if head is not None}

    def _row_of_place(self, place: int) -> int:
        before = self._unfolded[: bisect_left(self._unfolded, place)]
        return place + sum(len(self._stacks[unfolded]) for unfolded in before)


def _changed(results: tuple[RankedCrop, ...], place: int, state: ReviewState) -> tuple[RankedCrop, ...]:
    return (*results[:place], replace(results[place], review=state), *results[place + 1 :])
