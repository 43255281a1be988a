import pytest
from collect_texts import Text
from translations import FOLDER, Translated, compile_to, merge, read, write

FILES = sorted(FOLDER.glob("*.ts"))
CROPS = Text("Bolo", "{n} crops", one="{n} crop")
GLOSSARY = "<!-- crop: Ausschnitt -->"


def test_a_translation_file_is_read_as_it_was_written(tmp_path):
    messages = [
        Translated(CROPS, ("{n} Ausschnitt", "{n} Ausschnitte")),
        Translated(Text("Bolo", "R&D <x>"), ("F&E <x>",)),
        Translated(Text("Schema", "Red", "Red top"), ("Rot",)),
        Translated(Text("Schema", "Blue"), ()),
    ]
    file = tmp_path / "bolo_de.ts"
    file.write_text(f"<!DOCTYPE TS>\n{GLOSSARY}\n<TS></TS>\n", encoding="utf-8")
    write(file, "de", messages)
    assert read(file) == messages
    write(file, "de", read(file))
    assert GLOSSARY in file.read_text(encoding="utf-8")


def test_known_translations_stay_and_texts_no_longer_said_go():
    gone = Translated(Text("Bolo", "Gone"), ("Weg",))
    kept = Translated(Text("Bolo", "Close"), ("Schließen",))
    became_plural = Translated(Text("Bolo", "{n} crops"), ("{n} Ausschnitte",))
    assert merge([kept.text, CROPS, Text("Bolo", "New")], [gone, kept, became_plural]) == [
        kept,
        Translated(CROPS),
        Translated(Text("Bolo", "New")),
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_the_window_loads_was_made_from_the_translations(file, tmp_path):
    compile_to(file, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == file.with_suffix(".qm").read_bytes(), (
        "run: python packaging/translations.py compile"
    )
