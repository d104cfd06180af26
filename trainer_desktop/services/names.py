"""Enums of the tables that pages have words for; pages never import the tables themselves."""

from trainer_desktop.models.centre import AbsenceKind, RoomKind
from trainer_desktop.models.course import Outcome
from trainer_desktop.models.waiting import CallOutcome, DoorStep

__all__ = ["AbsenceKind", "CallOutcome", "DoorStep", "Outcome", "RoomKind"]
