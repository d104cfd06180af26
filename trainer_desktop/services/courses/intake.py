"""A new course: an application or a hospital's plan, with what its standard says while it is typed. A person decides."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course as CourseRow
from trainer_desktop.models.course import CourseEvent
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.choice import ChoiceOffer, choice, choice_edition
from trainer_desktop.rules.course import Course, Grant
from trainer_desktop.rules.deadlines import Deadline, deadlines
from trainer_desktop.rules.eligibility import Applicant, CheckResult, check_eligibility
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.registers.choices import BASES
from trainer_desktop.services.registers.naming import main_centre
from trainer_desktop.services.standards.rulebooks import rulebooks, short_name
from trainer_desktop.services.store.moments import today

HOSPITAL = "hospital"
SOURCES = (  # who asks for it
    "citizen",
    "kin",
    "gp",
    "home_care",
    "nursing_home",
    "caseworker",
    "therapist",
    HOSPITAL,
)
ORDERED = (  # each of these cannot be before the one before it
    ("discharge", "plan_start"),
    ("discharge", "course_start"),
    ("application", "application_received"),
    ("application_received", "grant"),
    ("application_received", "course_start"),
    ("grant", "course_start"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been typed of a new course; `events` are the days that are known, `minutes` those of one training."""

    citizen_id: uuid.UUID
    basis: str = ""
    source: str = ""
    events: Mapping[str, date] = field(default_factory=dict)
    trainings: int | None = None
    minutes: int | None = None
    responsible_id: uuid.UUID | None = None
    centre_id: uuid.UUID | None = None
    supplier: str = ""
    area: str = ""
    level: str = ""
    diagnosis: str = ""
    situations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RunningCard:
    """Another course of the same citizen."""

    id: uuid.UUID
    basis: str
    since: date | None
    ended: date | None


@dataclass(frozen=True, slots=True)
class IntakeCard:
    """What the standard says of a draft: which one it is, its deadlines, its checks, and free choice where it has it."""

    standard: str
    version: str
    short: str
    deadlines: tuple[Deadline, ...]
    checks: tuple[CheckResult, ...]
    choice: ChoiceOffer | None
    running: tuple[RunningCard, ...]
    age: int | None
    areas: tuple[str, ...] = ()
    situations: tuple[
        tuple[str, str], ...
    ] = ()  # what excepts from the choice, and the standard's words for it
    suppliers: tuple[str, ...] = ()  # those that some deadline is for: a person says which it is


def _asked(draft: Draft, day: date) -> date:
    events = draft.events
    for name in ("discharge", "application_received", "plan_received", "application", "grant"):
        if name in events:
            return events[name]
    return day


def _book(work: Work, draft: Draft) -> tuple[str, str, Rulebook | None]:
    """The standard for the legal basis, its version on the day, and its rulebook; nothing while no basis is chosen."""
    if not draft.basis:
        return "", "", None
    books = rulebooks(work)
    name = books.standards.get(draft.basis, "")
    book = books.for_course(draft.basis, name)
    edition = book.on(draft.events.get("grant") or _asked(draft, today(work)))
    return name, edition.standard.version if edition else "", book


def preview(work: Work, draft: Draft) -> IntakeCard:
    """What would follow, while it is typed; nothing is written."""
    name, version, book = _book(work, draft)
    day = today(work)
    citizen = work.get_one(Citizen, draft.citizen_id)
    age = _age(citizen.number, _asked(draft, day))
    others = _others(work, draft.citizen_id)
    if book is None:
        return IntakeCard("", "", "", (), (), None, others, age)
    course = Course(
        Grant(draft.trainings, _whole(draft), draft.events.get("grant")),
        events=dict(draft.events),
        supplier=draft.supplier,
    )
    due = deadlines(course, book, day, digital_post=citizen.digital_post)
    ended = max((one.ended for one in others if one.ended), default=None)
    running = frozenset(one.basis for one in others if one.ended is None or one.ended >= day)
    applicant = Applicant(_asked(draft, day), age, running, last_course_ended=ended)
    checks = check_eligibility(applicant, book)
    offer = choice(book, draft.events, draft.area or None, draft.situations)
    said = offer if offer.rule else None
    short = short_name(name, version) if name else ""
    edition = choice_edition(book, draft.events)
    rule = edition.choice if edition else None
    areas = tuple(rule.areas) if rule else ()
    excepted = tuple((one.situation, one.text) for one in rule.exception) if rule else ()
    now = book.on(_asked(draft, day))
    named = sorted({d.supplier for d in now.deadline if d.supplier}) if now else []
    facts = (others, age, areas, excepted, tuple(named))
    return IntakeCard(name, version, short, tuple(due), tuple(checks), said, *facts)


