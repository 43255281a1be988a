import pytest

from engine.datasets.dataset import DatasetKind
from engine.datasets.read_dataset import kind_of, read_dataset
from engine.errors import DatasetError, MissingPathError


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("PETA.mat", DatasetKind.PETA),
        ("MIT/archive/Label.txt", DatasetKind.PETA),
        ("market_attribute.mat", DatasetKind.MARKET1501),
        ("attribute/market_attribute.mat", DatasetKind.MARKET1501),
        ("annotation.mat", DatasetKind.PA100K),
        ("annotation5.mat", DatasetKind.PA100K),
        ("people.csv", DatasetKind.CSV),
    ],
)
def test_the_files_of_labels_tell_what_it_is(tmp_path, file, kind):
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).touch()
    assert kind_of(tmp_path) is kind


def test_a_folder_that_is_no_data_set_is_one_sentence(tmp_path):
    with pytest.raises(MissingPathError):
        read_dataset(tmp_path / "none")
    with pytest.raises(DatasetError, match="holds no labelled data"):
        read_dataset(tmp_path)
    for name in ("PETA.mat", "labels.csv"):
        (tmp_path / name).touch()
    with pytest.raises(DatasetError, match="peta and csv"):
        read_dataset(tmp_path)
    with pytest.raises(DatasetError, match="out of the cases"):
        read_dataset(tmp_path, DatasetKind.CASES)


def test_missing_pictures_are_counted_by_part(tmp_path):
    lines = ["image,split,hat"] + [f"{n}.jpg,{'test' if n < 3 else 'train'},{n % 2}" for n in range(8)]
    (tmp_path / "labels.csv").write_text("\n".join(lines))
    for n in (0, 1, 2, 3):
        (tmp_path / f"{n}.jpg").touch()
    dataset = read_dataset(tmp_path, DatasetKind.CSV)

    missing = {found.part: (found.missing, found.total) for found in dataset.missing}
    assert missing["test"] == (0, 3)
    assert missing["train"][0] + missing["validation"][0] == 4
    assert len(dataset.split.test.present()) == 3  # the test asks for no other picture
    assert any("not on disk" in sentence for sentence in dataset.sentences())


@pytest.mark.data
def test_real_peta_comes_in_its_published_parts(data_dir):
    dataset = read_dataset(data_dir / "peta")
    assert dataset.kind is DatasetKind.PETA and not dataset.problems
    assert [found.total for found in dataset.missing] == [10_789, 1_351, 1_181]
    assert [found.missing for found in dataset.missing][:2] == [0, 0]


@pytest.mark.data
def test_real_market_labels_load_without_a_picture(data_dir):
    dataset = read_dataset(data_dir / "market1501_attribute")
    assert {found.part: found.total for found in dataset.missing} == {"train and validation": 12_936, "test": 16_483}
    assert not dataset.problems and not dataset.notes


@pytest.mark.data
def test_the_sample_of_pa100k_says_that_it_is_one(data_dir):
    dataset = read_dataset(data_dir / "pa100k_sample")
    assert [len(part) for part in dataset.split.parts.values()] == [1599, 200, 200]
    assert [problem.row for problem in dataset.problems] == [1600]
    assert any("80,000" in note for note in dataset.notes)
