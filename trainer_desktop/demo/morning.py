"""A morning at the demo centre without a window: book, attend, cancel, stay away, re-evaluate, end, and the GP status.

It plays through the same use cases as the window, tells what happened and why, and writes the papers to a folder.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select

from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.store import Store
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.days import WorkCalendar
from trainer_desktop.rules.entries import EntryKind
from trainer_desktop.rules.gp_status import Consent
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.attendance import consequence, marking
from trainer_desktop.services.attendance.consequence import ConsequenceCard
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses import events, facts, reevaluations
from trainer_desktop.services.messages import signing
from trainer_desktop.services.papers import letters, sheets
from trainer_desktop.services.spoken import KINDS, NEW_TIME, TRIGGERS, refusal
from trainer_desktop.services.store import opening
from trainer_desktop.services.store.moments import monday_of

Tell = Callable[[str], None]


@dataclass
class Clock:
    """A clock that the morning moves on."""

    wall: datetime

    def __call__(self) -> datetime:
        return self.wall.replace(tzinfo=opening.COPENHAGEN).astimezone(UTC)


def working_day(today: date) -> date:
    """The first day from today on which the centre is open."""
    return WorkCalendar().on_or_after(today)


class Morning:
    """The story; `tell` is given each line."""

    def __init__(self, store: Store, clock: Clock, folder: Path, tell: Tell) -> None:
        self.store = store
        self.clock = clock
        self.folder = folder
        self.tell = tell
        self.day = clock.wall.date()

    def play(self) -> list[Path]:
        """Play it; answers the papers written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.store.read() as work:
            course, therapist = self._someone(work)
            name, initials = self._name(work, course), work.get_one(Staff, therapist).initials
        self.store.actor = initials
        self.tell(f"Træningscenter Åsø, {self.day:%d-%m-%Y}. {initials} er ansvarlig for {name}.")
        sessions = self._book(course, therapist, name)
        self._mark(sessions[0], time(9, 50), Mark(State.ATTENDED), name)
        self._cancel(sessions[1], time(8, 45), name)
        self._cancel(sessions[2], time(9, 20), name)
        self._mark(sessions[3], time(10, 5), Mark(State.MISSED), name)
        papers = [self._paper("dagsseddel.pdf", sheets.day_sheet, therapist, self.day)]
        papers.append(self._letter(course, name))
        papers.append(self._room())
        self._decide(course, name)
        papers.append(self._status(course, name))
        return papers

    # ---- who

    def _someone(self, work: Work) -> tuple[uuid.UUID, uuid.UUID]:
        """A course under a standard that acts on a no-show, with room in the package and no absence noted."""
        rows = work.execute(
            select(Course.id, Course.responsible_id)
            .join(CourseEvent, CourseEvent.course_id == Course.id)
            .where(
                CourseEvent.event == "course_start",
                CourseEvent.day < self.day,
                Course.ended.is_(None),
                Course.basis == "SEL86.1",
                Course.responsible_id.is_not(None),
            )
            .order_by(Course.number)
        ).all()
        known = facts.facts(work, [row.id for row in rows])
        for row in rows:
            account = known[row.id].ledger
            absent = any(e.kind is EntryKind.MISSED for e in account.entries)
            if not absent and (account.free or 0) >= 4 and row.responsible_id:
                return row.id, row.responsible_id
        raise LookupError("no course with four free trainings")

    def _name(self, work: Work, course: uuid.UUID) -> str:
        citizen = work.get_one(Citizen, work.get_one(Course, course).citizen_id)
        return f"{citizen.given_name} {citizen.family_name}"

    # ---- what happens

    def _book(self, course: uuid.UUID, therapist: uuid.UUID, name: str) -> list[uuid.UUID]:
        """Book four trainings on the next days with hours; the clash of a second booking is refused."""
        made: list[uuid.UUID] = []
        day, tries = self.day, 0
        while len(made) < 4 and tries < 60:
            tries += 1
            wish = self._free_wish(course, therapist, day)
            day += timedelta(days=1)
            if wish is None:
                continue
            with self.store.work("book") as work:
                booking.book(work, wish)
            made.append(self._session_of(course, wish.starts))
            self.tell(f"  Booket: {name} {wish.starts:%d-%m kl. %H.%M}, 45 min.")
            if len(made) == 1:
                self._refuse_double(wish)
        return made

    def _free_wish(self, course: uuid.UUID, therapist: uuid.UUID, day: date) -> Wish | None:
        with self.store.read() as work:
            for minutes in range(9 * 60, 15 * 60, 15):
                starts = datetime.combine(day, time()) + timedelta(minutes=minutes)
                room = free_times.free_room(work, Wish(course, therapist, None, starts, 45))
                wish = Wish(course, therapist, room, starts, 45)
                if not booking.obstacles(work, wish):
                    return wish
        return None

    def _refuse_double(self, wish: Wish) -> None:
        try:
            with self.store.work("book twice") as work:
                booking.book(work, Wish(None, wish.therapist_id, None, wish.starts, 45))
        except Refused as no:
            self.tell(f"  Samme tid igen: afvist. {refusal(no)}")

    def _session_of(self, course: uuid.UUID, starts: datetime) -> uuid.UUID:
        with self.store.read() as work:
            found = work.scalar(
                select(Participant.id)
                .join(TrainingSession, TrainingSession.id == Participant.session_id)
                .where(Participant.course_id == course, TrainingSession.starts == starts)
            )
            assert found
            return found

    def _starts(self, participant: uuid.UUID) -> datetime:
        with self.store.read() as work:
            person = work.get_one(Participant, participant)
            return work.get_one(TrainingSession, person.session_id).starts

    def _cancel(self, participant: uuid.UUID, at: time, name: str) -> None:
        told = datetime.combine(self._starts(participant).date(), at)
        self._mark(participant, at, Mark(State.CANCELLED, Why.ILLNESS, told), name)

    def _mark(self, participant: uuid.UUID, at: time, mark: Mark, name: str) -> None:
        starts = self._starts(participant)
        self.clock.wall = max(datetime.combine(starts.date(), at), self.clock.wall)
        if mark.state in (State.ATTENDED, State.MISSED):
            self.clock.wall = max(self.clock.wall, starts + timedelta(minutes=50))
        with self.store.read() as work:
            card = consequence.consequence(work, participant, mark)
        with self.store.work("note") as work:
            marking.note(work, participant, mark)
        self._tell_consequence(name, card)

    def _tell_consequence(self, name: str, card: ConsequenceCard) -> None:
        kind = KINDS[card.entry.kind]
        at = f", meldt kl. {card.mark.told:%H.%M}" if card.mark.told else ""
        counts = "tæller" if card.entry.cost else "tæller ikke"
        self.tell(f"  {name} {card.starts:%d-%m kl. %H.%M}: {kind}{at}.")
        self.tell(
            f"    Pakken: {counts}, {card.used} af {card.granted} brugt, {card.left} tilbage."
        )
        if card.entry.new_time:
            self.tell(f"    Erstatning: {NEW_TIME[card.entry.new_time]}.")
        for one in card.opened:
            self.tell(f"    Revurdering åbnes til {one.responsible}.")
        if card.rule:
            self.tell(f"    Regel: {card.rule.text} ({card.standard}, {card.rule.place})")

    def _decide(self, course: uuid.UUID, name: str) -> None:
        with self.store.read() as work:
            opened = facts.one(work, course).open_reevaluations(self.clock.wall.date())
            later = len(reevaluations.later(work, course))
        if not opened:
            self.tell("  Ingen revurdering er åben.")
            return
        item = opened[0]
        with self.store.work("decide") as work:
            reevaluations.decide(
                work,
                course,
                item.opened_by,
                Outcome.END,
                "Aftalt med borgeren: fortsætter selv hjemme.",
                release=True,
            )
        self.tell(
            f"  Revurdering ({TRIGGERS[item.why]}) afgjort: {name}s forløb afsluttes, {later} senere træninger frigives."
        )

    def _status(self, course: uuid.UUID, name: str) -> Path:
        words = {
            "conclusion": "Forløbet er afsluttet efter aftale. Ingen opfølgning hos egen læge.",
            "result": "Borgeren klarer sig selv i hjemmet.",
            "plan": "Egentræning hjemme efter udleveret program.",
        }
        with self.store.work("status") as work:
            _key, made = signing.sign(work, course, words)
        assert made is None
        self.tell("  Slutstatus uden samtykke: ikke lavet, og det er noteret.")
        with self.store.work("consent") as work:
            events.note_consent(work, course, Consent.GIVEN, "mundtligt")
        with self.store.work("status") as work:
            _key, pdf = signing.sign(work, course, words)
        assert pdf
        file = self.folder / "slutstatus.pdf"
        file.write_bytes(pdf)
        self.tell(f"  Samtykke givet: slutstatus for {name} er skrevet.")
        return file

    # ---- papers

    def _paper(self, name: str, paper: Callable[..., bytes], *args: object) -> Path:
        with self.store.read() as work:
            pdf = paper(work, *args)
        file = self.folder / name
        file.write_bytes(pdf)
        return file

    def _letter(self, course: uuid.UUID, _name: str) -> Path:
        with self.store.read() as work:
            citizen = work.get_one(Course, course).citizen_id
        return self._paper("mødeplan.pdf", letters.schedule_letter, citizen)

    def _room(self) -> Path:
        with self.store.read() as work:
            room = next(r for r in roster.rooms(work) if r.name == "1")
        return self._paper("lokale-uge.pdf", sheets.room_week, room.id, monday_of(self.day))


def play(folder: Path, tell: Tell, today: date) -> list[Path]:
    """Make a demo centre of its own in the folder, and play the morning on it."""
    clock = Clock(datetime.combine(working_day(today), time(7, 45)))
    file = folder / "morning.db"
    for old in folder.glob("morning.*"):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    store = demo_centre.open_demo(file, clock)
    try:
        return Morning(store, clock, folder, tell).play()
    finally:
        store.close()
