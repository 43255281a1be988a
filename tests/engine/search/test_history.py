"""What was asked before, read from the log."""

import json

from engine.gallery.records import CropId, ReviewState
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.history import asked_before
from engine.search.query import Query
from engine.search.question import Question
from engine.search.searcher import Searcher


def ask(gallery, model, text, **asked):
    question = Question(query=Query.parse(text, model.schema), **asked)
    gallery.log("search", Searcher(gallery, model).ask(question, limit=5).facts())
    return question


def test_each_question_stands_once_the_newest_first(own_case, model):
    red = ask(own_case, model, "has:upperBodyRed", filters=Filters(cameras=frozenset({"Gate A"})))
    blue = ask(own_case, model, "has:upperBodyBlue", examples=Examples(like=(Example(crop_id=CropId(9)),)))
    ask(own_case, model, "has:upperBodyRed", filters=Filters(cameras=frozenset({"Gate A"})))
    own_case.log("exported", {"path": "x"})
    assert [asked.question for asked in asked_before(own_case, model.schema, 20)] == [red, blue]
    assert [asked.question for asked in asked_before(own_case, model.schema, 1)] == [red]


def test_what_was_learnt_from_reviews_is_no_example_of_the_question(own_case, model):
    own_case.record_review(CropId(4), ReviewState.CONFIRMED)
    given = Examples(unlike=(Example(crop_id=CropId(2)),))
    asked = ask(own_case, model, "has:upperBodyRed", examples=given, learns=True)
    (entry,) = own_case.audit_latest("search", 1)
    assert str(json.loads(entry.facts)["examples"]) != str(json.loads(entry.facts)["given"])
    assert [one.question for one in asked_before(own_case, model.schema, 5)] == [asked]


def test_what_cannot_be_read_or_said_is_left_out(own_case, model):
    red = ask(own_case, model, "has:upperBodyRed")
    for facts in (
        {},
        {"query": 5},
        {"query": "has:wings", "filters": {}},
        {"query": "", "filters": {}},
        {"query": "x"},
    ):
        own_case.log("search", facts)
    own_case.log("search", {"query": "has:upperBodyRed", "filters": {"start": "never"}})
    assert [asked.question for asked in asked_before(own_case, model.schema, 20)] == [red]
