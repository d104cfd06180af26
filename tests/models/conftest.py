"""What several files here share."""

from tests.models.postgres import server  # noqa: F401 - a fixture
