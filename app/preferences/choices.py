"""What the settings offer, in words, in the order it is offered."""

import os
from pathlib import Path

from app.language import Language
from app.search.density import Density
from app.settings import TEXT_SCALES, Device
from app.theme.theme import ThemeChoice
from app.translate import say_number, tr
from engine import paths


def theme_names() -> dict[ThemeChoice, str]:
    """Return the looks."""
    return {
        ThemeChoice.SYSTEM: tr("As the system"),
        ThemeChoice.DARK: tr("Dark colours"),
        ThemeChoice.LIGHT: tr("Light colours"),
    }


def text_scale_names() -> dict[int, str]:
    """Return the sizes of text, in percent."""
    return {scale: tr("{n} %").format(n=say_number(scale)) for scale in TEXT_SCALES}


def density_names() -> dict[Density, str]:
    """Return the sizes of tiles."""
    return {Density.SMALL: tr("Small"), Density.MEDIUM: tr("Medium"), Density.LARGE: tr("Large")}


def language_names() -> dict[Language, str]:
    """Return the languages, each in itself."""
    return {Language.SYSTEM: tr("As the system"), Language.ENGLISH: "English", Language.GERMAN: "Deutsch"}


def device_names() -> dict[Device, str]:
    """Return what models run on."""
    return {
        Device.AUTO: tr("Automatic — a graphics card (CUDA) where there is one"),
        Device.CPU: tr("The processor"),
        Device.CUDA: tr("A graphics card (CUDA) — jobs fail where there is none"),
    }


def thread_names() -> dict[int, str]:
    """Return how many cores a job may use; 0 is all of them."""
    cores = os.cpu_count() or 1
    counts = [count for count in (1, 2, 4, 8, 16, 32) if count < cores]
    return {0: tr("All {n}").format(n=say_number(cores)), **{count: say_number(count) for count in counts}}


def places() -> dict[str, Path]:
    """Return the folders that hold what is in no case."""
    return {
        tr("Models and weights"): paths.user_models_dir(),
        tr("Settings and recent cases"): paths.user_data_dir(),
        tr("Reports of errors"): paths.user_data_dir() / "reports",
    }
