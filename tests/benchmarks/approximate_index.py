"""Whether FAISS's approximate structures pay beside the exact scan of float16 vectors.

python tests/benchmarks/approximate_index.py --crops 100000 1000000 --dir build/approximate

Draws crops as `bolo bench search` does, asks for the 100 nearest to each of 200 known categories, one query at a time,
and prints a row of JSON for every structure and setting: milliseconds a query (the median), recall@100 against the
exact scan, and bytes a crop; without a filter, and with one that every tenth crop passes. Structures are kept in --dir,
for a graph of a million takes minutes to make.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import faiss as untyped_faiss
import numpy as np
from numpy.typing import NDArray

from engine.demo.drawn_case import draw_people
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store

faiss: Any = untyped_faiss
HALF, INNER_PRODUCT = faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
K, QUERIES, BATCH = 100, 200, 50_000
EVERY_TENTH = 10
TRAINED_ON = 200_000
PROBES = (8, 16, 32, 64, 128)
BREADTHS = (64, 128, 256, 512)
LINKS = 16  # M of HNSW; each crop has 32 on the lowest level, of 4 bytes

Vectors = NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare approximate structures with the exact scan.")
    parser.add_argument("--crops", type=int, nargs="+", default=[100_000])
    parser.add_argument("--dir", type=Path, default=Path("build/approximate"))
    parser.add_argument("--make-only", action="store_true", help="make the structures and measure nothing")
    arguments = parser.parse_args()
    arguments.dir.mkdir(parents=True, exist_ok=True)
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    generator = np.random.default_rng(3)
    queries = model.known_embeddings[generator.choice(len(model.known_embeddings), QUERIES, replace=False)]
    for crops in arguments.crops:
        structures = {
            name: kept(arguments.dir / f"{name}_{crops}.faiss", lambda make=make, n=crops: make(drawn(model, n), n))
            for name, make in (("flat", flat), ("ivf", inverted_file), ("hnsw", graph))
        }
        if not arguments.make_only:
            for row in compared(structures, queries, crops):
                sys.stdout.write(json.dumps(row) + "\n")
                sys.stdout.flush()


def drawn(model: QueryModel, crops: int) -> Iterator[Vectors]:
    """Yield the vectors of so many drawn crops, the same ones every time."""
    generator = np.random.default_rng(crops)
    for start in range(0, crops, BATCH):
        yield draw_people(model, min(BATCH, crops - start), generator).vectors


def kept(path: Path, make: Callable[[], Any]) -> Any:
    if not path.exists():
        faiss.write_index(make(), str(path))
    return faiss.read_index(str(path))


def flat(parts: Iterator[Vectors], _crops: int) -> Any:
    return filled(faiss.IndexScalarQuantizer(128, HALF, INNER_PRODUCT), parts)


def inverted_file(parts: Iterator[Vectors], crops: int) -> Any:
    lists = 2 ** round(np.log2(4 * np.sqrt(crops)))  # FAISS's guidelines: 4 to 16 times the root
    coarse = faiss.IndexFlatIP(128)
    index = faiss.IndexIVFScalarQuantizer(coarse, 128, lists, HALF, INNER_PRODUCT)
    parts = list(parts)
    index.train(np.concatenate(parts)[:: max(1, crops // TRAINED_ON)])
    return filled(index, iter(parts))


def graph(parts: Iterator[Vectors], _crops: int) -> Any:
    index = faiss.IndexHNSWSQ(128, HALF, LINKS, INNER_PRODUCT)
    return filled(index, parts)


def filled(index: Any, parts: Iterator[Vectors]) -> Any:
    for part in parts:
        if not index.is_trained:
            index.train(part)
        index.add(part)
    return index


def compared(structures: dict[str, Any], queries: Vectors, crops: int) -> Iterator[dict[str, Any]]:
    bitmap = np.packbits(np.arange(crops) % EVERY_TENTH == 0, bitorder="little")
    selector = faiss.IDSelectorBitmap(bitmap)
    sizes = {name: bytes_of(index) / crops for name, index in structures.items()}
    for is_filtered in (False, True):
        chosen = selector if is_filtered else None
        true, exact_ms = asked(structures["flat"], queries, faiss.SearchParameters(sel=chosen))
        shared = {"crops": crops, "filtered": is_filtered}
        yield {**shared, "structure": "flat", "ms": exact_ms, "recall": 1.0, "bytes": sizes["flat"]}
        for name, setting, parameters in settings(chosen):
            found, ms = asked(structures[name], queries, parameters)
            recall = np.mean([len(np.intersect1d(a, b)) / K for a, b in zip(found, true, strict=True)])
            yield {
                **shared,
                "structure": name,
                "setting": setting,
                "ms": ms,
                "recall": round(float(recall), 4),
                "bytes": sizes[name],
            }


def settings(selector: Any) -> Iterator[tuple[str, str, Any]]:
    for probes in PROBES:
        yield "ivf", f"nprobe {probes}", faiss.SearchParametersIVF(nprobe=probes, sel=selector)
    for breadth in BREADTHS:
        yield "hnsw", f"efSearch {breadth}", faiss.SearchParametersHNSW(efSearch=breadth, sel=selector)


def asked(index: Any, queries: Vectors, parameters: Any) -> tuple[NDArray[np.int64], float]:
    """Return the ids (Q, K) and the median milliseconds of a query."""
    index.search(queries[:1], K, params=parameters)
    found, seconds = [], []
    for query in queries:
        began = time.perf_counter()
        found.append(index.search(query[np.newaxis], K, params=parameters)[1][0])
        seconds.append(time.perf_counter() - began)
    return np.array(found), round(1000 * statistics.median(seconds), 2)


def bytes_of(index: Any) -> int:
    return len(faiss.serialize_index(index))


if __name__ == "__main__":
    main()
