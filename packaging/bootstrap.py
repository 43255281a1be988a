"""From a fresh machine to the demo case, or to the tests, in one command; needs Python 3.11 and a package index.

python3 packaging/bootstrap.py demo     set Bolo up, then open the demo case
python3 packaging/bootstrap.py test     set Bolo up with its test tools, then run every check and test

A second run does no work twice. This file also parses on an old Python, so that it can say what is wrong.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import system_libraries
from virtual_environment import VirtualEnvironment, fingerprint

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "lock"
OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)  # the newest that every pinned package has a build for
ROOM_NEEDED = {"linux": 7_000_000_000}  # with the CUDA libraries that torch brings on Linux
ROOM_NEEDED_ELSEWHERE = 3_000_000_000

NO_INDEX = (
    "The packages could not be fetched: check the network, or point pip at a package index or at a folder of wheels "
    "(PIP_INDEX_URL, PIP_FIND_LINKS), and start again; what is installed already stays."
)
DISK_FULL = "The disk is full: make room and start again; what is installed already stays."
PIP_FAILURES = {  # what pip says, in lower case: what the user reads
    "no space left": DISK_FULL,
    "not enough space": DISK_FULL,
    "no matching distribution": NO_INDEX,
    "could not find a version": NO_INDEX,
    "failed to establish": NO_INDEX,
    "connection": NO_INDEX,
    "name resolution": NO_INDEX,
    "timed out": NO_INDEX,
}


class BootstrapError(Exception):
    """Something the user has to do first; one sentence."""


@dataclass(frozen=True)
class Machine:
    """What the bootstrap has to know of the machine it runs on."""

    platform: str
    python: tuple[int, int, int]
    has_display: bool
    is_root: bool
    has_apt: bool
    has_ensurepip: bool
    missing_parts: tuple[system_libraries.SystemPart, ...] = ()


@dataclass(frozen=True)
class Step:
    """One command, the sentence shown before it, and the stamp written after it."""

    sentence: str
    command: tuple[str, ...]
    stamp: tuple[str, str] | None = None
    environment: tuple[tuple[str, str], ...] = ()
    is_needed: bool = True  # where not, a failure is no reason to stop


def look_at_machine() -> Machine:
    """Return the facts of this machine."""
    is_linux = sys.platform.startswith("linux")
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return Machine(
        platform=sys.platform,
        python=sys.version_info[:3],
        has_display=has_display or not is_linux,
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
        has_apt=shutil.which("apt-get") is not None,
        has_ensurepip=importlib.util.find_spec("ensurepip") is not None,
        missing_parts=system_libraries.missing_parts() if is_linux else (),
    )


def check_python(python: tuple[int, ...]) -> None:
    """Raise BootstrapError for a Python that the pinned packages do not know."""
    found = ".".join(map(str, python))
    if python[:2] < OLDEST_PYTHON:
        raise BootstrapError(
            f"Bolo needs Python 3.11 or newer and this is {found}: install a newer one and start this file with it, "
            "for example `python3.12 packaging/bootstrap.py demo`."
        )
    if python[:2] > NEWEST_PYTHON:
        raise BootstrapError(
            f"The packages that Bolo pins have no builds for Python {found} yet: start this file with 3.11 to 3.14, "
            "for example `python3.14 packaging/bootstrap.py demo`."
        )


def check_room(free_bytes: int, platform: str) -> None:
    """Raise BootstrapError where the packages would not fit on the disk."""
    needed = ROOM_NEEDED.get(platform, ROOM_NEEDED_ELSEWHERE)
    if free_bytes < needed:
        raise BootstrapError(
            f"Bolo's packages need about {needed / 1e9:.0f} GB and the disk of {ROOT} has {free_bytes / 1e9:.1f} GB "
            "free: make room, or move the folder to another disk, and start again."
        )


def plan_system(machine: Machine) -> list[Step]:
    """Return the steps that install what the operating system lacks; raise where the user has to do it.

    As root on Debian everything is installed. Where there is no display, a part that only a display needs is no
    reason to stop.
    """
    needed = [part for part in machine.missing_parts if machine.has_display or not part.for_display_only]
    packages = system_libraries.apt_packages(machine.missing_parts)
    if not machine.has_ensurepip:
        packages = (f"python{machine.python[0]}.{machine.python[1]}-venv", *packages)
    must = bool(needed) or not machine.has_ensurepip
    if packages and machine.is_root and machine.has_apt:
        return plan_apt(packages, must)
    if must:
        raise BootstrapError(system_request(machine, needed, packages))
    return []


def plan_apt(packages: tuple[str, ...], is_needed: bool) -> list[Step]:
    """Return the steps that install these Debian packages without asking."""
    apt = ("apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30", "-o", "Dpkg::Use-Pty=0")
    quiet = (("DEBIAN_FRONTEND", "noninteractive"),)
    install = (*apt, "install", "-y", "--no-install-recommends", *packages)
    sentence = f"Installing {len(packages)} system packages: {', '.join(packages)}."
    return [
        Step("Asking the system's package lists for news.", (*apt, "update"), None, quiet, is_needed),
        Step(sentence, install, None, quiet, is_needed),
    ]


def system_request(machine: Machine, parts: list[system_libraries.SystemPart], packages: tuple[str, ...]) -> str:
    """Return what the user has to install first: one line to run on Debian, names elsewhere."""
    if machine.has_apt:
        line = f"sudo apt-get install -y {' '.join(packages)}"
        return f"Some system packages are missing. Run this line, then start again:\n{line}"
    names = [part.name for part in parts] + ([] if machine.has_ensurepip else ["Python's ensurepip and venv"])
    return f"This system lacks {', '.join(names)}: install them with its package manager, then start again."


def plan_venv(venv: VirtualEnvironment) -> list[Step]:
    """Return the step that makes the environment, or none where a sound one stands."""
    version = venv.python_version()
    if version is not None and tuple(map(int, version.split(".")[:2])) >= OLDEST_PYTHON:
        return []
    make = (sys.executable, "-m", "venv", "--clear", str(venv.folder))
    return [Step(f"Making the Python environment {venv.folder}.", make)]


def plan_packages(venv: VirtualEnvironment, sets: tuple[str, ...]) -> list[Step]:
    """Return the steps that install what is not yet installed as the lock has it.

    Args:
        venv: a sound environment.
        sets: names of files in packaging/lock, the lower first.
    """
    version = venv.python_version() or ""
    stamps = venv.stamps()
    pip = (str(venv.python), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off")
    steps = []
    for name in sets:
        lock = LOCK / f"{name}.txt"
        mark = fingerprint(version, lock)
        if stamps.get(name) != mark:
            sentence = f"Installing the pinned packages of {lock.relative_to(ROOT)}; the first time takes some minutes."
            steps.append(Step(sentence, (*pip, "-r", str(lock)), (name, mark)))
    mark = fingerprint(version, ROOT / "pyproject.toml") + str(ROOT)
    if stamps.get("project") != mark:
        editable = (*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
        steps.append(Step("Installing Bolo itself.", editable, ("project", mark)))
    return steps


def plan_demo(venv: VirtualEnvironment, machine: Machine) -> list[Step]:
    """Return the steps of `demo`: the window on the demo case, or without a display its pictures."""
    bolo = str(venv.script("bolo"))
    if machine.has_display:
        return [Step("Opening the demo case.", (bolo, "demo"))]
    folder = ROOT / "build" / "demo"
    case, sheet, picture = folder / "demo.bolo", folder / "contact-sheet.png", folder / "window.png"
    off_screen = (("QT_QPA_PLATFORM", "offscreen"),)
    search = (bolo, "search", str(case), "--has", "upperBodyRed", "--limit", "20", "--sheet", str(sheet))
    window = (str(venv.python), "-m", "app", str(case), "--has", "upperBodyRed", "--screenshot", str(picture))
    return [
        Step(f"Making the demo case {case}.", (bolo, "demo", "--no-window", "--dir", str(folder))),
        Step("Searching it for people in a red top.", search),
        Step("There is no display, so the window is drawn off-screen.", window, environment=off_screen),
    ]


def plan_test(venv: VirtualEnvironment, pytest_arguments: list[str]) -> list[Step]:
    """Return the steps of `test`; pytest is the last, so that its closing line is."""
    python = str(venv.python)
    off_screen = (("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen")),)
    return [
        Step("Checking style.", (python, "-m", "ruff", "check", ".")),
        Step("Checking layout.", (python, "-m", "ruff", "format", "--check", ".")),
        Step("Checking types.", (python, "-m", "mypy")),
        Step("Checking the order of imports.", (str(venv.script("lint-imports")),)),
        Step(
            "Running the tests.", (python, "-m", "pytest", "--durations=10", *pytest_arguments), environment=off_screen
        ),
    ]


def say(sentence: str) -> None:
    """Show one line of progress, at once."""
    print(sentence, flush=True)


def run(step: Step) -> int:
    """Run a step with its output on the screen; return its exit status."""
    say(step.sentence)
    return subprocess.run(step.command, cwd=ROOT, env={**os.environ, **dict(step.environment)}).returncode


def install(step: Step) -> None:
    """Run a step of pip, naming what it downloads; raise BootstrapError with the reason it gives."""
    say(step.sentence)
    last_lines: deque[str] = deque(maxlen=60)
    with subprocess.Popen(
        step.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            last_lines.append(line.rstrip())
            if line.lstrip().startswith("Downloading ") and line.rstrip().endswith(("MB)", "GB)")):
                say(f"  {line.strip()}")
    if pip.returncode:
        raise BootstrapError(explain_pip(last_lines))


def explain_pip(lines: deque[str]) -> str:
    """Return in a sentence why pip failed: the cause where it is known, else pip's own last words."""
    said = "\n".join(lines).lower()
    for clue, sentence in PIP_FAILURES.items():
        if clue in said:
            return sentence
    errors = [line for line in lines if line.startswith("ERROR")] or list(lines)[-1:]
    return f"pip could not install the packages and says: {' '.join(errors) or 'nothing'}"


