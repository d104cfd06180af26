"""`citizen`: taken in, changed, merged, protected, and noted as dead or moved away."""

import argparse
import uuid
from collections.abc import Iterator
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import WrongUse, answer, common, day, opened, target
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.kinds import DECEASED, MOVED
from trainer_desktop.services import Work
from trainer_desktop.services.citizens import same, search, standing, taking_in
from trainer_desktop.services.citizens.taking_in import FIELDS
from trainer_desktop.services.spoken import FIELD_NAMES

OPTIONS = {"gp_clinic_id": "clinic", "given_name": "given", "family_name": "family"}
KIN = {"name": "kin", "phone": "kin-phone", "relation": "kin-relation"}
SECRET = ("address", "postcode", "town")
STANDING_WORDS = {DECEASED: "død", MOVED: "fraflyttet"}
STATES = {"deceased": DECEASED, "moved": MOVED}


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    ways = commands.add_parser(
        "citizen", help="borgere: ny, ret, flet, beskyttet, død, fraflyttet"
    ).add_subparsers(dest="way", required=True, metavar="HVAD")

    def way(name: str, said: str, run: Any, *, who: bool = True) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = ways.add_parser(name, parents=[common()], help=said)
        made.set_defaults(run=run)
        if who:
            made.add_argument("who", metavar="BORGER", type=text(200), help="CPR, id eller navn")
        return made

    listed = way("list", "borgere i forløb, eller dem der findes", list_citizens, who=False)
    listed.add_argument("text", nargs="*", type=text(200), metavar="TEKST")
    shown = way("show", "én borger", show)
    shown.add_argument(
        "--full", type=text(300), metavar="GRUND", help="vis CPR og beskyttet adresse"
    )
    added = way("add", "en ny borger", add, who=False)
    changed = way("change", "ret felter; resten bliver stående", change)
    for one in (added, changed):
        for field in FIELDS:
            one.add_argument(
                f"--{_option(field)}",
                dest=f"field_{field.name}",
                type=text(20_000, empty=True),
                metavar="JA/NEJ" if field.kind is Kind.YES_NO else "TEKST",
                help=FIELD_NAMES.get(field.name, field.name),
            )
    for name, option in KIN.items():
        added.add_argument(f"--{option}", dest=f"kin_{name}", type=text(300), metavar="TEKST")
    ended = way("end", "død eller fraflyttet", end)
    ended.add_argument("state", choices=[*STATES, "mistake"], help="mistake: det var en fejl")
    ended.add_argument("--on", type=day, metavar="DATO", help="uden: i dag")
    ended.add_argument("--release", action="store_true", help="frigiv de senere træninger")
    merged = way("merge", "flet en anden post ind i denne", merge)
    merged.add_argument("other", metavar="ANDEN", type=text(200))
    merged.add_argument(
        "--take", nargs="*", default=[], metavar="FELT", choices=[f.name for f in FIELDS]
    )
    merged.add_argument("--dry-run", action="store_true", help="vis kun forskellene")
    guarded = way("protect", "navn og adresse er beskyttet", protect)
    guarded.add_argument("--off", action="store_true", help="ikke mere")


def _option(field: Field) -> str:
    return OPTIONS.get(field.name, field.name.replace("_", "-"))


def find_one(work: Work, who: str) -> uuid.UUID:
    """A citizen by id, number or a name that only one has; raises WrongUse."""
    try:
        return uuid.UUID(who)
    except ValueError:
        found = search.find(work, who, most=3)
    if len(found) == 1:
        return found[0].id
    raise WrongUse(f"der er {'flere' if found else 'ingen'} borgere, der passer til «{who[:40]}»")


def _texts(options: argparse.Namespace) -> dict[str, str]:
    given = {f.name: getattr(options, f"field_{f.name}") for f in FIELDS}
    return {name: value for name, value in given.items() if value is not None}


def _value(work: Work, key: uuid.UUID, *, full: bool = False) -> dict[str, Any]:
    card = taking_in.texts_of(work, key)
    fields = dict(card.texts)
    if not full:
        fields["number"] = search.masked(fields["number"])
        if card.protected:
            fields |= dict.fromkeys(SECRET, "beskyttet")
    return {
        "id": key,
        "name": card.name,
        **fields,
        "kin": list(card.kin),
        "protected": card.protected,
        "standing": card.standing or None,
        "standing_since": card.standing_since,
        "lacks": list(taking_in.lacks(card.texts)),
    }


