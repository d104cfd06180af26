"""Putting trainings in the calendar: refused with the name of what stands in the way, possible with a stated reason."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime

from sqlalchemy import bindparam, func, select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, RoomClosure, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Kind
from trainer_desktop.models.occupy import Use, refusals
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.checks import NEVER_LIFTED, Level, level_of
from trainer_desktop.rules.course import TAKES_A_PLACE, Form, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking.wish import CheckCard, ObstacleCard, Wish
from trainer_desktop.services.centre.roster import column_of
from trainer_desktop.services.courses import checks as course_checks
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.checks import KnownCourses
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.store.roles import role

INDOORS = (Form.INDIVIDUAL, Form.TEAM, Form.POOL)
NOBODY = uuid.UUID(int=0)
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
_ENDS_OF_STAFF = standing(
    select(Staff.name, Staff.ended, Centre.name, Centre.ended)
    .join(Centre, Centre.id == Staff.centre_id)
    .where(Staff.id == key_param("staff"))
)
_END_OF_TEAM = standing(select(Team.name, Team.ended).where(Team.id == key_param("team")))
_ROOM_SHUT = standing(
    select(Room.name, RoomClosure.starts, RoomClosure.ends, RoomClosure.note)
    .join(Room, Room.id == RoomClosure.room_id)
    .where(
        RoomClosure.room_id == key_param("room"),
        RoomClosure.starts < bindparam("before"),
        RoomClosure.ends > bindparam("after"),
    )
)


def obstacles(
    work: Work,
    wish: Wish,
    session_id: uuid.UUID = NOBODY,
    people: int = 1,
    ignoring: frozenset[uuid.UUID] = frozenset(),
    known: KnownCourses | None = None,
) -> list[ObstacleCard]:
    """Everything in the way of a wish, and what is worth knowing; each with what it does for this user.

    A training that is there already (`session_id`) brings those who still take a place in it.
    Trainings in `ignoring` are about to move, too. `known` spares reading the same
    courses for several wishes.
    """
    try:
        limits.training_time(wish.starts, wish.minutes)
        limits.day_within(wish.starts.date(), wall_now(work).date())
    except Refused as no:
        return [_card(work, no)]  # nothing else can be asked of such a time
    if session_id != NOBODY:
        people = max(1, active_people(work, session_id))
    known = known or KnownCourses(work)
    facts = known.account(wish.course_id) if wish.course_id else None
    citizens = [facts.citizen_id] if facts else citizens_on(work, session_id)
    found: list[Refused] = []
    checks: list[Callable[[], None]] = [
        lambda: _day(work, wish),
        lambda: _in_use(work, wish),
        lambda: _hours(work, wish),
        lambda: _room_open(work, wish),
    ]
    if facts:
        checks.append(lambda: course_checks.refuse_used(facts, wish.minutes))
    for check in checks:
        try:
            check()
        except Refused as no:
            found.append(no)
    on_it = [facts] if facts else known.on(session_id) if session_id != NOBODY else []
    for one in on_it:
        found += course_checks.said_of(known, one, wish.starts, wish.therapist_id)
    found += refusals(work, _uses(wish, session_id, people, citizens), ignoring)
    if facts:
        found += course_checks.worth_knowing(facts, wish.starts)
    if wish.room_id is None and wish.form in INDOORS:
        found.append(Refused(Reason.NO_ROOM))
    return [_card(work, no) for no in found]


def _card(work: Work, no: Refused) -> ObstacleCard:
    level = level_of(no.reason, role(work), rulebooks(work).settings)
    return ObstacleCard(no.reason, tuple(no.facts.items()), level)


def check(work: Work, wish: Wish) -> CheckCard:
    """Everything in the way of a wish, and what holds."""
    column = column_of(work, wish.therapist_id, wish.starts.date())
    known = KnownCourses(work)
    account = known.account(wish.course_id).ledger if wish.course_id else None
    return CheckCard(
        tuple(obstacles(work, wish, known=known)),
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


def refuse_unless_stated(
    work: Work,
    wish: Wish,
    session_id: uuid.UUID = NOBODY,
    ignoring: frozenset[uuid.UUID] = frozenset(),
) -> None:
    """Raise Refused with the first obstacle that refuses and that a stated reason does not lift."""
    for obstacle in obstacles(work, wish, session_id, ignoring=ignoring):
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
    work.rely_on(session)
    if settled(work, [session_id]):
        raise Refused(Reason.ALREADY_NOTED)
    before = int((session.ends - session.starts).total_seconds()) // 60
    wish = Wish(
        None,
        therapist_id or session.therapist_id,
        room_id or session.room_id,
        starts or session.starts,
        before if minutes is None else minutes,
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
    """Put a citizen on a team's training.

    Raises Refused when it is no team's, is full, the citizen is on it or has cancelled it (coming all the
    same is an act of its own: `attendance.comes_after_all`), the package is used, or the course has ended.
    """
    session = work.get_one(TrainingSession, session_id)
    work.rely_on(session)
    if session.team_id is None:
        raise Refused(Reason.NOT_A_TEAM)
    query = select(Participant).where(
        Participant.session_id == session_id, Participant.course_id == course_id
    )
    there = work.scalars(query).first()
    if there and there.state is State.CANCELLED:
        raise Refused(Reason.HAS_CANCELLED, starts=session.starts, told=there.told)
    if there:
        raise Refused(Reason.ALREADY_ON_TEAM)
    facts = courses.account(work, course_id)
    course_checks.refuse_ended(facts, session.starts)
    course_checks.refuse_used(facts, int((session.ends - session.starts).total_seconds()) // 60)
    team = work.get_one(Team, session.team_id)
    if active_people(work, session_id) >= team.capacity:
        raise Refused(Reason.TEAM_FULL, what=team.name, capacity=team.capacity)
    work.add(Participant(session_id=session_id, course_id=course_id))


def still_holds(
    work: Work,
    session_id: uuid.UUID,
    courses_gained: Iterable[uuid.UUID],
    stood: frozenset[uuid.UUID] = frozenset(),
) -> None:
    """Refuse what would not be booked today: for a training that comes to stand where it did not.

    Raises Refused with the first obstacle, unless a reason for it was stated when it was booked. What has
    begun is let be, but for the places of its team and the packages; and so is what `stood` beside it.
    """
    session = work.get_one(TrainingSession, session_id)
    for facts in courses.accounts(work, courses_gained).values():
        course_checks.refuse_used(facts, 0, trainings=0)
        course_checks.refuse_ended(facts, session.starts)
    if session.starts <= wall_now(work) or session.override:
        return
    minutes = int((session.ends - session.starts).total_seconds()) // 60
    wish = Wish(
        None,
        session.therapist_id,
        session.room_id,
        session.starts,
        minutes,
        session.form,
        session.team_id,
    )
    refuse_unless_stated(work, wish, session_id, stood)


def remove(work: Work, session_id: uuid.UUID) -> None:
    """Take back a training that was booked by mistake; it leaves the calendar and the ledger.

    Raises Refused ALREADY_NOTED once somebody came or stayed away: that has been held.
    """
    session = work.get_one(TrainingSession, session_id)
    people = list(work.scalars(select(Participant).where(Participant.session_id == session_id)))
    work.rely_on(session, *people)
    if any(person.state in (State.ATTENDED, State.MISSED) for person in people):
        raise Refused(Reason.ALREADY_NOTED)
    for person in people:
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
    p = Participant
    query = select(p.session_id, p.state, p.centre_cancelled_at)
    rows = work.execute(query.where(p.session_id.in_(list(ids)))).all()
    failing = (State.CENTRE_CANCELLED, State.STAFF_MISSED)
    failed = {key for key, state, at in rows if state in failing or at is not None}
    return failed - {key for key, state, _at in rows if state in TAKES_A_PLACE}


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


def _day(work: Work, wish: Wish) -> None:
    """A day that has passed is booked only with a stated reason: what was held and never typed in."""
    if wish.starts.date() < wall_now(work).date():
        raise Refused(Reason.PAST_DAY, day=wish.starts.date())


def _in_use(work: Work, wish: Wish) -> None:
    """Nobody who has left, no team and no centre that is out of use takes a training any more."""
    day = wish.starts.date()
    ends: list[tuple[str, date | None]] = []
    for row in work.rows(_ENDS_OF_STAFF, staff=wish.therapist_id):
        ends += [(row[0], row[1]), (row[2], row[3])]
    if wish.team_id:
        ends += [(row[0], row[1]) for row in work.rows(_END_OF_TEAM, team=wish.team_id)]
    for name, ended in ends:
        if ended and ended < day:
            raise Refused(Reason.NOT_IN_USE, text=name)


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
    if not column.open_at(starts, ends):
        hours = column.hours
        raise Refused(
            Reason.OUTSIDE_HOURS,
            what=column.title,
            starts=hours[0] if hours else None,
            ends=hours[1] if hours else None,
            breaks=column.breaks,
        )


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
