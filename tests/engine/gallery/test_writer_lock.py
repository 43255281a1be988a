"""One writer at a time, and nobody waits for the dead."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import CaseInUseError
from engine.gallery.gallery import Gallery
from engine.gallery.records import StoredSearch
from engine.gallery.writer_lock import WindowLock

HOLD = """
import sys
from pathlib import Path
from engine.gallery.gallery import Gallery
from engine.gallery.records import StoredSearch
from engine.gallery.writer_lock import WindowLock
with Gallery.open(Path(sys.argv[1])) as gallery, gallery.writer():
    print("holding", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(gallery: Gallery, folder: Path, root: Path):
    """Run another process that holds the lock until it is told or killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert process.stdout.readline() == "holding\n"
    yield process
    if process.poll() is None:
        process.kill()
    process.stdout.close()
    process.stdin.close()
    process.wait(30)


def test_another_process_is_named_that_writes(gallery: Gallery, holder: subprocess.Popen) -> None:
    with pytest.raises(CaseInUseError, match=rf"process {holder.pid} on .* is writing") as error, gallery.writer():
        pass
    assert "wait until its job has ended" in str(error.value)
    gallery.save_query("small writes", StoredSearch(text="go on"))


def test_the_lock_is_free_when_the_other_has_ended(gallery: Gallery, holder: subprocess.Popen) -> None:
    holder.stdin.close()
    assert holder.wait(30) == 0
    with gallery.writer():
        pass


def test_the_lock_of_a_killed_process_is_free(gallery: Gallery, holder: subprocess.Popen, folder: Path) -> None:
    holder.kill()
    holder.wait(30)
    assert str(holder.pid) in (folder / "writer.json").read_text()  # it could not tidy up
    with gallery.writer():
        assert f'"pid": {os.getpid()}' in (folder / "writer.json").read_text()
    assert not (folder / "writer.json").exists()


def test_the_same_gallery_may_take_it_again(gallery: Gallery, folder: Path) -> None:
    with Gallery.open(folder) as other:
        with gallery.writer():
            with gallery.writer():
                pass
            with pytest.raises(CaseInUseError, match=f"process {os.getpid()} "), other.writer():
                pass
        with other.writer():
            pass


def test_an_error_inside_frees_the_lock(gallery: Gallery, folder: Path) -> None:
    with pytest.raises(RuntimeError), gallery.writer():
        raise RuntimeError
    with Gallery.open(folder) as other, other.writer():
        pass


def test_a_holder_that_is_just_coming_has_no_name_yet(gallery: Gallery, holder: subprocess.Popen, folder: Path) -> None:
    (folder / "writer.json").write_text("[")
    with pytest.raises(CaseInUseError, match="another process is writing"), gallery.writer():
        pass


def test_a_window_and_a_job_hold_a_case_side_by_side(gallery: Gallery, folder: Path) -> None:
    first, second = WindowLock(folder), WindowLock(folder)
    first.acquire()
    with gallery.writer(), pytest.raises(CaseInUseError, match=r"@.* has the case open; close it there"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()


def test_a_full_disk_leaves_the_lock_without_a_name(gallery: Gallery, folder: Path, monkeypatch) -> None:
    def write_text(*_arguments, **_options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", write_text)
    refused = pytest.raises(CaseInUseError, match="another process is writing")
    with gallery.writer(), Gallery.open(folder) as other, refused, other.writer():
        pass
