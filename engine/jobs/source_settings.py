"""Who is taken of the people of a source: what the user says now, or what it was begun with."""

from collections.abc import Iterable, Iterator

from engine.detection.detector import ScoreScale
from engine.detection.settings import CameraWish, DetectionSettings
from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceId
from engine.jobs.import_spec import ImportSpec
from engine.jobs.naming import Naming
from engine.jobs.scan import Scan, ScannedPath


def settings_of_source(gallery: Gallery, source_id: SourceId, said: DetectionSettings | None) -> DetectionSettings:
    """Return the settings of a source, and keep what is said of one that has no frames yet.

    Raises:
        ConfigError: if frames of the source have been taken in by other settings.
    """
    kept = gallery.detection_settings(source_id)
    if said is None or said.to_json() == kept.to_json():
        return kept
    if gallery.last_frame_number(source_id):
        (path,) = (source.path for source in gallery.sources() if source.id == source_id)
        problem = (
            f"is not how {path} was begun, which is: {kept.in_words()}; leave these options out here, "
            "or import it into another case"
        )
        raise ConfigError("detection", said.in_words(), problem)
    gallery.note_detection_settings(source_id, said)
    return said


def refuse_unknown_cameras(gallery: Gallery, spec: ImportSpec, naming: Naming, scanned: Iterable[ScannedPath]) -> None:
    """Refuse a wish for a camera that is not among the footage, before hours are spent without it.

    Raises:
        ConfigError: if there is one.
    """
    wished = [wish.camera for wish in spec.detection if wish.camera is not None]
    cameras = set(_cameras(gallery, spec, naming, scanned)) if wished else set()
    for camera in wished:
        if cameras and camera not in cameras:  # footage without any is refused later, and by its path
            names = ", ".join(f"“{name}”" for name in sorted(cameras))
            raise ConfigError("camera", camera, f"is no camera of this footage, which has {names}; write one of these")


def _cameras(gallery: Gallery, spec: ImportSpec, naming: Naming, scanned: Iterable[ScannedPath]) -> Iterator[str]:
    """Yield what the cameras of the footage are called, in it and, where they were renamed, in the case."""
    found = [each.found for each in scanned if isinstance(each.found, Scan)]  # the import names the others
    for source in (source for scan in found for source in scan.sources):
        for part in naming.split(source):
            named = spec.camera or part.default_camera
            yield named
            yield gallery.camera_of_source(part.path, part.kind, named)


def least_score(gallery: Gallery, wishes: Iterable[CameraWish]) -> float | None:
    """Return the lowest score that is said now or kept with a source, which may be gone on with; None for neither."""
    kept = [gallery.detection_settings(source.id).min_score for source in gallery.sources()]
    said = [wish.min_score for wish in wishes]
    return min((score for score in (*kept, *said) if score is not None), default=None)


def refuse_impossible_scores(min_scores: Iterable[float | None], scores: ScoreScale) -> None:
    """Refuse a score that no detection can have.

    Raises:
        ConfigError: if there is one.
    """
    for score in min_scores:
        if score is not None and score > scores.highest:
            problem = f"would leave everybody out; this detector's scores end at {scores.highest:g}"
            raise ConfigError("min-score", score, problem)
