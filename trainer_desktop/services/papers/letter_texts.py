"""The wording of a letter: ours, or the centre's own with its versions; a field that does not exist is told."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trainer_desktop.models.record import LetterText
from trainer_desktop.models.work import Work
from trainer_desktop.paths import resources
from trainer_desktop.rules import limits
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.template import UnknownField, unknown_fields
from trainer_desktop.services.papers.letter_names import DECISIONS, FIELDS, KINDS, names
from trainer_desktop.services.store.moments import wall_time

LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class Version:
    """A wording from the moment it was saved; `ours` for what came with the program."""

    id: uuid.UUID | None
    text: str
    written_by: str
    written_at: datetime | None
    ours: bool


def original(kind: str, language: str) -> str:
    """The wording that came with the program; raises Refused UNREADABLE for a letter there is not."""
    if kind not in KINDS or language not in LANGUAGES:
        raise Refused(Reason.UNREADABLE, field="kind", text=kind[:40])
    file = resources() / "letters" / language / "letters" / f"{kind}.txt"
    return file.read_text(encoding="utf-8")


def versions(work: Work, kind: str, language: str) -> list[Version]:
    """Every wording, the one in use first."""
    t = LetterText
    query = (
        select(t)
        .where(t.kind == kind, t.language == language)
        .order_by(t.written_at.desc(), t.id.desc())
    )
    ours = Version(None, original(kind, language), "", None, True)
    own = [
        Version(row.id, row.text, row.written_by, wall_time(row.written_at), not row.text)
        for row in work.scalars(query)
    ]
    if own and not own[0].text:  # gone back to ours
        return [ours, *(one for one in own if one.text)]
    return [*(one for one in own if one.text), ours]


def text(work: Work, kind: str, language: str) -> str:
    """The wording in use."""
    return versions(work, kind, language)[0].text


def mistakes(wording: str, language: str) -> list[UnknownField]:
    """Every field of a wording that does not exist."""
    return unknown_fields(wording, names(language))


def save(work: Work, kind: str, language: str, wording: str) -> None:
    """Let a wording of the centre's own hold from now on; an empty one goes back to ours.

    Raises Refused: UNKNOWN_FIELD for a field that does not exist, NOT_SO for a decision without the complaint guidance.
    """
    original(kind, language)
    plain = limits.plain_text(wording.replace("\r\n", "\n").strip())
    wrong = mistakes(plain, language)
    if wrong:
        hint = f"{wrong[0].like}?" if wrong[0].like else ""
        raise Refused(Reason.UNKNOWN_FIELD, field="text", text=wrong[0].name, hint=hint)
    guidance = FIELDS["complain"][0 if language == "da" else 1]
    alone = [line.strip().removeprefix(">").strip() for line in plain.split("\n")]
    if plain and kind in DECISIONS and f"{{{guidance}}}" not in alone:  # nothing else may drop it
        raise Refused(Reason.NO_GUIDANCE, field="text", text=guidance)
    row = LetterText(
        kind=kind,
        language=language,
        text=plain,
        written_by=work.actor,
        written_at=work.now,
    )
    work.add(row)
