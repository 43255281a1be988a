import pytest
import torch
from torch import nn

from engine.training.average import WeightsAverage


def test_average_follows_the_weights_as_the_plain_recurrence_does():
    network = nn.Sequential(nn.Linear(2, 1, bias=False), nn.BatchNorm1d(1))
    average = WeightsAverage(network, decay=0.9)
    expected = network[0].weight.detach().clone()
    for step in range(1, 31):
        with torch.no_grad():
            network[0].weight.copy_(torch.tensor([[float(step), -1.0]]))
            network[1].num_batches_tracked += 1
        average.update()
        kept = min(0.9, (1 + step) / (10 + step))
        expected = kept * expected + (1 - kept) * network[0].weight.detach()
    with average.in_place():
        assert network[0].weight.tolist() == [pytest.approx(expected[0].tolist(), rel=1e-5)]
        assert int(network[1].num_batches_tracked) == 30
    assert network[0].weight.tolist() == [[30.0, -1.0]]


def test_a_state_restored_goes_on_as_the_one_before():
    network = nn.Linear(3, 2)
    first, second = WeightsAverage(network, 0.99), WeightsAverage(network, 0.99)
    with torch.no_grad():
        network.weight += 1
    first.update()
    tensors, steps = first.state()
    second.restore({name: value.clone() for name, value in tensors.items()}, steps)
    with torch.no_grad():
        network.weight *= 2
    first.update(), second.update()
    assert torch.equal(first.state()[0]["weight"], second.state()[0]["weight"])
    with pytest.raises(KeyError):
        second.restore({}, 0)
