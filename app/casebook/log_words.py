"""The log's own words in the user's language. The log itself keeps the English ones: its hashes are made over them."""

from functools import cache

from app.translate import language_code, tr


def say_action(action: str) -> str:
    """Return what was done, as it is shown; what this version does not know stands as it is."""
    return _actions(language_code()).get(action, action)


def all_actions() -> tuple[str, ...]:
    """Return what can be done, as it is shown."""
    return tuple(_actions(language_code()).values())


def say_outcome(word: str) -> str:
    """Return what a review, a bookmark, an import or a training came to, in small letters."""
    return _states(language_code()).get(word, word)


@cache
def _actions(_language: str) -> dict[str, str]:
    return {
        "attributes changed": tr("attributes changed"),
        "bookmarked": tr("bookmarked"),
        "camera changed": tr("camera changed"),
        "case described": tr("case described"),
        "case made": tr("case made"),
        "contact sheet": tr("contact sheet"),
        "copied": tr("copied"),
        "demo descriptions stored": tr("demo descriptions stored"),
        "embeddings removed": tr("model's evaluations removed"),
        "exported": tr("exported"),
        "hits new again": tr("hits new again"),
        "import": tr("import"),
        "labels exported": tr("labels exported"),
        "labels imported": tr("labels imported"),
        "model activated": tr("model activated"),
        "new hits seen": tr("new hits seen"),
        "originals moved": tr("originals moved"),
        "report made": tr("report made"),
        "reviewed": tr("reviewed"),
        "saved search changed": tr("saved search changed"),
        "saved search removed": tr("saved search removed"),
        "saved search renamed": tr("saved search renamed"),
        "saved search restored": tr("saved search restored"),
        "saved searches run": tr("saved searches run"),
        "search": tr("search"),
        "search saved": tr("search saved"),
        "training decided": tr("training decided"),
        "training discarded": tr("training discarded"),
        "view light": tr("view light"),
        "view zoom": tr("view zoom"),
    }


@cache
def _states(_language: str) -> dict[str, str]:
    return {
        "activate": tr("used from now on"),
        "added": tr("added to the case"),
        "bookmarked": tr("bookmarked"),
        "cancelled": tr("cancelled"),
        "confirmed": tr("confirmed"),
        "discard": tr("discarded"),
        "done": tr("done"),
        "failed": tr("failed"),
        "keep": tr("kept for later"),
        "none": tr("taken back"),
        "paused": tr("paused"),
        "rejected": tr("rejected"),
        "running": tr("running"),
        "unreviewed": tr("unreviewed"),
        "unsure": tr("unsure"),
    }
