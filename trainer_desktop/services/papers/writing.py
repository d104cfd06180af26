"""Letters made, kept exactly as they were, and marked as sent by a person; what one meets, follows."""

import hashlib
import uuid
import zlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import insert, select

from trainer_desktop.documents.letter import LetterPages, letter_pdf
from trainer_desktop.documents.wording import words
from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, ReevaluationOutcome
from trainer_desktop.models.record import Decision, Letter, LetterCopy
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.template import Block, BlockKind, filled
from trainer_desktop.services.citizens.standing import gets_letters
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.endings import TOLD
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.papers import letter_texts
from trainer_desktop.services.papers.letter_about import About, Written, about_course
from trainer_desktop.services.papers.letter_values import values
from trainer_desktop.services.papers.letters import contact
from trainer_desktop.services.record import rides
from trainer_desktop.services.store.moments import today, wall_now, wall_time

HOW = ("digital", "letter", "handed_over")
MEETS = {"grant": "decision", "refusal": "decision", "hearing": "hearing_sent", "end": TOLD}
REASONED = ("refusal", "hearing", "end", "ride_refusal", "ride_end")
DATED = ("refusal", "end")  # with a complaint deadline that is counted from their day
OUTCOMES = dict(zip(Outcome, ("continue", "change", "end", "reassess"), strict=True))
ONE_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class LetterCard:
    """A letter of a course; `sent_on` None until somebody has said that it was sent."""

    id: uuid.UUID
    kind: str
    title: str
    made_by: str
    made_at: datetime
    sent_how: str
    sent_on: date | None
    sent_by: str
    meets: str


def preview(
    work: Work,
    course_id: uuid.UUID,
    kind: str,
    written: Written | None = None,
    language: str = "da",
    wording: str | None = None,
) -> bytes:
    """The letter as it would be; nothing is kept. `wording` instead of the one in use. Raises Refused NO_LETTER."""
    return _drawn(work, course_id, kind, written or Written(), language, wording)[1]


def _drawn(
    work: Work,
    course_id: uuid.UUID,
    kind: str,
    written: Written,
    language: str,
    wording: str | None,
) -> tuple[str, bytes]:
    one = about_course(work, course_id)
    if not gets_letters(one.citizen):
        raise Refused(Reason.NO_LETTER)
    text = letter_texts.text(work, kind, language) if wording is None else wording
    blocks = filled(text, values(work, one, written, language))
    title = next((b.lines[0] for b in blocks if b.kind is BlockKind.TITLE), kind)
    pages = _pages(work, one, tuple(blocks), language)
    return title, letter_pdf(pages, language)


def _pages(work: Work, one: About, blocks: tuple[Block, ...], language: str) -> LetterPages:
    citizen = one.citizen
    _phone, address = contact(work, one.centre)
    town = f"{citizen.postcode} {citizen.town}".strip()
    writer = work.scalars(select(Staff).where(Staff.initials == work.actor)).first()
    signs = writer or one.responsible
    say = words(language)["letter"]
    return LetterPages(
        one.centre.name,
        address,
        wall_now(work).date(),
        say["case"].format(number=one.course.number) if one.course.number else "",
        f"{citizen.given_name} {citizen.family_name}".strip(),
        tuple(part for part in (citizen.address, town) if part and not citizen.protected),
        blocks,
        say["greeting"],
        signs.name if signs else one.centre.name,
        signs.title if signs else "",
    )


def make(
    work: Work,
    course_id: uuid.UUID,
    kind: str,
    written: Written | None = None,
    language: str = "da",
) -> tuple[uuid.UUID, bytes]:
    """Make a letter and keep its pages; raises Refused NO_LETTER for one who has died."""
    said = written or Written()
    said = _decided(work, course_id, kind, said)
    _refuse_lacking(work, course_id, kind, said)
    title, pdf = _drawn(work, course_id, kind, said, language, None)
    digital = about_course(work, course_id).citizen.digital_post
    if said.sent_digital is not None:
        digital = said.sent_digital
    digest = hashlib.sha256(pdf).hexdigest()
    there = work.scalar(select(LetterCopy.digest).where(LetterCopy.digest == digest))
    if there is None:
        kept = {"digest": digest, "pdf": zlib.compress(pdf, 9)}
        work.connection().execute(insert(LetterCopy), kept)
    row = Letter(
        course_id=course_id,
        kind=kind,
        title=title,
        language=language,
        made_by=work.actor,
        made_at=work.now,
        digest=digest,
        post="digital" if digital else "letter",
        answer_by=said.answer_by,
    )
    work.add(row)
    work.flush()
    return row.id, pdf


def _decided(work: Work, course_id: uuid.UUID, kind: str, written: Written) -> Written:
    """What a letter on a re-evaluation says where nobody writes it anew: the last answer with its reason.

    A refusal or an end says that something has been decided: raises Refused DECISION_FIRST where nothing has.
    """
    if kind in DATED:
        d = Decision
        query = select(d.id).where(d.course_id == course_id, d.kind == kind)
        if work.scalars(query.limit(1)).first() is None:
            raise Refused(Reason.DECISION_FIRST)
    if kind == "reevaluation" and not written.outcome:
        o = ReevaluationOutcome
        query_ = select(o).where(o.course_id == course_id).order_by(o.decided_at.desc())
        last = work.scalars(query_.limit(1)).first()
        if last is not None:
            reasons = written.reasons or last.reason
            return replace(written, outcome=OUTCOMES[last.outcome], reasons=reasons)
    return written


