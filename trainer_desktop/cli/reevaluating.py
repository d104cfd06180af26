"""`reevaluation`: what waits, what it rests on, attempts to reach the citizen, and the answer."""

import argparse
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trainer_desktop.cli import values, words
from trainer_desktop.cli.arguments import NOTHING, text, whole
from trainer_desktop.cli.store import WrongUse, answer, opened, target
from trainer_desktop.cli.ways import Ways
from trainer_desktop.documents.wording import words as words_of
from trainer_desktop.paths import write_whole
from trainer_desktop.rules.kinds import CallOutcome, Outcome
from trainer_desktop.services import Work
from trainer_desktop.services.calls import evidence, outcomes
from trainer_desktop.services.calls.evidence import EvidenceSheet
from trainer_desktop.services.courses import reevaluations, tasks
from trainer_desktop.services.courses.tasks import Group, Kind, TaskCard
from trainer_desktop.services.papers import reevaluations as papers
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import today
from trainer_desktop.services.store.trouble import os_words

ANSWERS = dict(zip(("continue", "change", "end", "reassess"), Outcome, strict=True))


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    ways = Ways(commands, "reevaluation", "revurderinger: liste, bevisark, kontakt og svar")
    listed = ways.add("list", "dem, der venter, de overskredne først", list_waiting)
    listed.add_argument("--overdue", action="store_true", help="kun dem, der er over fristen")
    listed.add_argument("--centre", type=text(200), metavar="NAVN")
    listed.add_argument("--out", type=Path, metavar="MAPPE", help="også som PDF her")
    shown = ways.add("show", "hvad den bygger på; --out skriver bevisarket", show, "number")
    shown.add_argument("--out", type=Path, metavar="MAPPE")
    tried = ways.add("contact", "notér, at borgeren er forsøgt truffet", contact, "number")
    tried.add_argument("outcome", choices=[one.value for one in CallOutcome])
    tried.add_argument("--how", choices=outcomes.HOW, default="phone")
    tried.add_argument("--whom", type=text(200), default=NOTHING, metavar="HVEM", help="datter …")
    tried.add_argument("--note", type=text(2000), default=NOTHING, metavar="TEKST")
    given = ways.add("answer", "et menneske afgør den", decide, "number")
    given.add_argument("outcome", choices=list(ANSWERS))
    given.add_argument("--why", type=text(4000), required=True, metavar="GRUND")
    given.add_argument("--release", action="store_true", help="frigiv de senere tider")
    for way in (shown, given):
        way.add_argument(
            "--which", type=whole(1, 999), default=1, metavar="NR", help="er der flere: nummeret"
        )


def _opened_by(work: Work, course: uuid.UUID, which: int) -> str:
    found = [t.reevaluation for t in tasks.open_tasks(work, course_ids=[course]) if t.reevaluation]
    if which > len(found):
        raise WrongUse("der er ingen åben revurdering i forløbet med det nummer")
    return found[which - 1].opened_by


def _waiting(work: Work, options: argparse.Namespace) -> list[TaskCard]:
    where = lookup.centre(work, options.centre) if options.centre else None
    return [
        one
        for one in tasks.open_tasks(work, centre=where)
        if one.kind is Kind.REEVALUATION and (one.group is Group.OVER or not options.overdue)
    ]


def list_waiting(options: argparse.Namespace) -> int:
    """The re-evaluations that wait."""
    o = options
    with opened(target(o), o) as store, store.read() as work:
        found, numbers = _waiting(work, o), lookup.course_numbers(work)
        if o.out:
            where = lookup.centre(work, o.centre) if o.centre else None
            pdf = papers.waiting_list(work, overdue=o.overdue, centre=where)
            _file(o.out, f"revurderinger-{today(work)}", pdf)

    def tell() -> Iterator[str]:
        for one in found:
            due = f"{one.due:%d-%m-%Y}" if one.due else "uden dato"
            said = values.said_of(one)
            yield f"{words.GROUPS[one.group]:<12} {due:<11} {numbers[one.course_id]:<7} {one.citizen}: {said}"
        yield f"{len(found)} revurderinger."

    return answer(o, [values.task(one, numbers) for one in found], tell)


def _value(found: EvidenceSheet) -> dict[str, Any]:
    return {
        "opened_by": found.card.reevaluation.opened_by,
        "why": found.card.reevaluation.why.value,
        "by": found.card.reevaluation.by,
        "rule": values.rule(found.card.reevaluation.rule),
        "absences": [
            {"at": one.line.entry.starts, "kind": one.line.entry.kind.value, "told": one.told}
            | {"counts": one.line.entry.cost, "note": one.note or None}
            for one in found.absences
        ],
        "contacts": [
            {"at": one.at, "how": one.how, "whom": one.whom or None, "note": one.note or None}
            | {"outcome": one.outcome.value if one.outcome else None, "by": one.by}
            for one in found.contacts
        ],
        "later": found.later,
    }


def show(options: argparse.Namespace) -> int:
    """What one rests on."""
    o = options
    with opened(target(o), o) as store, store.read() as work:
        key = lookup.course(work, o.number)
        opened_by = _opened_by(work, key, o.which)
        found = evidence.sheet(work, key, opened_by)
        assert found
        value = _value(found)
        if o.out:
            pdf = papers.evidence_sheet(work, key, opened_by)
            value["file"] = str(_file(o.out, f"revurdering-{o.number}", pdf))

    said = words_of("da")["evidence"]

    def tell() -> Iterator[str]:
        yield f"{found.citizen}: {found.card.reevaluation.rule.text}"
        for one in found.absences:
            if one.line.entry.starts:
                kind = said["kinds"][one.line.entry.kind.value]
                yield f"{one.line.entry.starts:%d-%m-%Y %H.%M} {kind}"
        for tried in found.contacts:
            outcome = said["outcomes"][tried.outcome.value] if tried.outcome else said["sent"]
            how = said["how"].get(tried.how, tried.how)
            yield f"{tried.at:%d-%m-%Y %H.%M} {how} {tried.whom} {outcome} ({tried.by})"

    return answer(o, value, tell)


def contact(options: argparse.Namespace) -> int:
    """The citizen has been tried."""
    o = options
    with opened(target(o), o) as store, store.work("Kontakt noteret") as work:
        key = lookup.course(work, o.number)
        outcomes.note_contact(work, key, CallOutcome(o.outcome), o.note, o.how, o.whom)
    return answer(o, {"done": True}, lambda: iter(["Noteret."]))


def decide(options: argparse.Namespace) -> int:
    """Answer one."""
    o = options
    with opened(target(o), o) as store, store.work("Revurdering afgjort") as work:
        key = lookup.course(work, o.number)
        opened_by = _opened_by(work, key, o.which)
        outcome = ANSWERS[o.outcome]
        reevaluations.decide(work, key, opened_by, outcome, o.why, release=o.release)
    return answer(o, {"done": True}, lambda: iter(["Afgjort."]))


def _file(folder: Path, name: str, pdf: bytes) -> Path:
    plain = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)
    file = folder / f"{plain}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, pdf)
    except OSError as wrong:
        raise WrongUse(f"{file} kan ikke skrives: {os_words(wrong)}") from None
    return file
