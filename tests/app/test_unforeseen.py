from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from app.unforeseen import Unforeseen


def test_an_error_that_nobody_foresaw_is_written_down_and_told_once(qtbot, capsys):
    window = QWidget()
    qtbot.addWidget(window)
    unforeseen = Unforeseen(window)
    for number in (1, 2):
        error = ZeroDivisionError(f"the {number}. of its kind")
        with qtbot.waitSignal(unforeseen.happened) as happened:
            unforeseen.take(type(error), error, None)
        assert f"the {number}. of its kind" in Path(happened.args[0]).read_text(encoding="utf-8")
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "Nothing in the case is lost" in boxes[0].text()
    boxes[0].close()
    assert "the 2. of its kind" in capsys.readouterr().err
