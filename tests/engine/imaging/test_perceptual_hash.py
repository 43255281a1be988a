import numpy as np
from PIL import Image, ImageEnhance

from engine.imaging.perceptual_hash import NEAR_BITS, near_pairs, perceptual_hash


def bits_between(one, other):
    return int(np.bitwise_count(one ^ other).sum())


def test_copies_are_near_and_others_far(tmp_path, draw_picture):
    picture = Image.open(draw_picture(tmp_path / "a.png", 1, (60, 140)))
    picture.save(tmp_path / "poor.jpg", quality=50)
    copies = [
        picture.resize((30, 70)),
        ImageEnhance.Brightness(picture).enhance(1.1),
        Image.open(tmp_path / "poor.jpg"),
    ]
    own = perceptual_hash(np.array(picture))
    assert all(bits_between(own, perceptual_hash(np.array(copy))) <= NEAR_BITS for copy in copies)
    others = [Image.open(draw_picture(tmp_path / f"{seed}.png", seed, (60, 140))) for seed in range(2, 12)]
    assert all(bits_between(own, perceptual_hash(np.array(other))) > 2 * NEAR_BITS for other in others)


def test_flat_pictures_are_alike():
    grey, white = (perceptual_hash(np.full((90, 40, 3), value, np.uint8)) for value in (90, 255))
    assert bits_between(grey, white) == 0


def test_near_pairs_are_those_of_a_slow_loop(monkeypatch):
    monkeypatch.setattr("engine.imaging.perceptual_hash.BLOCK", 7)
    random = np.random.default_rng(3)
    hashes = random.integers(0, 4, (40, 2), dtype=np.uint64)
    slow = {(i, j) for i in range(40) for j in range(i + 1, 40) if bits_between(hashes[i], hashes[j]) <= 1}
    found = [tuple(pair) for pairs in near_pairs(hashes, 1) for pair in pairs.tolist()]
    assert len(found) == len(slow) > 10 and set(found) == slow
