"""Making the next items in a thread while the last one is worked on."""

import queue
import threading
from collections.abc import Generator, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

SECONDS_BETWEEN_LOOKS = 0.1  # how soon the thread sees that nobody waits for it any more


def read_ahead(items: Iterable[T], depth: int) -> Generator[T]:
    """Yield the items, made in a thread that keeps up to `depth` of them ready.

    What the items raise is raised here. Close the generator (`contextlib.closing`), and the thread has ended.
    """
    reader = _Reader(items, depth)
    reader.start()
    try:
        while not isinstance(item := reader.ready.get(), _Ended):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        reader.stop()


class _Ended:
    """The end of the items, or what broke them off."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class _Reader(threading.Thread, Generic[T]):
    """Puts items into a queue until they end or nobody wants them."""

    def __init__(self, items: Iterable[T], depth: int) -> None:
        super().__init__(name="read ahead", daemon=True)
        self.ready: queue.Queue[T | _Ended] = queue.Queue(depth)
        self._items = items
        self._is_unwanted = threading.Event()

    def run(self) -> None:
        """Put items until the end; an error travels to the other thread as the end's reason."""
        error: BaseException | None = None
        try:
            for item in self._items:
                if not self._put(item):
                    return
        except BaseException as caught:  # noqa: BLE001 - raised again in the thread that waits
            error = caught
        self._put(_Ended(error))

    def stop(self) -> None:
        """Tell the thread to end, and wait until it has."""
        self._is_unwanted.set()
        self.join()

    def _put(self, item: T | _Ended) -> bool:
        """Put one item; return whether it is still wanted."""
        while not self._is_unwanted.is_set():
            try:
                self.ready.put(item, timeout=SECONDS_BETWEEN_LOOKS)
            except queue.Full:
                continue
            return True
        return False
