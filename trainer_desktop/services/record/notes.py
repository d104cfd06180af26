"""Notes of the record: dated, signed by whoever wrote them, corrected by a new note, found by their words."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.record import Note
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.store.moments import wall_time

LONGEST = 20_000  # letters


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note; `corrects` is what it sets right, `corrected_at` when it was set right itself."""

    id: uuid.UUID
    course_id: uuid.UUID | None
    text: str
    written_by: str
    written_at: datetime
    corrects: uuid.UUID | None
    corrects_at: datetime | None
    quote: str
    corrected_at: datetime | None


def write(
    work: Work,
    citizen_id: uuid.UUID,
    text: str,
    course_id: uuid.UUID | None = None,
    corrects: uuid.UUID | None = None,
) -> uuid.UUID:
    """Sign a note; raises Refused NOTHING_WRITTEN, BAD_TEXT, or GONE for a note that is not this citizen's."""
    text = limits.plain_text(text.strip(), LONGEST)
    if not text:
        raise Refused(Reason.NOTHING_WRITTEN, field="text")
    citizen = work.get_one(Citizen, citizen_id)
    if course_id and work.get_one(Course, course_id).citizen_id != citizen.id:
        raise Refused(Reason.GONE)
    if corrects and work.get_one(Note, corrects).citizen_id != citizen.id:
        raise Refused(Reason.GONE)
    row = Note(
        citizen_id=citizen.id,
        course_id=course_id,
        text=text,
        written_by=work.actor,
        written_at=work.now,
        corrects=corrects,
    )
    work.add(row)
    work.flush()
    return row.id


def notes(work: Work, citizen_id: uuid.UUID, words: str = "") -> list[NoteCard]:
    """A citizen's notes, the latest first; with words, those in which each of them stands. Raises Refused NOT_ALLOWED."""
    work.ask(Right.READ_CLINICAL)
    work.looked(citizen_id, "notes")
    rows = list(
        work.scalars(
            select(Note).where(Note.citizen_id == citizen_id).order_by(Note.written_at, Note.id)
        )
    )
    by_id = {row.id: row for row in rows}
    corrected = {row.corrects: row for row in rows if row.corrects}
    wanted = words.casefold().split()
    found = []
    for row in reversed(rows):
        if not all(word in row.text.casefold() for word in wanted):
            continue
        before, after = by_id.get(row.corrects) if row.corrects else None, corrected.get(row.id)
        found.append(
            NoteCard(
                row.id,
                row.course_id,
                row.text,
                row.written_by,
                _at(row),
                row.corrects,
                _at(before) if before else None,
                before.text if before else "",
                _at(after) if after else None,
            )
        )
    return found


def _at(row: Note) -> datetime:
    at = wall_time(row.written_at)
    assert at is not None
    return at
