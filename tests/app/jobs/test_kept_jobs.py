"""What a case keeps of its jobs, and what of it is believed."""

import json

import pytest

from app.jobs.job_order import JobKind, JobOrder
from app.jobs.kept_jobs import FILE, KeptJobs
from app.jobs.orders import activate_order, forget_order


def import_order(case, *options):
    arguments = ("job", "import", *options, "--", str(case), "/footage/gate")
    return JobOrder(kind=JobKind.IMPORT, title="Importing gate", arguments=arguments, case=case)


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "station.bolo"
    folder.mkdir()
    return folder


def test_orders_are_read_back_as_they_were(case):
    orders = [import_order(case, "--detector", "hog", "--clock-offset", "-250s"), import_order(case)]
    KeptJobs(case).write(orders)
    assert KeptJobs(case).read() == orders


def test_a_switch_of_models_goes_on_the_next_time(case):
    orders = [activate_order(case, "gate-2026", "89abcdef"), forget_order(case, "old", "0123abcd")]
    KeptJobs(case).write(orders)
    assert KeptJobs(case).read() == orders


def test_a_case_that_was_moved_takes_its_jobs_along(case):
    KeptJobs(case).write([import_order(case)])
    moved = case.rename(case.with_name("elsewhere.bolo"))
    assert KeptJobs(moved).read() == [import_order(moved)]


def test_without_any_there_is_no_file(case):
    kept = KeptJobs(case)
    kept.write([import_order(case)])
    kept.write([])
    assert list(case.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "{}", "[1, null]", '[{"kind": "import"}]', "\xff"])
def test_a_file_that_is_broken_is_no_job(case, text):
    (case / FILE).write_bytes(text.encode("latin-1"))
    assert KeptJobs(case).read() == []


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("train", ["--recipe", "evil.toml", "--", None, "gate-1"]),  # the plan is the user's own
        ("models", ["--", None]),
        ("demo", []),
        ("import", ["--fetch-detector", "--", None, "/footage"]),  # the network is the user's to ask for
        ("import", ["--model=/evil", "--", None, "/footage"]),
        ("import", ["--", "/another/case.bolo", "/footage"]),
        ("import", ["--", None, None]),
        ("import", ["--", None, 7]),
        ("embed", "--"),
    ],
)
def test_a_case_from_elsewhere_cannot_ask_for_more_than_the_window_does(case, kind, arguments):
    (case / FILE).write_text(json.dumps([{"kind": kind, "title": "Harmless", "arguments": arguments}]))
    assert KeptJobs(case).read() == []


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path):
    KeptJobs(tmp_path / "gone.bolo").write([import_order(tmp_path / "gone.bolo")])
    assert not (tmp_path / "gone.bolo").exists()
