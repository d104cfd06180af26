"""`decision`, `complaint`, `ride`, `fare`, and closing a course: what a person decides."""

import argparse
from collections.abc import Iterator
from typing import Any

from trainer_desktop.cli.arguments import NOTHING, text, whole, wish
from trainer_desktop.cli.store import WrongUse, answer, day, opened, target
from trainer_desktop.cli.ways import Ways
from trainer_desktop.rules.transport import read_kroner
from trainer_desktop.services.courses import deadline_board
from trainer_desktop.services.record import closing, complaints, decisions, rides
from trainer_desktop.services.record.closing import Tick
from trainer_desktop.services.record.complaints import ComplaintCard
from trainer_desktop.services.record.decisions import Decided
from trainer_desktop.services.store import lookup

TICK = {Tick.DONE: "✓", Tick.MISSING: "mangler", Tick.NOT_RELEVANT: "–"}
ITEMS = {
    "settled": "alle træninger er afregnet",
    "end_test": "sluttest",
    "goals": "mål gjort op",
    "own_plan": "plan for egentræning",
    "consent": "samtykke til egen læge",
    "status": "slutstatus",
    "loans": "udlån",
    "ride": "kørsel",
    "later": "senere tider",
    "others": "andre forløb",
}


COMPLAINTS = {
    "service_level": "afgørelsen",
    "professional": "det faglige indhold",
    "ride_117": "kørsel (§ 117)",
}
COMPLAINT_OUTCOMES = {"upheld": "fastholdt", "changed": "ændret", "forwarded": "sendt videre"}
DECISIONS = {
    **{"grant": "bevilling", "change": "ændret pakke", "extra": "ekstra træninger"},
    **{"extension": "forlængelse", "refusal": "afslag", "end": "ophør"},
}
BOARD = {
    **{"over": "over fristen", "today": "i dag", "week": "denne uge"},
    **{"later": "senere", "missed": "overskredet"},
}
FARES = {
    **{"yes": "refunderes", "no": "refunderes ikke", "silent": "standarden siger intet"},
    "no_threshold": "årets beløbsgrænse mangler",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    decided = Ways(
        commands,
        "decision",
        "afgørelser: bevilling, ændret pakke, ekstra, forlængelse, afslag, ophør",
    )
    decided.add("list", "forløbets afgørelser", list_decisions, "number")
    new = decided.add("add", "træf en afgørelse", decide, "number")
    new.add_argument("kind", choices=decisions.KINDS)
    new.add_argument("--why", type=text(4000), required=True, metavar="GRUND", help="begrundelsen")
    new.add_argument("--fact", action="append", default=[], type=text(2000), metavar="TEKST")
    new.add_argument("--criterion", action="append", default=[], type=text(200), metavar="TEKST")
    new.add_argument("--trainings", type=whole(-99_999, 99_999))
    new.add_argument("--minutes", type=whole(-99_999, 99_999), help="minutter pr. træning")
    new.add_argument(
        "--until", type=day, metavar="DATO", help="forlænget til, hvor standarden intet siger"
    )
    new.add_argument("--authority", type=text(200), default=NOTHING, metavar="HVEM")
    wish(new)
    said = Ways(commands, "complaint", "klager med deres frister")
    said.add("list", "forløbets klager", list_complaints, "number")
    got = said.add("add", "en klage er modtaget", receive, "number")
    got.add_argument("kind", choices=complaints.KINDS)
    got.add_argument("text", type=text(20_000), metavar="TEKST")
    got.add_argument("--date", type=day, metavar="DATO")
    done = said.add("answer", "klagen er besvaret", answer_complaint, "number")
    done.add_argument("--which", metavar="NR", help="nummer i listen, fra 1, eller klagens id")
    done.add_argument("outcome", choices=complaints.OUTCOMES)
    done.add_argument("--date", type=day, metavar="DATO")
    _rides(Ways(commands, "ride", "kørsel: bevilget, bortfaldet"))
    own = Ways(commands, "fare", "egen transport og befordringsgodtgørelse")
    own.add("list", "forløbets befordring", list_fares, "number")
    paid = own.add("add", "hvad en dags transport kostede", note_fare, "number")
    paid.add_argument("date", type=day, metavar="DATO")
    paid.add_argument("amount", type=text(20), metavar="KRONER")
    paid.add_argument("--km", type=whole(0, 1000), default=0)
    paid.add_argument("--pensioner", action="store_true")
    paid.add_argument(
        "--cannot-use-public", action="store_true", help="kan ikke bruge offentlig transport"
    )
    gone = own.add("remove", "tag en dag væk, som er noteret forkert", remove_fare, "number")
    gone.add_argument("date", type=day, metavar="DATO")
    gone.add_argument("--why", type=text(2000), required=True, metavar="GRUND")
    board = Ways(commands, "deadlines", "frister: over, i dag, denne uge, senere, overskredet i år")
    board.add("list", "tavlen", list_deadlines)
    why = board.add("why", "hvorfor en frist ikke blev holdt", say_why, "number")
    why.add_argument("deadline", metavar="FRIST")
    why.add_argument("code", choices=deadline_board.CODES)
    why.add_argument("text", nargs="?", type=text(1000), default="", metavar="TEKST")
    shut = Ways(commands, "close", "afslut et forløb efter tjeklisten, eller åbn det igen")
    shut.add("check", "tjeklisten", check, "number")
    end = shut.add("do", "afslut", close, "number")
    end.add_argument("why", choices=closing.WHY)
    end.add_argument("reason", type=text(2000), metavar="GRUND")
    wish(end)
    again = shut.add("reopen", "åbn igen", reopen, "number")
    again.add_argument("reason", type=text(2000), metavar="GRUND")


def _rides(ridden: Ways) -> None:
    ridden.add("list", "forløbets kørsel", list_rides, "number")
    new = ridden.add("grant", "bevilg kørsel", grant_ride, "number")
    new.add_argument("--why", type=text(2000), required=True, metavar="GRUND")
    new.add_argument("--since", type=day, metavar="DATO")
    new.add_argument(
        "--door", type=text(200), default=NOTHING, metavar="TEKST", help="dør og trapper"
    )
    new.add_argument("--aid", type=text(200), default=NOTHING, metavar="TEKST", help="hjælpemiddel")
    new.add_argument("--companion", action="store_true", help="har en ledsager med")
    new.add_argument("--alone", action="store_true", help="kan ikke køre sammen med andre")
    new.add_argument("--minutes", type=whole(1, 600), help="hver vej, ventetid med")
    gone = ridden.add("end", "kørslen bortfalder", end_ride, "number")
    gone.add_argument("--why", type=text(2000), required=True, metavar="GRUND")
    gone.add_argument("--last", type=day, metavar="DATO", help="sidste dag")


def _done(options: argparse.Namespace, said: str) -> int:
    return answer(options, {"done": True}, lambda: iter([said]))


def decide(options: argparse.Namespace) -> int:
    """Decide."""
    o = options
    decided = Decided(
        o.kind,
        o.why,
        tuple(o.fact),
        tuple(o.criterion),
        o.trainings,
        o.minutes,
        o.authority,
        against=not o.agreed,
        known=o.known,
        until=o.until,
    )
    with opened(target(o), o) as store, store.work("Afgørelse") as work:
        decisions.decide(work, lookup.course(work, o.number), decided)
    return _done(o, "Afgørelsen er truffet.")


def list_decisions(options: argparse.Namespace) -> int:
    """A course's decisions."""
    with opened(target(options), options) as store, store.read() as work:
        every = decisions.decisions(work, lookup.course(work, options.number))
    value = [
        {"kind": d.kind, "day": d.day, "by": d.decided_by, "reason": d.reason, "facts": d.facts}
        | {"criteria": d.criteria, "place": d.rule_place}
        for d in every
    ]
    return answer(
        options,
        value,
        lambda: (
            f"{d.day:%d-%m-%Y} {DECISIONS[d.kind]} ({d.decided_by}): {d.reason}" for d in every
        ),
    )


def receive(options: argparse.Namespace) -> int:
    """A complaint has come."""
    o = options
    with opened(target(o), o) as store, store.work("Klage") as work:
        complaints.receive(work, lookup.course(work, o.number), o.kind, o.text, o.date)
    return _done(o, "Klagen er noteret.")


def answer_complaint(options: argparse.Namespace) -> int:
    """A complaint has got its answer; where several wait, one says which."""
    o = options
    with opened(target(o), o) as store, store.work("Klage besvaret") as work:
        every = complaints.complaints(work, lookup.course(work, o.number))[::-1]
        one = _complaint(every, o.which)
        if one.kind == complaints.RIDE and o.outcome == complaints.APPEALED:
            raise WrongUse(
                "en klage over kørsel efter § 117 kan ikke sendes videre: ingen hører den"
            )
        complaints.answer(work, one.id, o.outcome, o.date)
    said = f"Klagen fra {one.received:%d-%m-%Y} over {COMPLAINTS[one.kind]} er besvaret."
    return answer(o, {"done": True, "id": str(one.id)}, lambda: iter([said]))


def _complaint(every: list[ComplaintCard], which: str | None) -> ComplaintCard:
    """One of a course's complaints, the oldest first."""
    waiting = [one for one in every if not one.outcome]
    if which is None:
        if len(waiting) != 1:
            n = len(waiting)
            raise WrongUse(
                f"{n} klager venter på svar; nævn hvilken med --which"
                if n
                else "der er ingen klage, der venter på svar"
            )
        return waiting[0]
    found = [one for n, one in enumerate(every, 1) if which == str(n) or which == str(one.id)]
    if not found:
        raise WrongUse(f"der er ingen klage «{which}» i forløbet")
    return found[0]


def list_complaints(options: argparse.Namespace) -> int:
    """A course's complaints."""
    with opened(target(options), options) as store, store.read() as work:
        every = complaints.complaints(work, lookup.course(work, options.number))
    value = [
        {
            "id": str(c.id),
            "kind": c.kind,
            "received": c.received,
            "text": c.text,
            "outcome": c.outcome or None,
        }
        | {
            "answered": c.answered,
            "due": c.due.due if c.due else None,
            "goes_to": c.goes_to or None,
        }
        for c in every
    ]

    def tell() -> Iterator[str]:
        for n, c in enumerate(every[::-1], 1):
            due = f", svar senest {c.due.due:%d-%m-%Y}" if c.due and not c.answered else ""
            state = COMPLAINT_OUTCOMES.get(c.outcome, "venter")
            yield f"{n}. {c.received:%d-%m-%Y} {COMPLAINTS[c.kind]}{due}: {state}"

    return answer(options, value, tell)


def grant_ride(options: argparse.Namespace) -> int:
    """Grant rides."""
    o = options
    asked = rides.Asked(o.why, o.since, o.door, o.aid, o.companion, not o.alone, o.minutes)
    with opened(target(o), o) as store, store.work("Kørsel bevilget") as work:
        rides.grant(work, lookup.course(work, o.number), asked)
    return _done(o, "Kørslen er bevilget.")


def end_ride(options: argparse.Namespace) -> int:
    """Let the ride that runs lapse."""
    o = options
    with opened(target(o), o) as store, store.work("Kørsel bortfaldet") as work:
        running = [r for r in rides.rides(work, lookup.course(work, o.number)) if r.until is None]
        if not running:
            raise WrongUse("der er ingen kørsel at afslutte")
        rides.end(work, running[0].id, o.why, o.last)
    return _done(o, "Kørslen bortfalder.")


def list_rides(options: argparse.Namespace) -> int:
    """A course's rides."""
    with opened(target(options), options) as store, store.read() as work:
        every = rides.rides(work, lookup.course(work, options.number))
    value = [
        {"since": r.since, "until": r.until, "reason": r.reason, "minutes": r.minutes}
        | {"over_target": r.over_target, "aid": r.aid, "door": r.door}
        for r in every
    ]
    return answer(
        options,
        value,
        lambda: (
            f"{r.since:%d-%m-%Y} – {r.until or '':%d-%m-%Y}: {r.reason}"
            if r.until
            else f"{r.since:%d-%m-%Y} –: {r.reason}"
            for r in every
        ),
    )


def note_fare(options: argparse.Namespace) -> int:
    """Note a fare."""
    o = options
    amount = read_kroner(o.amount)
    if amount is None:
        raise WrongUse(f"«{o.amount}» er ikke et beløb")
    with opened(target(o), o) as store, store.work("Befordring") as work:
        rides.note_fare(
            work,
            lookup.course(work, o.number),
            o.date,
            amount,
            km=o.km,
            pensioner=o.pensioner,
            can_use_public=not o.cannot_use_public,
        )
    return _done(o, "Noteret.")


def list_fares(options: argparse.Namespace) -> int:
    """A course's fares, and what is reimbursed."""
    with opened(target(options), options) as store, store.read() as work:
        every = rides.fares(work, lookup.course(work, options.number))
    value = [
        {"day": f.day, "amount": str(f.amount), "answer": f.answer.answer.value}
        | {"threshold": str(f.answer.threshold) if f.answer.threshold is not None else None}
        for f in every
    ]
    return answer(
        options,
        value,
        lambda: (
            f"{f.day:%d-%m-%Y} {f.amount:.2f} kr.: {FARES[f.answer.answer.value]}".replace(
                ".", ","
            ).replace(" kr,", " kr.")
            for f in every
        ),
    )


def remove_fare(options: argparse.Namespace) -> int:
    """Take a day's fare away."""
    o = options
    with opened(target(o), o) as store, store.work("Befordring rettet") as work:
        every = rides.fares(work, lookup.course(work, o.number))
        found = [one for one in every if one.day == o.date]
        if not found:
            raise WrongUse(f"der er ikke noteret befordring den {o.date:%d-%m-%Y}")
        rides.take_fare_away(work, found[0].id, o.why)
    return _done(o, "Taget væk.")


def list_deadlines(options: argparse.Namespace) -> int:
    """The board of deadlines."""
    with opened(target(options), options) as store, store.read() as work:
        found = deadline_board.board(work)
    value = {
        "met": found.met,
        "whole": found.whole,
        "causes": dict(found.causes),
        "lines": [_deadline(one) for one in found.lines],
    }
    return answer(
        options,
        value,
        lambda: (
            f"{BOARD[one.when.value]:12} {one.deadline.due:%d-%m-%Y}  {one.number:8} {one.citizen}: {one.deadline.rule.text}"
            + (f" ({one.cause_text or one.cause})" if one.cause else "")
            for when in deadline_board.When
            for one in found.of(when)
        ),
    )


def _deadline(one: deadline_board.BoardLine) -> dict[str, Any]:
    due = one.deadline
    return {
        **{"when": one.when.value, "due": due.due, "deadline": due.id, "course": one.number},
        **{"citizen": one.citizen, "with": one.responsible, "offered": one.offered},
        **{"held": one.held, "cause": one.cause or None, "place": due.rule.place},
    }


def say_why(options: argparse.Namespace) -> int:
    """Say why a deadline was not met."""
    o = options
    with opened(target(o), o) as store, store.work("Årsag") as work:
        deadline_board.say_why(work, lookup.course(work, o.number), o.deadline, o.code, o.text)
    return _done(o, "Noteret.")


def check(options: argparse.Namespace) -> int:
    """The checklist."""
    with opened(target(options), options) as store, store.read() as work:
        every = closing.checklist(work, lookup.course(work, options.number))
    value = [{"item": one.item.value, "tick": one.tick.value, "names": one.names} for one in every]
    return answer(
        options, value, lambda: (f"{TICK[one.tick]:8} {ITEMS[one.item.value]}" for one in every)
    )


def close(options: argparse.Namespace) -> int:
    """Close."""
    o = options
    with opened(target(o), o) as store, store.work("Forløb afsluttet") as work:
        key = lookup.course(work, o.number)
        closing.close(work, key, o.why, o.reason, agreed=o.agreed, known=o.known)
    return _done(o, "Forløbet er afsluttet.")


def reopen(options: argparse.Namespace) -> int:
    """Open again."""
    o = options
    with opened(target(o), o) as store, store.work("Forløb genåbnet") as work:
        closing.reopen(work, lookup.course(work, o.number), o.reason)
    return _done(o, "Forløbet er åbent igen.")
