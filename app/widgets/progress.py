"""Progress bars that are painted when the window is."""

from PySide6.QtWidgets import QProgressBar


def show_value(bar: QProgressBar, value: int) -> None:
    """Set the value of a bar; Qt's own way paints it at once, and with it all that waits to be painted elsewhere."""
    if value != bar.value():
        bar.setUpdatesEnabled(False)
        bar.setValue(value)
        bar.setUpdatesEnabled(True)
