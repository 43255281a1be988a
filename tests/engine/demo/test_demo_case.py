"""Making the demo case, with an import that only notes what it was asked."""

import pytest

from engine.demo import demo_case as module
from engine.demo.demo_case import make_demo_case
from engine.demo.queries import QUERIES
from engine.errors import Cancelled
from engine.gallery.gallery import Gallery
from engine.progress import Progress


@pytest.fixture
def drawn(monkeypatch):
    """Draw nothing, and count how often footage was asked for."""
    folders = []
    monkeypatch.setattr(module, "render_demo_footage", lambda folder, progress: folders.append(folder))
    return folders


def test_the_case_is_drawn_taken_in_and_given_its_descriptions(tmp_path, drawn):
    taken = []
    demo = make_demo_case(tmp_path, lambda case, sources: taken.append((case, sources)), Progress())
    assert drawn == [tmp_path / "footage"]
    assert [case for case, _ in taken] == [demo.case] == [tmp_path / "demo.bolo"]
    assert [source.name for source in taken[0][1]] == ["gate-a", "high-street", "passage", "platform-2"]
    with Gallery.open(demo.case, read_only=True) as gallery:
        assert [(query.name, query.asks.text) for query in gallery.saved_queries()] == list(QUERIES)


def test_a_case_that_stands_is_left_alone(tmp_path, drawn):
    taken = []
    for _ in range(2):
        make_demo_case(tmp_path, lambda *given: taken.append(given), Progress())
    assert len(taken) == len(drawn) == 1


def test_a_case_whose_descriptions_were_renamed_or_removed_is_left_alone(tmp_path, drawn):
    taken = []
    demo = make_demo_case(tmp_path, lambda *given: taken.append(given), Progress())
    with Gallery.open(demo.case) as gallery:
        gallery.remove_query("Scarf")
        gallery.rename_query("Red top", "The one at the gate")
    make_demo_case(tmp_path, lambda *given: taken.append(given), Progress())
    assert len(taken) == len(drawn) == 1
    with Gallery.open(demo.case) as gallery:
        assert {"Scarf", "Red top"}.isdisjoint(query.name for query in gallery.saved_queries())


def test_a_case_whose_import_was_stopped_goes_on_the_next_time(tmp_path, drawn):
    def stopped(case, sources):
        raise Cancelled

    with pytest.raises(Cancelled):
        make_demo_case(tmp_path, stopped, Progress())
    taken = []
    make_demo_case(tmp_path, lambda *given: taken.append(given), Progress())
    assert len(taken) == 1
