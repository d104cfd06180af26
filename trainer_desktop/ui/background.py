"""Run slow work off the GUI thread, and come back with the answer."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Background(QObject):
    """One long-lived messenger between the worker threads and the GUI thread.

    A signal object for each job would be deleted by the GUI thread while the worker
    still emits from it; this one lives as long as the program.
    """

    failed = Signal(object)
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._answered.connect(self._deliver)

    def run(self, owner: QObject, then: Callable[[T], object], work: Callable[[], T]) -> None:
        """Do the work on a worker; hand the answer to `then` while `owner` is alive."""
        self._pool.start(lambda: self._work(owner, then, work))

    def wait(self) -> None:
        """Let running work finish, before the program closes."""
        while not self._pool.waitForDone(10):
            time.sleep(0.001)  # lets the workers have the interpreter, which waitForDone holds

    def _work(self, owner: QObject, then: Callable[[T], object], work: Callable[[], T]) -> None:
        try:
            answer = work()
        except Exception as trouble:  # noqa: BLE001 - handed to the GUI thread, not swallowed
            self._tell("failed", trouble)
        else:
            self._tell("_answered", owner, then, answer)

    def _tell(self, name: str, *said: object) -> None:
        with suppress(RuntimeError):  # the program has closed meanwhile: nobody waits for it
            getattr(self, name).emit(*said)

    @Slot(object, object, object)
    def _deliver(self, owner: QObject, then: Callable[[object], object], answer: object) -> None:
        if isValid(owner):
            then(answer)
