"""`bolo case …` and `bolo audit verify`."""

import json
import shutil
import sqlite3
from contextlib import closing

from engine.gallery.gallery import Gallery


def test_a_new_case_is_described_by_info(bolo, tmp_path):
    case = tmp_path / "forecourt.bolo"

    code, out, _ = bolo("case", "new", case, "--reference", "2026-0417", "--purpose", "Theft")
    _, as_json, _ = bolo("case", "info", case, "--json")

    facts = json.loads(as_json)
    assert (code, str(case) in out) == (0, True)
    assert (facts["name"], facts["reference"], facts["purpose"]) == ("forecourt", "2026-0417", "Theft")
    assert (facts["crops"], facts["cameras"], facts["first_time"]) == (0, [], None)


def test_info_counts_what_is_there(bolo, case):
    facts = json.loads(bolo("case", "info", case, "--json")[1])

    assert (facts["sources"], facts["frames"], facts["crops"]) == (2, 12, 12)
    assert facts["cameras"] == ["Gate A", "Gate B"]
    assert set(facts["embedded"].values()) == {12}


def test_a_case_is_not_made_over_another(bolo, case):
    code, _, err = bolo("case", "new", case)

    assert code == 1
    assert "something here already" in err


def test_a_whole_case_is_found_whole(bolo, case):
    code, out, err = bolo("case", "verify", case, "--json")

    assert (code, err) == (0, "")
    assert json.loads(out)["is_whole"] is True


def test_a_missing_original_is_found(bolo, case, tmp_path, crops_folder):
    footage = tmp_path / "footage"
    shutil.copytree(crops_folder, footage)
    own = tmp_path / "own.bolo"
    bolo("case", "new", own)
    bolo("import", own, footage, "--detector", "none")
    (footage / "002.jpg").unlink()
    (footage / "003.jpg").write_bytes(b"another")

    code, out, err = bolo("case", "verify", own, "--json")

    assert code == 1
    assert len(json.loads(out)["faults"]) == 2
    assert "002.jpg is missing" in err and "003.jpg is not the file that was imported" in err


def test_an_edited_log_is_found(bolo, tmp_path):
    case = tmp_path / "edited.bolo"
    bolo("case", "new", case)
    assert bolo("audit", "verify", case, "--json")[0] == 0
    connection = sqlite3.connect(case / "case.db")
    with connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE audit SET who = 'nobody'")
    connection.close()

    code, out, err = bolo("audit", "verify", case, "--json")

    assert (code, json.loads(out)["broken_at"]) == (1, 1)
    assert (
        err == "bolo: Line 1 of the audit log was changed after it was written; compare it with a copy of the case.\n"
    )


def test_a_log_whose_end_was_cut_off_is_seen_by_the_head_of_a_report(bolo, tmp_path):
    case = tmp_path / "cut.bolo"
    bolo("case", "new", case)
    head = json.loads(bolo("audit", "verify", case, "--json")[1])["head"]
    assert bolo("audit", "verify", case, "--head", head)[0] == 0
    assert bolo("audit", "verify", case, "--head", f"1:{head}")[0] == 0

    code, out, err = bolo("audit", "verify", case, "--head", f"2:{head}", "--json")

    said = json.loads(out)
    assert (code, said["broken_at"], said["fault"]) == (1, 2, "cut")
    assert err == f"bolo: {said['sentence']}\n"
    assert bolo("audit", "verify", case, "--head", "12ab")[0] == 1


def test_drift_of_the_index_is_told_and_mended(bolo, case, tmp_path):
    own = tmp_path / "drifted.bolo"
    shutil.copytree(case, own)
    bolo("search", own, "--has", "upperBodyRed", "--json")  # makes the files
    with closing(sqlite3.connect(own / "case.db")) as connection:
        connection.execute("UPDATE frame SET time = 1000")
        connection.commit()

    code, out, err = bolo("case", "verify", own, "--json")
    again, _, _ = bolo("case", "verify", own, "--json")

    report = json.loads(out)
    assert code == 1
    assert len(report["drifted"]) == 1 and report["drifted"] == report["mended"]
    assert report["drifted"][0].endswith(".rows.npy") and "was made anew" in err
    assert again == 0


