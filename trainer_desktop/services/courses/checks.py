"""What a citizen's courses say of a training: ended, the package used, too late, a parallel course, a ride, the usual therapist."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CoursePause
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.training import Participant
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.eligibility import Applicant, CheckResult, Finding, check_eligibility
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.rules.kinds import DECEASED, MOVED
from trainer_desktop.rules.reevaluation import longest_until
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import rulebooks

_PLANNED = standing(
    select(Participant.session_id, Participant.course_id).where(
        Participant.session_id.in_(key_param("sessions", many=True)),
        Participant.state == State.PLANNED,
    )
)
_AROUND = standing(
    select(
        Course.id,
        Course.basis,
        Course.standard,
        Citizen.ride,
        Citizen.number,
        Course.ended,
        Citizen.standing,
        Citizen.standing_since,
    )
    .join(Citizen, Citizen.id == Course.citizen_id)
    .where(Course.citizen_id == key_param("citizen"), Course.declined.is_(False))
)
_RESTS = standing(
    select(CoursePause.first, CoursePause.last).where(CoursePause.course_id == key_param("course"))
)
_NAME = standing(select(Staff.initials).where(Staff.id == key_param("staff")))


class KnownCourses:
    """What is asked of courses again and again while many trainings are checked and nothing is changed."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._accounts: dict[uuid.UUID, Facts] = {}
        self._around: dict[uuid.UUID, list[Any]] = {}
        self._names: dict[uuid.UUID, str] = {}
        self._planned: dict[uuid.UUID, list[uuid.UUID]] = {}
        self._rests: dict[uuid.UUID, list[Any]] = {}

    def read(self, session_ids: Iterable[uuid.UUID]) -> None:
        """Read the courses that are planned on some trainings, all at once."""
        ids = list(session_ids)
        self._planned |= {key: [] for key in ids}
        for session, course in self._work.rows(_PLANNED, sessions=ids):
            self._planned[session].append(course)
        wanted = {key for some in self._planned.values() for key in some} - set(self._accounts)
        self._accounts |= courses.accounts(self._work, wanted)

    def on(self, session_id: uuid.UUID) -> list[Facts]:
        """The courses that are planned on a training."""
        if session_id not in self._planned:
            self.read([session_id])
        return [self._accounts[key] for key in self._planned[session_id]]

    def account(self, course_id: uuid.UUID) -> Facts:
        """One course's facts."""
        if course_id not in self._accounts:
            self._accounts[course_id] = courses.account(self._work, course_id)
        return self._accounts[course_id]

    def number(self, citizen_id: uuid.UUID) -> str:
        """A citizen's personal number."""
        return next((str(row.number) for row in self.around(citizen_id)), "")

    def book(self, basis: str, standard: str) -> Rulebook:
        """The rulebook of a course of this basis and standard."""
        return rulebooks(self._work).for_course(basis, standard)

    def around(self, citizen_id: uuid.UUID) -> list[Any]:
        """A citizen's courses: id, basis, standard, ride, number, and the day each ended."""
        if citizen_id not in self._around:
            self._around[citizen_id] = list(self._work.rows(_AROUND, citizen=citizen_id))
        return self._around[citizen_id]

    def rests(self, course_id: uuid.UUID) -> list[Any]:
        """The first and last day of each of a course's pauses."""
        if course_id not in self._rests:
            self._rests[course_id] = list(self._work.rows(_RESTS, course=course_id))
        return self._rests[course_id]

    def initials(self, staff_id: uuid.UUID) -> str:
        """Somebody's initials."""
        if staff_id not in self._names:
            rows = self._work.rows(_NAME, staff=staff_id)
            self._names[staff_id] = next((row.initials for row in rows), "")
        return self._names[staff_id]


def refuse_ended(facts: Facts, starts: datetime) -> None:
    """Raise Refused COURSE_ENDED for a training after the course's end."""
    if facts.course.ended and facts.course.ended < starts.date():
        raise Refused(Reason.COURSE_ENDED, day=facts.course.ended)


def refuse_used(facts: Facts, minutes: int, trainings: int = 1) -> None:
    """Raise Refused PACKAGE_USED when so many more trainings of these minutes do not fit in the package."""
    account = facts.ledger
    if account.has_room(minutes, trainings):
        return
    if account.granted is None or (account.free is not None and account.free >= trainings):
        whole, used = (account.granted_minutes or 0) + account.extra_minutes, account.used_minutes
        booked = (account.left_minutes or 0) - (account.free_minutes or 0)
        raise Refused(Reason.PACKAGE_USED, used=used, booked=booked, whole=whole, unit="minutes")
    whole = account.granted + account.extra
    raise Refused(Reason.PACKAGE_USED, used=account.used, booked=account.booked, whole=whole)


