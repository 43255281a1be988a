"""A few frames of the footage with the people that the detector finds, before the import; what counts is set here."""

import base64
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.footage.frame_canvas import FrameCanvas
from app.footage.people_look import PeopleLook
from app.footage.preview_panel import PreviewPanel
from app.footage.preview_words import say_found, say_frame, say_gaps
from app.footage.previewed_people import CameraSettings, SeenFrame, SeenPeople, judged
from app.picture_format import read_picture
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label, set_tone
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings


class PreviewDialog(QDialog):
    """Asks the child for the frames, and makes CameraSettings.

    Args:
        theme: colours and sizes.
        arguments: the child's, after `bolo`.
        settings: to begin with.
        parent: the import dialog.
    """

    def __init__(
        self, theme: Theme, arguments: Sequence[str], settings: CameraSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("previewDialog")
        self.setWindowTitle(tr("Who is found"))
        self._theme = theme
        self.settings = settings
        self.seen: SeenPeople | None = None
        self.canvas = FrameCanvas(theme)
        self.panel = PreviewPanel(theme)
        self.strip = QListWidget(objectName="frameStrip")
        self.sentence = label("", name="previewSentence")
        self.gaps = label("", "warn", name="previewGaps")
        self.use_button = button(tr("Use these settings"), "primary", name="useSettings")
        self._build()
        self._connect()
        self._look = PeopleLook(self)
        self._look.looked.connect(self._show_seen)
        self._look.failed.connect(self._show_problem)
        self._look.advanced.connect(self._show_progress)
        self._set_ready(is_ready=False)
        self.canvas.show_text(tr("Looking for people in a few frames…"))
        self._look.look(tuple(arguments))

    def done(self, result: int) -> None:
        """End the child, then close."""
        self._look.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the child."""
        self._look.close()
        super().closeEvent(event)

    def _build(self) -> None:
        step = self._theme.size("step")
        self._build_strip()
        legend = label(tr("Solid boxes are taken, dashed ones left out, dotted ones too unsure."), "muted")
        for line in (self.sentence, self.gaps, legend):
            line.setWordWrap(True)
        self.gaps.hide()
        left = QVBoxLayout(spacing=2 * step)
        left.addWidget(self.canvas, 1)
        left.addWidget(self.strip)
        middle = QHBoxLayout(spacing=4 * step)
        middle.addLayout(left, 1)
        middle.addWidget(self.panel)
        column = dialog_column(self._theme, self, tr("Who is found"))
        column.addLayout(middle, 1)
        texts = QVBoxLayout(spacing=0)
        texts.addWidget(self.sentence)
        texts.addWidget(legend)
        column.addLayout(texts)
        column.addWidget(self.gaps)
        column.addLayout(answer_row(self._theme, self, self.use_button))

    def _build_strip(self) -> None:
        thumb = self._theme.size("preview_thumb")
        self.strip.setAccessibleName(tr("Frames"))
        self.strip.setViewMode(QListView.ViewMode.IconMode)
        self.strip.setFlow(QListView.Flow.LeftToRight)
        self.strip.setWrapping(False)
        self.strip.setMovement(QListView.Movement.Static)
        self.strip.setIconSize(QSize(2 * thumb, thumb))
        self.strip.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setFixedHeight(self._theme.size("preview_strip") + 5 * self._theme.size("step"))

    def _connect(self) -> None:
        self.strip.currentRowChanged.connect(self._show_frame)
        self.canvas.zone_drawn.connect(self._add_zone)
        self.panel.settings_changed.connect(self._take_settings)
        self.panel.zone_chosen.connect(lambda _row: self._show_people())
        self.panel.zone_removed.connect(self._remove_zone)
        self.panel.everywhere_wanted.connect(self._take_everywhere)

    @property
    def frame(self) -> SeenFrame | None:
        """Return the frame that is shown."""
        row = self.strip.currentRow()
        return self.seen.frames[row] if self.seen is not None and row >= 0 else None

    def _show_seen(self, seen: SeenPeople) -> None:
        self.seen = seen
        if not seen.frames:
            self._show_problem(tr("There is no frame to look at."))
            return
        self._set_ready(is_ready=True)
        self.panel.begin(seen)
        for frame in seen.frames:
            item = QListWidgetItem(say_frame(frame), self.strip)
            item.setToolTip(f"{frame.name}, {say_frame(frame)}")
            item.setSizeHint(QSize(2 * self._theme.size("preview_thumb"), self._theme.size("preview_strip")))
        gaps = say_gaps(seen)
        self.gaps.setText(gaps)
        self.gaps.setVisible(bool(gaps))
        self.strip.setCurrentRow(0)
        self._draw_thumbnail(0)

    def _draw_thumbnail(self, row: int) -> None:
        """Decode one frame of the strip and come back for the next, so that the window is never held up for long."""
        if self.seen is None or row >= len(self.seen.frames):
            return
        size = self.strip.iconSize() * self.devicePixelRatioF()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = QPixmap.fromImage(_image(self.seen.frames[row]).scaled(size, keep, smooth))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.strip.item(row).setIcon(QIcon(picture))
        QTimer.singleShot(0, self, lambda: self._draw_thumbnail(row + 1))

    def _show_problem(self, problem: str) -> None:
        self.canvas.show_text(problem)
        self.sentence.setText(tr("Go back, and choose other footage or another detector."))
        set_tone(self.sentence, "warn")

    def _show_progress(self, done: int, total: int) -> None:
        if self.seen is None and total:
            text = tr("Looking for people: frame {n} of {all}…")
            self.canvas.show_text(text.format(n=say_number(min(done + 1, total)), all=say_number(total)))

    def _set_ready(self, *, is_ready: bool) -> None:
        for widget in (self.panel, self.strip, self.use_button):
            widget.setEnabled(is_ready)

    def _show_frame(self, _row: int) -> None:
        if (frame := self.frame) is not None:
            self.canvas.show_frame(frame, _image(frame), say_frame(frame))
            self._show_settings()

    def _show_settings(self) -> None:
        if (frame := self.frame) is not None:
            self.panel.show_camera(frame.camera, self.settings.of(frame.camera))
            self._show_people()

    def _show_people(self) -> None:
        """Show at once who is taken by the settings, in the frame and in all of them."""
        frame, seen = self.frame, self.seen
        if frame is None or seen is None:
            return
        settings = self.settings.of(frame.camera)
        self.canvas.show_people(judged(frame, settings, seen.usual_score))
        self.canvas.show_zones(settings.zones, self.panel.chosen_zone)
        self.sentence.setText(say_found(seen, self.settings))

    def _take_settings(self, settings: DetectionSettings) -> None:
        if (frame := self.frame) is not None:
            self.settings = self.settings.with_camera(frame.camera, settings)
            self._show_settings()

    def _take_everywhere(self) -> None:
        if (frame := self.frame) is not None and self.seen is not None:
            self.settings = self.settings.with_everywhere(frame.camera, self.seen.cameras)
            self._show_settings()

    def _add_zone(self, zone: IgnoreZone) -> None:
        if (frame := self.frame) is not None:
            self.settings = self.settings.with_zone(frame.camera, zone)
            self._show_settings()

    def _remove_zone(self, place: int) -> None:
        if (frame := self.frame) is not None:
            self.settings = self.settings.without_zone(frame.camera, place)
            self._show_settings()


def _image(frame: SeenFrame) -> QImage:
    return read_picture(base64.b64decode(frame.jpeg))
