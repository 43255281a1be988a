"""The right pane: the chosen crop in its frame, what is known of it, and what the model sees."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.case.records import CropFindings, CropLook
from app.search.bookmark_row import BookmarkRow
from app.search.crop_facts import CropFacts
from app.search.evidence_row import EvidenceLine, EvidenceRows
from app.search.frame_panel import FramePanel
from app.search.frame_view import FrameView
from app.search.group_tree import GroupTree
from app.search.original_row import OriginalRow
from app.search.review_row import ReviewRow
from app.search.seen import also_seen
from app.search.wording import say_clause
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.empty_state import EmptyState, EmptyText
from app.widgets.labels import label, show_pressed, toggle_button
from app.window_first import window_first
from engine.gallery.records import CropId, Label, ReviewState
from engine.registry.card import ModelCard
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.ranking import RankedCrop

REST_MS = 120  # a crop that is shown so long is looked at: its track is fetched


class DetailPane(QFrame):
    """Shows one result at a time."""

    findings_wanted = Signal(object)  # CropId
    example_wanted = Signal(object, bool)  # CropId, whether the person looks like it
    review_wanted = Signal(object, object)  # tuple of CropIds, ReviewState
    track_asked = Signal(object)  # RankedCrop whose track is to be shown

    def __init__(
        self, theme: Theme, icons: Icons, card: ModelCard, frame_panel: FramePanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rightPane")
        self._theme = theme
        self._card = card
        self.frame_panel = frame_panel
        self._ranked: RankedCrop | None = None
        self._examples = NO_EXAMPLES
        self._findings: CropFindings | None = None
        self._labels: tuple[Label, ...] = ()
        self._awaits_track = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._turn = QTimer(
            self, singleShot=True, interval=0
        )  # to the crop or to nobody: after the results are painted
        self.setFixedWidth(theme.size("pane_right"))
        self._build(icons)
        self._rest.timeout.connect(self._ask_for_track)
        self._turn.timeout.connect(self._come_into_sight)
        frame_panel.strip.chosen.connect(self.show_result)
        frame_panel.frame_shown.connect(self.facts.show_other_frame)
        theme.changed.connect(self.update)

    @property
    def shown_crop(self) -> CropId | None:
        """Return the crop that is shown."""
        return self._ranked.crop.id if self._ranked is not None else None

    @property
    def frame_view(self) -> FrameView:
        """Return the view of the frame."""
        return self.frame_panel.view

    @property
    def is_settled(self) -> bool:
        """Return whether nothing is on its way."""
        is_waiting = self.frame_view.is_waiting or self._rest.isActive() or self._awaits_track
        return not self._turn.isActive() and (self._ranked is None or not is_waiting)

    def show_result(self, ranked: RankedCrop | None) -> None:
        """Show a result, or how one comes to be shown here."""
        is_same = ranked is not None and ranked.crop.id == self.shown_crop
        self._ranked = ranked
        self._turn.start()
        if ranked is None:
            return
        with self._laid_out_once():
            self._show_asked(ranked)
            self.show_examples(self._examples)
            self.review_row.show_state(ranked.review)
            self.bookmark_row.show_crop(ranked.crop.id)
            if not is_same:
                self._show_other(ranked)
        self.findings_wanted.emit(ranked.crop.id)

    def show_examples(self, examples: Examples) -> None:
        """Show whether the crop is an example."""
        self._examples = examples
        mark = examples.mark_of(self._ranked.crop.id) if self._ranked is not None else None
        for button, is_marked in ((self.like_button, mark is True), (self.unlike_button, mark is False)):
            show_pressed(button, is_marked)

    def show_reviews(self, states: Mapping[CropId, ReviewState]) -> None:
        """Show what was said of the crop that is shown, if it is among these."""
        if self.shown_crop in states:
            self.review_row.show_state(states[self.shown_crop])

    def show_look(self, look: CropLook) -> None:
        """Show where the crop comes from and what people said of it, if it is the one that is shown."""
        if self._ranked is not None and look.crop_id == self.shown_crop:
            self._labels = look.labels
            with self._laid_out_once():
                self.facts.show_recorded(look.frame.frame, self._ranked.crop)
                self.frame_panel.show_look(look)
                self._show_all()

    def show_track(self, crops: Sequence[RankedCrop]) -> None:
        """Show the track of the crop that is shown."""
        self._awaits_track = False
        with self._laid_out_once():
            if self.shown_crop is not None and any(ranked.crop.id == self.shown_crop for ranked in crops):
                self.frame_panel.strip.show_track(crops, self.shown_crop)
            elif not self.frame_panel.strip.crops:  # a track so long that the crop is not among its best
                self.frame_panel.strip.clear()

    def show_findings(self, findings: CropFindings | None) -> None:
        """Show what else the model sees in the crop, if it is the one that is shown; None where it has not looked."""
        if self._ranked is None or (findings is not None and findings.crop_id != self._ranked.crop.id):
            return
        self._findings = findings
        asked = {evidence.attribute_id for evidence in self._ranked.evidence}
        schema = self._card.schema
        lines = [
            EvidenceLine(schema.attribute(seen.attribute_id).label, seen.probability, seen.verdict)
            for seen in (() if findings is None else also_seen(findings.evidence, schema, asked))
        ]
        with self._laid_out_once():
            self._show_all()
            self._seen_rows.show_lines(lines)
            self._seen_head.setVisible(bool(lines))

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Have the pane laid out after the block: a widget that comes into sight lays out all around it at once."""
        self._column.setEnabled(False)
        try:
            yield
        finally:
            self._column.setEnabled(True)

    def _come_into_sight(self) -> None:
        with window_first:
            self._stack.setCurrentIndex(0 if self._ranked is None else 1)

    def _show_other(self, ranked: RankedCrop) -> None:
        """Show another crop than before; what the model sees in it is on its way."""
        self.facts.show_crop(ranked.crop)
        self.original_row.show_path(ranked.crop.frame_path)
        self.frame_panel.show_crop(ranked.crop)
        self._findings, self._labels = None, ()
        self._seen_rows.wait()
        self._show_all()
        self._rest.start()

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
        self._column.addWidget(self.frame_panel)
        self._column.addLayout(self._example_row())
        self.review_row = ReviewRow(self._theme)
        self.review_row.wanted.connect(self._want_review)
        self._column.addWidget(self.review_row)
        self.bookmark_row = BookmarkRow(self._theme)
        self._column.addWidget(self.bookmark_row)
        self.facts = CropFacts(self._theme, self._card)
        self.original_row = OriginalRow(self._theme)
        self._column.addWidget(self.facts)
        self._column.addWidget(self.original_row)
        self._asked_head = label(tr("Asked"), "section")
        self._asked_rows = self._rows_below(self._asked_head)
        self._seen_head = label(tr("Also seen"), "section")
        self._seen_rows = self._rows_below(self._seen_head)
        self._add_all_groups()
        self._column.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes changes the frame's width, thereby its height, and so whether a bar is needed: Qt
        # goes round in that circle until the stack is full.
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
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
        made = toggle_button(text, tip, name="likeButton" if like else "unlikeButton")
        made.clicked.connect(lambda: self._want_example(like))
        return made

    def _want_example(self, like: bool) -> None:
        if self._ranked is not None:
            self.example_wanted.emit(self._ranked.crop.id, like)

    def _want_review(self, state: ReviewState) -> None:
        if self._ranked is not None:
            self.review_wanted.emit((self._ranked.crop.id,), state)

    def _rows_below(self, head: QLabel) -> EvidenceRows:
        self._column.addSpacing(self._theme.size("step"))
        self._column.addWidget(head)
        rows = EvidenceRows(self._theme)
        self._column.addWidget(rows)
        return rows

    def _add_all_groups(self) -> None:
        """Add the fold with every group; its rows are made when it is first unfolded."""
        self._groups: GroupTree | None = None
        self.groups_button = QToolButton(objectName="allGroupsButton", text=tr("All groups"), checkable=True)
        self.groups_button.setProperty("kind", "link")
        self.groups_button.setArrowType(Qt.ArrowType.RightArrow)
        self.groups_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.groups_button.setAccessibleName(tr("All groups"))
        self.groups_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.groups_button.toggled.connect(self._unfold_groups)
        self._column.addWidget(self.groups_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def groups(self) -> GroupTree | None:
        """Return the rows of every group, once they have been unfolded."""
        return self._groups

    def _unfold_groups(self, is_open: bool) -> None:
        self.groups_button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if self._groups is None:
            self._groups = GroupTree(self._theme, self._card.schema)
            self._column.insertWidget(self._column.indexOf(self.groups_button) + 1, self._groups)
        self._groups.setVisible(is_open)
        self._show_all()

    def _show_all(self) -> None:
        if self._groups is not None and self.groups_button.isChecked():
            self._groups.show_findings(self._findings, self._labels)

    def _ask_for_track(self) -> None:
        """Have the track of the crop fetched, unless it is on show already."""
        strip, ranked = self.frame_panel.strip, self._ranked
        if ranked is None or ranked.crop.track_id is None:
            strip.clear()
        elif strip.holds(ranked.crop.id):
            strip.show_current(ranked.crop.id)
        else:
            strip.wait()
            self._awaits_track = True
            self.track_asked.emit(ranked)

    def _show_asked(self, ranked: RankedCrop) -> None:
        schema = self._card.schema
        lines = [
            EvidenceLine(_capital(say_clause(found.clause, schema)), found.probability, found.verdict)
            for found in ranked.clauses
        ]
        self._asked_rows.show_lines(lines)
        self._asked_head.setVisible(bool(lines))
        self._seen_head.setText(tr("Also seen") if lines else tr("Seen"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
