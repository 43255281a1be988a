"""Small pictures and small data sets."""

import pytest

from engine.attributes.schema import Schema
from engine.attributes.schema_file import schema_from_dict


@pytest.fixture(scope="session")
def schema() -> Schema:
    """Return a schema of two groups: one exclusive with an explicit “none”, one that holds several."""
    hat = [{"id": "cap", "label": "Cap"}, {"id": "helmet", "label": "Helmet"}]
    bare = {"id": "bareHead", "label": "Bare head", "none": True}
    colours = [{"id": f"top{name}", "label": f"{name} top", "short": name} for name in ("Red", "Blue", "Grey")]
    groups = [
        {"id": "hat", "title": "Hat", "kind": "accessories", "exclusive": True, "combine": "either"},
        {"id": "topColour", "title": "Top colour", "kind": "colours", "exclusive": False, "combine": "either"},
    ]
    groups[0]["attributes"] = [*hat, bare]
    groups[1]["attributes"] = colours
    return schema_from_dict({"name": "small", "title": "Small", "group": groups})
