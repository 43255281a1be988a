"""The head of the page: in whose name, how far, what is asked in which order, and one crop or many."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.labelling.label_words import say_order
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.labels import button, label, set_style_property, show_pressed
from app.widgets.progress import show_value
from engine.casework.label_order import LabelOrder


class PageHead(QWidget):
    """Two rows; decides nothing."""

    order_chosen = Signal(object)  # LabelOrder
    groups_wanted = Signal()
    name_wanted = Signal()
    many_turned = Signal(bool)
    attributes_wanted = Signal()
    agreement_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    train_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, undo: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._undo = undo
        self.more: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step"))
        column.addLayout(self._first_row())
        column.addLayout(self._second_row())
        self.order_box.activated.connect(lambda: self.order_chosen.emit(self.order_box.currentData()))

    @property
    def progress(self) -> str:
        """Return how far the labeller is, as it is shown."""
        return self._progress.text()

    def show_labeller(self, name: str) -> None:
        """Show in whose name labels are given."""
        self.name_button.setText(tr("Labelled by {name}").format(name=name))

    def show_progress(self, labelled: int, total: int) -> None:
        """Show how far the labeller is."""
        text = _say_progress(labelled, total)
        self._progress.setText(text)
        self.bar.setMaximum(max(1, total))
        show_value(self.bar, labelled)
        self.bar.setAccessibleName(text)

    def show_saving(self, is_slow: bool) -> None:
        """Show whether labels are still on their way to the case."""
        self._saving.setText(tr("saving…") if is_slow else "")

    def show_groups(self, asked: int, every: int) -> None:
        """Show how much is asked."""
        if asked == every:
            self.groups_button.setText(tr("Asked: everything"))
        else:
            words = tr_count(asked, "Asked: {n} group", "Asked: {n} groups")
            self.groups_button.setText(words.format(n=say_number(asked)))
        set_style_property(self.groups_button, "active", asked != every)

    def show_order(self, order: LabelOrder) -> None:
        """Show what comes first."""
        self.order_box.setCurrentIndex(self.order_box.findData(order))

    def show_many(self, is_many: bool) -> None:
        """Show whether one crop or many are at hand."""
        for made, is_on in ((self.one_button, not is_many), (self.many_button, is_many)):
            show_pressed(made, is_on)

    def offer(self, *, may_write: bool, sees_all: bool) -> None:
        """Offer what changes the case, and what shows others' labels."""
        for name in ("labelAttributes", "labelImportCsv"):
            self.more[name].setEnabled(may_write)
        self.train_button.setEnabled(may_write)
        for name in ("labelAgreement", "labelExportCsv"):
            self.more[name].setEnabled(sees_all)
        self.name_button.setEnabled(sees_all)

    def _first_row(self) -> QHBoxLayout:
        step = self._theme.size("step")
        row = QHBoxLayout(spacing=2 * step)
        row.addWidget(label(tr("Label"), "title"))
        self.name_button = button("", "link", name="labellerName")
        self.name_button.setToolTip(tr("Label in another name"))
        self.name_button.clicked.connect(self.name_wanted)
        row.addWidget(self.name_button)
        row.addStretch(1)
        self._saving = label("", "warn", name="labelSaving")
        row.addWidget(self._saving)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(self._theme.size("job_bar"))
        self._progress = label("", "muted", name="labelProgress")
        self._progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._progress.setMinimumWidth(self._progress.fontMetrics().horizontalAdvance(_say_progress(99_999, 99_999)))
        row.addWidget(self.bar)
        row.addWidget(self._progress)
        self.undo_button = self._tool("undo", tr("Undo"), "labelUndo")
        self.redo_button = self._tool("redo", tr("Redo"), "labelRedo")
        self.undo_button.clicked.connect(self._undo.undo)
        self.redo_button.clicked.connect(self._undo.redo)
        self._undo.canUndoChanged.connect(self.undo_button.setEnabled)
        self._undo.canRedoChanged.connect(self.redo_button.setEnabled)
        self._undo.undoTextChanged.connect(lambda text: _explain(self.undo_button, tr("Undo"), text))
        self._undo.redoTextChanged.connect(lambda text: _explain(self.redo_button, tr("Redo"), text))
        for tool in (self.undo_button, self.redo_button):
            tool.setEnabled(False)
            row.addWidget(tool)
        self.train_button = button(tr("Train…"), "primary", name="labelTrain")
        self.train_button.setToolTip(tr("Train a model on what was labelled (Ctrl+T)"))
        self.train_button.clicked.connect(self.train_wanted)
        row.addWidget(self.train_button)
        return row

    def _second_row(self) -> QHBoxLayout:
        step = self._theme.size("step")
        row = QHBoxLayout(spacing=2 * step)
        self.one_button = self._segment(tr("One"), tr("One crop at a time (Ctrl+G)"), "labelOne", is_many=False)
        self.many_button = self._segment(tr("Many"), tr("Many crops at once (Ctrl+G)"), "labelMany", is_many=True)
        self.order_box = QComboBox(objectName="labelOrder")
        self.order_box.setAccessibleName(tr("What comes first"))
        for order in LabelOrder:
            self.order_box.addItem(say_order(order), order)
        self.groups_button = button("", name="labelGroupsAsked")
        self.groups_button.setToolTip(tr("Choose what is asked, and see how much is labelled"))
        self.groups_button.clicked.connect(self.groups_wanted)
        for made in (self.one_button, self.many_button, self.order_box, self.groups_button):
            row.addWidget(made)
        row.addStretch(1)
        for name, text, tip, signal in (
            ("labelAttributes", tr("Attributes…"), tr("Add a group, rename, retire"), self.attributes_wanted),
            ("labelAgreement", tr("Agreement…"), tr("How far two labellers agree"), self.agreement_wanted),
            ("labelImportCsv", tr("Import…"), tr("Take labels in from a CSV"), self.import_wanted),
            ("labelExportCsv", tr("Export…"), tr("Write all labels into a CSV"), self.export_wanted),
        ):
            made = self.more[name] = button(text, name=name)
            made.setToolTip(tip)
            made.clicked.connect(signal)
            row.addWidget(made)
        return row

    def _segment(self, text: str, tip: str, name: str, *, is_many: bool) -> QToolButton:
        made = QToolButton(text=text, toolTip=tip, checkable=True, objectName=name)
        made.setProperty("kind", "segment")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(tip)
        made.clicked.connect(lambda: self.many_turned.emit(is_many))
        return made

    def _tool(self, icon: str, text: str, name: str) -> QToolButton:
        made = QToolButton(toolTip=text, objectName=name)
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(text)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        made.setIcon(self._icons.icon(icon))
        self._theme.changed.connect(lambda: made.setIcon(self._icons.icon(icon)))
        return made


def _say_progress(labelled: int, total: int) -> str:
    return tr("{n} of {all} labelled").format(n=say_number(labelled), all=say_number(total))


def _explain(tool: QToolButton, title: str, step: str) -> None:
    tool.setToolTip(f"{title}: {step}" if step else title)
