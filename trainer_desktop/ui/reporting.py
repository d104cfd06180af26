"""Faults of the program itself: logged with the place only, and told once each. Never a name, a number or a note."""

import logging
import platform
import sys
import traceback
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

from trainer_desktop import paths

LOG_BYTES = 500_000
log = logging.getLogger("trainer_desktop")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: its kind, and where in the program it came from; what it says itself may hold names."""

    kind: str
    places: tuple[str, ...]
    at: datetime

    @property
    def where(self) -> str:
        """The innermost place."""
        return self.places[-1] if self.places else "?"


def fault_of(wrong: BaseException) -> Fault:
    """The fault behind an exception, with the places in our own code, outermost first."""
    ours = str(Path(__file__).resolve().parents[1])
    places = tuple(
        f"{Path(frame.filename).relative_to(ours).as_posix()}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(wrong.__traceback__)
        if frame.filename.startswith(ours)
    )
    kind = type(wrong)
    return Fault(f"{kind.__module__}.{kind.__qualname__}", places, datetime.now(UTC))


def as_text(fault: Fault) -> str:
    """The report that a user can copy: ids and places only."""
    version = metadata.version("trainer-desktop")
    lines = [
        f"Trainer Desktop {version} · {platform.platform()} · Python {platform.python_version()} · Qt {qVersion()}",
        f"{fault.at:%Y-%m-%dT%H:%M:%SZ} {fault.kind}",
        *(f"  {place}" for place in fault.places),
    ]
    return "\n".join(lines)


def start_log() -> None:
    """Write the log to a file, where one can be written."""
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        handler: logging.Handler = RotatingFileHandler(
            paths.log_folder() / "trainer-desktop.log",
            maxBytes=LOG_BYTES,
            backupCount=2,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


class Reporter(QObject):
    """Takes what nobody caught, from any thread and from inside Qt's own calls, and tells it when Qt is idle."""

    wrong = Signal(object)  # Exception
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Counter[tuple[str, str]] = Counter()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Be the one place where an exception ends that nobody caught."""
        sys.excepthook = self.catch

    def catch(
        self, kind: type[BaseException], wrong: BaseException, trace: TracebackType | None
    ) -> None:
        """Note it, and tell it later: never a window while something is being painted."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, wrong, trace)
            return
        self._caught.emit(wrong)

    @Slot(object)
    def _tell(self, wrong: Exception) -> None:
        fault = fault_of(wrong)
        key = (fault.kind, fault.where)
        self._seen[key] += 1
        if self._seen[key] == 1:
            self.wrong.emit(wrong)
