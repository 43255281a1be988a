"""Above the results: which cameras and which span of time are considered."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from app.search.camera_choice import CameraChoice
from app.search.time_choice import TimeChoice, say_span
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, set_style_property
from engine.search.filters import Filters


class FilterBar(QWidget):
    """Two buttons that say what they leave in, each with its choice below it."""

    changed = Signal(object)  # Filters

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.cameras = CameraChoice(theme)
        self.times = TimeChoice(theme)
        self.camera_button = self._menu_button("camera", "cameraFilter", self.cameras)
        self.time_button = self._menu_button("clock", "timeFilter", self.times)
        self.reset_button = button(tr("Show all again"), "link", name="filterReset")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.size("step"))
        for widget in (self.camera_button, self.time_button, self.reset_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFixedHeight(theme.size("control") + 2)
        self.cameras.changed.connect(self._tell)
        self.times.changed.connect(self._tell)
        self.reset_button.clicked.connect(self.reset)
        self._show()

    @property
    def filters(self) -> Filters:
        """Return what is chosen now."""
        start, end = self.times.span
        return Filters(cameras=self.cameras.chosen, start=start, end=end)

    def offer(self, cameras: Sequence[str], span: tuple[datetime, datetime] | None) -> None:
        """Offer the cameras and the times that the case has."""
        self.cameras.offer(cameras)
        self.times.offer(span)
        self.camera_button.setEnabled(bool(cameras))
        self.time_button.setEnabled(span is not None)
        self._show()

    def reset(self) -> None:
        """Leave nothing out."""
        was_off = self.filters.is_off
        self.cameras.reset()
        self.times.reset()
        if not was_off:
            self._tell()

    def _menu_button(self, icon: str, name: str, choice: QWidget) -> QToolButton:
        made = QToolButton(objectName=name, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setProperty("kind", "button")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        made.setIcon(self._icons.icon(icon))
        self._theme.changed.connect(lambda: made.setIcon(self._icons.icon(icon)))
        menu = QMenu(made)
        action = QWidgetAction(menu)
        action.setDefaultWidget(choice)
        menu.addAction(action)
        made.setMenu(menu)
        return made

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self.filters)

    def _show(self) -> None:
        start, end = self.times.span
        self._show_button(self.camera_button, self.cameras.in_words(), self.cameras.chosen is not None)
        self._show_button(self.time_button, say_span(start, end), start is not None or end is not None)
        self.reset_button.setVisible(not self.filters.is_off)

    @staticmethod
    def _show_button(made: QToolButton, text: str, is_active: bool) -> None:
        made.setText(f" {text.replace('&', '&&')}  ")
        made.setAccessibleName(text)
        set_style_property(made, "active", is_active)
