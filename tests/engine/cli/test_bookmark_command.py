"""`bolo bookmark`."""

import json
import shutil


def test_a_crop_is_bookmarked_and_added_with_a_reason(bolo, case, tmp_path):
    own = tmp_path / "own.bolo"
    shutil.copytree(case, own)
    code, out, _ = bolo("bookmark", own, 2, "bookmarked", "--note", "same bag", "--json")
    assert (code, json.loads(out)["state"], json.loads(out)["note"]) == (0, "bookmarked", "same bag")
    code, _, err = bolo("bookmark", own, 2, "added")
    assert code == 1
    assert "must say why" in err
    assert bolo("bookmark", own, 2, "added", "--note", "the witness knows the bag")[1] == "Crop 2: added.\n"
    assert bolo("bookmark", own, 2, "none")[1] == "Crop 2: no bookmark.\n"
    assert bolo("bookmark", own, 2, "gold")[0] == 2
