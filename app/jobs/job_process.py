"""A job in its child process: one JSON event a line from it, `cancel` or `pause` to it."""

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from app.jobs.command import child_command
from app.jobs.job_order import JobOrder
from app.jobs.job_state import JobState, JobStatus

SECONDS_BETWEEN_GROWTHS = 2.0
STOPPING_MS = 3000  # a batch is done by then; a child that still runs is killed, which loses nothing either


class JobProcess(QObject):
    """Runs one order, keeps its state, and tells when it changed."""

    changed = Signal()
    grew = Signal()  # the gallery may hold more now; at most every two seconds, and once at the end
    ended = Signal()
    told = Signal(str)  # a line, as the child wrote it

    def __init__(self, order: JobOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.order = order
        self.state = JobState(order.title, JobStatus.WAITING)
        self._error_output = bytearray()
        self._growth = QTimer(self, interval=round(SECONDS_BETWEEN_GROWTHS * 1000))
        self._growth.timeout.connect(self._tell_growth)
        self._has_advanced = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def process_id(self) -> int:
        """Return the child's process id, 0 while there is none."""
        return self._process.processId()

    def start(self) -> None:
        """Start the child."""
        self.state.begin()
        self._growth.start()
        self._process.start(*child_command(self.order.arguments))

    def cancel(self) -> None:
        """Ask the child to stop after the batch at hand."""
        self.state.ask_to_cancel()
        self._process.write(b"cancel\n")
        self.changed.emit()

    def pause(self) -> None:
        """Ask the child to end after the batch at hand; the same order goes on from there."""
        self.state.ask_to_pause()
        self._process.write(b"pause\n")
        self.changed.emit()

    def ask_enough(self) -> None:
        """Ask the child to end the stage at hand with what it has so far; what comes after it follows."""
        self._process.write(b"enough\n")

    def let_go(self) -> None:
        """Tell nobody anything any more, have the child stop, and go once it has; what it has committed stays."""
        self.blockSignals(True)
        self._growth.stop()
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
            return
        self._process.finished.connect(self.deleteLater)
        self._ask_to_stop()
        QTimer.singleShot(STOPPING_MS, self._process, self._process.kill)

    def abandon(self) -> None:
        """Kill the child, which has nothing to lose, and wait for the moment that this takes."""
        self.blockSignals(True)
        self._growth.stop()
        self._process.kill()
        self._process.waitForFinished(STOPPING_MS)
        self.deleteLater()

    def end(self) -> None:
        """Have the child stop and wait for it; end it if it does not."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        is_done = not self.state.is_running  # it has said so, and only its libraries take their time to leave
        if not is_done:
            self._ask_to_stop()
        if is_done or not self._process.waitForFinished(STOPPING_MS):
            self._process.kill()
            self._process.waitForFinished(STOPPING_MS)

    def _ask_to_stop(self) -> None:
        self._process.write(b"pause\n")
        self._process.closeWriteChannel()

    def _read_events(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace")
            self.state.take_line(line)
            self.told.emit(line)
            self._has_advanced = True
        self.changed.emit()

    def _read_errors(self) -> None:
        self._error_output += self._process.readAllStandardError().data()
        del self._error_output[:-8192]

    def _tell_growth(self) -> None:
        if self._has_advanced:
            self._has_advanced = False
            self.grew.emit()

    def _on_finished(self, exit_code: int, exit_status: QProcess.ExitStatus) -> None:
        self._growth.stop()
        self._read_events()
        self._read_errors()
        crashed = exit_status is QProcess.ExitStatus.CrashExit
        self.state.end(exit_code, crashed=crashed, last_words=self._last_words())
        self.changed.emit()
        self.grew.emit()
        self.ended.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._growth.stop()
            self.state.end(1, crashed=False, last_words=self._process.errorString())
            self.changed.emit()
            self.ended.emit()

    def _last_words(self) -> str:
        lines = self._error_output.decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else ""
