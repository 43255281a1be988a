"""What the window shows of labels, ahead of the case, and what it does when the case refuses."""

from app.labelling.label_book import LabelBook
from engine.gallery.records import Said

YES, NO = Said(True), Said(False)


def test_what_is_said_shows_before_the_case_has_it():
    book = LabelBook()
    book.take([1], {})
    book.begin({1: {"hat": YES}})
    assert book.words(1) == {"hat": YES}
    book.end({1: {"hat": YES}}, is_kept=True)
    assert book.words(1) == {"hat": YES} and not book.unkept


def test_what_was_read_before_a_word_does_not_hide_it():
    book = LabelBook()
    book.take([1], {})
    book.begin({1: {"hat": YES}})
    book.take([1], {1: {"hat": NO}})  # asked before the word was said
    assert book.words(1) == {"hat": YES}
    book.end({1: {"hat": YES}}, is_kept=True)
    book.take([1], {1: {"hat": YES, "bag": NO}})
    assert book.words(1) == {"hat": YES, "bag": NO}


def test_a_later_word_is_not_hidden_by_the_answer_to_an_earlier_one():
    book = LabelBook()
    book.take([1], {})
    first, second = {1: {"hat": YES}}, {1: {"hat": NO}}
    book.begin(first)
    book.begin(second)
    book.end(first, is_kept=True)
    book.show(first)
    assert book.words(1) == {"hat": NO}


def test_what_was_not_kept_is_marked_until_it_is():
    book = LabelBook()
    book.take([1], {})
    change = {1: {"hat": YES, "bag": NO}}
    book.begin(change)
    book.end(change, is_kept=False)
    assert book.unkept_of(1) == {"hat", "bag"} and book.unkept_count == 2
    book.take([1], {})  # the case knows less
    assert book.words(1) == {"hat": YES, "bag": NO}
    book.begin({1: {"hat": YES}})
    book.end({1: {"hat": YES}}, is_kept=True)
    assert book.unkept_of(1) == {"bag"}


def test_words_on_a_crop_that_is_not_known_wait_until_it_is_read():
    book = LabelBook()
    book.begin({7: {"hat": YES}})
    assert not book.knows(7)
    book.end({7: {"hat": YES}}, is_kept=True)
    book.take([7], {7: {"hat": YES, "bag": YES}})
    assert book.words(7) == {"hat": YES, "bag": YES}


def test_a_word_is_taken_back():
    book = LabelBook()
    book.take([1], {1: {"hat": YES}})
    book.begin({1: {"hat": None}})
    assert book.words(1) == {}


def test_what_one_labeller_was_refused_is_not_shown_as_anothers():
    book = LabelBook()
    book.turn_to("ann")
    book.take([1], {})
    book.begin({1: {"hat": YES}}, "ann")
    book.turn_to("bob")
    book.take([1], {})
    book.end({1: {"hat": YES}}, "ann", is_kept=False)
    assert book.words(1) == {} and not book.unkept and book.unkept_count == 1
    book.turn_to("ann")
    book.take([1], {1: {"bag": NO}})
    assert book.words(1) == {"hat": YES, "bag": NO} and book.unkept_of(1) == {"hat"}
