"""Kill an import with −9 at random moments, go on with it, and compare with one that nothing stopped.

python tests/benchmarks/kills.py --kills 20

The footage is the beginning of the demo's; each import is a process of its own, as the window's is. A case is killed
and gone on with until an import comes to its end; then it is compared, and the next case begun, until so many kills
have fallen into an import at work. Moments are drawn from the time that an undisturbed import took after its first
word.
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from case_content import CaseContent, assert_same, read_content
from import_child import draw_footage, frames_in, new_case, start_import, wait_for_end


@dataclass
class Kills:
    """Kills imports until enough of them were at work."""

    folders: tuple[Path, ...]
    options: tuple[str, ...]
    expected: CaseContent
    span_s: float
    random: Random
    at_frames: list[int] = field(default_factory=list)  # what each kill left in the case

    def run_case(self, case: Path, wanted: int) -> None:
        """Import into a case, killed up to so many times in all, and compare it at the end."""
        new_case(case)
        while True:
            child = start_import(case, self.folders, *self.options)
            if len(self.at_frames) < wanted:
                child.stdout.readline()
                time.sleep(self.random.uniform(0, self.span_s))
                child.kill()
                if wait_for_end(child).code != 0:
                    self.at_frames.append(frames_in(case))
                    continue
            elif (ended := wait_for_end(child)).code != 0:
                sys.exit(f"an import that went on failed: {ended.last}")
            assert_same(read_content(case), self.expected)
            return


def measure(args: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Kill, go on, compare; return what to print."""
    folders = draw_footage(folder / "footage", args.frames_per_camera)
    options = ("--detector", args.detector, *(["--detector-weights", args.weights] if args.weights else []))
    whole = new_case(folder / "whole.bolo")
    child = start_import(whole, folders, *options)
    child.stdout.readline()
    began = time.monotonic()
    ended = wait_for_end(child)
    assert ended.code == 0, ended.last
    expected = read_content(whole)
    kills = Kills(folders, options, expected, time.monotonic() - began, Random(args.seed))
    cases = 0
    while len(kills.at_frames) < args.kills:
        cases += 1
        kills.run_case(folder / f"killed-{cases}.bolo", args.kills)
    return {
        "kills": len(kills.at_frames),
        "cases": cases,
        "detector": ended.last["summary"]["detector"],
        "frames": sum(expected.frames.values()),
        "crops": sum(expected.crops.values()),
        "frames_in_the_case_at_each_kill": kills.at_frames,
        "differences": 0,
    }


def main() -> None:
    """Print one JSON object, or fail with the first difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--frames-per-camera", type=int, default=8)
    parser.add_argument("--detector", default="auto")
    parser.add_argument("--weights", help="of the detector")
    parser.add_argument("--seed", type=int, default=2)
    args = parser.parse_args()
    with TemporaryDirectory(prefix="bolo-kills-") as name:
        json.dump(measure(args, Path(name)), sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
