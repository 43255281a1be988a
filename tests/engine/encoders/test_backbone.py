import pytest
import torch
import torchvision

from engine.encoders.backbone import make_backbone
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.errors import WeightsError


def test_lite0_starts_from_the_packaged_imagenet_weights():
    backbone = make_backbone(BackboneKind.EFFICIENTNET_LITE0, Weights.IMAGENET)
    assert backbone.width == 1280
    assert backbone.normalisation.mean == (127.0, 127.0, 127.0)
    again = make_backbone(BackboneKind.EFFICIENTNET_LITE0, Weights.IMAGENET).network.state_dict()
    random = make_backbone(BackboneKind.EFFICIENTNET_LITE0, Weights.RANDOM).network.state_dict()
    first = backbone.network.state_dict()
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not torch.equal(first["conv_stem.weight"], random["conv_stem.weight"])
    assert (first["bn1.running_var"] != 1).any()  # statistics came along, not only weights


def test_lite0_with_its_weights_tells_pictures_apart_steadily():
    network = make_backbone(BackboneKind.EFFICIENTNET_LITE0, Weights.IMAGENET).network.eval()
    picture = torch.rand(1, 3, 96, 96, generator=torch.Generator().manual_seed(0)) * 2 - 1
    with torch.inference_mode():
        features = network(picture)
    assert features.shape == (1, 1280)
    assert 0.01 < features.std() < 10  # wrongly ordered tensors explode or die out


@pytest.mark.parametrize(
    ("kind", "width"), [(BackboneKind.RESNET18, 512), (BackboneKind.RESNET34, 512), (BackboneKind.RESNET50, 2048)]
)
def test_resnets_keep_the_resolution_of_the_stage_before_the_last(kind, width):
    backbone = make_backbone(kind, Weights.RANDOM)
    shapes = []
    backbone.network.get_submodule("layer4").register_forward_hook(lambda m, i, out: shapes.append(out.shape[2:]))
    with torch.inference_mode():
        assert backbone.network.eval()(torch.zeros(1, 3, 64, 32)).shape == (1, width)
    assert shapes == [(4, 2)]  # 1/16 of the input; with the usual stride it would be 1/32


def test_resnet_loads_weights_from_a_file(tmp_path):
    given = torchvision.models.resnet18(weights=None)
    torch.save(given.state_dict(), tmp_path / "resnet18.pth")
    backbone = make_backbone(BackboneKind.RESNET18, Weights.IMAGENET, weights_file=tmp_path / "resnet18.pth")
    assert torch.equal(backbone.network.get_parameter("conv1.weight"), given.conv1.weight)


def test_resnet_never_starts_at_random_silently(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    with pytest.raises(WeightsError, match="backbone_weights"):
        make_backbone(BackboneKind.RESNET50, Weights.IMAGENET)


def test_weights_of_another_network_are_refused(tmp_path):
    torch.save({"conv1.weight": torch.zeros(1)}, tmp_path / "w.pth")
    with pytest.raises(WeightsError, match="do not fit"):
        make_backbone(BackboneKind.RESNET18, Weights.IMAGENET, weights_file=tmp_path / "w.pth")


def test_mobilenet_gives_its_pooled_feature_and_takes_weights_from_a_file(tmp_path):
    given = torchvision.models.mobilenet_v3_large(weights=None)
    torch.save(given.state_dict(), tmp_path / "weights.pth")
    backbone = make_backbone(BackboneKind.MOBILENET_V3, Weights.IMAGENET, weights_file=tmp_path / "weights.pth")
    picture = torch.rand(1, 3, 64, 32, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        pooled = given.eval().features(picture).mean(dim=(2, 3))
        assert torch.allclose(backbone.network.eval()(picture), pooled, atol=1e-5)
    assert pooled.shape == (1, backbone.width)
