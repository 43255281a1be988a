"""The trained model: image encoder, category encoder and recognition heads, with all that goes before the first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.attributes.schema import Schema
from engine.encoders.backbone import make_backbone
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.category_encoder import CategoryEncoder
from engine.encoders.head_kind import HeadKind
from engine.encoders.image_encoder import ImageEncoder
from engine.encoders.recognition_heads import RecognitionHeads
from engine.encoders.softmax_groups import SoftmaxGroups, attribute_logits, softmax_logits
from engine.errors import ShapeError
from engine.imaging.model_input import resize_for_model

EMBED_BATCH = 64  # crops that a GPU takes at a time
CPU_EMBED_BATCH = (
    8  # what passes between layers stays in the allocator's hands; larger, the system maps it anew each time
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preprocessing:
    """What happens to a crop before the image encoder, and how views are averaged; part of the model id."""

    input_px: tuple[int, int] = (192, 96)  # height, width
    flip_average: bool = True

    def __post_init__(self) -> None:
        if min(self.input_px) < 32:
            raise ShapeError(f"A model's input must be at least 32 × 32 pixels, not {self.input_px}.")


class Embedded(NamedTuple):
    """What the model says of some crops."""

    vectors: NDArray[np.float32]  # (n, D), unit length
    logits: NDArray[np.float32]  # (n, A), calibrated: σ(logit) is the probability that the attribute holds


class Calibration(nn.Module):
    """Calibrated logit = scale · logit + bias, per attribute; chosen on validation data.

    Logits that share a softmax are scaled and shifted before it, so that their probabilities still sum to one.

    Args:
        attributes: A.
        softmax_groups: of the recognition heads.
    """

    scale: Tensor
    bias: Tensor

    def __init__(self, attributes: int, softmax_groups: SoftmaxGroups = ()) -> None:
        super().__init__()
        self.softmax_groups = softmax_groups
        self.register_buffer("scale", torch.ones(attributes))
        self.register_buffer("bias", torch.zeros(attributes))

    def forward(self, logits: Tensor) -> Tensor:
        """Return (B, A) calibrated logits of (B, A) `attribute_logits`."""
        return self.calibrated(logits, self.scale, self.bias)

    def calibrated(self, logits: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
        """Return what the logits (B, A) would be with another scale and bias, each () or (A,)."""
        return attribute_logits(softmax_logits(logits, self.softmax_groups) * scale + bias, self.softmax_groups)

    def undone(self, calibrated: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the (n, A) logits as they were, in which rare attributes weigh more: better for ranking by all."""
        scale, bias = self.scale.cpu(), self.bias.cpu()
        logits = (softmax_logits(torch.tensor(calibrated), self.softmax_groups) - bias) / scale
        undone: NDArray[np.float32] = attribute_logits(logits, self.softmax_groups).numpy()
        return undone


class Model(nn.Module):
    """The three parts together, and their calibration.

    Args:
        schema: the attributes that the model knows.
        backbone: of the image encoder.
        preprocessing: of crops.
        weights: where the backbone starts from.
        dropout: of the pooled feature, in training.
        weights_file: of the backbone, where it is not found by itself.
        heads: what the recognition heads are made of.
        hides_groups: whether the category encoder is told which groups of a vector are hidden.
    """

    def __init__(
        self,
        schema: Schema,
        backbone: BackboneKind,
        preprocessing: Preprocessing,
        *,
        weights: Weights,
        dropout: float,
        weights_file: Path | None = None,
        heads: HeadKind = HeadKind.LINEAR,
        hides_groups: bool = False,
    ) -> None:
        super().__init__()
        self.schema = schema
        self.backbone_kind = backbone
        self.preprocessing = preprocessing
        self.id = ""  # known once the weights are stored
        self.image_encoder = ImageEncoder(make_backbone(backbone, weights, weights_file=weights_file), dropout=dropout)
        self.hides_groups = hides_groups
        self.category_encoder = CategoryEncoder(schema.size, len(schema.groups) if hides_groups else 0)
        self.heads = RecognitionHeads(self.image_encoder.width, schema, heads)
        self.calibration = Calibration(schema.size, self.heads.softmax_groups)

    @property
    def _batch(self) -> int:
        return CPU_EMBED_BATCH if self.device.type == "cpu" else EMBED_BATCH

    @property
    def device(self) -> torch.device:
        """The device that the weights are on."""
        return next(self.parameters()).device

    def embed_images(self, crops: Iterable[NDArray[np.uint8]]) -> Embedded:
        """Embed person crops of any size, (h, w, 3) uint8 RGB each; a batch of them is held at a time."""
        coming, parts = iter(crops), []
        while batch := [resize_for_model(crop, self.preprocessing.input_px) for crop in islice(coming, self._batch)]:
            parts.append(self.embed_resized(np.stack(batch)))
        if not parts:
            return Embedded(np.zeros((0, 128), np.float32), np.zeros((0, self.schema.size), np.float32))
        vectors, logits = zip(*parts, strict=True)
        return Embedded(np.concatenate(vectors), np.concatenate(logits))

    @torch.inference_mode()
    def embed_resized(self, pixels: NDArray[np.uint8], input_px: Sequence[int] = ()) -> Embedded:
        """Embed crops already at the input size, in batches; the model goes into eval mode.

        Args:
            pixels: (n, H, W, 3) uint8 RGB.
            input_px: H and W, where a training measures at another size than the model's own; () for that.

        Raises:
            ShapeError: if the crops have another size.
        """
        height, width = input_px or self.preprocessing.input_px
        if pixels.shape[1:] != (height, width, 3):
            raise ShapeError(f"Crops must be {height} × {width} × 3 here, not {pixels.shape[1:]}.")
        self.eval()
        batches = (pixels[start : start + self._batch] for start in range(0, len(pixels), self._batch))
        vectors, logits = zip(*map(self._embed_batch, batches), strict=True)
        return Embedded(np.concatenate(vectors), np.concatenate(logits))

    def _embed_batch(self, pixels: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        views = torch.from_numpy(np.array(pixels)).to(self.device).permute(0, 3, 1, 2)  # a copy: maps are read-only
        encoded = self.image_encoder(views)
        embeddings, logits = encoded.embeddings, self.heads(encoded.features)
        if self.preprocessing.flip_average:
            mirrored = self.image_encoder(views.flip(3))
            embeddings = nn.functional.normalize(embeddings + mirrored.embeddings, dim=1)
            logits = (logits + self.heads(mirrored.features)) / 2
        calibrated = self.calibration(attribute_logits(logits, self.heads.softmax_groups))
        return embeddings.cpu().numpy(), calibrated.cpu().numpy()
