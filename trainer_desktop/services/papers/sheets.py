"""The papers of a day: each gathers its facts and hands them to the documents."""

import uuid
from datetime import date

from trainer_desktop.documents.call_list import CallList, CallRow, call_list_pdf
from trainer_desktop.documents.day_sheet import DaySheet, SheetRow, day_sheet_pdf
from trainer_desktop.documents.paper import Book
from trainer_desktop.documents.room_week import RoomTime, RoomWeek, room_week_pdf
from trainer_desktop.documents.roster_sheet import RosterRow, RosterSheet, roster_sheet_pdf
from trainer_desktop.documents.wording import clock, long_date, words
from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.training import TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.absence.outage import HitCard
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar import days
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.calendar.lanes import in_lanes
from trainer_desktop.services.calls import outcomes
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.papers.letters import FREE_FROM, OF
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


def day_sheet(
    work: Work, staff_id: uuid.UUID, day: date, language: str = "da", book: Book | None = None
) -> bytes:
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
            *printed(work, language),
        ),
        language,
        book,
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
        marks = [] if person.look in GONE[language] else person.marks
        notes = [block.title] if block.capacity else []
        notes += [words(language)["marks"][mark.value] for mark in marks]
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


def printed(work: Work, language: str) -> tuple[str, str]:
    """When a paper is printed, and by whom."""
    now = wall_now(work)
    when = f"{long_date(now.date(), language)} {'kl. ' if language == 'da' else ''}{clock(now.time(), language)}"
    return when, work.actor or "–"


def roster_sheet(
    work: Work, session_id: uuid.UUID, language: str = "da", book: Book | None = None
) -> bytes:
    """A team's attendance list, in the order of the screen."""
    card = cards.roster(work, session_id)
    session = work.get_one(TrainingSession, session_id)
    rows = []
    for seat in card.seats:
        number = ""
        if seat.number:
            number = OF[language].format(one=seat.number[0], of=seat.number[1])
        notes = [seat.note, words(language)["marks"]["ride"] if seat.ride else ""]
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
            *printed(work, language),
        ),
        language,
        book,
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
    return call_list_pdf(CallList(about, name, tuple(rows), *printed(work, language)), language)


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
    week = RoomWeek(room.name, centre, card.days, tuple(times), closed, *printed(work, language))
    return room_week_pdf(week, language)


def _initials(name: str) -> str:
    parts = name.split()
    return "".join(p[0] for p in (parts[0], parts[-1])) if len(parts) > 1 else name[:2]
