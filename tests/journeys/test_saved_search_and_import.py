"""A search saved in the window, more footage imported: its new hits are counted, marked and shown alone."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.footage.import_choice import Detector
from app.jobs.job_state import JobStatus
from app.tab import Tab

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]

TICKED = "upperBodyOrange"
SOON_MS = 60_000


def test_a_saved_search_says_what_an_import_brought(investigator, street, tmp_path, qtbot):
    investigator.open_window()
    investigator.make_case(tmp_path / "alerts.bolo")
    investigator.wait_for_end(investigator.start_import(street.people[0], detector=Detector.NONE))
    investigator.tick(TICKED)
    page = investigator.window.search_page
    bar = page.description_panel.saved_bar
    investigator.click(bar.save_button)
    investigator.type_into(investigator.dialog("savedName"), "orange tops")
    investigator.click(investigator.dialog("saveName"))
    investigator.wait_for(lambda: bar.menu_button.accessibleName() == "orange tops", SOON_MS)

    footage = investigator.window.case_view.footage_page
    investigator.wait_for(lambda: footage.sources.rowCount() == 1 and footage.import_button.isEnabled(), SOON_MS)
    job = investigator.start_import(*street.people[1:], detector=Detector.NONE)
    investigator.wait_for_end(job)
    assert job.state.status is JobStatus.FINISHED, job.state.message
    (alert,) = job.state.summary["alerts"]
    assert alert["search"] == "orange tops" and alert["new"] > 0
    assert f"{alert['new']} new for “orange tops”" in investigator.window.job_strip.text

    investigator.click(investigator.window.findChild(QAbstractButton, f"tab-{Tab.SEARCH.value}"))
    investigator.wait_for(lambda: bar.menu_button.accessibleName() == f"orange tops ({alert['new']} new)", SOON_MS)
    investigator.wait_for(lambda: page.is_answered, SOON_MS)
    found = investigator.ask_by(page.new_hits_bar.only_button)
    assert len(found) == alert["new"]
    first_camera = street.people[0].name
    assert all(ranked.crop.camera != first_camera for ranked in found)  # whoever was there is not new
    assert all(page.results.tile(row).is_new for row in range(len(found)))
    right = [TICKED in _attributes(street, ranked.crop) for ranked in found]
    assert sum(right) >= 0.7 * len(found)

    investigator.click(page.new_hits_bar.seen_button)
    investigator.wait_for(lambda: bar.menu_button.accessibleName() == "orange tops", SOON_MS)
    investigator.wait_for(lambda: page.is_answered and len(investigator.results()) > len(found), SOON_MS)
    investigator.click(page.description_panel.undo_button)
    investigator.wait_for(page.new_hits_bar.isVisible, SOON_MS)


def test_a_picture_from_disk_ranks_the_person_on_it_first(investigator, street, tmp_path):
    investigator.open_window()
    investigator.make_case(tmp_path / "picture.bolo")
    investigator.wait_for_end(investigator.start_import(street.people[0], detector=Detector.NONE))
    investigator.click(investigator.window.findChild(QAbstractButton, f"tab-{Tab.SEARCH.value}"))
    page = investigator.window.search_page
    picture = sorted(street.people[0].iterdir())[5]
    investigator.click(page.description_panel.picture_bar.button)
    investigator.choose_file(investigator.window, picture)
    investigator.wait_for(lambda: not page.description_panel.description.is_empty, SOON_MS)
    investigator.wait_for(lambda: page.is_answered, SOON_MS)
    assert page.description_panel.phrase_chips()[0].phrase.words == f"like {picture.name}"
    assert investigator.results()[0].crop.frame_path == picture


def _attributes(street, crop):
    """Return what is true of the person whose track stands in the crop's name."""
    return street.truth.attributes_of[int(crop.frame_path.stem.rpartition("_")[2])]
