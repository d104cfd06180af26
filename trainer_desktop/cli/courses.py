"""`course`: shown, begun, corrected, paused, handed over and ended."""

import argparse
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from trainer_desktop.cli.arguments import NOTHING, text, whole, wish
from trainer_desktop.cli.changing import note_event
from trainer_desktop.cli.citizens import find_one
from trainer_desktop.cli.reading import show_course
from trainer_desktop.cli.store import WrongUse, answer, common, day, opened, target
from trainer_desktop.rules.deadlines import Deadline
from trainer_desktop.rules.standard_base import Event
from trainer_desktop.services import Work
from trainer_desktop.services.booking import handing_over
from trainer_desktop.services.courses import correcting, intake, pausing, reevaluations
from trainer_desktop.services.courses.intake import SOURCES, Draft, IntakeCard
from trainer_desktop.services.record import decisions
from trainer_desktop.services.record.decisions import END, Decided
from trainer_desktop.services.registers.choices import BASES
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.store import lookup

WAYS = ("list", "show", "add", "change", "end", "pause", "hand-over", "event")
DAYS = {  # option -> event, Danish
    "applied": ("application", "dagen på ansøgningen"),
    "received": ("application_received", "ansøgningen modtaget"),
    "plan": ("plan_received", "genoptræningsplanen modtaget"),
    "discharged": ("discharge", "udskrevet"),
    "earliest": ("plan_start", "tidligste start efter planen"),
    "granted": ("grant", "bevilget"),
}
CHANGES = {"--basis": "basis", "--source": "source", "--area": "area", "--level": "level"}


def shown_by_number(arguments: list[str]) -> list[str]:
    """`course 12` is `course show 12`, as it was before there was more to do with a course."""
    first = arguments[1] if len(arguments) > 1 else ""
    if arguments[:1] == ["course"] and first and first not in WAYS and not first.startswith("-"):
        return ["course", "show", *arguments[1:]]
    return arguments


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    ways = commands.add_parser(
        "course", help="et forløb: pakken med grunde, frister; nyt, rettet, på pause, givet videre"
    ).add_subparsers(dest="way", required=True, metavar="HVAD")

    def way(name: str, said: str, run: Any, *, number: bool = True) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = ways.add_parser(name, parents=[common()], help=said)
        made.set_defaults(run=run)
        if number:
            made.add_argument("number", metavar="NUMMER", help="forløbets nummer")
        return made

    listed = way("list", "en borgers forløb", list_courses, number=False)
    listed.add_argument("who", metavar="BORGER", type=text(200))
    way("show", "pakken med grunde, frister, revurderinger", show_course)
    _add_new(way("add", "et nyt forløb", add, number=False))
    changed = way("change", "ret tal og ord; regnskab og frister følger med", change)
    changed.add_argument("--why", type=text(), required=True, metavar="GRUND")
    _package(changed)
    for option, name in CHANGES.items():
        choices = {"basis": BASES, "source": SOURCES}.get(name)
        changed.add_argument(option, type=text(300), choices=choices)
    ended = way("end", "afslut; de senere træninger frigives", end)
    ended.add_argument("--why", type=text(), required=True, metavar="GRUND")
    wish(ended)
    paused = way("pause", "sæt på pause", pause)
    paused.add_argument("--from", dest="first", type=day, required=True, metavar="DATO")
    paused.add_argument("--to", dest="last", type=day, required=True, metavar="DATO")
    paused.add_argument("--why", type=text(), required=True, metavar="GRUND")
    paused.add_argument("--release", action="store_true", help="frigiv træningerne imens")
    given = way("hand-over", "giv videre til en anden ansvarlig", hand_over)
    given.add_argument("therapist", metavar="INITIALER", type=text(100))
    given.add_argument("--centre", type=text(200), metavar="NAVN")
    given.add_argument("--with-trainings", action="store_true", help="også de senere træninger")
    happened = way("event", "notér dagen for noget, en frist regnes fra eller mødes af", note_event)
    happened.add_argument("event", choices=[e for e in get_args(Event) if e != "course_end"])
    happened.add_argument("date", type=day, nargs="?", metavar="DATO", help="uden: tages væk igen")


