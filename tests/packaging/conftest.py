"""Makes the programs of packaging/ importable: the folder is no package, and must not become one."""

from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def packaging_dir(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return packaging/, on the import path as when one of its programs is started."""
    folder = root / "packaging"
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture
def bootstrap(packaging_dir: Path) -> ModuleType:
    """Return bootstrap.py as a module."""
    import bootstrap

    return bootstrap
