"""The crops one goes through: those before, the one at hand, those that come."""

from collections.abc import Iterable, Sequence

from engine.gallery.records import CropId


class LabelRun:
    """Goes forward along the queue and back along what was shown; nobody comes twice."""

    def __init__(self) -> None:
        self._shown: list[CropId] = []
        self._place = -1
        self._first: list[CropId] = []  # before the queue, whatever it becomes
        self._queue: list[CropId] = []

    @property
    def current(self) -> CropId | None:
        """Return the crop at hand; None before the first and behind the last."""
        return self._shown[self._place] if 0 <= self._place < len(self._shown) else None

    @property
    def seen(self) -> frozenset[CropId]:
        """Return the crops that have come."""
        return frozenset(self._shown)

    @property
    def waiting(self) -> int:
        """Return how many come that have not been shown."""
        return len(self._queue)

    def coming(self, count: int) -> Sequence[CropId]:
        """Return the next crops."""
        return [*self._shown[self._place + 1 :], *self._first, *self._queue][:count]

    def begin(self) -> None:
        """Begin anew, with nobody."""
        self._shown, self._first, self._queue, self._place = [], [], [], -1

    def refill(self, crop_ids: Iterable[CropId], *, starts: bool = True) -> None:
        """Take who comes next, in place of who waits; where nobody is at hand, the first is, if it `starts`."""
        seen = {*self._shown, *self._first}
        self._queue = [crop_id for crop_id in crop_ids if crop_id not in seen]
        if self.current is None and starts:
            self.go_on()

    def go_on(self) -> bool:
        """Go to the next crop; return whether there is one. Behind the last there is nobody."""
        if self._place < len(self._shown) - 1:
            self._place += 1
            return True
        coming = self._first or self._queue
        if coming:
            self._shown.append(coming.pop(0))
            self._place = len(self._shown) - 1
            return True
        self._place = len(self._shown)
        return False

    def go_back(self) -> bool:
        """Go to the crop before; return whether there is one."""
        if self._place <= 0:
            return False
        self._place -= 1
        return True

    def go_to(self, crop_id: CropId) -> None:
        """Show a crop: where it stood, or behind the one at hand."""
        if crop_id in self._shown:
            self._place = self._shown.index(crop_id)
            return
        for coming in (self._first, self._queue):
            if crop_id in coming:
                coming.remove(crop_id)
        self._shown.insert(self._place + 1, crop_id)
        self._place += 1

    def put_first(self, crop_ids: Sequence[CropId]) -> None:
        """Have these crops come now, the first at once."""
        first, *others = crop_ids
        self.go_to(first)
        self._first = [crop_id for crop_id in others if crop_id not in self._shown]
        self.drop(self._first)

    def drop(self, crop_ids: Iterable[CropId]) -> None:
        """Leave crops out of those that come."""
        dropped = set(crop_ids)
        self._queue = [crop_id for crop_id in self._queue if crop_id not in dropped]

    def take_batch(self, count: int) -> list[CropId]:
        """Take the next crops together; they have been shown then."""
        batch, self._queue = self._queue[:count], self._queue[count:]
        self._shown += batch
        self._place = len(self._shown) - 1
        return batch
