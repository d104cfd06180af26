"""What a room has in it."""

import uuid

from trainer_desktop.models.centre import Room
from trainer_desktop.models.work import Work


def equipment(work: Work, room_id: uuid.UUID) -> list[str]:
    """What is in a room, in the order of the alphabet."""
    return sorted(work.get_one(Room, room_id).equipment or ())


def set_equipment(work: Work, room_id: uuid.UUID, words: str) -> None:
    """Say what is in a room, parted by commas; the planner finds rooms by it."""
    found = dict.fromkeys(word.strip().lower() for word in words.split(","))
    work.get_one(Room, room_id).equipment = [word for word in found if word]
