"""The papers of a day: each gathers its facts and hands them to the documents."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from trainer_desktop.documents.call_list import CallList, CallRow, call_list_pdf
from trainer_desktop.documents.day_sheet import DaySheet, SheetRow, day_sheet_pdf
from trainer_desktop.documents.gp_status import GpStatus, gp_status_pdf
from trainer_desktop.documents.room_week import RoomTime, RoomWeek, room_week_pdf
from trainer_desktop.documents.roster_sheet import RosterRow, RosterSheet, roster_sheet_pdf
from trainer_desktop.documents.schedule_letter import (
    LetterTime,
    ScheduleLetter,
    schedule_letter_pdf,
)
from trainer_desktop.documents.wording import clock, long_date, notice_words, words
from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course, StatusRecord
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State
from trainer_desktop.rules.gp_status import Consent, status_may_be_sent
from trainer_desktop.rules.phone import normal_phone, spaced_phone
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.absence.outage import HitCard
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar import days
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.calendar.lanes import in_lanes
from trainer_desktop.services.calls import outcomes
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.teams import cards

GONE = {
    "da": {
        Look.IN_TIME: "Afbud",
        Look.CANCELLED: "Afbud",
        Look.LATE_CANCEL: "Sent afbud",
        Look.CENTRE: "Aflyst",
        Look.TURNED_AWAY: "For sent",
    },
    "en": {
        Look.IN_TIME: "Cancelled",
        Look.CANCELLED: "Cancelled",
        Look.LATE_CANCEL: "Late canc.",
        Look.CENTRE: "Centre canc.",
        Look.TURNED_AWAY: "Too late",
    },
}
NOTED = {
    "da": {Look.CAME: "Mødt", Look.LATE: "Mødt for sent", Look.STAYED_AWAY: "Udeblevet"},
    "en": {Look.CAME: "Came", Look.LATE: "Came late", Look.STAYED_AWAY: "Stayed away"},
}
RIDE = {"da": "Kørsel", "en": "Ride"}
OF = {"da": "{one} af {of}", "en": "{one} of {of}"}
FREE_FROM = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What the therapist writes in an end status."""

    conclusion: str
    result: str
    plan: str


def day_sheet(work: Work, staff_id: uuid.UUID, day: date, language: str = "da") -> bytes:
    """A therapist's day on paper."""
    staff = work.get_one(Staff, staff_id)
    card = days.day_by_therapist(work, day, only=frozenset([staff_id]))
    rows: list[SheetRow] = []
    free = [SheetRow(s.time(), e.time()) for s, e in days.free_stretches(card, FREE_FROM)]
    people = {p.id: p.course_id for block in card.blocks for p in block.people}
    numbers = allowance.numbers(work, people)
    rows += [row for block in card.blocks for row in _sheet_rows(block, numbers, language)]
    if rows:
        rows = sorted(rows + free, key=lambda row: row.starts)
    return day_sheet_pdf(
        DaySheet(
            day,
            work.get_one(Centre, staff.centre_id).name,
            staff.initials,
            staff.name,
            staff.title,
            tuple(rows),
            *_printed(work, language),
        ),
        language,
    )


def _sheet_rows(
    block: BlockCard, numbers: dict[uuid.UUID, tuple[int, int]], language: str
) -> list[SheetRow]:
    rows = []
    for person in block.people:
        number = ""
        if person.id in numbers and person.look not in GONE[language]:
            one, of = numbers[person.id]
            number = OF[language].format(one=one, of=of)
        ride = [RIDE[language]] if any(m.value == "ride" for m in person.marks) else []
        notes = ([block.title] if block.capacity else []) + ride
        rows.append(
            SheetRow(
                block.starts.time(),
                block.ends.time(),
                person.name,
                block.place,
                number,
                ". ".join(notes),
                GONE[language].get(person.look, ""),
                NOTED[language].get(person.look, ""),
            )
        )
    return rows


def _printed(work: Work, language: str) -> tuple[str, str]:
    now = wall_now(work)
    when = f"{long_date(now.date(), language)} {'kl. ' if language == 'da' else ''}{clock(now.time(), language)}"
    return when, work.actor or "–"


def roster_sheet(work: Work, session_id: uuid.UUID, language: str = "da") -> bytes:
    """A team's attendance list, in the order of the screen."""
    card = cards.roster(work, session_id)
    session = work.get_one(TrainingSession, session_id)
    rows = []
    for seat in card.seats:
        number = ""
        if seat.number:
            number = OF[language].format(one=seat.number[0], of=seat.number[1])
        notes = [seat.note, RIDE[language] if seat.ride else ""]
        gone = GONE[language].get(seat.look, "")
        rows.append(RosterRow(seat.name, number, ". ".join(n for n in notes if n), gone))
    return roster_sheet_pdf(
        RosterSheet(
            card.team,
            work.get_one(Centre, session.centre_id).name,
            card.meeting.therapist,
            card.meeting.room,
            card.meeting.starts,
            card.meeting.ends,
            card.meeting.capacity,
            tuple(rows),
            *_printed(work, language),
        ),
        language,
    )


