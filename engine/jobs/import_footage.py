"""Importing footage: paths to frames, people and embeddings in a case."""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from engine.detection.choose import DetectorKind, choose_detectors
from engine.detection.detector import PersonDetector
from engine.detection.none import WholeFrame
from engine.detection.settings import LeftOut, settings_for
from engine.detection.sifted import SiftedDetector
from engine.detection.weights import default_yolox_weights, fetch_yolox_weights, find_yolox_weights
from engine.errors import BrokenOffError, Cancelled, ConfigError, EngineError, FileError, Paused, WeightsError
from engine.gallery.camera_clock import CameraClock
from engine.gallery.gallery import Gallery
from engine.gallery.records import JobState, SourceId
from engine.imaging.file_state import file_state
from engine.jobs.embed_gallery import Embedder, EmbeddingAhead, embed_gallery
from engine.jobs.footage import GONE, Reading
from engine.jobs.frame_times import FrameTimes
from engine.jobs.import_meter import ImportMeter
from engine.jobs.import_plan import PlannedPath, PlannedSource, plan_import
from engine.jobs.import_spec import ImportSpec, ImportSummary, Tally
from engine.jobs.link_tracks import link_tracks
from engine.jobs.look_for_new import look_for_new
from engine.jobs.naming import Naming, naming_of
from engine.jobs.people import MARGIN, PeopleCutter
from engine.jobs.scan import Scan, ScannedPath, scan_paths
from engine.jobs.source_import import SourceImport, Workshop, open_footage
from engine.jobs.source_settings import (
    least_score,
    refuse_impossible_scores,
    refuse_unknown_cameras,
    settings_of_source,
)
from engine.jobs.stage_clock import StageClock
from engine.jobs.workers import Workers
from engine.progress import Noted, Progress
from engine.search.saved_searches import SearchAlert

STAGE = "Importing"
STAGES = ("decode", "detect", "crop", "store", "track", "embed", "index")


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
    CameraClock().changed(spec.zone, spec.ahead_s)  # what cannot be is said before the detector is loaded
    naming = naming_of(spec)
    with Gallery.open(spec.case) as gallery, gallery.writer(), Workers() as workers:
        scanned = scan_paths(spec.paths, holds_crops=spec.holds_crops)
        refuse_unknown_cameras(gallery, spec, naming, scanned)
        least = least_score(gallery, spec.detection)
        detectors = [WholeFrame()] if spec.holds_crops else _chosen_detectors(spec, least, workers.count, progress)
        refuse_impossible_scores((wish.min_score for wish in spec.detection), detectors[0].scores)
        tools = Tools(detectors=detectors, naming=naming, embedder=embedder, workers=workers)
        return FootageImport(gallery, spec, tools, progress).run(scanned)


