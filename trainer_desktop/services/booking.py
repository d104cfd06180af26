"""Putting trainings in the calendar: refused with the name of what stands in the way, possible with a stated reason."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from sqlalchemy import bindparam, func, select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Room, RoomClosure, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.occupancy import Kind
from trainer_desktop.models.occupy import TAKES_A_PLACE, Use, refusals
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.rules.checks import NEVER_LIFTED, Level, level_of
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.eligibility import Applicant, Finding, check_eligibility
from trainer_desktop.rules.reevaluation import longest_until
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import attendance, courses
from trainer_desktop.services.attendance import Mark
from trainer_desktop.services.courses import Facts
from trainer_desktop.services.roles import role
from trainer_desktop.services.roster import column_of
from trainer_desktop.services.rulebooks import rulebooks

NOBODY = uuid.UUID(int=0)
NOT_READ: Mapping[uuid.UUID, Facts] = {}
_OF_ROOM = standing(select(Room.centre_id).where(Room.id == key_param("room")))
_OF_STAFF = standing(select(Staff.centre_id).where(Staff.id == key_param("staff")))
_CITIZENS = standing(
    select(Course.citizen_id)
    .join(Participant, Participant.course_id == Course.id)
    .where(
        Participant.session_id == key_param("session"),
        Participant.state.in_((State.PLANNED, State.ATTENDED)),
    )
)
_COURSES = standing(
    select(Participant.course_id).where(
        Participant.session_id == key_param("session"), Participant.state == State.PLANNED
    )
)
_ROOM_SHUT = standing(
    select(Room.name, RoomClosure.starts, RoomClosure.ends, RoomClosure.note)
    .join(Room, Room.id == RoomClosure.room_id)
    .where(
        RoomClosure.room_id == key_param("room"),
        RoomClosure.starts < bindparam("before"),
        RoomClosure.ends > bindparam("after"),
    )
)
_ENDED = select(CourseEvent.course_id).where(
    CourseEvent.event == "course_end", CourseEvent.withdrawn.is_(False)
)
_AROUND = standing(
    select(Course.id, Course.basis, Citizen.ride)
    .join(Citizen, Citizen.id == Course.citizen_id)
    .where(
        Course.citizen_id == key_param("citizen"),
        Course.id.not_in(_ENDED),
        Course.declined.is_(False),
    )
)
_NAME = standing(select(Staff.initials).where(Staff.id == key_param("staff")))


@dataclass(frozen=True, slots=True)
class Wish:
    """A training that somebody wants in the calendar; wall time."""

    course_id: uuid.UUID | None
    therapist_id: uuid.UUID
    room_id: uuid.UUID | None
    starts: datetime
    minutes: int
    form: Form = Form.INDIVIDUAL
    team_id: uuid.UUID | None = None
    override: str = ""
    series_id: uuid.UUID | None = None

    @property
    def ends(self) -> datetime:
        """When it ends."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class ObstacleCard:
    """One thing that stands in the way, or is worth knowing, with its facts."""

    reason: Reason
    facts: tuple[tuple[str, object], ...]
    level: Level = Level.REFUSE


@dataclass(frozen=True, slots=True)
class CheckCard:
    """A wish as it is checked: `number` of `whole` is its place in the package; `whole` None: no package."""

    obstacles: tuple[ObstacleCard, ...]
    hours: tuple[time, time] | None
    therapist: str
    number: int
    whole: int | None


