"""A store that has been put under lock."""

import pytest

from trainer_desktop.models import keys
from trainer_desktop.services.store import guarding

PASSWORD = "tolv grønne heste"
CHEAP = 8 * 1024 * 1024  # bytes of memory for a password in a test; one test takes the real cost


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(keys, "MEMORY", CHEAP)
    monkeypatch.setattr(keys, "OPS", 1)


@pytest.fixture
def locked(store, small, tmp_path, clock):
    """A protected store with a small centre; answers what protecting it came to."""
    store.close()
    return guarding.protect(
        tmp_path / "centre.db", clock, "ITD", "It-drift", PASSWORD, tmp_path / "kopi"
    )
