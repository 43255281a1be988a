"""Makes what PySide6 makes at the first call of a kind, before there is a second thread.

PySide6 6.12.0 looks `pathlib` up when a function that takes a path or something else, QImage for one, is first called,
and holds a lock of C++ meanwhile that waits without giving up Python's. Where two threads come to their first such call
together, each holds what the other waits for: the window stands still for good. `tests/app/test_first_calls.py` shows
it.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage


def make_first_calls() -> None:
    """Call each once."""
    QImage(QSize(1, 1), QImage.Format.Format_RGB32)
