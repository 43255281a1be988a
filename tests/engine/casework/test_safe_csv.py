"""Tables that a spreadsheet may open."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from engine.casework.safe_csv import safe_csv


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_text_that_looks_like_a_formula_is_defused_and_numbers_stay():
    cells = ["=1+1", "+49 30", "-x", "@SUM(A1)", "\t=1", " =1", "plain", "a=b", -3.5, 4, None, ""]
    assert read(safe_csv(["a"] * len(cells), [cells]))[1] == [
        "'=1+1", "'+49 30", "'-x", "'@SUM(A1)", "'\t=1", "' =1", "plain", "a=b", "-3.5", "4", "", ""
    ]  # fmt: skip


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r\n")))
def test_no_text_begins_as_a_formula(text):
    cell = read(safe_csv(["a", "b"], [[text, 1]]))[1][0]
    assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
    assert cell in (text, f"'{text}")
