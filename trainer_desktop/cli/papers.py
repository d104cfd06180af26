"""`print …`, `gp-status`, `screenshots` and `morning`: papers and pictures in a folder."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import WrongUse, answer, common, day, moment, opened, target
from trainer_desktop.paths import write_whole
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.messages import consents, contents, signing
from trainer_desktop.services.messages.contents import OUTCOMES, PARTS
from trainer_desktop.services.papers import letters, pack, sheets
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import monday_of, today
from trainer_desktop.services.store.trouble import os_words

Pages = Callable[[argparse.Namespace], int]


def add_to(commands: Any, pages: Pages) -> None:
    """Add the commands to the parser; `pages` runs those that draw the window."""
    papers = commands.add_parser("print", help="dagsseddel, lokalets uge eller mødeplan som PDF")
    kinds = papers.add_subparsers(dest="paper", required=True, metavar="PAPIR")
    sheet = kinds.add_parser("day", parents=[common(), _out()], help="en terapeuts dag")
    sheet.add_argument("initials", metavar="INITIALER")
    sheet.add_argument("date", nargs="?", type=day, metavar="DATO", help="uden: i dag")
    sheet.set_defaults(run=print_day)
    room = kinds.add_parser("room", parents=[common(), _out()], help="et lokales uge")
    room.add_argument("name", metavar="LOKALE")
    room.add_argument("date", nargs="?", type=day, metavar="DATO", help="en dag i ugen; uden: nu")
    room.set_defaults(run=print_room)
    driver = kinds.add_parser("driver", parents=[common(), _out()], help="dagens kørselsliste")
    driver.add_argument("date", nargs="?", type=day, metavar="DATO", help="uden: i dag")
    driver.set_defaults(run=print_driver)
    packed = kinds.add_parser(
        "pack",
        parents=[common(), _out()],
        help="dagens pakke: alles dagssedler, mødelister og kørsel, i dag og de næste 3 hverdage",
    )
    packed.add_argument("date", nargs="?", type=day, metavar="DATO", help="uden: i dag")
    packed.set_defaults(run=print_pack)
    letter = kinds.add_parser("letter", parents=[common(), _out()], help="borgerens mødeplan")
    letter.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    letter.set_defaults(run=print_letter)
    status = commands.add_parser(
        "gp-status", parents=[common(), _out()], help="slutstatus til egen læge som PDF"
    )
    status.add_argument("number", metavar="NUMMER", help="forløbets nummer")
    for part, said in (
        ("conclusion", "konklusion"),
        ("purpose", "årsag og mål; uden: målene"),
        ("course", "forløbet; uden: træningerne efter form"),
        ("result", "hvad der blev nået; uden: hvor mange mål"),
        ("observations", "bemærkninger, en læge skal kende"),
        ("plan", "anbefaling og næste skridt"),
    ):
        status.add_argument(f"--{part}", type=text(4000), metavar="TEKST", help=said)
    status.add_argument("--outcome", choices=OUTCOMES[1:], default="", help="tilstanden")
    status.add_argument("--curves", action="store_true", help="testkurver med")
    status.add_argument("--own-plan", action="store_true", help="egentræningsplanen med")
    status.add_argument("--correct", action="store_true", help="ret den, der er underskrevet")
    status.set_defaults(run=make_status)
    _add_drawing(commands, pages)


def _out() -> argparse.ArgumentParser:
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument(
        "--out", type=Path, default=Path(), metavar="MAPPE", help="mappen, PDF'en skrives i"
    )
    where.add_argument("--language", choices=["da", "en"], default="da", help="papirets sprog")
    return where


def _add_drawing(commands: Any, pages: Pages) -> None:
    for name, folder, told in (
        ("screenshots", "docs/screenshots", "tegn hver side som PNG, lys og mørk"),
        ("morning", "morning", "spil en formiddag i democentret, og skriv papirer og billeder"),
    ):
        drawing = commands.add_parser(name, help=told)
        drawing.add_argument("folder", nargs="?", type=Path, default=Path(folder), metavar="MAPPE")
        drawing.add_argument("--now", type=moment, metavar="TIDSPUNKT", help="i stedet for uret")
        drawing.set_defaults(run=pages)


def print_day(options: argparse.Namespace) -> int:
    """A therapist's day."""
    with opened(target(options), options) as store, store.read() as work:
        asked = options.date or today(work)
        who = lookup.therapist(work, options.initials)
        pdf = sheets.day_sheet(work, who, asked, options.language)
    return _written(options, f"dagsseddel-{options.initials}-{asked}", pdf)


