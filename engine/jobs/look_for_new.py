"""Running the saved searches after an import: what it brought for them."""

from dataclasses import dataclass

from engine.errors import ModelError
from engine.gallery.gallery import Gallery
from engine.progress import Noted, Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import default_store
from engine.search.active_model import active_model
from engine.search.saved_searches import SavedSearches, SearchAlert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHits:
    """What running the saved searches brought."""

    alerts: tuple[SearchAlert, ...]


def look_for_new(gallery: Gallery, progress: Progress) -> tuple[SearchAlert, ...]:
    """Run every saved search over the crops that came since it was last run, with the case's model.

    Without a model nothing is looked through; the next import does it then.
    """
    if not gallery.saved_queries():
        return ()
    try:
        model = QueryModel.load(active_model(gallery, default_store()))
    except ModelError as error:
        progress.tell(Noted(text=f"The saved searches were not run. {error}"))
        return ()
    alerts = SavedSearches(gallery, model).look_for_new()
    for alert in alerts:
        progress.tell(Noted(text=f"{alert.in_words()}."))
    return alerts
