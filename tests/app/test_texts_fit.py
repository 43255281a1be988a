"""The pages in both languages, the one dark, the other light: everything is translated, and nothing is cut off.

BOLO_PICTURES names a folder in which each page is kept as a picture, dark and light, to be looked at.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from translations import FOLDER, read

from app.engine_words import schema_in_language
from app.footage.import_dialog import ImportDialog
from app.labelling.agreement_dialog import AgreementDialog
from app.labelling.agreement_reading import Agreement
from app.labelling.attributes_dialog import AttributesDialog
from app.labelling.groups_dialog import GroupsDialog
from app.labelling.new_group_dialog import NewGroupDialog
from app.preferences.settings_dialog import SettingsDialog
from app.search.saved_name_dialog import SavedNameDialog
from app.settings import Settings
from app.start.new_case_dialog import NewCaseDialog
from app.tab import Tab
from app.theme.theme import ThemeChoice
from app.translate import tr
from app.widgets.elided_label import ElidedLabel
from engine.casework.label_schema import LabelSchema

SIZES = [(1600, 1000), (1280, 800), (1080, 640)]  # of the window on a screen of 2160 × 1280 pixels, the last at 200 %
ROWS_READ = 20
FIELD = re.compile(r"\{\w+\}")


def shown(root: QWidget) -> Iterator[QWidget]:
    """Go through what can be seen of a widget."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.width() and widget.height() and not isinstance(widget.parent(), QComboBox):
            yield widget


def is_cut(widget: QWidget) -> bool:
    """Return whether a widget's text has less room than it needs; elided labels show their whole in a tool-tip."""
    if isinstance(widget, ElidedLabel) or not isinstance(widget, QLabel | QPushButton | QToolButton | QCheckBox):
        return False
    if not widget.text():
        return False
    return label_is_cut(widget) if isinstance(widget, QLabel) else needs_more(widget)


def needs_more(button: QAbstractButton) -> bool:
    style = getattr(button, "toolButtonStyle", lambda: Qt.ToolButtonStyle.ToolButtonTextBesideIcon)()
    if style is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return False
    has_icon = style is Qt.ToolButtonStyle.ToolButtonTextBesideIcon and not button.icon().isNull()
    text = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text().strip()).width()
    return text + (button.iconSize().width() + 4 if has_icon else 0) > button.width()


def label_is_cut(label: QLabel) -> bool:
    room = label.contentsRect()
    if label.wordWrap():
        flags = Qt.TextFlag.TextWordWrap
        needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), flags, label.text())
        return needed.height() > room.height() + 2 or needed.width() > room.width() + 2
    return max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n")) > room.width() + 1


def cut_texts(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.text()!r} ({widget.width()} px)" for widget in shown(root) if is_cut(widget)
    ]


