"""Which crops are chosen, by their ids, so that the choice outlives searches; without Qt."""

from collections.abc import Iterable

from engine.gallery.records import CropId


class Choice:
    """Chosen crops in the order they were chosen in, as far as they came one by one."""

    def __init__(self) -> None:
        self._chosen: dict[CropId, None] = {}

    def __len__(self) -> int:
        """Return how many are chosen."""
        return len(self._chosen)

    def __contains__(self, crop_id: CropId) -> bool:
        """Return whether a crop is chosen."""
        return crop_id in self._chosen

    @property
    def crop_ids(self) -> tuple[CropId, ...]:
        """Return who is chosen."""
        return tuple(self._chosen)

    def take(self, crop_ids: Iterable[CropId]) -> None:
        """Choose these and no others."""
        self._chosen = dict.fromkeys(crop_ids)

    def add(self, crop_ids: Iterable[CropId]) -> None:
        """Choose these too."""
        added = crop_ids if isinstance(crop_ids, dict) else dict.fromkeys(crop_ids)
        self._chosen = self._chosen | added if self._chosen else added

    def toggle(self, crop_id: CropId) -> None:
        """Choose a crop too, or no longer."""
        if crop_id in self._chosen:
            del self._chosen[crop_id]
        else:
            self._chosen[crop_id] = None
