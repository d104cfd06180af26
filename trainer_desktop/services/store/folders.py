"""Where an outbox should not lie: what is written there holds CPR numbers and health data in plain files."""

import ctypes
import sys
from enum import Enum
from pathlib import Path

CLOUDS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "box sync")
STICKS = ("/media/", "/run/media/", "/mnt/usb", "/volumes/")
REMOVABLE = 2  # of GetDriveTypeW


class Outside(Enum):
    """What sort of place leaves the house."""

    CLOUD = "cloud"
    STICK = "stick"


def outside(folder: Path) -> Outside | None:
    """Whether a folder is copied to somebody's cloud or lies on a stick, as far as its path says; None when it seems not."""
    path = folder.resolve().as_posix().casefold() + "/"
    if any(f"/{name}" in path for name in CLOUDS):
        return Outside.CLOUD
    if path.startswith(STICKS) or _removable(folder):
        return Outside.STICK
    return None


def _removable(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    drive = folder.resolve().drive
    return bool(drive) and ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == REMOVABLE
