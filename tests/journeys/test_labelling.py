"""Sixty crops labelled by keyboard in the window; the case is opened again, and every label is there."""

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.footage.import_choice import Detector
from app.tab import Tab
from engine.gallery.gallery import Gallery

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]

KEY = Qt.Key
CROPS = 60
SOON_MS = 60_000


class Labeller:
    """Presses keys on the page Label, and remembers what ought to be in the case."""

    def __init__(self, qtbot, window) -> None:
        self._qtbot = qtbot
        self._window = window
        self.page = window.case_view.label_page
        self.expected: dict[int, bool | None] = {}  # whether a woman, by crop

    def press(self, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is, and wait until the next crop is at hand and all is kept."""
        self._window.activateWindow()  # as a desktop does once a dialog has gone
        self._qtbot.waitUntil(self._window.isActiveWindow, timeout=SOON_MS)
        for key in keys:
            self._qtbot.keyClick(self._window.focusWidget(), key, modifiers)
        self._qtbot.waitUntil(lambda: self.page.is_settled, timeout=SOON_MS)

    def label(self, key, value) -> int:
        """Label the crop at hand with one key; the next one comes by itself."""
        crop_id = self.page.desk.current
        self.press(key)
        assert self.page.desk.current != crop_id
        self.expected[crop_id] = value
        return crop_id


def labels_in(folder) -> dict[int, bool | None]:
    with Gallery.open(folder, read_only=True) as gallery:
        return {label.crop_id: label.value for label in gallery.labels() if label.attribute == "personalFemale"}


def test_sixty_crops_are_labelled_by_keyboard_and_are_there_again(investigator, street, tmp_path, qtbot):
    case = tmp_path / "labelled.bolo"
    investigator.open_window()
    investigator.make_case(case)
    investigator.wait_for_end(investigator.start_import(*street.people, detector=Detector.NONE))
    link_by_truth(case)
    investigator.click(investigator.window.findChild(QAbstractButton, f"tab-{Tab.LABEL.value}"))
    labeller = Labeller(qtbot, investigator.window)
    page = labeller.page
    investigator.wait_for(lambda: page.is_settled and page.desk.current is not None, SOON_MS)
    ask_for_sex_alone(investigator, page)

    skipped = page.desk.current
    labeller.press(KEY.Key_S)
    unsure = labeller.label(KEY.Key_U, None)
    undone = labeller.label(KEY.Key_1, True)
    labeller.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert page.desk.current == undone and undone not in labels_in(case)
    labeller.label(KEY.Key_2, False)
    mates = label_a_whole_track(labeller, case)
    while len(labeller.expected) < CROPS:
        labeller.label(KEY.Key_1 if page.desk.current % 2 else KEY.Key_2, bool(page.desk.current % 2))

    assert len(labeller.expected) >= CROPS and len(mates) > 1 and skipped not in labeller.expected
    assert labels_in(case) == labeller.expected and labeller.expected[unsure] is None
    shown = f"{len(labeller.expected)} of {street.crops} labelled"
    investigator.wait_for(lambda: page.head.progress == shown, SOON_MS)
    investigator.close_window()

    investigator.open_window()
    investigator.open_case(case)
    investigator.click(investigator.window.findChild(QAbstractButton, f"tab-{Tab.LABEL.value}"))
    page = investigator.window.case_view.label_page
    investigator.wait_for(lambda: page.is_settled and page.desk.current is not None, SOON_MS)
    ask_for_sex_alone(investigator, page)
    investigator.wait_for(lambda: page.head.progress == shown, SOON_MS)
    assert page.desk.current not in labeller.expected
    assert labels_in(case) == labeller.expected


def link_by_truth(folder) -> None:
    """Link the ready cut crops into tracks, by the number in their names, as frames with a detector would be."""
    with Gallery.open(folder) as gallery:
        for source in gallery.sources():
            tracks = defaultdict(list)
            for crop in gallery.crops():
                if crop.source_id == source.id:
                    tracks[crop.frame_path.stem.rpartition("_")[2]].append(crop.id)
            gallery.save_tracks(source.id, list(tracks.values()), gallery.last_frame_id(source.id))


def ask_for_sex_alone(investigator, page) -> None:
    """Tick one group in the dialog."""
    investigator.click(page.head.groups_button)
    dialog = investigator.dialog("groupsDialog")
    investigator.click(dialog.none_button)
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    investigator.click(dialog.take_button)
    investigator.wait_for(lambda: page.is_settled and page.work.panel.group.id == "gender", SOON_MS)
    page.work.take_focus()


def label_a_whole_track(labeller, case) -> list[int]:
    """Go on to a crop that has a track, and label all of it with one key."""
    page = labeller.page
    while page.desk.sheets.sheet(page.desk.current).of_track < 2:
        labeller.press(KEY.Key_Right)
    with Gallery.open(case, read_only=True) as gallery:
        mates = gallery.crops_of_track(gallery.crop(page.desk.current).track_id)
    labeller.press(KEY.Key_T, KEY.Key_2, KEY.Key_T)
    labeller.expected.update(dict.fromkeys(mates, False))
    return mates
