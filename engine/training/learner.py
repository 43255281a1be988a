"""What learns: the model, and beside it the weights of the semantic margin."""

from torch import nn

from engine.encoders.model import Model
from engine.losses.semantic_margin import make_semantic_margin
from engine.training.stage import LossWeights, Stage


class Learner(nn.Module):
    """The model and what is learned beside it: the weights of the semantic margin.

    Args:
        model: trained in place.
        losses: say which semantic margin.
    """

    def __init__(self, model: Model, losses: LossWeights) -> None:
        super().__init__()
        self.model = model
        self.margin = make_semantic_margin(losses.margin_kind, model.schema, losses.temperature)

    def set_out(self, stage: Stage) -> None:
        """Go into training mode as the stage has it: BatchNorm of the backbone may keep its statistics."""
        self.train()
        if stage.frozen_batch_norm:
            for module in self.model.image_encoder.backbone.modules():
                if isinstance(module, nn.modules.batchnorm._BatchNorm):
                    module.eval()
