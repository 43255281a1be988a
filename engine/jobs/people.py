"""From a decoded frame to what the catalog keeps of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue

from engine.detection.detector import Detection, PersonDetector
from engine.gallery.records import NewCrop, NewFrame, Quality
from engine.imaging.crops import cut_crop
from engine.imaging.jpeg import encode_jpeg
from engine.imaging.perceptual_hash import perceptual_hash
from engine.imaging.quality import measure_quality
from engine.jobs.footage import OpenedFrame
from engine.jobs.stage_clock import StageClock

MARGIN = 0.05  # on every side, as a share of the box
JPEG_QUALITY = 92


class PeopleCutter:
    """Detects the people in frames and cuts them out, in as many threads at a time as there are detectors.

    Args:
        detectors: alike; each works on one frame at a time.
        clock: counts the stages "detect" and "crop".
        margin: around each person, as a share of the box.
    """

    def __init__(self, detectors: Sequence[PersonDetector], clock: StageClock, margin: float = MARGIN) -> None:
        self._idle: SimpleQueue[PersonDetector] = SimpleQueue()
        for detector in detectors:
            self._idle.put(detector)
        self._clock = clock
        self._margin = margin

    def cut(self, frame: OpenedFrame) -> NewFrame:
        """Return the frame with the crops of the people in it."""
        height, width = frame.pixels.shape[:2]
        with self._one_detector() as detector, self._clock.measure("detect"):
            detections = detector.detect(frame.pixels)
        with self._clock.measure("crop"):
            crops = tuple(self._crop(frame, detection) for detection in detections)
        return NewFrame(
            path=frame.path,
            number=frame.number,
            sha256=frame.sha256,
            width_px=width,
            height_px=height,
            time_raw=None if frame.recorded is None else frame.recorded.written,
            raw_seconds=0.0 if frame.recorded is None else frame.recorded.seconds,
            time=frame.time,
            crops=crops,
        )

    @contextmanager
    def _one_detector(self) -> Iterator[PersonDetector]:
        detector = self._idle.get()
        try:
            yield detector
        finally:
            self._idle.put(detector)

    def _crop(self, frame: OpenedFrame, detection: Detection) -> NewCrop:
        height, width = frame.pixels.shape[:2]
        pixels = cut_crop(frame.pixels, detection.box, self._margin)
        measured = measure_quality(pixels, detection.box, (width, height))
        return NewCrop(
            box=detection.box,
            score=detection.score,
            quality=Quality(height_px=measured.height_px, sharpness=measured.sharpness, truncated=measured.truncated),
            jpeg=encode_jpeg(pixels, JPEG_QUALITY),
            picture_hash=perceptual_hash(pixels).tobytes(),
        )
