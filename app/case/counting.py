"""What a case holds, counted for the footage page and the foot."""

from datetime import datetime, tzinfo

import numpy as np

from app.case.records import CaseFacts, SourceFacts
from engine.gallery.gallery import Gallery
from engine.gallery.records import Source, SourceId


class CaseCounter:
    """Counts one case again and again, and remembers what will not change.

    Args:
        gallery: the case.
        model_id: of the model in use; None where there is none.
    """

    def __init__(self, gallery: Gallery, model_id: str | None) -> None:
        self._gallery = gallery
        self._model_id = model_id
        self._complete: dict[SourceId, int] = {}
        self._zone: tzinfo | None = None

    def count(self) -> CaseFacts:
        """Return the facts of the case at this moment."""
        counts = self._gallery.counts()
        seen = self._crops_seen() if counts.crops else {}
        return CaseFacts(
            crops=counts.crops,
            embedded=counts.embedded.get(self._model_id, 0) if self._model_id is not None else 0,
            sources=tuple(
                SourceFacts(
                    source=source,
                    frames=self._frames(source),
                    crops=seen.get(source.id, 0),
                    is_missing=not source.path.exists(),
                )
                for source in self._gallery.sources()
            ),
            failures=tuple(self._gallery.failures()),
            cameras=tuple(self._gallery.cameras()),
            time_span=self._time_span(),
            tracks=counts.tracks + len(self._gallery.alike_tracks()),
        )

    def _crops_seen(self) -> dict[int, int]:
        if self._model_id is None:
            return {}
        ids, numbers = np.unique(self._gallery.searchable(self._model_id).source_ids, return_counts=True)
        return dict(zip(ids.tolist(), numbers.tolist(), strict=True))

    def _frames(self, source: Source) -> int:
        """Return the number of frames: exact once the source is complete, which takes a look at each of them."""
        if not source.is_complete:
            self._complete.pop(source.id, None)
            return self._gallery.last_frame_number(source.id)
        if source.id not in self._complete:
            self._complete[source.id] = len(self._gallery.imported_frames(source.id))
        return self._complete[source.id]

    def _time_span(self) -> tuple[datetime, datetime] | None:
        span = self._gallery.time_span()
        if span is None:
            return None
        if self._zone is None:
            self._zone = next((crop.time.tzinfo for crop in self._gallery.iter_crops() if crop.time is not None), None)
        return span[0].astimezone(self._zone), span[1].astimezone(self._zone)
