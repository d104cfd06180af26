"""The messages with how each stands, and the courses that ended without a status, with why."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from sqlalchemy import or_, select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course, StatusRecord
from trainer_desktop.models.message import EndStatus, Message
from trainer_desktop.models.work import Work
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.services.messages.consents import ConsentStanding, consents
from trainer_desktop.services.messages.inbox import ReplyCard, replies
from trainer_desktop.services.messages.outbox import OTHER
from trainer_desktop.services.store.moments import today, wall_time

STILL_GOES = (Standing.HOLDS, Standing.OTHER_CLINIC, Standing.NO_CLINIC)  # no answer was taken back
LOOK_BACK = timedelta(days=183)  # an older course is nobody's to write a status of now


class State(Enum):
    """How far a message has come, as far as the program can know."""

    STOPPED = "stopped"  # the files may still lie there, and there is no consent any more

    READY = "ready"  # the files lie in the folder; nobody says «sent»
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class MessageCard:
    """One status as it was made ready for a clinic, in one form or both."""

    id: uuid.UUID
    status_id: uuid.UUID
    course_id: uuid.UUID
    number: str
    citizen_id: uuid.UUID
    citizen: str
    clinic: str
    kind: str
    made_at: datetime
    made_by: str
    files: tuple[tuple[str, int], ...]
    state: State
    corrects: bool
    replies: tuple[ReplyCard, ...]


class Group(Enum):
    """Where a course without a status stands."""

    SIGNED = "signed"
    READY = "ready"
    ASK = "ask"
    NO_CLINIC = "no_clinic"
    NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True)
class MissingCard:
    """A course that has ended without a status, and why."""

    course_id: uuid.UUID
    number: str
    citizen_id: uuid.UUID
    citizen: str
    ended: date
    responsible: str
    clinic: str
    takes_fhir: bool
    group: Group
    consent: ConsentStanding
    deceased: bool
    tries: int


def messages(work: Work, course_id: uuid.UUID | None = None) -> list[MessageCard]:
    """Those of the last half year, or a course's; the newest first. Without the form that the clinic does not take, unless one came back for it."""
    m, e = Message, EndStatus
    query = (
        select(m, e.course_id, Course.number, e.corrects, Citizen, GpClinic.name)
        .join(e, e.id == m.end_status_id)
        .join(Course, Course.id == e.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .join(GpClinic, GpClinic.id == m.clinic_id)
        .order_by(m.id.desc())
    )
    late = m.made_at >= work.now - LOOK_BACK
    query = query.where(e.course_id == course_id if course_id else late)
    rows = work.execute(query).all()
    holding = consents(work, {row.course_id for row in rows})
    by_message: dict[uuid.UUID | None, list[ReplyCard]] = {}
    for one in replies(work, [row.Message.id for row in rows]):
        by_message.setdefault(one.message_id, []).append(one)
    found = []
    for row in rows:
        at = wall_time(row.Message.made_at)
        assert at is not None
        answers = tuple(by_message.get(row.Message.id, ()))
        beside = any(str(f["name"]).startswith(f"{OTHER}/") for f in row.Message.files)
        if beside and not answers:
            continue
        citizen = row.Citizen
        found.append(
            MessageCard(
                *(row.Message.id, row.Message.end_status_id, row.course_id, row.number, citizen.id),
                f"{citizen.given_name} {citizen.family_name}".strip(),
                *(row.name, row.Message.kind, at, row.Message.made_by),
                tuple((str(f["name"]), int(f["size"])) for f in row.Message.files),
                _state(answers, consented=holding[row.course_id].standing in STILL_GOES),
                row.corrects is not None,
                answers,
            )
        )
    return found


def left_in_outbox(work: Work, course_id: uuid.UUID) -> list[str]:
    """The files that were made ready and may still lie there, of a course whose citizen has taken the consent back."""
    stopped = [one for one in messages(work, course_id) if one.state is State.STOPPED]
    return sorted({name for one in stopped for name, _size in one.files})


def _state(answers: tuple[ReplyCard, ...], *, consented: bool) -> State:
    if any(one.accepted is False and not one.seen_by for one in answers):
        return State.REJECTED  # until somebody has seen it, whatever else came
    if any(one.kind == "answer" for one in answers):
        return State.ANSWERED
    receipts = [one.accepted for one in answers if one.kind == "receipt"]
    if receipts and receipts[0] is False:
        return State.REJECTED
    if any(receipts):
        return State.ACCEPTED
    return State.READY if consented else State.STOPPED


def missing(work: Work) -> list[MissingCard]:
    """The courses that ended in the last six months and have no status, or one that is signed and not made ready; those that can be made ready first, the newest first."""
    signed = _signed_only(work)
    done = select(StatusRecord.course_id).where(StatusRecord.made.is_(True))
    query = (
        select(Course, Citizen, GpClinic, Staff.initials)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .outerjoin(GpClinic, GpClinic.id == Citizen.gp_clinic_id)
        .outerjoin(Staff, Staff.id == Course.responsible_id)
        .where(
            Course.ended.between(today(work) - LOOK_BACK, today(work)),
        )
        .where(or_(Course.id.not_in(done), Course.id.in_(signed)))
    )
    rows = work.execute(query).all()
    asked = consents(work, [row.Course.id for row in rows])
    tries: dict[uuid.UUID, int] = {}
    for key in work.scalars(select(StatusRecord.course_id).where(StatusRecord.made.is_(False))):
        tries[key] = tries.get(key, 0) + 1
    found = []
    for row in rows:
        course, citizen, clinic = row.Course, row.Citizen, row.GpClinic
        dead = citizen.standing == DECEASED
        answer = asked[course.id]
        assert course.ended
        found.append(
            MissingCard(
                course.id,
                course.number,
                citizen.id,
                f"{citizen.given_name} {citizen.family_name}".strip(),
                course.ended,
                row.initials or "",
                clinic.name if clinic else "",
                bool(clinic and clinic.takes_fhir),
                _group(answer.standing, dead=dead, signed=course.id in signed),
                answer,
                dead,
                tries.get(course.id, 0),
            )
        )
    order = list(Group)
    return sorted(
        found, key=lambda one: (order.index(one.group), -one.ended.toordinal(), one.citizen)
    )


def _signed_only(work: Work) -> set[uuid.UUID]:
    """The courses whose newest status of late is signed, and lies ready nowhere."""
    since = work.now - LOOK_BACK * 2
    query = select(EndStatus.id, EndStatus.course_id).where(EndStatus.signed_at >= since)
    newest = {course: key for key, course in work.execute(query.order_by(EndStatus.id))}
    made = set(work.scalars(select(Message.end_status_id).where(Message.made_at >= since)))
    return {course for course, key in newest.items() if key not in made}


def _group(standing: Standing, *, dead: bool, signed: bool) -> Group:
    if dead or standing in (Standing.REFUSED, Standing.WITHDRAWN):
        return Group.NOT_SENT
    if standing is Standing.HOLDS:
        return Group.SIGNED if signed else Group.READY
    return Group.NO_CLINIC if standing is Standing.NO_CLINIC else Group.ASK
