"""The access log's writer, for those above the services."""

from trainer_desktop.models.access import Looks, write_looks

__all__ = ["Looks", "write_looks"]
