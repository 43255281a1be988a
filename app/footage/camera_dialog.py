"""Correcting a camera: its name, the zone its clock stands in, and how far it is off."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QVBoxLayout, QWidget

from app.footage.camera_correction import CameraCorrection
from app.footage.zone_box import zone_box
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label, set_tone
from app.widgets.named_line import line_row
from engine.casework.coverage import CameraCoverage
from engine.gallery.camera_clock import say_duration


class CameraDialog(QDialog):
    """Makes a CameraCorrection; accepted when it changes something."""

    def __init__(self, theme: Theme, case: Path, camera: CameraCoverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cameraDialog")
        self.setWindowTitle(tr("Correct a camera"))
        self.setMinimumWidth(theme.size("dialog_width"))
        self._theme = theme
        self._case = case
        self._camera = camera
        self._build()
        self.name_edit.textChanged.connect(self._check)
        self.zone_box.currentTextChanged.connect(self._check)
        self.clock_edit.textChanged.connect(self._check)
        self._check()

    @property
    def correction(self) -> CameraCorrection:
        """Return what has been gathered so far."""
        return CameraCorrection(
            case=self._case,
            camera=self._camera.camera,
            clock=self._camera.clock,
            frames=self._camera.frames.frames,
            name=self.name_edit.text(),
            zone=self.zone_box.currentText().strip(),
            clock_text=self.clock_edit.text(),
        )

    def _build(self) -> None:
        step, clock = self._theme.size("step"), self._camera.clock
        column = dialog_column(self._theme, self, tr("Correct a camera"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * step)
        form.setVerticalSpacing(2 * step)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.name_edit = line_row(form, tr("Camera"), "cameraEdit", tr("Another camera's name joins the two"))
        self.name_edit.setText(self._camera.camera)
        self.zone_box = zone_box(tr("Not said; this computer's was taken"))
        self.zone_box.setEditText(clock.zone or "")
        form.addRow(label(tr("Time zone"), "muted"), self.zone_box)
        hint = tr("4m10s if it runs ahead, -250s if it is behind")
        self.clock_edit = line_row(form, tr("Its clock is off by"), "clockEdit", hint)
        self.clock_edit.setText(say_duration(clock.ahead_s) if clock.ahead_s else "")
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self._sentence_card())
        self.correct_button = button(tr("Correct"), "primary", name="correctButton")
        column.addLayout(answer_row(self._theme, self, self.correct_button))

    def _sentence_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        self.sentence = label("", "", name="cameraSentence")
        self.sentence.setWordWrap(True)
        QVBoxLayout(card).addWidget(self.sentence)
        return card

    def _check(self) -> None:
        correction = self.correction
        self.sentence.setText(correction.in_words())
        set_tone(self.sentence, "warn" if correction.problem else "")
        self.correct_button.setEnabled(bool(correction.options) and not correction.problem)
