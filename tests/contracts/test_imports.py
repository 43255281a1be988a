"""Who may import whom, and what the window's process and the light door of the engine must never load."""

import json
import subprocess
import sys
from pathlib import Path

HEAVY = {"torch", "torchvision", "timm", "cv2"}
LIGHT_PACKAGES = ("engine.attributes", "engine.gallery", "engine.search", "engine.casework", "engine.registry")
LIGHT_MODULES = (
    "engine",
    "engine.progress",
    "engine.imaging.box",
    "engine.detection.weights",
    "engine.training.recipe",
    "engine.training.history",
)
HEAVY_MODULES = {"engine.registry.loading"}  # of the light packages: the door of the jobs
IMPORT_ALL = """
import importlib, json, pkgutil, sys

def below(package):
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, package + "."):
        if module.name not in left_out and not module.name.endswith("__main__"):
            yield module.name

packages, modules, left_out = json.loads(sys.argv[1])
imported = [*modules, *(name for package in packages for name in below(package))]
for name in imported:
    importlib.import_module(name)
json.dump({"imported": imported, "loaded": sorted(sys.modules)}, sys.stdout)
"""


def import_in_fresh_process(packages=(), modules=(), left_out=()):
    """Import whole packages and modules; return their modules' names and everything that was loaded with them."""
    arguments = json.dumps([list(packages), list(modules), list(left_out)])
    command = [sys.executable, "-c", IMPORT_ALL, arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    return set(said["imported"]), set(said["loaded"])


def test_every_import_points_down_the_list(root):
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports], cwd=root, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stdout


def test_no_module_of_the_window_loads_torch_or_opencv():
    imported, loaded = import_in_fresh_process(packages=["app"])
    assert {"app.main", "app.main_window", "app.search.search_page"} <= imported
    assert not loaded & HEAVY


def test_the_light_door_of_the_engine_loads_nothing_heavy_and_no_qt():
    imported, loaded = import_in_fresh_process(LIGHT_PACKAGES, LIGHT_MODULES, HEAVY_MODULES)
    assert {"engine.gallery.gallery", "engine.search.searcher", "engine.registry.query_model"} <= imported
    assert not loaded & {*HEAVY, "PySide6"}


def test_the_command_line_loads_torch_and_opencv_only_when_a_command_needs_them():
    _, loaded = import_in_fresh_process(packages=["engine.cli"])
    assert not loaded & {*HEAVY, "PySide6"}
