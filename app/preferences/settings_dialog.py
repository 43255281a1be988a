"""The settings: each takes effect at once, or says when."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.footage.import_choice import WITH_WEIGHTS, Detector
from app.footage.import_words import say_detector
from app.jobs.command import set_children_up
from app.preferences.choices import (
    density_names,
    device_names,
    language_names,
    places,
    text_scale_names,
    theme_names,
    thread_names,
)
from app.settings import Settings
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import close_row
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import button, label

LONGEST_CHOICE = 40  # letters; a longer one is elided until the list is open


class SettingsDialog(QDialog):
    """Keeps what is chosen as it is chosen; there is nothing to confirm."""

    density_chosen = Signal(object)  # Density
    work_changed = Signal()  # what jobs run on from now on

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(theme.size("dialog_width"))
        self._theme = theme
        self._settings = settings
        self.boxes: dict[str, QComboBox] = {}
        self._rows: dict[str, QHBoxLayout] = {}
        self._build()
        self._show_weights()

    def _build(self) -> None:
        step = self._theme.size("step")
        holder = QWidget(objectName="scrolled")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(5 * step, 5 * step, 5 * step, 2 * step)
        inside.setSpacing(2 * step)
        inside.addWidget(label(tr("Settings"), "title"))
        inside.addLayout(self._form())
        inside.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(holder.minimumSizeHint().width() + 4 * step)
        area.setMinimumHeight(min(holder.sizeHint().height(), self._theme.size("window_min_height") - 16 * step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4 * step)
        column.addWidget(area)
        column.addLayout(self._end_row())

    def _end_row(self) -> QHBoxLayout:
        self.close_button = button(tr("Close"), "primary", name="closeSettings")
        row = close_row(self, self.close_button)
        row.setContentsMargins(0, 0, 5 * self._theme.size("step"), 0)
        return row

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(4 * self._theme.size("step"))
        form.setVerticalSpacing(2 * self._theme.size("step"))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for title, fill in (
            (tr("Look"), self._add_look),
            (tr("Work"), self._add_work),
            (tr("Where things lie"), self._add_places),
        ):
            head = label(title, "section")
            head.setContentsMargins(0, 3 * self._theme.size("step"), 0, 0)
            form.addRow(head)
            fill(form)
        return form

    def _add_look(self, form: QFormLayout) -> None:
        settings = self._settings
        self._add(form, "theme", tr("Colours"), theme_names(), settings.theme, self._keep_theme)
        later = tr("from the next start of Bolo on")
        self._add(form, "scale", tr("Size of text"), text_scale_names(), settings.text_scale, settings.keep_text_scale)
        self._note("scale", later)
        self._add(form, "density", tr("Size of pictures"), density_names(), settings.density, self._keep_density)
        self._add(form, "language", tr("Language"), language_names(), settings.language, settings.keep_language)
        self._note("language", later)

    def _add_work(self, form: QFormLayout) -> None:
        settings = self._settings
        self._add(form, "device", tr("Models run on"), device_names(), settings.device, self._keep_device)
        self._add(form, "threads", tr("Processor cores"), thread_names(), settings.threads, self._keep_threads)
        self._note("threads", tr("both from the next job on"))
        found_by, detectors = tr("People are found by"), {detector: say_detector(detector) for detector in Detector}
        self._add(form, "detector", found_by, detectors, Detector(settings.detector), self._keep_detector)
        self._weights = ElidedLabel("")
        self.weights_button = button(tr("Choose weights…"), name="chooseDefaultWeights")
        self.forget_button = button(tr("Forget"), "link", name="forgetWeights")
        self.forget_button.setAccessibleName(tr("Forget the weights file"))
        self.weights_button.clicked.connect(self._choose_weights)
        self.forget_button.clicked.connect(lambda: self.keep_weights(None))
        weights = self._row(self._weights, self.weights_button, self.forget_button)
        form.addRow(label(tr("Its weights"), "muted"), weights)
        form.addRow("", label(tr("The next import starts with both; each import can choose others."), "muted"))

    def _add_places(self, form: QFormLayout) -> None:
        for name, folder in places().items():
            opener = button(tr("Open the folder"), "link", name="openPlace")
            opener.setAccessibleName(tr("Open the folder: {name}").format(name=name))
            opener.clicked.connect(lambda _checked, folder=folder: _open(folder))
            form.addRow(label(name, "muted"), self._row(ElidedLabel(str(folder)), opener))

    def _row(self, first: QWidget, *buttons: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        row.addWidget(first)
        row.addStretch(1)
        for offered in buttons:
            row.addWidget(offered)
        return row

    def _add(
        self,
        form: QFormLayout,
        key: str,
        name: str,
        choices: Mapping[Any, str],
        chosen: object,
        keep: Callable[[Any], None],
    ) -> None:
        box = QComboBox(objectName=f"{key}Box")
        box.setAccessibleName(name)
        for value, words in choices.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, list(choices).index(chosen) if chosen in choices else 0))
        values = list(choices)
        box.currentIndexChanged.connect(lambda index: keep(values[index]))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(min(max(map(len, choices.values())) * 4 // 5, LONGEST_CHOICE))
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        row.addWidget(box)
        row.addStretch(1)
        form.addRow(label(name, "muted"), row)
        self.boxes[key] = box
        self._rows[key] = row

    def _note(self, key: str, text: str) -> None:
        """Say beside a choice when it takes effect."""
        self._rows[key].insertWidget(1, label(text, "muted"))
        self.boxes[key].setAccessibleDescription(text)

    def _keep_theme(self, choice: Any) -> None:  # noqa: ANN401
        self._settings.keep_theme(choice)
        self._theme.choose(choice)

    def _keep_density(self, density: Any) -> None:  # noqa: ANN401
        self._settings.keep_density(density)
        self.density_chosen.emit(density)

    def _keep_device(self, device: Any) -> None:  # noqa: ANN401
        self._settings.keep_device(device)
        self._tell_children()

    def _keep_threads(self, threads: int) -> None:
        self._settings.keep_threads(threads)
        self._tell_children()

    def _tell_children(self) -> None:
        set_children_up(self._settings.device.value, self._settings.threads)
        self.work_changed.emit()

    def _keep_detector(self, detector: Detector) -> None:
        self._settings.keep_detector(detector.value)
        self.keep_weights(None)  # those were another detector's
        self._show_weights()

    def keep_weights(self, file: Path | None) -> None:
        """Take this weights file by default, or none."""
        self._settings.keep_detector_weights(file)
        self._show_weights()

    def _show_weights(self) -> None:
        file = self._settings.detector_weights
        takes_some = Detector(self._settings.detector) in WITH_WEIGHTS
        self._weights.setText(str(file) if file is not None else tr("as found on this machine") if takes_some else "–")
        self.weights_button.setEnabled(takes_some)
        self.forget_button.setVisible(file is not None)

    def _choose_weights(self) -> None:
        dialog = QFileDialog(self, tr("The detector's weights"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.keep_weights(Path(file)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _open(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
