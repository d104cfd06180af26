"""Finding citizens, and a citizen's page."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from trainer_desktop.models import search
from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.store import Work
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.services import tasks
from trainer_desktop.services.course_pages import CourseCard, course_card
from trainer_desktop.services.moments import wall_now
from trainer_desktop.services.tasks import TaskCard


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """A citizen in a list. `number` is masked."""

    id: uuid.UUID
    name: str
    number: str
    age: int | None
    phone: str
    town: str
    active: str
    responsible: str
    centre: str
    course_id: uuid.UUID | None


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


def find(work: Work, words: str, most: int = 60) -> list[CitizenCard]:
    """Citizens whose name, CPR or telephone contains every word; those in a course first. No words: all in a course."""
    c = Citizen
    query = select(c.id, c.given_name, c.family_name, c.number, c.mobile, c.phone, c.town)
    parts = _parts(words)
    for part in parts:
        query = query.where(c.search.like(f"%{_escaped(part)}%", escape="!"))
    ended = select(CourseEvent.course_id).where(CourseEvent.event == "course_end")
    active = select(Course.citizen_id).where(Course.id.not_in(ended))
    if not parts:
        query = query.where(c.id.in_(active))
    rows = work.execute(query.order_by(c.id.not_in(active), c.sort_key).limit(most)).all()
    running = _running(work, [r.id for r in rows])
    day = wall_now(work).date()
    return [
        CitizenCard(
            r.id,
            f"{r.given_name} {r.family_name}".strip(),
            masked(r.number),
            age(r.number, day),
            r.mobile or r.phone,
            r.town,
            *running.get(r.id, ("", "", "", None)),
        )
        for r in rows
    ]


def count(work: Work) -> int:
    """How many citizens there are."""
    return work.scalar(select(func.count()).select_from(Citizen)) or 0


def _parts(words: str) -> list[str]:
    """The words to look for; a CPR or telephone number typed with spaces or a dash is one word."""
    plain = words.replace("-", " ").strip()
    digits = "".join(plain.split()).removeprefix("+45")
    if digits.isdigit() and len(digits) >= 4:
        return [digits]
    return search.fold(plain).split()


def _escaped(part: str) -> str:
    return part.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _running(
    work: Work, ids: list[uuid.UUID]
) -> dict[uuid.UUID, tuple[str, str, str, uuid.UUID | None]]:
    ended = select(CourseEvent.course_id).where(CourseEvent.event == "course_end")
    rows = work.execute(
        select(Course.citizen_id, Course.basis, Staff.initials, Centre.name, Course.id)
        .outerjoin(Staff, Staff.id == Course.responsible_id)
        .join(Centre, Centre.id == Course.centre_id)
        .where(Course.citizen_id.in_(ids), Course.id.not_in(ended))
    )
    return {r[0]: (r[1], r[2] or "", r[3], r[4]) for r in rows}


def masked(number: str) -> str:
    """A number without its last four; something else is shown as dots."""
    try:
        return parse_personal_number(number).masked
    except BadNumber:
        return "••••••-••••"


def age(number: str, day: date) -> int | None:
    """Whole years, from the number."""
    try:
        return parse_personal_number(number).age_on(day)
    except BadNumber:
        return None


def page(work: Work, citizen_id: uuid.UUID) -> CitizenPageCard:
    """A citizen's page: who, courses with their ledgers, and what waits."""
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
        f"{row.number[:6]}-{row.number[6:]}",
        age(row.number, now.date()),
        ", ".join(p for p in (row.address, f"{row.postcode} {row.town}".strip()) if p),
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
    )
