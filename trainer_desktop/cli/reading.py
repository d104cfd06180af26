"""`tasks`, `day`, `course` and `find`: what the centre knows, as lines of Danish or as JSON."""

import argparse
from collections.abc import Iterator
from datetime import date
from typing import Any

from trainer_desktop.cli import values, words
from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import answer, common, day, opened, target
from trainer_desktop.rules.deadlines import Standing
from trainer_desktop.services.calendar import days
from trainer_desktop.services.citizens import search
from trainer_desktop.services.courses import facts, rights, tasks
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.spoken import KINDS, NEW_TIME, STANDINGS
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import today

EVERYONE = 100_000  # a list on paper or for another program is never cut short


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    waiting = commands.add_parser(
        "tasks", parents=[common()], help="revurderinger og frister, de overskredne først"
    )
    waiting.add_argument("--who", type=text(100), metavar="INITIALER", help="kun den ansvarliges")
    waiting.add_argument("--centre", type=text(200), metavar="NAVN", help="kun dette center")
    waiting.set_defaults(run=show_tasks)
    held = commands.add_parser("day", parents=[common()], help="en dags træninger")
    held.add_argument("date", nargs="?", type=day, metavar="DATO", help="uden: i dag")
    held.add_argument("--who", type=text(100), metavar="INITIALER", help="kun denne terapeuts")
    held.add_argument("--room", type=text(200), metavar="NAVN", help="kun dette lokales")
    held.set_defaults(run=show_day)
    found = commands.add_parser("find", parents=[common()], help="find borgere")
    found.add_argument(
        "text", nargs="+", type=text(200), metavar="TEKST", help="del af navn, CPR eller telefon"
    )
    found.set_defaults(run=find)


def show_tasks(options: argparse.Namespace) -> int:
    """The open tasks, overdue first."""
    with opened(target(options), options) as store, store.read() as work:
        who = lookup.therapist(work, options.who) if options.who else None
        where = lookup.centre(work, options.centre) if options.centre else None
        found = tasks.open_tasks(work, responsible=who, centre=where)
        numbers = lookup.course_numbers(work)

    def tell() -> Iterator[str]:
        for one in found:
            due = f"{one.due:%d-%m-%Y}" if one.due else "uden dato"
            yield (
                f"{words.GROUPS[one.group]:<12} {due:<11} {one.responsible:<5} "
                f"{numbers[one.course_id]:<7} {one.citizen:<28} {values.said_of(one)}"
            )
        yield f"{len(found)} opgaver."

    return answer(options, [values.task(t, numbers) for t in found], tell)


def show_day(options: argparse.Namespace) -> int:
    """The trainings of a day, in order of time."""
    with opened(target(options), options) as store, store.read() as work:
        asked = options.date or today(work)
        only = frozenset([lookup.therapist(work, options.who)] if options.who else [])
        room = lookup.room(work, options.room) if options.room else None
        card = days.day_by_therapist(work, asked, only=only)
        blocks = [b for b in card.blocks if room in (None, b.room_id)]
        blocks.sort(key=lambda b: (b.starts, b.therapist))
        people = [person.id for one in blocks for person in one.people]
        courses_by = lookup.course_numbers(work)
        bookings = lookup.booking_numbers(work, people)
    closed = next((c.closed for c in card.columns if c.closed), "")
    value = {
        "date": asked,
        "closed": closed,
        "trainings": [values.block(b, courses_by, bookings) for b in blocks],
    }

    def tell() -> Iterator[str]:
        yield f"{asked:%d-%m-%Y}" + (f", {closed}" if closed else "")
        for b in blocks:
            yield f"{b.starts:%H.%M}–{b.ends:%H.%M}  {b.therapist:<5} {b.place:<16} {b.title}"
            for person in b.people:
                number = bookings.get(person.id) or person.id
                yield f"    {number}  {person.name}, {words.LOOKS[person.look]}"
        yield f"{len(blocks)} træninger."

    return answer(options, value, tell)


def show_course(options: argparse.Namespace) -> int:
    """A course with its ledger, deadlines and open re-evaluations."""
    with opened(target(options), options) as store, store.read() as work:
        key = lookup.course(work, options.number)
        value = values.course(work, key)
        card = course_card(work, key)
        account = facts.one(work, key).ledger
        given = rights.rights(work, key).lines
    value["rights"] = [values.right(line) for line in given]

    def tell() -> Iterator[str]:
        yield f"Forløb {card.number}, {value['citizen']['name']}, {card.basis}, {card.standard}"
        yield f"Ansvarlig {card.responsible or 'ingen'}, {card.centre}"
        if account.granted is not None:
            extra = f" og {account.extra} ekstra" if account.extra else ""
            yield f"{account.granted} bevilget{extra}, {account.used} brugt, {account.left} tilbage, {account.booked} booket"
        for line in card.lines[::-1]:
            entry = line.entry
            at = f"{entry.starts:%d-%m-%Y %H.%M}" if entry.starts else _dated(entry.day)
            cost = "tæller" if entry.cost else ""
            new = NEW_TIME[entry.new_time] if entry.new_time else ""
            why = "; ".join(part for part in (cost, new) if part)
            rule = f"  [{entry.rule.standard} {entry.rule.place}]" if entry.rule else ""
            yield f"  {at:<17} {KINDS[entry.kind]:<20} {why}{rule}".rstrip()
        for one in value["deadlines"]:
            yield f"Frist {one['due']:%d-%m-%Y} {STANDINGS[Standing(one['state'])]}: {one['rule']['text']}"
        for one in value["reevaluations"]:
            by = f" senest {one['by']:%d-%m-%Y}" if one["by"] else ""
            yield f"Revurdering{by}: {one['rule']['text']} ({one['rule']['place']})"
        for right in given:
            yield values.right_words(right)
        for was in value["corrections"]:
            said = ", ".join(f"{c['field']} {c['was']} → {c['is']}" for c in was["changes"])
            yield f"Rettet {was['day']:%d-%m-%Y} af {was['by']}: {was['why']} ({said})"

    return answer(options, value, tell)


def _dated(day: date) -> str:
    return f"{day:%d-%m-%Y}" if day > date.min else "uden dato"


def find(options: argparse.Namespace) -> int:
    """Citizens by any part of name, CPR or telephone."""
    with opened(target(options), options) as store, store.read() as work:
        found = search.find(work, " ".join(options.text), most=EVERYONE)
        numbers = lookup.course_numbers(work)

    def tell() -> Iterator[str]:
        for one in found:
            number = numbers.get(one.course_id, "") if one.course_id else ""
            yield f"{one.number}  {one.name:<32} {one.phone:<12} {one.active:<8} {number}"
        yield f"{len(found)} fundet."

    return answer(options, [values.citizen(c, numbers) for c in found], tell)