def print_room(options: argparse.Namespace) -> int:
    """A room's week."""
    with opened(target(options), options) as store, store.read() as work:
        monday = monday_of(options.date or today(work))
        room = lookup.room(work, options.name)
        pdf = sheets.room_week(work, room, monday, options.language)
    return _written(options, f"lokale-{options.name}-{monday}", pdf)


def print_driver(options: argparse.Namespace) -> int:
    """Whom to fetch on a day."""
    with opened(target(options), options) as store, store.read() as work:
        asked = options.date or today(work)
        pdf = pack.driver_list(work, asked, options.language)
    return _written(options, f"kørselsliste-{asked}", pdf)


def print_pack(options: argparse.Namespace) -> int:
    """What a centre works from when everything is down."""
    with opened(target(options), options) as store, store.read() as work:
        asked = options.date or today(work)
        pdf = pack.pack(work, asked, options.language)
    return _written(options, f"dagens-pakke-{asked}", pdf)


def print_letter(options: argparse.Namespace) -> int:
    """The letter with a citizen's times."""
    with opened(target(options), options) as store, store.read() as work:
        citizen = lookup.whose(work, lookup.course(work, options.number)).citizen_id
        pdf = letters.schedule_letter(work, citizen, options.language)
    return _written(options, f"mødeplan-{options.number}", pdf)


def make_status(options: argparse.Namespace) -> int:
    """The end status, signed; without a consent none is made, and that is recorded."""
    _folder(options)
    chosen = {"outcome": options.outcome, "curves": options.curves, "own_plan": options.own_plan}
    with opened(target(options), options) as store, store.work("Slutstatus") as work:
        key = lookup.course(work, options.number)
        holds = consents.consent(work, key).standing is Standing.HOLDS
        facts = contents.status_facts(work, key, options.language)
        texts = contents.suggested(facts, options.language)
        texts |= {
            part: getattr(options, part) for part in PARTS if getattr(options, part) is not None
        }
        if holds and not texts["conclusion"]:
            raise WrongUse("--conclusion mangler: en slutstatus har en konklusion")
        every = signing.statuses(work, key)
        corrects = every[0].id if every and options.correct else None
        said = {"language": options.language, "corrects": corrects}
        _key, pdf = signing.sign(work, key, texts, chosen, **said)
        file = _place(options, f"slutstatus-{options.number}")
        if pdf is not None:
            _write(file, pdf)  # before the record is committed: no status without its paper
    if pdf is None:
        raise Refused(Reason.NO_CONSENT)
    return answer(options, {"file": str(file)}, lambda: iter([str(file)]))


def _folder(options: argparse.Namespace) -> Path:
    folder: Path = options.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise WrongUse(f"{folder} kan ikke bruges: {os_words(wrong)}. Intet er gemt.") from None
    return folder


def _write(file: Path, pdf: bytes) -> None:
    try:
        write_whole(file, pdf)
    except OSError as wrong:
        raise WrongUse(f"{file} kan ikke skrives: {os_words(wrong)}. Intet er gemt.") from None


def _written(options: argparse.Namespace, name: str, pdf: bytes) -> int:
    """Write a paper whole or not at all, and tell where."""
    file = _place(options, name)
    _write(file, pdf)
    return answer(options, {"file": str(file)}, lambda: iter([str(file)]))


def _place(options: argparse.Namespace, name: str) -> Path:
    plain = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)
    return _folder(options) / f"{plain}.pdf"
