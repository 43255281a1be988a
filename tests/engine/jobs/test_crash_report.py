from engine.jobs.crash_report import write_crash_report


def test_the_report_has_the_traceback_and_what_was_asked(tmp_path, monkeypatch):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path))
    try:
        raise ZeroDivisionError("nobody foresaw this")
    except ZeroDivisionError as error:
        path = write_crash_report(error, ["import", "CASE", "caf\udce9"])
    text = path.read_text(encoding="utf-8")
    assert path.parent == tmp_path / "reports"
    assert "ZeroDivisionError: nobody foresaw this" in text and "bolo import CASE caf" in text


def test_where_the_users_folder_cannot_be_written_the_temporary_one_takes_it(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert write_crash_report(ValueError("x"), []).parent == tmp_path
