import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.datasets.folder_csv import read_folder_csv
from engine.datasets.split_unit import SplitUnit
from engine.errors import DatasetError


def write(folder, *lines):
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_cells_say_yes_no_or_nothing(schema, tmp_path):
    for name in "abcde":
        (tmp_path / f"{name}.jpg").touch()
    lines = [
        "image,identity,hat,Top colour",
        "a.jpg,p1,Cap,red;grey",
        "b.jpg,p1,,none",
        "c.jpg,,none,",
        "d.jpg,p2,bareHead,Blue",
    ]
    found = read_folder_csv(write(tmp_path, *lines), schema)

    images = found.reading.images
    assert images.vectors.tolist() == [[1, 0, 0, 1, 0, 1], [0] * 6, [0, 0, 1, 0, 0, 0], [0, 0, 1, 0, 1, 0]]
    assert images.known_bits().tolist() == [[1] * 6, [0] * 3 + [1] * 3, [1] * 3 + [0] * 3, [1] * 6]
    assert images.identities == ("p1", "p1", "", "p2")
    assert found.part_of is None and not found.reading.problems


def test_columns_may_be_attributes(schema, tmp_path):
    (tmp_path / "a.jpg").touch()
    images = read_folder_csv(write(tmp_path, "image,split,cap,topRed", "a.jpg,val,no,TRUE"), schema).reading.images
    assert images.vectors.tolist() == [[0, 0, 0, 1, 0, 0]]
    assert images.known_bits().tolist() == [[1, 0, 0, 1, 0, 0]]


def test_every_row_that_is_wrong_is_told_and_none_is_guessed(schema, tmp_path):
    for name in ("a", "b", "same", "twice"):
        (tmp_path / f"{name}.jpg").touch()
    lines = [
        "image,split,hat,top colour,race,shape",
        "a.jpg,train,cap,red,x,y",
        "b.jpg,tarin,cap,red,x,y",
        "b.jpg,train,cap,redd,x,y",
        "b.jpg,train,cap,none;red,x,y",
        "../b.jpg,train,cap,red,x,y",
        ",train,cap,red,x,y",
        "same.jpg,train,cap,red,x,y",
        "same.jpg,train,cap,red,x,y",
        "twice.jpg,train,cap,red,x,y",
        "twice.jpg,train,helmet,red,x,y",
        "absent.jpg,test,cap,red,x,y",
        "b.jpg,train,cap",
    ]
    found = read_folder_csv(write(tmp_path, *lines), schema)

    assert [path.name for path in found.reading.images.paths] == ["a.jpg", "same.jpg", "absent.jpg"]
    assert found.part_of == ("train", "train", "test")
    told = [(problem.row, problem.what) for problem in found.reading.problems]
    assert [row for row, _ in told] == [1, 1, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13]
    words = [
        "race",
        "shape",
        "tarin",
        "redd",
        "none;red",
        "../b.jpg",
        "no picture",
        "row 8",
        "row 11",
        "row 10",
        "not on disk",
        "3 cells",
    ]
    assert all(word in what for word, (_, what) in zip(words, told, strict=True)), told


def test_without_a_schema_one_is_made_of_the_columns_and_reads_them_back(tmp_path):
    values = ["T-shirt", "t shirt", "coat;scarf", "none", ""]
    lines = ["image,top,hat"] + [f"{n}.jpg,{value},{n % 2}" for n, value in enumerate(values)]
    images = read_folder_csv(write(tmp_path, *lines)).reading.images

    schema = images.schema
    assert len(schema.attribute_ids) == 4
    assert images.vectors[:, schema.index("hat")].tolist() == [0, 1, 0, 1, 0]
    top = images.vectors[:, schema.slice_of(schema.group("top"))]
    assert top.sum(axis=1).tolist() == [1, 1, 2, 0, 0]
    assert (top[0] == top[1]).all()
    assert images.known_bits()[:, schema.slice_of(schema.group("top"))].all(axis=1).tolist() == [True] * 4 + [False]


