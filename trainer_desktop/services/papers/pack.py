"""The driver's list, and the day's pack: every day sheet, every roster and the rides, today and the next working days."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from trainer_desktop.documents.driver_list import DriverList, DriverRow, driver_list_pdf
from trainer_desktop.documents.paper import Book
from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.models.centre import Centre, Room
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.record import RideGrant
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import TAKES_A_PLACE, Form
from trainer_desktop.rules.days import WorkCalendar
from trainer_desktop.rules.needs import Need, needs_in
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses.reevaluations import granted_before
from trainer_desktop.services.papers.letters import contact
from trainer_desktop.services.papers.sheets import day_sheet, printed, roster_sheet
from trainer_desktop.services.registers.naming import main_centre
from trainer_desktop.services.standards.rulebooks import rulebooks

AHEAD = 3  # working days after the first


def driver_list(work: Work, day: date, language: str = "da", book: Book | None = None) -> bytes:
    """Whom to fetch on a day: no diagnosis, no number; a protected address is not on it."""
    centre = work.get_one(Centre, main_centre(work))
    phone, _address = contact(work, centre)
    rows = tuple(_rides(work, day, language))
    sheet = DriverList(day, centre.name, spaced_phone(phone), rows, *printed(work, language))
    return driver_list_pdf(sheet, language, book)


def _rides(work: Work, day: date, language: str) -> Iterator[DriverRow]:
    p, s, c = Participant, TrainingSession, Citizen
    query = (
        select(s.starts, s.ends, c, p.course_id, Room.name.label("room"))
        .join(p, p.session_id == s.id)
        .join(Course, Course.id == p.course_id)
        .join(c, c.id == Course.citizen_id)
        .outerjoin(Room, Room.id == s.room_id)
        .where(
            s.starts >= datetime.combine(day, time()),
            s.starts < datetime.combine(day + timedelta(days=1), time()),
            p.state.in_(TAKES_A_PLACE),
            s.form != Form.HOME,
        )
        .order_by(s.starts, c.sort_key)
    )
    say = words(language)["driver"]
    rows = work.execute(query).all()
    granted = _granted(work, [row.course_id for row in rows], day)
    for row in rows:
        grant, citizen = granted.get(row.course_id), row.Citizen
        if grant is None and (not citizen.ride or granted_before(work, citizen.id)):
            continue  # what was granted here has its days; an older mark has none
        needs = [
            words(language)["marks"][n.value] for n in needs_in(citizen.note) if n is not Need.DOG
        ]
        helped = [grant.aid if grant else "", *needs]
        if grant:
            helped += [
                say["companion"] if grant.companion else "",
                "" if grant.shared else say["alone"],
            ]
        town = f"{citizen.postcode} {citizen.town}".strip()
        yield DriverRow(
            row.starts.time(),
            row.ends.time(),
            f"{citizen.given_name} {citizen.family_name}".strip(),
            row.room or "",
            "" if citizen.protected else ", ".join(p for p in (citizen.address, town) if p),
            grant.door if grant and not citizen.protected else "",
            spaced_phone(citizen.mobile or citizen.phone),
            ", ".join(dict.fromkeys(part for part in helped if part)),
            citizen.protected,
        )


def _granted(work: Work, courses: list[uuid.UUID], day: date) -> dict[uuid.UUID, RideGrant]:
    r = RideGrant
    query = select(r).where(
        r.course_id.in_(courses), r.since <= day, r.until.is_(None) | (r.until >= day)
    )
    return {row.course_id: row for row in work.scalars(query)}


def working_days(days: WorkCalendar, first: date, ahead: int = AHEAD) -> list[date]:
    """A day and the next working days after it."""
    found, day = [first], first
    while len(found) <= ahead:
        day += timedelta(days=1)
        if days.is_hverdag(day):
            found.append(day)
    return found


def pack(work: Work, first: date, language: str = "da") -> bytes:
    """One file with a bookmark for each paper: what a centre works from when everything is down."""
    centre = work.get_one(Centre, main_centre(work))
    title = f"{words(language)['pack']['title']}, {long_date(first, language)}"
    book = Book(title, centre.name, language)
    for day in working_days(rulebooks(work).work_days, first):
        for staff in _at_work(work, day):
            day_sheet(work, staff, day, language, book)
        for meeting in _teams(work, day):
            roster_sheet(work, meeting, language, book)
        driver_list(work, day, language, book)
    return book.finish()


def _on(day: date) -> tuple[object, ...]:
    s = TrainingSession
    first = datetime.combine(day, time())
    return (s.starts >= first, s.starts < first + timedelta(days=1))


def _at_work(work: Work, day: date) -> list[uuid.UUID]:
    """Those who have a training that day, in the calendar's order."""
    s = TrainingSession
    busy = set(work.scalars(select(s.therapist_id).where(*_on(day)).distinct()))  # type: ignore[arg-type]
    return [one.id for one in roster.therapists(work, None, day) if one.id in busy]


def _teams(work: Work, day: date) -> list[uuid.UUID]:
    s = TrainingSession
    query = select(s.id).where(*_on(day), s.team_id.is_not(None)).order_by(s.starts, s.id)  # type: ignore[arg-type]
    return list(work.scalars(query))
