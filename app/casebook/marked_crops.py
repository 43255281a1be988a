"""The bookmarked pictures of a case, each in a line."""

from dataclasses import dataclass

from app.search.times import say_moment
from app.translate import tr
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId


@dataclass(frozen=True, slots=True)
class MarkedCrop:
    """A picture that is bookmarked or part of the case."""

    crop_id: CropId
    where: str
    state: BookmarkState
    note: str

    def in_words(self) -> str:
        """Return the line."""
        state = tr("added to the case") if self.state is BookmarkState.ADDED else tr("bookmarked")
        note = f": {self.note}" if self.note else ""
        return tr("Picture {n}, {where} — {state}").format(n=self.crop_id, where=self.where, state=state) + note


def read_marked(gallery: Gallery) -> list[MarkedCrop]:
    """Return them by their ids."""
    marks = gallery.bookmarks()
    return [
        MarkedCrop(crop.id, f"{crop.camera}, {say_moment(crop.time)}", marks[crop.id].state, marks[crop.id].note)
        for crop in gallery.crops(list(marks))
    ]
