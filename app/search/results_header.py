"""Above the results: the description in words, what was ranked, and what similarity is not."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.search.density import DensityRow
from app.search.sort_button import SortButton, say_key
from app.search.wording import DASH, say, say_clause
from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import label
from engine.attributes.schema import Schema
from engine.search.examples import Examples
from engine.search.query import Query
from engine.search.ranking import Ranking
from engine.search.selectivity import Relaxation, Selectivity

LEAST_EXPECTED = 0.5  # below half a crop nobody is expected
LEAST_GAINED = 1.0
RELAXATIONS_SHOWN = 2


class ResultsHeader(QWidget):
    """Says what the results answer."""

    def __init__(self, theme: Theme, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._words = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._words.setProperty("tone", "title")
        self._words.setObjectName("queryInWords")
        self._wish = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._wish.setProperty("tone", "muted")
        self._summary = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._summary.setProperty("tone", "muted")
        self._summary.setObjectName("rankingSummary")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._guide = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._guide.setProperty("tone", "muted")
        self._guide.setObjectName("selectivity")
        lead = label(tr("Similarity is a lead, not an identification"), "warn", name="leadNotIdentification")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step") // 2)
        self.density_row = DensityRow(theme)
        self.sort_button = SortButton()
        column.addLayout(_row(theme, self._words, self._wish, None, self.sort_button, self.density_row))
        below = QHBoxLayout(spacing=4 * theme.size("step"))
        below.addWidget(self._summary, 1)
        below.addWidget(lead)
        column.addLayout(below)
        column.addWidget(self._guide)
        self._guide.hide()

    @property
    def words(self) -> str:
        """Return the description in words, as it is shown."""
        return self._words.text()

    @property
    def summary(self) -> str:
        """Return what was ranked, as it is shown."""
        return self._summary.text()

    @property
    def guide(self) -> str:
        """Return how selective the description is, as it is shown; "" where nothing is."""
        return self._guide.text() if self._guide.isVisibleTo(self) else ""

    def show_selectivity(self, found: Selectivity) -> None:
        """Show how many are expected to fit, and what leaving a tick out would bring."""
        relaxations = tuple(replace(one, words=say_clause(one.clause, self._schema)) for one in found.relaxations)
        found = replace(found, relaxations=relaxations)
        self._guide.setText(say_selectivity(found))
        self._guide.setToolTip("\n".join(_say_relaxation(relaxation) for relaxation in found.relaxations))
        self._guide.setVisible(bool(self._guide.text()))

    def show_query(self, query: Query, examples: Examples) -> None:
        """Show the description; wish and examples stand behind it, smaller."""
        must, _, wish = say(query.clauses, self._schema).partition(DASH)
        behind = "; ".join(part for part in (wish, say_examples(examples)) if part)
        self._words.setText(must)
        self._wish.setText(f"— {behind}" if behind else "")
        self._wish.setVisible(bool(behind))

    def show_ranking(self, ranking: Ranking) -> None:
        """Show what was ranked."""
        self._summary.setText(say_ranked(ranking))
        if ranking.query.is_empty:  # examples exclude nobody
            self._guide.hide()
        self._summary.setToolTip(self._summary.text())

    def show_problem(self, text: str) -> None:
        """Show why there is no ranking."""
        self._summary.setText(text)


def say_ranked(ranking: Ranking) -> str:
    """Return how many of how many crops stand here, and what was left out."""
    n = ranking.places
    if ranking.tracks is None:
        by_time = tr_count(n, "{n} crop", "{n} crops, the earliest first")
        ranked = tr_count(n, "{n} crop ranked", "{n} crops ranked")
    else:
        by_time = tr_count(n, "{n} track", "{n} tracks, the earliest first")
        ranked = tr_count(n, "{n} track ranked", "{n} tracks ranked")
    words = by_time if ranking.says_nothing else ranked
    parts = [words.format(n=say_number(n)) if ranking.sorting.is_by_match else _say_sorted(ranking)]
    if ranking.considered < ranking.searchable:
        left_out = say_number(ranking.searchable - ranking.considered)
        parts.append(tr("filters leave out {n}").format(n=left_out))
    learnt = len(ranking.counted.like) + len(ranking.counted.unlike)
    learnt -= len(ranking.examples.like) + len(ranking.examples.unlike)
    if ranking.learns:
        words = tr_count(learnt, "learnt from {n} review", "learnt from {n} reviews")
        parts.append(words.format(n=say_number(learnt)))
    if ranking.searchable < ranking.total:
        parts.append(tr("{n} not searchable yet").format(n=say_number(ranking.total - ranking.searchable)))
    return " · ".join(parts)


def _say_sorted(ranking: Ranking) -> str:
    """Return how many of how many stand here in another order than the best first."""
    n = ranking.places
    is_crops = ranking.tracks is None
    words = tr_count(n, "{n} crop", "{n} crops") if is_crops else tr_count(n, "{n} track", "{n} tracks")
    if ranking.places < ranking.ranked:
        words = tr("the best {n} of {all} crops") if is_crops else tr("the best {n} of {all} tracks")
    words = words.format(n=say_number(n), all=say_number(ranking.ranked))
    return f"{words[:1].upper()}{words[1:]}, {say_key(ranking.sorting.key)}"


def say_examples(examples: Examples) -> str:
    """Return how many examples there are, "" where none is."""
    parts = []
    if examples.like:
        parts.append(tr("like {n} chosen").format(n=say_number(len(examples.like))))
    if examples.unlike:
        parts.append(tr("unlike {n} chosen").format(n=say_number(len(examples.unlike))))
    return ", ".join(parts)


def say_selectivity(found: Selectivity) -> str:
    """Return about one in how many crops fits, and the two ticks that cost most; "" where nothing must hold."""
    if not found.relaxations or found.one_in is None:
        return ""
    if found.fitting < LEAST_EXPECTED:
        parts = [tr("Hardly anybody here is expected to fit")]
    else:
        parts = [tr("About 1 in {n} here is expected to fit").format(n=say_number(max(1, round(found.one_in))))]
    brings = [relaxation for relaxation in found.relaxations if relaxation.gained >= LEAST_GAINED]
    if len(found.relaxations) > 1:
        parts += [_say_relaxation(relaxation) for relaxation in brings[:RELAXATIONS_SHOWN]]
    return " · ".join(parts)


def _say_relaxation(relaxation: Relaxation) -> str:
    gained = say_number(round(relaxation.gained))
    return tr("without “{words}”: +{n}").format(words=relaxation.words, n=gained)


def _row(theme: Theme, *widgets: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout(spacing=2 * theme.size("step"))
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
