"""The sentences of the people preview."""

from collections import Counter

from app.engine_words import say_in_language
from app.footage.previewed_people import CameraSettings, SeenFrame, SeenPeople, count_judged
from app.translate import say_decimal, say_number, tr, tr_count
from engine.detection.settings import DetectionSettings, LeftOut

DETECTORS = {"hog": "HOG", "yolox": "YOLOX", "torchvision": "torchvision"}


def say_found(seen: SeenPeople, settings: CameraSettings) -> str:
    """Return how many people are taken and how many are not, with the reasons."""
    counts = count_judged(seen, settings)
    people, frames = counts[None], len(seen.frames)
    taken = tr("{people} in {frames} would be taken, found by {detector}.").format(
        people=tr_count(people, "{n} person", "{n} people").format(n=say_number(people)),
        frames=tr_count(frames, "{n} frame", "{n} frames").format(n=say_number(frames)),
        detector=DETECTORS.get(seen.detector, seen.detector),
    )
    return " ".join(filter(None, (taken, _say_left_out(counts))))


def say_gaps(seen: SeenPeople) -> str:
    """Return what is not shown, "" where nothing is missing."""
    parts = [say_in_language(problem) for problem in seen.problems]
    if seen.sources_not_shown:
        parts.append(
            tr_count(
                seen.sources_not_shown,
                "{n} more source is not shown; what is set here does not hold for it.",
                "{n} more sources are not shown; what is set here does not hold for them.",
            ).format(n=say_number(seen.sources_not_shown))
        )
    return "\n".join(parts)


def say_reason(reason: LeftOut) -> str:
    """Return why somebody is left out, as it stands beside the box."""
    return {
        LeftOut.UNSURE: tr("unsure"),
        LeftOut.TOO_LOW: tr("too low"),
        LeftOut.IGNORED: tr("in a zone"),
    }[reason]


def say_frame(frame: SeenFrame) -> str:
    """Return which frame it is."""
    return tr("{camera}, frame {n}").format(camera=frame.camera, n=say_number(frame.number))


def say_zone(place: int) -> str:
    """Return a zone's name."""
    return tr("Zone {n}").format(n=say_number(place + 1))


def say_chosen(settings: CameraSettings) -> str:
    """Return what was chosen, for the import dialog; "" where nothing was."""
    chosen = [(camera, kept) for camera, kept in settings.by_camera.items() if kept != DetectionSettings()]
    return "\n".join(f"{camera}: {say_settings(kept)}" for camera, kept in chosen)


def say_settings(settings: DetectionSettings) -> str:
    """Return who is taken of the people found; "" where everybody is."""
    parts = []
    if settings.min_height_px:
        parts.append(tr("at least {n} px high").format(n=say_number(settings.min_height_px)))
    if settings.min_score is not None:
        parts.append(tr("score from {n}").format(n=say_decimal(settings.min_score, 2)))
    if settings.zones:
        parts.append(tr("ignored zones: {n}").format(n=say_number(len(settings.zones))))
    return ", ".join(parts)


def _say_left_out(counts: "Counter[LeftOut | None]") -> str:
    parts = []
    if counts[LeftOut.TOO_LOW]:
        parts.append(tr("{n} too low").format(n=say_number(counts[LeftOut.TOO_LOW])))
    if counts[LeftOut.IGNORED]:
        parts.append(tr("{n} in ignored zones").format(n=say_number(counts[LeftOut.IGNORED])))
    if counts[LeftOut.UNSURE]:
        parts.append(tr("{n} too unsure").format(n=say_number(counts[LeftOut.UNSURE])))
    return tr("Left out: {reasons}.").format(reasons=", ".join(parts)) if parts else ""
