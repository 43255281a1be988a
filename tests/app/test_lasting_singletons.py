import subprocess
import sys

SIGNALS = """
import sys
{first}
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Signal

class Teller(QObject):
    told = Signal()

class Empty(QAbstractListModel):
    def rowCount(self, parent=None):
        return 1
    def data(self, index, role=0):
        return None

application = QCoreApplication([])
teller, empty = Teller(), Empty()
teller.told.connect(lambda: None)
for _ in range(60_000):
    teller.told.emit()
    empty.index(0).data()
print("alive", sys.getrefcount(None) > 1000 and sys.getrefcount(True) > 1000)
"""


def test_none_and_true_outlive_sixty_thousand_signals():
    done = subprocess.run(
        [sys.executable, "-c", SIGNALS.format(first="import app")], capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive True"), done.stderr
