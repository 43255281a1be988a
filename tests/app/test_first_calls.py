import subprocess
import sys

THREADS = """
import sys, threading
{first}
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

sys.setswitchinterval(1e-6)
together = threading.Barrier(4)

def make():
    together.wait()
    for _ in range(50):
        QImage(QSize(1, 1), QImage.Format.Format_RGB32)

threads = [threading.Thread(target=make) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("alive")
"""


FIRST = "from app.first_calls import make_first_calls; make_first_calls()"


def test_threads_that_make_their_first_picture_together_do_not_wait_for_each_other():
    for _ in range(3):  # without these, half of the runs never end
        code = THREADS.format(first=FIRST)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
