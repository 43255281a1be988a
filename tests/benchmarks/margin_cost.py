"""Measures what share of a training step the semantic margin costs; the budget is 5 % (design.md §7).

    python tests/benchmarks/margin_cost.py --repeats 5 --kind full

One step is what a stage of alignment does on a batch of 128 crops of 128×64 with EfficientNet-Lite0 and 1,890
categories of 105 bits: encode, all losses, backwards, AdamW. The margin's part is its own forwards and backwards.
Weights, crops and categories are random, for only time is measured. Prints one JSON object; the shares are of processor
time, which other programs on the machine change little, and of the clock. Medians of the repeats.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable

import torch
from torch import nn

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.model import Model, Preprocessing
from engine.losses.margin_kind import MarginKind
from engine.losses.modality_alignment import ModalityAlignment
from engine.losses.recognition import Recognition
from engine.losses.semantic_margin import make_semantic_margin

CATEGORIES = 1_890
BATCH = 128
INPUT_PX = (128, 64)  # height, width
SHARE_OF_ONES = 0.15


def main() -> None:
    arguments = parse()
    torch.manual_seed(0)
    step, margin_alone = make_steps(MarginKind(arguments.kind))
    margin_alone()  # the first call of a matrix product is slower
    rounds = [(spent(step), spent(margin_alone)) for _ in range(arguments.repeats)]
    whole, part = (
        [statistics.median(times) for times in zip(*column, strict=True)] for column in zip(*rounds, strict=True)
    )
    report = {
        "kind": arguments.kind,
        "step_processor_s": whole[0],
        "margin_processor_s": part[0],
        "share_of_processor": part[0] / whole[0],
        "share_of_clock": part[1] / whole[1],
        "repeats": arguments.repeats,
        "threads": torch.get_num_threads(),
    }
    sys.stdout.write(json.dumps(report) + "\n")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the semantic margin's share of a training step.")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--kind", choices=[kind.value for kind in MarginKind], default="full")
    return parser.parse_args()


def make_steps(kind: MarginKind) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return a whole training step, the margin in it; and the margin's forwards and backwards alone."""
    schema = shipped_schema("peta")
    preprocessing = Preprocessing(input_px=INPUT_PX)
    model = Model(schema, BackboneKind.EFFICIENTNET_LITE0, preprocessing, weights=Weights.RANDOM, dropout=0.2)
    model.to(memory_format=torch.channels_last).train()
    margin = make_semantic_margin(kind, schema)
    recognition, alignment = Recognition(torch.ones(schema.size)), ModalityAlignment()
    learned = nn.ModuleList([model, margin])
    optimiser = torch.optim.AdamW(learned.parameters())
    pixels = torch.randint(0, 256, (BATCH, 3, *INPUT_PX), dtype=torch.uint8)
    vectors = (torch.rand(CATEGORIES, schema.size) < SHARE_OF_ONES).to(torch.uint8)
    target = torch.randint(0, CATEGORIES, (BATCH,))

    def step() -> None:
        encoded = model.image_encoder(pixels)
        categories = model.category_encoder(vectors)
        loss = recognition(model.heads(encoded.features), vectors[target])
        loss = loss + alignment(encoded.embeddings, categories, target) + margin(categories, vectors)
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        optimiser.step()

    def margin_alone() -> None:
        embeddings = torch.randn(CATEGORIES, 128, requires_grad=True)
        torch.autograd.backward(margin(embeddings, vectors))

    return step, margin_alone


def spent(action: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds of processor and of the clock that it takes."""
    processor, clock = time.process_time(), time.perf_counter()
    action()
    return time.process_time() - processor, time.perf_counter() - clock


if __name__ == "__main__":
    main()
