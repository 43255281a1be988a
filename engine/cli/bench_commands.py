"""`bolo bench …`: how fast, as ratios within one run."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from engine.cli import import_options, train_command
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Measure how fast Bolo is, against the bare minimum.", no_args_is_help=True)
    group.command("startup")(startup)
    group.command("window")(window)
    group.command("train")(train)
    group.command("search")(search)
    group.command("import")(import_)
    group.command("import-memory")(import_memory)
    app.add_typer(group, name="bench")


def startup(
    runs: Annotated[int, typer.Option(min=5, help="Runs of each window; the medians count.")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Time Bolo's window to the screen against an empty one."""
    from engine.cli.startup_benchmark import measure_startup

    figures = measure_startup(runs)
    if as_json:
        write_json(asdict(figures))
        return
    write_text(f"Bolo's window {figures.window_s:.3f} s, an empty one {figures.empty_s:.3f} s: {figures.ratio:.2f} ×")


def window(
    crops: Annotated[int, typer.Option(min=1000, help="Crops in the case, drawn, with pictures.")] = 100_000,
    minutes: Annotated[float, typer.Option(min=0.05, help="How long the window is used.")] = 10.0,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Keep the case here for the next time, else it goes afterwards.")
    ] = None,
    importing: Annotated[bool, typer.Option("--importing", help="Import footage into the case meanwhile.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Use the window by script, and tell how long events waited, how soon tiles came, and what memory it took."""
    from engine.cli.window_benchmark import measure_window

    with shown_progress(quiet=as_json) as progress:
        figures = measure_window(crops, minutes, folder, progress, importing=importing)
    if as_json:
        write_json(asdict(figures))
        return
    write_text(
        f"Among {figures.crops:,} crops events wait {figures.heartbeat_p99_ms:.1f} ms 99 times in 100, "
        f"{figures.heartbeat_longest_ms:.0f} ms at most; tiles come {figures.tick_to_tiles_ms:.0f} ms after a tick, "
        f"the search alone takes {figures.search_ms:.0f} ms: {figures.tick_ratio:.2f} ×."
    )
    memory = ", ".join(f"{size:.0f}" for size in figures.use["memory_mib"])
    write_text(f"Memory over {minutes:g} minutes, MiB: {memory}.")


def train(
    recipe: Annotated[str, typer.Argument(help="The recipe whose last stage is timed.")] = "peta-lite0",
    batch_size: Annotated[int | None, typer.Option(min=2, help="Crops a step; the recipe's own if not given.")] = None,
    steps: Annotated[int, typer.Option(min=1, help="Steps of a round.")] = 4,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds of each; the medians count.")] = 7,
    settings: train_command.Settings = [],  # noqa: B006 - typer copies it
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Time Bolo's training steps against a bare loop over decoded crops with the same model."""
    from engine.jobs.train_benchmark import measure_training
    from engine.training.recipe import read_recipe

    read = read_recipe(recipe, dict(setting.split("=", 1) for setting in settings))
    figures = measure_training(read, batch_size=batch_size, steps=steps, rounds=rounds)
    if as_json:
        write_json(asdict(figures))
        return
    write_text(
        f"Bolo trains on {figures.crops_per_second:.1f} crops a second, a bare loop on "
        f"{figures.bare_crops_per_second:.1f}: {figures.ratio:.2f} ×"
    )


def search(
    crops: Annotated[
        int, typer.Option(min=1000, help="Crops in the case, drawn around what the model knows.")
    ] = 1_000_000,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds; the medians count.")] = 9,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Keep the case here for the next time, else it goes afterwards.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Time searches in a case of very many crops against FAISS's flat search alone."""
    from engine.cli.search_benchmark import measure_search

    with shown_progress(quiet=as_json) as progress:
        figures = measure_search(crops, rounds, folder, progress)
    if as_json:
        write_json(asdict(figures))
        return
    times = figures.times
    write_text(
        f"Among {figures.crops:,} crops three ticks take {1000 * times.search_s:.1f} ms, the flat search alone "
        f"{1000 * times.flat_s:.1f} ms: {figures.ratio:.2f} ×; with camera and time filters "
        f"{figures.narrow_ratio:.2f} × of that; {figures.added:,} more crops are found after {figures.add_s:.2f} s."
    )


def import_(
    source: Annotated[
        Path | None, typer.Argument(help="A video, or a folder of frames; else the demo's footage is drawn.")
    ] = None,
    detector: import_options.Detector = "auto",
    detector_weights: import_options.DetectorWeights = None,
    every: import_options.Every = 1,
    frames: Annotated[int, typer.Option(min=1, max=40, help="Frames to draw for each of four cameras.")] = 8,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds; the median counts.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Time an import against bare loops that decode, detect and embed the same frames."""
    from engine.detection.choose import DetectorKind
    from engine.jobs.import_benchmark import ImportToMeasure, measure_import
    from engine.registry.loading import load_model
    from engine.registry.store import DEFAULT_MODEL, default_store

    asked = ImportToMeasure(
        source=source,
        frames_per_camera=frames,
        detector=DetectorKind(detector),
        detector_weights=detector_weights,
        every=every,
        rounds=rounds,
    )
    with shown_progress(quiet=as_json) as progress:
        figures = measure_import(asked, load_model(default_store().get(DEFAULT_MODEL)), progress)
    if as_json:
        write_json(asdict(figures))
        return
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in figures.seconds.items())
    write_text(
        f"{figures.frames:,} frames with {figures.crops:,} people are imported in {figures.import_s:.2f} s; decoding, "
        f"detecting and embedding alone take {figures.bare_s:.2f} s: {figures.ratio:.2f} ×. Seconds by stage: {stages}."
    )
    if figures.time_left_error is not None:
        write_text(f"The time left that it told was off by {100 * figures.time_left_error:.0f} % at most.")


def import_memory(
    frames: Annotated[int, typer.Option(min=2, help="Small frames to draw and import.")] = 20_000,
    early: Annotated[int, typer.Option(min=1, help="The frame at which memory is looked at first.")] = 2_000,
    detector: import_options.Detector = "auto",
    detector_weights: import_options.DetectorWeights = None,
    embed: Annotated[bool, typer.Option(help="Embed the people too, as an import does.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure whether the memory of an import grows with the number of frames."""
    from engine.detection.choose import DetectorKind
    from engine.jobs.import_memory import MemoryToMeasure, measure_memory
    from engine.registry.loading import load_model
    from engine.registry.store import DEFAULT_MODEL, default_store

    asked = MemoryToMeasure(
        frames=frames, early=early, detector=DetectorKind(detector), detector_weights=detector_weights
    )
    with shown_progress(quiet=as_json) as progress:
        model = load_model(default_store().get(DEFAULT_MODEL)) if embed else None
        figures = measure_memory(asked, model, progress)
    if as_json:
        write_json(asdict(figures))
        return
    write_text(
        f"{figures.frames:,} frames with {figures.crops:,} people: at most {figures.early_peak_mb} MiB up to frame "
        f"{figures.early:,}, {figures.late_peak_mb} MiB up to the last one, {figures.end_peak_mb} MiB in all."
    )
