"""What Bolo is and what it is not, for the first start and the help."""

from app.translate import tr


def about_bolo() -> tuple[tuple[str, str], ...]:
    """Return paragraphs, each with its heading."""
    return (
        (
            tr("What it does"),
            tr(
                "You import frames or videos, tick what is known of a person (sex, age, clothing, bags), and browse "
                "the people seen, best match first, each in its frame with time and camera."
            ),
        ),
        (
            tr("What it does not do"),
            tr(
                "It identifies nobody and knows no faces or names. A high place in the list is a lead to look at, "
                "never a proof; people who fit may be missed, above all where footage is dark, small or blurred."
            ),
        ),
        (
            tr("What becomes of your footage"),
            tr(
                "It stays on this machine and is only read. A case is one folder; what is searched, seen and decided "
                "is written into its log, which cannot be changed unnoticed."
            ),
        ),
        (
            tr("How to begin"),
            tr(
                "Try the demo case, or make a case and import footage into it. While an import runs, people already "
                "found can be searched. F1 lists every key."
            ),
        ),
    )