def _refuse_lacking(work: Work, course_id: uuid.UUID, kind: str, written: Written) -> None:
    """No letter without what it is about: a decision has reasons, a hearing what is intended and a day."""
    lacks = {
        "intended": kind == "hearing" and not written.intended.strip(),
        "answer_by": kind == "hearing" and written.answer_by is None,
        "reasons": kind in REASONED and not written.reasons.strip(),
    }
    every = rides.rides(work, course_id) if kind in ("ride_grant", "ride_end") else []
    lacks["ride"] = kind == "ride_grant" and not every
    lacks["last_ride"] = kind == "ride_end" and not (every and every[0].until)
    lacks["amount"] = kind == "reimbursement" and not rides.fares(work, course_id)
    lacks["outcome"] = kind == "reevaluation" and not written.outcome
    for field, missing in lacks.items():
        if missing:
            raise Refused(Reason.NOTHING_WRITTEN, field=field)
    by, now = written.answer_by, today(work)
    if kind == "hearing" and by and not now < by <= now + ONE_YEAR:
        raise Refused(Reason.ANSWER_DAY, day=by)


def copy(work: Work, letter_id: uuid.UUID) -> bytes:
    """A letter exactly as it was made; raises Refused GONE when its pages are not here, or not whole."""
    row = work.get_one(Letter, letter_id)
    kept = work.scalar(select(LetterCopy.pdf).where(LetterCopy.digest == row.digest))
    pdf = zlib.decompress(kept) if kept else b""
    if hashlib.sha256(pdf).hexdigest() != row.digest:
        raise Refused(Reason.GONE)
    return pdf


def mark_sent(work: Work, letter_id: uuid.UUID, how: str, day: date | None = None) -> None:
    """A person says that a letter was sent, how and when; the deadline that it meets follows.

    Raises Refused: ALREADY_SENT, MAKE_ANEW for a decision that is sent another day or way than it says, UNREADABLE for no way there is, NOT_COME or CROSSED for a day that cannot be.
    """
    row = work.get_one(Letter, letter_id)
    work.rely_on(row)
    if how not in HOW:
        raise Refused(Reason.UNREADABLE, field="how", text=how[:40])
    if row.sent_on:
        raise Refused(Reason.ALREADY_SENT, day=row.sent_on)
    sent, made = limits.happened(day, today(work)), wall_time(row.made_at)
    if made:
        limits.in_order(made.date(), sent)
        other_way = (how == "letter") != (row.post == "letter")
        if row.kind in DATED and (sent != made.date() or other_way):
            raise Refused(Reason.MAKE_ANEW, day=made.date())
    if not gets_letters(about_course(work, row.course_id).citizen):
        raise Refused(Reason.NO_LETTER)
    if row.kind == "hearing" and row.answer_by and row.answer_by <= sent:
        raise Refused(Reason.ANSWER_DAY, day=row.answer_by)
    row.sent_how, row.sent_on, row.sent_by = how, sent, work.actor
    event = MEETS.get(row.kind)
    if event:
        known = courses.one(work, row.course_id).course.events
        if event not in known or row.kind == "hearing":  # a copy that follows moves no day
            set_event(work, row.course_id, event, sent)


def mark_sent_as_written(work: Work, letter_id: uuid.UUID) -> None:
    """Sent today, the way it was written for; raises Refused as `mark_sent` does."""
    mark_sent(
        work, letter_id, "letter" if work.get_one(Letter, letter_id).post == "letter" else "digital"
    )


def take_away(work: Work, letter_id: uuid.UUID) -> None:
    """Take away a letter that was made by mistake; raises Refused ALREADY_SENT for one that is out."""
    row = work.get_one(Letter, letter_id)
    work.rely_on(row)
    if row.sent_on:
        raise Refused(Reason.ALREADY_SENT, day=row.sent_on)
    row.withdrawn = True


def letters(work: Work, course_id: uuid.UUID) -> list[LetterCard]:
    """A course's letters, the latest first."""
    q = Letter
    query = select(q).where(q.course_id == course_id).order_by(q.made_at.desc(), q.id.desc())
    found = []
    for row in work.scalars(query):
        made = wall_time(row.made_at)
        assert made is not None
        found.append(
            LetterCard(
                row.id,
                row.kind,
                row.title,
                row.made_by,
                made,
                row.sent_how,
                row.sent_on,
                row.sent_by,
                MEETS.get(row.kind, ""),
            )
        )
    return found


def some_course(work: Work) -> uuid.UUID | None:
    """A running course to show a wording for: the newest of somebody who gets letters."""
    query = (
        select(Course.id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .where(Course.ended.is_(None), Citizen.standing == "", Citizen.protected.is_(False))
        .order_by(Course.id.desc())
    )
    return work.scalars(query.limit(1)).first()


def protected_now(work: Work, course_id: uuid.UUID) -> bool:
    """Whether the citizen's address is protected: a letter that was made before may show it."""
    return about_course(work, course_id).citizen.protected


def goes_digitally(work: Work, course_id: uuid.UUID) -> bool:
    """Whether the citizen of a course gets letters in Digital Post."""
    return about_course(work, course_id).citizen.digital_post
