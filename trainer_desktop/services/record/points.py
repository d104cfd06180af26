"""Which tests the centre has set for the start, the middle and the end of a course, and which of them are due. No standard says."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre
from trainer_desktop.models.record import Measurement
from trainer_desktop.models.work import Work
from trainer_desktop.rules.local_settings import usable_settings
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.record.measuring import POINTS, tests
from trainer_desktop.services.registers.naming import main_centre

NEARLY = 1  # trainings left at which the end is near
Points = dict[str, tuple[str, ...]]


def points(work: Work) -> Points:
    """The tests of each point, as the centre has set them; nothing where it has not."""
    row = work.scalars(select(Centre).where(Centre.parent_id.is_(None)).limit(1)).first()
    kept: dict[Any, list[str]] = dict(usable_settings(row.settings if row else {}).tests_at)
    return {p: tuple(k for k in kept.get(p, ()) if k in tests()) for p in POINTS[1:]}


def set_point(work: Work, point: str, keys: tuple[str, ...]) -> None:
    """Set the tests of one point. Raises Refused UNREADABLE for a point or a test that there is not."""
    unknown = next((key for key in keys if key not in tests()), None)
    if point not in POINTS[1:] or unknown is not None:
        raise Refused(Reason.UNREADABLE, field="key", text=(unknown or point)[:40])
    row = work.get_one(Centre, main_centre(work))
    work.rely_on(row)
    kept = {**row.settings.get("tests_at", {}), point: list(dict.fromkeys(keys))}
    row.settings = {**row.settings, "tests_at": {p: k for p, k in kept.items() if k}}


Due = list[tuple[str, str]]  # the point, and the test's key


def due(work: Work, course_id: uuid.UUID) -> Due:
    """The point and test of each that is due on a course and has not been measured for it."""
    return due_on(work, [course_id]).get(course_id, [])


def due_on(work: Work, course_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Due]:
    """As `due`, for several courses; those with nothing due are left out."""
    wanted = points(work)
    keys = set(course_ids)
    if not keys or not any(wanted.values()):
        return {}
    m = Measurement
    rows = work.execute(select(m.course_id, m.point, m.key).where(m.course_id.in_(keys)))
    measured: dict[uuid.UUID, set[tuple[str, str]]] = {}
    for course, point, test in rows:
        measured.setdefault(course, set()).add((point, test))
    found = {}
    for course, facts in courses.accounts(work, keys).items():
        missing = _due(facts, wanted, measured.get(course, set()))
        if missing:
            found[course] = missing
    return found


def _due(facts: Facts, wanted: Points, measured: set[tuple[str, str]]) -> Due:
    if facts.course.started is None or facts.course.ended:
        return []
    any_key = {key for _point, key in measured}
    account = facts.ledger
    whole = (account.granted or 0) + account.extra
    half = bool(whole) and account.used * 2 >= whole
    near = bool(whole) and whole - account.used <= NEARLY
    found = [("start", key) for key in wanted["start"] if key not in any_key]
    if half and not near:
        found += [("middle", key) for key in wanted["middle"] if ("middle", key) not in measured]
    if near:
        found += [("end", key) for key in wanted["end"] if ("end", key) not in measured]
    return found