def _lines(value: dict[str, Any]) -> Iterator[str]:
    yield f"{value['name']}  {value['number']}"
    if value["standing"]:
        since = f" {value['standing_since']:%d-%m-%Y}" if value["standing_since"] else ""
        yield f"  {STANDING_WORDS[value['standing']]}{since}"
    if value["protected"]:
        yield "  navn og adresse er beskyttet"
    for field in FIELDS:
        if field.name != "number" and value[field.name]:
            yield f"  {FIELD_NAMES.get(field.name, field.name):<14} {value[field.name]}"
    for one in value["kin"]:
        yield f"  pårørende      {' '.join(p for p in (one['name'], one['relation'], one['phone']) if p)}"
    if value["lacks"]:
        yield "  mangler        " + ", ".join(FIELD_NAMES[name] for name in value["lacks"])


def list_citizens(options: argparse.Namespace) -> int:
    """Those in a course, or those who are found."""
    with opened(target(options), options) as store, store.read() as work:
        found = search.find(work, " ".join(options.text), most=100_000)

    def tell() -> Iterator[str]:
        for one in found:
            yield f"{one.number or '–':<12} {one.name:<32} {one.phone:<12} {one.active}"
        yield f"{len(found)} i alt."

    return answer(options, [{"id": c.id, "name": c.name, "number": c.number} for c in found], tell)


def show(options: argparse.Namespace) -> int:
    """One citizen; with a reason also what is masked, and the reason is noted."""
    with opened(target(options), options) as store:
        if options.full:
            with store.work(f"vist i klartekst: {options.full}") as work:
                key = find_one(work, options.who)
                standing.note_look(work, key, options.full)
        with store.read() as work:
            value = _value(work, find_one(work, options.who), full=bool(options.full))
    return answer(options, value, lambda: _lines(value))


def add(options: argparse.Namespace) -> int:
    """A new citizen."""
    kin = {name: getattr(options, f"kin_{name}") or "" for name in KIN}
    with opened(target(options), options) as store:
        with store.work("ny borger") as work:
            key = taking_in.add(work, _texts(options), [kin])
            there = same.alike(work, _texts(options), key)
        with store.read() as work:
            value = _value(work, key)
    value["alike"] = [{"id": one.id, "name": one.name, "why": one.why.name} for one in there]

    def tell() -> Iterator[str]:
        yield from _lines(value)
        for one in there:
            yield f"  ligner        {one.name} {one.number}; er det den samme, så flet dem med «citizen merge»"

    return answer(options, value, tell)


def change(options: argparse.Namespace) -> int:
    """Other fields."""
    texts = _texts(options)
    if not texts:
        raise WrongUse("der er intet at rette; nævn mindst ét felt")
    with opened(target(options), options) as store:
        with store.work("borger rettet") as work:
            key = find_one(work, options.who)
            taking_in.change(work, key, texts)
        with store.read() as work:
            value = _value(work, key)
    return answer(options, value, lambda: _lines(value))


def end(options: argparse.Namespace) -> int:
    """Dead or moved away; the trainings to come are released only when asked for."""
    with opened(target(options), options) as store, store.work("borgerens tilstand") as work:
        key = find_one(work, options.who)
        card = standing.set_standing(work, key, STATES.get(options.state, ""), options.on)
        released = standing.release(work, key) if options.release else 0
    value = {"id": key, "standing": card.standing or None, "since": card.since}
    left = card.later - released
    said = f"{released} træninger er frigivet, {left} står i kalenderen."
    return answer(options, {**value, "released": released, "later": left}, lambda: iter([said]))


def merge(options: argparse.Namespace) -> int:
    """Two records made one."""
    with opened(target(options), options) as store:
        with store.read() as work:
            keep, gone = find_one(work, options.who), find_one(work, options.other)
            shown = same.preview(work, keep, gone)
        if not options.dry_run:
            with store.work("borgere flettet") as work:
                same.merge(work, keep, gone, frozenset(options.take))

    def tell() -> Iterator[str]:
        for one in shown.differences:
            takes = one.field in options.take or (not one.kept and one.field != same.STANDING)
            which = (one.other if takes else one.kept) or "–"
            yield f"  {FIELD_NAMES.get(one.field, one.field):<14} {one.kept or '–'} | {one.other or '–'}  →  {which}"
        yield f"{shown.courses} forløb følger med {'(intet er skrevet)' if options.dry_run else ''}".rstrip()

    found = [{"field": d.field, "kept": d.kept, "other": d.other} for d in shown.differences]
    told = {"keep": keep, "gone": gone, "differences": found, "courses": shown.courses}
    return answer(options, told, tell)


def protect(options: argparse.Namespace) -> int:
    """Name and address protected, or not any more."""
    with opened(target(options), options) as store, store.work("beskyttelse") as work:
        key = find_one(work, options.who)
        standing.protect(work, key, on=not options.off)
    said = "ikke beskyttet mere" if options.off else "beskyttet"
    return answer(
        options,
        {"id": key, "protected": not options.off},
        lambda: iter([f"Navn og adresse: {said}."]),
    )
