"""Garbage is collected on the GUI thread only: a widget that a worker's collection deletes ends the program."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 1000  # milliseconds
THRESHOLDS = (50_000, 20, 100)  # objects, then collections of the generation below


class Collector(QObject):
    """Looks for cycles between events, seldom: a full look in the middle of a step is seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()  # what is loaded by now stays
        gc.disable()
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(self.collect)
        timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [n for n, count in enumerate(gc.get_count()) if count > THRESHOLDS[n]]
        if due:
            gc.collect(due[-1])
