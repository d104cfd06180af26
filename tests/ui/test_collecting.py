"""Garbage is collected on the GUI thread, between events, and not in a worker."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from trainer_desktop.ui.collecting import THRESHOLDS, Collector


@pytest.fixture
def collector(qapp):
    parent = QObject()
    gc.enable()
    yield Collector(parent)
    gc.unfreeze()


def test_a_worker_never_collects(collector):
    where = []

    def note(phase, _info):
        where.append(threading.current_thread())

    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=lambda: [[] for _ in range(3 * THRESHOLDS[0])])
        worker.start()
        worker.join()
        collector.collect()
    finally:
        gc.callbacks.remove(note)

    assert worker not in where


def test_what_is_due_is_collected(collector):
    kept = [[] for _ in range(2 * THRESHOLDS[0])]

    assert gc.get_count()[0] > THRESHOLDS[0]
    collector.collect()

    assert gc.get_count()[0] < len(kept)
