"""The look of the running window: style sheet, palette, font; follows the system or the user's choice."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from app.theme.tokens import Tokens, Tone, coloured_svg, fill_style_sheet, read_tokens
from engine import paths


class ThemeChoice(Enum):
    """What the user asked for."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Theme(QObject):
    """Hands out colours and sizes, and tells when they changed."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._style_dir = paths.resources_dir() / "style"
        self._choice = choice
        self._system_font = application.font()
        self._drawings = (
            QTemporaryDir()
        )  # a style sheet takes drawings from files only, and theirs have a theme's colour
        if not application.styleSheet():  # once: a QWizard hands the style to its pages, which keep it, gone or not
            application.setStyle("Fusion")
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._tokens = self._read()
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """Return what the user asked for."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """Return the tokens in the tone shown now."""
        return self._tokens

    def choose(self, choice: ThemeChoice) -> None:
        """Show this theme from now on."""
        self._choice = choice
        self._update()

    def colour(self, name: str) -> QColor:
        """Return a colour by its token."""
        if name not in self._colours:
            self._colours[name] = QColor(self._tokens.colours[name])
        return QColor(self._colours[name])

    def size(self, name: str) -> int:
        """Return a size in pixels at 100 % by its token."""
        return self._tokens.sizes[name]

    def share(self, name: str) -> float:
        """Return a share by its token."""
        return self._tokens.shares[name]

    def font(self, size: str = "font", *, bold: bool = False) -> QFont:
        """Return the interface font in a size, by its token."""
        if (size, bold) not in self._fonts:
            font = QFont(self._application.font())
            font.setPixelSize(self.size(size))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[size, bold] = font
        return QFont(self._fonts[size, bold])

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._update()

    def _update(self) -> None:
        tokens = self._read()
        if tokens == self._tokens:
            return
        self._tokens = tokens
        self._apply()
        self.changed.emit()

    def _read(self) -> Tokens:
        return read_tokens(self._style_dir / "tokens.toml", self._wanted_tone())

    def _wanted_tone(self) -> Tone:
        if self._choice is not ThemeChoice.SYSTEM:
            return Tone(self._choice.value)
        is_light = self._application.styleHints().colorScheme() is Qt.ColorScheme.Light
        return Tone.LIGHT if is_light else Tone.DARK

    def _apply(self) -> None:
        self._fonts.clear()
        self._colours.clear()
        self._application.setFont(self._interface_font())
        self._application.setPalette(self._palette())
        template = (self._style_dir / "window.qss").read_text(encoding="utf-8")
        self._application.setStyleSheet(fill_style_sheet(template, self._tokens, self._drawings_dir()))

    def _drawings_dir(self) -> Path:
        folder = Path(self._drawings.path()) / self._tokens.tone.value  # its own: Qt remembers a drawing by its path
        folder.mkdir(exist_ok=True)
        for name, (icon, colour) in _DRAWINGS.items():
            drawing = coloured_svg(paths.resources_dir() / "icons" / f"{icon}.svg", self._tokens.colours[colour])
            (folder / f"{name}.svg").write_text(drawing, encoding="utf-8")
        return folder

    def _interface_font(self) -> QFont:
        font = QFont(self._system_font)
        if QFontInfo(font).family() in self._tokens.replaced_fonts:
            present = set(QFontDatabase.families())
            font.setFamilies([name for name in self._tokens.preferred_fonts if name in present] or font.families())
        font.setPixelSize(self.size("font"))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette


_DRAWINGS = {
    "chevron": ("chevron-down", "muted"),
    "check": ("check", "text"),
    "check-on-accent": ("check", "on_accent"),
}

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "shade",
}
