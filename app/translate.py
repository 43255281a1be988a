"""The door through which every text of the window goes."""

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT = "Bolo"


def tr(text: str) -> str:
    """Return the text in the user's language, as far as `resources/translations` has it.

    The text is written out where `tr` is called, for `packaging/collect_texts.py` reads it there.
    """
    return QCoreApplication.translate(CONTEXT, text)


def tr_count(number: int, one: str, many: str) -> str:
    """Return the text that speaks of so many things, its {placeholders} still in it.

    Args:
        number: how many; which of its forms a language takes for them, the translation file knows.
        one: English for one thing: "{n} crop".
        many: English for any other number: "{n} crops"; the translation is kept under this one.
    """
    said = QCoreApplication.translate(CONTEXT, many, "", number)
    return one if number == 1 and said == many else said


def language_code() -> str:
    """Return the code of the language that texts come in: "en", or what the loaded translation file says of itself."""
    return QCoreApplication.translate(CONTEXT, "en", "the code of the language")


def inside_sentence(word: str) -> str:
    """Return a word that stands alone elsewhere as it is written inside a sentence: German nouns keep their capital."""
    return word.lower() if language_code() == "en" else word


def locale() -> QLocale:
    """Return the user's locale; English where the system names none, for C writes 41300."""
    users = QLocale()
    return QLocale(QLocale.Language.English) if users.language() is QLocale.Language.C else users


def say_number(number: int) -> str:
    """Return a number with the locale's separators."""
    return locale().toString(number)


def say_decimal(number: float, places: int = 1) -> str:
    """Return a number with the locale's decimal sign and at most so many places, no noughts at their end."""
    separator = locale().decimalPoint()
    written = locale().toString(float(number), "f", places)
    return written.rstrip("0").rstrip(separator) if separator in written else written
