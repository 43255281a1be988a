"""Which model a case is searched with, and what other models have left in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from engine.errors import CaseError
from engine.gallery.catalog.audit import Audit
from engine.gallery.catalog.database import Database

ACTIVATED = "model activated"  # in the log, whose last such line is what makes a model the case's
REMOVED = "embeddings removed"
REMOVED_AT_ONCE = 4_096  # embeddings a transaction, so that others who write are not kept waiting


@dataclass(frozen=True, slots=True)
class ModelSwitch:
    """A line of the log that made a model the case's."""

    number: int
    name: str
    model_id: str
    was_id: str | None  # the model before, where there had been a switch


class CaseModels(Audit):
    """The case's model: the one that was activated last."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._switch: ModelSwitch | None = None
        self._read_until = 0  # line of the log

    def last_switch(self) -> ModelSwitch | None:
        """Return the last switch to a model, None where there was none; reads what was logged since it was asked."""
        newest = int(self._database.value("SELECT IFNULL(MAX(id), 0) FROM audit"))
        if newest > self._read_until:
            sql = "SELECT id, facts FROM audit WHERE action = ? AND id > ? AND id <= ? ORDER BY id DESC LIMIT 1"
            for number, facts in self._database.rows(sql, [ACTIVATED, self._read_until, newest]):
                self._switch = _read_switch(number, facts)
            self._read_until = newest
        return self._switch

    def switch_model(self, name: str, model_id: str, facts: Mapping[str, object]) -> None:
        """Let a model answer from now on: one line of the log, which stands or does not.

        Args:
            name: of the model, for people.
            model_id: of its embeddings.
            facts: what else the line is to tell.

        Raises:
            CaseError: if it has not embedded every crop of the case.
        """
        with self._change():
            missing = self._lacking(model_id)
            if missing:
                reason = f"the model {name} has not seen {missing} of its people yet; prepare it for the case first."
                raise CaseError(self._database.case_folder, reason)
            self._append_to_log(ACTIVATED, {"name": name, "model_id": model_id, **facts})

    def embedding_bytes(self, model_id: str) -> int:
        """Return how much room the numbers take that a model has said of the crops; reads all their keys."""
        sql = """SELECT COUNT(*) * (SELECT LENGTH(vector) + LENGTH(logits) FROM embedding
                 JOIN attribute_score ON embedding_id = embedding.id WHERE model_id = ? LIMIT 1)
                 FROM embedding WHERE model_id = ?"""
        return int(self._database.value(sql, [model_id, model_id]) or 0)

    def remove_embeddings(self, model_id: str, name: str) -> int:
        """Remove a part of what a model says of the crops, after the log tells of it; return how many crops' it was.

        Call it until it returns 0. Where that is broken off the case is whole, and the rest goes the next time.
        """
        with self._search_change():
            sql = "SELECT id FROM embedding WHERE model_id = ? LIMIT ?"
            ids = [row[0] for row in self._database.rows(sql, [model_id, REMOVED_AT_ONCE])]
            if ids:
                self._append_to_log(REMOVED, {"name": name, "model_id": model_id, "crops": len(ids)})
                self._database.write_many("DELETE FROM embedding WHERE id = ?", ((id_,) for id_ in ids))
        return len(ids)

    def _lacking(self, model_id: str) -> int:
        sql = """SELECT COUNT(*) FROM crop WHERE NOT EXISTS
                 (SELECT 1 FROM embedding WHERE model_id = ? AND crop_id = crop.id)"""
        return int(self._database.value(sql, [model_id]))


def _read_switch(number: int, facts: str) -> ModelSwitch | None:
    """Return what a line says; None where somebody else wrote it, and the case is as if it had never been switched."""
    try:
        told = json.loads(facts)
        was = told.get("was", {}).get("model_id")
        return ModelSwitch(number, str(told["name"]), str(told["model_id"]), None if was is None else str(was))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
