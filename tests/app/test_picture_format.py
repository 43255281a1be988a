"""Pictures are read as what they begin with, and never as an SVG, whose reader can keep two threads waiting."""

import io
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from app.picture_format import UNKNOWN, format_of, head_of, read_picture, set_format
from app.search.tile_picture import make_tile_picture
from engine.imaging.stills import FORMATS

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="red"/></svg>'


def written(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), (200, 10, 10)).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_of_footage_is_read_as_what_it_begins_with(tmp_path, qapp, kind):
    path = tmp_path / "picture.dat"  # the ending says nothing
    path.write_bytes(written(kind))
    reader = QImageReader(str(path))
    set_format(reader, head_of(str(path)))
    assert reader.read().size() == QSize(8, 6), reader.errorString()


def test_an_svg_is_no_picture_of_footage(tmp_path, qapp):
    path = tmp_path / "picture.jpg"
    path.write_bytes(SVG)
    assert format_of(SVG) == UNKNOWN
    reader = QImageReader(str(path))
    set_format(reader, head_of(str(path)))
    assert reader.read().isNull()
    assert read_picture(SVG).isNull() and make_tile_picture(SVG, QSize(8, 8), 0.5).isNull()
    assert read_picture(written("jpeg")).size() == QSize(8, 6)


TOGETHER = """
import sys, threading
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication
from app.first_calls import make_first_calls
from app.search.frame_source import _BytesReader, _FileReader
from app.search.tile_picture import make_tile_picture

make_first_calls()
application = QGuiApplication([])
sys.setswitchinterval(1e-6)
path = sys.argv[1]
jpeg = open(path, "rb").read()
reads = (
    lambda: make_tile_picture(jpeg, QSize(40, 60), 0.5),
    lambda: _FileReader(path).read(),
    lambda: _BytesReader(jpeg).read(),
)

def run(read):
    for _ in range(400):
        read()

class Teller(QObject):
    told = Signal()

class Listener:
    def take(self):
        pass

threads = [threading.Thread(target=run, args=(read,)) for read in reads]
for thread in threads:
    thread.start()
teller = Teller()
while any(thread.is_alive() for thread in threads):
    listener = Listener()
    teller.told.connect(listener.take)  # taken apart when the listener goes, under a lock of Qt
    teller.told.emit()
    del listener
print("alive")
"""


def test_threads_that_read_pictures_never_wait_for_each_other(tmp_path):
    path = tmp_path / "picture.jpg"
    path.write_bytes(written("jpeg"))
    done = subprocess.run([sys.executable, "-c", TOGETHER, str(path)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
