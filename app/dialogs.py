"""The questions that the window asks; each dialog is made when it is wanted, and gone when it is answered."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from app.jobs.job_order import JobKind, JobOrder
from app.jobs.orders import export_order, relink_order, report_order
from app.settings import Settings
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr

if TYPE_CHECKING:
    from app.footage.camera_dialog import CameraDialog
    from app.footage.import_dialog import ImportDialog
    from app.help.help_dialog import HelpDialog
    from app.jobs.stop_dialog import StopDialog
    from app.models.models_desk import ModelsDesk
    from app.models.models_dialog import ModelsDialog
    from app.preferences.settings_dialog import SettingsDialog
    from app.start.new_case_dialog import NewCaseDialog
    from engine.casework.coverage import CameraCoverage


class Dialogs(QObject):
    """Opens dialogs over the window, and tells what was answered."""

    case_chosen = Signal(object)  # Path of one that is there
    case_wanted = Signal(object)  # NewCase
    job_ordered = Signal(object)  # JobOrder
    density_chosen = Signal(object)  # Density
    work_changed = Signal()  # what jobs run on from now on
    reviewer_named = Signal(str)  # who reviews without seeing what others said

    def __init__(self, window: QWidget, theme: Theme, icons: Icons, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._icons = icons
        self._settings = settings
        self.import_dialog: ImportDialog | None = None
        self.new_case_dialog: NewCaseDialog | None = None
        self.models_dialog: ModelsDialog | None = None
        self._models_desk: ModelsDesk | None = None
        self.camera_dialog: CameraDialog | None = None
        self.stop_dialog: StopDialog | None = None
        self.settings_dialog: SettingsDialog | None = None
        self.help_dialog: HelpDialog | None = None

    def ask_for_case(self) -> None:
        """Ask which case to open."""
        dialog = QFileDialog(self._window, tr("Open a case (a .bolo folder)"), str(self._settings.cases_dir))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_case)
        self._open(dialog)

    def ask_for_new_case(self) -> None:
        """Ask what a new case is about."""
        from app.start.new_case_dialog import NewCaseDialog

        self.new_case_dialog = NewCaseDialog(self._theme, self._settings.cases_dir, self._window)
        self.new_case_dialog.accepted.connect(self._take_new_case)
        self._open(self.new_case_dialog)

    def ask_for_footage(self, case: Path, paths: Sequence[Path] = ()) -> None:
        """Ask what to import into the case; these paths are in the list already."""
        from app.footage.import_dialog import ImportDialog

        self.import_dialog = ImportDialog(self._theme, self._icons, self._settings, case, self._window)
        self.import_dialog.add_sources(paths)
        self.import_dialog.accepted.connect(self._take_footage)
        self._open(self.import_dialog)

    def ask_for_place(self, case: Path) -> None:
        """Ask in which folder the footage lies that the case misses."""
        title = tr("The folder or drive in which the footage lies now")
        dialog = QFileDialog(self._window, title, str(self._settings.footage_dir))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.job_ordered.emit(relink_order(case, Path(folder))))
        self._open(dialog)

    def ask_for_correction(self, case: Path, camera: "CameraCoverage") -> None:
        """Ask what of a camera is to be corrected."""
        from app.footage.camera_dialog import CameraDialog

        self.camera_dialog = CameraDialog(self._theme, case, camera, self._window)
        self.camera_dialog.accepted.connect(self._take_correction)
        self._open(self.camera_dialog)

    def ask_for_report(self, case: Path) -> None:
        """Ask where the report on a case is to lie."""
        title, proposed = tr("Where the report is to lie"), f"{case.stem} {date.today().isoformat()}.pdf"
        dialog = QFileDialog(self._window, title, str(case.parent / proposed), tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(lambda file: self.job_ordered.emit(report_order(case, Path(file))))
        self._open(dialog)

    def ask_for_export(self, case: Path) -> None:
        """Ask for the folder that is to hold what is exported; it is made."""
        title, proposed = tr("The folder to export to; it is made"), f"{case.stem} export {date.today().isoformat()}"
        dialog = QFileDialog(self._window, title, str(case.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(lambda folder: self.job_ordered.emit(export_order(case, Path(folder))))
        self._open(dialog)

    def ask_for_reviewer(self) -> None:
        """Ask who reviews without seeing what others said."""
        dialog = QInputDialog(self._window, objectName="reviewerDialog")
        dialog.setWindowTitle(tr("Second review"))
        dialog.setLabelText(
            tr("Who reviews now, without seeing what others said? Where the two differ is listed afterwards.")
        )
        dialog.textValueSelected.connect(self._take_reviewer)
        self._open(dialog)

    def show_models(self, case: Path | None, *, may_change: bool) -> None:
        """Show the models on this machine, and what the case that is open uses of them."""
        from app.models.models_desk import ModelsDesk
        from app.models.models_dialog import ModelsDialog
        from engine import paths
        from engine.casework.recent import RecentCases

        recent = RecentCases(paths.recent_cases_file()).list()
        desk = self._models_desk = self._models_desk or ModelsDesk(self)
        self.models_dialog = ModelsDialog(self._theme, self._icons, desk, case, may_change, recent, self._window)
        self.models_dialog.job_ordered.connect(self.job_ordered)
        self._open(self.models_dialog)

    def show_settings(self) -> None:
        """Show what can be set."""
        from app.preferences.settings_dialog import SettingsDialog

        self.settings_dialog = SettingsDialog(self._theme, self._settings, self._window)
        self.settings_dialog.density_chosen.connect(self.density_chosen)
        self.settings_dialog.work_changed.connect(self.work_changed)
        self._open(self.settings_dialog)

    def show_help(self) -> None:
        """Show what Bolo is, and every key of the window as it stands."""
        from app.help.help_dialog import HelpDialog
        from app.help.shortcuts import key_lines

        self.help_dialog = HelpDialog(self._theme, key_lines(self._window), self._window)
        self._open(self.help_dialog)

    def ask_to_stop(self, titles: Sequence[str], act: Callable[[], object]) -> None:
        """Ask whether jobs may be stopped; act where they may."""
        from app.jobs.stop_dialog import StopDialog

        if self.stop_dialog is not None:
            return
        self.stop_dialog = StopDialog(self._theme, titles, self._window)
        self.stop_dialog.accepted.connect(lambda: QTimer.singleShot(0, self, act))  # the dialog has gone by then
        self._open(self.stop_dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        """Let go of the dialog that was answered; there is never more than one."""
        self.import_dialog = self.new_case_dialog = self.models_dialog = self.camera_dialog = None
        self.stop_dialog = self.settings_dialog = self.help_dialog = None

    def _take_reviewer(self, name: str) -> None:
        if name.strip():
            self.reviewer_named.emit(name.strip())

    def _take_case(self, folder: str) -> None:
        self._settings.cases_dir = Path(folder).parent
        self.case_chosen.emit(Path(folder))

    def _take_new_case(self) -> None:
        if self.new_case_dialog is not None:
            wanted = self.new_case_dialog.new_case
            self._settings.cases_dir = wanted.folder.parent
            self.case_wanted.emit(wanted)

    def _take_correction(self) -> None:
        if self.camera_dialog is not None:
            correction = self.camera_dialog.correction
            title = tr("Correcting camera {name}").format(name=correction.camera)
            arguments, case = correction.arguments(), correction.case
            self.job_ordered.emit(JobOrder(kind=JobKind.CAMERA, title=title, arguments=arguments, case=case))

    def _take_footage(self) -> None:
        from app.footage.import_words import say_name

        if self.import_dialog is not None:
            choice = self.import_dialog.choice
            title = tr("Importing {name}").format(name=say_name(choice.sources))
            arguments, case = choice.arguments(), choice.case
            self.job_ordered.emit(JobOrder(kind=JobKind.IMPORT, title=title, arguments=arguments, case=case))
