"""`bolo job audit-data | estimate | train`: what the Train wizard has done in a child process."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from engine.cli.case_arguments import Case
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.jobs.training_estimate import TrainingEstimate
    from engine.jobs.training_run import TrainingRunSummary
    from engine.training.plan import DataChoice

Kind = Annotated[Literal["cases", "peta", "market1501", "pa100k", "csv"], typer.Option(help="What the data is.")]
SplitBy = Annotated[Literal["person", "track", "camera"], typer.Option(help="What stays together.")]
Places = Annotated[list[Path], typer.Argument(help="Cases, or a folder of labelled data.")]


def register(group: typer.Typer) -> None:
    """Add the commands."""
    group.command("audit-data")(audit_data)
    group.command("estimate")(estimate)
    group.command("train")(train)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedData:
    """What the wizard shows of labelled data.

    Attributes:
        audit: as `bolo data audit --json` writes it.
        attributes: id, label and the group's title of each, in the order of the schema.
    """

    audit: dict[str, Any]
    attributes: tuple[dict[str, str], ...]


def audit_data(
    places: Places,
    kind: Kind = "cases",
    split_by: SplitBy = "track",
    labels_only: Annotated[bool, typer.Option("--labels-only", help="Leave the pictures shut.")] = False,
) -> None:
    """Look into labelled data before training on it."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> AuditedData:
        import tempfile

        from engine.datasets.audit import audit
        from engine.jobs.chosen_data import read_chosen

        with tempfile.TemporaryDirectory(prefix="bolo-audit-") as folder:
            dataset = read_chosen(_chosen(kind, split_by, places), Path(folder), progress)
            found = audit(dataset, progress=progress, labels_only=labels_only)
        attributes = tuple(
            {"id": attribute.id, "label": attribute.label, "group": group.title}
            for group in dataset.schema.groups
            for attribute in group.attributes
        )
        return AuditedData(audit=found.to_dict(), attributes=attributes)

    raise typer.Exit(run_as_child(job))


def estimate(
    places: Places,
    recipe: Annotated[str, typer.Option(help="The recipe, as JSON.")],
    kind: Kind = "cases",
    split_by: SplitBy = "track",
) -> None:
    """Measure a few steps of a training."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "TrainingEstimate":
        import json

        from engine.jobs.training_estimate import estimate_training
        from engine.training.recipe import recipe_from_dict

        return estimate_training(recipe_from_dict(json.loads(recipe)), _chosen(kind, split_by, places), progress)

    raise typer.Exit(run_as_child(job))


def train(case: Case, name: Annotated[str, typer.Argument(help="Of the training, as it was planned.")]) -> None:
    """Do what is left of a training that was planned in a case."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "TrainingRunSummary":
        from engine.jobs.training_run import run_training
        from engine.registry.store import default_store
        from engine.training.plan import training_folder

        return run_training(training_folder(name), default_store(), progress, case=case)

    raise typer.Exit(run_as_child(job))


def _chosen(kind: str, split_by: str, places: list[Path]) -> "DataChoice":
    from engine.datasets.dataset import DatasetKind
    from engine.datasets.split_unit import SplitUnit
    from engine.training.plan import DataChoice

    return DataChoice(kind=DatasetKind(kind), places=tuple(places), split_by=SplitUnit(split_by))
