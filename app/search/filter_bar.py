"""Above the results: which cameras, span of time, quality and reviews are considered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from app.search.camera_choice import CameraChoice
from app.search.quality_choice import QualityChoice
from app.search.review_choice import ReviewChoice
from app.search.time_choice import TimeChoice, say_span
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import set_style_property
from engine.search.filters import Filters


class FilterBar(QWidget):
    """Three buttons that say what they leave in, each with its choices below it."""

    changed = Signal(object)  # Filters

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.cameras = CameraChoice(theme)
        self.times = TimeChoice(theme)
        self.quality = QualityChoice(theme)
        self.reviews = ReviewChoice(theme)
        self._unseen = Filters()  # of a saved search: what no button shows
        self.camera_button = self._menu_button("camera", "cameraFilter", self.cameras)
        self.time_button = self._menu_button("clock", "timeFilter", self.times)
        self.more_button = self._menu_button("filter", "moreFilter", self.quality, self.reviews)
        self.reset_button = self._reset_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.size("step"))
        for widget in (self.camera_button, self.time_button, self.more_button, self.reset_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.track_button = self._make_track_button()
        row.addWidget(self.track_button)
        self.setFixedHeight(theme.size("control") + 2)
        for choice in (self.cameras, self.times, self.quality, self.reviews):
            choice.changed.connect(self._tell)
        self.reset_button.clicked.connect(self.reset)
        self._show()

    @property
    def filters(self) -> Filters:
        """Return what is chosen now."""
        start, end = self.times.span
        return replace(
            self._unseen,
            cameras=self.cameras.chosen,
            start=start,
            end=end,
            min_height_px=self.quality.min_height_px,
            min_sharpness=self.quality.min_sharpness,
            reviews=self.reviews.chosen,
        )

    @property
    def by_track(self) -> bool:
        """Return whether the crops of a track share a place."""
        return self.track_button.isEnabled() and self.track_button.isChecked()

    def offer(self, cameras: Sequence[str], span: tuple[datetime, datetime] | None, tracks: int = 0) -> None:
        """Offer the cameras, times and tracks that the case has."""
        self.cameras.offer(cameras)
        self.times.offer(span)
        self.camera_button.setEnabled(bool(cameras))
        self.time_button.setEnabled(span is not None)
        self._offer_tracks(tracks)
        self._show()

    def reset(self) -> None:
        """Leave nothing out."""
        self.choose(Filters())

    def choose(self, filters: Filters) -> None:
        """Leave in what these filters do."""
        before = self.filters
        self._unseen = Filters(sources=filters.sources, crops=filters.crops)
        self.cameras.choose(filters.cameras)
        self.times.choose(filters.start, filters.end)
        self.quality.choose(filters.min_height_px, filters.min_sharpness)
        self.reviews.choose(filters.reviews)
        if self.filters != before:
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the icons away where the words would be cut off beside them."""
        super().resizeEvent(event)
        self._fit_icons()

    def _fit_icons(self) -> None:
        with_icons = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        buttons = (self.camera_button, self.time_button, self.more_button, self.track_button)
        icon = self._theme.size("icon") + 2 * self._theme.size("step")
        room = sum(icon for made in buttons if made.toolButtonStyle() is not with_icons)
        fits = self.sizeHint().width() + room <= self.width()
        for made in buttons:
            made.setToolButtonStyle(with_icons if fits else Qt.ToolButtonStyle.ToolButtonTextOnly)

    def _menu_button(self, icon: str, name: str, *choices: QWidget) -> QToolButton:
        made = QToolButton(objectName=name, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setProperty("kind", "button")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        made.setIcon(self._icons.icon(icon))
        self._theme.changed.connect(lambda: made.setIcon(self._icons.icon(icon)))
        menu = QMenu(made)
        for choice in choices:
            action = QWidgetAction(menu)
            action.setDefaultWidget(choice)
            menu.addAction(action)
        made.setMenu(menu)
        return made

    def _offer_tracks(self, tracks: int) -> None:
        was_by_track = self.by_track
        self.track_button.setEnabled(tracks > 0)
        if self.by_track != was_by_track:
            self._tell()

    def _make_track_button(self) -> QToolButton:
        made = QToolButton(objectName="byTrack", checkable=True, checked=True)
        made.setProperty("kind", "button")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        made.setIcon(self._icons.icon("tracks"))
        made.setText(f" {tr('One per track')} ")
        made.setAccessibleName(tr("One per track"))
        made.setToolTip(tr("One tile for each person passing a camera; T shows all its crops"))
        self._theme.changed.connect(lambda: made.setIcon(self._icons.icon("tracks")))
        made.toggled.connect(self._tell)
        return made

    def _reset_button(self) -> QToolButton:
        made = QToolButton(objectName="filterReset")
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIcon(self._icons.icon("close"))
        made.setToolTip(tr("Show all again"))
        made.setAccessibleName(tr("Show all again"))
        self._theme.changed.connect(lambda: made.setIcon(self._icons.icon("close")))
        return made

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self.filters)

    def _show(self) -> None:
        start, end = self.times.span
        self._show_button(self.camera_button, self.cameras.in_words(), self.cameras.chosen is not None)
        self._show_button(self.time_button, say_span(start, end), start is not None or end is not None)
        more = " · ".join(part for part in (self.quality.in_words(), self.reviews.in_words()) if part)
        self._show_button(self.more_button, more or tr("More"), bool(more))
        self.reset_button.setVisible(not self.filters.is_off)
        set_style_property(self.track_button, "active", self.by_track)

    def _show_button(self, made: QToolButton, text: str, is_active: bool) -> None:
        room = self._theme.size("filter_text")
        shown = QFontMetrics(self._theme.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        made.setText(f" {shown.replace('&', '&&')}  ")
        made.setToolTip(text if shown != text else "")
        made.setAccessibleName(text)
        set_style_property(made, "active", is_active)
