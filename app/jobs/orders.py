"""The jobs that need no questions."""

from pathlib import Path

from app.jobs.job_order import JobKind, JobOrder
from app.translate import tr


def demo_order() -> JobOrder:
    """Return the order to make the demo case, if it is not there."""
    return JobOrder(kind=JobKind.DEMO, title=tr("Making the demo case"), arguments=("job", "demo"))


def relink_order(case: Path, folder: Path) -> JobOrder:
    """Return the order to look below a folder for the originals that are missing."""
    title = tr("Looking for missing footage in {name}").format(name=folder.name or str(folder))
    arguments = ("job", "relink", "--", str(case), str(folder))
    return JobOrder(kind=JobKind.RELINK, title=title, arguments=arguments, case=case)


def embed_order(case: Path) -> JobOrder:
    """Return the order to let the model look at the crops that it has not seen yet."""
    title = tr("Looking at the people found")
    return JobOrder(kind=JobKind.EMBED, title=title, arguments=("job", "embed", "--", str(case)), case=case)


def activate_order(case: Path, name: str, model_id: str) -> JobOrder:
    """Return the order to switch a case to an installed model, whatever it is called by then, once it has embedded all.

    The model before answers until then; the window goes over to the new one by itself.
    """
    title, arguments = (
        tr("Switching to the model {name}").format(name=name),
        ("job", "activate", "--", str(case), model_id),
    )
    return JobOrder(kind=JobKind.ACTIVATE, title=title, arguments=arguments, case=case)


def forget_order(case: Path, name: str, model_id: str) -> JobOrder:
    """Return the order to remove what a model that the case is not searched with has said of its people."""
    title = tr("Removing from the case what {name} has said").format(name=name)
    arguments = ("job", "forget-model", "--", str(case), model_id)
    return JobOrder(kind=JobKind.FORGET, title=title, arguments=arguments, case=case)


def searches_order(case: Path) -> JobOrder:
    """Return the order to run the saved searches over what has come since they were last run."""
    title = tr("Running the saved searches")
    return JobOrder(kind=JobKind.SEARCHES, title=title, arguments=("job", "searches", "--", str(case)), case=case)


def train_order(case: Path, name: str) -> JobOrder:
    """Return the order to do what is left of a training that was planned in a case."""
    title, arguments = tr("Training {name}").format(name=name), ("job", "train", "--", str(case), name)
    return JobOrder(kind=JobKind.TRAIN, title=title, arguments=arguments, case=case)


def report_order(case: Path, out: Path) -> JobOrder:
    """Return the order to write the report on a case."""
    title = tr("Writing the report {name}").format(name=out.name)
    return JobOrder(kind=JobKind.REPORT, title=title, arguments=("job", "report", "--", str(case), str(out)), case=case)


def export_order(case: Path, out: Path) -> JobOrder:
    """Return the order to export the chosen crops of a case."""
    title = tr("Exporting to {name}").format(name=out.name)
    return JobOrder(kind=JobKind.EXPORT, title=title, arguments=("job", "export", "--", str(case), str(out)), case=case)


def label_import_order(case: Path, file: Path, labeller: str) -> JobOrder:
    """Return the order to take labels in from a CSV; they are the labeller's where the CSV does not say whose."""
    title = tr("Taking labels in from {name}").format(name=file.name)
    arguments = ("job", "labels-import", "--labeller", labeller, "--", str(case), str(file))
    return JobOrder(kind=JobKind.LABELS, title=title, arguments=arguments, case=case)


def label_export_order(case: Path, file: Path) -> JobOrder:
    """Return the order to write all labels of a case into a CSV."""
    title = tr("Writing labels to {name}").format(name=file.name)
    return JobOrder(
        kind=JobKind.LABELS, title=title, arguments=("job", "labels-export", "--", str(case), str(file)), case=case
    )
