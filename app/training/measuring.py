"""Measuring how long a training will take and how much memory it needs, by a few real steps."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.jobs.job_words import say_seconds
from app.training.training_questions import TrainingQuestion
from app.translate import say_number, tr

SETTLING_MS = 600  # what is typed is measured once nothing was typed for so long
MB_OF_GB = 1024


class Measuring(QObject):
    """Measures what it is given last; an older measurement is given up, and what was measured once is known.

    Attributes:
        sentence: what was measured, or how that goes.
        tone: in which it is said.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.tone = "", "muted"
        self._arguments: tuple[str, ...] | None = None
        self._is_answered = False
        self._known: dict[tuple[str, ...], str] = {}
        self._question = TrainingQuestion(self)
        self._question.answered.connect(self._take)
        self._question.failed.connect(self._fail)
        self._question.advanced.connect(self._tell_progress)
        self._delay = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._delay.timeout.connect(self.measure_again)

    @property
    def is_possible(self) -> bool:
        """Whether there is a recipe to measure."""
        return self._arguments is not None

    @property
    def is_answered(self) -> bool:
        """Whether the sentence is of what was asked for."""
        return self.is_possible and self._is_answered

    def measure(self, arguments: tuple[str, ...] | None) -> None:
        """Measure a training by the child's arguments; None where the recipe cannot work."""
        if arguments is not None and arguments == self._arguments:
            return
        self._delay.stop()
        self._question.close()
        self._arguments, self._is_answered = arguments, False
        if arguments is None:
            self._say(tr("Time and memory are measured once the recipe works."))
        elif arguments in self._known:
            self._answer(self._known[arguments], "strong")
        else:
            self._say(tr("Measuring time and memory by a few steps…"))
            self._delay.start()

    def measure_again(self) -> None:
        """Measure once more what was given last."""
        if self._arguments is not None:
            self._is_answered = False
            self._question.ask(self._arguments)

    def stop(self) -> None:
        """Give up what is being measured."""
        self._delay.stop()
        self._question.close()
        if not self._is_answered:
            self._arguments = None

    def _tell_progress(self, words: str) -> None:
        if not self._is_answered:
            self._say(tr("Measuring time and memory by a few steps: {progress}").format(progress=words))

    def _take(self, summary: Mapping[str, Any]) -> None:
        if self._arguments is not None:
            self._known[self._arguments] = say_estimate(summary)
            self._answer(self._known[self._arguments], "strong")

    def _fail(self, reason: str) -> None:
        self._answer(reason, "warn")

    def _answer(self, sentence: str, tone: str) -> None:
        self._is_answered = True
        self._say(sentence, tone)

    def _say(self, sentence: str, tone: str = "muted") -> None:
        self.sentence, self.tone = sentence, tone
        self.changed.emit()


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
