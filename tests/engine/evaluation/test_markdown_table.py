from engine.evaluation.bootstrap import Difference
from engine.evaluation.markdown_table import difference_table, markdown_table, percent


def test_a_cell_cannot_break_the_table():
    assert markdown_table(["A|B", "n"], [["x\ny", "1"]]) == "| A\\|B | n |\n| --- | ---: |\n| x y | 1 |"


def test_differences_away_from_zero_stand_in_bold():
    clear = Difference(difference=2.0, low=0.5, high=3.5)
    open_ = Difference(difference=-1.0, low=-2.0, high=0.1)
    table = difference_table({"B": {"rank1": clear, "map": open_}, "C": {"map": open_}})
    assert "| B | **+2.0 [+0.5, +3.5]** | -1.0 [-2.0, +0.1] |" in table
    assert "| C | – | -1.0 [-2.0, +0.1] |" in table


def test_no_figure_is_a_dash():
    assert percent(None) == "–"
