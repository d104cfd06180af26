"""Rows by the names that people use for them: a course's number, initials, a room's name, a booking's number."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work


class Unknown(LookupError):
    """Nothing bears this name, or more than one thing does; the message says it in Danish."""


def course(work: Work, number: str) -> uuid.UUID:
    """A course by its number or id; raises Unknown."""
    return _one(work, Course, Course.number == number, number, "forløb")


def therapist(work: Work, initials: str) -> uuid.UUID:
    """A member of staff by initials; raises Unknown."""
    same = func.lower(Staff.initials) == initials.casefold()
    return _one(work, Staff, same, initials, "medarbejder")


def room(work: Work, name: str) -> uuid.UUID:
    """A room by its name; raises Unknown."""
    return _one(work, Room, func.lower(Room.name) == name.casefold(), name, "lokale")


def centre(work: Work, name: str) -> uuid.UUID:
    """A centre or satellite by its name; raises Unknown."""
    return _one(work, Centre, func.lower(Centre.name) == name.casefold(), name, "center")


def training(work: Work, number: str) -> uuid.UUID:
    """One citizen's place in a training, by the booking's number or id; raises Unknown."""
    return _one(work, Participant, Participant.number == number, number, "aftale")


def training_of(work: Work, course_id: uuid.UUID, at: object) -> uuid.UUID:
    """A course's training that begins at a moment of wall time; raises Unknown."""
    found = work.scalars(
        select(Participant.id)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .where(Participant.course_id == course_id, TrainingSession.starts == at)
    ).all()
    if len(found) != 1:
        raise Unknown(f"der er {len(found) or 'ingen'} træninger i forløbet på det tidspunkt")
    return found[0]


def course_numbers(work: Work) -> dict[uuid.UUID, str]:
    """Each course's number, by its key."""
    return {row.id: row.number for row in work.execute(select(Course.id, Course.number))}


def booking_numbers(work: Work, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The booking numbers of some places in trainings; empty for one booked in this program."""
    query = select(Participant.id, Participant.number).where(Participant.id.in_(list(ids)))
    return {row.id: row.number for row in work.execute(query)}


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose course it is, and which standard it goes by."""

    citizen_id: uuid.UUID
    name: str
    personal_number: str
    digital_post: bool
    standard: str
    version: str


def whose(work: Work, course_id: uuid.UUID) -> Whose:
    """Whose a course is."""
    course = work.get_one(Course, course_id)
    person = work.get_one(Citizen, course.citizen_id)
    name = f"{person.given_name} {person.family_name}".strip()
    return Whose(
        person.id, name, person.number, person.digital_post, course.standard, course.version
    )


def _one(work: Work, table: type, same: object, name: str, what: str) -> uuid.UUID:
    try:
        key = uuid.UUID(name)
    except ValueError:
        condition = same
    else:
        condition = table.id == key  # type: ignore[attr-defined]
    found = work.scalars(select(table.id).where(condition).limit(2)).all()  # type: ignore[attr-defined, arg-type]
    if not found:
        raise Unknown(f"{what} «{name}» findes ikke")
    if len(found) > 1:
        raise Unknown(f"der er mere end én {what} med navnet «{name}»; brug id")
    answer: uuid.UUID = found[0]
    return answer