def _whole(draft: Draft) -> int | None:
    return draft.trainings * draft.minutes if draft.trainings and draft.minutes else None


def _age(number: str, day: date) -> int | None:
    try:
        return parse_personal_number(number).age_on(day)
    except BadNumber:
        return None


def _others(work: Work, citizen_id: uuid.UUID) -> tuple[RunningCard, ...]:
    e, c = CourseEvent, CourseRow
    rows = work.execute(
        select(c.id, c.basis, e.day, c.ended)
        .outerjoin(e, (e.course_id == c.id) & (e.event == "course_start"))
        .where(c.citizen_id == citizen_id)
        .order_by(c.id)
    )
    return tuple(RunningCard(*row) for row in rows)


def problems(work: Work, draft: Draft) -> dict[str, Refused]:
    """What is wrong with each field of a draft: crossed or far days, nothing chosen, a package of nothing."""
    found: dict[str, Refused] = {}
    if draft.basis not in BASES:
        found["basis"] = Refused(Reason.NO_BASIS)
    day = today(work)
    for name, when in draft.events.items():
        try:
            limits.day_within(when, day)
        except Refused as no:
            found[name] = no
    for first, last in ORDERED:
        a, b = draft.events.get(first), draft.events.get(last)
        if a and b and b < a:
            found[last] = Refused(Reason.CROSSED, first=a, last=b)
    for name, value, (least, most) in (
        ("trainings", draft.trainings, limits.COUNT),
        ("minutes", draft.minutes, limits.MINUTES),
    ):
        if value is not None and not least <= value <= most:
            found[name] = Refused(Reason.NOT_SO, field=name, value=value, least=least, most=most)
    return found


def add(work: Work, draft: Draft) -> uuid.UUID:
    """Make the course; its standard and version follow from the basis and the day. Raises Refused, and writes nothing then."""
    for no in problems(work, draft).values():
        raise no
    citizen = work.get_one(Citizen, draft.citizen_id)
    if citizen.merged_into or citizen.standing == DECEASED:
        raise Refused(Reason.NOT_IN_USE, text=f"{citizen.given_name} {citizen.family_name}".strip())
    staff = work.get(Staff, draft.responsible_id) if draft.responsible_id else None
    centre = work.get(Centre, draft.centre_id) if draft.centre_id else None
    for row in (staff, centre):
        if row is not None and row.ended and row.ended < today(work):
            raise Refused(Reason.NOT_IN_USE, text=row.name)
    name, version, _rules = _book(work, draft)
    course = CourseRow(
        citizen_id=citizen.id,
        centre_id=draft.centre_id or (staff.centre_id if staff else main_centre(work)),
        responsible_id=draft.responsible_id,
        number=_next_number(work),
        basis=draft.basis,
        standard=name,
        version=version,
        supplier=limits.plain_text(draft.supplier, 300),
        source=draft.source,
        area=limits.plain_text(draft.area, 300),
        level=limits.plain_text(draft.level, 300),
        diagnosis=limits.plain_text(draft.diagnosis),
        package_trainings=draft.trainings,
        package_minutes=_whole(draft),
        extended=[],
    )
    work.add(course)
    work.flush()
    for event, day in draft.events.items():
        set_event(work, course.id, event, day)
    return course.id


def _next_number(work: Work) -> str:
    """The next free number of a case; numbers of an old system are passed over."""
    taken = [
        int(n) for n in work.scalars(select(CourseRow.number)) if n.isdecimal() and len(n) < 12
    ]
    return str(max(taken, default=0) + 1)
