"""Reading a schema from TOML, and writing one into a model's card."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine import paths
from engine.attributes.schema import Attribute, AttributeId, Combine, Group, GroupId, GroupKind, Schema
from engine.errors import MissingPathError, SchemaError

SHIPPED = ("peta", "market1501", "pa100k")


def shipped_schema(name: str) -> Schema:
    """Return one of the schemas that come with Bolo: peta, market1501 or pa100k."""
    return read_schema(paths.resources_dir() / "attributes" / f"{name}.toml")


def read_schema(path: Path) -> Schema:
    """Read a schema file.

    Raises:
        MissingPathError: if there is no such file.
        SchemaError: if it is no TOML, lacks a field or holds a wrong one.
    """
    if not path.is_file():
        raise MissingPathError(path)
    try:
        return schema_from_dict(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SchemaError(f"{path} is not a TOML file ({error}); correct it or choose another schema.") from error


def schema_from_dict(fields: Mapping[str, Any]) -> Schema:
    """Make a schema of what a TOML file or a model's card says."""
    try:
        groups = tuple(_group(group) for group in fields["group"])
        return Schema(name=str(fields["name"]), title=str(fields["title"]), groups=groups)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SchemaError(f"The attribute schema is wrong at {error}; compare it with peta.toml.") from error


def schema_to_dict(schema: Schema) -> dict[str, Any]:
    """Return the schema as plain values; `schema_from_dict` reads it back equal."""
    return {
        "name": schema.name,
        "title": schema.title,
        "group": [
            {
                "id": group.id,
                "title": group.title,
                "kind": group.kind.value,
                "exclusive": group.exclusive,
                "combine": group.combine.value,
                "attributes": [_attribute_fields(attribute) for attribute in group.attributes],
            }
            for group in schema.groups
        ],
    }


def _attribute_fields(attribute: Attribute) -> dict[str, Any]:
    return {
        "id": attribute.id,
        "label": attribute.label,
        "short": attribute.short,
        "swatch": attribute.swatch,
        "none": attribute.none,
        "sources": dict(attribute.sources),
    }


def _group(fields: Mapping[str, Any]) -> Group:
    return Group(
        id=GroupId(str(fields["id"])),
        title=str(fields["title"]),
        kind=GroupKind(fields["kind"]),
        exclusive=bool(fields["exclusive"]),
        combine=Combine(fields["combine"]),
        attributes=tuple(_attribute(attribute) for attribute in fields["attributes"]),
    )


def _attribute(fields: Mapping[str, Any]) -> Attribute:
    label = str(fields["label"])
    return Attribute(
        id=AttributeId(str(fields["id"])),
        label=label,
        short=str(fields.get("short") or label),
        swatch=fields.get("swatch"),
        none=bool(fields.get("none", False)),
        sources={str(key): str(value) for key, value in fields.get("sources", {}).items()},
    )
