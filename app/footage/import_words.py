"""The import dialog's sentences: what will happen, or what is missing."""

from pathlib import Path

from app.footage.import_choice import Detector, Field, ImportChoice
from app.translate import say_number, tr, tr_count


def say_detector(detector: Detector) -> str:
    """Return a detector's name and what it is, in plain words."""
    return {
        Detector.AUTO: tr("Automatic — the best that this machine has"),
        Detector.YOLOX: tr("YOLOX — finds most people, also small ones; needs its weights file"),
        Detector.HOG: tr("HOG — built in; slower, misses small or half hidden people"),
        Detector.TORCHVISION: tr("torchvision — for a graphics card; needs a weights file"),
        Detector.NONE: tr("None — the pictures are cut-out people already"),
    }[detector]


def say_choice(choice: ImportChoice) -> str:
    """Return what will happen, in one sentence, or the first thing that is missing."""
    for field in Field:
        if field in choice.wrong_fields:
            return _say_wrong(field, choice)
    return f"{_say_sources(choice)} {_say_detection(choice)}"


def say_weights(choice: ImportChoice) -> str:
    """Return what the detector will take on this machine."""
    if choice.detector is Detector.AUTO and choice.effective_weights is None:
        return tr("YOLOX's weights are not on this machine, so HOG will be used. Choose yolox_nano.onnx to use YOLOX.")
    if choice.detector in (Detector.HOG, Detector.NONE):
        return ""
    if choice.detector is Detector.TORCHVISION:
        return _say_torchvision(choice)
    if choice.effective_weights is None:
        return tr("YOLOX's weights are not on this machine. Choose the file yolox_nano.onnx (Megvii, Apache-2.0).")
    return tr("YOLOX with the weights {path}").format(path=choice.effective_weights)


def _say_torchvision(choice: ImportChoice) -> str:
    if choice.weights is None:
        return tr("Choose one of torchvision's files, such as fasterrcnn_mobilenet_v3_large_fpn-fb6a3cc7.pth.")
    return tr("torchvision with the weights {path}").format(path=choice.weights)


def say_name(sources: tuple[Path, ...]) -> str:
    """Return the sources as a job's title names them."""
    if len(sources) == 1:
        return sources[0].name or str(sources[0])
    return tr_count(len(sources), "{n} source", "{n} sources").format(n=say_number(len(sources)))


def _say_wrong(field: Field, choice: ImportChoice) -> str:
    missing = next((source for source in choice.sources if not source.exists()), None)
    if field is Field.SOURCES and missing is not None:
        return tr("{path} is not there any more; remove it from the list, or plug its drive in.").format(path=missing)
    return {
        Field.SOURCES: tr("Add at least one folder of pictures or one video."),
        Field.START: tr("Write the start as 2026-05-14 14:00:00, or leave it empty."),
        Field.ZONE: tr("There is no time zone “{zone}”; choose one from the list.").format(zone=choice.zone),
        Field.CLOCK: tr("Write how far the clock runs ahead as 4m10s, or -250s where it is behind, or leave it empty."),
        Field.PATTERN: tr("Choose a pattern that fits the file names, or leave it empty."),
        Field.TWO_CAMERAS: tr("The pattern names the cameras; leave Camera empty, or write * there."),
        Field.WEIGHTS: tr("Choose the detector's weights file, or another detector."),
    }[field]


def _say_sources(choice: ImportChoice) -> str:
    name = say_name(choice.sources)
    camera = choice.camera.strip()
    if choice.every > 1:
        text = tr("One frame in {n} of {name} is read").format(n=choice.every, name=name)
    elif len(choice.sources) == 1:
        text = tr("{name} is read").format(name=name)
    else:
        text = tr("{name} are read").format(name=name)
    return text + (tr("; the file names say the camera.") if choice.names_cameras else _say_camera(camera))


def _say_camera(camera: str) -> str:
    return (
        tr(" as camera “{camera}”.").format(camera=camera) if camera else tr("; each source's name becomes its camera.")
    )


def _say_detection(choice: ImportChoice) -> str:
    return {
        Detector.YOLOX: tr("YOLOX finds the people, and they are made searchable. The originals are not changed."),
        Detector.TORCHVISION: tr(
            "torchvision finds the people, and they are made searchable. The originals are not changed."
        ),
        Detector.HOG: tr("HOG finds the people, and they are made searchable. The originals are not changed."),
        Detector.NONE: tr("Each picture is one person, made searchable. The originals are not changed."),
        Detector.AUTO: "",
    }[choice.effective_detector]
