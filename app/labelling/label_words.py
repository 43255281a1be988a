"""Labels in words and signs."""

from app.translate import tr
from engine.casework.label_order import LabelOrder
from engine.gallery.records import Said

HOLDS_MARK, NOT_MARK, UNSURE_MARK = "✓", "–", "?"


def mark_of(word: Said | None) -> str:
    """Return the sign of a word; nothing where nothing was said."""
    if word is None:
        return ""
    return {True: HOLDS_MARK, False: NOT_MARK, None: UNSURE_MARK}[word.value]


def say_word(word: Said | None, *, is_unkept: bool = False) -> str:
    """Return a word as a screen reader says it."""
    if word is None:
        text = tr("not labelled")
    else:
        text = {True: tr("has"), False: tr("has not"), None: tr("unsure")}[word.value]
        text = tr("{word}, the model's guess").format(word=text) if word.is_guess else text
    return tr("{word}, not kept").format(word=text) if is_unkept else text


def say_order(order: LabelOrder) -> str:
    """Return what comes first, in words."""
    return {
        LabelOrder.UNCERTAIN: tr("Most uncertain first"),
        LabelOrder.RAREST: tr("Rarest attribute first"),
        LabelOrder.REVIEWED: tr("Reviewed results first"),
        LabelOrder.CHANCE: tr("By chance"),
    }[order]
