"""How far two labellers agree, attribute by attribute, and the crops on which they contradict each other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QWidget,
)

from app.labelling.agreement_item_model import AgreementItemModel
from app.labelling.agreement_reading import Agreement, Compared
from app.search.times import say_moment
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from app.widgets.tables import set_up_table
from engine.attributes.schema import Schema
from engine.casework.labelling import Disagreement
from engine.gallery.records import CropId

CROP_ID = Qt.ItemDataRole.UserRole


class AgreementDialog(QDialog):
    """Choosing an attribute leaves its crops in the list; a double click, or the button, shows one on the page."""

    crop_wanted = Signal(object)  # CropId

    def __init__(self, theme: Theme, found: Agreement, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreementDialog")
        self.setWindowTitle(tr("Agreement"))
        self._theme = theme
        self._found = found
        self._schema = schema
        self.rows = AgreementItemModel(schema, self)
        self._build()
        self.pair_box.currentIndexChanged.connect(self._show_pair)
        self.table.selectionModel().selectionChanged.connect(self._list_crops)
        self.crops.itemSelectionChanged.connect(self._offer)
        self.crops.itemActivated.connect(self._want)
        self.show_button.clicked.connect(self._want)
        self._show_pair()

    def _build(self) -> None:
        column = dialog_column(self._theme, self, tr("Agreement"), gap=2)
        self.hint = label("", "muted", name="agreementHint")
        self.hint.setWordWrap(True)
        column.addWidget(self.hint)
        self.pair_box = QComboBox(objectName="labellerPair")
        self.pair_box.setAccessibleName(tr("Two labellers"))
        for pair in self._found.pairs:
            words = tr("{one} and {other}").format(one=pair.agreement.one, other=pair.agreement.other)
            self.pair_box.addItem(words, pair)
        column.addWidget(self.pair_box)
        column.addWidget(self._made_table(), 3)
        self._crops_head = label("", "section", name="disagreementsHead")
        column.addWidget(self._crops_head)
        self.crops = QListWidget(objectName="disagreements")
        self.crops.setAccessibleName(tr("Crops on which they contradict each other"))
        self.crops.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.crops, 2)
        column.addLayout(self._buttons())
        self.resize(self._theme.size("start_column"), self._theme.size("window_min_height"))

    def _made_table(self) -> QTableView:
        self.table = QTableView(objectName="agreementTable")
        self.table.setAccessibleName(tr("Agreement by attribute"))
        self.table.setModel(self.rows)
        set_up_table(self.table, self._theme)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return self.table

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        self.show_button = button(tr("Show this crop"), name="showDisagreement")
        self.close_button = button(tr("Close"), "primary", name="closeAgreement")
        self.close_button.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(self.show_button)
        row.addWidget(self.close_button)
        return row

    @property
    def _pair(self) -> Compared | None:
        pair = self.pair_box.currentData()
        return pair if isinstance(pair, Compared) else None

    def _show_pair(self) -> None:
        pair = self._pair
        if pair is None:
            self.hint.setText(tr("No crop has been labelled by two people yet; label in another name to compare."))
        else:
            self.hint.setText(tr("Kappa is 1 for full agreement and 0 for what chance gives (Cohen 1960)."))
        for part in (self.pair_box, self.table, self.crops, self._crops_head, self.show_button):
            part.setVisible(pair is not None)
        self.rows.show_pair(None if pair is None else pair.agreement)
        self._list_crops()

    def _list_crops(self) -> None:
        chosen = {self.rows.attribute(index.row()) for index in self.table.selectionModel().selectedRows()}
        found = [] if self._pair is None else self._pair.disagreements
        listed = [one for one in found if not chosen or one.attribute in chosen]
        self._crops_head.setText(tr("Contradictions: {n}").format(n=say_number(len(listed))))
        self._fill(listed)
        self._offer()

    def _fill(self, listed: Sequence[Disagreement]) -> None:
        self.crops.clear()
        for one in listed:
            item = QListWidgetItem(self._say(one))
            item.setData(CROP_ID, int(one.crop_id))
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, self._theme.size("control")))
            self.crops.addItem(item)

    def _say(self, one: Disagreement) -> str:
        assert self._pair is not None
        crop, pair = self._found.crops[one.crop_id], self._pair.agreement
        words = tr("Crop {n}, {camera}, {time} — {attribute}: {has} says yes, {has_not} says no")
        name = self._schema.attribute(one.attribute).label if one.attribute in self._schema else one.attribute
        has, has_not = (pair.one, pair.other) if one.one_holds else (pair.other, pair.one)
        place = {"n": one.crop_id, "camera": crop.camera, "time": say_moment(crop.time)}
        return words.format(**place, attribute=name, has=has, has_not=has_not)

    def _offer(self) -> None:
        self.show_button.setEnabled(bool(self.crops.selectedItems()))

    def _want(self) -> None:
        item = self.crops.currentItem()
        if item is not None:
            self.accept()
            self.crop_wanted.emit(CropId(item.data(CROP_ID)))
