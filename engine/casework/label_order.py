"""Which crops to label next: those whose labels are worth most, one of each track before a second of any."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, LabelCount, ReviewState
from engine.gallery.searchable import Searchable

SEED = 0  # one for all: two labellers who go by chance meet the same crops, and can be compared
REVIEW_WORTH = {ReviewState.CONFIRMED: 3.0, ReviewState.UNSURE: 2.0, ReviewState.REJECTED: 1.0}


class LabelOrder(Enum):
    """What makes a crop worth being labelled before others."""

    UNCERTAIN = "uncertain"  # the model cannot tell what it shows
    RAREST = "rarest"  # it may show what there are few labels of
    REVIEWED = "reviewed"  # somebody has reviewed it
    CHANCE = "chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelQuestion:
    """Who labels what, and in which order.

    Attributes:
        asked: the groups that are asked.
        order: which crops come first.
        model: id and schema of the model whose logits say what is uncertain or rare; None where there is none.
        labeller: whose labels count as done; None for the user of this machine.
        limit: crops at most.
        left_out: crops that are not to come.
    """

    asked: Schema
    order: LabelOrder
    model: tuple[str, Schema] | None = None
    labeller: str | None = None
    limit: int = 200
    left_out: frozenset[CropId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelQueue:
    """What to label next, and how far one is.

    Attributes:
        crop_ids: the next ones, the first first.
        labelled: crops of which the labeller has answered all that is asked.
        total: crops in the case.
    """

    crop_ids: tuple[CropId, ...]
    labelled: int
    total: int


def find_next(gallery: Gallery, question: LabelQuestion) -> LabelQueue:
    """Return what to label next; crops that the model has not seen come last where it is to say what comes first."""
    crop_ids = np.array(gallery.crop_ids(), np.int64)
    done = np.array(gallery.answered_crops(question.asked.groups, labeller=question.labeller), np.int64)
    is_done = np.isin(crop_ids, done)
    is_out = np.isin(crop_ids, np.array(sorted(question.left_out), np.int64))
    chance = np.random.default_rng(SEED).permutation(len(crop_ids))
    worth = _worth(gallery, question, crop_ids)
    rows = order_crops(worth, _tracks(gallery, crop_ids), is_done | is_out, chance)[: question.limit]
    ids = tuple(CropId(crop_id) for crop_id in crop_ids[rows].tolist())
    return LabelQueue(crop_ids=ids, labelled=int(is_done.sum()), total=len(crop_ids))


def order_crops(
    worth: NDArray[np.floating], track_ids: NDArray[np.int64], is_done: NDArray[np.bool_], chance: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the rows (n,) of the crops that are not done, the one to label first before the others.

    A track's best crop comes in the first round, its second best in the second; each crop of it that is done has had
    its round. Within a round the worthiest come first, and where two are worth the same, chance decides.

    Args:
        worth: (N,), higher is earlier.
        track_ids: (N,), 0 where a crop has no track and stands for itself.
        is_done: (N,).
        chance: (N,), the numbers from 0 to N − 1 in any order.
    """
    alone = -1 - np.arange(len(worth))
    _, track = np.unique(np.where(track_ids > 0, track_ids, alone), return_inverse=True)
    rounds_had = np.bincount(track[is_done], minlength=int(track.max(initial=-1)) + 1)
    rows = np.flatnonzero(~is_done)
    rows = rows[np.lexsort((chance[rows], -worth[rows], track[rows]))]
    is_first = np.diff(track[rows], prepend=-1) != 0
    starts = np.flatnonzero(is_first)
    place = np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))
    rounds = rounds_had[track[rows]] + place
    ordered: NDArray[np.int64] = rows[np.lexsort((chance[rows], -worth[rows], rounds))]
    return ordered


def find_uncertainty(searchable: Searchable, places: Sequence[int]) -> NDArray[np.float32]:
    """Return how much the answers about each crop would tell, (N,) in bits.

    Σ_a H(σ(z_a)), H the binary entropy, z_a the stored logit: uncertainty sampling (Lewis and Gale, SIGIR 1994), the
    attributes taken as if each were asked for itself.

    Args:
        searchable: the crops of a model.
        places: of the attributes asked, in the model's schema.
    """
    total = np.zeros(searchable.count, np.float32)
    for place in places:
        total += _ENTROPY[_bits_of(searchable.column(place))]
    return total


def find_rarity(searchable: Searchable, places: Sequence[int], counts: Sequence[int]) -> NDArray[np.float32]:
    """Return how likely each crop is to show what there are few labels of, (N,): max_a σ(z_a) / (1 + n_a).

    Args:
        searchable: the crops of a model.
        places: of the attributes asked, in the model's schema.
        counts: n_a, crops of which it was said that they show it.
    """
    best = np.zeros(searchable.count, np.float32)
    for place, count in zip(places, counts, strict=True):
        np.maximum(best, _SIGMOID[_bits_of(searchable.column(place))] / np.float32(1 + count), out=best)
    return best


def _worth(gallery: Gallery, question: LabelQuestion, crop_ids: NDArray[np.int64]) -> NDArray[np.float32]:
    worth = np.zeros(len(crop_ids), np.float32)
    if question.order is LabelOrder.REVIEWED:
        for crop_id, state in gallery.review_states().items():
            worth[np.searchsorted(crop_ids, crop_id)] = REVIEW_WORTH[state]
    elif question.order is not LabelOrder.CHANCE and question.model is not None:
        model_id, schema = question.model
        searchable = gallery.searchable(model_id)
        names = [name for name in question.asked.attribute_ids if name in schema]
        places = [schema.index(name) for name in names]
        worth -= 1  # who the model has not seen
        is_here = np.isin(searchable.crop_ids, crop_ids, assume_unique=True)
        rows = np.searchsorted(crop_ids, searchable.crop_ids[is_here])
        if question.order is LabelOrder.UNCERTAIN:
            worth[rows] = find_uncertainty(searchable, places)[is_here]
        else:
            labels, none = gallery.label_counts(), LabelCount(0, 0, 0)
            counts = [labels.get(name, none).holds for name in names]
            worth[rows] = find_rarity(searchable, places, counts)[is_here]
    return worth


def _tracks(gallery: Gallery, crop_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the track of each crop, (N,), 0 where it has none."""
    tracked, tracks = gallery.tracks_of_crops()
    found = np.zeros(len(crop_ids), np.int64)
    is_here = np.isin(tracked, crop_ids, assume_unique=True)
    found[np.searchsorted(crop_ids, tracked[is_here])] = tracks[is_here]
    return found


def _bits_of(logits: NDArray[np.float16]) -> NDArray[np.uint16]:
    """Return the logits as numbers of a table: there are 65,536 of them, and of crops there may be millions."""
    return np.ascontiguousarray(logits).view(np.uint16)


def _sigmoid_table() -> NDArray[np.float32]:
    every = np.arange(2**16, dtype=np.uint16).view(np.float16).astype(np.float64)
    finite = np.clip(np.nan_to_num(every), -500, 500)
    return (1 / (1 + np.exp(-finite))).astype(np.float32)


def _entropy_table() -> NDArray[np.float32]:
    holds = _SIGMOID.astype(np.float64).clip(1e-12, 1 - 1e-12)
    entropy: NDArray[np.float64] = -(holds * np.log2(holds) + (1 - holds) * np.log2(1 - holds))
    return entropy.astype(np.float32)


_SIGMOID = _sigmoid_table()
_ENTROPY = _entropy_table()
