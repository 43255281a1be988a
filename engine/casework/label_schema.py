"""The attributes that a case's crops are labelled with: a model's, and those that the case adds.

What was labelled keeps its meaning: an id never changes and is never used again, only its label can be renamed; what is
retired is no longer asked for, and the labels that were given stay. What the case adds stands behind what it began
with, so that a model that knows the first part can be extended by the rest.
"""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from engine.attributes.schema import Attribute, AttributeId, Combine, Group, GroupId, GroupKind, Schema
from engine.attributes.schema_file import schema_from_dict, schema_to_dict, shipped_schema
from engine.datasets.refused_traits import names_refused_trait
from engine.errors import ModelError, SchemaError
from engine.gallery.gallery import Gallery
from engine.registry.store import ModelStore
from engine.search.active_model import active_model

WITHOUT_MODEL = "peta"  # its attributes are asked for where the case has neither a model nor attributes of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSchema:
    """What is asked of a crop.

    Attributes:
        schema: all attributes, the retired ones too.
        retired: ids of attributes that are no longer asked for.
    """

    schema: Schema
    retired: frozenset[str] = frozenset()

    @property
    def asked(self) -> Schema:
        """The schema without what is retired.

        Raises:
            SchemaError: if nothing is left.
        """
        return replace(self.schema, groups=tuple(filter(None, map(self._asked_group, self.schema.groups))))

    def _asked_group(self, group: Group) -> Group | None:
        left = tuple(attribute for attribute in group.attributes if attribute.id not in self.retired)
        return replace(group, attributes=left) if left else None

    def with_group(self, group: Group) -> "LabelSchema":
        """Return the same with a group more, behind the others.

        Raises:
            SchemaError: if an id is taken, by a retired attribute too, or a name is of a trait that Bolo refuses.
        """
        for name in (group.id, group.title, *(text for item in group.attributes for text in (item.id, item.label))):
            if names_refused_trait(name):
                raise SchemaError(f"“{name}” names a trait that Bolo keeps no attribute for; choose another attribute.")
        return replace(self, schema=replace(self.schema, groups=(*self.schema.groups, group)))

    def new_group(self, title: str, labels: Sequence[str], *, exclusive: bool) -> Group:
        """Return a group of a user's words, with ids that nothing in the schema has: "vestReflective".

        Raises:
            SchemaError: if the title or all labels are empty, or a label is there twice.
        """
        title, labels = title.strip(), [label.strip() for label in labels if label.strip()]
        if not title or not labels:
            raise SchemaError("A group needs a title and at least one value; name both.")
        twice = next((label for label in labels if labels.count(label) > 1), None)
        if twice is not None:
            raise SchemaError(f"“{twice}” stands twice in the group; name each value once.")
        taken = {*self.schema.attribute_ids, *(group.id for group in self.schema.groups)}
        stem = _id_of(title)
        attributes = []
        for label in labels:
            id_ = _free(stem if label == title else _id_of(f"{title} {label}"), taken)
            taken.add(id_)
            made = Attribute(id=AttributeId(id_), label=label, short=label, swatch=None, none=False, sources={})
            attributes.append(made)
        return Group(
            id=GroupId(_free(f"{stem}Group", taken)),
            title=title,
            kind=GroupKind.ACCESSORIES,
            exclusive=exclusive,
            combine=Combine.EITHER if exclusive else Combine.BOTH,
            attributes=tuple(attributes),
        )

    def renamed(self, attribute_id: str, label: str) -> "LabelSchema":
        """Return the same with another label for an attribute; its id stays.

        Raises:
            UnknownAttributeError: if there is no such attribute.
            SchemaError: if the label is empty, or names a trait that Bolo refuses.
        """
        if not label.strip() or names_refused_trait(label):
            raise SchemaError(f"“{label}” cannot be an attribute's label; choose another.")
        self.schema.index(attribute_id)

        def named(attribute: Attribute) -> Attribute:
            return replace(attribute, label=label, short=label) if attribute.id == attribute_id else attribute

        groups = (replace(group, attributes=tuple(map(named, group.attributes))) for group in self.schema.groups)
        return replace(self, schema=replace(self.schema, groups=tuple(groups)))

    def with_retired(self, attribute_id: str, *, is_retired: bool = True) -> "LabelSchema":
        """Return the same with an attribute no longer, or again, asked for.

        Raises:
            UnknownAttributeError: if there is no such attribute.
            SchemaError: if it is the last one.
        """
        self.schema.index(attribute_id)
        retired = self.retired | {attribute_id} if is_retired else self.retired - {attribute_id}
        if len(retired) == self.schema.size:
            raise SchemaError(f"{attribute_id} is the last attribute that is asked for; add another before.")
        return replace(self, retired=retired)


def read_case_schema(gallery: Gallery, store: ModelStore) -> LabelSchema:
    """Return what the case keeps, else the schema of its model, else, where that is not on this machine, a shipped one.

    Raises:
        SchemaError: if what the case keeps is damaged.
    """
    return read_label_schema(gallery, models_schema(gallery, store) or shipped_schema(WITHOUT_MODEL))


def models_schema(gallery: Gallery, store: ModelStore) -> Schema | None:
    """Return the schema of the model that a case is searched with; None where that is not on this machine."""
    try:
        return active_model(gallery, store).card.schema
    except ModelError:
        return None


def read_label_schema(gallery: Gallery, of_model: Schema) -> LabelSchema:
    """Return what the case keeps, or where it has added nothing the model's schema.

    Raises:
        SchemaError: if what the case keeps is damaged.
    """
    text = gallery.label_schema_text()
    if text is None:
        return LabelSchema(schema=of_model)
    try:
        fields = json.loads(text)
        return LabelSchema(schema=schema_from_dict(fields["schema"]), retired=frozenset(map(str, fields["retired"])))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SchemaError(f"The attributes kept in {gallery.folder} are damaged ({error}); restore a copy.") from error


def keep_label_schema(gallery: Gallery, kept: LabelSchema, what: str) -> None:
    """Keep the case's attributes; `what` says in the log what changed."""
    text = json.dumps({"schema": schema_to_dict(kept.schema), "retired": sorted(kept.retired)})
    gallery.keep_label_schema(text, {"what": what})


def _id_of(words: str) -> str:
    """Return words as an id, "reflectiveVest": letters and digits of ASCII, as far as the words have some."""
    plain = unicodedata.normalize("NFKD", words.replace("ß", "ss")).encode("ascii", "ignore").decode()
    parts = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    first, *others = parts or ["attribute"]
    return first[:1].lower() + first[1:] + "".join(part[:1].upper() + part[1:] for part in others)


def _free(stem: str, taken: set[str]) -> str:
    """Return an id that is not taken: the stem, or the stem with a number."""
    return stem if stem not in taken else next(name for n in count(2) if (name := f"{stem}{n}") not in taken)
