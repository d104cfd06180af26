"""Tests of progress: noted, corrected, and shown as curves with what counts."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from sqlalchemy import func, select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.record import Measurement
from trainer_desktop.models.work import Work
from trainer_desktop.paths import resources
from trainer_desktop.rules import limits, measures
from trainer_desktop.rules.identifiers import BadNumber, PersonalNumber, Sex, parse_personal_number
from trainer_desktop.rules.measures import THOUSAND, Asked, Changed, Test
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.store.moments import today, wall_time

POINTS = ("", "start", "middle", "end")


@cache
def tests() -> dict[str, Test]:
    """Every test that the program knows, by key."""
    return measures.read_file((resources() / "tests.toml").read_bytes())


MOST = 1_000_000  # beyond it nothing is a result, and no column of thousandths holds it


@dataclass(frozen=True, slots=True)
class Measured:
    """What somebody is about to note: the text as it was typed, and what the test was taken with."""

    key: str
    text: str
    day: date | None = None
    aid: str = ""
    point: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultCard:
    """One result; `by` is the change from the first of its course."""

    id: uuid.UUID
    course_id: uuid.UUID
    day: date
    value: Decimal
    detail: str
    aid: str
    point: str
    note: str
    tested_by: str
    noted_at: datetime | None
    by: Decimal | None


@dataclass(frozen=True, slots=True)
class SeriesCard:
    """A test's results in the order of their days, what has changed since the first, and the norm at this age."""

    test: Test
    results: tuple[ResultCard, ...]
    changed: Changed | None
    norm: Decimal | None
    mean: Decimal | None
    mixed_aids: bool


def read(measured: Measured) -> tuple[Decimal, str]:
    """The result, and the tries it came of; raises Refused UNREADABLE, NOTHING_WRITTEN or GONE for an unknown test."""
    test = tests().get(measured.key)
    if test is None:
        raise Refused(Reason.UNREADABLE, field="key", text=measured.key[:40])
    tries = measures.read_tries(test, measured.text)
    value = measures.value_of(test, tries)
    said = "; ".join(f"{one:f}".replace(".", ",") for one in tries)
    if test.aid_means_zero and measured.aid == test.aid_means_zero:
        return Decimal(0), said
    plain = len(tries) == 1 and not test.raw and not test.metres and test.of != "gas"
    return value, "" if plain else said


def question(
    work: Work, course_id: uuid.UUID, measured: Measured, but: uuid.UUID | None = None
) -> Asked | None:
    """Why a person is asked whether the value is right, beside the last one (not `but`); raises Refused as `read`."""
    value, _detail = read(measured)
    test = tests()[measured.key]
    last = _last(work, course_id, measured.key, but)
    e = CourseEvent
    first = work.scalar(select(func.min(e.day)).where(e.course_id == course_id))
    if measured.day and first and measured.day < first:
        return Asked.BEFORE_COURSE
    return measures.asked(test, value, last, measures.read_tries(test, measured.text))


def _last(
    work: Work, course_id: uuid.UUID, key: str, but: uuid.UUID | None = None
) -> Decimal | None:
    m = Measurement
    others = [m.id != but] if but else []
    query = (
        select(m.value)
        .where(m.course_id == course_id, m.key == key, *others)
        .order_by(m.day.desc(), m.id.desc())
    )
    row = work.scalars(query.limit(1)).first()
    return Decimal(row) / THOUSAND if row is not None else None


def add(work: Work, course_id: uuid.UUID, measured: Measured, *, sure: bool = False) -> uuid.UUID:
    """Note a result; raises Refused, among others UNUSUAL until somebody has said that it is right (`sure`)."""
    _refuse(work, course_id, measured, sure=sure)
    value, detail = read(measured)
    row = Measurement(
        course_id=work.get_one(Course, course_id).id,
        key=measured.key,
        day=measured.day or today(work),
        value=int(value * THOUSAND),
        detail=detail,
        aid=limits.plain_text(measured.aid.strip(), 100),
        note=limits.plain_text(measured.note.strip(), 1000),
        point=measured.point,
        tested_by=work.actor,
        noted_at=work.now,
    )
    work.add(row)
    work.flush()
    return row.id


