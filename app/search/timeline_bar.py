"""The timeline with the button that unfolds a lane for each camera."""

from datetime import UTC, tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from app.search.timeline_view import TimelineView
from app.theme.theme import Theme
from app.translate import tr
from engine.search.filters import Filters
from engine.search.timeline import Timeline

LANES_IN_SIGHT = 6


class TimelineBar(QWidget):
    """Hidden where no crop has a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view = TimelineView(theme)
        self.lanes_button = QToolButton(objectName="timelineLanes", checkable=True)
        self.lanes_button.setArrowType(Qt.ArrowType.RightArrow)
        self.lanes_button.setProperty("kind", "segment")
        self.lanes_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lanes_button.setAccessibleName(tr("A lane for each camera"))
        self.lanes_button.setToolTip(tr("A lane for each camera; a click on its name leaves a camera out"))
        self._area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("step"))
        row.addWidget(self.lanes_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._area, 1)
        self.lanes_button.toggled.connect(self._turn_lanes)
        self.hide()

    def show_timeline(self, timeline: Timeline | None, filters: Filters, zone: tzinfo | None) -> None:
        """Show counts over time, and what the filters leave in."""
        self.view.show_timeline(timeline, filters, zone or UTC)
        self.lanes_button.setVisible(timeline is not None and len(timeline.cameras) > 1)
        self._fit()
        self.setVisible(timeline is not None)

    def _turn_lanes(self, by_camera: bool) -> None:
        self.lanes_button.setArrowType(Qt.ArrowType.DownArrow if by_camera else Qt.ArrowType.RightArrow)
        self.view.show_lanes(by_camera)
        self._fit()

    def _fit(self) -> None:
        most = LANES_IN_SIGHT * self._theme.size("lane_height") + self._theme.size("lane_axis")
        self._area.setFixedHeight(min(self.view.sizeHint().height(), most))