def obstacles(
    work: Work,
    wish: Wish,
    session_id: uuid.UUID = NOBODY,
    people: int = 1,
    ignoring: frozenset[uuid.UUID] = frozenset(),
    read: Mapping[uuid.UUID, Facts] = NOT_READ,
) -> list[ObstacleCard]:
    """Everything in the way of a wish, and what is worth knowing; each with what it does for this user.

    A training that is there already (`session_id`) brings those who still take a place in it.
    Trainings in `ignoring` are about to move, too. `read` are courses whose facts are known.
    """
    if session_id != NOBODY:
        people = max(1, active_people(work, session_id))
    found: list[ObstacleCard] = []
    facts = courses.account(work, wish.course_id) if wish.course_id else None
    citizens = [facts.citizen_id] if facts else citizens_on(work, session_id)
    for check in (_time, partial(_hours, work), partial(_room_open, work)):
        found += _found_by(work, check, wish)
    if facts:
        found += _found_by(work, _package, wish, facts)
    on_it = [facts] if facts else _courses_on(work, session_id, read)
    for one in on_it:
        for rule in (_ended, _longest):
            found += _found_by(work, rule, wish, one)
        found += [_card(work, no) for no in _around(work, wish, one)]
    uses = _uses(wish, session_id, people, citizens)
    return found + [_card(work, no) for no in refusals(work, uses, ignoring)]


def _found_by(work: Work, check: Callable[..., None], *about: object) -> list[ObstacleCard]:
    try:
        check(*about)
    except Refused as no:
        return [_card(work, no)]
    return []


def _courses_on(work: Work, session_id: uuid.UUID, read: Mapping[uuid.UUID, Facts]) -> list[Facts]:
    """The courses of those on a training that is there already; an empty list for a new one."""
    if session_id == NOBODY:
        return []
    ids = [row.course_id for row in work.rows(_COURSES, session=session_id)]
    found = read if all(key in read for key in ids) else courses.facts(work, ids)
    return [found[key] for key in ids]


def facts_on(work: Work, session_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Facts]:
    """The facts of every course that is planned on some trainings, read at once."""
    planned = select(Participant.course_id).where(
        Participant.session_id.in_(list(session_ids)), Participant.state == State.PLANNED
    )
    return courses.facts(work, work.scalars(planned.distinct()))


def _card(work: Work, no: Refused) -> ObstacleCard:
    level = level_of(no.reason, role(work), rulebooks(work).settings)
    return ObstacleCard(no.reason, tuple(no.facts.items()), level)


def check(work: Work, wish: Wish) -> CheckCard:
    """Everything in the way of a wish, and what holds."""
    column = column_of(work, wish.therapist_id, wish.starts.date())
    facts = courses.account(work, wish.course_id) if wish.course_id else None
    account = facts.ledger if facts else None
    return CheckCard(
        tuple(obstacles(work, wish)),
        column.hours if column else None,
        column.subtitle if column else "",
        account.used + account.booked + 1 if account else 0,
        (account.granted or 0) + account.extra if account and account.granted is not None else None,
    )


def book(work: Work, wish: Wish) -> uuid.UUID:
    """Book a training and answer its id; raises Refused with the first obstacle, unless an override states why."""
    refuse_unless_stated(work, wish)
    session_id = new_key()
    session = {
        "id": session_id,
        "centre_id": centre_of(work, wish.therapist_id, wish.room_id),
        "team_id": wish.team_id,
        "therapist_id": wish.therapist_id,
        "room_id": wish.room_id,
        "starts": wish.starts,
        "ends": wish.ends,
        "form": wish.form,
        "override": wish.override,
        "series_id": wish.series_id,
    }
    work.insert_rows(TrainingSession, [session])
    if wish.course_id:
        place = {"session_id": session_id, "course_id": wish.course_id}
        work.insert_rows(Participant, [place])
    return session_id


def refuse_unless_stated(work: Work, wish: Wish, session_id: uuid.UUID = NOBODY) -> None:
    """Raise Refused with the first obstacle that refuses and that a stated reason does not lift."""
    for obstacle in obstacles(work, wish, session_id):
        if obstacle.level is not Level.REFUSE:
            continue
        if obstacle.reason in NEVER_LIFTED or not wish.override:
            raise Refused(obstacle.reason, **dict(obstacle.facts))


