"""What jobs run on, in words. The window's process never loads torch, so it looks for the driver's own files."""

import os
import sys
from pathlib import Path

from app.settings import Device
from app.translate import say_number, tr, tr_count
from engine.cores import usable_cores

DEVICES = Path("/dev")  # Linux has a file here for each card whose driver is loaded


def say_device(device: Device, told: str = "") -> str:
    """Return what jobs run on: "CPU, 2 cores" or "graphics card".

    Args:
        device: that the settings name.
        told: that a job ran on, by torch's name of it; it counts where the settings leave the choice to the job.
    """
    is_told = device is Device.AUTO and bool(told)
    on_card = told.startswith("cuda") if is_told else _expects_card(device)
    if on_card:
        return tr("graphics card")
    cores = usable_cores()
    return tr_count(cores, "CPU, {n} core", "CPU, {n} cores").format(n=say_number(cores))


def has_card_driver() -> bool:
    """Return whether the driver of a CUDA graphics card is there; whether the card works only a job can tell."""
    if sys.platform == "win32":
        return (Path(os.environ.get("SYSTEMROOT", "")) / "System32" / "nvcuda.dll").is_file()
    return any(DEVICES.glob("nvidia[0-9]*"))


def _expects_card(device: Device) -> bool:
    return device is Device.CUDA or (device is Device.AUTO and has_card_driver())
