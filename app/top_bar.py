"""The bar above the pages: tabs, the open case, the menu."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.tab import Tab
from app.theme.icons import Icons
from app.theme.theme import Theme, ThemeChoice
from app.translate import tr
from app.widgets.labels import label


class TopBar(QFrame):
    """Says where one is, and leads everywhere else."""

    tab_chosen = Signal(object)  # Tab
    new_wanted = Signal()
    open_wanted = Signal()
    close_wanted = Signal()
    models_wanted = Signal()
    jobs_wanted = Signal()
    help_wanted = Signal()
    settings_wanted = Signal()
    searches_wanted = Signal()
    train_wanted = Signal()
    theme_chosen = Signal(object)  # ThemeChoice

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setProperty("role", "bar")
        self._theme = theme
        self._icons = icons
        self.tabs: dict[Tab, QToolButton] = {}
        self.setFixedHeight(theme.size("top_bar"))
        self._build()
        self.show_case(None)

    def show_case(self, title: str | None, folder: str = "") -> None:
        """Show the open case's name, or nothing."""
        for tab in self.tabs.values():
            tab.setVisible(title is not None)
        self.case_pill.setVisible(title is not None)
        self.close_action.setEnabled(title is not None)
        self.searches_action.setEnabled(title is not None)
        self.train_action.setEnabled(title is not None)
        shown = self.fontMetrics().elidedText(title or "", Qt.TextElideMode.ElideMiddle, self._theme.size("pane_right"))
        self.case_pill.setText(shown.replace("&", "&&"))
        self.case_pill.setToolTip(folder)
        self.case_pill.setAccessibleName(tr("Case {title}").format(title=title or ""))

    def show_tab(self, tab: Tab) -> None:
        """Mark the tab of the page that is shown."""
        self.tabs[tab].setChecked(True)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(4 * self._theme.size("step"))
        row.addWidget(label("Bolo", "strong"))
        names = {
            Tab.SEARCH: tr("Search"),
            Tab.FOOTAGE: tr("Footage"),
            Tab.LABEL: tr("Label"),
            Tab.CASE: tr("Case"),
        }
        for tab in Tab:
            row.addWidget(self._tab(tab, names[tab]))
        row.addStretch(1)
        self.case_pill = self._case_pill()
        row.addWidget(self.case_pill)
        row.addWidget(self._menu_button())

    def _tab(self, tab: Tab, text: str) -> QToolButton:
        made = QToolButton(text=text, checkable=True, autoExclusive=True, objectName=f"tab-{tab.value}")
        made.setProperty("kind", "tab")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        made.setAccessibleName(text)
        made.setShortcut(QKeySequence(f"Ctrl+{1 + len(self.tabs)}"))
        made.clicked.connect(lambda: self.tab_chosen.emit(tab))
        self.tabs[tab] = made
        return made

    def _case_pill(self) -> QToolButton:
        pill = QToolButton(objectName="casePill", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        pill.setProperty("kind", "pill")
        pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(pill)
        menu.addAction(tr("Open another case…"), self.open_wanted.emit)
        menu.addAction(tr("Close the case"), self.close_wanted.emit)
        pill.setMenu(menu)
        return pill

    def _menu_button(self) -> QToolButton:
        made = QToolButton(objectName="menuButton", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(tr("Menu"))
        made.setToolTip(tr("Menu"))
        made.setMenu(self._menu(made))
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        self._set_menu_icon(made)
        self._theme.changed.connect(lambda: self._set_menu_icon(made))
        return made

    def _set_menu_icon(self, made: QToolButton) -> None:
        made.setIcon(self._icons.icon("menu"))

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        self._add(menu, tr("New case…"), self.new_wanted, QKeySequence.StandardKey.New)
        self._add(menu, tr("Open a case…"), self.open_wanted, QKeySequence.StandardKey.Open)
        self.close_action = self._add(menu, tr("Close the case"), self.close_wanted, QKeySequence("Ctrl+W"))
        menu.addSeparator()
        self._add(menu, tr("Jobs"), self.jobs_wanted, QKeySequence("Ctrl+J"))
        self.searches_action = self._add(menu, tr("Run the saved searches again"), self.searches_wanted, None)
        self._add(menu, tr("Models…"), self.models_wanted, QKeySequence("Ctrl+M"))
        self.train_action = self._add(menu, tr("Train a model…"), self.train_wanted, QKeySequence("Ctrl+T"))
        menu.addSeparator()
        self._add_theme_actions(menu)
        self._add(menu, tr("Settings…"), self.settings_wanted, QKeySequence("Ctrl+,"))
        menu.addSeparator()
        self._add(menu, tr("Help"), self.help_wanted, QKeySequence.StandardKey.HelpContents)
        return menu

    def _add(
        self, menu: QMenu, text: str, wanted: SignalInstance, keys: QKeySequence | QKeySequence.StandardKey | None
    ) -> QAction:
        action = menu.addAction(text)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda: wanted.emit())
        self.addAction(action)  # so that its shortcut works while the menu is shut
        return action

    def _add_theme_actions(self, menu: QMenu) -> None:
        names = {
            ThemeChoice.SYSTEM: tr("Look: as the system"),
            ThemeChoice.DARK: tr("Look: dark"),
            ThemeChoice.LIGHT: tr("Look: light"),
        }
        group = QActionGroup(menu)
        for choice, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(choice is self._theme.choice)
            action.triggered.connect(lambda _checked, choice=choice: self.theme_chosen.emit(choice))
            group.addAction(action)
            menu.aboutToShow.connect(
                lambda action=action, choice=choice: action.setChecked(choice is self._theme.choice)
            )
