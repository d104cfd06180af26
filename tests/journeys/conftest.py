"""Journeys use the same window as the tests of the pages."""

from tests.ui.conftest import (
    context,
    dressed,
    no_dialog_waits,
    press,
    qapp_cls,
    window,
)

__all__ = [
    "context",
    "dressed",
    "no_dialog_waits",
    "press",
    "qapp_cls",
    "window",
]
