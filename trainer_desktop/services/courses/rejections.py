"""Messages to a GP that the receiver's system refused, and that nobody has looked at yet."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.citizen import GpClinic
from trainer_desktop.models.message import EndStatus, Message, Reply
from trainer_desktop.models.work import Work
from trainer_desktop.services.store.moments import wall_time


@dataclass(frozen=True, slots=True)
class Rejected:
    """One: which reply, since when, by which clinic, and why in the receiver's words."""

    reply_id: uuid.UUID
    since: date
    clinic: str
    said: str


def rejected(
    work: Work, course_ids: Iterable[uuid.UUID] | None = None
) -> dict[uuid.UUID, Rejected]:
    """The newest of each course, by the course."""
    r, m, e = Reply, Message, EndStatus
    query = (
        select(e.course_id, r.id, r.read_at, r.said, GpClinic.name)
        .join(m, m.id == r.message_id)
        .join(e, e.id == m.end_status_id)
        .join(GpClinic, GpClinic.id == m.clinic_id)
        .where(r.accepted.is_(False), r.seen_by == "")
        .order_by(r.id)
    )
    if course_ids is not None:
        query = query.where(e.course_id.in_(list(course_ids)))
    found = {}
    for row in work.execute(query):
        at = wall_time(row.read_at)
        assert at is not None
        found[row.course_id] = Rejected(row.id, at.date(), row.name, row.said)
    return found
