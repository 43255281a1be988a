"""Import onto disks that run full at different moments, make room, go on, and compare with an undisturbed import.

python tests/benchmarks/full_disk.py

Each disk is a small file system in memory that holds the case alone. The import has to end with one sentence that names
the disk and the remedy, and leave a sound case with what it had taken in; with room made the same command has to go on
to the same case as an import that nothing stopped. Needs Linux and the rights of root.
"""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from case_content import assert_same, read_content
from import_child import draw_footage, frames_in, new_case, run_import
from mounted import mount, small_disk

ENOUGH_KIB = 400_000
STEPS = 12


def size_kib(case: Path) -> int:
    """Return how much room a case takes."""
    return sum(path.stat().st_size for path in case.rglob("*") if path.is_file()) // 1024


def measure(args: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Let disks run full, one after the other; return what to print."""
    folders = draw_footage(folder / "footage", args.frames_per_camera)
    options = ("--detector", args.detector)
    whole = new_case(folder / "whole.bolo")
    empty_kib = size_kib(whole)
    assert run_import(whole, folders, *options).code == 0
    expected, whole_kib = read_content(whole), size_kib(whole)
    rows = []
    for step in range(args.disks):
        # While databases are written their logs take as much again.
        size = empty_kib + 64 + (2 * whole_kib - empty_kib) * step // args.disks
        with small_disk(folder / f"disk-{step}", size) as disk:
            case = new_case(disk / "full.bolo")
            ended = run_import(case, folders, *options)
            mount("-o", f"remount,size={ENOUGH_KIB}k", disk)
            frames = frames_in(case)  # not before: on a full disk SQLite cannot even read
            again = run_import(case, folders, *options)
            assert again.code == 0, again.last
            assert_same(read_content(case), expected)
        rows.append({"size_kib": size, "exit_code": ended.code, "frames": frames, "said": ended.last.get("message")})
    return {"frames": sum(expected.frames.values()), "whole_kib": whole_kib, "disks": rows}


def main() -> None:
    """Print one JSON object; end with 1 where an import ended otherwise than done or with a sentence for the user."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--disks", type=int, default=STEPS)
    parser.add_argument("--frames-per-camera", type=int, default=8)
    parser.add_argument("--detector", default="hog")
    args = parser.parse_args()
    with TemporaryDirectory(prefix="bolo-full-disk-") as name:
        found = measure(args, Path(name))
    json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
    sys.exit(0 if all(row["exit_code"] in (0, 1) for row in found["disks"]) else 1)


if __name__ == "__main__":
    main()
