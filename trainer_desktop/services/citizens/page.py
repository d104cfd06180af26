"""A citizen's page, and the running courses that a booking begins with."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.citizens.search import age, find, masked
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.courses.card import CourseCard, course_card
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class CitizenPageCard:
    """Everything on a citizen's page."""

    id: uuid.UUID
    name: str
    number: str
    full_number: str
    age: int | None
    address: str
    phone: str
    mobile: str
    digital_post: bool
    ride: bool
    note: str
    practice: str
    kin: str
    kin_phone: str
    courses: tuple[CourseCard, ...]
    tasks: tuple[TaskCard, ...]
    now: datetime
    protected: bool = False
    standing: str = ""
    standing_since: date | None = None


@dataclass(frozen=True, slots=True)
class CourseChoice:
    """A running course of somebody who was found, with what a booking would begin with."""

    course_id: uuid.UUID
    citizen_id: uuid.UUID
    name: str
    number: str
    basis: str
    responsible: str
    responsible_id: uuid.UUID | None
    free: int | None
    minutes: int
    started: date | None = None
    case: str = ""


def course_choices(work: Work, words: str, most: int = 20) -> list[CourseChoice]:
    """The running courses of those whom the words find: one line for each course."""
    found = {card.id: card for card in find(work, words, most) if card.course_id}
    return _choices(work, Course.citizen_id.in_(list(found)), list(found))


def course_choice(work: Work, course_id: uuid.UUID) -> CourseChoice | None:
    """One course as a booking would begin with it."""
    return next(iter(_choices(work, Course.id == course_id, [])), None)


def _choices(work: Work, which: Any, order: list[uuid.UUID]) -> list[CourseChoice]:
    rows = work.execute(
        select(
            Course.id,
            Course.citizen_id,
            Citizen.given_name,
            Citizen.family_name,
            Citizen.number,
            Course.basis,
            Staff.initials,
            Course.responsible_id,
            Course.package_trainings,
            Course.package_minutes,
            Course.number.label("case"),
        )
        .join(Citizen, Citizen.id == Course.citizen_id)
        .outerjoin(Staff, Staff.id == Course.responsible_id)
        .where(which, Course.ended.is_(None))
    ).all()
    accounts = courses.facts(work, [row.id for row in rows])
    made = [
        CourseChoice(
            row.id,
            row.citizen_id,
            f"{row.given_name} {row.family_name}".strip(),
            masked(row.number),
            row.basis,
            row.initials or "",
            row.responsible_id,
            accounts[row.id].ledger.free,
            _each(row.package_trainings, row.package_minutes),
            accounts[row.id].course.started or accounts[row.id].course.events.get("grant"),
            row.case,
        )
        for row in rows
    ]
    place = {key: number for number, key in enumerate(order)}
    return sorted(made, key=lambda one: (place.get(one.citizen_id, 0), one.basis))


def _each(trainings: int | None, minutes: int | None) -> int:
    """How long one training of a package is; 45 minutes where it does not say."""
    return minutes // trainings if trainings and minutes else 45


def page(work: Work, citizen_id: uuid.UUID) -> CitizenPageCard:
    """A citizen's page: who, courses with their ledgers, and what waits."""
    work.ask(Right.SEE_CITIZENS)
    work.looked(citizen_id, "page")
    row = work.get_one(Citizen, citizen_id)
    now = wall_now(work)
    clinic = work.get(GpClinic, row.gp_clinic_id) if row.gp_clinic_id else None
    kin = work.scalar(select(Kin).where(Kin.citizen_id == citizen_id))
    mine = work.scalars(select(Course.id).where(Course.citizen_id == citizen_id)).all()
    cards = [course_card(work, course) for course in mine]
    cards.sort(
        key=lambda c: (c.ended is not None, -(c.started or c.granted or date.min).toordinal())
    )
    return CitizenPageCard(
        row.id,
        f"{row.given_name} {row.family_name}".strip(),
        masked(row.number),
        f"{row.number[:6]}-{row.number[6:]}" if row.number else "",
        age(row.number, now.date()),
        "" if row.protected else _address(row),
        row.phone,
        row.mobile,
        row.digital_post,
        row.ride,
        row.note,
        clinic.name if clinic else "",
        kin.name if kin else "",
        kin.phone if kin else "",
        tuple(cards),
        tuple(tasks.open_tasks(work, course_ids=list(mine))),
        now,
        row.protected,
        row.standing,
        row.standing_since,
    )


def _address(row: Citizen) -> str:
    return ", ".join(p for p in (row.address, f"{row.postcode} {row.town}".strip()) if p)
