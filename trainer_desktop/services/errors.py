"""What can go wrong when a store is opened, for those above the services."""

from trainer_desktop.models.keys import NoKey
from trainer_desktop.models.upgrade import NewerSchema

__all__ = ["NewerSchema", "NoKey"]
