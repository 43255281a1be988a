"""Keeps None, True and False alive on Python 3.11 under PySide6 6.12.

PySide6 6.12.0 is built for interpreters whose None, True and False never die (PEP 683, Python 3.12 and later). On
3.11, where they are counted like any object, it gives one reference too many back: of True with every `emit` and
`disconnect`, of None with every call of a Python slot and every empty QVariant. After some thousand signals the
interpreter aborts with “none_dealloc: deallocating None”. `tests/app/test_lasting_singletons.py` shows it.
"""

import ctypes
import sys

PLENTY = sys.maxsize // 4  # references that nobody holds


def make_singletons_last() -> None:
    """Count None, True and False so often that they outlive the process; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += PLENTY
