"""Labels in the catalog: what people say that crops show, by attribute, each labeller for themselves."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from engine.attributes.schema import Group
from engine.gallery.catalog.audit import Audit, who
from engine.gallery.catalog.values import at, now, text_to_value
from engine.gallery.records import CropId, Label, LabelCount, Said

Words = Mapping[str, Said]  # of one labeller on one crop, by attribute
WordChange = Mapping[str, Said | None]  # of one labeller on one crop, by attribute; None takes a word back
LabelChange = Mapping[CropId, WordChange]
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

    def change_labels(self, change: LabelChange, *, labeller: str | None = None) -> LabelChange:
        """Write words and take others back, in one transaction; return what stood there, which undoes it."""
        name = text_to_value(labeller or who())
        with self._change():
            said = self.said_by(list(change), labeller=labeller)
            for is_guess in (False, True):
                self._write_labels(_written(change, is_guess=is_guess), labeller, are_guesses=is_guess)
            rows = (
                (int(crop_id), text_to_value(attribute), name)
                for crop_id, words in change.items()
                for attribute, word in words.items()
                if word is None
            )
            self._database.write_many("DELETE FROM label WHERE crop_id = ? AND attribute = ? AND who = ?", rows)
        return {
            crop_id: {attribute: said.get(crop_id, {}).get(attribute) for attribute in words}
            for crop_id, words in change.items()
        }

    def said_by(self, crop_ids: Sequence[CropId], *, labeller: str | None = None) -> dict[CropId, dict[str, Said]]:
        """Return what a labeller, None for the user of this machine, has said of crops; who is silent is left out."""
        sql = """SELECT crop_id, attribute, value, is_guess FROM label
                 WHERE who = ? AND crop_id IN (SELECT value FROM json_each(?)) ORDER BY crop_id, attribute"""
        ids = json.dumps([int(crop_id) for crop_id in crop_ids])
        said: dict[CropId, dict[str, Said]] = defaultdict(dict)
        for crop_id, attribute, value, is_guess in self._database.rows(sql, [text_to_value(labeller or who()), ids]):
            said[CropId(crop_id)][attribute] = Said(None if value is None else bool(value), bool(is_guess))
        return dict(said)

    def answered_crops(self, groups: Sequence[Group], *, labeller: str | None = None) -> list[CropId]:
        """Return the crops, by id, of which a labeller has answered all these groups; guesses are no answers.

        A group is answered once each of its attributes has a word; an exclusive one also once something in it holds.
        """
        asked = [
            [attribute.id, place, len(group.attributes), group.exclusive]
            for place, group in enumerate(groups)
            for attribute in group.attributes
        ]
        sql = """WITH asked AS MATERIALIZED (
                     SELECT json_extract(value, '$[0]') AS attribute, json_extract(value, '$[1]') AS place,
                            json_extract(value, '$[2]') AS size, json_extract(value, '$[3]') AS exclusive
                     FROM json_each(?)),
                 answered AS (
                     SELECT label.crop_id, asked.place FROM label JOIN asked ON asked.attribute = label.attribute
                     WHERE label.who = ? AND NOT label.is_guess
                     GROUP BY label.crop_id, asked.place
                     HAVING COUNT(*) = MAX(asked.size) OR (MAX(asked.exclusive) AND MAX(label.value) = 1))
                 SELECT crop_id FROM answered GROUP BY crop_id HAVING COUNT(*) = ? ORDER BY crop_id"""
        rows = self._database.rows(sql, [json.dumps(asked), text_to_value(labeller or who()), len(groups)])
        return [CropId(crop_id) for (crop_id,) in rows]

    def label_counts(self) -> dict[str, LabelCount]:
        """Return how many labels of each attribute there are, of all labellers together; guesses do not count."""
        sql = """SELECT attribute, SUM(value IS 1), SUM(value IS 0), SUM(value IS NULL) FROM label
                 WHERE NOT is_guess GROUP BY attribute ORDER BY attribute"""
        return {attribute: LabelCount(*counts) for attribute, *counts in self._database.rows(sql)}

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


def _written(change: LabelChange, *, is_guess: bool) -> NewLabels:
    """Return the words of a change that are guesses, or those that are none."""
    return {
        crop_id: {
            attribute: word.value for attribute, word in words.items() if word is not None and word.is_guess is is_guess
        }
        for crop_id, words in change.items()
    }
