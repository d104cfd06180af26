"""`print …`, `gp-status`, `screenshots` and `morning`: papers and pictures in a folder."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import NOTHING, text
from trainer_desktop.cli.store import WrongUse, answer, common, day, moment, opened, target
from trainer_desktop.paths import write_whole
from trainer_desktop.rules.gp_status import Consent
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.papers import gp_status, letters, pack, sheets
from trainer_desktop.services.papers.gp_status import StatusWords
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import monday_of, today

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
    status.add_argument(
        "--conclusion", type=text(4000), default=NOTHING, metavar="TEKST", help="konklusion"
    )
    status.add_argument(
        "--result", type=text(4000), default=NOTHING, metavar="TEKST", help="hvad der blev nået"
    )
    status.add_argument(
        "--plan", type=text(4000), default=NOTHING, metavar="TEKST", help="hvad der skal ske nu"
    )
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
    """The end status; without a consent none is made, and that is recorded."""
    _folder(options)
    said = StatusWords(options.conclusion, options.result, options.plan)
    with opened(target(options), options) as store, store.work("Slutstatus") as work:
        pdf = _status(work, options, said)
    if pdf is None:
        raise Refused(Reason.NO_CONSENT)
    return _written(options, f"slutstatus-{options.number}", pdf)


def _status(work: Work, options: argparse.Namespace, said: StatusWords) -> bytes | None:
    course = lookup.course(work, options.number)
    consent = course_card(work, course).consent
    if consent and consent.answer is Consent.GIVEN and not said.conclusion:
        raise WrongUse("--conclusion mangler: en slutstatus har en konklusion")
    return gp_status.gp_status(work, lookup.course(work, options.number), said, options.language)


def _folder(options: argparse.Namespace) -> Path:
    folder: Path = options.out
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _written(options: argparse.Namespace, name: str, pdf: bytes) -> int:
    """Write a paper whole or not at all, and tell where."""
    plain = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)
    file = _folder(options) / f"{plain}.pdf"
    write_whole(file, pdf)
    return answer(options, {"file": str(file)}, lambda: iter([str(file)]))
