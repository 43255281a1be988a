"""Saved searches: kept in the log, run again, and what later crops bring for them."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import QueryError
from engine.gallery.records import CropId, ReviewState, SourceKind, StoredSearch
from engine.search import saved_searches as module
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.question import Question
from engine.search.replay import find_search, replay
from engine.search.reviewing import review_crop
from engine.search.saved_searches import SavedSearches, SearchAlert
from engine.search.searcher import Searcher


@pytest.fixture
def searches(own_case, model):
    return SavedSearches(own_case, model)


@pytest.fixture
def add_people(own_case, model, peta, vectors, new_frame):
    """Return what adds crops of which the model says that these attributes hold, and nothing else."""
    numbers = iter(range(1, 1000))

    def add(count, *attributes, camera="Gate C"):
        path = own_case.folder.parent / camera
        source = own_case.add_source(path, SourceKind.FRAMES, camera)
        ids = own_case.record_frames(source, [new_frame(path, next(numbers), 9) for _ in range(count)])
        logits = np.full((count, peta.size), -6.0, np.float32)
        logits[:, [peta.index(attribute) for attribute in attributes]] = 6.0
        own_case.save_embeddings(model.id, ids, np.resize(vectors, (count, vectors.shape[1])), logits)
        return ids

    return add


def question(peta, text="has:upperBodyRed", **settings):
    return Question(query=Query.parse(text, peta), **settings)


def actions(gallery):
    return [(entry.action, json.loads(entry.facts).get("name")) for entry in gallery.audit_entries()]


def test_a_question_comes_back_as_it_was_asked(searches, peta, vectors, own_case):
    picture = Example(name="her.jpg", sha256="ab" * 32, vector=vectors[3])
    asked = question(
        peta,
        "has:upperBodyRed|upperBodyPink not:accessoryHat prefer:hairLong",
        filters=Filters(cameras=frozenset({"Gate A"}), min_height_px=40, reviews=frozenset({ReviewState.UNSURE})),
        examples=Examples(like=(Example(crop_id=CropId(9)),), unlike=(picture,)),
        scorer="fused",
        learns=True,
    )
    searches.save("her", asked)
    found = searches.question("her")
    assert found == asked
    assert np.array_equal(found.examples.unlike[0].vector, vectors[3])
    ranked = [result.crop.id for result in searches.run("her", limit=7).results]
    expected = Searcher(own_case, searches._model).ask(asked, limit=7)
    assert ranked == [result.crop.id for result in expected.results]


def test_whoever_is_in_the_case_when_a_search_is_saved_is_not_new(searches, peta):
    saved = searches.save("red", question(peta))
    assert saved.checked_until == 60
    assert searches.look_for_new() == ()


def test_later_crops_that_fit_are_new_hits_and_counted_once(searches, peta, add_people, own_case):
    searches.save("red", question(peta))
    searches.save("hats", question(peta, "has:accessoryHat"))
    red = add_people(3, "upperBodyRed")
    add_people(4, "upperBodyBlue")
    assert searches.look_for_new() == (SearchAlert(search="red", new=3, marked=3),)
    assert (own_case.new_hits("red"), own_case.new_hits("hats")) == (red, [])
    assert searches.look_for_new() == ()
    both = add_people(2, "upperBodyRed", "accessoryHat")
    alerts = searches.look_for_new()
    assert [alert.in_words() for alert in alerts] == ["Saved search “red”: 2 new", "Saved search “hats”: 2 new"]
    assert own_case.new_hits("red") == [*red, *both]


def test_the_filters_of_a_saved_search_hold_for_its_hits(searches, peta, add_people):
    searches.save("red at C", question(peta, filters=Filters(cameras=frozenset({"Gate C"}))))
    add_people(2, "upperBodyRed", camera="Gate D")
    assert searches.look_for_new() == ()
    add_people(1, "upperBodyRed", camera="Gate C")
    assert [alert.new for alert in searches.look_for_new()] == [1]


def test_crops_that_are_embedded_later_are_new_then(searches, peta, add_people, own_case, new_frame, model, vectors):
    searches.save("red", question(peta))
    path = own_case.folder.parent / "late"
    source = own_case.add_source(path, SourceKind.FRAMES, "Gate E")
    (late,) = own_case.record_frames(source, [new_frame(path, 1, 9)])
    after = add_people(1, "upperBodyRed")
    # the crop before it is not embedded yet, so that the case is not looked through up to here
    assert [alert.new for alert in searches.look_for_new()] == []
    logits = np.full((1, peta.size), -6.0, np.float32)
    logits[0, peta.index("upperBodyRed")] = 6.0
    own_case.save_embeddings(model.id, [late], vectors[:1], logits)
    assert [alert.new for alert in searches.look_for_new()] == [2]
    assert own_case.new_hits("red") == [late, *after]


def test_of_very_many_hits_the_best_are_marked_and_all_are_counted(searches, peta, add_people, monkeypatch):
    monkeypatch.setattr(module, "MOST_MARKED", 2)
    searches.save("red", question(peta))
    add_people(5, "upperBodyRed")
    (alert,) = searches.look_for_new()
    assert (alert.new, alert.marked) == (5, 2)
    assert alert.in_words() == "Saved search “red”: 5 new, of which the best 2 are marked"


def test_a_search_that_cannot_be_read_says_so_and_the_others_go_on(searches, peta, add_people, own_case):
    own_case.save_query("odd", StoredSearch(text="has:wings"))
    own_case.save_query("broken", StoredSearch(text="has:upperBodyRed", filters="[]"))
    searches.save("red", question(peta))
    gone = question(peta, "", examples=Examples(like=(Example(crop_id=CropId(999)),)))
    searches.save("like nobody", gone)
    add_people(1, "upperBodyRed")
    odd, broken, red, like = searches.look_for_new()
    assert "“wings”" in odd.problem and "save it anew" in broken.problem and "Crop 999" in like.problem
    assert (red.new, red.problem) == (1, "")
    assert odd.in_words().startswith("Saved search “odd” could not be run: The schema")


def test_the_new_hits_can_be_ranked_alone_until_they_are_seen(searches, peta, add_people):
    searches.save("red", question(peta))
    red = add_people(3, "upperBodyRed")
    searches.look_for_new()
    assert {result.crop.id for result in searches.run("red", only_new=True).results} == set(red)
    searches.mark("red", red[:2], seen=True)
    assert {result.crop.id for result in searches.run("red", only_new=True).results} == {red[2]}
    searches.mark("red", red, seen=True)
    assert searches.run("red", only_new=True).results == ()


def test_reviewed_crops_move_a_search_that_learns(searches, peta, own_case):
    searches.save("her", question(peta, learns=True))
    before = searches.run("her", limit=60)
    assert (before.scorer, before.counted.is_empty) == ("fused", True)
    review_crop(own_case, CropId(40), ReviewState.CONFIRMED)
    review_crop(own_case, CropId(41), ReviewState.REJECTED)
    after = searches.run("her", limit=60)
    assert after.scorer == "fused and examples"
    assert after.counted.to_dict() == {"like": [40], "unlike": [41]}
    assert after.examples.is_empty
    place = {result.crop.id: result.rank for result in after.results}
    was = {result.crop.id: result.rank for result in before.results}
    assert place[40] < was[40] or was[40] == 1
    assert {result.crop.id: result.review for result in after.results}[41] is ReviewState.REJECTED


def test_a_search_that_learnt_is_replayed_from_the_log_after_more_reviews(searches, peta, own_case, model):
    review_crop(own_case, CropId(40), ReviewState.CONFIRMED)
    searches.save("her", question(peta, learns=True))
    entry = own_case.log("search", searches.run("her", limit=30).facts() | {"saved": "her"})
    review_crop(own_case, CropId(7), ReviewState.CONFIRMED)
    found = replay(find_search(own_case, entry.number), own_case, model)
    assert (found.is_same, found.changes) == (True, ())


def test_every_step_stands_in_the_log(searches, peta, add_people, own_case):
    start = len(actions(own_case))
    searches.save("red", question(peta))
    searches.change("red", question(peta, "has:upperBodyPink"))
    searches.rename("red", "pink")
    red = add_people(1, "upperBodyPink")
    searches.look_for_new()
    searches.mark("pink", red, seen=True)
    searches.mark("pink", red, seen=False)
    removed = searches.remove("pink")
    searches.restore(removed)
    review_crop(own_case, red[0], ReviewState.CONFIRMED, "tattoo")
    assert actions(own_case)[start:] == [
        ("search saved", "red"),
        ("saved search changed", "red"),
        ("saved search renamed", "red"),
        ("saved searches run", None),
        ("new hits seen", "pink"),
        ("hits new again", "pink"),
        ("saved search removed", "pink"),
        ("saved search restored", "pink"),
        ("reviewed", None),
    ]
    last = list(own_case.audit_entries())[-1]
    assert json.loads(last.facts) == {"crop": red[0], "verdict": "confirmed", "note": "tattoo"}
    assert own_case.verify_audit().is_whole
    assert own_case.new_hits("pink") == red


@pytest.mark.parametrize("stored", [{"examples": '{"like":[{}]}'}, {"examples": "[]"}, {"filters": "no JSON"}])
def test_a_stored_question_that_cannot_be_read_is_refused(peta, stored):
    with pytest.raises(QueryError, match=r"save it anew|set them anew"):
        Question.read(replace(StoredSearch(text=""), **stored), peta)
