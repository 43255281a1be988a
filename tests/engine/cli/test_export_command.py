"""`bolo export`, and checking what it made."""

import json
import shutil


def test_a_package_is_made_and_checked(bolo, case, tmp_path):
    own, out = tmp_path / "own.bolo", tmp_path / "out"
    shutil.copytree(case, own)
    code, _, err = bolo("export", own, out)
    assert code == 1
    assert "nothing is confirmed" in err
    bolo("review", own, 2, "confirmed")
    code, said, _ = bolo("export", own, out, "--json")
    assert (code, json.loads(said)["crops"], json.loads(said)["frames"]) == (0, 1, 1)
    code, checked, _ = bolo("export", "--verify", out, "--json")
    assert code == 0
    assert json.loads(checked)["manifest_sha256"] == json.loads(said)["manifest_sha256"]

    (out / "crops.csv").write_text("changed")
    code, checked, err = bolo("export", "--verify", out, "--json")
    assert (code, json.loads(checked)["is_whole"]) == (1, False)
    assert err == "bolo: crops.csv was changed since the package was made.\n"
    assert bolo("export", own, out)[0] == 1  # there is something already


def test_what_is_no_order_is_bad_usage(bolo, case, tmp_path):
    assert bolo("export", case)[0] == 2
    assert bolo("export", case, "--verify", tmp_path)[0] == 2
    assert bolo("export", "--verify", tmp_path / "nowhere")[0] == 1


def test_the_job_tells_what_it_made(bolo_process, case, tmp_path):
    own = tmp_path / "own.bolo"
    shutil.copytree(case, own)
    done = bolo_process("job", "export", own, tmp_path / "out", "--crop", "1", "--crop", "2")
    last = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, last["event"], last["summary"]["crops"]) == (0, "Finished", 2)
