"""The losses of one part of a batch."""

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.losses.alignment_losses import make_alignment_loss
from engine.losses.margin_softmax import MarginSoftmax
from engine.losses.pairwise_cosines import pairwise_cosines
from engine.losses.recognition import Recognition
from engine.training.autocast import Autocast
from engine.training.consistent import consistent_categories
from engine.training.hidden_groups import draw_hidden_groups, hide_groups
from engine.training.learner import Learner
from engine.training.replay import Replay
from engine.training.stage import Stage
from engine.training.team import Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Crops:
    """What a process sees of one part of a batch, on the device.

    Attributes:
        pixels: (b, 3, H, W) this process's crops, varied.
        vectors: (b, A) their bits.
        known: (b, A) bits, 0 where a crop does not show the attribute.
        target: (B,) the categories of all processes' crops of this part, below 0 for those that have none.
        is_partial: (b,) bool, which of the crops here may have any category that agrees with what is known of them.
        share: of the whole batch's crops, those that stand here.
        target_share: of the whole batch's crops with a category, those of `target`.
        partial_share: of the whole batch's crops that are known in part, those that stand here.
        is_first: whether this is the batch's first part, with which the semantic margin counts.
    """

    pixels: Tensor
    vectors: Tensor
    known: Tensor
    target: Tensor
    is_partial: Tensor
    share: float = 1.0
    target_share: float = 1.0
    partial_share: float = 1.0
    is_first: bool = True


class Objective:
    """Eq. 1, and the recognition loss that may stay beside it.

    Added up over the parts of a batch and over the processes of a team, the losses are those of the whole batch: the
    alignment sees the embeddings of all processes in each of them, so every process counts it by its share of the team.
    Which groups are hidden, and which categories the semantic margin looks at, each part and process draws for itself.

    Args:
        stage: says what each loss counts for.
        learner: the model and the weights of the semantic margin.
        recognition: the recognition loss.
        categories: (C, A) of the training set.
        autocast: what the image encoder computes in.
        team: the processes.
        replay: the starting model, where the stage holds to it.
    """

    def __init__(
        self,
        stage: Stage,
        learner: Learner,
        *,
        recognition: Recognition,
        categories: Tensor,
        autocast: Autocast,
        team: Team,
        replay: Replay | None = None,
    ) -> None:
        self._how = stage.losses
        self._margin_categories = stage.margin_categories
        schema = learner.model.schema
        self._groups = [schema.slice_of(group) for group in schema.groups]
        self._learner = learner
        self._recognition = recognition
        self._alignment = make_alignment_loss(
            stage.losses.alignment_kind, stage.losses.scale, stage.losses.angular_margin
        )
        self._categories = categories
        self._autocast = autocast
        self._team = team
        self._replay = replay

    def losses(self, crops: Crops) -> dict[str, Tensor]:
        """Return the weighted losses by name, () float32 each."""
        model, how = self._learner.model, self._how
        losses = {}
        with self._autocast.forward():
            encoded = model.image_encoder(crops.pixels)
        if how.recognition:
            loss = self._recognition(model.heads(encoded.features.float()), crops.vectors, crops.known)
            losses["recognition"] = how.recognition * crops.share * loss
        if how.alignment:
            losses |= self._alignment_losses(encoded.embeddings.float(), crops)
        if how.replay and self._replay is not None:
            loss = crops.share * self._replay.of_crops(crops.pixels, model, encoded)
            if crops.is_first:
                loss = loss + self._replay.of_categories(model.category_encoder) / self._team.size
            losses["replay"] = how.replay * loss
        return losses

    def _alignment_losses(self, embeddings: Tensor, crops: Crops) -> dict[str, Tensor]:
        how, losses = self._how, {}
        categories = self._learner.model.category_encoder(self._categories)
        gathered = self._team.gathered(embeddings)
        placed = crops.target >= 0
        if crops.target_share:
            loss = self._alignment(gathered[placed], categories, crops.target[placed])
            share = crops.target_share / self._team.size
            losses["alignment"] = how.alignment * share * loss
            if how.hidden_groups:
                loss = self._hidden_alignment(gathered[placed], crops.target[placed])
                losses["hidden_groups"] = how.hidden_groups * share * loss
        if how.partial and crops.partial_share and len(categories):
            loss = self._partial_alignment(embeddings, categories, crops)
            losses["partial"] = how.partial * crops.partial_share * loss
        if how.semantic_margin and crops.is_first:
            chosen = self._margin_rows(categories)
            loss = self._learner.margin(categories[chosen], self._categories[chosen])
            losses["semantic_margin"] = how.semantic_margin / self._team.size * loss
        return losses

    def _hidden_alignment(self, embeddings: Tensor, target: Tensor) -> Tensor:
        """Return the alignment with the categories that are left once random groups of all of them are hidden."""
        hidden = draw_hidden_groups(len(self._groups), self._how.hidden_share).to(target.device)
        merged = hide_groups(self._categories, self._groups, hidden)
        bits = hidden.expand(len(merged.vectors), -1)
        categories = self._learner.model.category_encoder(merged.vectors, bits)
        loss: Tensor = self._alignment(embeddings, categories, merged.of_category[target])
        return loss

    def _partial_alignment(self, embeddings: Tensor, categories: Tensor, crops: Crops) -> Tensor:
        """Return the alignment of this process's crops that are known in part with all that they may be."""
        assert isinstance(self._alignment, MarginSoftmax)  # LossWeights sees to it
        chosen = crops.is_partial
        may_be = consistent_categories(crops.vectors[chosen], crops.known[chosen], self._categories)
        return self._alignment.of_any(pairwise_cosines(embeddings[chosen], categories), may_be)

    def _margin_rows(self, categories: Tensor) -> Tensor | slice:
        """Return which categories the semantic margin looks at in this step."""
        count = self._margin_categories
        if not count or count >= len(categories):
            return slice(None)
        return torch.randperm(len(categories))[:count].to(categories.device)
