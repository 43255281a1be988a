import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.language import VARIABLE, Language, choose_language
from app.translate import say_decimal, say_number, tr_count


@pytest.mark.parametrize(
    ("asked", "variable", "kept", "chosen"),
    [
        (Language.ENGLISH, "de", Language.GERMAN, Language.ENGLISH),
        (None, "de", Language.ENGLISH, Language.GERMAN),
        (None, "klingon", Language.GERMAN, Language.GERMAN),
        (None, "", Language.GERMAN, Language.GERMAN),
    ],
)
def test_the_command_line_goes_before_the_environment_and_that_before_the_settings(
    monkeypatch, asked, variable, kept, chosen
):
    monkeypatch.setenv(VARIABLE, variable)
    assert choose_language(asked, kept) is chosen


@pytest.mark.parametrize(
    ("system", "chosen"), [("de_AT", Language.GERMAN), ("en_GB", Language.ENGLISH), ("fr_FR", Language.ENGLISH)]
)
def test_the_systems_language_is_spoken_where_it_is_one_of_ours_else_english(monkeypatch, system, chosen):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("app.language.QLocale.system", lambda: QLocale(system))
    assert choose_language(None, Language.SYSTEM) is chosen


def test_one_thing_is_said_in_the_singular_in_english():
    assert tr_count(1, "{n} thing", "{n} things") == "{n} thing"
    assert tr_count(0, "{n} thing", "{n} things") == "{n} things"
    assert tr_count(2, "{n} thing", "{n} things") == "{n} things"


class OneForm(QTranslator):
    """A language with one form for all numbers."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"{n} Dinge" if source == "{n} things" else ""


def test_the_translation_says_which_form_a_number_takes(qapp):
    translator = OneForm()
    QCoreApplication.installTranslator(translator)
    try:
        assert tr_count(1, "{n} thing", "{n} things") == "1 Dinge"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_numbers_have_the_locales_signs(monkeypatch):
    monkeypatch.setattr("app.translate.locale", lambda: QLocale("de_DE"))
    assert say_number(41_300) == "41.300"
    assert [say_decimal(0.5, 2), say_decimal(1234.25, 1), say_decimal(50.0)] == ["0,5", "1.234,3", "50"]
