import pytest

from app.start.case_name import folder_for, say_problem


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Forecourt", "Forecourt.bolo"),
        ("14/5: gate?", "14-5- gate-.bolo"),
        ("../../etc", "-..-etc.bolo"),
        (" night. ", "night.bolo"),
        ("tab\there", "tab-here.bolo"),
        ("x" * 300, "x" * 100 + ".bolo"),
    ],
)
def test_a_name_becomes_a_folder_that_every_system_takes(tmp_path, name, folder):
    assert folder_for(tmp_path, name) == tmp_path / folder


def test_what_keeps_a_case_from_being_made_is_said(tmp_path):
    assert say_problem("", folder_for(tmp_path, "")) == "Give the case a name."
    assert say_problem("...", folder_for(tmp_path, "...")) == "Give the case a name."
    (tmp_path / "old.bolo").mkdir()
    assert "is there already" in say_problem("old", folder_for(tmp_path, "old"))
    assert "There is no folder" in say_problem("new", folder_for(tmp_path / "gone", "new"))
    assert say_problem("new", folder_for(tmp_path, "new")) == ""
