"""`bolo labels …`: what people say that crops show."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import tell, write_json, write_text

if TYPE_CHECKING:
    from engine.casework.label_csv import LabelImport
    from engine.casework.label_schema import LabelSchema
    from engine.gallery.gallery import Gallery

SHOWN = 10  # rows that were left out

CsvFile = Annotated[Path, typer.Argument(metavar="FILE.csv", help="The CSV.")]
Labeller = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whose labels they are, where the CSV does not say.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFileSummary:
    """What went between a case and a CSV; `unusable` counts the rows and columns that could not be used."""

    labels: int = 0
    crops: int = 0
    unusable: int = 0
    rows: int = 0


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Labels: what people say that crops show, to train on.", no_args_is_help=True)
    group.command("import")(import_)
    group.command("export")(export)
    group.command("agreement")(agreement)
    group.command("attributes")(attributes)
    app.add_typer(group, name="labels")


def import_(
    case: Case,
    file: CsvFile,
    labeller: Labeller = None,
    as_json: AsJson = False,
) -> None:
    """Take labels in: a row for each crop (crop_id), a column for each attribute (1, 0, ? or empty).

    Rows that cannot be used are named, and the rest is taken; the command then ends with 1.
    """
    taken = take_in(case, file, labeller)
    if as_json:
        problems = [{"row": problem.row, "what": problem.what} for problem in taken.problems]
        write_json({"labels": taken.labels, "crops": taken.crops, "left_out": problems})
    else:
        write_text(f"{taken.labels:,} labels of {taken.crops:,} crops taken in.")
    for problem in taken.problems[:SHOWN]:
        tell(f"Left out: row {problem.row} {problem.what}.")
    if len(taken.problems) > SHOWN:
        tell(f"… and {len(taken.problems) - SHOWN:,} more.")
    if taken.problems:
        raise typer.Exit(1)


def export(case: Case, file: CsvFile, as_json: AsJson = False) -> None:
    """Write all labels of a case: a row for each crop and labeller."""
    rows = write_out(case, file)
    if as_json:
        write_json({"rows": rows, "file": str(file)})
    else:
        write_text(f"{rows:,} rows written to {file}.")


def take_in(case: Path, file: Path, labeller: str | None) -> "LabelImport":
    """Take labels in; errors as of `import_labels`."""
    from engine.casework.label_csv import import_labels
    from engine.gallery.gallery import Gallery

    with Gallery.open(case) as gallery:
        return import_labels(gallery, _kept(gallery).schema, file, labeller)


def write_out(case: Path, file: Path) -> int:
    """Write all labels of a case and return how many rows there are; errors as of `export_labels`."""
    from engine.casework.label_csv import export_labels
    from engine.cli.open_case import open_to_search

    with open_to_search(case) as gallery:
        return export_labels(gallery, _kept(gallery).schema, file)


def agreement(case: Case, as_json: AsJson = False) -> None:
    """Compare every two labellers, attribute by attribute: how often they agree, and Cohen's kappa."""
    from engine.casework.labelling import find_agreement, read_opinions
    from engine.gallery.gallery import Gallery

    with Gallery.open(case, read_only=True) as gallery:
        pairs = find_agreement(read_opinions(gallery.labels()))
    if as_json:
        rows = [
            {"one": pair.one, "other": pair.other, "attribute": attribute}
            | {"both": found.both, "agreed": found.agreed, "kappa": found.kappa}
            for pair in pairs
            for attribute, found in pair.attributes.items()
        ]
        write_json({"agreement": rows})
        return
    for pair in pairs:
        write_text(f"{pair.one} and {pair.other}")
        for attribute, found in pair.attributes.items():
            kappa = "" if found.kappa is None else f", kappa {found.kappa:.2f}"
            write_text(f"  {attribute:<28} {found.agreed:,} of {found.both:,} alike{kappa}")
    if not pairs:
        write_text("No crop has been labelled by two people.")


def attributes(
    case: Case,
    add: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="Add the groups of this file, as those of a schema.")
    ] = None,
    rename: Annotated[
        list[str] | None, typer.Option(metavar="ID=LABEL", help="Give an attribute another label; its id stays.")
    ] = None,
    retire: Annotated[list[str] | None, typer.Option(metavar="ID", help="Ask for an attribute no more.")] = None,
    restore: Annotated[list[str] | None, typer.Option(metavar="ID", help="Ask for it again.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show or change what a case's crops are labelled with; labels that were given keep their meaning."""
    from engine.gallery.gallery import Gallery

    is_change = bool(add or rename or retire or restore)
    with Gallery.open(case, read_only=not is_change) as gallery:
        kept = _kept(gallery)
        for what, changed in _changes(kept, add, rename or [], retire or [], restore or []):
            from engine.casework.label_schema import keep_label_schema

            keep_label_schema(gallery, changed, what)
            kept = changed
    rows = [
        {"id": attribute.id, "label": attribute.label, "group": kept.schema.group_of(attribute.id).title}
        | {"is_retired": attribute.id in kept.retired}
        for attribute in kept.schema.attributes
    ]
    if as_json:
        write_json({"schema": kept.schema.name, "attributes": rows})
        return
    for row in rows:
        write_text(f"{row['id']:<28} {row['group']}: {row['label']}{' (retired)' if row['is_retired'] else ''}")


def _changes(
    kept: "LabelSchema", add: Path | None, rename: list[str], retire: list[str], restore: list[str]
) -> "list[tuple[str, LabelSchema]]":
    """Return what each change is and gives; all are tried before one is kept."""
    from engine.attributes.schema_file import read_schema
    from engine.errors import ConfigError

    found = []
    for group in () if add is None else read_schema(add).groups:
        kept = kept.with_group(group)
        found.append((f"added {group.id}", kept))
    for text in rename:
        attribute_id, equals, label = text.partition("=")
        if not equals:
            raise ConfigError("rename", text, "must be an attribute's id, an equals sign and the new label")
        kept = kept.renamed(attribute_id, label)
        found.append((f"renamed {attribute_id} to {label}", kept))
    for attribute_id in retire:
        kept = kept.with_retired(attribute_id)
        found.append((f"retired {attribute_id}", kept))
    for attribute_id in restore:
        kept = kept.with_retired(attribute_id, is_retired=False)
        found.append((f"restored {attribute_id}", kept))
    return found


def _kept(gallery: "Gallery") -> "LabelSchema":
    from engine.casework.label_schema import read_case_schema
    from engine.registry.store import default_store

    return read_case_schema(gallery, default_store())
