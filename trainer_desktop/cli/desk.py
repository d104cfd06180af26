"""`plan`, `away` and `waiting`: the desk's larger work, shown first and done with `--book` or `--do`."""

import argparse
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from trainer_desktop.cli.arguments import COUNT, MINUTES, NOTHING, PER_WEEK, text, time_of_day
from trainer_desktop.cli.store import DONE, REFUSED, WrongUse, answer, common, day, opened, target
from trainer_desktop.services import Work
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, HitCard, Outage, PlaceCard
from trainer_desktop.services.booking import planning
from trainer_desktop.services.booking.openings import ALWAYS, Wished, Wishes
from trainer_desktop.services.booking.plan_cards import PlanCard
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.waiting import fitting, freed_times, waiting_list

WEEKDAYS = ("ma", "ti", "on", "to", "fr", "lø", "sø")
WISHED = {
    Wished.DAYS: "dage",
    Wished.HOURS: "tidsrum",
    Wished.THERAPIST: "terapeut",
    Wished.ROOM: "lokale",
    Wished.EQUIPMENT: "udstyr",
    Wished.LAST_DAY: "sidste dag",
    Wished.SKIPPED: "uger, der ikke bruges",
    Wished.PER_WEEK: "antal om ugen",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    plan = commands.add_parser("plan", parents=[common()], help="foreslå et helt forløb")
    plan.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    plan.add_argument("--count", type=COUNT, metavar="ANTAL", help="uden: det, pakken har ledigt")
    plan.add_argument(
        "--per-week", type=PER_WEEK, metavar="ANTAL", help="uden: som standarden, ellers 2"
    )
    plan.add_argument("--minutes", type=MINUTES, metavar="MINUTTER", help="uden: som sidst")
    plan.add_argument("--first", type=day, metavar="DATO", help="uden: næste hverdag")
    plan.add_argument("--last", type=day, metavar="DATO", help="senest")
    plan.add_argument(
        "--days", type=weekdays, default=frozenset(), metavar="ma,ti,…", help="ønskede"
    )
    plan.add_argument("--hours", type=hours, metavar="8-12", help="ønsket tidsrum")
    plan.add_argument(
        "--therapist", type=text(100), metavar="INITIALER", help="uden: den ansvarlige"
    )
    plan.add_argument(
        "--equipment",
        type=text(100),
        default=NOTHING,
        metavar="ORD",
        help="hvad der skal være i lokalet",
    )
    plan.add_argument("--only", action="store_true", help="dage, tidsrum og terapeut skal holde")
    plan.add_argument("--book", action="store_true", help="book det hele, eller intet")
    plan.set_defaults(run=plan_course)
    away = commands.add_parser(
        "away", parents=[common()], help="syg terapeut, lukket lokale eller lukkedag"
    )
    what = away.add_mutually_exclusive_group(required=True)
    what.add_argument("--who", type=text(100), metavar="INITIALER")
    what.add_argument("--room", type=text(200), metavar="NAVN")
    what.add_argument(
        "--centre", type=text(200), metavar="NAVN", help="et center; «alle»: dem alle"
    )
    away.add_argument("--first", type=day, required=True, metavar="DATO")
    away.add_argument("--last", type=day, metavar="DATO", help="til og med; uden: samme dag")
    away.add_argument("--note", type=text(), default=NOTHING, metavar="TEKST")
    away.add_argument("--do", action="store_true", help="gennemfør forslaget")
    away.set_defaults(run=go_away)
    waiting = commands.add_parser(
        "waiting", parents=[common()], help="ledige tider, og hvem på ventelisten de passer"
    )
    waiting.set_defaults(run=show_waiting)


def weekdays(given: str) -> frozenset[int]:
    """Days of the week by their first two letters."""
    try:
        return frozenset(WEEKDAYS.index(one.strip().lower()[:2]) for one in given.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{given[:40]}» er ikke ugedage; skriv f.eks. ti,to"
        ) from None


def hours(given: str) -> tuple[time, time]:
    """A stretch of the day in whole hours or with minutes: 8-12, 8:30-12."""
    first, _, last = given.partition("-")
    try:
        stretch = time_of_day(first), time_of_day(last)
    except argparse.ArgumentTypeError:
        stretch = time(), time()
    if stretch[0] >= stretch[1]:
        raise argparse.ArgumentTypeError(f"«{given[:40]}» er ikke et tidsrum; skriv f.eks. 8-12")
    return stretch


def plan_course(options: argparse.Namespace) -> int:
    """Propose a whole series, and book it when told to."""
    with opened(target(options), options) as store:
        with store.read() as work:
            wishes = _wishes(work, options)
            plan = planning.propose(work, wishes)
        booked = bool(options.book and plan.dates)
        if booked:
            with store.work("Forløb booket") as work:
                planning.book(work, [card.wish for card in plan.dates])
    value = _plan_value(plan, booked)

    def tell() -> Iterator[str]:
        for number, card in enumerate(plan.dates, 1):
            starts = card.wish.starts
            off = f"  ({', '.join(WISHED[one] for one in card.broken)})" if card.broken else ""
            yield f"{number:>3} {WEEKDAYS[starts.weekday()]} {starts:%d-%m-%Y %H.%M} {card.therapist:<5} {card.room}{off}"
        if not plan.dates:
            yield f"Kun {plan.possible} af {wishes.count} er mulige."
            for some, reached in plan.ways:
                names = " og ".join(WISHED[one] for one in some)
                yield f"Opgives {names}, er {min(reached, wishes.count)} mulige."
        elif booked:
            yield f"{len(plan.dates)} træninger er booket."

    answer(options, value, tell)
    return REFUSED if options.book and not booked else DONE


def _wishes(work: Work, options: argparse.Namespace) -> Wishes:
    course_id = lookup.course(work, options.number)
    start = planning.start(work, course_id)
    therapist = lookup.therapist(work, options.therapist) if options.therapist else None
    strict = {Wished.DAYS, Wished.HOURS, Wished.THERAPIST} if options.only else set()
    count = start.count if options.count is None else options.count
    if count < 1:
        raise WrongUse("pakken har ingen ledige træninger; brug --count")
    if options.first and options.last and options.last < options.first:
        raise WrongUse("--last er før --first")
    first, last = options.hours or (None, None)
    return Wishes(
        course_id,
        count,
        options.minutes or start.minutes,
        options.first or start.first,
        start.form,
        options.per_week or start.per_week,
        options.days,
        first,
        last,
        therapist_id=therapist or start.therapist_id,
        room_id=start.room_id,
        equipment=frozenset(filter(None, [options.equipment.strip().lower()])),
        last=options.last or start.last,
        strict=ALWAYS | strict,
    )


def _plan_value(plan: PlanCard, booked: bool) -> dict[str, Any]:
    return {
        "booked": booked,
        "possible": plan.possible,
        "dates": [
            {
                "starts": card.wish.starts,
                "ends": card.wish.ends,
                "therapist": card.therapist,
                "room": card.room,
                "broken": [one.value for one in card.broken],
            }
            for card in plan.dates
        ],
        "give_up": [
            {"wishes": [one.value for one in some], "possible": reached}
            for some, reached in plan.ways
        ],
    }


def go_away(options: argparse.Namespace) -> int:
    """Whom an absence or a closing hits, with a new place for each; carried out when told to."""
    with opened(target(options), options) as store:
        with store.read() as work:
            outage = _outage(work, options)
            hits = desk.hits(work, outage)
        if options.do:
            with store.work("Fravær") as work:
                places = {hit.session_id: hit.place for hit in hits}
                desk.carry_out(work, outage, places)
    value = {"done": bool(options.do), "hits": [_hit_value(hit) for hit in hits]}

    def tell() -> Iterator[str]:
        for hit in hits:
            new = _place_words(hit.place) if hit.place else "ringelisten"
            yield f"{_place_words(hit.before):<36} {hit.title:<28} → {new}"
        left = sum(hit.place is None for hit in hits)
        done = "Gennemført. " if options.do else ""
        yield f"{done}{len(hits)} rammes: {len(hits) - left} med ny tid, {left} på ringelisten."

    return answer(options, value, tell)


def _outage(work: Work, options: argparse.Namespace) -> Outage:
    last = options.last or options.first
    if last < options.first:
        raise WrongUse("--last er før --first")
    if options.who:
        cause, key = Cause.STAFF, lookup.therapist(work, options.who)
    elif options.room:
        cause, key = Cause.ROOM, lookup.room(work, options.room)
    elif options.centre.casefold() == "alle":
        cause, key = Cause.DAY, None
    else:
        cause, key = Cause.DAY, lookup.centre(work, options.centre)
    starts = datetime.combine(options.first, time())
    if options.first == wall_now(work).date() and cause is not Cause.DAY:
        starts = wall_now(work)
    ends = datetime.combine(last + timedelta(days=1), time())
    return Outage(cause, key, starts, ends, note=options.note)


def _hit_value(hit: HitCard) -> dict[str, Any]:
    return {
        "who": hit.title,
        "team": hit.team,
        "before": _place_value(hit.before),
        "place": _place_value(hit.place) if hit.place else None,
        "phones": [one.mobile or one.phone for one in hit.people],
    }


def _place_value(place: PlaceCard) -> dict[str, Any]:
    return {"starts": place.starts, "therapist": place.therapist, "room": place.room}


def _place_words(place: PlaceCard) -> str:
    return f"{place.starts:%d-%m-%Y %H.%M} {place.therapist} {place.room}".rstrip()


def show_waiting(options: argparse.Namespace) -> int:
    """The freed times, each with those whom it fits, in the order in which to call."""
    with opened(target(options), options) as store, store.read() as work:
        waiting = waiting_list.entries(work)
        board = [(slot, fitting.fits(work, slot)) for slot in freed_times.freed(work)]

    def tell() -> Iterator[str]:
        for slot, fits in board:
            where = slot.team or slot.room
            yield f"{slot.starts:%d-%m-%Y %H.%M}–{slot.ends:%H.%M} {slot.therapist} {where}"
            for fit in fits:
                one = fit.waiting
                due = f", senest {one.deadline:%d-%m-%Y}" if one.deadline else ""
                yield f"    {one.citizen}, {one.mobile or one.phone}, siden {one.since:%d-%m-%Y}{due}"
        yield f"{len(board)} ledige tider, {len(waiting)} venter."

    value = {
        "waiting": len(waiting),
        "free": [
            {
                "starts": slot.starts,
                "ends": slot.ends,
                "therapist": slot.therapist,
                "room": slot.room,
                "team": slot.team,
                "fits": [
                    {
                        "citizen": fit.waiting.citizen,
                        "phone": fit.waiting.mobile or fit.waiting.phone,
                    }
                    for fit in fits
                ],
            }
            for slot, fits in board
        ],
    }
    return answer(options, value, tell)
