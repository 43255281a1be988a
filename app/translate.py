"""The door through which every text of the window goes."""

from PySide6.QtCore import QCoreApplication, QLocale


def tr(text: str) -> str:
    """Return the text in the user's language, as far as `resources/translations` has it."""
    return QCoreApplication.translate("Bolo", text)


def locale() -> QLocale:
    """Return the user's locale; English where the system names none, for C writes 41300."""
    users = QLocale()
    return QLocale(QLocale.Language.English) if users.language() is QLocale.Language.C else users


def say_number(number: int) -> str:
    """Return a number with the locale's separators."""
    return locale().toString(number)
