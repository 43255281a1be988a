"""`bolo models …`: the models on this machine, and which one a case is searched with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress

if TYPE_CHECKING:
    from engine.registry.store import InstalledModel

Name = Annotated[str, typer.Argument(help="The model's name.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The models on this machine.", no_args_is_help=True)
    group.command("list")(list_)
    group.command("add")(add)
    group.command("remove")(remove)
    group.command("activate")(activate)
    group.command("fit")(fit)
    group.command("fetch-detector")(fetch_detector)
    app.add_typer(group, name="models")


def list_(as_json: AsJson = False) -> None:
    """List the models with what they may be used for."""
    from engine.registry.store import default_store

    models = [_facts(model) for model in default_store().models()]
    if as_json:
        write_json({"models": models})
        return
    for model in models:
        write_text(f"{model['name']:<20} {model['title']}  {model['id'][:12]}  {' '.join(model['licence_notes'])}")
    if not models:
        write_text("There is no model yet; add one with bolo models add FOLDER.")


def add(
    file: Annotated[Path, typer.Argument(help="A model's folder, or its card.json or weights in it.")],
    as_json: AsJson = False,
) -> None:
    """Install a model, after a check that its weights are those of its card."""
    from engine.errors import MissingPathError
    from engine.registry.store import default_store

    if not file.exists():
        raise MissingPathError(file)
    added = default_store().add(file.absolute().parent if file.is_file() else file)
    if as_json:
        write_json(_facts(added))
    else:
        write_text(f"Added {added.name}. " + " ".join(added.card.licence_notes))


def remove(name: Name, as_json: AsJson = False) -> None:
    """Delete one of your own models; what cases were embedded with stays in them."""
    from engine.registry.store import default_store

    default_store().remove(name)
    if as_json:
        write_json({"removed": name})
    else:
        write_text(f"Removed {name}.")


def activate(
    name: Name,
    case: Annotated[Path, typer.Option(help="The case to search with it.")],
    as_json: AsJson = False,
) -> None:
    """Embed a case with a model, and search it with that model from now on."""
    from engine.gallery.gallery import Gallery
    from engine.jobs.embed_gallery import embed_gallery
    from engine.registry.loading import load_model
    from engine.registry.store import default_store
    from engine.search.active_model import activate_model

    installed = default_store().get(name)
    with Gallery.open(case) as gallery, gallery.writer(), shown_progress(quiet=as_json) as progress:
        summary = embed_gallery(gallery, load_model(installed), progress)
        activate_model(gallery, installed)
    if as_json:
        write_json({"model": installed.name, "embedded": summary.embedded, "indexed": summary.indexed})
    else:
        write_text(f"The case is searched with {installed.name} now; {summary.embedded} people were embedded for it.")


def fit(
    model: Annotated[str, typer.Argument(help="An installed model, by name or id, or a model's folder.")],
    data: Annotated[Path, typer.Option(help="The labelled data that it was trained on.")],
    as_json: AsJson = False,
) -> None:
    """Choose a model's search weights and evidence limits on its data's validation part, and write them on its card."""
    from engine.jobs.embed_split import read_split
    from engine.jobs.fit_search import fit_search

    installed = installed_or_folder(model)
    with shown_progress(quiet=as_json) as progress:
        summary = fit_search(installed, read_split(data, installed), progress)
    if as_json:
        write_json({"model": str(summary.model), **summary.figures})
    else:
        marks = summary.figures["evidence"]["marks"]
        write_text(f"Fitted {summary.model}. Marks say “cannot tell” of {marks['abstains']:.0f} % of what is asked.")


def fetch_detector(as_json: AsJson = False) -> None:
    """Download YOLOX-nano's weights (Apache-2.0, 3.7 MB) from its official release, checked against their SHA-256."""
    from engine.detection.weights import default_yolox_weights, fetch_yolox_weights

    with shown_progress(quiet=as_json) as progress:
        path = fetch_yolox_weights(default_yolox_weights(), progress)
    if as_json:
        write_json({"weights": str(path)})
    else:
        write_text(f"YOLOX's weights lie at {path}; bolo import takes them from there.")


def installed_or_folder(name: str) -> "InstalledModel":
    """Return an installed model by its name or id, or the model of a folder that was not installed.

    Raises:
        ModelError: if there is no such model.
    """
    from engine.registry.card import read_card
    from engine.registry.store import InstalledModel, default_store

    folder = Path(name)
    if folder.is_dir():
        return InstalledModel(folder=folder, card=read_card(folder))
    return default_store().get(name)


def _facts(model: "InstalledModel") -> dict[str, Any]:
    card = model.card
    return {
        "name": card.name,
        "title": card.title,
        "id": card.model_id,
        "schema": card.schema.name,
        "attributes": card.schema.size,
        "folder": str(model.folder),
        "licence_notes": list(card.licence_notes),
        "figures": dict(card.figures),
    }
