"""`import` and `demo`: a centre moves in."""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from trainer_desktop.cli.store import (
    WrongUse,
    answer,
    common,
    file_of,
    kept_settings,
    opened,
    trouble,
)
from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services import Work, importing
from trainer_desktop.services.citizens import search
from trainer_desktop.services.standards import catalogue, checking, files
from trainer_desktop.services.standards.files import BadStandard
from trainer_desktop.services.store import keeping, opening
from trainer_desktop.services.store.moments import monday_of, today
from trainer_desktop.services.store.trouble import os_words

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
    load.add_argument(
        "folder",
        type=Path,
        help="mappen med borgere.csv, forløb.csv og de andre, eller en fil med rækker, der var sat til side",
    )
    load.add_argument(
        "--standard",
        action="append",
        default=[],
        metavar="GRUNDLAG=STANDARD",
        help="hvilken standard der gælder, f.eks. SEL86.1=ishoj-vallensbaek-86-1",
    )
    load.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    load.add_argument(
        "--columns", type=Path, metavar="FIL", help="hvad kolonnerne hedder i udtrækket, som TOML"
    )
    load.add_argument(
        "--take", action="append", default=[], metavar="ID", help="tag udtrækkets værdi dér"
    )
    load.add_argument(
        "--keep", action="append", default=[], metavar="ID", help="behold det, der står her, dér"
    )
    load.add_argument("--set-aside", type=Path, help="hvor rækker, der ikke kunne tages, skrives")
    load.set_defaults(run=import_folder)


def make_demo(options: argparse.Namespace) -> int:
    """Make the demo centre where it is not made already."""
    file = file_of(options.database) if options.database else opening.demo_file()
    with opened(file, options, make=True) as store:
        demo_centre.fill_demo(store, _progress(options))
        with store.read() as work:
            count, monday = search.count(work), monday_of(today(work))
    value = {"database": str(file), "citizens": count, "week": monday}

    def tell() -> Iterator[str]:
        yield f"Træningscenter Åsø ligger i {file} med {count} borgere."
        yield "Databasen er krypteret; demoens nøgle ligger ved siden af uden adgangskode."

    return answer(options, value, tell)


def import_folder(options: argparse.Namespace) -> int:
    """Show what the import would do and do it; bad rows go to a file with the reason."""
    aside = options.set_aside or Path("sat-til-side.csv")
    where = _database(options)
    made = isinstance(where, Path) and not where.exists() and not opening.was_there(where)
    try:
        mapping = importing.read_mapping(options.columns) if options.columns else {}
        if not options.dry_run:
            _check_target(aside, where, options.folder)
        importing.look(None, options.folder, mapping) if made else None
        own = _own_files(options.standard)
        known = _known(where, options)
        known |= {one.standard.id: (one.standard,) for one in own.values() if one.standard}
        pairs = [_by_id(pair, own) for pair in options.standard]
        chosen = _chosen(pairs, known)
        with opened(where, options, make=True) as store:
            if not options.dry_run:
                keeping.copy_before(store, kept_settings())
            report = importing.run_import(
                store,
                options.folder,
                chosen,
                {**catalogue.known_to(store), **known},
                dry_run=options.dry_run,
                mapping=mapping,
                choices=_choices(options),
                progress=_progress(options),
                with_it=lambda work: _keep(work, own),
                before_commit=lambda report: _write_part(aside, report),
            )
    except (BadStandard, importing.Unreadable) as wrong:
        raise WrongUse(str(wrong).rstrip(".")) from wrong
    except KeyboardInterrupt:
        sys.stderr.write("\nStandset. Intet er skrevet.\n")
        return 130
    finally:
        if made and isinstance(where, Path) and where.exists():
            opening.forget_if_empty(where)
    kept = None if options.dry_run else _put_in_place(aside, report)
    return answer(options, report.as_json(), lambda: _tell(report, kept, dry=options.dry_run))


def _choices(options: argparse.Namespace) -> dict[str, bool]:
    """What a person has chosen where the export and somebody here have changed the same."""
    taken = dict.fromkeys(options.take, True)
    return taken | dict.fromkeys(options.keep, False)