def set_up(venv: VirtualEnvironment, machine: Machine, sets: tuple[str, ...]) -> None:
    """Bring the machine to where Bolo runs; nothing is done that is done already."""
    check_python(machine.python)
    for step in plan_system(machine) + plan_venv(venv):
        if run(step) and step.is_needed:
            command = " ".join(step.command)
            raise BootstrapError(f"This command failed; see its message above, then start again: {command}")
    if "runtime" not in venv.stamps():
        check_room(shutil.disk_usage(ROOT).free, machine.platform)
    for step in plan_packages(venv, sets):
        install(step)
        if step.stamp:
            venv.stamp(*step.stamp)


def demo(venv: VirtualEnvironment, machine: Machine) -> int:
    """Show the demo case; return the exit status."""
    set_up(venv, machine, ("runtime",))
    steps = plan_demo(venv, machine)
    for step in steps:
        status = run(step)
        if status:
            return status
    if not machine.has_display:
        say(f"The window's picture: {steps[-1].command[-1]}\nThe contact sheet: {steps[-2].command[-1]}")
    return 0


def test(venv: VirtualEnvironment, machine: Machine, pytest_arguments: list[str]) -> int:
    """Run every check and test, also after one has failed; return the exit status."""
    set_up(venv, machine, ("runtime", "test"))
    failed = [step for step in plan_test(venv, pytest_arguments) if run(step)]
    for step in failed:
        print(f"Failed: {' '.join(step.command)}", file=sys.stderr)
    return 1 if failed else 0


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    parser = argparse.ArgumentParser(description="Set Bolo up, then open its demo case or run its tests.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="demo | test")
    commands.add_parser("demo", help="open the demo case; without a display, make its pictures")
    commands.add_parser("test", help="run every check and test; what follows goes to pytest")
    chosen, pytest_arguments = parser.parse_known_args(arguments)
    if pytest_arguments and chosen.command != "test":
        parser.error(f"unknown: {' '.join(pytest_arguments)}")
    venv = VirtualEnvironment(ROOT / ".venv")
    try:
        machine = look_at_machine()
        if chosen.command == "demo":
            return demo(venv, machine)
        return test(venv, machine, pytest_arguments)
    except BootstrapError as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("bootstrap: stopped; start again to go on.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
