"""The same person twice: found while somebody types, and merged with a look at each field."""

import uuid
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import or_, select

from trainer_desktop.models.citizen import Citizen, Kin
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.fields import Kind
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.rules.phone import normal_phone
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.citizens.search import masked, search_fold
from trainer_desktop.services.citizens.taking_in import FIELDS
from trainer_desktop.services.registers.naming import name_of
from trainer_desktop.services.registers.register import Texts
from trainer_desktop.services.store.moments import today

STANDING, SECRET = "standing", ("address", "postcode", "town")
PROTECTED = "••••"


class Alike(Enum):
    """Why two records may be one person."""

    NUMBER = auto()
    NAME_AND_BIRTHDAY = auto()
    PHONE = auto()


@dataclass(frozen=True, slots=True)
class AlikeCard:
    """Somebody who is here already."""

    id: uuid.UUID
    name: str
    number: str
    age: int | None
    address: str
    phone: str
    why: Alike


def alike(work: Work, texts: Texts, but: uuid.UUID | None = None, most: int = 3) -> list[AlikeCard]:
    """Who may be the one that is typed: the same number, the same name and birthday, the same telephone."""
    digits = _digits(texts.get("number", ""))
    phones = {p for p in (_phone(texts.get(n, "")) for n in ("mobile", "phone")) if p}
    c = Citizen
    found: dict[uuid.UUID, tuple[Alike, Citizen]] = {}
    standing = select(c).where(c.merged_into.is_(None))
    if digits:
        for row in work.scalars(select(c).where(c.number == digits)):
            kept = kept_record(work, row)
            found.setdefault(kept.id, (Alike.NUMBER, kept))
        name = search_fold(f"{texts.get('given_name', '')} {texts.get('family_name', '')}").split()
        for row in work.scalars(standing.where(c.number.like(f"{digits[:6]}%"))):
            if name and sorted(name) == sorted(_folded(row)):
                found.setdefault(row.id, (Alike.NAME_AND_BIRTHDAY, row))
    if phones:
        for row in work.scalars(standing.where(or_(c.mobile.in_(phones), c.phone.in_(phones)))):
            found.setdefault(row.id, (Alike.PHONE, row))
    cards = [_card(work, row, why) for key, (why, row) in found.items() if key != but]
    return sorted(cards, key=lambda one: one.why.value)[:most]


def kept_record(work: Work, row: Citizen) -> Citizen:
    """The record in which a merged one goes on."""
    while row.merged_into:
        row = work.get_one(Citizen, row.merged_into)
    return row


def _folded(row: Citizen) -> list[str]:
    return search_fold(f"{row.given_name} {row.family_name}").split()


def _digits(text: str) -> str:
    try:
        return parse_personal_number(text).digits
    except BadNumber:
        return ""


def _phone(text: str) -> str:
    try:
        return normal_phone(text) if text.strip() else ""
    except ValueError:
        return ""


def _card(work: Work, row: Citizen, why: Alike) -> AlikeCard:
    try:
        age = parse_personal_number(row.number).age_on(today(work))
    except BadNumber:
        age = None
    address = "" if row.protected else row.address
    name = f"{row.given_name} {row.family_name}".strip()
    return AlikeCard(row.id, name, masked(row.number), age, address, row.mobile or row.phone, why)


# ---- merging


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two records have otherwise; the one that is kept stands unless it is empty or `other` is chosen."""

    field: str
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do: the fields that differ, and how many courses come along."""

    keep: uuid.UUID
    gone: uuid.UUID
    names: tuple[str, str]
    differences: tuple[Difference, ...]
    courses: int
    kin: int


def preview(work: Work, keep: uuid.UUID, gone: uuid.UUID) -> MergePreview:
    """What merging two records would do; raises Refused SAME_PERSON when they are one record, GONE when one is merged."""
    mine, other = _two(work, keep, gone)
    found = []
    for field in FIELDS:
        a, b = (_said(getattr(row, field.name)) for row in (mine, other))
        if a != b:
            said = [_told_apart(a), _told_apart(b)] if field.name == "number" else [a, b]
            if field.kind is Kind.CLINIC:
                keys = [getattr(row, field.name) for row in (mine, other)]
                said = [name_of(work, field.kind, key) if key else "" for key in keys]
            if field.name in SECRET and (mine.protected or other.protected):
                said = [PROTECTED if text else "" for text in said]  # shown on purpose only
            found.append(Difference(field.name, said[0], said[1]))
    states = [_state(row) for row in (mine, other)]
    if states[0] != states[1]:
        found.append(Difference(STANDING, states[0], states[1]))
    if mine.protected != other.protected:
        found.append(Difference("protected", _said(mine.protected), _said(other.protected)))
    courses = work.scalars(select(Course.id).where(Course.citizen_id == gone)).all()
    kin = work.scalars(select(Kin.id).where(Kin.citizen_id == gone)).all()
    names = tuple(f"{r.given_name} {r.family_name}".strip() for r in (mine, other))
    return MergePreview(keep, gone, (names[0], names[1]), tuple(found), len(courses), len(kin))


def merge(work: Work, keep: uuid.UUID, gone: uuid.UUID, take: frozenset[str] = frozenset()) -> None:
    """Let one record take over another's courses, kin and, for the fields in `take` and those it lacks, its values.

    The other stays readable and its number finds the one that is kept. Raises Refused as `preview`, and CITIZEN_BUSY
    when both have a training at the same time.
    """
    mine, other = _two(work, keep, gone)
    work.rely_on(mine, other)
    for field in FIELDS:
        if field.name in take or getattr(mine, field.name) in (None, ""):
            setattr(mine, field.name, getattr(other, field.name))
    for course in work.scalars(select(Course).where(Course.citizen_id == gone)):
        course.citizen_id = keep
    for kin in work.scalars(select(Kin).where(Kin.citizen_id == gone)):
        kin.citizen_id = keep
    mine.protected = mine.protected or other.protected
    if STANDING in take:  # dead or moved away is a person's word, and none follows from a merge
        mine.standing, mine.standing_since = other.standing, other.standing_since
    for row in work.scalars(select(Citizen).where(Citizen.merged_into == gone)):
        row.merged_into = keep  # who was merged into it before comes along
    other.merged_into = keep


def _two(work: Work, keep: uuid.UUID, gone: uuid.UUID) -> tuple[Citizen, Citizen]:
    mine, other = work.get_one(Citizen, keep), work.get_one(Citizen, gone)
    if keep == gone:
        name = f"{mine.given_name} {mine.family_name}".strip()
        raise Refused(Reason.SAME_PERSON, name=name, citizen=keep)
    if mine.merged_into or other.merged_into:
        raise Refused(Reason.GONE)
    return mine, other


def _told_apart(number: str) -> str:
    """A masked number with its last digit, by which two of one birthday can be told apart."""
    shown = masked(number)
    return shown[:-1] + number[-1:] if shown else ""


def _state(row: Citizen) -> str:
    since = f" {row.standing_since:%d-%m-%Y}" if row.standing_since else ""
    return f"{row.standing}{since}" if row.standing else ""


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value or "")