def move(
    work: Work,
    session_id: uuid.UUID,
    *,
    starts: datetime | None = None,
    minutes: int | None = None,
    therapist_id: uuid.UUID | None = None,
    room_id: uuid.UUID | None = None,
    override: str = "",
) -> None:
    """Move or stretch a training; what is not named stays. Raises Refused ALREADY_NOTED once attendance is noted."""
    session = work.get_one(TrainingSession, session_id)
    if settled(work, [session_id]):
        raise Refused(Reason.ALREADY_NOTED)
    before = int((session.ends - session.starts).total_seconds()) // 60
    wish = Wish(
        None,
        therapist_id or session.therapist_id,
        room_id or session.room_id,
        starts or session.starts,
        minutes or before,
        session.form,
        session.team_id,
        override,
    )
    refuse_unless_stated(work, wish, session_id)
    session.starts, session.ends = wish.starts, wish.ends
    session.therapist_id, session.room_id = wish.therapist_id, wish.room_id
    session.override = override
    if wish.room_id:
        session.centre_id = centre_of(work, wish.therapist_id, wish.room_id)


def join_team(work: Work, session_id: uuid.UUID, course_id: uuid.UUID) -> None:
    """Put a citizen on a team's training; one who cancelled comes after all.

    Raises Refused when it is full, the citizen is on it, the package is used, or the course has ended.
    """
    session = work.get_one(TrainingSession, session_id)
    query = select(Participant).where(
        Participant.session_id == session_id, Participant.course_id == course_id
    )
    there = work.scalars(query).first()
    if there and there.state is not State.CANCELLED:
        raise Refused(Reason.ALREADY_ON_TEAM)
    facts = courses.account(work, course_id)
    minutes = int((session.ends - session.starts).total_seconds()) // 60
    wish = Wish(course_id, session.therapist_id, session.room_id, session.starts, minutes)
    _ended(wish, facts)
    _package(wish, facts)
    if session.team_id:
        team = work.get_one(Team, session.team_id)
        if active_people(work, session_id) >= team.capacity:
            raise Refused(Reason.TEAM_FULL, what=team.name, capacity=team.capacity)
    if there:
        attendance.note(work, there.id, Mark(State.PLANNED), "Kommer alligevel")
    else:
        work.add(Participant(session_id=session_id, course_id=course_id))


def remove(work: Work, session_id: uuid.UUID) -> None:
    """Take back a training that was booked by mistake; it leaves the calendar and the ledger."""
    session = work.get_one(TrainingSession, session_id)
    for person in work.scalars(select(Participant).where(Participant.session_id == session_id)):
        person.withdrawn = True
    session.withdrawn = True


