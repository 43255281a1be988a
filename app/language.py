"""The language that the window speaks: the user's choice, or the system's where it is one of ours."""

import os
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine import paths

VARIABLE = "BOLO_LANGUAGE"


class Language(Enum):
    """A language that the window can speak; SYSTEM is whichever of them the system has, else English."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


def choose_language(asked: Language | None, kept: Language) -> Language:
    """Return English or German: what was asked on the command line, in BOLO_LANGUAGE, in the settings, or the system's.

    A value of BOLO_LANGUAGE that is no language of ours is passed over.
    """
    known = {language.value: language for language in Language}
    wanted = asked or known.get(os.environ.get(VARIABLE, "")) or kept
    return _systems() if wanted is Language.SYSTEM else wanted


def speak(application: QCoreApplication, language: Language) -> None:
    """Have every text that is made from now on said in this language, Qt's own among them; numbers and dates too."""
    if QLocale.system().language() is not _QT_LANGUAGES[language]:
        QLocale.setDefault(QLocale(_QT_LANGUAGES[language]))
    if language is Language.ENGLISH:
        return
    _install(application, f"bolo_{language.value}", str(paths.resources_dir() / "translations"))
    _install(application, f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)


def _systems() -> Language:
    found = QLocale.system().language()
    return next((language for language, qts in _QT_LANGUAGES.items() if qts is found), Language.ENGLISH)


_QT_LANGUAGES = {Language.ENGLISH: QLocale.Language.English, Language.GERMAN: QLocale.Language.German}