def call_list(work: Work, about: str, hits: tuple[HitCard, ...], language: str = "da") -> bytes:
    """Whom to ring about an absence or a closing; what has been called already stands beside the name."""
    say = words(language)["call_list"]
    called = outcomes.calls_about(work, [hit.session_id for hit in hits])
    rows = []
    for hit in hits:
        done = called.get(hit.session_id, [])
        for one in hit.people:
            numbers = dict.fromkeys(spaced_phone(n) for n in (one.mobile, one.phone) if n)
            rows.append(
                CallRow(
                    one.name,
                    tuple(numbers),
                    hit.before.starts,
                    hit.place.starts if hit.place else None,
                    hit.place.therapist if hit.place else "",
                    hit.place.room if hit.place else "",
                    one.ride,
                    say[done[-1].outcome.value] if done else "",
                )
            )
    centre = next(iter(roster.centres(work)), None)
    name = centre.name if centre else ""
    return call_list_pdf(CallList(about, name, tuple(rows), *_printed(work, language)), language)


def room_week(work: Work, room_id: uuid.UUID, monday: date, language: str = "da") -> bytes:
    """A room's week for the notice board."""
    room = work.get_one(Room, room_id)
    card = days.week_of_room(work, monday, room_id)
    held = [b for b in card.blocks if b.look not in GONE[language]]
    times = []
    for block, lane, lanes in in_lanes(held):
        who = block.title if block.capacity else _initials(block.title)
        times.append(
            RoomTime(
                block.starts.date(),
                block.starts.time(),
                block.ends.time(),
                who,
                block.therapist,
                lane,
                lanes,
            )
        )
    books = rulebooks(work)
    closed = {d: name for d in card.days if (name := roster.closed_name(books, d, room.centre_id))}
    centre = work.get_one(Centre, room.centre_id).name
    week = RoomWeek(room.name, centre, card.days, tuple(times), closed, *_printed(work, language))
    return room_week_pdf(week, language)


def _initials(name: str) -> str:
    parts = name.split()
    return "".join(p[0] for p in (parts[0], parts[-1])) if len(parts) > 1 else name[:2]


def schedule_letter(work: Work, citizen_id: uuid.UUID, language: str = "da") -> bytes:
    """The letter with a citizen's times to come."""
    citizen = work.get_one(Citizen, citizen_id)
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
        tuple(part for part in (citizen.address, town) if part),
        centre.name if centre else "",
        address,
        spaced_phone(phone),
        now.date(),
        times,
        _notice_rules(work, of_courses, now.date(), language),
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


def _notice_rules(
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


# A training that was called off because the citizen came too late was the centre's act, too.
BY_THE_CENTRE = (State.CENTRE_CANCELLED, State.STAFF_MISSED, State.TURNED_AWAY)


def gp_status(
    work: Work, course_id: uuid.UUID, said: StatusWords, language: str = "da"
) -> bytes | None:
    """Make the end status and record it; without a consent that holds, record that, and answer None."""
    row = work.get_one(Course, course_id)
    card = course_card(work, course_id)
    answers = [(card.consent.day, card.consent.answer)] if card.consent else []
    if not status_may_be_sent(answers) or card.consent is None:
        why = card.consent.answer.value if card.consent else Consent.REFUSED.value
        _record(work, course_id, made=False, why="no consent" if not card.consent else why)
        return None
    pdf = gp_status_pdf(_status(work, row, said), language)
    digest = hashlib.sha256(pdf).hexdigest()
    _record(work, course_id, made=True, why="", digest=digest)
    return pdf


def _record(work: Work, course_id: uuid.UUID, *, made: bool, why: str, digest: str = "") -> None:
    work.add(
        StatusRecord(
            course_id=course_id,
            made=made,
            why=why,
            made_by=work.actor,
            made_at=work.now,
            digest=digest,
        )
    )


def _status(work: Work, row: Course, said: StatusWords) -> GpStatus:
    page = course_card(work, row.id)
    citizen = work.get_one(Citizen, row.citizen_id)
    clinic = work.get(GpClinic, citizen.gp_clinic_id) if citizen.gp_clinic_id else None
    staff = work.get(Staff, row.responsible_id) if row.responsible_id else None
    facts = courses.one(work, row.id)
    states = [t.state for t in facts.course.trainings]
    package = allowance.package_now(work, facts)
    centre = work.get_one(Centre, row.centre_id)
    town = f"{citizen.postcode} {citizen.town}".strip()
    consent = page.consent
    assert consent is not None
    whole = None if package.granted is None else package.granted + package.extra
    return GpStatus(
        f"{citizen.given_name} {citizen.family_name}".strip(),
        f"{citizen.number[:6]}-{citizen.number[6:]}",
        ", ".join(part for part in (citizen.address, town) if part),
        clinic.name if clinic else "",
        clinic.ydernummer if clinic else "",
        centre.name,
        spaced_phone(centre.phone),
        staff.name if staff else work.actor,
        staff.title if staff else "",
        wall_now(work).date(),
        row.basis,
        facts.course.events.get("application_received"),
        facts.course.events.get("discharge"),
        facts.course.started,
        facts.course.ended,
        len(states),
        states.count(State.ATTENDED),
        states.count(State.CANCELLED),
        states.count(State.MISSED),
        sum(state in BY_THE_CENTRE for state in states),
        states.count(State.PLANNED),
        package.used,
        whole,
        tuple((g.text, g.reached_on) for g in page.goals),
        said.conclusion.strip(),
        said.result.strip(),
        said.plan.strip(),
        consent.form,
        consent.day,
        consent.noted_by,
    )
