"""The names that data sets of re-identification give their crops, which say the camera.

Market-1501 (Zheng et al., Scalable Person Re-identification: A Benchmark, ICCV 2015) and those after it write
0002_c1s1_000451_03.jpg: person 2, camera 1, sequence 1, frame 451, box 3; -1 stands for a distractor. DukeMTMC-reID
writes 0005_c2_f0046985.jpg.
"""

import re
from pathlib import Path

_NAMES = re.compile(r"(?:-1|\d{4})_(c\d{1,2})(?:s\d{1,2}_\d{6,7}_\d{2}|_f\d{7})", re.ASCII)


def camera_of_crop(path: Path) -> str | None:
    """Return the camera, as c1, that the name of a crop says, or None where it is another kind of name."""
    found = _NAMES.fullmatch(path.name.split(".")[0])
    return None if found is None else found[1]
