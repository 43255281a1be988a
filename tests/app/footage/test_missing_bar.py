from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.footage.missing_bar import say_missing
from app.tab import Tab
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewFrame, Source, SourceId, SourceKind
from engine.imaging.digest import sha256_of
from engine.search.active_model import activate_model


def test_what_is_missing_is_named():
    sources = [
        Source(id=SourceId(n), path=Path(f"/drive/gate {n}"), kind=SourceKind.FRAMES, camera="gate", is_complete=True)
        for n in range(1, 6)
    ]
    assert say_missing(sources[:1]).startswith(f"{sources[0].path} is not there. Plug its drive in")
    assert "5 sources are not where they were (gate 1, gate 2, gate 3, …)" in say_missing(sources)


def test_a_missing_source_offers_to_say_where_it_is_and_is_found_by_its_content(
    qtbot, window, installed_model, tmp_path
):
    old, new = tmp_path / "drive", tmp_path / "other drive"
    folder = tmp_path / "moved.bolo"
    with Gallery.create(folder) as gallery:
        activate_model(gallery, installed_model)
        import_real_frame(gallery, old)
    old.rename(new)
    window.open_case(folder)
    qtbot.waitUntil(lambda: window.case_view is not None, timeout=20_000)
    window.show_tab(Tab.FOOTAGE)
    page = window.case_view.footage_page
    qtbot.waitUntil(lambda: page.sources.rowCount() == 1)
    assert page.sources.index(0, 5).data() == "not found"
    assert f"{old} is not there" in page.missing_bar.words
    with qtbot.waitSignal(window.case_view.place_wanted):
        page.missing_bar.place_button.click()
    dialog = window.findChild(QFileDialog)
    with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
        dialog.fileSelected.emit(str(new))
    dialog.reject()
    qtbot.waitUntil(lambda: page.sources.index(0, 5).data() == "complete", timeout=10_000)
    assert not page.missing_bar.isVisible()
    assert page.sources.row(0).source.path == new


def import_real_frame(gallery, folder):
    folder.mkdir()
    (folder / "1.jpg").write_bytes(b"the content")
    source = gallery.add_source(folder, SourceKind.FRAMES, "door")
    frame = NewFrame(
        path=folder / "1.jpg",
        number=1,
        sha256=sha256_of(folder / "1.jpg"),
        width_px=9,
        height_px=9,
        time_raw=None,
        time=None,
        crops=(),
    )
    gallery.record_frames(source, [frame])
    gallery.finish_source(source)
