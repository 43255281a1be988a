"""CosFace: a margin taken off the cosine."""

from torch import Tensor

from engine.errors import ConfigError
from engine.losses.margin_softmax import MarginSoftmax


class CosFace(MarginSoftmax):
    """Pull each crop to its own category's embedding, by a cosine margin closer than to all the others.

    L = −1/B Σ_i log( e^{s (cos θ_i − m)} / ( e^{s (cos θ_i − m)} + Σ_{k ≠ y_i} e^{s cos θ_ik} ) )

    (Wang, Wang, Zhou, Ji, Gong, Zhou, Li and Liu 2018, Eq. 4.) The category's embedding stands for the class weight.

    Args:
        scale: s; 64 in the paper.
        margin: m, taken off the cosine to the crop's own category; 0.35 in the paper.
    """

    def __init__(self, scale: float = 64.0, margin: float = 0.35) -> None:
        super().__init__(scale)
        if not 0.0 <= margin < 2.0:
            raise ConfigError("margin", margin, "must be at least 0 and below 2, for CosFace takes it off the cosine")
        self.margin = margin

    def with_margin(self, cosines: Tensor) -> Tensor:
        """Return cos θ − m."""
        return cosines - self.margin
