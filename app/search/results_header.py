"""Above the results: the description in words, what was ranked, and what similarity is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import label
from engine.attributes.schema import Schema
from engine.search.query import Query
from engine.search.ranking import Ranking


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
        self._summary = label("", "muted", name="rankingSummary")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        lead = label(tr("Similarity is a lead, not an identification"), "warn", name="leadNotIdentification")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step") // 2)
        column.addLayout(_row(theme, self._words, self._wish, None))
        below = QHBoxLayout(spacing=4 * theme.size("step"))
        below.addWidget(self._summary, 1)
        below.addWidget(lead)
        column.addLayout(below)

    @property
    def words(self) -> str:
        """Return the description in words, as it is shown."""
        return self._words.text()

    @property
    def summary(self) -> str:
        """Return what was ranked, as it is shown."""
        return self._summary.text()

    def show_query(self, query: Query) -> None:
        """Show the description; the wish stands behind it, smaller."""
        must, dash, wish = query.in_words(self._schema).partition(" — ")
        self._words.setText(must)
        self._wish.setText(f"{dash.strip()} {wish}" if wish else "")
        self._wish.setVisible(bool(wish))

    def show_ranking(self, ranking: Ranking) -> None:
        """Show what was ranked."""
        self._summary.setText(say_ranked(ranking))
        self._summary.setToolTip(self._summary.text())

    def show_problem(self, text: str) -> None:
        """Show why there is no ranking."""
        self._summary.setText(text)


def say_ranked(ranking: Ranking) -> str:
    """Return how many of how many crops stand here, and what was left out."""
    shown, ranked = say_number(len(ranking.results)), say_number(ranking.considered)
    if ranking.query.is_empty:
        parts = [tr("{shown} of {all} crops, the earliest first").format(shown=shown, all=ranked)]
    else:
        parts = [tr("{shown} of {all} crops ranked").format(shown=shown, all=ranked)]
    if ranking.considered < ranking.searchable:
        left_out = say_number(ranking.searchable - ranking.considered)
        parts.append(tr("filters leave out {n}").format(n=left_out))
    if ranking.searchable < ranking.total:
        parts.append(tr("{n} not searchable yet").format(n=say_number(ranking.total - ranking.searchable)))
    return " · ".join(parts)


def _row(theme: Theme, *widgets: QLabel | None) -> QHBoxLayout:
    row = QHBoxLayout(spacing=2 * theme.size("step"))
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
