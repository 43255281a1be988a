"""Labels in the catalog: what people say that crops show, by attribute, each labeller for themselves."""

import json
from collections.abc import Iterator, Mapping, Sequence

from engine.gallery.catalog.audit import Audit, who
from engine.gallery.catalog.values import at, now, text_to_value
from engine.gallery.records import CropId, Label

NewLabels = Mapping[CropId, Mapping[str, bool | None]]  # by crop and attribute id; None where it cannot be told
SCHEMA_KEY = "label_schema"  # in case_info


class Labels(Audit):
    """What crops show, in the words of those who looked."""

    def save_labels(self, labels: NewLabels, *, labeller: str | None = None, are_guesses: bool = False) -> None:
        """Write labels, in one transaction; where the labeller said something of a crop and attribute, it is replaced.

        Args:
            labels: by crop and attribute: True holds, False does not, None cannot be told.
            labeller: who says so; None for the user of this machine.
            are_guesses: whether they are a model's guesses that nobody has looked at singly.
        """
        with self._change():
            self._write_labels(labels, labeller, are_guesses=are_guesses)

    def take_in_labels(
        self, labels: Mapping[tuple[str | None, bool], NewLabels], action: str, facts: Mapping[str, object]
    ) -> None:
        """Write the labels of several labellers, in one transaction with a line in the log.

        Args:
            labels: by labeller, None for the user of this machine, and whether they are guesses.
            action: of the line.
            facts: of the line.
        """
        with self._change():
            for (labeller, are_guesses), of_labeller in labels.items():
                self._write_labels(of_labeller, labeller, are_guesses=are_guesses)
            self._append_to_log(action, facts)

    def _write_labels(self, labels: NewLabels, labeller: str | None, *, are_guesses: bool) -> None:
        name, when = text_to_value(labeller or who()), now()
        rows = (
            (int(crop_id), text_to_value(attribute), None if value is None else int(value), name, when, are_guesses)
            for crop_id, of_crop in labels.items()
            for attribute, value in of_crop.items()
        )
        self._database.write_many(
            """INSERT INTO label (crop_id, attribute, value, who, at, is_guess) VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (crop_id, attribute, who)
               DO UPDATE SET value = excluded.value, at = excluded.at, is_guess = excluded.is_guess""",
            rows,
        )

    def withdraw_labels(self, crops: Mapping[CropId, Sequence[str]], *, labeller: str | None = None) -> None:
        """Take a labeller's labels back: of each crop those of these attributes."""
        name = text_to_value(labeller or who())
        rows = ((int(crop_id), attribute, name) for crop_id, of_crop in crops.items() for attribute in of_crop)
        with self._change():
            self._database.write_many("DELETE FROM label WHERE crop_id = ? AND attribute = ? AND who = ?", rows)

    def labels(self, crop_ids: Sequence[CropId] | None = None) -> Iterator[Label]:
        """Yield what was said, by crop, labeller and then attribute; of these crops, or of all."""
        of_them = "" if crop_ids is None else "WHERE crop_id IN (SELECT value FROM json_each(?))"
        sql = f"""SELECT crop_id, attribute, value, who, at, is_guess FROM label {of_them}
                  ORDER BY crop_id, who, attribute"""
        given = [] if crop_ids is None else [json.dumps([int(crop_id) for crop_id in crop_ids])]
        for part in self._database.stream(sql, given):
            for crop_id, attribute, value, name, seconds, is_guess in part:
                yield Label(
                    crop_id=CropId(crop_id),
                    attribute=attribute,
                    value=None if value is None else bool(value),
                    who=name,
                    at=at(seconds),
                    is_guess=bool(is_guess),
                )

    def label_schema_text(self) -> str | None:
        """Return what the case keeps of its own attributes, as JSON; None where it has none."""
        rows = self._database.rows("SELECT value FROM case_info WHERE key = ?", [SCHEMA_KEY])
        return str(rows[0][0]) if rows else None

    def keep_label_schema(self, text: str, facts: Mapping[str, object]) -> None:
        """Keep the case's own attributes, in one transaction with a line in the log that says what changed."""
        with self._change():
            self._database.write("INSERT OR REPLACE INTO case_info (key, value) VALUES (?, ?)", [SCHEMA_KEY, text])
            self._append_to_log("attributes changed", facts)
