from types import SimpleNamespace

from app.report.report_words import say_description


def search(query, words="Red top", examples=0):
    return SimpleNamespace(query=query, words=words, examples=examples)


def test_in_english_a_search_is_said_in_the_logs_words(qapp, peta):
    assert (
        say_description(search("has:upperBodyRed", "Red top, with 2 examples", 2), peta) == "Red top, with 2 examples"
    )


def test_in_german_a_search_is_said_anew_from_the_query_that_the_log_keeps(german, peta):
    said = say_description(search("has:upperBodyRed not:accessoryHat", examples=2), peta)
    assert said.startswith("Oberteil rot, ohne Kopfbedeckung, ")


def test_a_query_that_the_model_does_not_know_keeps_the_logs_words(german, peta):
    assert say_description(search("has:tattoo", "Tattoo"), peta) == "Tattoo"
    assert say_description(search("has:upperBodyRed"), None) == "Red top"
