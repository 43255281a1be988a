"""The pages in German, which is longer than English: everything is translated, and nothing is cut off."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from translations import FOLDER, read

from app.footage.import_dialog import ImportDialog
from app.main_window import MainWindow
from app.models.about_model_dialog import AboutModelDialog
from app.models.card_words import card_in_language
from app.search.saved_name_dialog import SavedNameDialog
from app.settings import Settings
from app.start.new_case_dialog import NewCaseDialog
from app.tab import Tab
from app.translate import tr
from app.widgets.elided_label import ElidedLabel

SIZES = [(1600, 1000), (1280, 800), (1080, 640)]  # of the window on a screen of 2160 × 1280 pixels, the last at 200 %
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
    if isinstance(widget, QTableView) and widget.model() is not None:
        columns = range(widget.model().columnCount())
        yield from (str(widget.model().headerData(place, Qt.Orientation.Horizontal)) for place in columns)


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


def settle(qtbot, widget: QWidget, size: tuple[int, int]) -> None:
    widget.resize(*size)
    qtbot.wait(30)


@pytest.fixture
def german_window(german, opened: MainWindow) -> MainWindow:
    """Return the window in German with the small case open."""
    return opened


@pytest.mark.parametrize("size", SIZES)
def test_the_start_page_fits(qtbot, german, window, english, size):
    settle(qtbot, window, size)
    assert not cut_texts(window)
    assert not untranslated(window, english)


@pytest.mark.parametrize("size", SIZES)
def test_the_search_page_fits_with_ticks_and_a_chosen_result(qtbot, german_window, english, size):
    page = german_window.search_page
    page.description_panel.chip("upperBodyRed").click()
    page.description_panel.chip("accessoryHat").click()
    qtbot.waitUntil(lambda: page.is_answered)
    page.results_view.choose(0)
    qtbot.wait(300)
    settle(qtbot, german_window, size)
    assert not cut_texts(german_window)
    assert not untranslated(german_window, english)


@pytest.mark.parametrize("size", SIZES)
def test_the_footage_page_fits(qtbot, german_window, english, size):
    german_window.show_tab(Tab.FOOTAGE)
    settle(qtbot, german_window, size)
    assert not cut_texts(german_window)
    assert not untranslated(german_window, english)


@pytest.fixture
def opened_dialog(qtbot, german, theme, icons, installed_model, tmp_path):
    """Return a function that opens a dialog by its name."""
    makers = {
        "new case": lambda: NewCaseDialog(theme, tmp_path),
        "import": lambda: ImportDialog(theme, icons, Settings(), tmp_path / "road.bolo"),
        "about the model": lambda: AboutModelDialog(theme, card_in_language(installed_model.card)),
        "save a search": lambda: SavedNameDialog(theme, tr("Save the search"), "Oberteil rot", ()),
    }

    def make(name: str) -> QWidget:
        dialog = makers[name]()
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return make


@pytest.mark.parametrize("name", ["new case", "import", "about the model", "save a search"])
def test_a_dialog_fits(opened_dialog, english, name):
    dialog = opened_dialog(name)
    assert not cut_texts(dialog)
    assert not untranslated(dialog, english)
