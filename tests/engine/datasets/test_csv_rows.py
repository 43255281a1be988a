import pytest

from engine.datasets.csv_rows import read_csv_rows
from engine.errors import DatasetError


def write(tmp_path, data):
    path = tmp_path / "labels.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path, separator, mark):
    lines = [f"{mark}Image{separator} age ", f"a.jpg{separator}young", "", f'"b\n.jpg"{separator} old ']
    table = read_csv_rows(write(tmp_path, "\r\n".join(lines)))

    assert table.columns == ("Image", "age")
    assert table.rows == ((2, ("a.jpg", "young")), (4, ("b\n.jpg", "old")))
    assert not table.problems


def test_every_row_that_cannot_be_read_is_told_and_the_rest_is_kept(tmp_path):
    rows = [b"image,age", b"a.jpg,young", b"b.jpg", b"c.jpg,old,x", b"d\xe9.jpg,old", b'"e"x,old', b"f\0.jpg,old"]
    rows += [b"g" * 200_000 + b",old", b"h.jpg,old", b'"i.jpg,old']
    table = read_csv_rows(write(tmp_path, b"\n".join(rows)))

    assert table.rows == ((2, ("a.jpg", "young")), (9, ("h.jpg", "old")))
    assert [problem.row for problem in table.problems] == [3, 4, 5, 6, 7, 8, 10]
    assert "1 cells, the header 2" in table.problems[0].what
    assert "UTF-8" in table.problems[2].what


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("picture,age\na.jpg,old", "no column “image”"),
        ("image,age,Age\na.jpg,old,old", "2 times"),
        ("image,age\na.jpg,old".encode("utf-16"), "UTF-8"),
        (b"image,\xe2ge\na.jpg,old", "UTF-8"),
        (b"", "no column “image”"),
        (bytes(range(256)) * 4, "no column “image”"),
    ],
)
def test_a_file_without_a_usable_header_is_one_sentence(tmp_path, data, words):
    with pytest.raises(DatasetError, match=words):
        read_csv_rows(write(tmp_path, data))
