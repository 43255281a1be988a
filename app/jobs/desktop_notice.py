"""The desktop's own notices, where it has a place for them."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app.theme.icons import application_icon

SHOWN_MS = 10_000


class DesktopNotice(QObject):
    """Tells those who look elsewhere; says nothing while the window is the active one."""

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self._hide)

    def tell(self, text: str) -> None:
        """Mark the window in the task bar, and show a notice where the desktop can."""
        if self._window.isActiveWindow() or not self._window.isVisible():
            return
        QApplication.alert(self._window)
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(application_icon(), self)
            self._tray.messageClicked.connect(self.clicked)
        self._tray.show()  # a notice needs its icon, which goes with it
        self._tray.showMessage("Bolo", text, QSystemTrayIcon.MessageIcon.Information, SHOWN_MS)
        self._end.start()

    def _hide(self) -> None:
        if self._tray is not None:
            self._tray.hide()
