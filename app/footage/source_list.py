"""The sources to import: a list that takes drops, and a cross to remove each."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import label


class SourceList(QFrame):
    """Shows the paths in the order they were added."""

    changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceList")
        self.setProperty("role", "drop")
        self._theme = theme
        self._icons = icons
        self._paths: list[Path] = []
        self._rows: dict[Path, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.size("step") // 2)
        self._hint = label(tr("Drop folders of frames or videos here, or add them below."), "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMinimumHeight(14 * theme.size("step"))
        self._column.addWidget(self._hint)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the sources."""
        return tuple(self._paths)

    def add(self, paths: Iterable[Path]) -> None:
        """Add sources that are not in the list yet."""
        for path in paths:
            if path not in self._paths:
                self._paths.append(path)
                self._rows[path] = self._row(path)
                self._column.addWidget(self._rows[path])
        self._tell()

    def remove(self, path: Path) -> None:
        """Take a source out of the list."""
        self._paths.remove(path)
        row = self._rows.pop(path)
        self._column.removeWidget(row)
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        self._hint.setVisible(not self._paths)
        self.changed.emit()

    def _row(self, path: Path) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(self._theme.size("step"), 0, 0, 0)
        icon = QLabel()
        name = "folder" if path.is_dir() else "footage"
        icon.setPixmap(self._icons.pixmap(name, "muted", self._theme.size("icon"), self.devicePixelRatioF()))
        row.addWidget(icon)
        row.addWidget(ElidedLabel(str(path)))
        row.addStretch(1)
        row.addWidget(self._remove_button(path))
        return holder

    def _remove_button(self, path: Path) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIconSize(QSize(self._theme.size("swatch"), self._theme.size("swatch")))
        made.setIcon(self._icons.icon("close", size="swatch"))
        made.setAccessibleName(tr("Remove {path}").format(path=path))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(partial(self.remove, path))
        return made
