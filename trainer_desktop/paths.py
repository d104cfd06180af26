"""Where the data, the logs and the bundled resources are."""

import errno
import os
import secrets
import sys
from functools import lru_cache
from pathlib import Path

NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "fuse.davfs", "davfs")


@lru_cache(maxsize=1)
def resources() -> Path:
    """The folder of standards, fonts, icons, words, letters and the demo centre."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    for folder in (
        Path(bundle) / "resources" if bundle else package.parent / "resources",
        package / "_resources",
    ):
        if (folder / "standards").is_dir():
            return folder
    raise FileNotFoundError("resources")


def outside() -> dict[str, str]:
    """The environment for the system's own programs: a bundle's libraries are not for them."""
    env = dict(os.environ)
    if hasattr(sys, "_MEIPASS"):
        env.pop("LD_LIBRARY_PATH", None)
        before = env.pop("LD_LIBRARY_PATH_ORIG", None)
        if before is not None:
            env["LD_LIBRARY_PATH"] = before
    return env


def data_folder() -> Path:
    """Where this user's stores lie; TRAINER_DESKTOP_HOME overrides it, for tests and for sticks."""
    own = os.environ.get("TRAINER_DESKTOP_HOME")
    if own:
        folder = Path(own)
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir("trainer-desktop", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def log_folder() -> Path:
    """Where the logs lie; they hold ids only."""
    folder = data_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that it is whole or as it was, and nothing half-written is left; raises OSError."""
    file = file.resolve()  # a link stays a link
    if file.exists() and not file.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")  # each writer has its own
    try:
        with part.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(part, file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def on_network(file: Path) -> bool:
    """Whether a file lies on a drive of the network, as far as the system says."""
    if sys.platform == "win32":
        import ctypes

        where = str(file.absolute())
        remote = 4  # of GetDriveTypeW
        drive = f"{Path(where).drive}\\"
        return where.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == remote
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    where = str(file.absolute().parent.resolve()) + "/"
    kinds: list[tuple[int, str]] = []
    for line in mounts:
        parts = line.split(" ")
        if len(parts) > 2 and where.startswith(parts[1].rstrip("/") + "/"):
            kinds.append((len(parts[1]), parts[2]))
    return max(kinds, default=(0, ""))[1] in NETWORK
