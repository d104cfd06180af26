"""Commands without a window; they speak Danish, like the people who run them."""

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

from trainer_desktop.services import importing, rulebooks, standard_files, stores
from trainer_desktop.services.errors import NewerSchema, NoKey, StoreTrouble, trouble_words
from trainer_desktop.services.standard_files import BadStandard, CheckedExample


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="trainer-desktop", description="Et træningscenters dag.")
    commands = top.add_subparsers(dest="command")
    standards = commands.add_parser("standards", help="kvalitetsstandarderne")
    actions = standards.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="kør eksemplerne i standardernes filer")
    check.add_argument("file", nargs="*", type=Path, help="filer; uden: de medfølgende")
    check.set_defaults(run=check_standards)
    _import_parser(commands)
    return top


def _import_parser(commands: Any) -> None:
    load = commands.add_parser("import", help="hent et centers udtræk fra det gamle system")
    load.add_argument("folder", type=Path, help="mappen med borgere.csv, forløb.csv og de andre")
    load.add_argument(
        "--standard",
        action="append",
        default=[],
        metavar="GRUNDLAG=STANDARD",
        help="hvilken standard der gælder, f.eks. SEL86.1=ishoj-vallensbaek-86-1",
    )
    load.add_argument("--database", type=Path, help="databasens fil; uden: brugerens egen")
    load.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    load.add_argument("--json", action="store_true", help="svar som JSON")
    load.add_argument("--set-aside", type=Path, help="hvor rækker, der ikke kunne tages, skrives")
    load.set_defaults(run=import_folder)


def import_folder(options: argparse.Namespace) -> int:
    """Show what the import would do and do it; bad rows go to a file with the reason."""
    aside = options.set_aside or Path("sat-til-side.csv")
    try:
        standards = _chosen(options.standard)
        _check_target(aside, options)
        store = stores.open_store(options.database or stores.own_file())
    except NoKey as wrong:
        print(
            f"FEJL  Nøglefilen {wrong} mangler eller passer ikke, så databasen kan ikke åbnes.",
            file=sys.stderr,
        )
        return 2
    except NewerSchema as wrong:
        print(f"FEJL  Databasen er lavet af et nyere program ({wrong}).", file=sys.stderr)
        return 2
    except StoreTrouble as wrong:
        print(f"FEJL  {trouble_words(wrong)}", file=sys.stderr)
        return 2
    except (BadStandard, ValueError, OSError) as wrong:
        print(f"FEJL  {wrong}", file=sys.stderr)
        return 2
    loud = not options.json and sys.stderr.isatty()

    def progress(what: str, done: int, of: int) -> bool:
        if loud:
            print(f"\r{done + 1} af {of}: {what:<12}", end="", file=sys.stderr, flush=True)
        return True

    try:
        report = importing.run_import(
            store,
            options.folder,
            standards,
            rulebooks.editions(),
            dry_run=options.dry_run,
            progress=progress,
        )
    except importing.Unreadable as wrong:
        print(f"FEJL  {wrong}", file=sys.stderr)
        return 2
    except StoreTrouble as wrong:
        print(f"FEJL  {trouble_words(wrong)} Intet er skrevet.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStandset. Intet er skrevet.", file=sys.stderr)
        return 130
    finally:
        store.close()
    if not options.dry_run:
        _write_aside(aside, report)
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
    else:
        _tell_report(report, options)
    return 0


def _check_target(aside: Path, options: argparse.Namespace) -> None:
    """Refuse to write what was set aside over the database, its keys or the export."""
    target = aside.resolve()
    database = (options.database or stores.own_file()).resolve()
    taken = {database, database.with_name(f"{database.name}.keys.json")}
    if target in taken or options.folder.resolve() in target.parents:
        raise ValueError(f"--set-aside {aside}: vælg en fil uden for udtrækket og databasen")
    if not target.parent.is_dir():
        raise ValueError(f"--set-aside {aside}: mappen findes ikke")


def _write_aside(file: Path, report: importing.Report) -> None:
    """Write the rows that were set aside; a file from an earlier import does not stay behind."""
    try:
        if report.set_aside:
            file.write_bytes(importing.set_aside_csv(report))
        else:
            file.unlink(missing_ok=True)
    except OSError as trouble:
        print(
            f"FEJL  {file} kan ikke skrives ({trouble.strerror}); rækkerne står herunder.",
            file=sys.stderr,
        )


def _chosen(pairs: list[str]) -> dict[str, str]:
    known = rulebooks.editions()
    chosen: dict[str, str] = {}
    for pair in pairs:
        basis, _, standard = pair.partition("=")
        if not standard:
            raise ValueError(f"--standard {pair}: skriv GRUNDLAG=STANDARD")
        if standard not in known:
            raise ValueError(
                f"--standard {pair}: standarden kendes ikke; der er {', '.join(known)}"
            )
        if basis not in known[standard][0].standard.bases:
            raise ValueError(f"--standard {pair}: {standard} gælder ikke for {basis}")
        chosen[basis] = standard
    return chosen


def _tell_report(report: importing.Report, options: argparse.Namespace) -> None:
    would = "Det ville ske:" if options.dry_run else "Det er gjort:"
    print(f"\n{would}")
    counts = report.counts
    for sort, word in SORTS.items():
        taken, updated, same = (c[sort] for c in (counts.taken, counts.updated, counts.unchanged))
        print(f"  {word:<14}{taken:>7} nye {updated:>7} ændrede {same:>7} uændrede")
    if report.set_aside:
        print(f"Sat til side ({len(report.set_aside)}):")
    for one in report.set_aside:
        print(f"  {one.row.file} linje {one.row.line}: {one.reason}")
    if report.clashes:
        print(f"Sammenstød, som er taget med, og tvivl ({len(report.clashes)}):")
    for clash in report.clashes:
        print(f"  linje {' og '.join(map(str, clash.lines))}: {clash.what}")
    if report.set_aside and not options.dry_run:
        print(f"Rækkerne ligger med grunden i {options.set_aside or 'sat-til-side.csv'}.")


SORTS = {
    "rooms": "lokaler",
    "staff": "medarbejdere",
    "teams": "hold",
    "citizens": "borgere",
    "courses": "forløb",
    "bookings": "aftaler",
}


def main(arguments: list[str]) -> int:
    """Run a command; the exit status is 0 only when all went well."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows pipe may not know an emoji
    options = parser().parse_args(arguments)
    return int(options.run(options))


def check_standards(options: argparse.Namespace) -> int:
    """Run the worked examples; each failure with what was expected, what came, and the rules."""
    files = options.file or standard_files.shipped()
    held = failed = 0
    try:
        for one in standard_files.check_files(files):
            held += one.holds
            failed += not one.holds
            if not one.holds:
                _tell(one)
    except BadStandard as wrong:
        print(f"FEJL  {wrong}", file=sys.stderr)
        print(f"{held} eksempler holdt, {failed} holdt ikke, og en fil kunne ikke læses.")
        return 2
    print(f"{held} eksempler holdt, {failed} holdt ikke ({held + failed} i {len(files)} filer).")
    return 1 if failed else 0


def _tell(one: CheckedExample) -> None:
    name = f"{one.example.id} {one.example.name}".strip()
    print(f"HOLDT IKKE  {one.file}: {name}")
    if one.trouble:
        print(f"    {one.trouble}")
    for failure in one.failures:
        print(f"    {failure.key}: ventet {failure.expected!r}, fik {failure.got!r}")
        for rule in failure.rules:
            print(f"        regel {rule}")
