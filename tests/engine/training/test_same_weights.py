"""What a recipe of AdamW and a cosine computes never changes by a bit: models are named after their weights' hash."""

import math

import torch
from torch import nn
from torch.nn import functional


def reference_training(recipe, model, data):
    """Train as Bolo's first trainer did, in one plain function."""
    learner = nn.Module()
    learner.model = model
    learner.margin = nn.Module()
    learner.margin.weights = nn.Parameter(1 + torch.empty(model.schema.size).uniform_(-0.25, 0.25))
    positives = torch.from_numpy(data.vectors.sum(axis=0, dtype="int64")).float().clamp_min(1.0)
    rarity = ((len(data) - positives).clamp_min(1.0) / positives).sqrt().clamp(1.0, 8.0)
    categories = torch.from_numpy(data.category_vectors)
    for number, stage in enumerate(recipe.stages):
        optimizer = reference_optimizer(stage, learner)
        for epoch in range(stage.epochs):
            seed = recipe.seed * 1_000_003 + number * 1_009 + epoch
            generator = torch.Generator().manual_seed(seed)
            torch.manual_seed(seed)
            learner.train()
            order = torch.randperm(len(data), generator=generator).numpy()
            steps = len(data) // stage.batch_size
            for step in range(steps):
                done = (epoch * steps + step) / (stage.epochs * steps)
                for group in optimizer.param_groups:
                    group["lr"] = group["peak"] * reference_rate(done, stage.warmup)
                rows = order[step * stage.batch_size : (step + 1) * stage.batch_size]
                reference_step(recipe, stage, learner, optimizer, generator, data, rows, categories, rarity)


def reference_rate(done, warmup):
    if done < warmup:
        return 0.04 + 0.96 * done / warmup
    return 0.5 * (1 + math.cos(math.pi * (done - warmup) / (1 - warmup)))


def reference_optimizer(stage, learner):
    rates, model = stage.learning_rates, learner.model
    groups = []
    for module, rate in [
        (model.image_encoder.backbone, rates.backbone),
        (model.image_encoder.mlp, rates.image_mlp),
        (model.category_encoder, rates.category_encoder),
        (model.heads, rates.heads),
        (learner.margin, rates.margin_weights),
    ]:
        decayed = [p for p in module.parameters() if p.ndim > 1]
        others = [p for p in module.parameters() if p.ndim <= 1]
        groups.append({"params": decayed, "peak": rate, "weight_decay": stage.weight_decay})
        groups.append({"params": others, "peak": rate, "weight_decay": 0.0})
    return torch.optim.AdamW([group for group in groups if group["params"]], lr=0.0)


def reference_step(recipe, stage, learner, optimizer, generator, data, rows, categories, rarity):
    pixels = reference_augment(data.pixels(rows), recipe.augmentation, generator)
    target, how = torch.from_numpy(data.category_of[rows]), stage.losses
    encoded = learner.model.image_encoder(pixels)
    bits, known = torch.from_numpy(data.vectors[rows]), torch.from_numpy(data.known[rows])
    each = functional.binary_cross_entropy_with_logits(
        learner.model.heads(encoded.features), bits.float(), pos_weight=rarity, reduction="none"
    )
    losses = [how.recognition * (each * known.float()).mean()]
    if how.alignment:
        embedded, placed = learner.model.category_encoder(categories), target >= 0
        alignment = reference_alignment(encoded.embeddings[placed], embedded, target[placed], how)
        losses.append(how.alignment * alignment)
        losses.append(how.semantic_margin * reference_margin(embedded, categories, learner.margin.weights, how))
    optimizer.zero_grad(set_to_none=True)
    torch.stack(losses).sum().backward()
    nn.utils.clip_grad_norm_(learner.parameters(), stage.clip_norm)
    optimizer.step()


def reference_alignment(crops, categories, target, how):
    cosine = functional.normalize(crops, dim=1) @ functional.normalize(categories, dim=1).T
    own = cosine.gather(1, target[:, None])
    sine = (1 - own**2).clamp_min(1e-7).sqrt()
    shifted = own * math.cos(how.angular_margin) - sine * math.sin(how.angular_margin)
    extended = own - how.angular_margin * math.sin(math.pi - how.angular_margin)
    harder = torch.where(own > math.cos(math.pi - how.angular_margin), shifted, extended)
    return functional.cross_entropy(how.scale * cosine.scatter(1, target[:, None], harder), target)


def reference_margin(embeddings, categories, weights, how):
    units, signs = functional.normalize(embeddings, dim=1), 2 * categories.float() - 1
    pairs = len(units) * (len(units) - 1) / 2
    mean = (units.sum(dim=0).square().sum() - units.square().sum()) / (2 * pairs)
    halves = weights / (2 * how.temperature)
    wanted = torch.sigmoid(torch.addmm(1 - halves.sum(), signs * halves, signs.T))
    return (torch.addmm(-mean, units, units.T) - wanted).triu(1).square().sum() / pairs


def reference_augment(pixels, how, generator):
    count = len(pixels)

    def uniform(extent):
        return (torch.rand(count, generator=generator) * 2 - 1) * extent

    flip = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    zoom = 1 + uniform(how.zoom)
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = flip * zoom, zoom
    theta[:, 0, 2], theta[:, 1, 2] = uniform(2 * how.shift), uniform(2 * how.shift)
    gain = (1 + uniform(how.gain)).view(-1, 1, 1, 1)
    grid = functional.affine_grid(theta, list(pixels.shape), align_corners=False)
    moved = functional.grid_sample(pixels.float(), grid, padding_mode="border", align_corners=False)
    return (moved * gain).clamp(0, 255)


def test_the_trainer_gives_the_weights_of_the_plain_loop_bit_for_bit(tmp_path, tiny):
    trainer = tiny.make_trainer(tmp_path, data=tiny.make_data(extra=8))
    trainer.run()
    model = tiny.make_model()
    reference_training(tiny.RECIPE, model, tiny.make_data(extra=8))
    assert tiny.same(tiny.weights_of(trainer), model.state_dict())
