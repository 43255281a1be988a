"""The jobs of a case that are not done, kept in its folder until they are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.jobs.job_order import JobKind, JobOrder
from engine.casework.json_list import read_json_list, write_json_list

FILE = "unfinished_jobs.json"
THE_CASE = None  # in place of its path, for a case can be moved
# A case may come from elsewhere, and what it asks for is not to reach further than what the window itself orders.
_OPTIONS = {
    JobKind.IMPORT: frozenset(
        {
            "--camera",
            "--clock-offset",
            "--detector",
            "--detector-weights",
            "--every",
            "--ignore",
            "--min-height",
            "--min-score",
            "--name-pattern",
            "--start",
            "--zone",
        }
    ),
    JobKind.EMBED: frozenset(),
    JobKind.ACTIVATE: frozenset(),
    JobKind.FORGET: frozenset(),
    JobKind.RELINK: frozenset(),
    JobKind.CAMERA: frozenset({"--clock-offset", "--rename", "--zone"}),
    JobKind.SEARCHES: frozenset(),
    JobKind.TRAIN: frozenset(),
}


KEPT_KINDS = frozenset(_OPTIONS)  # what writes outside the case is ordered anew


class KeptJobs:
    """A list of orders in a JSON file of the case; one that is missing or broken is an empty list.

    Args:
        case: its folder.
    """

    def __init__(self, case: Path) -> None:
        self._case = case
        self._file = case / FILE
        self._written: list[JobOrder] | None = None

    def read(self) -> list[JobOrder]:
        """Return the orders, the first to run first; what the window would not order is left out."""
        return [order for entry in read_json_list(self._file) if (order := self._order(entry)) is not None]

    def write(self, orders: Sequence[JobOrder]) -> None:
        """Keep these orders instead of those before; without any the file goes."""
        if orders == self._written:
            return
        try:
            if not orders:
                self._file.unlink(missing_ok=True)
            else:
                write_json_list(self._file, [self._entry(order) for order in orders])
        except OSError:
            return  # a drive that is full or gone: the list is a convenience, the jobs go on
        self._written = list(orders)

    def _entry(self, order: JobOrder) -> dict[str, Any]:
        _job, _command, *rest = order.arguments
        arguments = [THE_CASE if argument == str(self._case) else argument for argument in rest]
        return {"kind": order.kind.value, "title": order.title, "arguments": arguments}

    def _order(self, entry: object) -> JobOrder | None:
        if not isinstance(entry, dict):
            return None
        kind = next((kind for kind in _OPTIONS if kind.value == entry.get("kind")), None)
        title, arguments = entry.get("title"), entry.get("arguments")
        if kind is None or not isinstance(title, str) or not _is_ours(kind, arguments):
            return None
        rest = [str(self._case) if argument is THE_CASE else argument for argument in arguments]
        return JobOrder(kind=kind, title=title, arguments=("job", kind.value, *rest), case=self._case)


def _is_ours(kind: JobKind, arguments: object) -> bool:
    """Return whether the window itself could have ordered this: known options, then the case, then the rest."""
    if not isinstance(arguments, list) or "--" not in arguments:
        return False
    if not all(argument is THE_CASE or isinstance(argument, str) for argument in arguments):
        return False
    border = arguments.index("--")
    options, places = arguments[:border], arguments[border + 1 :]
    known = all(option in _OPTIONS[kind] for option in options if option is not None and option.startswith("--"))
    return known and arguments.count(THE_CASE) == 1 and places[:1] == [THE_CASE]
