"""Bring the translation files up to date with the texts, and make from them what the window loads.

python packaging/translations.py update     collect the texts; what is new stands unfinished in each .ts file
python packaging/translations.py compile    make each .qm from its .ts, with Qt's lrelease
python packaging/translations.py missing    list what is not translated yet

The .ts files can be edited with Qt Linguist or any editor. Both are kept under version control, so that nothing has to
be made before the window can be opened; a test holds the .qm to its .ts.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from collect_texts import ROOT, Text, collect

FOLDER = ROOT / "resources" / "translations"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True)
class Translated:
    """A text with its translation: one form, or the forms for one and for many; () where there is none yet."""

    text: Text
    forms: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """Whether every form is there."""
        return len(self.forms) == (2 if self.text.one else 1) and all(self.forms)


def read(file: Path) -> list[Translated]:
    """Return what a .ts file holds."""
    return [
        _read_message(context.findtext("name", ""), message)
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]


def merge(texts: Iterable[Text], known: Iterable[Translated]) -> list[Translated]:
    """Return the texts with the translations known of them; what is no longer said is dropped."""
    forms = {(one.text.context, one.text.source, one.text.comment, bool(one.text.one)): one.forms for one in known}
    return [
        Translated(text, forms.get((text.context, text.source, text.comment, bool(text.one)), ())) for text in texts
    ]


def write(file: Path, language: str, messages: Sequence[Translated]) -> None:
    """Write a .ts file; the comment above it, which holds the glossary, stays."""
    note = _comment_of(file)
    by_context = groupby(sorted(messages, key=lambda message: message.text.context), lambda one: one.text.context)
    body = "".join(
        f"<context>\n    <name>{context}</name>\n{''.join(_message(one) for one in inside)}</context>\n"
        for context, inside in by_context
    )
    text = f'{HEAD}{note}<TS version="2.1" language="{language}" sourcelanguage="en">\n{body}</TS>\n'
    file.write_text(text, encoding="utf-8", newline="\n")


def compile_to(source: Path, target: Path) -> None:
    """Make a .qm file of a .ts file with Qt's lrelease; needs no network."""
    import PySide6

    program = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run([program, "-silent", "-nounfinished", source, "-qm", target], check=True)


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says with every .ts file."""
    if len(arguments) != 1 or arguments[0] not in _TASKS:
        print(__doc__)
        return 2
    for file in sorted(FOLDER.glob("*.ts")):
        _TASKS[arguments[0]](file)
    return 0


def _update(file: Path) -> None:
    write(file, file.stem.rpartition("_")[2], merge(collect(), read(file)))


def _compile(file: Path) -> None:
    compile_to(file, file.with_suffix(".qm"))


def _list_missing(file: Path) -> None:
    for one in read(file):
        if not one.is_finished:
            print(f"{file.name}: {one.text.context}: {one.text.source!r}")


def _read_message(context: str, message: ElementTree.Element) -> Translated:
    translation = message.find("translation")
    is_plural = message.get("numerus") == "yes"
    forms: list[str] = []
    if translation is not None and translation.get("type") is None:
        forms = [form.text or "" for form in translation.iter("numerusform")] if is_plural else [translation.text or ""]
    text = Text(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        message.findtext("extracomment", "") if is_plural else "",
    )
    return Translated(text, tuple(forms) if all(forms) else ())


def _message(one: Translated) -> str:
    text = one.text
    lines = [f"    <message{' numerus=' + chr(34) + 'yes' + chr(34) if text.one else ''}>"]
    lines.append(f"        <source>{escape(text.source)}</source>")
    if text.comment:
        lines.append(f"        <comment>{escape(text.comment)}</comment>")
    if text.one:
        lines.append(f"        <extracomment>{escape(text.one)}</extracomment>")
    lines.append(f"        {_translation(one)}")
    return "\n".join([*lines, "    </message>\n"])


def _translation(one: Translated) -> str:
    state = "" if one.is_finished else ' type="unfinished"'
    if not one.text.one:
        return f"<translation{state}>{escape(one.forms[0] if one.forms else '')}</translation>"
    forms = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in one.forms or ("", ""))
    return f"<translation{state}>{forms}</translation>"


def _comment_of(file: Path) -> str:
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    start, end = text.find("<!--"), text.find("-->")
    return text[start : end + 3] + "\n" if 0 <= start < end < text.find("<TS") else ""


_TASKS = {"update": _update, "compile": _compile, "missing": _list_missing}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
