"""Where a crop comes from, line by line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.search.times import say_moment, say_place
from app.theme.theme import Theme
from app.translate import say_decimal, say_number, tr
from app.widgets.labels import label
from engine.gallery.records import CropRecord, FrameRecord, SourceKind
from engine.registry.card import ModelCard

SHORT_HASH = 12


class CropFacts(QWidget):
    """Names on the left, facts on the right; each can be marked and copied."""

    def __init__(self, theme: Theme, card: ModelCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._facts: dict[str, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * theme.size("step"))
        grid.setVerticalSpacing(theme.size("step"))
        grid.setColumnStretch(1, 1)
        names = {
            "camera": tr("Camera"),
            "time": tr("Time"),
            "recorded": tr("Recorded"),
            "source": tr("Source"),
            "frame": tr("In view"),
            "size": tr("Size"),
            "hash": tr("SHA-256"),
            "model": tr("Model"),
        }
        for row, (key, name) in enumerate(names.items()):
            value = label("", "", name=f"fact-{key}")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(name)
            head = label(name, "muted")
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
            self._facts[key] = head, value

    def text(self, key: str) -> str:
        """Return a fact as it is shown."""
        return self._facts[key][1].text()

    def show_crop(self, crop: CropRecord) -> None:
        """Show what is known of a crop."""
        self._show("camera", crop.camera)
        self._show("time", say_moment(crop.time))
        self._facts["recorded"][1].setText("")  # its room stays: what is said there is on its way
        self._show("source", _breakable(say_place(crop)), str(crop.frame_path))
        self._show("frame", "")
        self._show("size", _say_size(crop))
        self._show("hash", f"{crop.sha256[:SHORT_HASH]}…", crop.sha256)
        self._show("model", f"{self._card.name} · {self._card.model_id[:6]}", self._card.title)

    def show_recorded(self, frame: FrameRecord, crop: CropRecord) -> None:
        """Show the time as the recorder wrote it, and by how much it was corrected."""
        self._show("recorded", say_recorded(frame, crop))

    def show_other_frame(self, frame: FrameRecord | None) -> None:
        """Show which frame is in view where it is not the crop's own."""
        words = tr("frame {n}, {time}")
        self._show(
            "frame",
            "" if frame is None else words.format(n=say_number(frame.frame_number), time=say_moment(frame.time)),
        )

    def _show(self, key: str, text: str, tip: str = "") -> None:
        head, value = self._facts[key]
        value.setText(text)
        value.setToolTip(tip)
        for part in (head, value):
            part.setVisible(bool(text))


def say_recorded(frame: FrameRecord, crop: CropRecord) -> str:
    """Return the time that the recorder wrote; of a video its first frame's and how long after it."""
    if frame.time_raw is None:
        return tr("no time") if crop.time is not None else ""
    text = frame.time_raw.strftime("%Y-%m-%d %H:%M:%S")
    if frame.source_kind is SourceKind.VIDEO and frame.raw_seconds:
        return tr("{time} + {n} s").format(time=text, n=say_decimal(frame.raw_seconds))
    return text


def _say_size(crop: CropRecord) -> str:
    size = tr("{w} × {h} px").format(w=round(crop.box.w), h=round(crop.box.h))
    if crop.source_kind is SourceKind.CROPS:
        return size
    width, height = (say_number(side) for side in crop.frame_size_px)
    return tr("{size} of {w} × {h}").format(size=size, w=width, h=height)


def _breakable(path: str) -> str:
    """Return a path that may break after its separators."""
    return path.replace("/", "/\u200b").replace("_", "_\u200b")