def correct(
    work: Work, result_id: uuid.UUID, measured: Measured, reason: str, *, sure: bool = False
) -> None:
    """Write another value or day for a result, with the reason; what stood before stays in the journal."""
    row = work.get_one(Measurement, result_id)
    work.rely_on(row)
    work.action = f"correct: {limits.reason_given(reason)}"
    _refuse(work, row.course_id, measured, sure=sure, but=row.id)
    value, detail = read(measured)
    row.value, row.detail = int(value * THOUSAND), detail
    row.day = measured.day or row.day
    row.aid = limits.plain_text(measured.aid.strip(), 100)


def take_away(work: Work, result_id: uuid.UUID, reason: str) -> None:
    """Withdraw a result that was noted on the wrong citizen or course, with the reason."""
    row = work.get_one(Measurement, result_id)
    work.rely_on(row)
    work.action = f"correct: {limits.reason_given(reason)}"
    row.withdrawn = True


def _refuse(
    work: Work,
    course_id: uuid.UUID,
    measured: Measured,
    *,
    sure: bool,
    but: uuid.UUID | None = None,
) -> None:
    if measured.point not in POINTS:
        raise Refused(Reason.UNREADABLE, field="point", text=measured.point[:40])
    limits.happened(measured.day, today(work))
    value, _detail = read(measured)
    if abs(value) > MOST:
        raise Refused(Reason.NOT_SO, field="value", value=value, least=-MOST, most=MOST)
    asked = None if sure else question(work, course_id, measured, but)
    if asked is Asked.BEFORE_COURSE and measured.day:
        raise Refused(Reason.UNUSUAL, field="day", text=f"{measured.day:%d-%m-%Y}")
    if asked:
        raise Refused(Reason.UNUSUAL, field="value", text=measured.text.strip()[:40])


def series(work: Work, course_id: uuid.UUID) -> list[SeriesCard]:
    """A course's tests, those with the latest result first. Raises Refused NOT_ALLOWED."""
    work.ask(Right.READ_CLINICAL)
    m = Measurement
    query = select(m).where(m.course_id == course_id).order_by(m.day, m.id)
    by_key: dict[str, list[Measurement]] = {}
    for row in work.scalars(query):
        by_key.setdefault(row.key, []).append(row)
    person = _person(work, course_id)
    found = [_series(tests()[key], rows, person) for key, rows in by_key.items() if key in tests()]
    return sorted(found, key=lambda one: (one.results[-1].day, one.test.key), reverse=True)


def _person(work: Work, course_id: uuid.UUID) -> PersonalNumber | None:
    """Who it is, from the number where it tells age and sex."""
    number = work.scalar(
        select(Citizen.number)
        .join(Course, Course.citizen_id == Citizen.id)
        .where(Course.id == course_id)
    )
    try:
        return parse_personal_number(number or "")
    except BadNumber:
        return None


def _series(test: Test, rows: list[Measurement], person: PersonalNumber | None) -> SeriesCard:
    age = person.age_on(rows[-1].day) if person else None  # at the test, not today
    man = person.sex is Sex.MALE if person else None
    values = [Decimal(row.value) / THOUSAND for row in rows]
    cards = tuple(
        ResultCard(
            row.id,
            row.course_id,
            row.day,
            value,
            row.detail,
            row.aid,
            row.point,
            row.note,
            row.tested_by,
            wall_time(row.noted_at),
            value - values[0] if number else None,
        )
        for number, (row, value) in enumerate(zip(rows, values, strict=True))
    )
    changed = measures.changed(test, values[0], values[-1]) if len(values) > 1 else None
    return SeriesCard(
        test,
        cards,
        changed,
        measures.norm(test, age, man=man),
        measures.mean(test, age),
        len({row.aid for row in rows}) > 1,
    )


def someone_measured(work: Work) -> uuid.UUID | None:
    """The citizen with the most results on a course; for a picture."""
    query = (
        select(Course.citizen_id)
        .join(Measurement, Measurement.course_id == Course.id)
        .group_by(Course.citizen_id)
        .order_by(func.count().desc(), Course.citizen_id)
    )
    return work.scalars(query.limit(1)).first()
