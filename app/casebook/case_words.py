"""What the page of the case says of decisions and footage."""

from app.case.records import CaseFacts
from app.casebook.decision_facts import DecisionFacts
from app.search.review_words import SIGNS
from app.translate import say_number, tr
from engine.casework.second_review import Agreement
from engine.gallery.records import ReviewState

MOST_TOLD = 12


def say_decisions(facts: DecisionFacts) -> str:
    """Return how many pictures were said to be what."""
    reviews = " · ".join(
        f"{SIGNS[state]} {text.format(n=say_number(count))}"
        for state, text, count in (
            (ReviewState.CONFIRMED, tr("{n} confirmed"), facts.confirmed),
            (ReviewState.REJECTED, tr("{n} rejected"), facts.rejected),
            (ReviewState.UNSURE, tr("{n} unsure"), facts.unsure),
        )
    )
    marks = tr("{n} bookmarked, {m} added to the case").format(
        n=say_number(facts.bookmarked), m=say_number(facts.added)
    )
    return f"{reviews}\n{marks}"


def say_disagreements(agreement: Agreement | None) -> str:
    """Return on which pictures reviewers differ; nothing where nobody reviewed twice."""
    if agreement is None or not agreement.reviewed_twice:
        return ""
    if not agreement.disagreements:
        text = tr("{n} pictures were reviewed by more than one person, who agree on all of them.")
        return text.format(n=say_number(agreement.reviewed_twice))
    ids = [str(words[0].crop_id) for words in agreement.disagreements]
    named = ", ".join(ids[:MOST_TOLD]) + (", …" if len(ids) > MOST_TOLD else "")
    text = tr("{n} pictures were reviewed by more than one person, who differ on {m}: {named}.")
    return text.format(n=say_number(agreement.reviewed_twice), m=say_number(len(ids)), named=named)


def say_footage(facts: CaseFacts) -> str:
    """Return how much footage there is, and how much of it could not be used."""
    text = tr("{sources} sources, {crops} pictures of people, {searchable} of them searchable; {failed} files failed.")
    return text.format(
        sources=say_number(len(facts.sources)),
        crops=say_number(facts.crops),
        searchable=say_number(facts.embedded),
        failed=say_number(len(facts.failures)),
    )
