import json
from pathlib import Path

import pytest

from app.engine_words import say_figures, say_in_language, schema_in_language
from app.jobs.job_state import JobState
from engine.attributes.schema_file import shipped_schema
from engine.errors import ConfigError, ImageError, MissingPathError, UnknownAttributeError


def test_in_english_the_engines_words_stay_as_they_are(qapp, peta):
    text = str(MissingPathError(Path("gate.mp4")))
    assert say_in_language(text) is text
    assert schema_in_language(peta) == peta


def test_a_sentence_is_found_by_its_pattern_and_what_was_filled_in_stays(german):
    said = say_in_language("The weights of model-7 do not fit its schema; add the model again.")
    assert said == ("Die Gewichte von model-7 passen nicht zu seinem Schema; bitte das Modell neu hinzufügen.")


def test_a_reason_is_translated_and_the_path_before_it_is_not(german):
    path = Path("There is no model: really.mp4")
    assert say_in_language(str(ImageError(path, "is empty; copy it again from where it came."))) == (
        f"{path}: ist leer; bitte erneut von der Quelle kopieren."
    )


def test_a_clause_filled_in_is_translated_in_its_turn(german):
    error = ConfigError("clock offset", "x", "is none; write it as 4m10s, or -250s for a clock behind")
    assert say_in_language(str(error)) == (
        "Uhrabweichung = 'x' ist nicht verwendbar: "
        "Es ist keiner; als 4m10s schreiben, oder -250s für eine nachgehende Uhr."
    )
    unknown = say_in_language(str(UnknownAttributeError("hatt", "peta", ("hat",))))
    assert unknown == "Das Schema peta hat kein Merkmal „hatt“; war hat gemeint?"


def test_what_a_job_tells_is_in_the_users_language(german):
    state = JobState("Import von gate")
    reason = "is empty; copy it again from where it came."
    state.take_line(json.dumps({"event": "FileFailed", "path": "a.mp4", "reason": reason}))
    state.take_line(json.dumps({"event": "Failed", "message": "The request is no JSON."}))
    assert [failure.reason for failure in state.failures] == ["ist leer; bitte erneut von der Quelle kopieren."]
    assert state.message == "Die Anfrage ist kein JSON."


def test_a_sentence_of_two_clauses_is_translated_on_both_sides(german):
    text = "Line 5 of the audit log was changed after it was written; compare it with a copy of the case."
    assert say_in_language(text) == (
        "Zeile 5 des Protokolls wurde nachträglich geändert; mit einer Kopie des Falls vergleichen."
    )


def test_measures_have_the_languages_decimal_sign_and_sentences_keep_their_points(german):
    assert say_figures("Rank-1 44.1 % (41.0 to 47.2)") == "Rank-1 44,1 % (41,0 bis 47,2)"
    four = ", ".join(f"{name} 1.5 % (1.0 to 2.0)" for name in ("Rank-1", "Rank-5", "Rank-10", "mAP"))
    assert say_figures(four) == four.replace(".", ",").replace("to", "bis")
    assert say_figures("mean accuracy 85.0 %") == "mittlere Genauigkeit 85,0 %"
    reason = "is empty; copy it again from where it came."
    assert say_in_language(f"gate-1.2.mp4: {reason}") == "gate-1.2.mp4: ist leer; bitte erneut von der Quelle kopieren."


def test_in_english_measures_keep_their_points(qapp):
    assert say_figures("Rank-1 44.1 % (41.0 to 47.2)") == "Rank-1 44.1 % (41.0 to 47.2)"


@pytest.mark.parametrize("text", ["", "Nobody wrote this sentence.", "a: b; c", "Gate A"])
def test_what_no_file_has_stays_as_it_is(german, text):
    assert say_in_language(text) == text


@pytest.mark.parametrize("name", ["peta", "market1501", "pa100k"])
def test_a_schema_has_other_labels_and_the_same_ids(german, name):
    english = shipped_schema(name)
    said = schema_in_language(english)
    assert said.attribute_ids == english.attribute_ids
    assert [group.id for group in said.groups] == [group.id for group in english.groups]
    same = {"Jeans", "Shorts"}
    assert {one.label for one in said.attributes} & {one.label for one in english.attributes} <= same
    assert not {group.title for group in said.groups} & {group.title for group in english.groups}
