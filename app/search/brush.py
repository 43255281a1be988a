"""A stretch of a row of parts, chosen by dragging or by keys; without Qt."""


class Brush:
    """Knows which parts are chosen, from the first to the last one; at first all are.

    Args:
        parts: how many there are.
    """

    def __init__(self, parts: int) -> None:
        self._parts = parts
        self._anchor, self._end = 0, parts - 1
        self.is_held = False

    @property
    def span(self) -> tuple[int, int]:
        """Return the first and the last part that are chosen."""
        return min(self._anchor, self._end), max(self._anchor, self._end)

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self.span == (0, self._parts - 1)

    @property
    def is_wide(self) -> bool:
        """Whether more than one part is chosen."""
        return self._anchor != self._end

    def show(self, first: int | None, last: int | None) -> None:
        """Show a stretch; None is an open end."""
        self._anchor = 0 if first is None else first
        self._end = self._parts - 1 if last is None else last

    def begin(self, part: int) -> None:
        """Begin a stretch."""
        self._anchor = self._end = part
        self.is_held = True

    def reach(self, part: int) -> None:
        """Draw the stretch as far as a part."""
        self._end = part

    def release(self) -> None:
        """End the dragging."""
        self.is_held = False

    def step(self, by: int, *, keep: bool) -> None:
        """Move the end by so many parts, and with it the beginning unless that is to stay; from all, start at an end.

        Args:
            by: how far, to the right where it is positive.
            keep: whether the beginning stays.
        """
        if self.is_all and not keep:
            self._anchor = self._end = 0 if by > 0 else self._parts - 1
            return
        self._end = min(self._parts - 1, max(0, self._end + by))
        if not keep:
            self._anchor = self._end