def test_a_cameras_clock_and_name_are_corrected(bolo, tmp_path, crops_folder):
    case = tmp_path / "case.bolo"
    bolo("case", "new", case)
    bolo("import", case, crops_folder, "--detector", "none", "--camera", "door", "--start", "2026-03-01T12:00")
    code, out, _ = bolo("case", "camera", case, "door", "--rename", "gate", "--clock-offset", "-250s", "--json")
    changed = json.loads(out)
    assert (code, changed["camera"], changed["zone"], changed["clock_offset_s"]) == (0, "gate", None, -250.0)
    code, out, _ = bolo("case", "camera", case, "gate", "--zone", "Europe/Berlin")
    assert (code, out.split(";")[0]) == (0, "Camera gate: zone Europe/Berlin, clock 4m10s behind")
    code, out, _ = bolo("case", "cameras", case, "--json")
    (camera,) = json.loads(out)["cameras"]
    assert (camera["camera"], camera["frames"], camera["clock_offset_s"]) == ("gate", 6, -250.0)


def test_a_camera_that_is_not_there_or_a_change_of_nothing_says_what_to_do(bolo, tmp_path):
    case = tmp_path / "case.bolo"
    bolo("case", "new", case)
    code, _, err = bolo("case", "camera", case, "door", "--zone", "UTC")
    assert code == 1 and "no camera “door”; the case has none yet" in err
    code, _, err = bolo("case", "camera", case, "door")
    assert code == 2 and "--clock-offset" in err
    code, _, err = bolo("case", "camera", case, "door", "--zone", "Mars/Olympus")
    assert code == 1 and "Europe/Berlin" in err


def test_moved_originals_are_linked_again(bolo, tmp_path, crops_folder):
    case, old, new = tmp_path / "case.bolo", tmp_path / "old", tmp_path / "new"
    shutil.copytree(crops_folder, old)
    bolo("case", "new", case)
    bolo("import", case, old, "--detector", "none")
    old.rename(new)
    code, _, err = bolo("case", "verify", case)
    assert code == 1 and "bolo case relink" in err
    code, out, err = bolo("case", "relink", case, old, new, "--json")
    assert (code, err, json.loads(out)["files"], json.loads(out)["is_complete"]) == (0, "", 6, True)
    assert bolo("case", "verify", case)[0] == 0
    further = new.rename(tmp_path / "further")
    code, out, _ = bolo("case", "relink", case, tmp_path)
    assert (code, out) == (0, "6 files found with the content they had; 6 frames and 1 sources are linked to them.\n")
    next(further.iterdir()).unlink()
    shutil.move(further, tmp_path / "last")
    code, _, err = bolo("case", "relink", case, tmp_path / "last")
    assert code == 1 and err.count("name the folder in which it lies") == 1
    assert bolo("case", "relink", case, old, new, new)[0] == 2


def test_coverage_says_what_was_not_searched(bolo, tmp_path, crops_folder):
    case, mixed = tmp_path / "case.bolo", tmp_path / "mixed"
    shutil.copytree(crops_folder, mixed)
    (mixed / "broken.jpg").write_text("no picture")
    bolo("case", "new", case)
    assert bolo("case", "coverage", case)[1] == "The case has no footage yet.\n"
    bolo("import", case, mixed, "--detector", "none", "--camera", "door")
    code, out, _ = bolo("case", "coverage", case, "--min-height", "10000")
    assert code == 0
    assert out.startswith("door: 6 frames, 6 people crops\n")
    assert "  1 files that could not be used\n" in out
    assert "  6 crops hard to judge: 6 less than 10000 px high" in out
    assert f"Could not be used: {mixed / 'broken.jpg'}: is not a picture" in out
    code, out, _ = bolo("case", "coverage", case, "--gap", "1h", "--json")
    facts = json.loads(out)
    assert (code, facts["bounds"]["gap_s"], facts["cameras"][0]["failures"]) == (0, 3600.0, 1)


def test_crops_lists_the_best_of_each_track(bolo, case, tmp_path):
    tracked = tmp_path / "tracked.bolo"
    shutil.copytree(case, tracked)
    with Gallery.open(tracked) as gallery:
        source = gallery.sources()[0].id
        gallery.save_tracks(source, [gallery.crop_ids()[:4]], gallery.last_frame_id(source))

    everything = json.loads(bolo("crops", tracked, "--json")[1])["crops"]
    best = json.loads(bolo("crops", tracked, "--best", 1, "--json")[1])["crops"]
    code, _, err = bolo("crops", tracked, "--best", 0)

    assert (len(everything), len(best)) == (12, 9)
    assert sum(crop["track_id"] is not None for crop in best) == 1
    assert (code, "at least 1" in err) == (1, True)
