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
