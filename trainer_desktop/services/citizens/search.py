"""Finding citizens as people type: by names in any order, numbers and telephones, one typing mistake forgiven."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import aliased

from trainer_desktop.models import search
from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen, Kin
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """A citizen in a list. `number` is masked."""

    id: uuid.UUID
    name: str
    number: str
    age: int | None
    phone: str
    town: str
    active: str
    responsible: str
    centre: str
    course_id: uuid.UUID | None


_SHOWN = (
    Citizen.id,
    Citizen.given_name,
    Citizen.family_name,
    Citizen.number,
    Citizen.mobile,
    Citizen.phone,
    Citizen.town,
    Citizen.protected,
)


def find(
    work: Work, words: str, most: int = 60, lately: Sequence[uuid.UUID] = ()
) -> list[CitizenCard]:
    """Citizens whose name, CPR or telephone (or a relative's) contains every word.

    Those of `lately` (whom somebody had open) come first, then those in a course. No words: all in a course. When nobody has such a name, those whose name is one typing mistake away.
    """
    if not work.may(Right.SEE_CITIZENS):
        return []
    c = Citizen
    query = select(*_SHOWN).where(c.merged_into.is_(None))
    parts = parts_of(words)
    for part in parts:
        has = [c.search.like(f"%{escaped(part)}%", escape="!")]
        if part.isdigit() and len(part) >= LEAST_DIGITS:
            kin = select(Kin.citizen_id).where(Kin.phone.like(f"%{part}%"))
            has.append(c.id.in_(kin))
            has.append(c.id.in_(_merged_with(part)))
        query = query.where(or_(*has))
    runs = exists().where(
        Course.citizen_id == c.id, Course.ended.is_(None), Course.withdrawn.is_(False)
    )
    if not parts:
        query = query.where(runs)
    first = [c.id.in_(lately).desc()] if lately else []
    rows = work.execute(query.order_by(*first, runs.desc(), c.sort_key).limit(most)).all()
    if not rows and parts:
        near = _nearly(work, parts, most)
        if near:
            return cards(work, near)
    return _cards(work, rows)


def _merged_with(digits: str) -> Any:
    """The records into which those with this number have been merged."""
    other = aliased(Citizen)
    return select(other.merged_into).where(
        other.merged_into.is_not(None), other.search.like(f"%{digits}%")
    )


def _nearly(work: Work, parts: list[str], most: int) -> list[uuid.UUID]:
    """Those whose name has every word with at most one letter wrong, left out, doubled or swapped with the next."""
    if not all(part.isalpha() and len(part) >= LEAST_LETTERS for part in parts):
        return []
    c = Citizen
    query = select(c.id, c.search)
    for part in parts:  # one mistake leaves the beginning or the end of a word whole
        some = max(2, len(part) // 3)
        first, last = escaped(part[:some]), escaped(part[-some:])
        like = (c.search.like(f"% {first}%", escape="!"), c.search.like(f"%{last}%", escape="!"))
        query = query.where(or_(*like))
    found = []
    for key, text in work.execute(query.order_by(c.sort_key).limit(CANDIDATES)):
        names = text.split()
        if all(any(one_mistake(part, name) for name in names) for part in parts):
            found.append(key)
            if len(found) == most:
                break
    return found


def one_mistake(word: str, name: str) -> bool:
    """Whether one letter more, less, other or swapped makes the word the name."""
    if abs(len(word) - len(name)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if at is None:
        return True
    rests = (
        (word[at + 1 :], name[at:]),
        (word[at:], name[at + 1 :]),
        (word[at + 1 :], name[at + 1 :]),
        (word[at : at + 2][::-1] + word[at + 2 :], name[at:]),
    )
    return any(a == b for a, b in rests)


def cards(work: Work, ids: list[uuid.UUID]) -> list[CitizenCard]:
    """Some citizens as a list shows them."""
    c = Citizen
    query = select(*_SHOWN)
    return _cards(work, work.execute(query.where(c.id.in_(ids)).order_by(c.sort_key)).all())


def _cards(work: Work, rows: Sequence[Any]) -> list[CitizenCard]:
    running = _running(work, [r.id for r in rows])
    day = wall_now(work).date()
    return [
        CitizenCard(
            r.id,
            f"{r.given_name} {r.family_name}".strip(),
            masked(r.number),
            age(r.number, day),
            r.mobile or r.phone,
            "" if r.protected else r.town,
            *running.get(r.id, ("", "", "", None)),
        )
        for r in rows
    ]


def count(work: Work) -> int:
    """How many citizens there are."""
    query = select(func.count()).select_from(Citizen).where(Citizen.merged_into.is_(None))
    return work.scalar(query) or 0


LONGEST, MOST_WORDS = 200, 8  # of what is looked for; a name is never more


LEAST_LETTERS, LEAST_DIGITS = 4, 4  # a shorter word may be nearly anything


CANDIDATES = 20_000


def search_fold(text: str) -> str:
    """The form in which two spellings are the same."""
    return search.fold(text)


def parts_of(words: str) -> list[str]:
    """The words to look for, of a pasted page only the beginning; a number typed with spaces or a dash is one word."""
    plain = words[:LONGEST].replace("-", " ").replace("\0", "").strip()
    digits = "".join(plain.split()).removeprefix("+45")
    if digits.isdigit() and len(digits) >= 4:
        return [digits]
    return search.fold(plain[:LONGEST]).split()[:MOST_WORDS]


def escaped(part: str) -> str:
    """A word as LIKE takes it."""
    return part.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _running(
    work: Work, ids: list[uuid.UUID]
) -> dict[uuid.UUID, tuple[str, str, str, uuid.UUID | None]]:
    rows = work.execute(
        select(Course.citizen_id, Course.basis, Staff.initials, Centre.name, Course.id)
        .outerjoin(Staff, Staff.id == Course.responsible_id)
        .join(Centre, Centre.id == Course.centre_id)
        .where(Course.citizen_id.in_(ids), Course.ended.is_(None))
    )
    return {r[0]: (r[1], r[2] or "", r[3], r[4]) for r in rows}


def masked(number: str) -> str:
    """A number without its last four; something else is shown as dots, and nothing as nothing."""
    if not number:
        return ""
    try:
        return parse_personal_number(number).masked
    except BadNumber:
        return "••••••-••••"


def age(number: str, day: date) -> int | None:
    """Whole years, from the number."""
    try:
        return parse_personal_number(number).age_on(day)
    except BadNumber:
        return None
