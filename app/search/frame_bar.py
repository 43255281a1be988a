"""Below the frame: the frames before and after, zoom, and light."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget, QWidgetAction

from app.search.view_light import MOST, ViewLight
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label, set_style_property


class FrameBar(QWidget):
    """A row of small buttons; each has a key in the frame, which its tool-tip names."""

    step_wanted = Signal(int)  # -1 for the frame before, 1 for the one after
    zoom_wanted = Signal(bool)  # whether larger
    whole_wanted = Signal()
    person_wanted = Signal()
    light_changed = Signal(object)  # ViewLight

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frameBar")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("step") // 2)
        self.before_button = self._button("‹", tr("Frame before"), "frameBefore", "(,)")
        self.after_button = self._button("›", tr("Frame after"), "frameAfter", "(.)")
        self.smaller_button = self._button("−", tr("Smaller"), "zoomOut", "(-)")
        self.larger_button = self._button("+", tr("Larger"), "zoomIn", "(+)")
        self.whole_button = self._button(tr("Fit"), tr("Whole frame"), "zoomFit", "(0)")
        self.person_button = self._button(tr("Person"), tr("Show the person large"), "zoomPerson", "(1)")
        self.light_button = self._button(tr("Light"), tr("Brightness and contrast of the view"), "viewLight")
        for made in (self.before_button, self.after_button, self.smaller_button, self.larger_button):
            row.addWidget(made)
        row.addWidget(self.whole_button)
        row.addWidget(self.person_button)
        row.addStretch(1)
        row.addWidget(self.light_button)
        self._add_light_menu()
        self._connect()

    @property
    def light(self) -> ViewLight:
        """Return what the sliders say."""
        return ViewLight(self.brightness.value(), self.contrast.value())

    def reset_light(self) -> None:
        """Show pictures as they are."""
        self.brightness.setValue(0)
        self.contrast.setValue(0)

    def offer_steps(self, has_before: bool, has_after: bool) -> None:
        """Offer the frames beside this one, as far as there are any."""
        self.before_button.setEnabled(has_before)
        self.after_button.setEnabled(has_after)

    def _button(self, text: str, name: str, object_name: str, key: str = "") -> QToolButton:
        made = QToolButton(text=text, toolTip=f"{name} {key}".strip())
        made.setObjectName(object_name)
        made.setProperty("kind", "segment")
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _add_light_menu(self) -> None:
        self.brightness, self.contrast = self._slider(tr("Brightness")), self._slider(tr("Contrast"))
        holder = QWidget()
        column = QVBoxLayout(holder)
        form = QFormLayout()
        for slider in (self.brightness, self.contrast):
            form.addRow(label(slider.accessibleName()), slider)
        column.addLayout(form)
        column.addWidget(label(tr("The view alone changes, and the log notes it."), "muted"))
        self.reset_button = button(tr("As it is"), name="lightReset")
        column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.light_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.light_button)
        action = QWidgetAction(menu)
        action.setDefaultWidget(holder)
        menu.addAction(action)
        self.light_button.setMenu(menu)

    def _slider(self, name: str) -> QSlider:
        made = QSlider(Qt.Orientation.Horizontal, minimum=-MOST, maximum=MOST)
        made.setAccessibleName(name)
        made.setMinimumWidth(self._theme.size("filter_text"))
        return made

    def _connect(self) -> None:
        self.before_button.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after_button.clicked.connect(lambda: self.step_wanted.emit(1))
        self.smaller_button.clicked.connect(lambda: self.zoom_wanted.emit(False))
        self.larger_button.clicked.connect(lambda: self.zoom_wanted.emit(True))
        self.whole_button.clicked.connect(self.whole_wanted)
        self.person_button.clicked.connect(self.person_wanted)
        self.reset_button.clicked.connect(self.reset_light)
        for slider in (self.brightness, self.contrast):
            slider.valueChanged.connect(self._tell_light)

    def _tell_light(self) -> None:
        set_style_property(self.light_button, "active", not self.light.is_off)
        self.light_changed.emit(self.light)
