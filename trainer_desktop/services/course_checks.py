"""What a citizen's courses say of a training: ended, the package used, too late, a parallel course, a ride, the usual therapist."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant
from trainer_desktop.rules.course import State
from trainer_desktop.rules.eligibility import Applicant, Finding, check_eligibility
from trainer_desktop.rules.reevaluation import longest_until
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import courses
from trainer_desktop.services.courses import Facts

_PLANNED = standing(
    select(Participant.session_id, Participant.course_id).where(
        Participant.session_id.in_(key_param("sessions", many=True)),
        Participant.state == State.PLANNED,
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


class KnownCourses:
    """What is asked of courses again and again while many trainings are checked and nothing is changed."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._accounts: dict[uuid.UUID, Facts] = {}
        self._around: dict[uuid.UUID, list[Any]] = {}
        self._names: dict[uuid.UUID, str] = {}
        self._planned: dict[uuid.UUID, list[uuid.UUID]] = {}

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

    def around(self, citizen_id: uuid.UUID) -> list[Any]:
        """A citizen's running courses: id, basis, ride."""
        if citizen_id not in self._around:
            self._around[citizen_id] = list(self._work.rows(_AROUND, citizen=citizen_id))
        return self._around[citizen_id]

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


def refuse_used(facts: Facts) -> None:
    """Raise Refused PACKAGE_USED when no training of the package is free."""
    account = facts.ledger
    if account.free is not None and account.free <= 0:
        whole = (account.granted or 0) + account.extra
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
    around = known.around(facts.citizen_id)
    yield from _parallel(facts, starts, frozenset(r.basis for r in around if r.id != facts.id))
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


def _parallel(facts: Facts, starts: datetime, others: frozenset[str]) -> Iterator[Refused]:
    """What the standard, or the centre, says of courses that run at the same time."""
    if not others:
        return
    for result in check_eligibility(Applicant(starts.date(), running=others), facts.book):
        stands = result.finding in (Finding.REFUSAL_MAY_BE_PROPOSED, Finding.WARNING)
        if stands and result.met:
            rule = result.rule
            yield Refused(
                Reason.PARALLEL_COURSE,
                basis=", ".join(result.met),
                what=rule.text if rule else "",
                place=rule.place if rule else "",
            )
