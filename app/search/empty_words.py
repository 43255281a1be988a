"""What the search page says where there is nobody to show, and the next step from there."""

from app.case.records import CaseFacts
from app.translate import tr
from app.widgets.empty_state import EmptyText


def say_empty(facts: CaseFacts | None, *, is_importing: bool) -> EmptyText:
    """Return why there is nobody, and what can be done about it."""
    if facts is None:
        return EmptyText(icon="search", title=tr("Looking…"), line="")
    if facts.embedded:
        line = tr("No crop passes the filters.")
        return EmptyText(icon="search", title=tr("Nobody left"), line=line, action=tr("Show all again"))
    if is_importing:
        line = tr("People appear here as soon as the model has seen them. The foot of the window says how far it is.")
        return EmptyText(icon="footage", title=tr("At work"), line=line)
    return _say_nothing_searchable(facts)


def _say_nothing_searchable(facts: CaseFacts) -> EmptyText:
    if facts.crops:
        line = tr("The model has not looked at the people found so far. It can do so now, without the footage.")
        return EmptyText(icon="model", title=tr("Nothing to rank yet"), line=line, action=tr("Let it look"))
    line = tr(
        "Import the folders of frames or the videos to search. "
        "Bolo finds the people in them and keeps the originals untouched."
    )
    return EmptyText(icon="footage", title=tr("No footage in this case yet"), line=line, action=tr("Import footage…"))
