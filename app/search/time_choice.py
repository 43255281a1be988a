"""From when to when: the span of time that is considered."""

from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDateTime, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QFormLayout, QVBoxLayout, QWidget

from app.search.times import say_day
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label


class TimeChoice(QWidget):
    """Two ends, each of them on or off; times are those of the footage's zone, as the hint says."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.from_box, self.from_edit = self._end(tr("From"), "timeFrom")
        self.to_box, self.to_edit = self._end(tr("To"), "timeTo")
        self._zone: tzinfo = UTC
        form = QFormLayout()
        form.setHorizontalSpacing(3 * theme.size("step"))
        form.addRow(self.from_box, self.from_edit)
        form.addRow(self.to_box, self.to_edit)
        self._problem = label("", "error")
        self._hint = label("", "muted")
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        self._problem.hide()

    @property
    def span(self) -> tuple[datetime | None, datetime | None]:
        """Return both ends; None is open. A span that ends before it starts narrows nothing."""
        start = self._time(self.from_edit) if self.from_box.isChecked() else None
        end = self._time(self.to_edit) if self.to_box.isChecked() else None
        if start is not None and end is not None and start > end:
            return None, None
        return start, end

    @property
    def zone(self) -> tzinfo:
        """Return the zone that the footage's times are said in."""
        return self._zone

    def offer(self, span: tuple[datetime, datetime] | None) -> None:
        """Offer the times that the case has; ends that are set stay."""
        if span is None:
            return
        self._zone = span[0].tzinfo or UTC
        for box, edit, time in ((self.from_box, self.from_edit, span[0]), (self.to_box, self.to_edit, span[1])):
            if not box.isChecked():
                self._set(edit, time)
        first, last = (_say(time) for time in span)
        zone = span[0].tzname() or ""
        self._hint.setText(tr("The case has {first} to {last} {zone}.").format(first=first, last=last, zone=zone))

    def choose(self, start: datetime | None, end: datetime | None) -> None:
        """Show these ends, None for an open one, without telling."""
        for box, edit, time in ((self.from_box, self.from_edit, start), (self.to_box, self.to_edit, end)):
            box.blockSignals(True)
            box.setChecked(time is not None)
            box.blockSignals(False)
            if time is not None:
                self._set(edit, time.astimezone(self._zone))
        self._show()

    def _end(self, text: str, name: str) -> tuple[QCheckBox, QDateTimeEdit]:
        box = QCheckBox(text, objectName=f"{name}Box")
        edit = QDateTimeEdit(displayFormat=tr("d MMM yyyy  HH:mm:ss"), calendarPopup=True, objectName=name)
        edit.setAccessibleName(text)
        box.toggled.connect(self._on_changed)
        edit.dateTimeChanged.connect(lambda: self._on_edited(box))
        return box, edit

    def _on_edited(self, box: QCheckBox) -> None:
        if box.isChecked():
            self._on_changed()
        else:
            box.setChecked(True)  # who sets a time means it

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_backward = (
            self.from_box.isChecked()
            and self.to_box.isChecked()
            and self._time(self.from_edit) > self._time(self.to_edit)
        )
        self._problem.setText(tr("The end lies before the start; nothing is left out until one of them is changed."))
        self._problem.setVisible(is_backward)

    def _set(self, edit: QDateTimeEdit, time: datetime) -> None:
        zone = QTimeZone(round((time.utcoffset() or timedelta()).total_seconds()))
        edit.blockSignals(True)
        edit.setTimeZone(zone)
        edit.setDateTime(QDateTime.fromSecsSinceEpoch(round(time.timestamp()), zone))
        edit.blockSignals(False)

    def _time(self, edit: QDateTimeEdit) -> datetime:
        return datetime.fromtimestamp(edit.dateTime().toSecsSinceEpoch(), self._zone)


def say_span(start: datetime | None, end: datetime | None) -> str:
    """Return a span of time as it stands on the button, in the zone of its times."""
    if start is None and end is None:
        return tr("Any time")
    if end is None:
        return tr("From {time}").format(time=_say(start))
    if start is None:
        return tr("Until {time}").format(time=_say(end))
    until = f"{end:%H:%M:%S}" if start.date() == end.date() else _say(end)
    return f"{_say(start)} – {until}"


def _say(time: datetime | None) -> str:
    return "" if time is None else f"{say_day(time)}, {time:%H:%M:%S}"
