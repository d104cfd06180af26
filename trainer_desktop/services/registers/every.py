"""All registers, in the order in which a centre is set up, and what is still missing before the first training."""

from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import func, select

from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.package import Package
from trainer_desktop.models.work import Work
from trainer_desktop.services.registers.absences import ABSENCES
from trainer_desktop.services.registers.closing import CLOSING
from trainer_desktop.services.registers.granting import CLINICS, PACKAGES, TEAMS
from trainer_desktop.services.registers.people import STAFF
from trainer_desktop.services.registers.places import CENTRES, ROOMS
from trainer_desktop.services.registers.register import Register
from trainer_desktop.services.standards.rulebooks import rulebooks

REGISTERS: dict[str, Register] = {
    one.key: one for one in (CENTRES, ROOMS, STAFF, ABSENCES, CLOSING, PACKAGES, TEAMS, CLINICS)
}


class Missing(Enum):
    """What a centre lacks before it can book."""

    CENTRE = auto()
    ROOM = auto()
    STAFF = auto()
    HOURS = auto()
    STANDARD = auto()
    PACKAGE = auto()
    CITIZEN = auto()
    COURSE = auto()


NEEDED = (Missing.CENTRE, Missing.STAFF, Missing.HOURS)  # without these nothing can be booked


@dataclass(frozen=True, slots=True)
class MissingCard:
    """One thing that is missing; `needed`: nothing can be booked without it; else it can wait."""

    what: Missing
    needed: bool
    names: tuple[str, ...] = ()


def missing(work: Work) -> list[MissingCard]:
    """What is still missing before the first training can be booked, in the order in which one makes it."""
    there = {
        Missing.CENTRE: _any(work, Centre),
        Missing.ROOM: _any(work, Room),
        Missing.STAFF: _any(work, Staff),
        Missing.STANDARD: bool(rulebooks(work).standards),
        Missing.PACKAGE: _any(work, Package),
        Missing.CITIZEN: _any(work, Citizen),
        Missing.COURSE: _any(work, Course),
    }
    idle = _without_hours(work)
    found = []
    for what in Missing:
        if what is Missing.HOURS:
            if idle:
                found.append(MissingCard(what, len(idle) == _count(work), idle))
        elif not there[what]:
            found.append(MissingCard(what, what in NEEDED))
    return found


def _any(work: Work, model: type) -> bool:
    return work.scalar(select(model.id).limit(1)) is not None  # type: ignore[attr-defined]


def _count(work: Work) -> int:
    return work.scalar(select(func.count()).select_from(Staff).where(Staff.ended.is_(None))) or 0


def _without_hours(work: Work) -> tuple[str, ...]:
    """Colleagues in use who have no working hours at all."""
    having = select(WorkingHours.staff_id)
    query = select(Staff.initials).where(Staff.ended.is_(None), Staff.id.not_in(having))
    return tuple(work.scalars(query.order_by(Staff.initials)))
