"""The page Label: what people say that crops show, every word in the case at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.case_service import CaseService
from app.case.records import CaseFacts, OpenedCase
from app.labelling.answering import Answering
from app.labelling.batch_view import BatchView
from app.labelling.label_actions import LabelActions
from app.labelling.label_desk import LabelDesk
from app.labelling.label_dialogs import LabelDialogs
from app.labelling.label_notices import LabelNotices
from app.labelling.label_work import LabelWork
from app.labelling.page_head import PageHead
from app.labelling.stage import Stage
from app.search.thumbnails import Thumbnails
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.empty_state import EmptyState, EmptyText
from engine.casework.label_order import LabelOrder
from engine.gallery.records import CropId

MIB = 1024 * 1024
LARGE, SMALL, TILES = 128 * MIB, 16 * MIB, 48 * MIB  # of pictures that are kept; seven large ones fit a screen of 4K


class LabelPage(QWidget):
    """Arranges; begins to read the case when it is first shown."""

    import_wanted = Signal()
    job_ordered = Signal(object)  # JobOrder
    train_wanted = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, service: CaseService, opened: OpenedCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setProperty("place", tr("Label"))  # for the help
        self._theme = theme
        self._opened = opened
        self._is_begun = False
        self._has_crops = True
        dimming, ratio = theme.share("backdrop"), self.devicePixelRatioF()
        self.pictures = [
            Thumbnails(service.folder, ratio, dimming, self, most_bytes=most) for most in (LARGE, SMALL, TILES)
        ]
        self.desk = LabelDesk(service, opened, self)
        self.dialogs = LabelDialogs(theme, service, self.desk, self)
        self._build(icons)
        self.answering = Answering(service, self.desk, self.work.targets, self)
        self.keys = LabelActions(self, self.work)
        self.work.connect_to(self.answering, self.keys)
        self._connect(service)
        self._connect_keys()
        self._offer()

    @property
    def is_settled(self) -> bool:
        """Return whether nothing moves any more."""
        is_shown = self.work.panel.is_whole and not any(pictures.waiting for pictures in self.pictures)
        return self._is_begun and self.desk.is_settled and is_shown

    def showEvent(self, event: QShowEvent) -> None:
        """Begin, the first time."""
        super().showEvent(event)
        if not self._is_begun:
            self._is_begun = True
            for pictures in self.pictures:
                pictures.start()
            self.desk.open()
        self.work.take_focus()

    def refresh(self) -> None:
        """Ask again who comes: the case has changed."""
        if self._is_begun:
            self.desk.refresh()

    def open_crops(self, crop_ids: Sequence[CropId]) -> None:
        """Have these crops labelled now, one after the other."""
        self.work.turn_many(False)
        self.desk.put_first(crop_ids)

    def switch_model(self, opened: OpenedCase) -> None:
        """Guess and order by another model from now on."""
        self._opened = opened
        self.desk.switch_model(opened.card)
        self._offer()
        if self._is_begun:
            self.desk.open()

    def show_facts(self, facts: CaseFacts) -> None:
        """Take what the case holds."""
        self._has_crops = bool(facts.crops)
        self._show_whether_empty()

    def close_case(self) -> None:
        """End what reads the case."""
        self.desk.close()
        for pictures in self.pictures:
            pictures.close()

    def _build(self, icons: Icons) -> None:
        large, small, tiles = self.pictures
        padding, step = self._theme.size("centre_padding"), self._theme.size("step")
        self.head = PageHead(self._theme, icons, self.desk.undo)
        self.notices = LabelNotices(self._theme)
        self.stage = Stage(self._theme, icons, large, small)
        self.batch = BatchView(self._theme, self.desk.book, tiles)
        self.work = LabelWork(self._theme, self.desk, self.stage, self.batch)
        self.empty = EmptyState(self._theme, icons, _nobody())
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(3 * step)
        column.addWidget(self.head)
        column.addWidget(self.notices)
        column.addWidget(self.work, 1)
        column.addWidget(self.empty, 1)
        self.head.show_order(self.desk.order)
        self.head.show_many(False)

    def _connect(self, service: CaseService) -> None:
        desk, head, saying = self.desk, self.head, self.desk.saying
        desk.asked_changed.connect(self._show_asked)
        desk.moved.connect(self._show_whether_empty)
        desk.progressed.connect(lambda: head.show_progress(desk.labelled, desk.total))
        desk.progressed.connect(self._show_whether_empty)
        saying.failed.connect(lambda problem: self.notices.show_unkept(desk.book.unkept_count, problem))
        saying.kept.connect(lambda: self.notices.show_unkept(desk.book.unkept_count, ""))
        saying.waits.connect(head.show_saving)
        self.notices.again_wanted.connect(saying.try_again)
        service.change_failed.connect(self._tell_trouble)
        self.answering.told.connect(self.notices.tell)
        self.answering.whole_tracks_turned.connect(self.stage.show_whole_track)
        head.order_chosen.connect(self._choose_order)
        head.groups_wanted.connect(self.dialogs.choose_groups)
        head.name_wanted.connect(self.dialogs.ask_name)
        head.many_turned.connect(self.work.turn_many)
        head.attributes_wanted.connect(self.dialogs.show_attributes)
        head.agreement_wanted.connect(self.dialogs.compare)
        head.import_wanted.connect(self.dialogs.ask_for_import)
        head.export_wanted.connect(self.dialogs.ask_for_export)
        head.train_wanted.connect(self.train_wanted)
        self.dialogs.job_ordered.connect(self.job_ordered)
        self.dialogs.crop_wanted.connect(self.work.open_alone)
        self.work.many_turned.connect(head.show_many)
        self.work.many_turned.connect(self._show_whether_empty)
        self.stage.back_wanted.connect(desk.go_back)
        self.stage.skip_wanted.connect(desk.skip)
        self.stage.next_wanted.connect(desk.go_on)
        self.stage.guess_wanted.connect(self.answering.guess)
        self.stage.whole_track_turned.connect(self.answering.turn_whole_tracks)
        self.stage.to_track_wanted.connect(self.answering.say_to_track)
        self.empty.wanted.connect(self._do_next_step)

    def _connect_keys(self) -> None:
        keys, answering = self.keys, self.answering
        keys.value_said.connect(lambda id_: self.work.say_by_key(lambda group: answering.say_value(group, id_)))
        keys.rest_no_said.connect(lambda: self.work.say_by_key(answering.say_rest_no))
        keys.unsure_said.connect(lambda: self.work.say_by_key(answering.say_unsure))
        keys.next_wanted.connect(self.desk.go_on)
        keys.back_wanted.connect(self.desk.go_back)
        keys.skip_wanted.connect(self.work.skip)
        keys.guess_wanted.connect(answering.guess)
        keys.whole_track_turned.connect(lambda: answering.turn_whole_tracks(not answering.whole_tracks))
        keys.to_track_wanted.connect(answering.say_to_track)
        for standard, act, words in (
            (QKeySequence.StandardKey.Undo, self.desk.undo.undo, tr("Undo")),
            (QKeySequence.StandardKey.Redo, self.desk.undo.redo, tr("Redo")),
        ):
            QShortcut(standard, self, act, context=Qt.ShortcutContext.WindowShortcut, whatsThis=words)

    def _offer(self) -> None:
        """Offer to label and to guess, or say what stands in the way."""
        hindrance = tr("This case was opened read-only.") if self._opened.is_read_only else ""
        no_model = "" if self.desk.has_model else tr("Without a model there is no guess and no order by it.")
        self.answering.hindrance = hindrance
        self.head.offer(may_write=not hindrance, sees_all=self._opened.reviewer is None)
        self.stage.offer(hindrance, no_model)
        self.work.panel.offer(not hindrance)
        self.head.order_box.setToolTip(no_model)
        self.notices.tell(hindrance and tr("This case was opened read-only: labels can be seen, and not given."))

    def _choose_order(self, order: LabelOrder) -> None:
        self.desk.set_order(order)
        self.work.take_focus()

    def _show_asked(self) -> None:
        self.head.show_labeller(self.desk.labeller_name)
        self.head.show_groups(len(self.desk.groups), len(self.desk.all_groups))

    def _tell_trouble(self, problem: str) -> None:
        if self.isVisible():
            self.notices.tell(problem)

    def _show_whether_empty(self) -> None:
        """Show the crops, or why there are none."""
        is_waiting = self._has_crops and not (self.desk.kept is not None and not self.desk.is_queue_open)
        has_some = self.desk.current is not None or bool(self.batch.crops.crop_ids)
        if not self._has_crops:
            self.empty.say(_nobody())
        elif not has_some:
            self.empty.say(_all_done())
        self.work.setVisible(is_waiting or has_some)
        self.empty.setVisible(not (is_waiting or has_some))
        if self.empty.isVisible():
            self.empty.action_button.setFocus()

    def _do_next_step(self) -> None:
        if self._has_crops:
            self.dialogs.choose_groups()
        else:
            self.import_wanted.emit()


def _nobody() -> EmptyText:
    return EmptyText(
        icon="person",
        title=tr("Nobody to label yet"),
        line=tr("Import footage: the people found in it are what is labelled here."),
        action=tr("Import footage…"),
    )


def _all_done() -> EmptyText:
    return EmptyText(
        icon="check",
        title=tr("Everybody is labelled"),
        line=tr("All that is asked is answered for all crops. Ask other groups to go on, or add one."),
        action=tr("Choose what is asked…"),
    )
