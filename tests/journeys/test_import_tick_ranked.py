"""The whole road: a new case, footage imported, an attribute ticked, the right people first."""

import pytest

from app.footage.import_choice import Detector
from app.jobs.job_state import JobStatus
from engine.demo.score import match_people

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]

TICKED = "upperBodyOrange"  # worn by one in ten of those who are in the frames


def test_import_tick_ranked(investigator, street, tmp_path):
    investigator.open_window()
    investigator.make_case(tmp_path / "road.bolo")
    job = investigator.start_import(*street.cameras, detector=Detector.HOG)
    investigator.wait_for_end(job)
    assert job.state.status is JobStatus.FINISHED, job.state.message
    assert job.state.summary["frames"] == street.frames
    assert job.state.summary["failures"] == 0

    by_track = investigator.tick(TICKED)
    assert sum(ranked.of_track for ranked in by_track) == job.state.summary["crops"]
    assert len(by_track) < job.state.summary["crops"] / 2, "hardly anybody was followed from frame to frame"
    assert job.state.summary["tracks"] >= sum(ranked.of_track > 1 for ranked in by_track) > 0
    found = investigator.show_each_crop()
    assert len(found) == job.state.summary["crops"]
    assert [ranked.rank for ranked in found] == list(range(1, len(found) + 1))
    scores = [ranked.score for ranked in found]
    assert scores == sorted(scores, reverse=True)
    assert {ranked.crop.camera for ranked in found} == {folder.name for folder in street.cameras}

    shown = match_people([ranked.crop for ranked in found], street.truth)
    tracks = [shown[ranked.crop.id].track if ranked.crop.id in shown else None for ranked in found]
    wears = [TICKED in street.truth.attributes_of.get(track, ()) for track in tracks]
    assert sum(wears) >= 5, "the detector found too few of them for a ranking to show anything"
    assert sum(wears[:5]) >= 4