def settled(work: Work, ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """The trainings that are not touched any more: somebody came or stayed away, or nobody is left on them."""
    query = select(Participant.session_id, Participant.state)
    rows = work.execute(query.where(Participant.session_id.in_(list(ids)))).all()
    states: dict[uuid.UUID, set[State]] = defaultdict(set)
    for session, state in rows:
        states[session].add(state)
    held = {State.ATTENDED, State.MISSED}
    return {key for key, found in states.items() if found & held or State.PLANNED not in found}


def called_off(work: Work, ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """The trainings that the centre called off: somebody's was, and nobody is left on them."""
    query = select(Participant.session_id, Participant.state)
    rows = work.execute(query.where(Participant.session_id.in_(list(ids)))).all()
    failed = {key for key, state in rows if state in (State.CENTRE_CANCELLED, State.STAFF_MISSED)}
    return failed - {key for key, state in rows if state in TAKES_A_PLACE}


def active_people(work: Work, session_id: uuid.UUID) -> int:
    """How many take a place in a training."""
    query = select(func.count()).where(
        Participant.session_id == session_id, Participant.state.in_(TAKES_A_PLACE)
    )
    return work.scalar(query) or 0


def centre_of(work: Work, therapist: uuid.UUID, room: uuid.UUID | None = None) -> uuid.UUID:
    """Where a training is held: the room's centre, or the therapist's own."""
    rows = work.rows(_OF_ROOM, room=room) if room else work.rows(_OF_STAFF, staff=therapist)
    [(centre,)] = rows
    return centre


def _time(wish: Wish) -> None:
    if wish.minutes < 5 or wish.ends.date() != wish.starts.date() or wish.starts.hour < 4:
        raise Refused(Reason.BAD_TIME)


def _hours(work: Work, wish: Wish) -> None:
    day = wish.starts.date()
    column = column_of(work, wish.therapist_id, day)
    if column is None:
        return
    if column.closed:
        raise Refused(Reason.CLOSED, what=column.closed)
    starts, ends = wish.starts.time(), wish.ends.time()
    for away in column.away:
        if away.starts < ends and away.ends > starts:
            raise Refused(
                Reason.THERAPIST_ABSENT,
                what=column.title,
                starts=away.starts,
                ends=away.ends,
                kind=away.kind,
            )
    if column.hours is None or starts < column.hours[0] or ends > column.hours[1]:
        hours = column.hours
        raise Refused(
            Reason.OUTSIDE_HOURS,
            what=column.title,
            starts=hours[0] if hours else None,
            ends=hours[1] if hours else None,
        )


def _ended(wish: Wish, facts: Facts) -> None:
    if facts.course.ended and facts.course.ended < wish.starts.date():
        raise Refused(Reason.COURSE_ENDED, day=facts.course.ended)


def _package(wish: Wish, facts: Facts) -> None:
    account = facts.ledger
    if account.free is not None and account.free <= 0:
        whole = (account.granted or 0) + account.extra
        raise Refused(Reason.PACKAGE_USED, used=account.used, booked=account.booked, whole=whole)


def _room_open(work: Work, wish: Wish) -> None:
    if wish.room_id is None:
        return
    books, day = rulebooks(work), wish.starts.date()
    if books.closing_at:
        [(centre,)] = work.rows(_OF_ROOM, room=wish.room_id)
        if name := books.closing_at.get((centre, day)):
            raise Refused(Reason.CLOSED, what=name)
    for row in work.rows(_ROOM_SHUT, room=wish.room_id, before=wish.ends, after=wish.starts):
        raise Refused(
            Reason.ROOM_CLOSED, what=row.name, starts=row.starts, ends=row.ends, why=row.note
        )


def _longest(wish: Wish, facts: Facts) -> None:
    until = longest_until(facts.course, facts.book)
    if until and wish.starts.date() > until:
        raise Refused(Reason.LONGEST_PASSED, day=until)


def _around(work: Work, wish: Wish, facts: Facts) -> list[Refused]:
    """What the citizen's other courses, ride and usual therapist say."""
    found: list[Refused] = []
    rows = work.rows(_AROUND, citizen=facts.citizen_id)
    others = frozenset(row.basis for row in rows if row.id != facts.id)
    if others:
        applicant = Applicant(wish.starts.date(), running=others)
        for result in check_eligibility(applicant, facts.book):
            stands = result.finding in (Finding.REFUSAL_MAY_BE_PROPOSED, Finding.WARNING)
            if stands and result.met:
                rule = result.rule
                found.append(
                    Refused(
                        Reason.PARALLEL_COURSE,
                        basis=", ".join(result.met),
                        what=rule.text if rule else "",
                        place=rule.place if rule else "",
                    )
                )
    if any(row.ride for row in rows if row.id == facts.id):
        found.append(Refused(Reason.RIDE, starts=wish.starts))
    if facts.responsible_id and facts.responsible_id != wish.therapist_id:
        usual = next((r.initials for r in work.rows(_NAME, staff=facts.responsible_id)), "")
        found.append(Refused(Reason.OTHER_THERAPIST, what=usual))
    return found


def citizens_on(work: Work, session_id: uuid.UUID) -> list[uuid.UUID]:
    """Who is on a training that is there already."""
    if session_id == NOBODY:
        return []
    return [row.citizen_id for row in work.rows(_CITIZENS, session=session_id)]


def _uses(wish: Wish, session_id: uuid.UUID, people: int, citizens: list[uuid.UUID]) -> list[Use]:
    span = (wish.starts, wish.ends)
    found = [Use(session_id, Kind.THERAPIST.value, wish.therapist_id, *span, 1, True)]
    if wish.room_id:
        found.append(Use(session_id, Kind.ROOM.value, wish.room_id, *span, people, True))
    return found + [Use(session_id, Kind.CITIZEN.value, c, *span, 1, True) for c in citizens]
