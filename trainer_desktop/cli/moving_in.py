"""`import` and `demo`: a centre moves in."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trainer_desktop.cli.store import WrongUse, answer, common, file_of, opened, trouble
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services import catalogue, citizens, importing, stores
from trainer_desktop.services.moments import monday_of, today
from trainer_desktop.services.standard_files import BadStandard

SORTS = {
    "rooms": "lokaler",
    "staff": "medarbejdere",
    "teams": "hold",
    "citizens": "borgere",
    "courses": "forløb",
    "bookings": "aftaler",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    demo = commands.add_parser(
        "demo", parents=[common()], help="lav democentret, Træningscenter Åsø, og sig hvor det er"
    )
    demo.set_defaults(run=make_demo)
    load = commands.add_parser(
        "import", parents=[common()], help="hent et centers udtræk fra det gamle system"
    )
    load.add_argument("folder", type=Path, help="mappen med borgere.csv, forløb.csv og de andre")
    load.add_argument(
        "--standard",
        action="append",
        default=[],
        metavar="GRUNDLAG=STANDARD",
        help="hvilken standard der gælder, f.eks. SEL86.1=ishoj-vallensbaek-86-1",
    )
    load.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    load.add_argument("--set-aside", type=Path, help="hvor rækker, der ikke kunne tages, skrives")
    load.set_defaults(run=import_folder)


def make_demo(options: argparse.Namespace) -> int:
    """Make the demo centre where it is not made already."""
    file = file_of(options.database) if options.database else stores.demo_file()
    with opened(file, options, make=True) as store:
        stores.fill_demo(store, _progress(options))
        with store.read() as work:
            count, monday = citizens.count(work), monday_of(today(work))
    value = {"database": str(file), "citizens": count, "week": monday}

    def tell() -> Iterator[str]:
        yield f"Træningscenter Åsø ligger i {file} med {count} borgere."
        yield "Databasen er krypteret; demoens nøgle ligger ved siden af uden adgangskode."

    return answer(options, value, tell)


def import_folder(options: argparse.Namespace) -> int:
    """Show what the import would do and do it; bad rows go to a file with the reason."""
    aside = options.set_aside or Path("sat-til-side.csv")
    where = _database(options)
    try:
        if not options.dry_run:
            _check_target(aside, where, options.folder)
        chosen = _chosen(options.standard, _known(where, options))
        with opened(where, options, make=True) as store:
            report = importing.run_import(
                store,
                options.folder,
                chosen,
                catalogue.known_to(store),
                dry_run=options.dry_run,
                progress=_progress(options),
            )
    except (BadStandard, importing.Unreadable) as wrong:
        raise WrongUse(str(wrong).rstrip(".")) from wrong
    except KeyboardInterrupt:
        sys.stderr.write("\nStandset. Intet er skrevet.\n")
        return 130
    if not options.dry_run:
        _write_aside(aside, report)
    return answer(options, report.as_json(), lambda: _tell(report, aside, dry=options.dry_run))


def _database(options: argparse.Namespace) -> Path | str:
    if not options.database:
        return stores.own_file()
    chosen: str = options.database
    return chosen if chosen.startswith("postgres") else file_of(chosen)


def _progress(options: argparse.Namespace) -> importing.Progress:
    loud = not options.json and sys.stderr.isatty()

    def progress(what: str, done: int, of: int) -> bool:
        if loud:
            sys.stderr.write(f"\r{done + 1} af {of}: {what:<12}")
            sys.stderr.flush()
        return True

    return progress


def _check_target(aside: Path, where: Path | str, folder: Path) -> None:
    """Refuse to write what was set aside over the database, its keys or the export."""
    target = aside.resolve()
    if isinstance(where, Path):
        database = where.resolve()
        taken = {database, database.with_name(f"{database.name}.keys.json")}
    else:
        taken = set()
    if target in taken or folder.resolve() in target.parents:
        raise WrongUse(f"--set-aside {aside}: vælg en fil uden for udtrækket og databasen")
    if not target.parent.is_dir():
        raise WrongUse(f"--set-aside {aside}: mappen findes ikke")


def _write_aside(file: Path, report: importing.Report) -> None:
    """Write the rows that were set aside; a file from an earlier import does not stay behind."""
    try:
        if report.set_aside:
            file.write_bytes(importing.set_aside_csv(report))
        else:
            file.unlink(missing_ok=True)
    except OSError as wrong:
        trouble(f"{file} kan ikke skrives ({wrong.strerror}); rækkerne står herunder.")


Editions = dict[str, tuple[Standard, ...]]


def _known(where: Path | str, options: argparse.Namespace) -> Editions:
    """What can be chosen: the database's own standards, too, where there is one already."""
    if isinstance(where, Path) and not where.exists():
        return catalogue.shipped().editions
    with opened(where, options) as store:
        return catalogue.known_to(store)


def _chosen(pairs: list[str], known: Editions) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for pair in pairs:
        basis, _, standard = pair.partition("=")
        if not standard:
            raise WrongUse(f"--standard {pair}: skriv GRUNDLAG=STANDARD")
        if standard not in known:
            raise WrongUse(f"--standard {pair}: standarden kendes ikke; der er {', '.join(known)}")
        # No standard speaks of the elder law yet; a centre may let its old one go on.
        if basis != "AEL" and basis not in known[standard][0].standard.bases:
            raise WrongUse(f"--standard {pair}: {standard} gælder ikke for {basis}")
        chosen[basis] = standard
    return chosen


def _tell(report: importing.Report, aside: Path, *, dry: bool) -> Iterator[str]:
    yield "\nDet ville ske:" if dry else "\nDet er gjort:"
    counts = report.counts
    for sort, word in SORTS.items():
        taken, updated, same = (c[sort] for c in (counts.taken, counts.updated, counts.unchanged))
        yield f"  {word:<14}{taken:>7} nye {updated:>7} ændrede {same:>7} uændrede"
    for sort, word in SORTS.items():
        if counts.gone[sort]:
            yield f"  {word}: {counts.gone[sort]} fra et tidligere udtræk er ikke med mere; de bliver stående"
    if report.set_aside:
        yield f"Sat til side ({len(report.set_aside)}):"
    for one in report.set_aside:
        yield f"  {one.row.file} linje {one.row.line}: {one.reason}"
    if report.clashes:
        yield f"Sammenstød, som er taget med, og tvivl ({len(report.clashes)}):"
    for clash in report.clashes:
        lines = f"linje {' og '.join(map(str, clash.lines))}: " if clash.lines else ""
        yield f"  {lines}{clash.what}"
    if report.set_aside and not dry:
        yield f"Rækkerne ligger med grunden i {aside}."
