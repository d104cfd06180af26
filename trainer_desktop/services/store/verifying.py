"""Whether a store is whole, for those above the services."""

from trainer_desktop.models.verifying import Damage, Damaged, Finding, verify

__all__ = ["Damage", "Damaged", "Finding", "verify"]
