"""Choosing footage and how it is read; says what will happen while one types."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimeZone
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.footage.detector_choice import DetectorChoice
from app.footage.import_choice import Field, ImportChoice
from app.footage.import_words import say_choice, say_weights
from app.footage.source_picker import SourcePicker
from app.settings import Settings
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.labels import button, label, set_style_property, set_tone
from engine.detection.weights import find_yolox_weights

EVERY = (1, 2, 5, 10, 25, 50, 100)  # a camera of 25 frames a second shows a person for many of them


class ImportDialog(QDialog):
    """Makes an ImportChoice; accepted when it works."""

    def __init__(
        self, theme: Theme, icons: Icons, settings: Settings, case: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(tr("Import footage"))
        self.setAcceptDrops(True)
        self.setMinimumWidth(theme.size("dialog_width"))
        self._theme = theme
        self._case = case
        self._found_weights = find_yolox_weights()
        self._picker = SourcePicker(theme, icons, settings)
        self.sources = self._picker.sources
        self.add_folder_button = self._picker.add_folder_button
        self.add_videos_button = self._picker.add_videos_button
        self.detectors = DetectorChoice(theme)
        self.detector_box = self.detectors.box
        self._build()
        self._connect()
        self._check()

    @property
    def choice(self) -> ImportChoice:
        """Return what has been gathered so far."""
        return ImportChoice(
            case=self._case,
            sources=self.sources.paths,
            camera=self.camera_edit.text(),
            start_text=self.start_edit.text(),
            zone=self.zone_box.currentText().strip(),
            detector=self.detectors.detector,
            weights=self.detectors.weights,
            found_weights=self._found_weights,
            every=self.every_box.currentData(),
        )

    def add_sources(self, paths: Iterable[Path]) -> None:
        """Add folders or videos to the list."""
        self.sources.add(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            set_style_property(self.sources, "hovering", True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Stop showing that a drop would land here."""
        set_style_property(self.sources, "hovering", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        set_style_property(self.sources, "hovering", False)
        self.add_sources(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()

    def _build(self) -> None:
        step = self._theme.size("step")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(label(tr("Import footage"), "title"))
        column.addWidget(self._picker)
        column.addLayout(self._form())
        column.addStretch(1)
        column.addWidget(self._sentence_card())
        self.import_button = button(tr("Import"), "primary", name="importButton")
        column.addLayout(answer_row(self._theme, self, self.import_button))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(4 * self._theme.size("step"))
        form.setVerticalSpacing(2 * self._theme.size("step"))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        start_hint = tr("2026-05-14 14:00:00, if the recorder did not note it")
        self.camera_edit = self._line(tr("Camera"), "cameraEdit", tr("The source's name, if left empty"))
        self.start_edit = self._line(tr("Start"), "startEdit", start_hint)
        self.zone_box = self._zone_box()
        self.every_box = self._every_box()
        form.addRow(label(tr("Camera"), "muted"), self.camera_edit)
        form.addRow(label(tr("Start of the first frame"), "muted"), self.start_edit)
        form.addRow(label(tr("Time zone"), "muted"), self.zone_box)
        form.addRow(label(tr("Frames"), "muted"), self.every_box)
        form.addRow(label(tr("People are found by"), "muted"), self.detectors)
        return form

    @staticmethod
    def _line(name: str, object_name: str, hint: str) -> QLineEdit:
        edit = QLineEdit(placeholderText=hint, objectName=object_name)
        edit.setAccessibleName(name)
        return edit

    @staticmethod
    def _zone_box() -> QComboBox:
        box = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert, objectName="zoneBox")
        zones = sorted(bytes(zone.data()).decode() for zone in QTimeZone.availableTimeZoneIds())
        box.addItems(["", *(zone for zone in zones if "/" in zone or zone == "UTC")])
        box.lineEdit().setPlaceholderText(tr("This computer's"))
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(tr("Time zone"))
        return box

    @staticmethod
    def _every_box() -> QComboBox:
        box = QComboBox(objectName="everyBox")
        for every in EVERY:
            box.addItem(tr("One frame in {n}").format(n=every) if every > 1 else tr("Every frame"), every)
        box.setAccessibleName(tr("One frame in how many is read"))
        return box

    def _sentence_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        self.sentence = label("", "", name="importSentence")
        self.sentence.setWordWrap(True)
        QVBoxLayout(card).addWidget(self.sentence)
        return card

    def _connect(self) -> None:
        self.sources.changed.connect(self._check)
        self.detectors.changed.connect(self._check)
        self.camera_edit.textChanged.connect(self._check)
        self.start_edit.textChanged.connect(self._check)
        self.zone_box.currentTextChanged.connect(self._check)
        self.every_box.currentIndexChanged.connect(self._check)

    def _check(self) -> None:
        """Say what will happen, or what is missing."""
        choice = self.choice
        wrong = choice.wrong_fields
        self.sentence.setText(say_choice(choice))
        set_tone(self.sentence, "warn" if wrong else "")
        self.import_button.setEnabled(not wrong)
        set_style_property(self.start_edit, "wrong", Field.START in wrong)
        set_style_property(self.zone_box, "wrong", Field.ZONE in wrong)
        self.detectors.show_hint(say_weights(choice))
