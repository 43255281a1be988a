"""How the window holds up in a case of very many crops, used by a script, against the search alone."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from engine.cli.kept_folder import kept_folder
from engine.demo.drawn_case import check_drawn_case, draw_pictures, make_drawn_case
from engine.errors import EngineError
from engine.gallery.gallery import Gallery
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.query import Query
from engine.search.searcher import Searcher

CASE_NAME = "drawn-with-pictures.bolo"
PICTURES = 256
FRAMES_PER_SITE = 30
WINDOW = ("-m", "app.scripted_use")
SECONDS_BESIDE_THE_USE = 300
ROUNDS = 9
ASKED = (("upperBodyRed",), ("upperBodyBlack", "personalMale"), ("carryingBackpack", "upperBodyRed", "accessoryHat"))
PLACES = 200  # that a search of the window brings


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFigures:
    """What using the window by script showed.

    Attributes:
        crops: in the case.
        search_ms: the median of bare searches with records and evidence of the first 200, before the use and after.
        tick_to_tiles_ms: the median from a click on a chip to the first tiles painted.
        tick_ratio: of the two.
        heartbeat_p99_ms: how long events waited at most, 99 times in 100.
        heartbeat_longest_ms: and ever.
        memory_growth: memory at the end against that after a tenth of the time.
        use: everything that the window's process told.
    """

    crops: int
    search_ms: float
    tick_to_tiles_ms: float
    tick_ratio: float
    heartbeat_p99_ms: float
    heartbeat_longest_ms: float
    memory_growth: float
    use: dict[str, Any]


def measure_window(
    crops: int, minutes: float, folder: Path | None, progress: Progress, *, importing: bool = False
) -> WindowFigures:
    """Make the case where it is not there, search in it, and use the window on it.

    Args:
        crops: in the case.
        minutes: of use; an import that is at work then is waited for.
        folder: keeps the case for the next time; None makes it anew and leaves nothing.
        progress: of the making.
        importing: whether footage is imported into the case meanwhile, in a copy of it.

    Raises:
        EngineError: if the case cannot be made, the folder holds another, or the window does not come to its end.
    """
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    with kept_folder(folder) as kept:
        case = kept / CASE_NAME
        if not case.exists():
            make_drawn_case(case, model, crops, progress, draw_pictures(PICTURES, np.random.default_rng(crops)))
        with Gallery.open(case) as gallery:
            check_drawn_case(gallery, model, crops)
            before = _search_times(gallery, model)
        use = _import_meanwhile(case, minutes, progress) if importing else _use_window(case, minutes)
        with Gallery.open(case) as gallery:  # again, for the machine may have become busier meanwhile
            search_ms = statistics.median(before + _search_times(gallery, model))
    memory = use["memory_mib"]
    return WindowFigures(
        crops=crops,
        search_ms=search_ms,
        tick_to_tiles_ms=use["tick_to_tiles_ms"],
        tick_ratio=use["tick_to_tiles_ms"] / search_ms,
        heartbeat_p99_ms=use["p99_ms"],
        heartbeat_longest_ms=use["longest_ms"],
        memory_growth=memory[-1] / memory[min(1, len(memory) - 1)],
        use=use,
    )


def _search_times(gallery: Gallery, model: QueryModel) -> list[float]:
    """Return the milliseconds of searches, each as the script asks it in the window."""
    queries = [Query.build(model.schema, has=list(asked)) for asked in ASKED]
    taken = []
    searcher = Searcher(gallery, model)
    for query in [queries[0], *ROUNDS * queries]:
        began = time.perf_counter()
        searcher.search(query, limit=PLACES)
        taken.append(1000 * (time.perf_counter() - began))
    return taken[1:]


def _import_meanwhile(case: Path, minutes: float, progress: Progress) -> dict[str, Any]:
    """Use the window on a copy of the case, and import the beginning of the demo's footage into it."""
    from engine.demo.footage import render_demo_footage, source_folders  # brings OpenCV

    with TemporaryDirectory(prefix="bolo-bench-") as name:
        copy, footage = Path(name) / CASE_NAME, Path(name) / "footage"
        shutil.copytree(case, copy)
        render_demo_footage(footage, progress, frames_per_site=FRAMES_PER_SITE)
        if hasattr(os, "sync"):
            os.sync()  # or the disk writes the copy while the window is measured
        use = _use_window(copy, minutes, "--import", *map(str, source_folders(footage)))
    if use["import_status"] != "finished":
        raise EngineError("The import beside the window did not come to its end; import into the case to see why.")
    return use


def _use_window(case: Path, minutes: float, *options: str) -> dict[str, Any]:
    command = [sys.executable, *WINDOW, str(case), "--minutes", str(minutes), *options]
    environment = dict(os.environ)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    limit = 60 * minutes + SECONDS_BESIDE_THE_USE
    try:
        with TemporaryDirectory(prefix="bolo-bench-home-") as home:  # the user's settings stay as they are
            environment["BOLO_HOME"] = home
            done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=limit)
        return dict(json.loads(done.stdout.splitlines()[-1]))
    except (subprocess.TimeoutExpired, IndexError, ValueError) as error:
        raise EngineError(
            f"The window did not come to the end of its use; open {case} to see what keeps it."
        ) from error
