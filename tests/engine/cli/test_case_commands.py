"""`bolo case …` and `bolo audit verify`."""

import json
import shutil
import sqlite3


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
    assert "line 1" in err
