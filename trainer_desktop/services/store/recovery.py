"""The recovery code's paper, for those above the services."""

from trainer_desktop.documents.recovery import recovery_pdf

__all__ = ["recovery_pdf"]
