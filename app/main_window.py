"""The window: bar, pages, foot; opens and closes cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.collecting import keep_what_stays
from app.dialogs import Dialogs
from app.foot import Foot
from app.jobs.job_desk import JobDesk
from app.jobs.job_order import JobKind
from app.jobs.job_room import JobRoom
from app.jobs.job_state import JobStatus
from app.jobs.job_strip import JobStrip
from app.jobs.orders import demo_order, embed_order, searches_order
from app.settings import Settings
from app.start.front import Front
from app.tab import Tab
from app.tab_order import put_last
from app.theme.icons import Icons, application_icon
from app.theme.theme import Theme
from app.top_bar import TopBar
from app.training.training_desk import TrainingDesk
from app.translate import tr
from app.window_first import window_first

if TYPE_CHECKING:  # loaded with the first case, so that the window is on the screen before it
    from app.case.case_service import CaseService
    from app.case.case_view import CaseView
    from app.case.records import OpenedCase
    from app.footage.import_dialog import ImportDialog
    from app.jobs.job_process import JobProcess
    from app.search.density import Density
    from app.search.search_page import SearchPage
    from engine.casework.coverage import CameraCoverage
    from engine.registry.card import ModelCard


class MainWindow(QMainWindow):
    """Shows the start page, or the pages of the open case."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        self.setWindowTitle("Bolo")
        self._theme = theme
        self._settings = settings
        self._icons = Icons(theme)
        self._service: CaseService | None = None
        self._card: ModelCard | None = None
        self._is_complete = False
        self._may_stop_jobs = False
        self.case_view: CaseView | None = None
        self._build()
        self._connect()
        self._place()
        self.front.start_page.setFocus()

    @property
    def search_page(self) -> "SearchPage | None":
        """Return the search page of the open case."""
        return self.case_view.search_page if self.case_view is not None else None

    @property
    def import_dialog(self) -> "ImportDialog | None":
        """Return the import dialog while it is open."""
        return self.dialogs.import_dialog

    @property
    def job_strip(self) -> JobStrip:
        """Return the strip that shows the job."""
        return self._foot.job_strip

    def open_case(self, folder: Path, reviewer: str | None = None) -> None:
        """Open a case instead of the one that is open; a case that cannot be opened says why.

        Args:
            folder: the case.
            reviewer: who reviews it without seeing what others said.
        """
        from app.case.case_service import CaseService

        self.close_case()
        self.front.say_opening(folder)
        self._service = CaseService(folder.absolute(), self, reviewer)
        self._service.opened.connect(self._show_case)
        self._service.switched.connect(self._switch_model)
        self._service.refused.connect(self._show_refusal)
        self._service.open()

    def close_case(self) -> None:
        """Close the case and show the start page."""
        self.front.show_start()
        if self._service is None:
            return
        self.jobs.close_case()
        self.trainings.close_case()
        if self.case_view is not None:
            self.case_view.close_case()
            self.front.removeWidget(self.case_view)
            self.case_view.deleteLater()
            self.case_view = None
        self._service.close()
        self._service.deleteLater()
        self._service = None
        self._foot.show_gallery("")
        self._top_bar.show_case(None)
        self.setWindowTitle("Bolo")

    def show_tab(self, tab: Tab) -> None:
        """Show a page of the open case."""
        if self.case_view is not None:
            self.case_view.show_tab(tab)
            self._top_bar.show_tab(tab)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add what can wait once the window has been painted for the first time."""
        super().paintEvent(event)
        if not self._is_complete:
            self._is_complete = True
            QTimer.singleShot(0, self._complete)

    def focusNextPrevChild(self, goes_on: bool) -> bool:
        """Go to the next widget as they are read: pages, then the list of jobs, then the foot."""
        focused = self.focusWidget()
        if (
            focused is not None and focused.isVisible()
        ):  # else Qt asks while it hides or deletes it: hands off its chain
            put_last(self, self.job_room.panel, self._foot)
        return super().focusNextPrevChild(goes_on)

    def event(self, event: QEvent) -> bool:
        """Have other threads wait while the window is painted."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return super().event(event)
        with window_first:
            return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End threads and children; jobs at work are asked about first, unless the whole session ends."""
        if self.jobs.pending and not self._may_stop_jobs and not _ends_session():
            event.ignore()
            self._once_jobs_may_stop(self._close_for_good)
            return
        self._settings.geometry = self.saveGeometry()
        self.hide()
        self.jobs.end()
        self.close_case()
        super().closeEvent(event)

    def _build(self) -> None:
        self._top_bar = TopBar(self._theme, self._icons)
        self._foot = Foot(self._theme, self._settings)
        self.front = Front(self._theme, self._icons)
        self.jobs = JobDesk(self)
        self.job_room = JobRoom(self._theme, self.jobs, self._foot.job_strip, self)
        self.dialogs = Dialogs(self, self._theme, self._icons, self._settings)
        self.trainings = TrainingDesk(self, self._theme, self.jobs)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar)
        column.addWidget(self.job_room.notice)
        column.addWidget(self.front, 1)
        column.addWidget(self.job_room.panel)
        column.addWidget(self._foot)
        self.setCentralWidget(holder)

    def _connect(self) -> None:
        for offering in (self._top_bar, self.front.start_page):
            offering.new_wanted.connect(self.dialogs.ask_for_new_case)
            offering.open_wanted.connect(self.dialogs.ask_for_case)
        self.front.start_page.demo_wanted.connect(lambda: self.jobs.start(demo_order()))
        self.front.start_page.case_chosen.connect(self.open_case)
        self.dialogs.case_chosen.connect(lambda case: self._once_jobs_may_stop(lambda: self.open_case(case)))
        self.dialogs.case_wanted.connect(lambda case: self._once_jobs_may_stop(lambda: self.front.make_case(case)))
        self.dialogs.job_ordered.connect(self.jobs.start)
        self.dialogs.reviewer_named.connect(self._open_again)
        self.front.case_made.connect(self.open_case)
        self._top_bar.close_wanted.connect(lambda: self._once_jobs_may_stop(self.close_case))
        self._top_bar.jobs_wanted.connect(self.job_room.panel.toggle)
        self._top_bar.searches_wanted.connect(self._run_searches)
        self._top_bar.train_wanted.connect(self.trainings.train)
        self.trainings.job_ordered.connect(self.jobs.start)
        self.job_room.panel.show_wanted.connect(self.trainings.show_job)
        self._top_bar.help_wanted.connect(self.dialogs.show_help)
        self._top_bar.settings_wanted.connect(self.dialogs.show_settings)
        self.dialogs.density_chosen.connect(self._show_density)
        self._top_bar.tab_chosen.connect(self.show_tab)
        self._top_bar.theme_chosen.connect(self._theme.choose)
        self._top_bar.theme_chosen.connect(self._settings.keep_theme)
        self._top_bar.models_wanted.connect(self._show_models)
        self._foot.models_wanted.connect(self._show_models)
        self.job_strip.failures_wanted.connect(lambda: self.show_tab(Tab.FOOTAGE))
        self.jobs.ended.connect(self._on_job_ended)
        self.jobs.ended.connect(self._foot.device.take_ended)
        self.dialogs.work_changed.connect(self._foot.device.show_settings)

    def _place(self) -> None:
        size = self._theme.size
        self.setMinimumSize(size("window_min_width"), size("window_min_height"))
        self.resize(size("window_width"), size("window_height"))
        if self._settings.geometry is not None:
            self.restoreGeometry(self._settings.geometry)

    def _complete(self) -> None:
        """Add what can wait until the window is on the screen."""
        from app.models.usual_model import usual_card

        self.setWindowIcon(application_icon())
        card, problem = usual_card()
        self.front.show_recent()
        self.front.show_model_notes(card, problem)
        if self._card is None:
            self._show_card(card)

    def _show_case(self, opened: "OpenedCase") -> None:
        from app.case.case_view import CaseView

        if self._service is None:
            return
        keep_what_stays()
        self._show_card(opened.card)
        self.case_view = CaseView(self._theme, self._icons, self._service, opened)
        self._set_up_search_page()
        self.case_view.import_wanted.connect(self.ask_for_footage)
        self.case_view.footage_dropped.connect(self.ask_for_footage)
        self.case_view.place_wanted.connect(self._ask_for_place)
        self.case_view.correction_wanted.connect(self._ask_for_correction)
        self.case_view.report_wanted.connect(lambda: self.dialogs.ask_for_report(opened.folder))
        self.case_view.models_wanted.connect(self._show_models)
        self.case_view.export_wanted.connect(lambda: self.dialogs.ask_for_export(opened.folder))
        self.case_view.tab_wanted.connect(self.show_tab)
        self.case_view.second_review_wanted.connect(self.dialogs.ask_for_reviewer)
        self.case_view.review_ended.connect(lambda: self._open_again(None))
        self.case_view.renamed.connect(lambda name: self._show_title(replace(opened, title=name)))
        self.case_view.embed_wanted.connect(lambda: self.jobs.start(embed_order(opened.folder)))
        self.case_view.job_ordered.connect(self.jobs.start)
        self.case_view.train_wanted.connect(self.trainings.train)
        self.jobs.grew.connect(self.case_view.refresh)
        self.jobs.busy_changed.connect(self.case_view.show_busy)
        self.case_view.gallery_said.connect(self._foot.show_gallery)
        self.front.show_view(self.case_view)
        self.front.remember(opened.folder)
        self._show_title(opened)
        self.show_tab(Tab.SEARCH)
        if self.search_page is not None:
            self.search_page.results_view.setFocus()  # no focus proxy: Tab would pass over all that stands before it
        self.case_view.show_busy(self.jobs.is_busy)
        self.case_view.refresh()
        self.trainings.open_case(self._service, opened)
        if not opened.is_read_only:
            self.jobs.open_case(opened.folder)

    def _set_up_search_page(self) -> None:
        if self.search_page is not None:
            self.search_page.setProperty("place", tr("Search"))  # for the help
            self.search_page.show_density(self._settings.density)
            self.search_page.density_chosen.connect(self._settings.keep_density)

    def _switch_model(self, opened: "OpenedCase") -> None:
        """Go over to another model, which is now the case's."""
        if self.case_view is not None:
            self._show_card(opened.card)
            self.case_view.switch_model(opened)
            if self._service is not None:
                self.trainings.open_case(self._service, opened)
            self._set_up_search_page()
            self.case_view.show_busy(self.jobs.is_busy)

    def _open_again(self, reviewer: str | None) -> None:
        """Open the case that is open for a blind second review, or again for everybody."""
        if self._service is not None:
            folder = self._service.folder
            self._once_jobs_may_stop(lambda: self.open_case(folder, reviewer))

    def _show_title(self, opened: "OpenedCase") -> None:
        shown = tr("{title} · read-only").format(title=opened.title) if opened.is_read_only else opened.title
        self._top_bar.show_case(shown, str(opened.folder))
        self.setWindowTitle(f"{opened.title} — Bolo")

    def ask_for_footage(self, paths: Sequence[Path] = ()) -> None:
        """Ask what to import, and how; these paths are in the list already."""
        if self._service is not None:
            self.dialogs.ask_for_footage(self._service.folder, paths)

    def _ask_for_place(self) -> None:
        """Ask where missing footage lies now."""
        if self._service is not None:
            self.dialogs.ask_for_place(self._service.folder)

    def _ask_for_correction(self, camera: "CameraCoverage") -> None:
        """Ask what of a camera is to be corrected."""
        if self._service is not None:
            self.dialogs.ask_for_correction(self._service.folder, camera)

    def _run_searches(self) -> None:
        """Run the saved searches over what has come since, after the jobs that are at work."""
        if self._service is not None and self.case_view is not None and not self.case_view.opened.is_read_only:
            self.jobs.start(searches_order(self._service.folder))

    def _show_density(self, density: "Density") -> None:
        if self.search_page is not None:
            self.search_page.show_density(density)

    def _once_jobs_may_stop(self, act: Callable[[], object]) -> None:
        """Do what stops the jobs, once the user has agreed to that."""
        titles = [job.order.title for job in self.jobs.pending]
        if titles:
            self.dialogs.ask_to_stop(titles, act)
        else:
            act()

    def _close_for_good(self) -> None:
        self._may_stop_jobs = True
        self.close()

    def _show_refusal(self, reason: str) -> None:
        self.close_case()
        self.front.say_refusal(reason)

    def _show_card(self, card: "ModelCard | None") -> None:
        """Show the model that answers now; without one the foot is silent."""
        self._card = card
        self._foot.show_model(card.name if card is not None else "", card.licence_notes if card is not None else ())

    def _show_models(self) -> None:
        opened = self.case_view.opened if self.case_view is not None else None
        case = opened.folder if opened is not None else None
        self.dialogs.show_models(case, may_change=opened is not None and not opened.is_read_only)

    def _on_job_ended(self, job: "JobProcess") -> None:
        """Open the demo case once it stands, unless another case is open by now."""
        if job.order.kind is JobKind.DEMO and job.state.status is JobStatus.FINISHED and self._service is None:
            self.open_case(Path(job.state.summary["case"]))


def _ends_session() -> bool:
    """Return whether the desktop closes all windows: it would wait for an answer that nobody gives."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
