"""Threads that share the processor: one a core, in each of which the libraries work with one thread of their own.

Two frames at a time with a thread each are done sooner than one frame by two threads, for what a library cannot split
leaves cores idle: tests/benchmarks/one_thread_each.py measures it. And beside another busy program torch's own threads
would wait for each other, at a tenth of the pace.
"""

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import cv2

from engine.allocator import keep_freed_memory, trim_memory
from engine.cores import usable_cores

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")

MOST = 8  # each holds a detector and a batch of crops: beyond, memory grows and decoding cannot keep up


class Workers:
    """The threads; use them in a `with` block, which waits for what runs and drops what waits.

    Within the block OpenCV's work everywhere, and torch's in these threads, stays in the thread that asks for it, and
    the process keeps the memory that it frees; behind it that is given back.

    Args:
        count: how many; None is one a core.
    """

    def __init__(self, count: int | None = None) -> None:
        self.count = min(usable_cores(), MOST) if count is None else count
        self._pool: ThreadPoolExecutor | None = None
        self._opencv_threads = 0
        self._torch_threads = 0

    def __enter__(self) -> Self:
        keep_freed_memory()
        self._opencv_threads = cv2.getNumThreads()
        cv2.setNumThreads(1)
        torch = _loaded_torch()
        self._torch_threads = torch.get_num_threads() if torch is not None else 0
        self._pool = ThreadPoolExecutor(self.count, "worker", initializer=_let_torch_use_one_thread)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._pool is not None
        self._pool.shutdown(wait=True, cancel_futures=True)
        cv2.setNumThreads(self._opencv_threads)
        torch = _loaded_torch()
        if torch is not None and self._torch_threads:
            torch.set_num_threads(self._torch_threads)
        trim_memory()

    def submit(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Let a thread do something; those that wait are taken in the order they came."""
        assert self._pool is not None, "use the workers in a `with` block"
        return self._pool.submit(work, *args, **kwargs)

    def map_ahead(self, work: Callable[[S], T], items: Iterable[S]) -> Generator[T]:
        """Yield what `work` makes of the items, in their order, while the next few are worked on.

        Close the generator (`contextlib.closing`), and nothing of it runs any more.
        """
        waiting: deque[Future[T]] = deque()
        try:
            for item in items:
                waiting.append(self.submit(work, item))
                if len(waiting) > 2 * self.count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            wait(waiting)


def _let_torch_use_one_thread() -> None:
    """Runs first in each thread: to torch the number belongs to the thread that sets it."""
    torch = _loaded_torch()
    if torch is not None:
        torch.set_num_threads(1)


def _loaded_torch() -> Any:  # noqa: ANN401 - a module that may not be there
    """Return torch where it is loaded: whoever embeds has loaded it, and nobody else needs it."""
    return sys.modules.get("torch")
