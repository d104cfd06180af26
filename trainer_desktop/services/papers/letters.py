"""The citizen's letter: the coming trainings, where to call, and what the standard asks of a cancellation."""

import uuid
from datetime import date, timedelta

from sqlalchemy import select

from trainer_desktop.documents.schedule_letter import (
    LetterTime,
    ScheduleLetter,
    schedule_letter_pdf,
)
from trainer_desktop.documents.wording import notice_words
from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State
from trainer_desktop.rules.phone import normal_phone, spaced_phone
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.citizens.standing import gets_letters
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import wall_now

OF = {"da": "{one} af {of}", "en": "{one} of {of}"}


FREE_FROM = timedelta(minutes=45)


def schedule_letter(work: Work, citizen_id: uuid.UUID, language: str = "da") -> bytes:
    """The letter with a citizen's times to come; a protected address is left out. Raises Refused for one who has died."""
    citizen = work.get_one(Citizen, citizen_id)
    if not gets_letters(citizen):
        raise Refused(Reason.NO_LETTER)
    now = wall_now(work)
    p, s = Participant, TrainingSession
    rows = work.execute(
        select(s.starts, s.ends, Room.name, Staff.name, Team.name, p.course_id, s.centre_id)
        .join(s, s.id == p.session_id)
        .join(Course, Course.id == p.course_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(Course.citizen_id == citizen_id, p.state == State.PLANNED, s.starts > now)
        .order_by(s.starts)
    ).all()
    times = tuple(
        LetterTime(r[0], int((r[1] - r[0]).total_seconds()) // 60, r[2] or "", r[3], r[4] or "")
        for r in rows
    )
    query = select(Course.id).where(Course.citizen_id == citizen_id).order_by(Course.id.desc())
    of_courses = list(dict.fromkeys(r[5] for r in rows)) or list(work.scalars(query.limit(1)))
    centre = (
        work.get(Centre, rows[0][6])
        if rows
        else work.scalar(select(Centre).where(Centre.parent_id.is_(None)).limit(1))
    )
    phone, address = contact(work, centre) if centre else ("", "")
    town = f"{citizen.postcode} {citizen.town}".strip()
    letter = ScheduleLetter(
        citizen.given_name or citizen.family_name,
        f"{citizen.given_name} {citizen.family_name}".strip(),
        tuple(part for part in (citizen.address, town) if part and not citizen.protected),
        centre.name if centre else "",
        address,
        spaced_phone(phone),
        now.date(),
        times,
        notice_rules(work, of_courses, now.date(), language),
        citizen.ride,
    )
    return schedule_letter_pdf(letter, language)


def contact(work: Work, centre: Centre) -> tuple[str, str]:
    """A centre's telephone and address; a satellite without its own answers at the main centre's."""
    top = work.get(Centre, centre.parent_id) if centre.parent_id else None
    return (
        centre.phone or (top.phone if top else ""),
        centre.address or (top.address if top else ""),
    )


def without_phone(work: Work, citizen_id: uuid.UUID) -> uuid.UUID | None:
    """The centre whose telephone the citizen's letter would lack; None when it has one."""
    p, s = Participant, TrainingSession
    query = (
        select(s.centre_id)
        .join(p, p.session_id == s.id)
        .join(Course, Course.id == p.course_id)
        .where(Course.citizen_id == citizen_id, p.state == State.PLANNED, s.starts > wall_now(work))
        .order_by(s.starts)
    )
    key = work.scalars(query.limit(1)).first()
    if key is None:
        return None
    centre = work.get_one(Centre, key)
    return None if contact(work, centre)[0] else centre.id


def set_contact(work: Work, centre_id: uuid.UUID, phone: str, address: str) -> None:
    """Note a centre's telephone and address, as its letters say them; raises Refused BAD_TEXT."""
    centre = work.get_one(Centre, centre_id)
    try:
        centre.phone = normal_phone(phone)
    except ValueError:
        raise Refused(Reason.BAD_TEXT) from None
    centre.address = limits.plain_text(address.strip())


def notice_rules(
    work: Work, course_ids: list[uuid.UUID], day: date, language: str
) -> tuple[str, ...]:
    """The rules on cancelling of each course in the letter: the standard's own words, in English what they ask."""
    found: dict[str, None] = {}
    for facts in courses.accounts(work, course_ids).values():
        edition = facts.book.on(day)
        for reason, notice in edition.absence.notice.items() if edition else ():
            said = notice.text if language == "da" else notice_words(reason, notice.by, language)
            found[said] = None
    return tuple(found)
