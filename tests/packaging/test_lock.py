"""The lock holds what pyproject.toml asks for, once, at one version, and nothing that a machine could not fetch."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(
    r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+( ; sys_platform == \"[a-z0-9]+\"( or sys_platform == \"[a-z0-9]+\")*)?"
)


def pins(root, name):
    lines = (root / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("name", ["runtime", "test"])
def test_every_line_pins_one_version(root, name):
    wrong = [line for line in pins(root, name) if not PIN.fullmatch(line)]
    assert not wrong


def test_no_package_is_pinned_twice(root):
    names = [canonicalize_name(Requirement(line).name) for name in ("runtime", "test") for line in pins(root, name)]
    assert len(names) == len(set(names))


def test_the_pins_are_versions_that_pyproject_allows(root, project):
    locked = {
        canonicalize_name((pin := Requirement(line)).name): pin for line in pins(root, "runtime") + pins(root, "test")
    }
    wanted = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["test"]]
    for requirement in wanted:
        pin = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(str(pin.specifier).removeprefix("=="), prereleases=True), str(requirement)


def test_the_packages_of_cuda_are_left_to_torch(root):
    assert not [line for line in pins(root, "runtime") if line.startswith(("nvidia-", "cuda-", "triton"))]


@pytest.mark.parametrize("name", ["runtime", "test"])
def test_the_lock_is_what_pyproject_leads_to_as_installed_here(root, packaging_dir, name):
    import make_lock

    assert make_lock.lock_lines()[name] == pins(root, name)
