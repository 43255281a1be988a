"""What is noted about the case: its name, failures and jobs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from engine.gallery.catalog.audit import Audit
from engine.gallery.catalog.database import Database
from engine.gallery.catalog.values import at, now, path_from_value, path_to_value, text_to_value
from engine.gallery.records import CaseCounts, CaseInfo, FailureRecord, JobRecord, JobState, SourceId

DESCRIBED = "case described"  # the action under which a change of name, reference or purpose stands in the log


class Casebook(Audit):
    """What is noted about the case."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._counted: tuple[int, CaseCounts] | None = None  # revision and counts

    def info(self) -> CaseInfo:
        """Return what the case is about."""
        facts: dict[str, str] = dict(self._database.rows("SELECT key, value FROM case_info"))
        return CaseInfo(
            name=facts["name"],
            reference=facts["reference"],
            purpose=facts["purpose"],
            created=datetime.fromisoformat(facts["created"]),
            bolo_version=facts["bolo_version"],
        )

    def describe(self, *, name: str, reference: str, purpose: str) -> CaseInfo:
        """Change what the case is about, in one transaction with its line in the log."""
        was = self.info()
        info = replace(was, name=name, reference=reference, purpose=purpose)
        if info != was:
            with self._change():
                self._insert_info(info)
                self._append_to_log(DESCRIBED, {"was": _described(was), "now": _described(info)})
        return info

    def counts(self) -> CaseCounts:
        """Return how much the case holds; counted again only when the catalog has changed."""
        revision = self.revision()
        if self._counted is None or self._counted[0] != revision:
            self._counted = revision, self._count()
            self._database.forget_pages()
        return self._counted[1]

    def record_failure(self, path: Path, reason: str, source_id: SourceId | None = None) -> None:
        """Note that an input could not be used; one note a path and source, the last reason stands."""
        with self._change():
            self._database.write(
                """INSERT INTO failure (path, source_id, reason, at) VALUES (?, ?, ?, ?)
                   ON CONFLICT (path, IFNULL(source_id, 0)) DO UPDATE SET reason = excluded.reason, at = excluded.at""",
                [path_to_value(path), source_id, text_to_value(reason), now()],
            )

    def failures(self) -> list[FailureRecord]:
        """Return the inputs that could not be used, in the order they were met."""
        rows = self._database.rows("SELECT path, reason, source_id, at FROM failure ORDER BY id")
        return [
            FailureRecord(
                path=path_from_value(path),
                reason=reason,
                source_id=None if source_id is None else SourceId(source_id),
                at=at(seconds),
            )
            for path, reason, source_id, seconds in rows
        ]

    def clear_failure(self, path: Path, source_id: SourceId | None = None) -> None:
        """Forget a failure, for the input could be used after all."""
        with self._change():
            self._database.write(
                "DELETE FROM failure WHERE path = ? AND source_id IS ?", [path_to_value(path), source_id]
            )

    def start_job(self, kind: str, inputs_json: str = "{}") -> int:
        """Note that a job starts; return its number."""
        with self._change():
            return self._database.write(
                "INSERT INTO job (kind, inputs, started_at, state) VALUES (?, ?, ?, ?)",
                [kind, inputs_json, now(), JobState.RUNNING.value],
            )

    def finish_job(self, job_id: int, state: JobState, summary_json: str = "{}") -> None:
        """Note how a job ended."""
        with self._change():
            self._database.write(
                "UPDATE job SET finished_at = ?, state = ?, summary = ? WHERE id = ?",
                [now(), state.value, summary_json, job_id],
            )

    def jobs(self) -> Iterator[JobRecord]:
        """Yield the jobs, the latest first."""
        sql = "SELECT id, kind, inputs, state, started_at, finished_at, summary FROM job ORDER BY id DESC"
        for id_, kind, inputs, state, started, finished, summary in self._database.rows(sql):
            yield JobRecord(
                id=id_,
                kind=kind,
                inputs=inputs,
                state=JobState(state),
                started_at=at(started),
                finished_at=None if finished is None else at(finished),
                summary=summary,
            )

    def _count(self) -> CaseCounts:
        sql = """SELECT (SELECT COUNT(*) FROM source), (SELECT COUNT(*) FROM frame),
                        (SELECT COUNT(*) FROM frame
                         WHERE NOT EXISTS (SELECT 1 FROM crop WHERE crop.frame_id = frame.id)),
                        (SELECT COUNT(*) FROM crop), (SELECT COUNT(*) FROM track WHERE NOT is_alike),
                        (SELECT COUNT(*) FROM failure)"""
        with self._database.snapshot():
            ((sources, frames, empty, crops, tracks, failures),) = self._database.rows(sql)
            embedded: dict[str, int] = dict(
                self._database.rows("SELECT model_id, COUNT(*) FROM embedding GROUP BY model_id")
            )
        return CaseCounts(
            sources=sources,
            frames=frames,
            frames_without_people=empty,
            crops=crops,
            tracks=tracks,
            failures=failures,
            embedded=embedded,
        )

    def _write_info(self, info: CaseInfo) -> None:
        with self._change():
            self._insert_info(info)

    def _insert_info(self, info: CaseInfo) -> None:
        facts: Mapping[str, str] = {
            "name": info.name,
            "reference": info.reference,
            "purpose": info.purpose,
            "created": info.created.isoformat(),
            "bolo_version": info.bolo_version,
        }
        self._database.write_many("INSERT OR REPLACE INTO case_info VALUES (?, ?)", facts.items())


def _described(info: CaseInfo) -> dict[str, str]:
    return {"name": info.name, "reference": info.reference, "purpose": info.purpose}