def _chosen_detectors(spec: ImportSpec, least: float | None, count: int, progress: Progress) -> list[PersonDetector]:
    """Return the detector, one for each worker, fetching its weights where the user has agreed; say which it is."""
    wants_yolox = spec.detector in (DetectorKind.AUTO, DetectorKind.YOLOX)
    if wants_yolox and spec.may_fetch_weights and find_yolox_weights(spec.detector_weights) is None:
        try:
            fetch_yolox_weights(default_yolox_weights(), progress)
        except WeightsError as error:
            if spec.detector is DetectorKind.YOLOX:
                raise
            progress.tell(Noted(text=str(error)))
    detectors = choose_detectors(spec.detector, spec.detector_weights, least, count=count)
    progress.tell(Noted(text=f"The detector {detectors[0].name} looks for people."))
    return detectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What an import works with.

    Attributes:
        detectors: alike, one for each worker; a single one is enough where it takes no time.
        naming: how file names are read.
        embedder: embeds the crops; None leaves that for later.
        workers: detect and embed.
    """

    detectors: Sequence[PersonDetector]
    naming: Naming
    embedder: Embedder | None
    workers: Workers


class FootageImport:
    """One import on its way."""

    def __init__(self, gallery: Gallery, spec: ImportSpec, tools: Tools, progress: Progress) -> None:
        self._gallery = gallery
        self._spec = spec
        self._tools = tools
        self._naming = tools.naming
        clock = StageClock(STAGES)
        embedder, workers = tools.embedder, tools.workers
        self._workshop = Workshop(
            gallery=gallery,
            cutter=self._cutter(tools.detectors, clock),
            workers=workers,
            embedding=None if embedder is None else EmbeddingAhead(gallery, embedder, workers, clock),
            clock=clock,
            tally=Tally(),
            progress=progress,
            arrived=spec.arrived,
        )
        self._meter = ImportMeter(progress, planned=0)
        self._unusable: list[FileError] = []
        self._alerts: tuple[SearchAlert, ...] = ()

    def _cutter(self, detectors: Sequence[PersonDetector], clock: StageClock) -> PeopleCutter:
        return PeopleCutter(detectors, clock, margin=0.0 if self._spec.holds_crops else MARGIN)

    def run(self, scanned: Sequence[ScannedPath]) -> ImportSummary:
        """Take in all that was found under the paths, and note in the case how it ended."""
        asked = replace(self._spec, arrived=None)  # they may be very many, and the case has them in the end
        inputs = {name: str(value) for name, value in asdict(asked).items() if value is not None}
        job_id = self._gallery.start_job("import", json.dumps(inputs))
        try:
            self._take_all(scanned)
            self._alerts = look_for_new(self._gallery, self._workshop.progress)
        except Cancelled as stop:
            self._note_end(job_id, JobState.PAUSED if isinstance(stop, Paused) else JobState.CANCELLED)
            raise
        except EngineError:
            self._note_end(job_id, JobState.FAILED)
            raise
        self._note_end(job_id, JobState.DONE)
        return self._summary()

    def _take_all(self, scanned: Sequence[ScannedPath]) -> None:
        plan = plan_import(self._gallery, self._spec, self._naming, scanned, self._workshop.progress)
        planned = sum(source.new_frames for path in plan for source in path.sources)
        self._meter = ImportMeter(self._workshop.progress, planned)
        with self._keeping_what_is_begun():
            for path in plan:
                try:
                    self._take_path(path)
                except FileError as error:
                    self._unusable.append(error)
        self._embed_rest()
        if len(self._unusable) == len(self._spec.paths):
            for another in self._unusable[1:]:
                self._workshop.tell_failure(another)
            raise self._unusable[0]

    def _keeping_what_is_begun(self) -> AbstractContextManager[None]:
        embedding = self._workshop.embedding
        return nullcontext() if embedding is None else embedding.keeping_what_is_begun()

    def _take_path(self, planned: PlannedPath) -> None:
        """Take in what lies under a named path.

        Raises:
            FileError: if nothing of it can be used.
        """
        path, found = planned.path, planned.found
        if isinstance(found, FileError):
            raise found
        self._note_left_out(path, found)
        self._note_unreadable(found)
        tally = self._workshop.tally
        taken_before, failed_before = tally.frames + tally.skipped, len(tally.failures)
        self._note_unread(path, found)
        for source in planned.sources:
            self._take(source, path, found)
        failed = tally.failures[failed_before:]
        if failed and tally.frames + tally.skipped == taken_before:
            every_reason = f"none of its {len(failed)} files can be used; the case's failures say why of each."
            raise failed[0] if len(failed) == 1 else FileError(path, every_reason)

    def _take(self, planned: PlannedSource, path: Path, found: Scan) -> None:
        """Take in one source; one that cannot be opened, or read on, becomes a failure.

        Raises:
            BrokenOffError: if the named path has gone, and so all sources under it.
        """
        source = planned.source
        clock = self._clock_of(planned.camera)
        source_id = self._gallery.add_source(source.path, source.kind, planned.camera)
        reading = Reading(
            known=self._gallery.imported_frames(source_id),
            times=FrameTimes(clock=clock, start=self._spec.start, naming=self._naming),
            sampling=self._spec.sampling,
            arrived=self._spec.arrived,
            is_complete=any(known.is_complete for known in self._gallery.sources() if known.id == source_id),
        )
        shop = self._workshop_for(source_id, {planned.named, planned.camera})
        taking = SourceImport(shop, source, source_id, is_named=found.is_of_file)
        try:
            _refuse_gone(path, found)
            footage = open_footage(source, reading, self._workshop.progress)
            name, known = source.path.name, footage.known
            self._meter.begin(f"{STAGE} {name}", footage.total, known=known, planned=planned.new_frames)
            taking.take(footage, self._meter)
        except FileError as error:
            _refuse_gone(path, found)
            taking.give_up(error.path, error.reason)
        else:
            self._link()

    def _workshop_for(self, source_id: SourceId, camera_names: set[str]) -> Workshop:
        """Return the workshop, set to take of a source the people whom its settings allow.

        Raises:
            ConfigError: if the source was begun by other settings, or with a score that another detector has.
        """
        said = settings_for(camera_names, self._spec.detection)
        settings = settings_of_source(self._gallery, source_id, said)
        detectors, left_out = self._tools.detectors, self._workshop.tally.left_out
        refuse_impossible_scores([settings.min_score], detectors[0].scores)
        sifted = [SiftedDetector(detector, settings, left_out) for detector in detectors]
        return replace(self._workshop, cutter=self._cutter(sifted, self._workshop.clock))

    def _clock_of(self, camera: str) -> CameraClock:
        """Return the camera's clock, and keep what the user says of that of a camera that has no frames yet.

        Raises:
            ConfigError: if the case has frames of this camera by another clock.
        """
        said, known = self._spec, self._gallery.camera_clock(camera)
        clock = known.changed(said.zone, said.ahead_s)
        if clock == known:
            return known
        if self._gallery.has_frames_of(camera):
            remedy = f"change it for all its frames with “bolo case camera {said.case} "
            problem = f"is not how the case has the clock of camera {camera}; {remedy}{camera}”, and leave it out here"
            name, value = ("zone", said.zone) if clock.zone != known.zone else ("clock offset", said.ahead_s)
            raise ConfigError(name, value, problem)
        self._gallery.note_camera_clock(camera, clock)
        return clock

    def _link(self) -> None:
        """Link the people of this source, and of one whose import was broken off before, into tracks."""
        with self._workshop.clock.measure("track"):
            self._workshop.tally.tracks += link_tracks(self._gallery, self._workshop.progress)

    def _note_unread(self, path: Path, found: Scan) -> None:
        """Count and name the files whose names do not fit the pattern.

        Raises:
            FileError: if none of them fits: then the pattern is meant for others.
        """
        arrived = self._spec.arrived
        files = [file for source in found.sources for file in source.files if arrived is None or file in arrived]
        unread = self._naming.unread(files)
        if not unread.problems:
            return
        if len(unread.problems) == len(files):
            reason = f"no file name can be read by the pattern: {unread.in_words()}; look at it with --preview."
            raise FileError(path, reason)
        self._workshop.tally.names_unread += len(unread.problems)
        text = f"{path}: names that cannot be read: {unread.in_words()}. These files are taken in without it."
        self._workshop.progress.tell(Noted(text=text))

    def _note_unreadable(self, found: Scan) -> None:
        """Name the folders that cannot be read, and forget those that now can."""
        noted = {row.path: row.reason for row in self._gallery.failures() if row.source_id is None}
        for error in found.unreadable:
            self._workshop.tally.failures.append(error)
            if self._spec.arrived is None or noted.get(error.path) != error.reason:  # said again and again otherwise
                self._workshop.tell_failure(error)
            self._gallery.record_failure(error.path, error.reason)
        still = {error.path for error in found.unreadable}
        for path in noted.keys() - still:
            if path.is_relative_to(found.path):
                self._gallery.clear_failure(path)

    def _note_left_out(self, path: Path, found: Scan) -> None:
        if self._spec.arrived is not None:  # said again and again otherwise
            return
        if found.left_out:
            text = f"{path}: files left out, for they are neither pictures nor videos: {found.left_out}."
            self._workshop.progress.tell(Noted(text=text))
        if found.links:
            text = f"{path}: links not followed, for they may lead elsewhere: {found.links}."
            self._workshop.progress.tell(Noted(text=text))

    def _embed_rest(self) -> None:
        """Embed what is left, also from an earlier import that was broken off, and bring the index up to date."""
        shop, embedder = self._workshop, self._tools.embedder
        if embedder is not None and shop.embedding is not None:
            shop.tally.embedded += shop.embedding.finish()
            shop.tally.embedded += embed_gallery(self._gallery, embedder, shop.progress, shop.clock).embedded

    def _note_end(self, job_id: int, state: JobState) -> None:
        facts = self._summary().to_dict()
        self._gallery.finish_job(job_id, state, json.dumps(facts))
        self._gallery.log("import", {"job": job_id, "paths": self._spec.paths, "state": state.value, "summary": facts})

    def _summary(self) -> ImportSummary:
        tally, embedder = self._workshop.tally, self._tools.embedder
        return ImportSummary(
            frames=tally.frames,
            detections=tally.detections,
            crops=tally.crops,
            tracks=tally.tracks,
            skipped=tally.skipped,
            passed_over=tally.passed_over,
            duplicates=tally.duplicates,
            failures=len(tally.failures),
            names_unread=tally.names_unread,
            too_low=tally.left_out.of(LeftOut.TOO_LOW),
            ignored=tally.left_out.of(LeftOut.IGNORED),
            embedded=tally.embedded,
            detector=self._tools.detectors[0].name,
            device="cpu" if embedder is None else str(embedder.device),
            seconds=self._workshop.clock.seconds(),
            unusable=tuple(str(error) for error in self._unusable),
            alerts=self._alerts,
        )


def _refuse_gone(path: Path, found: Scan) -> None:
    """Raise BrokenOffError if a named path is not there any more."""
    if not file_state(found.path).is_there(found.state):
        raise BrokenOffError(path, GONE)
