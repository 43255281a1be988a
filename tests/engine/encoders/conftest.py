import pytest
import torch

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.model import Model, Preprocessing


@pytest.fixture(scope="session")
def random_model() -> Model:
    torch.manual_seed(0)
    preprocessing = Preprocessing(input_px=(64, 32))
    return Model(
        shipped_schema("peta"), BackboneKind.EFFICIENTNET_LITE0, preprocessing, weights=Weights.RANDOM, dropout=0.0
    )
