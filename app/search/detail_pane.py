"""The right pane: the chosen crop in its frame, what is known of it, and what the model sees."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.case.records import CropFindings
from app.search.evidence_row import EvidenceRow
from app.search.frame_source import FrameSource, LoadedFrame
from app.search.frame_view import FrameView
from app.search.review_row import ReviewRow
from app.search.seen import also_seen
from app.search.times import say_moment, say_place
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.empty_state import EmptyState, EmptyText
from app.widgets.labels import label, set_style_property
from engine.gallery.records import CropId, CropRecord, ReviewState, SourceKind
from engine.registry.card import ModelCard
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.ranking import RankedCrop
from engine.search.words import say_clause

SHORT_HASH = 12


class DetailPane(QFrame):
    """Shows one result at a time."""

    findings_wanted = Signal(object)  # CropId
    example_wanted = Signal(object, bool)  # CropId, whether the person looks like it
    review_wanted = Signal(object, object)  # tuple of CropIds, ReviewState

    def __init__(
        self, theme: Theme, icons: Icons, card: ModelCard, frames: FrameSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rightPane")
        self._theme = theme
        self._card = card
        self._frames = frames
        self._ranked: RankedCrop | None = None
        self._examples = NO_EXAMPLES
        self._facts: dict[str, QLabel] = {}
        self._asked: list[QWidget] = []
        self._seen: list[QWidget] = []
        self.setFixedWidth(theme.size("pane_right"))
        self._build(icons)
        frames.loaded.connect(self._show_frame)
        theme.changed.connect(self.update)

    @property
    def shown_crop(self) -> CropId | None:
        """Return the crop that is shown."""
        return self._ranked.crop.id if self._ranked is not None else None

    @property
    def is_settled(self) -> bool:
        """Return whether nothing is on its way."""
        return self._ranked is None or not self.frame_view.is_waiting

    def show_result(self, ranked: RankedCrop | None) -> None:
        """Show a result, or how one comes to be shown here."""
        is_same = ranked is not None and ranked.crop.id == self.shown_crop
        self._ranked = ranked
        self._stack.setCurrentIndex(0 if ranked is None else 1)
        if ranked is None:
            return
        self._show_asked(ranked)
        self.show_examples(self._examples)
        self.review_row.show_state(ranked.review)
        if not is_same:
            self._show_facts(ranked.crop)
            self.frame_view.wait_for(ranked.crop)
            self._frames.ask(ranked.crop)
            self._show_seen(())
        self.findings_wanted.emit(ranked.crop.id)

    def show_examples(self, examples: Examples) -> None:
        """Show whether the crop is an example."""
        self._examples = examples
        mark = examples.mark_of(self._ranked.crop.id) if self._ranked is not None else None
        for button, is_marked in ((self.like_button, mark is True), (self.unlike_button, mark is False)):
            button.setChecked(is_marked)
            set_style_property(button, "active", is_marked)

    def show_reviews(self, states: Mapping[CropId, ReviewState]) -> None:
        """Show what was said of the crop that is shown, if it is among these."""
        if self.shown_crop in states:
            self.review_row.show_state(states[self.shown_crop])

    def show_findings(self, findings: CropFindings) -> None:
        """Show what else the model sees in the crop, if it is the one that is shown."""
        if self._ranked is None or findings.crop_id != self._ranked.crop.id:
            return
        asked = {evidence.attribute_id for evidence in self._ranked.evidence}
        schema = self._card.schema
        self._show_seen(
            EvidenceRow(self._theme, schema.attribute(seen.attribute_id).label, seen.probability, seen.verdict)
            for seen in also_seen(findings.evidence, schema, asked)
        )

    def _build(self, icons: Icons) -> None:
        text = EmptyText(
            icon="image",
            title=tr("Nobody chosen"),
            line=tr("Choose a result to see it in its frame, where it comes from, and what speaks for it."),
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState(self._theme, icons, text))
        self._stack.addWidget(self._scrolled())

    def _scrolled(self) -> QScrollArea:
        inner = QWidget(objectName="scrolled")
        padding = self._theme.size("pane_padding")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(padding, padding, padding, padding)
        self._column.setSpacing(2 * self._theme.size("step"))
        self.frame_view = FrameView(self._theme)
        self._column.addWidget(self.frame_view)
        self._column.addLayout(self._example_row())
        self.review_row = ReviewRow(self._theme)
        self.review_row.wanted.connect(self._want_review)
        self._column.addWidget(self.review_row)
        self._column.addLayout(self._facts_grid())
        self._asked_head = label(tr("Asked"), "section")
        self._asked_rows = self._rows_below(self._asked_head)
        self._seen_head = label(tr("Also seen"), "section")
        self._seen_rows = self._rows_below(self._seen_head)
        self._column.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _example_row(self) -> QHBoxLayout:
        self.like_button = self._example_button(tr("More like this"), tr("The person looks like this crop (S)"), True)
        self.unlike_button = self._example_button(
            tr("Not like this"), tr("The person does not look like this crop (Shift+S)"), False
        )
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        row.addWidget(self.like_button, 1)
        row.addWidget(self.unlike_button, 1)
        return row

    def _example_button(self, text: str, tip: str, like: bool) -> QToolButton:
        made = QToolButton(text=text, checkable=True, toolTip=tip)
        made.setObjectName("likeButton" if like else "unlikeButton")
        made.setProperty("kind", "button")
        made.setAccessibleName(text)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda: self._want_example(like))
        return made

    def _want_example(self, like: bool) -> None:
        if self._ranked is not None:
            self.example_wanted.emit(self._ranked.crop.id, like)

    def _want_review(self, state: ReviewState) -> None:
        if self._ranked is not None:
            self.review_wanted.emit((self._ranked.crop.id,), state)

    def _rows_below(self, head: QLabel) -> QVBoxLayout:
        self._column.addSpacing(self._theme.size("step"))
        self._column.addWidget(head)
        rows = QVBoxLayout(spacing=self._theme.size("step") // 2)
        self._column.addLayout(rows)
        return rows

    def _facts_grid(self) -> QGridLayout:
        grid = QGridLayout(horizontalSpacing=3 * self._theme.size("step"), verticalSpacing=self._theme.size("step"))
        grid.setColumnStretch(1, 1)
        names = {
            "camera": tr("Camera"),
            "time": tr("Time"),
            "source": tr("Source"),
            "size": tr("Size"),
            "hash": tr("SHA-256"),
            "model": tr("Model"),
        }
        for row, (key, name) in enumerate(names.items()):
            value = label("", "", name=f"fact-{key}")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(name)
            grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
            self._facts[key] = value
        return grid

    def _show_facts(self, crop: CropRecord) -> None:
        self._show_fact("camera", crop.camera)
        self._show_fact("time", say_moment(crop.time))
        self._show_fact("source", _breakable(say_place(crop)), str(crop.frame_path))
        self._show_fact("size", _say_size(crop))
        self._show_fact("hash", f"{crop.sha256[:SHORT_HASH]}…", crop.sha256)
        self._show_fact("model", f"{self._card.name} · {self._card.model_id[:6]}", self._card.title)

    def _show_fact(self, key: str, text: str, tip: str = "") -> None:
        self._facts[key].setText(text)
        self._facts[key].setToolTip(tip)

    def _show_asked(self, ranked: RankedCrop) -> None:
        rows = [
            EvidenceRow(
                self._theme, _capital(say_clause(found.clause, self._card.schema)), found.probability, found.verdict
            )
            for found in ranked.clauses
        ]
        self._asked = _replace(self._asked_rows, self._asked, rows)
        self._asked_head.setVisible(bool(rows))
        self._seen_head.setText(tr("Also seen") if rows else tr("Seen"))

    def _show_seen(self, rows: Iterable[QWidget]) -> None:
        self._seen = _replace(self._seen_rows, self._seen, list(rows))
        self._seen_head.setVisible(bool(self._seen))

    def _show_frame(self, frame: LoadedFrame) -> None:
        self.frame_view.show_frame(frame.image, frame.problem)


def _replace(layout: QVBoxLayout, old: Sequence[QWidget], new: list[QWidget]) -> list[QWidget]:
    """Put the new rows where the old ones are, and return the new."""
    for row in old:
        layout.removeWidget(row)
        row.hide()
        row.deleteLater()
    for row in new:
        layout.addWidget(row)
    return new


def _say_size(crop: CropRecord) -> str:
    size = tr("{w} × {h} px").format(w=round(crop.box.w), h=round(crop.box.h))
    if crop.source_kind is SourceKind.CROPS:
        return size
    width, height = (say_number(side) for side in crop.frame_size_px)
    return tr("{size} of {w} × {h}").format(size=size, w=width, h=height)


def _breakable(path: str) -> str:
    """Return a path that may break after its separators."""
    return path.replace("/", "/\u200b").replace("_", "_\u200b")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
