"""What a course was before it was corrected: read from the journal, which keeps every old value with its reason."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.base import registers
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.models.work import Work
from trainer_desktop.services.courses.correcting import CORRECTED
from trainer_desktop.services.courses.happened import moment_of
from trainer_desktop.services.store.moments import wall_time


@dataclass(frozen=True, slots=True)
class Was:
    """One correction: when, by whom, why, and each field's value before and after."""

    day: date | None
    by: str
    why: str
    changes: tuple[tuple[str, Any, Any], ...]


def corrections(work: Work, course_id: uuid.UUID) -> list[Was]:
    """A course's corrections, the latest first."""
    c, e = ChangeSet, CourseEvent
    rows = work.execute(
        select(e.id, e.event).where(e.course_id == course_id),
        execution_options={"with_withdrawn": True},
    )
    events = {str(row.id): row.event for row in rows}
    query = (
        select(c.stamp, c.actor, c.action, c.ops)
        .where(c.action.startswith(CORRECTED))
        .order_by(c.stamp.desc())
    )
    found = []
    for stamp, actor, action, ops in work.execute(query):
        changes = (*_changes(ops, course_id), *_days(ops, events))
        if changes:
            when = wall_time(moment_of(stamp))
            why = action.removeprefix(CORRECTED).strip()
            found.append(Was(when.date() if when else None, actor, why, changes))
    return found


def _changes(ops: list[list[Any]], course_id: uuid.UUID) -> Iterator[tuple[str, Any, Any]]:
    columns = registers(Course)
    for table, row, kind, noted in ops:
        if table != Course.__tablename__ or kind != "u" or row != str(course_id):
            continue
        for register, (new, _seen, old) in noted.items():
            for column, before, after in zip(columns[register], old, new, strict=False):
                if before != after:
                    yield column.key, before, after


def _days(ops: list[list[Any]], events: dict[str, str]) -> Iterator[tuple[str, Any, Any]]:
    """Each day of the course that was noted otherwise, under its event's name."""
    for table, row, kind, noted in ops:
        if table == CourseEvent.__tablename__ and kind == "u" and row in events:
            new, _seen, old = noted.get("day", ([None], [], [None]))
            gone = noted.get("withdrawn", ([False], [], [False]))[0][0]
            if gone or new != old:
                yield events[row], old[0] or new[0], None if gone else new[0]
