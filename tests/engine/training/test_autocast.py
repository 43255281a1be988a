from dataclasses import replace

import pytest
import torch

from engine.errors import Cancelled, ConfigError
from engine.training.autocast import Autocast
from engine.training.recipe import Precision

CPU = torch.device("cpu")


def made_by_convolution(trainer):
    """Return the types that the backbone's first convolution gives while it learns."""
    seen = set()
    convolution = next(m for m in trainer.model.modules() if isinstance(m, torch.nn.Conv2d))
    convolution.register_forward_hook(lambda _m, _i, out: seen.add(out.dtype) if torch.is_grad_enabled() else None)
    return seen


@pytest.mark.parametrize(
    ("precision", "dtype"),
    [("full", torch.float32), ("mixed", torch.float32), ("bf16", torch.bfloat16)],
)
def test_the_cpu_computes_in_half_precision_only_where_it_is_asked(tmp_path, tiny, precision, dtype):
    stage = replace(tiny.ALIGNMENT, epochs=1, max_steps=1)
    trainer = tiny.make_trainer(tmp_path, recipe=tiny.recipe_of(stage, precision=Precision(precision)))
    seen = made_by_convolution(trainer)
    (row,) = trainer.run()
    assert seen == {dtype}
    assert 0 < row["alignment"] < 100
    assert all(p.dtype is torch.float32 for p in trainer.model.parameters())


def test_float16_is_refused_on_the_cpu():
    with pytest.raises(ConfigError, match="CUDA"):
        Autocast(Precision.FP16, CPU)


def scaled_trainer(tiny, folder, progress=None):
    """Return a trainer that scales its loss, as float16 on CUDA does."""
    trainer = tiny.make_trainer(folder, progress)
    trainer._autocast.scaler = torch.amp.GradScaler("cpu", growth_interval=4)
    return trainer


def test_a_scaled_loss_gives_the_same_weights_and_its_scale_outlives_a_resume(tmp_path, tiny):
    plain = tiny.make_trainer(tmp_path / "plain")
    plain.run()
    with pytest.raises(Cancelled):
        scaled_trainer(tiny, tmp_path / "cut", tiny.cancel_after(7)).run()
    resumed = scaled_trainer(tiny, tmp_path / "cut")
    resumed.run(resume=True)
    assert resumed._autocast.scaler.get_scale() == 2**16 * 2**3  # twelve steps, and a growth every four
    assert tiny.same(tiny.weights_of(resumed), tiny.weights_of(plain))  # powers of two lose no bit


def test_a_step_that_float16_cannot_hold_is_left_out_and_scales_less(tiny):
    autocast = Autocast(Precision.FULL, CPU)
    autocast.scaler = torch.amp.GradScaler("cpu")
    network = torch.nn.Linear(2, 1, bias=False)
    optimiser = torch.optim.SGD(network.parameters(), lr=1.0)
    before = network.weight.detach().clone()
    autocast.backward(network(torch.full((1, 2), 3e38)).sum() * 10)
    assert autocast.step(optimiser, network, clip_norm=1.0)
    assert torch.equal(network.weight, before)
    assert autocast.scaler.get_scale() == 2**15
