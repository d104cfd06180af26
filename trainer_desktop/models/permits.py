"""Whether whoever works may do it: asked of every change in one place, so that no use case can forget to.

Who the actor is comes from the users' register. Where nobody is a user yet (the demo, a store that is not protected) all
may do everything, and the window says that it is open.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, bindparam, select

from trainer_desktop.models.course import Course
from trainer_desktop.models.user import AppUser
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import May, Right, UserRole, may, needed

_u, _c = AppUser.__table__, Course.__table__
_WHO = (
    select(_u.c.role, _u.c.staff_id, _u.c.last_day)
    .where(_u.c.login == bindparam("login"), _u.c.withdrawn.is_(False))
    .order_by(_u.c.id.desc())
    .limit(1)
)
_ANY = select(_u.c.id).where(_u.c.withdrawn.is_(False)).limit(1)
_OF_COURSE = select(_c.c.responsible_id).where(_c.c.id == bindparam("key", type_=_c.c.id.type))


class Asking(Protocol):
    """A unit of work, as far as rights go."""

    actor: str
    now: datetime
    trusted: bool

    @property
    def info(self) -> dict[Any, Any]:
        """What is kept with it."""

    def connection(self) -> Connection:
        """Its connection."""


OfCourse = Callable[[], uuid.UUID | None]  # asked only where «own» is the question


@dataclass(frozen=True, slots=True)
class Permit:
    """Who works: `role` None for somebody who is no user here; `everything` where there are no users at all."""

    role: UserRole | None
    staff_id: uuid.UUID | None = None
    everything: bool = False


def permit(work: Asking) -> Permit:
    """The actor's, asked for once in a unit of work."""
    found = work.info.get("permit")
    if not isinstance(found, Permit):
        found = work.info["permit"] = _asked(work)
    return found


def _asked(work: Asking) -> Permit:
    connection = work.connection()
    row = connection.execute(_WHO, {"login": work.actor}).first()
    if row is None:
        return Permit(None, everything=connection.execute(_ANY).first() is None)
    last = row.last_day
    if last is not None and last < work.now.date():
        return Permit(None)
    return Permit(row.role, row.staff_id)


def allowed(work: Asking, right: Right, of: OfCourse) -> bool:
    """Whether the actor may; what is «own» needs the course, and without one it is no."""
    who = permit(work)
    if who.everything or work.trusted:
        return True
    found = may(who.role, right)
    if found is not May.OWN:
        return found is May.YES
    course_id = of() if who.staff_id else None
    if course_id is None:
        return False
    return bool(work.connection().execute(_OF_COURSE, {"key": course_id}).scalar() == who.staff_id)


def ask(work: Asking, right: Right, of: OfCourse) -> None:
    """Raise Refused NOT_ALLOWED when the actor may not."""
    if not allowed(work, right, of):
        raise Refused(Reason.NOT_ALLOWED, right=right.value)


def ask_change(
    work: Asking,
    table: str,
    of: OfCourse,
    *,
    new: bool,
    fields: frozenset[str] = frozenset(),
) -> None:
    """Raise Refused NOT_ALLOWED when the actor may not make this change."""
    for right in needed(table, new=new, fields=fields):
        ask(work, right, of)
