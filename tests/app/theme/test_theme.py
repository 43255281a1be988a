from PySide6.QtWidgets import QWizard, QWizardPage

from app.theme.theme import Theme, ThemeChoice
from app.theme.tokens import Tone


def test_the_users_choice_is_shown_at_once(qtbot, qapp):
    theme = Theme(qapp, ThemeChoice.DARK)
    dark = theme.colour("window")
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.LIGHT)
    assert theme.tokens.tone is Tone.LIGHT
    assert theme.colour("window") != dark
    assert theme.colour("window").name() in qapp.styleSheet()


def test_the_same_look_again_is_no_change(qtbot, qapp):
    theme = Theme(qapp, ThemeChoice.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.LIGHT)


def test_a_style_that_pages_of_a_wizard_hold_stays(qtbot, qapp):
    Theme(qapp, ThemeChoice.DARK)
    wizard, page = QWizard(), QWizardPage()
    qtbot.addWidget(wizard)
    wizard.addPage(page)
    wizard.show()
    held = page.style()
    Theme(qapp, ThemeChoice.LIGHT)
    assert qapp.style() is held
