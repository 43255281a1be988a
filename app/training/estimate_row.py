"""How long a training will take and how much memory it needs, measured by a few real steps."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.jobs.job_words import say_seconds
from app.theme.theme import Theme
from app.training.training_questions import TrainingQuestion
from app.training.wizard_page import wrapped
from app.translate import say_number, tr
from app.widgets.labels import button, set_tone

SETTLING_MS = 600  # what is typed is measured once nothing was typed for so long
MB_OF_GB = 1024


class EstimateRow(QFrame):
    """Measures what it is given last; an older measurement is given up."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._arguments: tuple[str, ...] | None = None
        self._measured: tuple[str, ...] | None = None
        self._question = TrainingQuestion(self)
        self._question.answered.connect(self._take)
        self._question.failed.connect(self._fail)
        self._question.advanced.connect(self._show_progress)
        self._delay = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._delay.timeout.connect(self._ask)
        self.sentence = wrapped("", name="estimateSentence")
        self.again_button = button(tr("Measure again"), "link", name="measureAgain")
        self.again_button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setSpacing(2 * theme.size("step"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.again_button)

    @property
    def is_answered(self) -> bool:
        """Whether what stands there is what was asked for."""
        return self._arguments is not None and self._measured == self._arguments

    def measure(self, arguments: tuple[str, ...] | None) -> None:
        """Measure a training by the child's arguments; None where the recipe cannot work."""
        if arguments is not None and arguments == self._arguments:
            return
        self._arguments = arguments
        self._question.close()
        self.again_button.setEnabled(arguments is not None)
        set_tone(self.sentence, "muted")
        if arguments is None:
            self._delay.stop()
            self.sentence.setText(tr("Time and memory are measured once the recipe works."))
        else:
            self.sentence.setText(tr("Measuring time and memory by a few steps…"))
            self._delay.start()

    def stop(self) -> None:
        """Give up what is being measured."""
        self._delay.stop()
        self._question.close()
        if not self.is_answered:
            self._arguments = None

    def _ask(self) -> None:
        if self._arguments is not None:
            self._measured = None
            self._question.ask(self._arguments)

    def _show_progress(self, words: str) -> None:
        if not self.is_answered:
            self.sentence.setText(tr("Measuring time and memory by a few steps: {progress}").format(progress=words))

    def _take(self, summary: object) -> None:
        self._measured = self._arguments
        if isinstance(summary, dict):
            set_tone(self.sentence, "strong")
            self.sentence.setText(say_estimate(summary))

    def _fail(self, reason: str) -> None:
        self._measured = self._arguments
        set_tone(self.sentence, "warn")
        self.sentence.setText(reason)


def say_estimate(summary: Mapping[str, Any]) -> str:
    """Return time, steps and memory in words."""
    text = tr("At most {time} in {steps} steps ({rate} pictures a second), measured here on this data.").format(
        time=say_seconds(summary["seconds"]),
        steps=say_number(summary["steps"]),
        rate=say_number(round(summary["crops_per_second"])),
    )
    memory = summary["memory_mb"]
    if memory is None:
        return text
    size = (
        tr("{n} GB").format(n=say_number(max(1, round(memory / MB_OF_GB))))
        if memory >= MB_OF_GB
        else tr("{n} MB").format(n=say_number(round(memory)))
    )
    return f"{text} {tr('It needs {size} of memory.').format(size=size)}"
