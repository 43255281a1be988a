"""What was said of crops, as far as this window knows: ahead of what the case has answered."""

from collections import Counter
from collections.abc import Iterable, Mapping

from engine.gallery.catalog.labels import LabelChange, WordChange, Words
from engine.gallery.records import CropId, Said


class LabelBook:
    """The words of the labeller at hand. What is said shows at once; what the case refused is marked as not kept.

    What others said and the case refused is not shown, and shows again once they label again.
    """

    def __init__(self) -> None:
        self._labeller: str | None = None
        self._words: dict[CropId, dict[str, Said]] = {}
        self._writing: Counter[tuple[str | None, CropId]] = Counter()
        self._refused: dict[str | None, dict[CropId, dict[str, Said | None]]] = {}  # by labeller

    @property
    def unkept(self) -> LabelChange:
        """Return what the labeller at hand said and is not in the case."""
        return self._refused.get(self._labeller, {})

    @property
    def unkept_count(self) -> int:
        """Return how many words of all labellers are not in the case."""
        return sum(len(words) for refused in self._refused.values() for words in refused.values())

    def knows(self, crop_id: CropId) -> bool:
        """Return whether it is known what was said of a crop."""
        return crop_id in self._words

    def words(self, crop_id: CropId) -> Words:
        """Return what was said of a crop; nothing where that is not known."""
        return self._words.get(crop_id, {})

    def unkept_of(self, crop_id: CropId) -> frozenset[str]:
        """Return the attributes of a crop whose words are not in the case."""
        return frozenset(self.unkept.get(crop_id, ()))

    def take(self, crop_ids: Iterable[CropId], said: Mapping[CropId, Words]) -> None:
        """Take what the case has; of what is being written, or was not kept, this window knows better."""
        for crop_id in crop_ids:
            if not self._writing[self._labeller, crop_id]:
                self._words[crop_id] = dict(said.get(crop_id, {}))
                self._apply(crop_id, self.unkept.get(crop_id, {}))

    def begin(self, change: LabelChange, labeller: str | None = None) -> None:
        """Show a labeller's change that is on its way to the case."""
        for crop_id, words in change.items():
            self._writing[labeller, crop_id] += 1
            if labeller == self._labeller and crop_id in self._words:
                self._apply(crop_id, words)

    def end(self, change: LabelChange, labeller: str | None = None, *, is_kept: bool) -> None:
        """Take whether a labeller's change is in the case now."""
        refused = self._refused.setdefault(labeller, {})
        for crop_id, words in change.items():
            self._writing[labeller, crop_id] -= 1
            if not is_kept:
                refused.setdefault(crop_id, {}).update(words)
            elif crop_id in refused:
                refused[crop_id] = {name: word for name, word in refused[crop_id].items() if name not in words}
                if not refused[crop_id]:
                    del refused[crop_id]
        self._writing += Counter()  # drops what is at nought

    def show(self, change: LabelChange, labeller: str | None = None) -> None:
        """Show what is in the case by now; of a crop that is being written to this window knows better."""
        if labeller == self._labeller:
            for crop_id, words in change.items():
                if crop_id in self._words and not self._writing[labeller, crop_id] and crop_id not in self.unkept:
                    self._apply(crop_id, words)

    def turn_to(self, labeller: str | None) -> None:
        """Know nothing any more but what this labeller was refused."""
        self._labeller = labeller
        self._words = {}

    def _apply(self, crop_id: CropId, words: WordChange) -> None:
        known = self._words[crop_id]
        for attribute, word in words.items():
            if word is None:
                known.pop(attribute, None)
            else:
                known[attribute] = word