def texts_of(widget: QWidget) -> Iterator[str]:
    """Return everything that a widget says, to the eye, the mouse and the screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from texts_of_items(widget.model())


def texts_of_items(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    yield from (str(model.headerData(place, Qt.Orientation.Horizontal) or "") for place in columns)
    for row in range(min(model.rowCount(), ROWS_READ)):
        for column in columns:
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                said = model.index(row, column).data(role)
                yield said if isinstance(said, str) else ""


@pytest.fixture(scope="module")
def english() -> list[re.Pattern[str]]:
    """Return what an English text looks like, filled in or not, where the German is another."""
    found = []
    for message in read(FOLDER / "bolo_de.ts"):
        source = message.text.source
        if source not in message.forms and len(FIELD.sub("", source).strip()) > 3:
            parts = FIELD.split(source)
            found += [re.compile(".+".join(re.escape(part) for part in parts))]
            found += [re.compile(re.escape(message.text.one).replace(r"\{n\}", "1"))] if message.text.one else []
    return found


def untranslated(root: QWidget, english: list[re.Pattern[str]]) -> list[str]:
    texts = {text for widget in (root, *root.findChildren(QWidget)) for text in texts_of(widget) if text}
    return sorted(text for text in texts if any(pattern.fullmatch(text) for pattern in english))


@pytest.fixture(params=["de", "en"])
def language(request, qapp, theme) -> str:
    """Have the window speak a language, and return it; English is shown light."""
    if request.param == "de":
        request.getfixturevalue("german")
    theme.choose(ThemeChoice.DARK if request.param == "de" else ThemeChoice.LIGHT)
    return request.param


@pytest.fixture
def keep_pictures(request, qtbot, theme, language):
    """Return a function that keeps pictures of a window where they are wanted."""
    folder = os.environ.get("BOLO_PICTURES")

    def keep(widget: QWidget) -> None:
        for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT) if folder else ():
            theme.choose(choice)
            qtbot.wait(30)
            picture = widget.grab()
            size = f"{picture.width()}x{picture.height()}"
            test = re.sub(r"\W+", "-", request.node.name)
            name = f"{test}-{choice.value}-{size}.png"
            Path(folder).mkdir(parents=True, exist_ok=True)
            assert picture.save(str(Path(folder) / name))

    return keep


@pytest.fixture
def check(qtbot, language, english, keep_pictures):
    """Return a function that checks a window or dialog, in each size where there are some."""

    def look(widget: QWidget, sizes: Sequence[tuple[int, int]] = ()) -> None:
        assert language == "en" or not untranslated(widget, english)
        for size in sizes or [widget.size().toTuple()]:
            widget.resize(*size)
            qtbot.wait(30)
            assert not cut_texts(widget), size
            keep_pictures(widget)

    return look


def test_the_start_page_fits(language, window, check):
    check(window, SIZES)


def test_the_search_page_fits_with_ticks_and_a_chosen_result(qtbot, language, opened, check):
    page = opened.search_page
    for attribute_id in ("upperBodyRed", "accessoryHat"):
        page.description_panel.chip(attribute_id).click()
    qtbot.waitUntil(lambda: page.is_answered and page.results_view.results_count > 0)
    page.results_view.choose(0)
    qtbot.waitUntil(lambda: page.detail_pane.is_settled)
    check(opened, SIZES)


@pytest.mark.parametrize("tab", [tab for tab in Tab if tab is not Tab.SEARCH])
def test_the_other_pages_fit(qtbot, language, opened, check, tab):
    opened.show_tab(tab)
    qtbot.wait(200)
    check(opened, SIZES)


def test_the_help_fits(qtbot, language, opened, check):
    opened.dialogs.show_help()
    qtbot.wait(50)
    check(opened.dialogs.help_dialog)


def test_the_list_of_jobs_fits(language, opened, check):
    opened.job_room.panel.toggle()
    check(opened, SIZES)


def test_the_models_fit(qtbot, language, opened, check):
    opened._show_models()
    dialog = opened.dialogs.models_dialog
    qtbot.waitUntil(lambda: dialog.models.seen.are_others_seen)
    for row in range(dialog.models.rowCount()):
        dialog.list.setCurrentIndex(dialog.models.index(row))
        qtbot.wait(30)
        check(dialog)
    dialog.reject()


@pytest.fixture
def opened_dialog(qtbot, language, theme, icons, installed_model, tmp_path):
    """Return a function that opens a dialog by its name."""
    peta = schema_in_language(installed_model.card.schema)
    makers = {
        "new case": lambda: NewCaseDialog(theme, tmp_path),
        "import": lambda: ImportDialog(theme, icons, Settings(), tmp_path / "road.bolo"),
        "settings": lambda: SettingsDialog(theme, Settings()),
        "what is asked": lambda: GroupsDialog(theme, peta.groups, frozenset(), {}),
        "attributes": lambda: AttributesDialog(theme, None, LabelSchema(schema=peta)),
        "add a group": lambda: NewGroupDialog(theme, LabelSchema(schema=peta)),
        "agreement": lambda: AgreementDialog(theme, Agreement((), {}), peta),
        "save a search": lambda: SavedNameDialog(theme, tr("Save the search"), "Oberteil rot", ()),
    }

    def make(name: str) -> QWidget:
        dialog = makers[name]()
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.wait(30)
        return dialog

    return make


OF_LABELS = ["what is asked", "attributes", "add a group", "agreement"]


@pytest.mark.parametrize("name", ["new case", "import", "settings", "save a search", *OF_LABELS])
def test_a_dialog_fits(opened_dialog, check, name):
    check(opened_dialog(name))
