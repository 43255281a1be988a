"""Taking a model into the user's own: copied or unpacked beside its place, checked there, then moved in."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from engine.errors import MissingPathError, ModelError
from engine.registry.card import CARD_FILE, write_card
from engine.registry.known_categories import CATEGORIES_FILE
from engine.registry.model_file import unpack_model
from engine.registry.outside import check_name, check_outside, refuse_sizes
from engine.registry.store import InstalledModel, ModelStore
from engine.registry.weights import WEIGHTS_FILE
from engine.whole_file import HIDDEN, flush, sweep

FILES = (CARD_FILE, WEIGHTS_FILE, CATEGORIES_FILE)
DRAFT = f"{HIDDEN}adding-"


def add_model(
    store: ModelStore, source: Path, name: str | None, check: Callable[[InstalledModel], object]
) -> InstalledModel:
    """Do what `ModelStore.add` says."""
    if not source.exists():
        raise MissingPathError(source)
    with _draft(store.own_folder) as draft:
        try:
            _fill(draft, source)
            drafted = check_outside(draft)
            if name is not None:
                drafted = _named(drafted, name)
            _refuse_known(store, drafted)
            check(drafted)
        except ModelError as error:
            raise ModelError(str(error).replace(str(draft), str(source))) from error
        return _moved_in(store, draft, drafted)


def _fill(draft: Path, source: Path) -> None:
    """Copy a model's files, or unpack them; of a folder nothing else is taken."""
    if source.is_file() and source.name not in FILES:
        unpack_model(source, draft)
        return
    folder = source if source.is_dir() else source.absolute().parent
    refuse_sizes(folder)
    for name in FILES:
        if (folder / name).is_file():  # the categories are optional; of the others the check tells
            shutil.copyfile(folder / name, draft / name)


def _named(drafted: InstalledModel, name: str) -> InstalledModel:
    check_name(name)
    named = replace(drafted, card=replace(drafted.card, name=name))
    write_card(named.card, named.folder)
    return named


def _refuse_known(store: ModelStore, drafted: InstalledModel) -> None:
    store.refuse_taken(drafted.name)
    known = store.find(drafted.card.model_id)
    if known is not None:
        raise ModelError(f"The model is here already, as “{known.name}”; rename that one if you want another name.")


def _moved_in(store: ModelStore, draft: Path, drafted: InstalledModel) -> InstalledModel:
    for file in draft.iterdir():
        flush(file)
    flush(draft)
    target = store.own_folder / drafted.name
    try:
        draft.rename(target)
    except OSError as error:
        if not target.exists():
            raise
        raise ModelError(f"There is a model “{drafted.name}” already; rename one of the two.") from error
    flush(store.own_folder)
    return replace(drafted, folder=target)


@contextmanager
def _draft(own_folder: Path) -> Iterator[Path]:
    own_folder.mkdir(parents=True, exist_ok=True)
    sweep(own_folder)
    draft = Path(mkdtemp(prefix=DRAFT, dir=own_folder))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
