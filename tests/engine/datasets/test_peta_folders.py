import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.datasets.mat_file import read_mat
from engine.datasets.peta import FIRST_ATTRIBUTE_COLUMN, read_peta, split_peta
from engine.datasets.peta_folders import read_peta_folders
from engine.errors import DatasetError

UNPADDED = (1, 9)  # the folders whose names begin without zeros: 3DPeS and TownCentre


def write(folder, lines, pictures):
    archive = folder / "archive"
    archive.mkdir(parents=True)
    (archive / "Label.txt").write_bytes("\r\n".join(lines).encode("latin-1"))
    for name in pictures:
        (archive / name).touch()


def test_a_line_labels_every_picture_of_a_person(tmp_path):
    lines = ["0001 upperBodyRed personalMale lowerBodyLogo", "0002 footwearSneakers"]
    write(tmp_path / "VIPeR", lines, ["0001_b.bmp", "0001_a.bmp", "0002_a.BMP", "notes.txt"])
    write(tmp_path / "CUHK", ["0001.png personalFemale"], ["0001.png"])
    reading = read_peta_folders(tmp_path)

    images, schema = reading.images, shipped_schema("peta")
    assert [path.name for path in images.paths] == ["0001.png", "0001_a.bmp", "0001_b.bmp", "0002_a.BMP"]
    assert images.identities == ("CUHK/0001", "VIPeR/0001", "VIPeR/0001", "VIPeR/0002")
    held = [{schema.attribute_ids[place] for place in np.flatnonzero(row)} for row in images.vectors]
    both = {"upperBodyRed", "personalMale"}
    assert held == [{"personalFemale"}, both, both, {"footwearSneaker"}]
    assert not reading.problems


def test_lines_that_are_wrong_are_told(tmp_path):
    lines = [
        "1 personalMale",
        "2 personalMale wings",
        "3",
        "4 personalMale",
        "4 personalFemale",
        "5 hair\xe9",
        "6 hairLong",
    ]
    write(tmp_path / "MIT", lines, ["1_a.png", "2_a.png", "4_a.png", "9_a.png"])
    reading = read_peta_folders(tmp_path)

    assert [path.name for path in reading.images.paths] == ["1_a.png"]
    assert [problem.row for problem in reading.problems] == [0, 0, 0, 0, 2, 3, 4, 5, 6]
    assert all("MIT" in problem.what for problem in reading.problems)
    assert "wings" in reading.problems[4].what


def test_without_labels_one_sentence_says_so(tmp_path):
    with pytest.raises(DatasetError, match=r"Label\.txt"):
        read_peta_folders(tmp_path)
    write(tmp_path / "MIT", ["1 wings"], ["1_a.png"])
    with pytest.raises(DatasetError, match="none of its rows"):
        read_peta_folders(tmp_path)


@pytest.mark.data
def test_both_layouts_give_the_same_split(data_dir, tmp_path):
    record = read_mat(data_dir / "peta" / "PETA.mat")["peta"][0, 0]
    names = [str(cell.ravel()[0]) for cell in record["attribute"].ravel()]
    lines, pictures = {}, {}
    for row in record["data"].astype(int):
        subset, number = f"{row[2]:02}", row[3]
        person = str(number) if row[2] in UNPADDED else f"{number:04}"
        held = [name for name, bit in zip(names, row[FIRST_ATTRIBUTE_COLUMN:], strict=True) if bit]
        lines.setdefault(subset, {})[person] = " ".join([person, *held])
        pictures.setdefault(subset, []).append(f"{person}_{row[0]:05}.png")
    for subset, of_people in lines.items():
        write(tmp_path / subset, list(of_people.values()), pictures[subset])

    split, expected = split_peta(read_peta_folders(tmp_path).images), split_peta(read_peta(data_dir / "peta"))
    assert (len(split.test), len(split.test.categories)) == (1_181, 200)
    for part, images in split.parts.items():
        assert [int(path.stem[-5:]) for path in images.paths] == [int(path.stem) for path in expected.parts[part].paths]
