"""One stage of a training: its losses, its optimiser, its schedule."""

import dataclasses
from dataclasses import dataclass
from enum import Enum

from engine.errors import ConfigError
from engine.losses.alignment_kind import AlignmentKind
from engine.losses.margin_kind import MarginKind

PROXY_LOSSES = (
    AlignmentKind.PROXY_ANCHOR,
    AlignmentKind.PROXY_NCA,
)  # no softmax in which categories could share a place


class OptimiserKind(Enum):
    """What takes the steps."""

    ADAMW = "adamw"
    SGD = "sgd"  # Nesterov where there is momentum


class ScheduleKind(Enum):
    """How the learning rate goes after the warm-up."""

    COSINE = "cosine"  # to zero
    STEP = "step"  # × step_factor every step_epochs
    CONSTANT = "constant"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningRates:
    """The highest learning rate of each part of the model; the schedule says what share of it a step takes."""

    backbone: float
    image_mlp: float
    category_encoder: float
    heads: float
    margin_weights: float = 5e-3

    def __post_init__(self) -> None:
        for name, value in dataclasses.asdict(self).items():
            if value < 0:
                raise ConfigError(name, value, "must be at least 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class LossWeights:
    """What each loss counts for, which they are, and the constants in them (method.md §4).

    `scale` and `angular_margin` mean for each alignment loss what `make_alignment_loss` says. `hidden_groups` weighs a
    second alignment, with the category vectors of which random groups are hidden (method.md §7). `partial` weighs the
    alignment of crops that are labelled in part, with all categories that agree with what is known of them; at 0 they
    are for the recognition loss alone. `replay` holds the model to the one it started from.
    """

    recognition: float
    alignment: float = 0.0
    semantic_margin: float = 0.0  # λ
    hidden_groups: float = 0.0
    hidden_share: float = 0.5  # of the groups, in the mean
    partial: float = 0.0
    replay: float = 0.0  # of what the starting model says of the crops and of its own categories
    scale: float = 32.0  # σ
    angular_margin: float = 0.1  # γ
    temperature: float = 8.5  # τ, divides the weighted distance of two categories
    alignment_kind: AlignmentKind = AlignmentKind.MODALITY_ALIGNMENT
    margin_kind: MarginKind = MarginKind.FULL

    def __post_init__(self) -> None:
        weights = {
            name: getattr(self, name)
            for name in ("recognition", "alignment", "semantic_margin", "hidden_groups", "partial", "replay")
        }
        for name, value in weights.items():
            if value < 0:
                raise ConfigError(name, value, "must be at least 0")
        if not 0 < self.hidden_share < 1:
            raise ConfigError("hidden_share", self.hidden_share, "must be above 0 and below 1")
        if self.hidden_groups and not self.alignment:
            raise ConfigError("hidden_groups", self.hidden_groups, "must be 0 where alignment is")
        if self.partial and (not self.alignment or self.alignment_kind in PROXY_LOSSES):
            raise ConfigError("partial", self.partial, "must be 0 where alignment is, or is a loss of proxies")
        if not (self.recognition or self.alignment):
            raise ConfigError("recognition", self.recognition, "must be above 0 where alignment is not")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a training.

    Attributes:
        epochs: 0 leaves the stage out.
        batch_size: crops a step, over all processes and micro-batches.
        micro_batches: a step goes through its batch in so many parts and accumulates their gradients. BatchNorm, where
            it is not frozen, and Proxy Anchor see one part at a time.
        max_steps: the most steps of an epoch; 0 for all.
        decay_biases: whether biases, the parameters of BatchNorm and w decay too, as in the paper.
        warmup: share of the stage's steps in which the rates rise.
        clip_norm: the longest gradient, over all parameters; 0 for any.
        frozen_batch_norm: BatchNorm of the backbone keeps its statistics and normalises by them (method.md §5).
        frozen_blocks: how many of the backbone's first blocks stay as they are, BatchNorm's statistics too; the stem
            goes with the first. Little data leaves them alone, and a step is quicker.
        ema_decay: of the average of the weights, which is what is validated, saved and handed on; 0 for none.
        patience: the stage ends after so many epochs in a row in which recognition on validation (mA) was no better,
            and hands on the best one's weights; 0 runs all epochs and hands on the last.
        rendered_crops: mixed in for the recognition loss.
        aligns_rendered: whether rendered crops count for the alignment too, each with its own category.
        margin_categories: how many categories the semantic margin looks at in a step, drawn anew each time; 0 for all.
            Its cost grows with the square of the categories, and the mean over a draw's pairs is that over all.
        input_px: height and width that the stage learns at, where the recipe's are larger; () for the recipe's.
    """

    name: str
    epochs: int
    batch_size: int
    learning_rates: LearningRates
    losses: LossWeights
    micro_batches: int = 1
    max_steps: int = 0
    optimiser: OptimiserKind = OptimiserKind.ADAMW
    momentum: float = 0.9  # of SGD
    weight_decay: float = 0.01
    decay_biases: bool = False
    schedule: ScheduleKind = ScheduleKind.COSINE
    warmup: float = 0.15
    step_epochs: int = 5
    step_factor: float = 0.1
    clip_norm: float = 5.0
    frozen_batch_norm: bool = False
    frozen_blocks: int = 0
    ema_decay: float = 0.0
    patience: int = 0
    rendered_crops: int = 0
    aligns_rendered: bool = False
    margin_categories: int = 0
    input_px: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for name, least in (("epochs", 0), ("batch_size", 2), ("micro_batches", 1), ("step_epochs", 1)):
            if getattr(self, name) < least:
                raise ConfigError(name, getattr(self, name), f"must be at least {least}")
        counts = ("max_steps", "frozen_blocks", "patience", "rendered_crops", "margin_categories")
        for name in (*counts, "weight_decay", "clip_norm"):
            if getattr(self, name) < 0:
                raise ConfigError(name, getattr(self, name), "must be at least 0")
        for name in ("warmup", "momentum", "ema_decay"):
            if not 0 <= getattr(self, name) < 1:
                raise ConfigError(name, getattr(self, name), "must be at least 0 and below 1")
        if not 0 < self.step_factor <= 1:
            raise ConfigError("step_factor", self.step_factor, "must be above 0 and at most 1")
        if self.margin_categories == 1:
            raise ConfigError("margin_categories", 1, "must be 0, for all, or 2 and more, for it compares pairs")
        if self.input_px and (len(self.input_px) != 2 or min(self.input_px) < 32):
            raise ConfigError("input_px", list(self.input_px), "must be a height and a width of 32 pixels or more")
        if self.batch_size // self.micro_batches < 2:
            raise ConfigError("micro_batches", self.micro_batches, "must leave two crops or more in each")

    def steps_in(self, crops: int) -> int:
        """Return the steps of an epoch over so many crops; the last partial batch is dropped."""
        steps = crops // self.batch_size
        return min(steps, self.max_steps) if self.max_steps else steps
