"""What learns: the model, and beside it the weights of the semantic margin."""

from torch import nn

from engine.encoders.backbone import blocks_of
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
        """Go into training mode as the stage has it: the backbone's BatchNorm, or its first blocks, may stay so."""
        self.train()
        backbone = self.model.image_encoder.backbone
        backbone.requires_grad_(True)
        if stage.frozen_batch_norm:
            for module in backbone.modules():
                if isinstance(module, nn.modules.batchnorm._BatchNorm):
                    module.eval()
        if stage.frozen_blocks:
            for block in blocks_of(backbone)[: stage.frozen_blocks]:
                for part in block:
                    part.requires_grad_(False).eval()