def said_of(
    known: KnownCourses, facts: Facts, starts: datetime, therapist_id: uuid.UUID
) -> Iterator[Refused]:
    """What a course has against a training then with that therapist, or wants to be known; the package aside."""
    try:
        refuse_ended(facts, starts)
    except Refused as no:
        yield no
    until = longest_until(facts.course, facts.book)
    if until and starts.date() > until:
        yield Refused(Reason.LONGEST_PASSED, day=until)
    for pause in known.rests(facts.id):
        if pause.first <= starts.date() <= pause.last:
            yield Refused(Reason.COURSE_RESTS, first=pause.first, last=pause.last)
    around = known.around(facts.citizen_id)
    if any(row.standing == DECEASED for row in around):
        yield Refused(Reason.CITIZEN_DEAD)
    if any(row.standing == MOVED for row in around):
        yield Refused(Reason.CITIZEN_MOVED)
    running = [row for row in around if row.id != facts.id and _runs(row, starts.date())]
    yield from _parallel(known, facts, starts.date(), running)
    yield from _eligible(facts, known.number(facts.citizen_id), running)
    if any(row.ride for row in around if row.id == facts.id):
        yield Refused(Reason.RIDE, starts=starts)
    if facts.responsible_id and facts.responsible_id != therapist_id:
        yield Refused(Reason.OTHER_THERAPIST, what=known.initials(facts.responsible_id))


def worth_knowing(facts: Facts, starts: datetime) -> Iterator[Refused]:
    """What a person should know before a training is booked: another one that day, or no grant yet."""
    others = [
        t.starts
        for t in facts.course.trainings
        if t.starts.date() == starts.date() and t.state in (State.PLANNED, State.ATTENDED)
    ]
    if others:
        yield Refused(Reason.SAME_DAY, starts=min(others))
    granted = facts.course.grant.day if facts.course.grant else None
    if granted and starts.date() < granted:
        yield Refused(Reason.BEFORE_GRANT, day=granted)
    days = (facts.course.events.get(event) for event in ("discharge", "plan_start"))
    soonest = max((day for day in days if day), default=None)
    if soonest and starts.date() < soonest:
        yield Refused(Reason.BEFORE_DISCHARGE, day=soonest)


def _runs(row: Any, day: date) -> bool:
    """Whether a course runs on a day: it has not ended before it."""
    return row.ended is None or row.ended >= day


def _parallel(
    known: KnownCourses, facts: Facts, day: date, running: list[Any]
) -> Iterator[Refused]:
    """What the standards of both courses say of running at the same time; a rule that binds two is asked from both."""
    said: set[tuple[str, str]] = set()
    others = frozenset(row.basis for row in running)
    found = [(others, result) for result in _said(facts.book, day, others)]
    for row in running:
        mine = frozenset([facts.book.basis])
        found += [
            (frozenset([row.basis]), result)
            for result in _said(known.book(row.basis, row.standard), day, mine)
        ]
    for bases, result in found:
        rule = result.rule
        key = (rule.standard if rule else "", rule.key if rule else result.id)
        if key not in said:
            said.add(key)
            yield Refused(
                Reason.PARALLEL_COURSE,
                basis=", ".join(sorted(bases & others or bases)),
                what=rule.text if rule else "",
                place=rule.place if rule else "",
            )


def _said(book: Rulebook, day: date, running: frozenset[str]) -> Iterator[CheckResult]:
    """The checks that speak of courses beside each other, where they have something to say."""
    speaks = (Finding.REFUSAL_MAY_BE_PROPOSED, Finding.WARNING, Finding.ASK)
    if not running:
        return
    for result in check_eligibility(Applicant(day, running=running), book):
        if result.met and result.finding in speaks:
            yield result


def _eligible(facts: Facts, number: str, running: list[Any]) -> Iterator[Refused]:
    """What the standard says of who may begin: age, a waiting time since the last course, what a person must answer.

    It is judged by the day on which the citizen asked, and told while the course has no training yet.
    """
    if facts.course.trainings:
        return
    events = facts.course.events
    asked = events.get("application_received") or events.get("grant") or facts.course.started
    if asked is None:
        return
    who = Applicant(asked, _age(number, asked), frozenset(r.basis for r in running))
    reasons = {Finding.WARNING: Reason.AGE, Finding.REFUSAL_MAY_BE_PROPOSED: Reason.AGE}
    for result in check_eligibility(who, facts.book):
        if result.met or result.rule is None or result.asks_always:
            continue
        reason = reasons.get(result.finding)
        if result.finding is Finding.ASK:
            reason = Reason.ASK_FIRST
        if reason:
            yield Refused(reason, what=result.rule.text, place=result.rule.place)


def _age(number: str, day: date) -> int | None:
    try:
        return parse_personal_number(number).age_on(day)
    except BadNumber:
        return None
