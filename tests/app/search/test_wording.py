import pytest

from app.engine_words import schema_in_language
from app.search.wording import say, say_clause, say_example, say_scorer
from engine.gallery.records import CropId
from engine.search import words
from engine.search.query import Query


def ask(schema, **ticks):
    return Query.build(schema, has=ticks.get("has", ()), not_=ticks.get("not_", ()), prefer=ticks.get("prefer", ()))


def test_in_english_the_engine_says_it(qapp, peta):
    clauses = ask(peta, has=["upperBodyRed"], not_=["accessoryHat"], prefer=["personalFemale"]).clauses
    assert say(clauses, peta) == words.say(clauses, peta)
    assert [say_clause(clause, peta) for clause in clauses] == [words.say_clause(clause, peta) for clause in clauses]
    assert say_example(CropId(7), like=True) == words.say_example(CropId(7), like=True)
    assert say_example("x.jpg", like=False) == words.say_example("x.jpg", like=False)
    assert say_scorer("fused") == words.say_scorer("fused")


@pytest.mark.parametrize(
    ("ticks", "said"),
    [
        ({}, "Beliebige Person"),
        ({"has": ["personalFemale"]}, "Weiblich"),
        ({"not_": ["personalFemale"]}, "Nicht weiblich"),
        ({"has": ["upperBodyRed", "upperBodyPink", "upperBodyBlue"]}, "Oberteil rot, rosa oder blau"),
        ({"not_": ["upperBodyRed", "upperBodyPink"]}, "Oberteil nicht rot oder rosa"),
        ({"has": ["carryingBackpack", "carryingSuitcase"]}, "Rucksack und Koffer"),
        ({"not_": ["carryingBackpack"]}, "Ohne Rucksack"),
        ({"not_": ["accessoryNothing"]}, "Nicht ohne Accessoires"),
        ({"not_": ["accessoryHat", "hairLong"]}, "Haare nicht lang, ohne Kopfbedeckung"),
        ({"prefer": ["accessoryMuffler"]}, "Beliebige Person — bevorzugt Schal"),
        ({"has": ["upperBodyTshirt"], "prefer": ["hairBald", "lowerBodyBlue"]}, None),
    ],
)
def test_in_german_the_noun_comes_first_and_nothing_is_bent(german, peta, ticks, said):
    phrase = say(ask(peta, **ticks).clauses, schema_in_language(peta))
    assert phrase == (said or "T-Shirt — bevorzugt Hose/Rock blau und Glatze")


def test_examples_and_scorers_are_said_in_german(german):
    assert say_example(CropId(7), like=True) == "wie Ausschnitt 7"
    assert say_example("x.jpg", like=False) == "nicht wie x.jpg"
    assert say_scorer("fused") == "bewertet mit fused"
