"""torchvision's detectors, trained on COCO; on a graphics card where there is one.

Ren et al., Faster R-CNN, arXiv 1506.01497; Howard et al., Searching for MobileNetV3, arXiv 1905.02244 (SSDLite).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torchvision.models import detection

from engine.detection.detector import Detection, ScoreScale
from engine.detection.suppression import inside_frame
from engine.detection.torchvision_weights import OTHER_FILE, DetectorWeights, read_detector_weights
from engine.device import best_device
from engine.errors import WeightsError
from engine.imaging.box import Box
from engine.imaging.pixels import Pixels

SCORES = ScoreScale(lowest=0.05, usual=0.5, highest=1.0)  # the class's probability
PERSON = 1  # 0 is the background
SMALLEST_PX = 1.0


class TorchvisionDetector:
    """One of torchvision's Faster R-CNN or SSDLite networks. It suppresses overlaps itself, from sure to unsure."""

    name = "torchvision"
    scores = SCORES

    def __init__(self, weights: Path, min_score: float = SCORES.usual, device: torch.device | None = None) -> None:
        """Load the network.

        Args:
            weights: the file, a state dict as .pth or safetensors.
            min_score: of the people found.
            device: None is CUDA where it works, else the CPU.

        Raises:
            MissingPathError: if there is no such file.
            WeightsError: if it holds no such network.
        """
        self._min_score = min_score
        self._device = device or best_device()
        self._network = _network(weights, read_detector_weights(weights)).to(self._device).eval()

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Return the people in a frame, (H, W, 3) RGB, surest first."""
        (people,) = self.detect_batch([pixels])
        return people

    def detect_batch(self, frames: Sequence[Pixels]) -> list[list[Detection]]:
        """Return the people in each of several frames, (H, W, 3) RGB of any sizes, surest first.

        The network runs once for all of them: on a graphics card that is quicker than one by one. Sums are rounded
        otherwise than for a frame alone, so that boxes and scores differ in their last digits; an import, which must
        give the same wherever it was interrupted, looks at one frame at a time.
        """
        if not frames:
            return []
        with torch.inference_mode():
            answers = self._network([self._tensor(pixels) for pixels in frames])
        return [self._people(answer, pixels) for answer, pixels in zip(answers, frames, strict=True)]

    def _tensor(self, pixels: Pixels) -> Tensor:
        """Return a frame as the network wants it, (3, H, W) in [0, 1]; it scales and normalises itself."""
        on_device = torch.from_numpy(np.ascontiguousarray(pixels)).to(self._device)
        return on_device.permute(2, 0, 1).float() / 255

    def _people(self, answer: dict[str, Tensor], pixels: Pixels) -> list[Detection]:
        corners, labels, scores = (answer[key].cpu().numpy() for key in ("boxes", "labels", "scores"))
        sizes = corners[:, 2:] - corners[:, :2]
        wanted = (labels == PERSON) & (scores >= self._min_score) & (sizes >= SMALLEST_PX).all(axis=1)
        found = [
            Detection(Box(*map(float, (*corners[row, :2], *sizes[row]))), float(scores[row]))
            for row in np.flatnonzero(wanted)
        ]
        height, width = pixels.shape[:2]
        return sorted(inside_frame(found, width, height), key=lambda person: person.score, reverse=True)


def _network(path: Path, weights: DetectorWeights) -> nn.Module:
    """Return the network with its weights.

    Raises:
        WeightsError: if tensors are missing, or have other shapes.
    """
    network: nn.Module = getattr(detection, weights.architecture)(weights=None, weights_backbone=None)
    try:
        network.load_state_dict(weights.tensors)
    except RuntimeError as error:
        reason = f"is no {weights.architecture} with the 91 classes of COCO; {OTHER_FILE}."
        raise WeightsError(path, reason) from error
    return network
