"""`book`, `attend`, `cancel` and `consent`: the same use cases as the window, with the consequence told."""

import argparse
import uuid
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, get_args

from trainer_desktop.cli import values
from trainer_desktop.cli.arguments import NOTHING, day_or_wall, text, wall, whole
from trainer_desktop.cli.store import WrongUse, answer, common, day, opened, target
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.gp_status import Consent
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.rules.standard_base import Event
from trainer_desktop.services import Store, Work, spoken
from trainer_desktop.services.attendance import consequence, marking
from trainer_desktop.services.attendance.consequence import ConsequenceCard
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calendar import days
from trainer_desktop.services.courses import events, facts, rights
from trainer_desktop.services.messages import overview
from trainer_desktop.services.spoken import KINDS, NEW_TIME
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import wall_now

USUAL_MINUTES = 45
NOTED = {  # what colleagues read of the act
    State.ATTENDED: "Mødt",
    State.MISSED: "Udeblevet",
    State.STAFF_MISSED: "Terapeuten kom ikke",
    State.CANCELLED: "Afbud",
    State.CENTRE_CANCELLED: "Aflyst af centret",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    _book(commands)
    attend = commands.add_parser(
        "attend", parents=[common(), _which()], help="notér, at en borger mødte, eller ikke mødte"
    )
    attend.add_argument("--missed", action="store_true", help="borgeren udeblev")
    attend.add_argument("--staff-missed", action="store_true", help="terapeuten kom ikke")
    attend.add_argument(
        "--late", type=whole(0, 600), default=0, metavar="MINUTTER", help="kom for sent"
    )
    attend.add_argument(
        "--excused",
        type=text(),
        default=NOTHING,
        metavar="GRUND",
        help="et menneskes grund til, at den ikke tæller",
    )
    attend.set_defaults(run=mark_attendance)
    _cancel(commands)
    _course(commands)


def _cancel(commands: Any) -> None:
    cancel = commands.add_parser("cancel", parents=[common(), _which()], help="notér et afbud")
    cancel.add_argument("--why", choices=[w.value for w in Why], help="borgerens grund")
    cancel.add_argument(
        "--told",
        type=day_or_wall,
        metavar="TIDSPUNKT",
        help="hvornår det blev meldt, f.eks. 2026-11-20T08:00, eller 8:00 samme dag; uden: nu",
    )
    cancel.add_argument(
        "--by-centre", type=text(), metavar="GRUND", help="centret aflyser, med denne grund"
    )
    cancel.add_argument(
        "--excused",
        type=text(),
        default=NOTHING,
        metavar="GRUND",
        help="et menneskes grund til, at den ikke tæller",
    )
    cancel.set_defaults(run=mark_cancellation)


def _course(commands: Any) -> None:
    consent = commands.add_parser(
        "consent", parents=[common()], help="notér borgerens svar om slutstatus til egen læge"
    )
    consent.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    consent.add_argument("answer", choices=[c.value for c in Consent])
    consent.add_argument(
        "--form",
        choices=("mundtligt", "skriftligt"),
        required=True,
        help="hvordan svaret blev givet",
    )
    consent.add_argument("--taken-by", type=text(100), default=NOTHING, help="hvem der spurgte")
    consent.add_argument("--on", type=day, metavar="DAG", help="hvornår; uden: i dag")
    consent.add_argument(
        "--what", type=text(500), default=NOTHING, help="hvad der er samtykket til"
    )
    consent.set_defaults(run=note_consent)
    happened = commands.add_parser(
        "event",
        parents=[common()],
        help="notér dagen for noget, en frist regnes fra eller mødes af",
    )
    happened.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    happened.add_argument("event", choices=[e for e in get_args(Event) if e != "course_end"])
    happened.add_argument(
        "date", type=day, nargs="?", metavar="DATO", help="uden: dagen tages væk igen"
    )
    happened.set_defaults(run=note_event)
    longer = commands.add_parser(
        "extend", parents=[common()], help="forlæng et forløb ud over standardens længste varighed"
    )
    longer.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    longer.add_argument("--why", type=text(), required=True, metavar="GRUND")
    longer.add_argument("--until", type=day, metavar="DATO", help="hvor standarden intet siger")
    longer.set_defaults(run=extend)


def _which() -> argparse.ArgumentParser:
    which = argparse.ArgumentParser(add_help=False)
    which.add_argument("training", nargs="?", metavar="AFTALE", help="aftalens nummer eller id")
    which.add_argument("--course", metavar="NUMMER", help="i stedet: forløbets nummer, med --at")
    which.add_argument("--at", type=wall, metavar="TIDSPUNKT", help="hvornår træningen begynder")
    which.add_argument("--dry-run", action="store_true", help="vis kun, hvad det ville føre til")
    return which


def _book(commands: Any) -> None:
    book = commands.add_parser("book", parents=[common()], help="book en træning")
    book.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    book.add_argument("--at", type=wall, required=True, metavar="TIDSPUNKT", help="hvornår")
    book.add_argument(
        "--minutes", type=whole(-99_999, 99_999), help="hvor længe; uden: som pakken, ellers 45"
    )
    book.add_argument(
        "--therapist", type=text(100), metavar="INITIALER", help="uden: den ansvarlige"
    )
    book.add_argument(
        "--room", type=text(200), metavar="NAVN", help="uden: et ledigt lokale; ingen: uden lokale"
    )
    book.add_argument(
        "--override",
        type=text(),
        default=NOTHING,
        metavar="GRUND",
        help="book trods det, der står i vejen",
    )
    book.set_defaults(run=book_training)


def book_training(options: argparse.Namespace) -> int:
    """Book a training; refused with the name of what stands in the way."""
    with opened(target(options), options) as store:
        with store.work("Booket") as work:
            course_id = lookup.course(work, options.number)
            wish = _wish(work, course_id, options)
            beside = [o for o in booking.check(work, wish).obstacles if o.level is not Level.REFUSE]
            session_id = booking.book(work, wish)
        with store.read() as work:
            value = _booked(work, course_id, session_id)
        value["warnings"] = [spoken.refusal(Refused(o.reason, **dict(o.facts))) for o in beside]

    def tell() -> Iterator[str]:
        room = f", {value['room']}" if value["room"] else ""
        yield f"Booket {value['starts']:%d-%m-%Y %H.%M}–{value['ends']:%H.%M} hos {value['therapist']}{room}."
        if value["free"] is not None:
            yield f"{value['left']} tilbage i pakken, {value['free']} ikke booket."
        for said in value["warnings"]:
            yield f"Bemærk: {said}"

    return answer(options, value, tell)


def _wish(work: Work, course_id: uuid.UUID, options: argparse.Namespace) -> Wish:
    course = facts.account(work, course_id)
    therapist = course.responsible_id
    if options.therapist:
        therapist = lookup.therapist(work, options.therapist)
    if therapist is None:
        raise WrongUse("forløbet har ingen ansvarlig; brug --therapist")
    minutes = options.minutes
    grant = course.course.grant
    if minutes is None and grant and grant.trainings and grant.minutes:
        minutes = grant.minutes // grant.trainings
    minutes = USUAL_MINUTES if minutes is None else minutes
    wish = Wish(course_id, therapist, None, options.at, minutes)
    if options.room == "ingen":
        room = None
    elif options.room:
        room = lookup.room(work, options.room)
    else:
        room = free_times.free_room(work, wish)
    return Wish(
        course_id,
        therapist,
        room,
        wish.starts,
        wish.minutes,
        Form.INDIVIDUAL,
        override=options.override,
    )


def _booked(work: Work, course_id: uuid.UUID, session_id: uuid.UUID) -> dict[str, Any]:
    block = days.block(work, session_id)
    assert block
    account = facts.one(work, course_id).ledger
    return {
        "id": block.people[0].id,
        "training": session_id,
        "course": lookup.course_numbers(work)[course_id],
        "starts": block.starts,
        "ends": block.ends,
        "therapist": block.therapist,
        "room": block.place or None,
        "used": account.used,
        "left": account.left,
        "free": account.free,
    }


def mark_attendance(options: argparse.Namespace) -> int:
    """Note that a citizen came or stayed away, or that the therapist did."""
    if options.missed and options.staff_missed:
        raise WrongUse("vælg enten --missed eller --staff-missed")
    state = State.MISSED if options.missed else State.ATTENDED
    if options.staff_missed:
        state = State.STAFF_MISSED
    if options.late and state is not State.ATTENDED:
        raise WrongUse("--late hører til en borger, der mødte")
    if options.excused and state is not State.MISSED:
        raise WrongUse("--excused hører til en borger, der udeblev")
    mark = Mark(state, late_minutes=options.late, excused=options.excused)
    with opened(target(options), options) as store:
        return _note(store, options, _person(store, options), mark)


def mark_cancellation(options: argparse.Namespace) -> int:
    """Note that a citizen cancelled, or that the centre did."""
    if options.by_centre and (options.why or options.told or options.excused):
        raise WrongUse("--by-centre er centrets aflysning; --why, --told og --excused er borgerens")
    with opened(target(options), options) as store:
        person = _person(store, options)
        if options.by_centre is not None:
            mark = Mark(State.CENTRE_CANCELLED, centre_reason=options.by_centre)
        else:
            why = Why(options.why) if options.why else None
            mark = Mark(
                State.CANCELLED, why, _told(store, options, person), excused=options.excused
            )
        return _note(store, options, person, mark)


def _told(store: Store, options: argparse.Namespace, person: uuid.UUID) -> datetime:
    with store.read() as work:
        if options.told is None:
            return wall_now(work)
        if isinstance(options.told, time):
            starts, _ends = marking.when(work, person)
            return datetime.combine(starts.date(), options.told)
    told: datetime = options.told
    return told


def _person(store: Store, options: argparse.Namespace) -> uuid.UUID:
    with store.read() as work:
        if options.training and not options.course:
            return lookup.training(work, options.training)
        if options.course and options.at and not options.training:
            return lookup.training_of(work, lookup.course(work, options.course), options.at)
    raise WrongUse("nævn enten aftalens nummer eller --course og --at")


def _note(store: Store, options: argparse.Namespace, person: uuid.UUID, mark: Mark) -> int:
    with store.read() as work:
        marking.refuse_mark(work, person, mark)
        card = consequence.consequence(work, person, mark)
        number = lookup.booking_numbers(work, [person])[person]
    if not options.dry_run:
        with store.work(NOTED[mark.state]) as work:
            marking.note(work, person, mark)
    saved = not options.dry_run
    return answer(options, values.consequence(card, number, saved), lambda: _tell(card, saved))


def _tell(card: ConsequenceCard, saved: bool) -> Iterator[str]:
    told = f", meldt {card.mark.told:%d-%m-%Y %H.%M}" if card.mark.told else ""
    yield f"{card.name} {card.starts:%d-%m-%Y %H.%M}: {KINDS[card.entry.kind]}{told}."
    if card.granted is not None:
        counts = "tæller" if card.entry.cost else "tæller ikke"
        yield f"Pakken: {counts}, {card.used} af {card.granted} brugt, {card.left} tilbage."
    if card.entry.new_time:
        yield f"Erstatning: {NEW_TIME[card.entry.new_time]}."
    for one in card.opened:
        by = f", senest {one.by:%d-%m-%Y}" if one.by else ""
        yield f"Revurdering åbnes til {one.responsible or 'den ansvarlige'}{by}."
    if card.rule:
        yield f"Regel: {card.rule.text} ({card.standard}, {card.rule.place})"
    if not saved:
        yield "Intet er gemt."


def tell_left(files: list[str]) -> list[str]:
    """What lies ready for a clinic that may not have it any more."""
    if not files:
        return []
    return [f"Der ligger {len(files)} filer klar til afsendelse; tag dem ud af udbakken:", *files]


def note_consent(options: argparse.Namespace) -> int:
    """Note the citizen's answer on the end status."""
    with opened(target(options), options) as store, store.work("Samtykke noteret") as work:
        course_id = lookup.course(work, options.number)
        events.note_consent(
            work,
            course_id,
            Consent(options.answer),
            options.form,
            day=options.on,
            taken_by=options.taken_by,
            what=options.what,
        )
        left = overview.left_in_outbox(work, course_id)
    value = {"course": options.number, "consent": options.answer, "form": options.form}
    return answer(options, value, lambda: iter(["Svaret er noteret.", *tell_left(left)]))


def note_event(options: argparse.Namespace) -> int:
    """Note the day of something on a course, or take it away."""
    with opened(target(options), options) as store, store.work("Dag noteret") as work:
        key = lookup.course(work, options.number)
        events.set_event(work, key, options.event, options.date)
    said = f"{options.date:%d-%m-%Y}" if options.date else "ingen dag"
    value = {"course": options.number, "event": options.event, "day": options.date}
    return answer(
        options, value, lambda: iter([f"Forløb {options.number}, {options.event}: {said}."])
    )


def extend(options: argparse.Namespace) -> int:
    """A person extends a course."""
    with opened(target(options), options) as store, store.work("Forlænget") as work:
        key = lookup.course(work, options.number)
        rights.extend(work, key, options.why, options.until)
    value = {"course": options.number, "why": options.why}
    return answer(options, value, lambda: iter([f"Forløb {options.number} er forlænget."]))
