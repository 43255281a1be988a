"""`bolo models …`: the models on this machine, and which one a case is searched with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.encoders.model import Model
    from engine.jobs.activate import ActivateSummary
    from engine.jobs.forget_model import ForgetSummary
    from engine.registry.store import InstalledModel

Name = Annotated[str, typer.Argument(help="The model's name.")]
NameOrId = Annotated[str, typer.Argument(help="The model's name, or its id where it has gone from this machine.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The models on this machine.", no_args_is_help=True)
    group.command("list")(list_)
    group.command("add")(add)
    group.command("rename")(rename)
    group.command("export")(export)
    group.command("remove")(remove)
    group.command("activate")(activate)
    group.command("forget")(forget)
    group.command("fit")(fit)
    group.command("fetch-detector")(fetch_detector)
    app.add_typer(group, name="models")


def list_(as_json: AsJson = False) -> None:
    """List the models with what they may be used for, and what is broken."""
    from engine.registry.store import default_store

    store = default_store()
    models, broken = [_facts(model) for model in store.models()], store.broken()
    if as_json:
        faults = [{"name": one.name, "folder": str(one.folder), "fault": one.fault} for one in broken]
        write_json({"models": models, "broken": faults})
        return
    for model in models:
        write_text(f"{model['name']:<20} {model['title']}  {model['id'][:12]}  {' '.join(model['licence_notes'])}")
    for one in broken:
        write_text(f"{one.name:<20} cannot be used: {one.fault}")
    if not models and not broken:
        write_text("There is no model yet; add one with bolo models add FILE.")


def add(
    file: Annotated[Path, typer.Argument(help="A model file, a model's folder, or its card.json or weights in it.")],
    as_json: AsJson = False,
) -> None:
    """Install a model, after a check that it is whole and that its weights are those of its card."""
    added = run_add(file)
    if as_json:
        write_json(_facts(added))
    else:
        write_text(f"Added {added.name}. " + " ".join(added.card.licence_notes))


def run_add(file: Path) -> "InstalledModel":
    """Take a model into the user's own once everything about it has been checked."""
    from engine.registry.loading import check_architecture
    from engine.registry.store import default_store

    return default_store().add(file, check=check_architecture)


def rename(
    name: Name,
    new_name: Annotated[str, typer.Argument(help="Letters, digits, - and _.")],
    as_json: AsJson = False,
) -> None:
    """Give one of your own models another name; cases that use it find it as before."""
    from engine.registry.store import default_store

    renamed = default_store().rename(name, new_name)
    if as_json:
        write_json(_facts(renamed))
    else:
        write_text(f"Renamed {name} to {renamed.name}.")


def export(
    name: Name,
    file: Annotated[Path, typer.Argument(help="To write; by custom it ends in .bolomodel.")],
    as_json: AsJson = False,
) -> None:
    """Write a model into one file with hashes, which bolo models add takes on another machine."""
    from engine.imaging.digest import sha256_of
    from engine.registry.model_file import export_model
    from engine.registry.store import default_store

    installed = default_store().get(name)
    export_model(installed, file)
    if as_json:
        write_json(
            {"model": installed.name, "id": installed.card.model_id, "file": str(file), "sha256": sha256_of(file)}
        )
    else:
        write_text(f"Wrote {file}. " + " ".join(installed.card.licence_notes))


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
    with shown_progress(quiet=as_json) as progress:
        summary = run_activate(case, name, progress)
    if as_json:
        write_json({"model": summary.model, "embedded": summary.embedded, "indexed": summary.indexed})
    else:
        write_text(f"The case is searched with {summary.model} now; {summary.embedded} people were embedded for it.")


def run_activate(case: Path, name: str, progress: Progress) -> "ActivateSummary":
    """Switch a case to an installed model, by its name or id."""
    from engine.gallery.gallery import Gallery
    from engine.jobs.activate import activate_in_case
    from engine.registry.store import default_store

    installed = default_store().get(name)
    with Gallery.open(case) as gallery:
        return activate_in_case(gallery, installed, _loaded, progress)


def _loaded(installed: "InstalledModel") -> "Model":
    from engine.registry.loading import load_model  # torch, which takes seconds: only where something is embedded

    return load_model(installed)


def forget(
    model: NameOrId,
    case: Annotated[Path, typer.Option(help="The case to remove it from.")],
    as_json: AsJson = False,
) -> None:
    """Remove from a case what a model that it is no longer searched with has said of its people."""
    with shown_progress(quiet=as_json) as progress:
        summary = run_forget(case, model, progress)
    if as_json:
        write_json({"model_id": summary.model_id, "crops": summary.crops})
    else:
        write_text(f"Removed what {model} has said of {summary.crops} people; the room is used by what comes next.")


def run_forget(case: Path, model: str, progress: Progress) -> "ForgetSummary":
    """Remove a model's embeddings from a case, by its name or, where it is not on this machine, by its id."""
    from engine.gallery.gallery import Gallery
    from engine.jobs.forget_model import forget_model
    from engine.registry.store import default_store

    store = default_store()
    with Gallery.open(case) as gallery:
        if model in gallery.models():
            name, model_id = (
                next((known.name for known in store.models() if known.card.model_id == model), model),
                model,
            )
        else:
            installed = store.get(model)
            name, model_id = installed.name, installed.card.model_id
        return forget_model(gallery, name, model_id, store, progress)


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
