"""What searching holds in memory: a process that does nothing else opens a case and searches it in every way.

`python -m engine.cli.searching_memory CASE` prints it as one JSON object; `bolo bench search` runs this.
"""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.allocator import trim_memory
from engine.cli.benchmark_searches import BenchmarkSearches
from engine.cli.output import write_json
from engine.cli.resident_memory import mapped_bytes, resident_bytes
from engine.errors import EngineError
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store

SECONDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchingMemory:
    """Bytes a crop; None where the system does not tell.

    Attributes:
        held: resident between searches, of every kind of which there was one; without what was before the case was
            opened, and without the columns.
        while_searching: the same with what a search leaves to the allocator for the next one.
        columns: resident, of the mapped file of the attribute columns.
    """

    held: float | None
    while_searching: float | None
    columns: float | None


def measure_memory(case: Path) -> SearchingMemory:
    """Measure it in a process of its own.

    Raises:
        EngineError: if that fails.
    """
    command = [sys.executable, "-m", "engine.cli.searching_memory", str(case)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
        return SearchingMemory(**json.loads(done.stdout))
    except (subprocess.SubprocessError, TypeError, ValueError) as error:
        raise EngineError(f"The memory of searching could not be measured ({error}).") from error


def _measured(case: Path) -> SearchingMemory:
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    known = model.known_embeddings  # what the model holds is not the case's
    assert len(known)
    trim_memory()
    before = resident_bytes()
    with Gallery.open(case) as gallery:
        searches = BenchmarkSearches(gallery, model)
        for search in searches.by_name().values():
            search()
        crops = gallery.searchable(model.id).count
        columns, while_searching = mapped_bytes(f"{model.id}.columns.npy"), resident_bytes()
        trim_memory()
        held = resident_bytes()
    if before is None or columns is None or while_searching is None or held is None:
        return SearchingMemory(held=None, while_searching=None, columns=None)
    others = before + columns
    return SearchingMemory(
        held=round((held - others) / crops, 1),
        while_searching=round((while_searching - others) / crops, 1),
        columns=round(columns / crops, 1),
    )


if __name__ == "__main__":
    write_json(asdict(_measured(Path(sys.argv[1]))))
