"""The current result over all others, as large as it fits."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from app.search.frame_panel import FramePanel
from app.search.frame_view import FrameView
from app.search.results_view import ResultsView
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.elided_label import ElidedLabel


class Preview(QFrame):
    """Lies over the results while it is open, and shows what the frame beside them shows, the person large.

    Args:
        theme: its look.
        icons: for its buttons.
        panel: its frame is what is shown.
        results: what it lies over; the keys that it does not take itself go to them: arrows, reviews, bookmarks.
    """

    def __init__(self, theme: Theme, icons: Icons, panel: FramePanel, results: ResultsView) -> None:
        super().__init__(results)
        self.setObjectName("preview")
        self.setProperty("role", "preview")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(tr("Preview"))
        self._theme = theme
        self._icons = icons
        self._panel = panel
        self._frame = panel.view
        self._results = results
        self.view = FrameView(theme, self, fills=True)
        self.view.setObjectName("previewView")
        self.words = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self.close_button = self._close_button()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._frame.content_changed.connect(self._follow)
        self.view.step_wanted.connect(self._frame.step_wanted)
        panel.watch_zoom(self.view)
        results.preview_wanted.connect(self.turn)
        results.chosen.connect(self._tell)
        results.model().dataChanged.connect(self._tell)
        results.resized.connect(self._cover)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def turn(self) -> None:
        """Open, or close again."""
        if not self.isHidden():
            self.close_over()
            return
        if self._panel.crop_id != self._results.chosen_crop:  # the strip has led elsewhere in its track
            self._results.tell_again()
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()
        self._tell()

    def close_over(self) -> None:
        """Close; the keys go back to the results, unless they are elsewhere."""
        focused = self.window().focusWidget()
        has_focus = focused is self or (focused is not None and self.isAncestorOf(focused))
        self.hide()
        if has_focus:
            self._results.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, step through frames, or close; all other keys mean what they mean to the results."""
        if not self._take_key(event):
            self._results.keyPressEvent(event)

    def _build(self) -> None:
        step = self._theme.size("step")
        foot = QHBoxLayout()
        foot.setSpacing(2 * step)
        foot.addWidget(self.words)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, step)
        column.setSpacing(step)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _close_button(self) -> QToolButton:
        made = QToolButton(objectName="previewClose", text=tr("Close"))
        made.setProperty("kind", "link")
        made.setAccessibleName(tr("Close the preview"))
        made.setToolTip(tr("Close the preview (Space or Esc)"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(self.close_over)
        return made

    def _draw(self) -> None:
        self.close_button.setIcon(self._icons.icon("close"))

    def _cover(self) -> None:
        self.setGeometry(self._results.viewport().geometry())

    def _follow(self) -> None:
        """Show what the frame shows; somebody whom the keys would not speak of is not shown large."""
        chosen = self._results.chosen_crop
        if self.isHidden() or chosen is None:
            return
        if self._panel.crop_id == chosen:
            self.view.show_as(self._frame)
        else:
            self.close_over()

    def _tell(self) -> None:
        """Say who is shown, and what was said of them; where nobody is chosen there is nothing to show."""
        if self.isHidden():
            return
        current = self._results.currentIndex()
        if not current.isValid():
            self.close_over()
            return
        words = str(current.data(Qt.ItemDataRole.AccessibleTextRole))
        self.words.setText(words)
        self.setAccessibleDescription(words)
        if self._results.chosen_crop is None:
            self.view.show_nobody()  # until their page has come
        elif self._panel.crop_id == self._results.chosen_crop:
            self.view.show_as(self._frame)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Zoom, step, or close; return whether the key does either."""
        shift_too = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~shift_too:
            return False
        key = Qt.Key(event.key())
        if key not in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            return self.view.act(key)
        if key == Qt.Key.Key_Escape or not event.isAutoRepeat():
            self.close_over()
        return True
