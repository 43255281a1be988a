"""Keys that a widget takes itself while it has the focus; a test holds them against what the widgets take."""

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from app.translate import tr

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ALONE = Qt.KeyboardModifier.NoModifier
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
STEPS = (*ARROWS, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKey:
    """Keys that do the same.

    Attributes:
        keys: each does it.
        modifiers: that are held with any of them.
        words: what it does.
        shown: the keys in words; "" names each.
    """

    keys: tuple[Qt.Key, ...]
    words: str
    modifiers: Qt.KeyboardModifier = ALONE
    shown: str = ""

    @property
    def text(self) -> str:
        """Return the keys as they are written on a keyboard."""
        if self.shown:
            return self.shown
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(QKeyCombination(self.modifiers, key)).toString(native) for key in self.keys)


def results_keys() -> tuple[OwnKey, ...]:
    """Return the keys of the results."""
    arrows = tr("Arrows, Page up and down, Home, End")
    return (
        OwnKey(keys=STEPS, words=tr("Go to another result"), shown=arrows),
        OwnKey(
            keys=STEPS,
            modifiers=SHIFT,
            words=tr("Choose all results up to there"),
            shown=tr("Shift + {keys}").format(keys=arrows),
        ),
        OwnKey(
            keys=STEPS,
            modifiers=CTRL,
            words=tr("Go there and keep what is chosen"),
            shown=tr("Ctrl + {keys}").format(keys=arrows),
        ),
        OwnKey(keys=(Qt.Key.Key_Space,), words=tr("Preview this result large, or no longer")),
        OwnKey(keys=(Qt.Key.Key_A,), modifiers=CTRL, words=tr("Choose all results")),
        OwnKey(keys=(Qt.Key.Key_Space,), modifiers=CTRL, words=tr("Choose this result too, or no longer")),
        OwnKey(keys=(Qt.Key.Key_Escape,), words=tr("Choose this result alone again")),
        OwnKey(keys=(Qt.Key.Key_Return, Qt.Key.Key_Enter), words=tr("Unfold a track, or fold it again")),
        OwnKey(keys=(Qt.Key.Key_Right,), modifiers=ALT, words=tr("Unfold a track")),
        OwnKey(keys=(Qt.Key.Key_Left,), modifiers=ALT, words=tr("Fold a track")),
        OwnKey(keys=(Qt.Key.Key_B,), words=tr("Bookmark what is chosen")),
        OwnKey(keys=(Qt.Key.Key_L,), words=tr("Label what is chosen")),
        OwnKey(keys=(Qt.Key.Key_C,), modifiers=CTRL, words=tr("Copy the pictures of what is chosen")),
        OwnKey(keys=(Qt.Key.Key_E,), modifiers=CTRL, words=tr("Save what is chosen as a contact sheet")),
        OwnKey(keys=(Qt.Key.Key_Y,), words=tr("Review: yes, this is the person")),
        OwnKey(keys=(Qt.Key.Key_N,), words=tr("Review: no, this is somebody else")),
        OwnKey(keys=(Qt.Key.Key_U,), words=tr("Review: unsure")),
        OwnKey(keys=(Qt.Key.Key_S,), words=tr("More people like this one")),
        OwnKey(keys=(Qt.Key.Key_S,), modifiers=SHIFT, words=tr("Nobody like this one")),
        OwnKey(keys=(Qt.Key.Key_T,), words=tr("Show the track of this person alone, or all again")),
    )


def chip_keys() -> tuple[OwnKey, ...]:
    """Return the keys of an attribute of the description."""
    return (
        OwnKey(keys=(Qt.Key.Key_Space,), words=tr("An attribute: has, has not, not said")),
        OwnKey(keys=(Qt.Key.Key_P,), words=tr("An attribute: preferably")),
    )


def timeline_keys() -> tuple[OwnKey, ...]:
    """Return the keys of the timeline."""
    steps = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
    return (
        OwnKey(keys=steps, words=tr("Move along the time"), shown=tr("Left, right, Home, End")),
        OwnKey(keys=steps, modifiers=SHIFT, words=tr("Widen the time"), shown=tr("Shift + left, right, Home, End")),
        OwnKey(keys=(Qt.Key.Key_Up, Qt.Key.Key_Down), words=tr("Go to another camera")),
        OwnKey(keys=(Qt.Key.Key_Space,), words=tr("Leave this camera out, or take it in")),
        OwnKey(keys=(Qt.Key.Key_Return, Qt.Key.Key_Enter), words=tr("Look at this time alone")),
        OwnKey(keys=(Qt.Key.Key_Escape,), words=tr("Look at all times")),
    )


def frame_keys() -> tuple[OwnKey, ...]:
    """Return the keys of the frame of the chosen person."""
    return (
        OwnKey(keys=(Qt.Key.Key_Plus, Qt.Key.Key_Equal), words=tr("Larger")),
        OwnKey(keys=(Qt.Key.Key_Minus,), words=tr("Smaller")),
        OwnKey(keys=(Qt.Key.Key_0,), words=tr("The whole frame")),
        OwnKey(keys=(Qt.Key.Key_1,), words=tr("The person")),
        OwnKey(keys=ARROWS, words=tr("Move over the enlarged frame"), shown=tr("Arrows")),
        OwnKey(keys=(Qt.Key.Key_Comma,), words=tr("The frame before")),
        OwnKey(keys=(Qt.Key.Key_Period,), words=tr("The frame after")),
    )


def filmstrip_keys() -> tuple[OwnKey, ...]:
    """Return the keys of the strip of a track."""
    steps = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
    return (OwnKey(keys=steps, words=tr("Move along the track"), shown=tr("Left, right, Home, End")),)


def canvas_keys() -> tuple[OwnKey, ...]:
    """Return the keys of a frame in which zones are drawn."""
    step, leap = tr("Move the cross"), tr("Move the cross by a larger step")
    return (
        OwnKey(keys=ARROWS, words=step, shown=tr("Arrows")),
        OwnKey(keys=ARROWS, modifiers=SHIFT, words=leap, shown=tr("Shift + arrows")),
        OwnKey(keys=(Qt.Key.Key_Space,), words=tr("Set a corner of an ignored zone")),
        OwnKey(keys=(Qt.Key.Key_Return, Qt.Key.Key_Enter), words=tr("Close the zone")),
        OwnKey(keys=(Qt.Key.Key_Backspace,), words=tr("Take the last corner back")),
        OwnKey(keys=(Qt.Key.Key_Escape,), words=tr("Give the zone up")),
    )


def own_keys() -> dict[str, tuple[OwnKey, ...]]:
    """Return all such keys by the place that they work in."""
    return {
        tr("Results"): results_keys(),
        tr("Description"): chip_keys(),
        tr("Timeline"): timeline_keys(),
        tr("Frame"): frame_keys(),
        tr("Track"): filmstrip_keys(),
        tr("A look at people, drawing zones"): canvas_keys(),
    }
