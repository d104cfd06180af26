"""`centre`, `room`, `staff`, `hours`, `closing`, `package`, `clinic`, `team`: what a centre is made of, entered and changed."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.register_words import COMMANDS, FIELDS, METAVARS
from trainer_desktop.cli.store import WrongUse, answer, common, day, file_of, opened, target
from trainer_desktop.paths import write_whole
from trainer_desktop.services.registers import hours, sheet
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.registers.register import Register, RowCard
from trainer_desktop.services.registers.sheet import Does, Lack
from trainer_desktop.services.spoken import FIELD_NAMES, refusal
from trainer_desktop.services.store import lookup, opening
from trainer_desktop.services.store.moments import today

LACKS = {
    Lack.TOO_LARGE: "filen er for stor",
    Lack.EMPTY: "filen er tom",
    Lack.NO_TABLE: "filen kan ikke læses som en tabel",
    Lack.COLUMN: "kolonnen «{name}» mangler",
    Lack.UNKNOWN: "kolonnen «{name}» kendes ikke",
    Lack.TWICE: "kolonnen «{name}» er der to gange",
    Lack.LONG_ROW: "linje {name} har flere felter end overskriften, eller et citationstegn mangler",
    Lack.UNDECIDED: "filen {name}",
}
DOES = {Does.NEW: "ny", Does.CHANGED: "rettes", Does.SAME: "som før", Does.WRONG: "FEJL"}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    for command, (key, said) in COMMANDS.items():
        ways = commands.add_parser(command, help=said).add_subparsers(
            dest="way", required=True, metavar="HVAD"
        )
        _add_ways(ways, REGISTERS[key])
    _add_hours(commands)


def _add_ways(ways: Any, register: Register) -> None:
    listed = ways.add_parser("list", parents=[common()], help="alle, der er i brug")
    listed.add_argument("--all", action="store_true", help="også dem, der er taget ud af brug")
    shown = ways.add_parser("show", parents=[common()], help="én, med alle felter")
    added = ways.add_parser("add", parents=[common()], help="en ny")
    changed = ways.add_parser(
        "change", parents=[common()], help="ret felter; resten bliver stående"
    )
    ended = ways.add_parser("end", parents=[common()], help="tag ud af brug fra en dag")
    for way in (shown, changed, ended):
        way.add_argument("which", metavar="NAVN", type=text(200), help="navnet eller id")
    for way in (added, changed):
        for field in register.fields:
            required = field.required and not field.default and way is added
            way.add_argument(
                f"--{FIELDS[field.name][0]}",
                dest=f"field_{field.name}",
                type=text(20_000, empty=True),
                required=required,
                metavar=METAVARS.get(field.kind, "TEKST"),
                help=_help(field.name, field.choices),
            )
    ended.add_argument("--on", type=day, metavar="DATO", help="sidste dag; uden: i dag")
    ended.add_argument("--again", action="store_true", help="tag i brug igen")
    kept = ways.add_parser("export", parents=[common()], help="skriv som CSV, til Excel")
    fetched = ways.add_parser("import", parents=[common()], help="hent fra CSV")
    fetched.add_argument("--dry-run", action="store_true", help="vis kun, hvad hver linje gør")
    for way in (kept, fetched):
        way.add_argument("file", type=Path, metavar="FIL")
    for way, run in (
        (kept, export_rows),
        (fetched, import_rows),
        (listed, list_rows),
        (shown, show_row),
        (added, add_row),
        (changed, change_row),
        (ended, end_row),
    ):
        way.set_defaults(run=run, register=register)


def _help(name: str, choices: tuple[str, ...]) -> str:
    said = FIELDS[name][1]
    return f"{said}: {', '.join(choices)}" if choices else said


def _texts(options: argparse.Namespace) -> dict[str, str]:
    given = {f.name: getattr(options, f"field_{f.name}") for f in options.register.fields}
    return {name: value for name, value in given.items() if value is not None}


def _find(rows: list[RowCard], which: str) -> RowCard:
    """The row with a name, initials, a day or an id; raises WrongUse."""
    plain = which.casefold().strip()
    for columns in (("id",), ("initials", "ydernummer", "day"), ("name",)):
        found = [row for row in rows if plain in _called(row, columns)]
        found = [row for row in found if row.ended is None] or found  # those in use go before
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUse(f"der er {len(found)} med navnet «{which}»; brug id")
    raise WrongUse(f"«{which}» findes ikke")


def _called(row: RowCard, columns: tuple[str, ...]) -> set[str]:
    if columns == ("id",):
        return {str(row.id)}
    return {row.texts.get(name, "").casefold() for name in columns} | {row.title.casefold()}


def value(row: RowCard) -> dict[str, Any]:
    """A row for JSON: stable keys, the fields as text."""
    return {"id": row.id, "called": row.title, "ended": row.ended, **row.texts}


def _line(row: RowCard) -> str:
    ended = f"  (til og med {row.ended:%d-%m-%Y})" if row.ended else ""
    return f"{row.title:<32} {row.second}{ended}"


def list_rows(options: argparse.Namespace) -> int:
    """The rows in use."""
    with opened(target(options), options) as store, store.read() as work:
        rows = options.register.rows(work, every=options.all)

    def tell() -> Iterator[str]:
        yield from map(_line, rows)
        yield f"{len(rows)} i alt."

    return answer(options, [value(row) for row in rows], tell)


def show_row(options: argparse.Namespace) -> int:
    """One row with its fields."""
    with opened(target(options), options) as store, store.read() as work:
        row = _find(options.register.rows(work, every=True), options.which)

    def tell() -> Iterator[str]:
        yield _line(row)
        for name, said in row.texts.items():
            yield f"  {FIELDS[name][1]:<34} {said or '–'}"

    return answer(options, value(row), tell)


def _place(options: argparse.Namespace) -> tuple[Any, bool]:
    """Where to write, and whether the file may be made: the first centre makes its own store."""
    if options.register.key != "centres":
        return target(options), False
    if not options.database:
        return opening.own_file(), True
    if options.database.startswith("postgres"):
        return options.database, False
    return file_of(options.database), True


def add_row(options: argparse.Namespace) -> int:
    """A new row."""
    where, make = _place(options)
    with opened(where, options, make=make) as store:
        with store.work(f"ny: {options.register.key}") as work:
            key = options.register.add(work, _texts(options))
        with store.read() as work:
            row = next(r for r in options.register.rows(work, every=True) if r.id == key)
    return answer(options, value(row), lambda: iter([f"OPRETTET  {_line(row)}"]))


def change_row(options: argparse.Namespace) -> int:
    """Other fields for a row."""
    texts = _texts(options)
    if not texts:
        raise WrongUse("der er intet at rette; nævn mindst ét felt")
    with opened(target(options), options) as store:
        with store.work(f"ret: {options.register.key}") as work:
            row = _find(options.register.rows(work, every=True), options.which)
            options.register.change(work, row.id, texts)
        with store.read() as work:
            row = next(r for r in options.register.rows(work, every=True) if r.id == row.id)
    return answer(options, value(row), lambda: iter([f"RETTET  {_line(row)}"]))


def end_row(options: argparse.Namespace) -> int:
    """Take a row out of use, or into use again."""
    with opened(target(options), options) as store, store.work("ud af brug") as work:
        row = _find(options.register.rows(work, every=True), options.which)
        last = None if options.again else (options.on or today(work))
        options.register.end(work, row.id, last)
    said = "I BRUG IGEN" if options.again else f"UD AF BRUG efter {last:%d-%m-%Y}"
    return answer(options, {"id": row.id, "ended": last}, lambda: iter([f"{said}  {row.title}"]))


def export_rows(options: argparse.Namespace) -> int:
    """The rows in use as CSV."""
    with opened(target(options), options) as store, store.read() as work:
        data = sheet.written(work, options.register)
        count = len(options.register.rows(work))
    write_whole(options.file, data)
    value_ = {"file": str(options.file), "rows": count}
    return answer(options, value_, lambda: iter([f"{count} rækker er skrevet til {options.file}."]))


def import_rows(options: argparse.Namespace) -> int:
    """Rows from CSV: every line or none."""
    data = options.file.read_bytes()
    with opened(target(options), options) as store:
        with store.read() as work:
            try:
                lines = sheet.compare(work, options.register, data)
            except sheet.NotATable as wrong:
                name = FIELD_NAMES.get(wrong.field, wrong.field)
                raise WrongUse(LACKS[wrong.lack].format(name=name)) from None
        if not options.dry_run:
            with store.work(f"hentet fra CSV: {options.register.key}") as work:
                sheet.take(work, options.register, lines)

    def tell() -> Iterator[str]:
        for line in lines:
            why = f"  {refusal(line.wrong)}" if line.wrong else ""
            yield f"{line.number:>4}  {DOES[line.does]:<8} {line.title}{why}"

    found = [{"line": one.number, "does": one.does.value, "title": one.title} for one in lines]
    return answer(options, found, tell)


# ---- working hours


def _add_hours(commands: Any) -> None:
    ways = commands.add_parser("hours", help="medarbejdernes arbejdstid").add_subparsers(
        dest="way", required=True, metavar="HVAD"
    )
    listed = ways.add_parser("list", parents=[common()], help="alles arbejdstid i dag")
    listed.set_defaults(run=list_hours)
    shown = ways.add_parser("show", parents=[common()], help="én medarbejders, før, nu og senere")
    changed = ways.add_parser("change", parents=[common()], help="en ny uge fra en dag")
    for way in (shown, changed):
        way.add_argument("who", metavar="INITIALER", type=text(100))
    shown.set_defaults(run=show_hours)
    changed.add_argument(
        "week",
        metavar="UGE",
        type=text(1000),
        help="f.eks. «ma-fr 8-15.30; on 9-15; fr fri (lige uger)»",
    )
    changed.add_argument("--from", dest="since", type=day, metavar="DATO", help="uden: fra i dag")
    changed.set_defaults(run=change_hours)


def _week(card: hours.WeekCard) -> dict[str, Any]:
    return {"from": card.since, "to": card.until, "week": card.text, "minutes": card.minutes}


def _said(card: hours.WeekCard) -> str:
    since = f"fra {card.since:%d-%m-%Y}" if card.since else "fra begyndelsen"
    until = f" til {card.until:%d-%m-%Y}" if card.until else ""
    whole, part = divmod(card.minutes, 60)
    return f"{card.text}  ({since}{until}; {whole} t {part:02} min. om ugen)"


def list_hours(options: argparse.Namespace) -> int:
    """Everybody's week today."""
    with opened(target(options), options) as store, store.read() as work:
        staff = REGISTERS["staff"].rows(work)
        now = {row.id: hours.week_on(work, row.id, today(work)) for row in staff}

    def tell() -> Iterator[str]:
        for row in staff:
            card = now[row.id]
            yield f"{row.texts['initials']:<6} {_said(card) if card else 'ingen arbejdstid'}"

    found = [
        {"initials": row.texts["initials"], **(_week(card) if (card := now[row.id]) else {})}
        for row in staff
    ]
    return answer(options, found, tell)


def show_hours(options: argparse.Namespace) -> int:
    """One colleague's weeks."""
    with opened(target(options), options) as store, store.read() as work:
        found = hours.weeks(work, lookup.therapist(work, options.who))
    return answer(options, [_week(one) for one in found], lambda: map(_said, found))


def change_hours(options: argparse.Namespace) -> int:
    """A new week from a day on."""
    with opened(target(options), options) as store:
        with store.work("arbejdstid") as work:
            key = lookup.therapist(work, options.who)
            first = not hours.weeks(work, key) and options.since is None
            since = None if first else options.since or today(work)
            outside = hours.set_week(work, key, options.week, since)
        with store.read() as work:
            found = hours.weeks(work, key)

    def tell() -> Iterator[str]:
        yield from map(_said, found)
        if outside.trainings:
            yield f"{outside.trainings} træninger ligger nu uden for arbejdstiden, den første {outside.first:%d-%m-%Y}."

    told = {"weeks": [_week(one) for one in found], "outside": outside.trainings}
    return answer(options, told, tell)
