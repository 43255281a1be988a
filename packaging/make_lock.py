"""Write packaging/lock from what is installed in `.venv`; run after a dependency has changed, and look at the diff.

.venv/bin/python packaging/make_lock.py

Every package that pyproject.toml asks for, directly or not, gets one line, whichever of Linux, Windows and macOS needs
it. NVIDIA's packages stay out: torch pins them itself, and only where they run.
"""

from __future__ import annotations

import importlib.metadata
import tomllib
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "lock"
LEFT_TO_TORCH = ("nvidia-", "cuda-", "triton")
NOT_OURS = {"pip"}  # a new environment brings it
NOT_ON_LINUX = {"colorama": "0.4.6"}
BUILD_TOOLS = ("hatchling", "editables")  # they install Bolo itself, without an index
HEADER = "# Written by packaging/make_lock.py; do not edit.\n"
PLATFORMS = {
    "linux": {"platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "win32": {"platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    "darwin": {"platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class Closure:
    """Every package that some requirements lead to, with the platforms that need it."""

    def __init__(self) -> None:
        self.platforms: dict[str, set[str]] = {}

    def add(self, requirement: Requirement, platform: str, extra: str = "") -> None:
        """Take in a requirement and what it leads to, as this platform has it."""
        name = canonicalize_name(requirement.name)
        if not applies(requirement, platform, extra) or name.startswith(LEFT_TO_TORCH) or name in NOT_OURS:
            return
        known = self.platforms.setdefault(name, set())
        if platform in known and not requirement.extras:
            return
        known.add(platform)
        if name in NOT_ON_LINUX:
            return
        for text in importlib.metadata.requires(name) or ():
            for wanted in requirement.extras or {""}:
                self.add(Requirement(text), platform, wanted)

    def lines(self, without: Iterable[str] = ()) -> list[str]:
        """Return the lines of the lock, sorted."""
        names = sorted(set(self.platforms) - set(without))
        return [f"{name}=={version_of(name)}{marker(self.platforms[name])}" for name in names]


def applies(requirement: Requirement, platform: str, extra: str) -> bool:
    """Return whether some Python that Bolo runs on needs this requirement there."""
    if requirement.marker is None:
        return True
    machine = {"sys_platform": platform, "extra": extra, **PLATFORMS[platform]}
    versions = ({"python_version": python, "python_full_version": f"{python}.1"} for python in PYTHONS)
    return any(requirement.marker.evaluate({**machine, **version}) for version in versions)


def version_of(name: str) -> str:
    """Return the version to pin."""
    return NOT_ON_LINUX.get(name) or importlib.metadata.version(name)


def marker(platforms: set[str]) -> str:
    """Return the marker of a package that not every platform needs."""
    if platforms == set(PLATFORMS):
        return ""
    return " ; " + " or ".join(f'sys_platform == "{platform}"' for platform in sorted(platforms))


def closure_of(requirements: Iterable[str]) -> Closure:
    """Return what these requirements lead to on every platform."""
    closure = Closure()
    for text in requirements:
        for platform in PLATFORMS:
            closure.add(Requirement(text), platform)
    return closure


def lock_lines() -> dict[str, list[str]]:
    """Return the lines of each lock file; the test tools' without what runs Bolo already."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = closure_of([*project["dependencies"], *BUILD_TOOLS])
    test = closure_of(project["optional-dependencies"]["test"])
    return {"runtime": runtime.lines(), "test": test.lines(without=runtime.platforms)}


def main() -> None:
    """Write the lock files."""
    for name, lines in lock_lines().items():
        (LOCK / f"{name}.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
