"""The choice of a time zone: typed or from the list."""

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QComboBox, QSizePolicy

from app.translate import tr


def zone_box(hint: str) -> QComboBox:
    """Return an editable box with the zones of the world; `hint` says what an empty one means."""
    box = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert, objectName="zoneBox")
    zones = sorted(bytes(zone.data()).decode() for zone in QTimeZone.availableTimeZoneIds())
    box.addItems(["", *(zone for zone in zones if "/" in zone or zone == "UTC")])
    box.lineEdit().setPlaceholderText(hint)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setAccessibleName(tr("Time zone"))
    return box
