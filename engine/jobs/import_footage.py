"""Importing footage: paths to frames, people and embeddings in a case."""

import json
from dataclasses import asdict
from pathlib import Path

from engine.detection.choose import DetectorKind, choose_detector
from engine.detection.detector import PersonDetector
from engine.detection.none import WholeFrame
from engine.detection.weights import default_yolox_weights, fetch_yolox_weights, find_yolox_weights
from engine.errors import Cancelled, EngineError, FileError, WeightsError
from engine.gallery.gallery import Gallery
from engine.gallery.records import JobState
from engine.jobs.embed_gallery import Embedder, embed_gallery
from engine.jobs.footage import Reading
from engine.jobs.frame_times import FrameTimes
from engine.jobs.import_spec import ImportSpec, ImportSummary, Tally
from engine.jobs.people import MARGIN, PeopleCutter
from engine.jobs.scan import Scan, ScannedSource, scan
from engine.jobs.source_import import SourceImport, Workshop, open_footage
from engine.jobs.stage_clock import StageClock
from engine.progress import Noted, Progress

STAGES = ("decode", "detect", "crop", "store", "embed", "index")


def import_footage(spec: ImportSpec, progress: Progress, *, embedder: Embedder | None = None) -> ImportSummary:
    """Take footage into a case. Stopped half-way, it goes on from there next time.

    Args:
        spec: what to import into which case.
        progress: told of frames, notes and failures; between frames it may stop the job.
        embedder: the model that embeds the crops; None leaves that for later.

    Raises:
        FileError: if none of the named paths can be used, or the detector's weights cannot.
        ConfigError: if the zone or the detector is not known.
        CaseError: if the case cannot be opened for writing.
    """
    times = FrameTimes(start=spec.start, zone=spec.zone)
    with Gallery.open(spec.case) as gallery, gallery.writer():
        detector = WholeFrame() if spec.holds_crops else _chosen_detector(spec, progress)
        job = FootageImport(gallery, spec, detector=detector, times=times, embedder=embedder, progress=progress)
        return job.run()


def _chosen_detector(spec: ImportSpec, progress: Progress) -> PersonDetector:
    """Return the detector, fetching its weights where the user has agreed, and say which it is."""
    wants_yolox = spec.detector in (DetectorKind.AUTO, DetectorKind.YOLOX)
    if wants_yolox and spec.may_fetch_weights and find_yolox_weights(spec.detector_weights) is None:
        try:
            fetch_yolox_weights(default_yolox_weights(), progress)
        except WeightsError as error:
            if spec.detector is DetectorKind.YOLOX:
                raise
            progress.tell(Noted(text=str(error)))
    detector = choose_detector(spec.detector, spec.detector_weights)
    progress.tell(Noted(text=f"The detector {detector.name} looks for people."))
    return detector


class FootageImport:
    """One import on its way."""

    def __init__(
        self,
        gallery: Gallery,
        spec: ImportSpec,
        *,
        detector: PersonDetector,
        times: FrameTimes,
        embedder: Embedder | None,
        progress: Progress,
    ) -> None:
        self._gallery = gallery
        self._spec = spec
        self._detector = detector
        self._times = times
        clock = StageClock(STAGES)
        self._workshop = Workshop(
            gallery=gallery,
            cutter=PeopleCutter(detector, clock, margin=0.0 if spec.holds_crops else MARGIN),
            embedder=embedder,
            clock=clock,
            tally=Tally(),
            progress=progress,
        )
        self._unusable: list[FileError] = []

    def run(self) -> ImportSummary:
        """Take in all paths, and note in the case how it ended."""
        inputs = {name: str(value) for name, value in asdict(self._spec).items() if value is not None}
        job_id = self._gallery.start_job("import", json.dumps(inputs))
        try:
            self._take_all()
        except Cancelled:
            self._note_end(job_id, JobState.CANCELLED)
            raise
        except EngineError:
            self._note_end(job_id, JobState.FAILED)
            raise
        self._note_end(job_id, JobState.DONE)
        return self._summary()

    def _take_all(self) -> None:
        for path in self._spec.paths:
            try:
                self._take_path(path)
            except FileError as error:
                self._unusable.append(error)
        self._embed_rest()
        if len(self._unusable) == len(self._spec.paths):
            for another in self._unusable[1:]:
                self._workshop.tell_failure(another)
            raise self._unusable[0]

    def _take_path(self, path: Path) -> None:
        """Take in what lies under a named path.

        Raises:
            FileError: if nothing of it can be used.
        """
        found = scan(path, holds_crops=self._spec.holds_crops)
        self._note_left_out(path, found)
        tally = self._workshop.tally
        taken_before, failed_before = tally.frames + tally.skipped, len(tally.failures)
        for source in found.sources:
            self._take(source, is_named=path.is_file())
        failed = tally.failures[failed_before:]
        if failed and tally.frames + tally.skipped == taken_before:
            every_reason = f"none of its {len(failed)} files can be used; the case's failures say why of each."
            raise failed[0] if len(failed) == 1 else FileError(path, every_reason)

    def _take(self, source: ScannedSource, *, is_named: bool) -> None:
        """Take in one source; one that cannot be opened becomes a failure."""
        source_id = self._gallery.add_source(source.path, source.kind, self._spec.camera or source.default_camera)
        reading = Reading(
            known=self._gallery.imported_frames(source_id),
            times=self._times,
            every=self._spec.every,
            is_complete=any(known.is_complete for known in self._gallery.sources() if known.id == source_id),
        )
        taking = SourceImport(self._workshop, source, source_id, is_named=is_named)
        try:
            footage = open_footage(source, reading, self._workshop.progress)
        except FileError as error:
            taking.give_up(error.path, error.reason)
            return
        taking.take(footage)

    def _note_left_out(self, path: Path, found: Scan) -> None:
        if found.left_out:
            text = f"{path}: files left out, for they are neither pictures nor videos: {found.left_out}."
            self._workshop.progress.tell(Noted(text=text))
        if found.links:
            text = f"{path}: links not followed, for they may lead elsewhere: {found.links}."
            self._workshop.progress.tell(Noted(text=text))

    def _embed_rest(self) -> None:
        """Embed what is left, also from an earlier import that was broken off, and bring the index up to date."""
        shop = self._workshop
        if shop.embedder is not None:
            done = embed_gallery(self._gallery, shop.embedder, shop.progress, shop.clock)
            shop.tally.embedded += done.embedded

    def _note_end(self, job_id: int, state: JobState) -> None:
        facts = self._summary().to_dict()
        self._gallery.finish_job(job_id, state, json.dumps(facts))
        self._gallery.log("import", {"job": job_id, "paths": self._spec.paths, "state": state.value, "summary": facts})

    def _summary(self) -> ImportSummary:
        tally, embedder = self._workshop.tally, self._workshop.embedder
        return ImportSummary(
            frames=tally.frames,
            detections=tally.detections,
            crops=tally.crops,
            tracks=0,
            skipped=tally.skipped,
            duplicates=tally.duplicates,
            failures=len(tally.failures),
            embedded=tally.embedded,
            detector=self._detector.name,
            device="cpu" if embedder is None else str(embedder.device),
            seconds=self._workshop.clock.seconds(),
            unusable=tuple(str(error) for error in self._unusable),
        )