def _database(options: argparse.Namespace) -> Path | str:
    if not options.database:
        return opening.own_file()
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
    target, folder = (Path(os.path.realpath(one)) for one in (aside, folder))
    if isinstance(where, Path):
        database = Path(os.path.realpath(where))
        taken = {database, database.with_name(f"{database.name}.keys.json")}
    else:
        taken = set()
    if target in taken or target == folder or folder in target.parents:
        raise WrongUse(f"--set-aside {aside}: vælg en fil uden for udtrækket og databasen")
    if not target.parent.is_dir():
        raise WrongUse(f"--set-aside {aside}: mappen findes ikke")
    try:
        taken_by_another = target.exists() and not importing.is_aside(target)
    except OSError as wrong:
        raise WrongUse(f"--set-aside {aside}: {os_words(wrong)}") from wrong
    if taken_by_another:
        raise WrongUse(f"--set-aside {aside}: der ligger en anden fil; vælg et andet navn")


def _write_part(file: Path, report: importing.Report) -> None:
    """Write the rows that were set aside before anything is kept: without them nothing is."""
    try:
        importing.write_part(file, report.set_aside)
    except OSError as wrong:
        raise WrongUse(f"{file} kan ikke skrives: {os_words(wrong)}; intet er hentet") from wrong


def _put_in_place(file: Path, report: importing.Report) -> Path | None:
    """Give the rows that were set aside their name; those of an earlier import are kept under their day."""
    part = file.with_name(f"{file.name}.part")
    try:
        if file.exists():
            day = datetime.fromtimestamp(file.stat().st_mtime, opening.COPENHAGEN).strftime(
                "%Y-%m-%d %H.%M.%S"
            )
            file.rename(file.with_name(f"{file.stem} {day}{file.suffix}"))
        if report.set_aside:
            part.rename(file)
            return file
    except OSError as wrong:
        trouble(f"{file} kan ikke skrives: {os_words(wrong)}; rækkerne ligger i {part}.")
        return part if report.set_aside else None
    return None


Editions = dict[str, tuple[Standard, ...]]


def _own_files(pairs: list[str]) -> dict[str, files.Read]:
    """The municipality's own files among the standards that are named, checked before anything is touched."""
    found = {}
    for pair in pairs:
        name = pair.partition("=")[2]
        if not name.endswith(".toml") or name in found:
            continue
        read = files.read_file(Path(name))
        checked = checking.check([read])
        failed = [one.example.name for one in checked.examples if not one.holds]
        if checked.problems or failed or read.standard is None:
            for problem in checked.problems:
                trouble(str(problem).rstrip("."))
            for example in failed:
                trouble(f"{name}: eksemplet «{example}» holder ikke")
            raise WrongUse(f"--standard {pair}: ret filen først; «standards check» siger det hele")
        found[name] = read
    return found


def _by_id(pair: str, own: dict[str, files.Read]) -> str:
    """A choice that names a file, with the standard's id instead."""
    basis, _, name = pair.partition("=")
    read = own.get(name)
    return f"{basis}={read.standard.id}" if read and read.standard else pair


def _keep(work: Work, own: dict[str, files.Read]) -> None:
    """Keep the files that were named, in the import's own transaction: no course goes by what is not there."""
    for read in own.values():
        catalogue.add(work, read.text, read.name)


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


def _tell(report: importing.Report, aside: Path | None, *, dry: bool) -> Iterator[str]:
    if report.said:
        yield "Om filerne:"
    for said in report.said:
        yield f"  {said}"
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
        yield f"  {clash.file} {lines}{clash.what}"
    if report.conflicts:
        yield f"Ændret både her og i det gamle system ({len(report.conflicts)}); det, der står her, er blevet stående:"
    for both_changed in report.conflicts:
        both = (
            f": her «{both_changed.here}», i udtrækket «{both_changed.export}»"
            if both_changed.here
            else ""
        )
        yield f"  {both_changed.file} linje {both_changed.line}: {both_changed.what}{both}  [{both_changed.id}]"
    if report.conflicts:
        yield "Vælg med --take ID (udtrækkets) eller --keep ID (det her); ID kan være «alle»."
    if aside:
        yield f"Rækkerne ligger med grunden i {aside}; ret dem dér, og hent filen som et udtræk."
