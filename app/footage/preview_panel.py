"""Who is taken of one camera: minimum height, score, and its ignored zones."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QHBoxLayout, QListWidget, QSpinBox, QVBoxLayout, QWidget

from app.footage.preview_words import say_zone
from app.footage.previewed_people import SeenPeople
from app.theme.theme import Theme
from app.translate import say_decimal, tr
from app.widgets.labels import button, label
from engine.detection.settings import DetectionSettings

SCORE_STEP = 0.05


class PreviewPanel(QWidget):
    """Shows the settings of the camera whose frame is shown, and tells when the user changes them."""

    settings_changed = Signal(object)  # DetectionSettings
    zone_chosen = Signal(int)  # its place, -1 for none
    zone_removed = Signal(int)
    everywhere_wanted = Signal()  # height and score for all cameras

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = DetectionSettings()
        self._usual_score = 0.0
        self.setFixedWidth(theme.size("preview_panel"))
        self.camera = label("", "strong", name="previewCamera")
        self.camera.setWordWrap(True)
        self.height_box = QSpinBox(objectName="minHeight", suffix=tr(" px"))
        self.height_box.setAccessibleName(tr("Minimum height of a person"))
        self.height_box.setSpecialValueText(tr("any"))
        self.score_box = QDoubleSpinBox(objectName="minScore", singleStep=SCORE_STEP, decimals=2)
        self.score_box.setAccessibleName(tr("Minimum score of the detector"))
        for box in (self.height_box, self.score_box):
            box.lineEdit().setTextMargins(2 * theme.size("step"), 0, 0, 0)  # the style sheet does not reach it
        self.usual_button = button("", "link", name="usualScore")
        self.everywhere_button = button(tr("Use both for all cameras"), "link", name="everywhere")
        self.everywhere_button.hide()
        self.zones = QListWidget(objectName="zoneList")
        self.zones.setAccessibleName(tr("Ignored zones"))
        self.remove_button = button(tr("Remove zone"), name="removeZone")
        self._build()
        self._connect()

    def begin(self, seen: SeenPeople) -> None:
        """Take the detector's scale, and say what is usual."""
        self._usual_score = seen.usual_score
        self.height_box.setRange(0, max(frame.size_px[1] for frame in seen.frames))
        self.score_box.setRange(seen.lowest_score, seen.highest_score)
        self.usual_button.setText(tr("as usual ({n})").format(n=say_decimal(seen.usual_score, 2)))
        self.everywhere_button.setVisible(len(seen.cameras) > 1)

    def show_camera(self, camera: str, settings: DetectionSettings) -> None:
        """Show the settings of a camera."""
        self._settings = settings
        self.camera.setText(camera)
        score = self._usual_score if settings.min_score is None else settings.min_score
        for box, value in ((self.height_box, settings.min_height_px), (self.score_box, score)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.usual_button.setEnabled(settings.min_score is not None)
        self._show_zones(len(settings.zones))

    @property
    def chosen_zone(self) -> int | None:
        """Return the place of the zone that is chosen, or None."""
        row = self.zones.currentRow()
        return row if row >= 0 else None

    def _show_zones(self, count: int) -> None:
        """List the zones; a new one is chosen."""
        is_new = count > self.zones.count()
        row = count - 1 if is_new else min(self.zones.currentRow(), count - 1)
        self.zones.blockSignals(True)
        self.zones.clear()
        self.zones.addItems([say_zone(place) for place in range(count)])
        self.zones.setCurrentRow(row)
        self.zones.blockSignals(False)
        self.remove_button.setEnabled(row >= 0)

    def _build(self) -> None:
        step = self._theme.size("step")
        form = QFormLayout()
        form.setVerticalSpacing(2 * step)
        form.setHorizontalSpacing(3 * step)
        form.addRow(label(tr("Minimum height"), "muted"), self.height_box)
        form.addRow(label(tr("Minimum score"), "muted"), self.score_box)
        hint = label(
            tr(
                "Who stands in a zone is left out. Drag over the picture for a rectangle, or click corner by corner. "
                "By keyboard: arrow keys, Space for a corner, Enter closes, Esc gives up."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        links = QHBoxLayout(spacing=0)
        links.addWidget(self.usual_button)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * step)
        column.addWidget(label(tr("Camera"), "section"))
        column.addWidget(self.camera)
        column.addSpacing(step)
        column.addLayout(form)
        column.addLayout(links)
        column.addWidget(self.everywhere_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(2 * step)
        column.addWidget(label(tr("Ignored zones"), "section"))
        column.addWidget(hint)
        column.addWidget(self.zones, 1)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.height_box.valueChanged.connect(self._take_height)
        self.score_box.valueChanged.connect(self._take_score)
        self.usual_button.clicked.connect(lambda: self._tell(replace(self._settings, min_score=None)))
        self.everywhere_button.clicked.connect(self.everywhere_wanted)
        self.zones.currentRowChanged.connect(self._take_zone)
        self.remove_button.clicked.connect(self._remove_zone)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.zones)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.setWhatsThis(tr("Remove the chosen zone"))
        delete.activated.connect(self._remove_zone)

    def _take_height(self, height_px: int) -> None:
        self._tell(replace(self._settings, min_height_px=height_px))

    def _take_score(self, score: float) -> None:
        self._tell(replace(self._settings, min_score=round(score, 2)))

    def _tell(self, settings: DetectionSettings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)

    def _take_zone(self, row: int) -> None:
        self.remove_button.setEnabled(row >= 0)
        self.zone_chosen.emit(row)

    def _remove_zone(self) -> None:
        if self.chosen_zone is not None:
            self.zone_removed.emit(self.chosen_zone)
