"""A model's weights on disk, and the id that follows from them."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

WEIGHTS_FILE = "weights.safetensors"
ID_LENGTH = 12


def model_id_of(weights: Path, preprocessing: Mapping[str, Any]) -> str:
    """Return the model id: a hash of the weights file's bytes and of the preprocessing."""
    digest = hashlib.sha256(weights.read_bytes())
    digest.update(json.dumps(preprocessing, sort_keys=True).encode())
    return digest.hexdigest()[:ID_LENGTH]
