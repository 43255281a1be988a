"""Choosing footage and how it is read; says what will happen while one types."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from app.footage.detector_choice import DetectorChoice
from app.footage.import_choice import Detector, Field, ImportChoice
from app.footage.import_words import say_choice, say_weights
from app.footage.name_choice import NameChoice
from app.footage.people_choice import PeopleChoice
from app.footage.preview_dialog import PreviewDialog
from app.footage.source_picker import SourcePicker
from app.footage.zone_box import zone_box
from app.settings import Settings
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label, set_style_property, set_tone
from app.widgets.named_line import named_line
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
        self.names = NameChoice(theme)
        self.detectors = DetectorChoice(theme)
        self.detectors.start_with(Detector(settings.detector), settings.detector_weights)
        self.detector_box = self.detectors.box
        self.people = PeopleChoice(theme)
        self.preview: PreviewDialog | None = None
        self._build()
        self._connect()
        self._check()

    @property
    def choice(self) -> ImportChoice:
        """Return what has been gathered so far."""
        typed = self._typed
        return replace(typed, people=self.people.settings_for(typed.preview_arguments()))

    @property
    def _typed(self) -> ImportChoice:
        """Return what has been gathered but for who is taken, which holds for what was looked at only."""
        return ImportChoice(
            case=self._case,
            sources=self.sources.paths,
            camera=self.camera_edit.text(),
            start_text=self.start_edit.text(),
            zone=self.zone_box.currentText().strip(),
            clock_text=self.clock_edit.text(),
            pattern=self.names.pattern,
            files=self.names.files,
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
        column = dialog_column(self._theme, self, tr("Import footage"))
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
        self.camera_edit = named_line(tr("Camera"), "cameraEdit", tr("The source's name, if left empty"))
        self.start_edit = named_line(tr("Start"), "startEdit", start_hint)
        self.clock_edit = named_line(tr("Clock"), "clockEdit", tr("4m10s if it runs ahead, -250s if it is behind"))
        self.zone_box = zone_box(tr("This computer's"))
        self.every_box = self._every_box()
        form.addRow(label(tr("File names"), "muted"), self.names)
        form.addRow(label(tr("Camera"), "muted"), self.camera_edit)
        form.addRow(label(tr("Start of the first frame"), "muted"), self.start_edit)
        form.addRow(label(tr("Time zone"), "muted"), self.zone_box)
        form.addRow(label(tr("Its clock is off by"), "muted"), self.clock_edit)
        form.addRow(label(tr("Frames"), "muted"), self.every_box)
        form.addRow(label(tr("People are found by"), "muted"), self.detectors)
        form.addRow(label(tr("Who is taken"), "muted"), self.people)
        return form

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
        self.sources.changed.connect(lambda: self.names.read_names_of(self.sources.paths))
        self.names.changed.connect(self._check)
        self.clock_edit.textChanged.connect(self._check)
        self.detectors.changed.connect(self._check)
        self.people.look_wanted.connect(self._look_at_frames)
        self.camera_edit.textChanged.connect(self._check)
        self.start_edit.textChanged.connect(self._check)
        self.zone_box.currentTextChanged.connect(self._check)
        self.every_box.currentIndexChanged.connect(self._check)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for the texts that are there from the start."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._grow)

    def _check(self) -> None:
        """Say what will happen, or what is missing."""
        choice = self.choice
        wrong = choice.wrong_fields
        self.sentence.setText(say_choice(choice))
        set_tone(self.sentence, "warn" if wrong else "")
        self.import_button.setEnabled(not wrong)
        set_style_property(self.start_edit, "wrong", Field.START in wrong)
        set_style_property(self.zone_box, "wrong", Field.ZONE in wrong)
        set_style_property(self.clock_edit, "wrong", Field.CLOCK in wrong)
        self.names.show_preview(is_wrong=Field.PATTERN in wrong)
        self.detectors.show_hint(say_weights(choice))
        self.people.show_choice(choice.preview_arguments(), can_look=choice.can_preview)
        if self.isVisible():
            QTimer.singleShot(0, self, self._grow)

    def _look_at_frames(self) -> None:
        """Show a few frames of what is chosen with the people found in them."""
        choice = self.choice
        looked_at = choice.preview_arguments()
        self.preview = PreviewDialog(self._theme, looked_at, choice.people, self)
        self.preview.accepted.connect(lambda: self._take_people(looked_at))
        self.preview.finished.connect(self.preview.deleteLater)
        self.preview.open()

    def _take_people(self, looked_at: tuple[str, ...]) -> None:
        if self.preview is not None:
            self.people.take(self.preview.settings, looked_at)
            self._check()

    def _grow(self) -> None:
        """Make room for texts that have become longer; what was made room for is kept."""
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)
