"""What is said of an error that nobody foresaw: what to do, and the report, folded, to be copied."""

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.translate import tr
from app.widgets.labels import button, label

WIDTH, SPACE, REPORT_HEIGHT = 560, 20, 240  # of its own: the theme may be what went wrong


class UnforeseenDialog(QDialog):
    """Stands beside the window, which goes on."""

    def __init__(self, where: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unforeseenDialog")
        self.setWindowTitle(tr("Something went wrong"))
        self.setMinimumWidth(WIDTH)
        self._report = report
        self.sentence = label(_say(where), name="unforeseenSentence")
        self.sentence.setWordWrap(True)
        self.report = QPlainTextEdit(report, readOnly=True, objectName="unforeseenReport")
        self.report.setAccessibleName(tr("The report"))
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(REPORT_HEIGHT)
        self.report.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE // 2)
        column.addWidget(label(tr("Something went wrong that should not have"), "title"))
        column.addWidget(self.sentence)
        column.addWidget(self.report, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.details_button = button(tr("Details"), "link", name="unforeseenDetails")
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._fold)
        self.copy_button = button(tr("Copy the report"), name="copyReport")
        self.copy_button.clicked.connect(self._copy)
        self.close_button = button(tr("Go on"), "primary", name="closeUnforeseen")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.details_button)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        return row

    def _fold(self, is_open: bool) -> None:
        self.report.setVisible(is_open)
        self.layout().activate()
        width = self.width()
        self.resize(width, self.layout().totalHeightForWidth(width))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)
        self.copy_button.setText(tr("Copied"))


def _say(where: str) -> str:
    what = tr(
        "Nothing in the case is lost, and the window goes on. If something looks odd, close the case and open it "
        "again. Whoever looks after Bolo needs the report."
    )
    return f"{what} {tr('It lies at {place}.').format(place=where)}" if where else what
