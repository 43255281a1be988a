"""Take the drive with the footage away in the middle of an import, bring it back, go on, and compare.

python tests/benchmarks/lost_drive.py

The footage is a mounted file system that is unmounted while files of it are open, once so many frames are in. The
import has to end with one sentence that names the path and the remedy, and keep what it had; with the drive back the
same command has to go on to the same case as an import that nothing stopped. Needs Linux and the rights of root.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from case_content import assert_same, read_content
from import_child import draw_footage, frames_in, new_case, run_import, start_import, wait_for_end
from mounted import mount, unmount

from engine.gallery.gallery import Gallery


def measure(args: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Unmount at different moments; return what to print."""
    drive, mounted = folder / "drive", folder / "mounted"
    draw_footage(drive, args.frames_per_camera)
    mounted.mkdir()
    options = ("--detector", args.detector)
    mount("--bind", drive, mounted)
    try:
        whole = new_case(folder / "whole.bolo")
        assert run_import(whole, [mounted], *options).code == 0
        expected = read_content(whole)
        rows = [lose(args, folder, wanted, expected) for wanted in args.at_frames]
    finally:
        unmount(mounted)
    return {"frames": sum(expected.frames.values()), "times_lost": rows}


def lose(args: argparse.Namespace, folder: Path, wanted: int, expected) -> dict[str, object]:
    """Import until so many frames are in, lose the drive, bring it back, go on and compare."""
    drive, mounted = folder / "drive", folder / "mounted"
    case = new_case(folder / f"lost-{wanted}.bolo")
    child = start_import(case, [mounted], "--detector", args.detector)
    while child.poll() is None and look(case) < wanted:
        time.sleep(0.1)
    unmount(mounted)
    ended = wait_for_end(child)
    frames = frames_in(case)
    with Gallery.open(case) as gallery:
        failures = len(gallery.failures())
    mount("--bind", drive, mounted)
    again = run_import(case, [mounted], "--detector", args.detector)
    assert again.code == 0, again.last
    assert_same(read_content(case), expected)
    told = [event for event in ended.events if event["event"] == "FileFailed"]
    return {
        "frames": frames,
        "exit_code": ended.code,
        "said": ended.last.get("message"),
        "files_named": len(told),
        "failures": failures,
    }


def look(case: Path) -> int:
    """Return how many frames a case has while an import writes to it."""
    with Gallery.open(case, read_only=True) as gallery:
        return gallery.counts().frames


def main() -> None:
    """Print one JSON object; end with 1 where an import did not end with its one sentence."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--at-frames", type=int, nargs="+", default=[0, 8, 20, 40])
    parser.add_argument("--frames-per-camera", type=int, default=16)
    parser.add_argument("--detector", default="hog")
    args = parser.parse_args()
    with TemporaryDirectory(prefix="bolo-lost-drive-") as name:
        found = measure(args, Path(name))
    json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
    sys.exit(0 if all(row["exit_code"] == 1 and not row["files_named"] for row in found["times_lost"]) else 1)


if __name__ == "__main__":
    main()
