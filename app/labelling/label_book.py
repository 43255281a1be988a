"""What was said of crops, as far as this window knows: ahead of what the case has answered."""

from collections import Counter
from collections.abc import Iterable, Mapping

from engine.gallery.records import CropId, Said

Change = Mapping[CropId, Mapping[str, Said | None]]  # None takes a word back


class LabelBook:
    """The words of one labeller. What is said shows at once; what the case refused is marked as not kept."""

    def __init__(self) -> None:
        self._words: dict[CropId, dict[str, Said]] = {}
        self._writing: Counter[CropId] = Counter()
        self._unkept: dict[CropId, dict[str, Said | None]] = {}

    @property
    def unkept(self) -> Change:
        """Return what was said and is not in the case."""
        return self._unkept

    @property
    def unkept_count(self) -> int:
        """Return how many words that are."""
        return sum(map(len, self._unkept.values()))

    def knows(self, crop_id: CropId) -> bool:
        """Return whether it is known what was said of a crop."""
        return crop_id in self._words

    def words(self, crop_id: CropId) -> Mapping[str, Said]:
        """Return what was said of a crop; nothing where that is not known."""
        return self._words.get(crop_id, {})

    def unkept_of(self, crop_id: CropId) -> frozenset[str]:
        """Return the attributes of a crop whose words are not in the case."""
        return frozenset(self._unkept.get(crop_id, ()))

    def take(self, crop_ids: Iterable[CropId], said: Mapping[CropId, Mapping[str, Said]]) -> None:
        """Take what the case has; of a crop that is being written to, or was not kept, this window knows better."""
        for crop_id in crop_ids:
            if not self._writing[crop_id] and crop_id not in self._unkept:
                self._words[crop_id] = dict(said.get(crop_id, {}))

    def begin(self, change: Change) -> None:
        """Show a change that is on its way to the case."""
        for crop_id, words in change.items():
            self._writing[crop_id] += 1
            if crop_id in self._words:
                self._apply(crop_id, words)

    def end(self, change: Change, *, is_kept: bool) -> None:
        """Take whether a change is in the case now."""
        for crop_id, words in change.items():
            self._writing[crop_id] -= 1
            if not is_kept:
                self._unkept.setdefault(crop_id, {}).update(words)
            elif crop_id in self._unkept:
                left = {name: word for name, word in self._unkept[crop_id].items() if name not in words}
                self._unkept[crop_id] = left
                if not left:
                    del self._unkept[crop_id]
        self._writing += Counter()  # drops what is at nought

    def show(self, change: Change) -> None:
        """Show what is in the case by now; of a crop that is being written to this window knows better."""
        for crop_id, words in change.items():
            if crop_id in self._words and not self._writing[crop_id] and crop_id not in self._unkept:
                self._apply(crop_id, words)

    def forget(self) -> None:
        """Know nothing any more; what was not kept stays."""
        self._words = {crop_id: words for crop_id, words in self._words.items() if crop_id in self._unkept}

    def _apply(self, crop_id: CropId, words: Mapping[str, Said | None]) -> None:
        known = self._words[crop_id]
        for attribute, word in words.items():
            if word is None:
                known.pop(attribute, None)
            else:
                known[attribute] = word
