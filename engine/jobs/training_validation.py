"""What a training is measured by while it runs and once it is done: validation data that it never learns from."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.datasets.label_counts import count_attributes
from engine.datasets.labelled_images import LabelledImages
from engine.encoders.model import Embedded, Model
from engine.evaluation.full_protocol import measure_full
from engine.evaluation.full_scores import Scores, cosine_scores, fused_scores, head_scores, scores_by_scorer
from engine.evaluation.recognition_figures import RecognitionFigures, measure_recognition
from engine.registry.attribute_figures import ATTRIBUTES_FIGURE, AttributeFigures, figures_to_dict
from engine.training.augment import shrink

FUSION_ALPHAS = (10.0, 20.0, 30.0, 40.0, 60.0, 80.0, 120.0, 160.0, 240.0)
ALPHA_WHILE_TRAINING = 20.0


@dataclass(frozen=True, slots=True)
class Validation:
    """The validation part, decoded. Recognition is measured on what is known, searching on the pictures known whole.

    Attributes:
        images: n of them.
        pixels: (n, H, W, 3) uint8.
    """

    images: LabelledImages
    pixels: NDArray[np.uint8]

    @property
    def _whole(self) -> NDArray[np.bool_]:
        """Return (n,) bool, of which pictures every attribute is known."""
        return np.asarray(self.images.known_bits().all(axis=1), np.bool_)

    @property
    def _can_be_searched(self) -> bool:
        """Return whether there are two categories or more, so that ranking them says something."""
        return len(self.images.complete().categories) > 1

    def figures_while_training(self, model: Model, input_px: tuple[int, ...] = ()) -> dict[str, float]:
        """Return the figures that the history holds, in percent.

        Args:
            model: in training.
            input_px: height and width that its stage learns at, where the model's are larger; () for these.
        """
        pixels = self._at(input_px)
        embedded = model.embed_resized(pixels, pixels.shape[1:3])
        figures = {"ma": self._recognition(embedded.logits).ma}
        if not self._can_be_searched:
            return figures
        scores = scores_by_scorer(*self._cosine_and_heads(model, embedded), ALPHA_WHILE_TRAINING)
        for name, values in scores.items():
            full = measure_full(values, self.images.complete().categories.of_image, scorer=name, rounds=1)
            figures |= {f"{name}_rank1": full.rank1, f"{name}_map": full.map}
        return figures

    def final_figures(self, model: Model, learned_from: LabelledImages) -> dict[str, Any]:
        """Return the figures for the card; alpha is the best of a few on this very data, and the card says so.

        Args:
            model: trained.
            learned_from: the labelled pictures that it learned from.
        """
        embedded = model.embed_resized(self.pixels)
        whole = self.images.complete()
        recognition = self._recognition(model.calibration.undone(embedded.logits))
        figures: dict[str, Any] = {
            "measured_on": f"{self.images.name}: {len(whole.categories)} categories, {len(self.images)} images, "
            "none of them trained on; calibration and fusion weight were chosen on it too",
            "recognition_ma": recognition.ma,
            ATTRIBUTES_FIGURE: _by_attribute(recognition, learned_from, self.images),
        }
        if not self._can_be_searched:
            return figures
        cosine, heads = self._cosine_and_heads(model, embedded)
        alpha = max(FUSION_ALPHAS, key=lambda value: self._map(fused_scores(cosine, heads, value)))
        for name, values in scores_by_scorer(cosine, heads, alpha).items():
            figures[name] = measure_full(values, whole.categories.of_image, scorer=name).to_dict()
        return figures | {"fusion_alpha": alpha}

    def _at(self, input_px: tuple[int, ...]) -> NDArray[np.uint8]:
        """Return the crops, made smaller as the training's are."""
        if not input_px:
            return self.pixels
        crops = (torch.from_numpy(np.array(crop)).permute(2, 0, 1)[None].float() for crop in self.pixels)
        small = torch.cat([shrink(crop, input_px).round().clamp(0, 255).byte() for crop in crops])
        return small.permute(0, 2, 3, 1).numpy()

    def _recognition(self, logits: NDArray[np.float32]) -> RecognitionFigures:
        return measure_recognition(self.images.schema, logits, self.images.vectors, known=self.images.known)

    def _map(self, scores: Scores) -> float:
        return measure_full(scores, self.images.complete().categories.of_image, scorer="fused", rounds=1).map

    def _cosine_and_heads(self, model: Model, embedded: Embedded) -> tuple[Scores, Scores]:
        """Return both scores of the pictures known whole, for each of their categories."""
        vectors, whole = self.images.complete().categories.vectors, self._whole
        with torch.inference_mode():
            queries = model.category_encoder(torch.from_numpy(vectors).to(model.device)).cpu().numpy()
        heads = head_scores(vectors, model.calibration.undone(embedded.logits)[whole])
        return cosine_scores(queries, embedded.vectors[whole]), heads


def _by_attribute(
    recognition: RecognitionFigures, learned_from: LabelledImages, validation: LabelledImages
) -> dict[str, dict[str, Any]]:
    """Return what a card says of each attribute: counted on what was learned from, measured on what was not."""
    learned, tested = count_attributes(learned_from), count_attributes(validation)
    return figures_to_dict(
        {
            of.attribute: AttributeFigures(
                support=of.holds,
                known=of.known,
                ma=row.balanced_accuracy,
                tested=min(held_out.holds, held_out.known - held_out.holds),
            )
            for of, held_out, row in zip(learned, tested, recognition.rows, strict=True)
        }
    )