def test_a_schema_beside_the_pictures_is_taken(tmp_path):
    (tmp_path / "schema.toml").write_text(
        'name = "own"\ntitle = "Own"\n[[group]]\nid = "hat"\ntitle = "Hat"\nkind = "accessories"\nexclusive = true\n'
        'combine = "either"\nattributes = [{ id = "cap", label = "Cap" }, { id = "helmet", label = "Helmet" }]\n'
    )
    images = read_folder_csv(write(tmp_path, "image,hat", "a.jpg,helmet")).reading.images
    assert (images.schema.name, images.vectors.tolist()) == ("own", [[0, 1]])


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["image,hat"], "no row"),
        (["image,hat", "../a.jpg,cap"], "row 2 leads outside"),
        (["image,hat", "a.jpg"], "row 2 has 1 cells"),
        (["image,shape", "a.jpg,round"], "no column of labels"),
        (["image", "a.jpg"], "no column of labels"),
    ],
)
def test_if_nothing_is_left_one_sentence_says_so(schema, tmp_path, lines, words):
    with pytest.raises(DatasetError, match=words):
        read_folder_csv(write(tmp_path, *lines), schema)


def test_which_csv_is_meant_must_be_plain(schema, tmp_path):
    with pytest.raises(DatasetError, match="no CSV"):
        read_folder_csv(tmp_path, schema)
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("image,hat\nx.jpg,cap\n")
    with pytest.raises(DatasetError, match=r"a\.csv and b\.csv"):
        read_folder_csv(tmp_path, schema)
    write(tmp_path, "image,hat", "y.jpg,cap")
    assert np.array_equal(read_folder_csv(tmp_path, schema).reading.images.vectors[:, 0], [1])


def test_none_may_be_the_name_of_an_attribute(tmp_path):
    images = read_folder_csv(
        write(tmp_path, "image,sleeve,hair length", "a.jpg,none,none"), shipped_schema("peta")
    ).reading.images
    held = [images.schema.attribute_ids[place] for place in np.flatnonzero(images.vectors[0])]
    assert held == ["upperBodyNoSleeve"]
    assert images.known_bits().sum() == 6  # three lengths of sleeves and three of hair


def test_values_that_exclude_each_other_are_told_and_taken_as_unknown(schema, tmp_path):
    (tmp_path / "a.jpg").touch()
    found = read_folder_csv(write(tmp_path, "image,cap,helmet,topRed", "a.jpg,1,1,1"), schema)
    assert found.reading.images.vectors.tolist() == [[0, 0, 0, 1, 0, 0]]
    assert found.reading.images.known_bits().tolist() == [[0, 0, 0, 1, 0, 0]]
    (problem,) = found.reading.problems
    assert problem.row == 2
    assert problem.what.startswith("says both “Cap” and “Helmet”, which exclude each other")


def test_columns_for_tracks_and_cameras_say_what_stays_together(schema, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.jpg").touch()
    lines = ["image,camera,track,cap", "a.jpg,north,7,1", "b.jpg,south,8,0"]
    found = read_folder_csv(write(tmp_path, *lines), schema)
    assert found.units == {SplitUnit.TRACK: ("7", "8"), SplitUnit.CAMERA: ("north", "south")}
    assert not found.reading.problems


def test_two_people_who_share_an_id_are_told_with_both_rows(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.jpg").touch()
    lines = ["image,identity,gender,bag", "a.jpg,7,male,1", "b.jpg,7,male,0", "c.jpg,7,female,0"]
    (problem,) = read_folder_csv(write(tmp_path, *lines)).reading.problems
    assert problem.row == 4
    assert problem.what.startswith("names the person “7”, as row 2 does, and contradicts it under Gender")


def test_clothes_that_differ_are_no_second_person(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.jpg").touch()
    lines = ["image,identity,top,bag", "a.jpg,7,red,1", "b.jpg,7,blue,0"]
    assert not read_folder_csv(write(tmp_path, *lines)).reading.problems


def test_a_column_that_the_schema_does_not_know_is_told_with_the_remedy(schema, tmp_path):
    (tmp_path / "a.jpg").touch()
    (problem,) = read_folder_csv(write(tmp_path, "image,cap,wings", "a.jpg,1,1"), schema).reading.problems
    assert (problem.row, problem.what) == (
        1,
        "names “wings”, which the schema small does not know; rename the column, or take it out",
    )
