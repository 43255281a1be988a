"""The one array type that pictures have in the engine."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Pixels: TypeAlias = npt.NDArray[np.uint8]  # (H, W, 3), RGB
