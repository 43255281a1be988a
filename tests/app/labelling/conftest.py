"""The page Label of a small case, its crops linked into tracks."""

import pytest
from PySide6.QtCore import Qt

from app.tab import Tab
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId


@pytest.fixture
def tracked_case(small_case):
    """Return the small case: four tracks of six crops each; the crops of odd ids wear red tops."""
    with Gallery.open(small_case) as gallery:
        for source in gallery.sources():
            ids = [crop.id for crop in gallery.crops() if crop.source_id == source.id]
            gallery.save_tracks(source.id, [ids[0::2], ids[1::2]], gallery.last_frame_id(source.id))
    return small_case


@pytest.fixture
def open_page(qtbot, window):
    """Return what opens a case and shows its page Label, settled."""

    def show(case):
        window.open_case(case)
        qtbot.waitUntil(lambda: window.case_view is not None, timeout=20_000)
        window.show_tab(Tab.LABEL)
        page = window.case_view.label_page
        qtbot.waitUntil(lambda: page.is_settled, timeout=20_000)
        return page

    return show


@pytest.fixture
def labelling(open_page, tracked_case):
    """Return the page, settled, of the tracked case."""
    return open_page(tracked_case)


@pytest.fixture
def ask_for(qtbot):
    """Return what has a page ask some groups alone."""

    def ask(page, *group_ids):
        page.desk.set_chosen(frozenset(group_ids))
        qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)

    return ask


@pytest.fixture
def press(qtbot):
    """Return what presses keys in the window, where the focus is, and waits until all is kept."""

    def keys(page, *pressed, modifiers=Qt.KeyboardModifier.NoModifier):
        page.window().activateWindow()  # as a desktop does once a dialog has gone
        qtbot.waitUntil(page.window().isActiveWindow, timeout=10_000)
        for key in pressed:
            qtbot.keyClick(page.window().focusWidget() or page, key, modifiers)
        qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)

    return keys


@pytest.fixture
def in_the_case():
    """Return what reads the labels in a case: by crop, attribute and labeller."""

    def read(folder):
        with Gallery.open(folder, read_only=True) as gallery:
            return {(label.crop_id, label.attribute): label.value for label in gallery.labels() if not label.is_guess}

    return read


@pytest.fixture
def crops_of_track():
    """Return what lists the crops of a crop's track."""

    def listed(folder, crop_id: CropId):
        with Gallery.open(folder, read_only=True) as gallery:
            return gallery.crops_of_track(gallery.crop(crop_id).track_id)

    return listed
