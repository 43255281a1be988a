"""Holding a model in training to what the one it started from knew.

Little data says nothing of most attributes, and a model that learns from it alone forgets them. The starting model
stands beside it and says what it would of the same crops (Li and Hoiem, Learning without Forgetting, ECCV 2016), and
what it makes of the categories that it was trained on, which are stored with it.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.attributes.schema import Schema
from engine.encoders.image_encoder import Encoded
from engine.encoders.model import Model
from engine.encoders.softmax_groups import attribute_logits

CATEGORIES_A_STEP = 512


class Replay:
    """The starting model, which learns nothing, and how far another has gone from it.

    Args:
        start: the starting model; put into eval mode, on the device of training.
        schema: of the model in training.
        categories: (C, A') uint8, what the starting model was trained on, in its own attributes; C may be 0.
    """

    def __init__(self, start: Model, schema: Schema, categories: Tensor) -> None:
        self._start = start.eval().requires_grad_(False)
        here, there = schema.shared_with(start.schema)
        self._here = torch.tensor(here, dtype=torch.int64, device=start.device)
        self._there = torch.tensor(there, dtype=torch.int64, device=start.device)
        categories = categories.to(start.device)
        self._categories = categories.new_zeros(len(categories), schema.size)
        self._categories[:, self._here] = categories[:, self._there]
        with torch.inference_mode():
            wanted = start.category_encoder(categories)
        self._wanted = wanted.clone()  # an inference tensor cannot be met by one that learns

    def of_crops(self, pixels: Tensor, model: Model, encoded: Encoded) -> Tensor:
        """Return how far the model is from its start on crops, () float32.

        The mean binary cross-entropy of the shared attributes' logits against the start's probabilities, less the
        start's own entropy, so that it is 0 where nothing changed; and 1 − cosine of the two embeddings.

        Args:
            pixels: (B, 3, H, W) in [0, 255].
            model: in training.
            encoded: what it makes of them.
        """
        with torch.no_grad():
            before = self._start.image_encoder(pixels)
            said = _logits(self._start, before)[:, self._there]
        now = _logits(model, encoded)[:, self._here]
        probabilities = torch.sigmoid(said)
        apart = functional.binary_cross_entropy_with_logits(now, probabilities)
        entropy = functional.binary_cross_entropy_with_logits(said, probabilities)
        far: Tensor = apart - entropy + _mean_angle(encoded.embeddings.float(), before.embeddings.float())
        return far

    def of_categories(self, encoder: nn.Module) -> Tensor:
        """Return 1 − cosine between the two embeddings of some of the categories, drawn anew each time; () float32."""
        count = len(self._categories)
        if not count:
            return torch.zeros((), device=self._wanted.device)
        rows = torch.randperm(count)[:CATEGORIES_A_STEP].to(self._categories.device)
        now: Tensor = encoder(self._categories[rows])
        return _mean_angle(now, self._wanted[rows])


def _logits(model: Model, encoded: Encoded) -> Tensor:
    return attribute_logits(model.heads(encoded.features.float()), model.heads.softmax_groups)


def _mean_angle(some: Tensor, others: Tensor) -> Tensor:
    cosines: Tensor = (some * others).sum(dim=1)
    return 1 - cosines.mean()