def _package(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--trainings", type=whole(-99_999, 99_999), help="antal træninger")
    parser.add_argument("--minutes", type=whole(-99_999, 99_999), help="minutter pr. træning")


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("who", metavar="BORGER", type=text(200), help="CPR, id eller navn")
    new.add_argument("--basis", choices=BASES, required=True, help="lovgrundlag; en person vælger")
    new.add_argument("--source", choices=SOURCES, default="", help="hvem der henvender sig")
    for option, (_event, said) in DAYS.items():
        new.add_argument(f"--{option}", type=day, metavar="DATO", help=said)
    new.add_argument("--package", type=text(200), metavar="NAVN", help="en af kommunens pakker")
    _package(new)
    new.add_argument("--therapist", type=text(100), metavar="INITIALER", help="den ansvarlige")
    new.add_argument("--centre", type=text(200), metavar="NAVN")
    for name in ("supplier", "area", "level", "diagnosis"):
        told = "som standardens frister nævner den: unit, homecare" if name == "supplier" else None
        new.add_argument(f"--{name}", type=text(2000), default=NOTHING, metavar="TEKST", help=told)
    new.add_argument("--dry-run", action="store_true", help="vis kun frister og tjek")


def _draft(work: Work, options: argparse.Namespace) -> Draft:
    events: dict[str, date] = {}
    for option, (event, _said) in DAYS.items():
        if getattr(options, option):
            events[event] = getattr(options, option)
    trainings, minutes = options.trainings, options.minutes
    if options.package:
        named = options.package.casefold()
        rows = [r for r in REGISTERS["packages"].rows(work) if r.title.casefold() == named]
        if not rows:
            raise WrongUse(f"pakken «{options.package}» findes ikke")
        trainings = trainings or int(rows[0].texts["trainings"])
        minutes = minutes or int(rows[0].texts["minutes"])
    return Draft(
        find_one(work, options.who),
        options.basis,
        options.source,
        events,
        trainings,
        minutes,
        lookup.therapist(work, options.therapist) if options.therapist else None,
        lookup.centre(work, options.centre) if options.centre else None,
        options.supplier,
        options.area,
        options.level,
        options.diagnosis,
    )


def _due(one: Deadline) -> dict[str, Any]:
    return {"id": one.id, "due": one.due, "from": one.counted_from, "place": one.rule.place}


def _value(card: IntakeCard, key: uuid.UUID | None, number: str) -> dict[str, Any]:
    return {
        "id": key,
        "number": number or None,
        "standard": card.standard or None,
        "version": card.version or None,
        "deadlines": [_due(one) for one in card.deadlines],
        "checks": [
            {"id": c.id, "finding": c.finding.value, "from": c.from_day} for c in card.checks
        ],
        "running": [one.basis for one in card.running if one.ended is None],
    }


def add(options: argparse.Namespace) -> int:
    """A new course, or only what would follow."""
    key, number = None, ""
    with opened(target(options), options) as store:
        with store.read() as work:
            draft = _draft(work, options)
            card = intake.preview(work, draft)
            for no in intake.problems(work, draft).values():
                raise no
        if not options.dry_run:
            with store.work("nyt forløb") as work:
                key = intake.add(work, draft)
                number = lookup.course_numbers(work)[key]

    def tell() -> Iterator[str]:
        yield f"Forløb {number}: {card.short or 'ingen standard'}" if key else "Intet er skrevet."
        for one in card.deadlines:
            yield f"  Frist {one.due:%d-%m-%Y}: {one.rule.text} ({one.rule.place})"
        for check in card.checks:
            if check.rule and check.finding.value != "fine":
                yield f"  Tjek: {check.rule.text} ({check.rule.place})"

    return answer(options, _value(card, key, number), tell)


def list_courses(options: argparse.Namespace) -> int:
    """A citizen's courses."""
    with opened(target(options), options) as store, store.read() as work:
        key = find_one(work, options.who)
        numbers = lookup.course_numbers(work)
        found = intake.preview(work, Draft(key)).running
    told = [
        {"number": numbers[c.id], "basis": c.basis, "since": c.since, "ended": c.ended}
        for c in found
    ]

    def tell() -> Iterator[str]:
        for one in told:
            ended = f" til {one['ended']:%d-%m-%Y}" if one["ended"] else ""
            since = f" fra {one['since']:%d-%m-%Y}" if one["since"] else ""
            yield f"{one['number']:<8} {one['basis']:<8}{since}{ended}"
        yield f"{len(told)} forløb."

    return answer(options, told, tell)


def change(options: argparse.Namespace) -> int:
    """Other figures or words, with a reason."""
    texts = {name: getattr(options, name) for name in CHANGES.values()}
    texts |= {name: getattr(options, name) for name in ("trainings", "minutes")}
    given = {name: str(value) for name, value in texts.items() if value is not None}
    if not given:
        raise WrongUse("der er intet at rette; nævn mindst ét felt")
    with opened(target(options), options) as store, store.work(f"rettet: {options.why}") as work:
        correcting.correct(work, lookup.course(work, options.number), given, options.why)
    return show_course(options)


def end(options: argparse.Namespace) -> int:
    """End a course."""
    with opened(target(options), options) as store, store.work("forløb afsluttet") as work:
        key = lookup.course(work, options.number)
        later = reevaluations.count_later(work, key)
        ended = Decided(END, options.why, against=not options.agreed, known=options.known)
        decisions.decide(work, key, ended)
    said = f"Forløb {options.number} er afsluttet; {later} senere træninger er frigivet."
    return answer(options, {"course": options.number, "released": later}, lambda: iter([said]))


def pause(options: argparse.Namespace) -> int:
    """Let a course rest."""
    with opened(target(options), options) as store, store.work("pause") as work:
        key = lookup.course(work, options.number)
        pausing.pause(work, key, options.first, options.last, options.why)
        there = len(pausing.between(work, key, options.first, options.last))
        freed = pausing.release(work, key, options.first, options.last) if options.release else 0
    value = {"course": options.number, "first": options.first, "last": options.last}
    said = f"Pause noteret; {freed} træninger er frigivet, {there - freed} står i den tid."
    silent = "Standarden siger intet om, at en pause flytter frister eller varighed."
    return answer(
        options, {**value, "released": freed, "left": there - freed}, lambda: iter([said, silent])
    )


def hand_over(options: argparse.Namespace) -> int:
    """Another responsible therapist."""
    with opened(target(options), options) as store, store.work("givet videre") as work:
        key = lookup.course(work, options.number)
        staff = lookup.therapist(work, options.therapist)
        centre = lookup.centre(work, options.centre) if options.centre else None
        done = handing_over.hand_over(work, key, staff, centre, trainings=options.with_trainings)
    value = {"course": options.number, "along": done.along, "left": done.left}
    said = f"Givet videre; {done.along} træninger fulgte med, {done.left} står hos den hidtidige."
    return answer(options, value, lambda: iter([said]))
