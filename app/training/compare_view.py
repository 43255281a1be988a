"""Old model and new beside each other: figures, attributes, and what the case's saved searches find."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.training.compared import Compared, ComparedSearch
from app.training.compared_item_model import COUNTS_COLUMN, ComparedItemModel
from app.training.ranking_list import RankingList
from app.training.wizard_page import wrapped
from app.translate import say_number, tr
from app.widgets.labels import label
from app.widgets.tables import set_up_table


class CompareView(QWidget):
    """Asks for the pictures of the search that is looked at; `show_pictures` answers."""

    pictures_wanted = Signal(list)  # ids of crops

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: dict[int, bytes] = {}
        self.sentence = wrapped("", "muted", name="comparedSentence")
        self.figures = ComparedItemModel(theme, tr("Figure, in percent"), self)
        self.attributes = ComparedItemModel(theme, tr("Attribute, told right in percent"), self)
        self.search_box = QComboBox(objectName="comparedSearch")
        self.search_box.setAccessibleName(tr("Saved search"))
        self.search_box.currentIndexChanged.connect(lambda _place: self._show_search())
        self.words = wrapped("", "muted", name="comparedWords")
        self.old_list = RankingList(theme, tr("Ranking of the old model"))
        self.new_list = RankingList(theme, tr("Ranking of the new model"))
        self._build()

    def show_compared(self, compared: Compared) -> None:
        """Show a comparison."""
        self.sentence.setText(say_compared(compared))
        self.figures.show(compared.figures)
        self.attributes.show(compared.attributes)
        self._figures_table.setFixedHeight(self._height_of(len(compared.figures)))
        self.search_box.blockSignals(True)
        self.search_box.clear()
        for search in compared.searches:
            self.search_box.addItem(search.name, search)
        self.search_box.blockSignals(False)
        self._show_search()

    def show_pictures(self, pictures: Mapping[int, bytes]) -> None:
        """Take pictures that were asked for, JPEGs by crop."""
        self._pictures |= pictures
        self._show_rankings()

    def _build(self) -> None:
        step = self._theme.size("step")
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 2 * step, 0)
        column.setSpacing(2 * step)
        self._figures_table = self._table(self.figures, "comparedFigures", tr("Figures of both models"))
        self._figures_table.hideColumn(COUNTS_COLUMN)
        column.addWidget(self._figures_table)
        column.addWidget(self._table(self.attributes, "comparedAttributes", tr("Attributes by both models")), 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(2 * step, 0, 0, 0)
        column.setSpacing(2 * step)
        row = QHBoxLayout(spacing=2 * step)
        row.addWidget(label(tr("Saved search"), "muted"))
        row.addWidget(self.search_box, 1)
        column.addLayout(row)
        column.addWidget(self.words)
        lists = QHBoxLayout(spacing=3 * step)
        for title, shown in ((tr("Old"), self.old_list), (tr("New"), self.new_list)):
            part = QVBoxLayout(spacing=step)
            part.addWidget(label(title, "section"))
            part.addWidget(shown, 1)
            lists.addLayout(part, 1)
        column.addLayout(lists, 1)
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([3000, 2000])  # shares of what there is
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * step)
        whole.addWidget(self.sentence)
        whole.addWidget(parts, 1)

    def _table(self, model: ComparedItemModel, name: str, title: str) -> QTableView:
        table = QTableView(objectName=name)
        table.setAccessibleName(title)
        table.setModel(model)
        set_up_table(table, self._theme)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setMinimumSectionSize(self._theme.size("figure_column"))
        return table

    def _height_of(self, rows: int) -> int:
        table = self._figures_table
        row = table.verticalHeader().defaultSectionSize()
        return table.horizontalHeader().sizeHint().height() + max(rows, 1) * row + 2 * table.frameWidth() + 2

    def _show_search(self) -> None:
        search = self.search_box.currentData()
        if not isinstance(search, ComparedSearch):
            self.words.setText(tr("There is no saved search to compare by."))
            self._show_rankings()
            return
        self.words.setText(search.problem or search.words)
        missing = [crop_id for crop_id in {*search.old, *search.new} if crop_id not in self._pictures]
        if missing:
            self.pictures_wanted.emit(missing)
        self._show_rankings()

    def _show_rankings(self) -> None:
        search = self.search_box.currentData()
        old, new = (search.old, search.new) if isinstance(search, ComparedSearch) else ((), ())
        self.old_list.show_ranking(old, new, self._pictures)
        self.new_list.show_ranking(new, old, self._pictures)


def say_compared(compared: Compared) -> str:
    """Return what the models were compared on."""
    if not compared.pictures:
        return compared.problem or tr("No labelled pictures were held out, so that no figures could be measured.")
    text = tr(
        "{new} beside {old}, on {n} labelled pictures that were held out, by {m} descriptions of one attribute or two."
    ).format(new=compared.new, old=compared.old, n=say_number(compared.pictures), m=say_number(compared.descriptions))
    if compared.ranked < compared.crops:
        more = tr("The saved searches rank {n} of the case's {all} crops here.")
        text += " " + more.format(n=say_number(compared.ranked), all=say_number(compared.crops))
    if compared.problem:
        text += " " + compared.problem
    return text
