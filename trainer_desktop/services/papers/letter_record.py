"""What stands written on a course, as its letters say it: tests, trainings, examinations, own training, travel."""

import uuid
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from trainer_desktop.documents.wording import clock, long_date, words
from trainer_desktop.models.course import Goal
from trainer_desktop.models.training import Participant
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.measures import as_written
from trainer_desktop.rules.transport import Answer, paid_on
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.record import measuring, rides, texts
from trainer_desktop.services.store.moments import today

Said = str | tuple[str, ...]


def values(work: Work, course_id: uuid.UUID, facts: Facts, language: str) -> dict[str, Said]:
    """The fields by our names."""
    say = words(language)["letter"]
    plan = texts.latest(work, course_id, "own_plan")
    return {
        "own_plan": plan.text if plan else "",
        "course": _course(facts, language, say),
        "tests": _tests(work, course_id, language),
        "trainings": _trainings(facts, language, say),
        "examinations": _examinations(work, course_id, language, say),
        "goals": _goals(work, course_id, language, say),
        **_travel(work, course_id, facts, language, say),
    }


def released(work: Work, course_id: uuid.UUID) -> int:
    """The later times that an end has taken out of the calendar."""
    p = Participant
    query = select(func.count(p.id)).where(p.course_id == course_id, p.released.is_(True))
    return work.scalar(query, execution_options={"with_withdrawn": True}) or 0


def _course(facts: Facts, language: str, say: dict[str, Any]) -> tuple[str, ...]:
    course, account = facts.course, facts.ledger
    states = [t.state for t in course.trainings]
    whole = (account.granted or 0) + account.extra
    parts = (
        long_date(course.started, language) if course.started else "",
        long_date(course.ended, language) if course.ended else "",
        say["trainings"].format(n=whole) if account.granted is not None else "",
        str(account.used) if account.granted is not None else "",
        *(str(states.count(s)) for s in (State.ATTENDED, State.CANCELLED, State.MISSED)),
    )
    return tuple(f"{word}\t{said}" for word, said in zip(say["course"], parts, strict=True) if said)


def _tests(work: Work, course_id: uuid.UUID, language: str) -> tuple[str, ...]:
    danish = language == "da"
    rows = []
    for one in measuring.series(work, course_id):
        said = " → ".join(as_written(one.test, r.value, danish=danish) for r in one.results)
        rows.append(f"{one.test.name(language)}\t{said} {one.test.in_unit(language)}")
    return tuple(rows)


def _trainings(facts: Facts, language: str, say: dict[str, Any]) -> tuple[str, ...]:
    rows = []
    for one in sorted(facts.course.trainings, key=lambda t: t.starts):
        when = f"{long_date(one.starts.date(), language)} {clock(one.starts.time(), language)}"
        rows.append(f"{when}\t{say['states'][one.state.value]}")
    return tuple(rows)


def _examinations(
    work: Work, course_id: uuid.UUID, language: str, say: dict[str, Any]
) -> tuple[str, ...]:
    rows = []
    for one in reversed(texts.texts(work, course_id)):
        if one.kind == "own_plan":
            continue
        level = ""
        if one.function is not None and one.function < len(say["functions"]):
            level = say["function"].format(level=say["functions"][one.function])
        head = f"{say['texts'][one.kind]}, {long_date(one.day, language)}"
        rows.append(f"{head}\t{' '.join(p for p in (level, one.text) if p)}".replace("\n", " "))
    return tuple(rows)


def _goals(work: Work, course_id: uuid.UUID, language: str, say: dict[str, Any]) -> tuple[str, ...]:
    found = []
    for goal in work.scalars(select(Goal).where(Goal.course_id == course_id).order_by(Goal.id)):
        said = goal.text
        if goal.reached_on:
            day = long_date(goal.reached_on, language)
            said = say["goal_reached"].format(text=said, day=day)
        elif goal.outcome in ("partly", "not"):
            said = say[f"goal_{goal.outcome}"].format(text=said)
        found.append(f"{said} «{goal.own_words}»" if goal.own_words else said)
    return tuple(found)


def _kroner(amount: Decimal, language: str) -> str:
    said = f"{amount:.2f}"
    return said.replace(".", ",") if language == "da" else said


def _travel(
    work: Work, course_id: uuid.UUID, facts: Facts, language: str, say: dict[str, Any]
) -> dict[str, Said]:
    rows, total, days = [], Decimal(0), 0
    for fare in rides.fares(work, course_id):
        cost = _kroner(fare.amount, language)
        match fare.answer.answer:
            case Answer.YES:
                threshold = _kroner(fare.answer.threshold or Decimal(0), language)
                said = say["refunded"].format(cost=cost, threshold=threshold)
                total, days = total + fare.amount, days + 1
            case Answer.NO_THRESHOLD:
                said = f"{cost} kr. · {say['no_threshold'].format(year=fare.day.year)}"
            case _:
                said = say["not_refunded"].format(cost=cost)
        rows.append(f"{long_date(fare.day, language)}\t{said}")
    summed = say["total"].format(amount=_kroner(total, language), n=days) if days else ""
    ended = facts.course.ended
    paid = paid_on(facts.book, today(work), ended) if rows else None
    said = long_date(paid, language) if paid else ""
    return {
        "travel": tuple(rows),
        "travel_total": summed,
        "travel_paid": say["paid_end"] + (f" ({said})" if said else "") if rows else "",
    }
