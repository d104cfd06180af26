"""`messages`: checked, made ready for sending, what came back, and the courses that ended without a status."""

import argparse
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import (
    DONE,
    WrongUse,
    answer,
    as_json,
    kept_settings,
    opened,
    out,
    target,
)
from trainer_desktop.cli.ways import Ways
from trainer_desktop.medcom.checking import Checked, check_files
from trainer_desktop.medcom.safe_xml import MOST
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import Work
from trainer_desktop.services.messages import inbox, outbox, overview, signing
from trainer_desktop.services.messages.overview import Group, State
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.trouble import os_words

FAULTS = 1  # the exit status when a file is not sound
STATES = {
    State.STOPPED: "samtykke taget tilbage; tag filerne ud af udbakken",
    State.READY: "klar til afsendelse",
    State.ACCEPTED: "kvitteret",
    State.REJECTED: "afvist",
    State.ANSWERED: "besvaret",
}
GROUPS = {
    Group.SIGNED: "er underskrevet, men ikke gjort klar",
    Group.READY: "kan gøres klar",
    Group.ASK: "mangler samtykke",
    Group.NO_CLINIC: "mangler klinik",
    Group.NOT_SENT: "skal ikke sendes",
}


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    made = commands.add_parser(
        "messages", help="beskeder til egen læge: kontrol, udbakke, indbakke"
    )
    ways = made.add_subparsers(dest="way", required=True, metavar="HVAD")
    checked = ways.add_parser("check", help="kontrollér filer: FHIR som JSON eller XML, og OIOXML")
    checked.add_argument("files", nargs="+", type=Path, metavar="FIL")
    checked.add_argument("--json", action="store_true", help="svar som JSON")
    checked.set_defaults(run=check)
    more = Ways.on(ways)
    ready = more.add("ready", "gør slutstatus klar til afsendelse", make_ready, "number")
    ready.add_argument("--out", type=Path, metavar="MAPPE", help="uden: udbakken fra vinduet")
    ready.add_argument("--again", action="store_true", help="det samme brev en gang til")
    listed = more.add("list", "beskederne, og hvordan de står", list_messages)
    listed.add_argument("number", nargs="?", metavar="NUMMER", type=text(100))
    more.add("missing", "forløb, der er slut uden slutstatus, og hvorfor", list_missing)
    looked = more.add("look", "læs kvitteringer og svar fra indbakken", look)
    looked.add_argument("--folder", type=Path, metavar="MAPPE", help="uden: indbakken fra vinduet")


def check(options: argparse.Namespace) -> int:
    """Check files; 0 only when all are sound."""
    contents = [_content(file) for file in options.files]
    every = check_files(contents)
    if options.json:
        out(as_json([_checked(file, one) for file, one in zip(options.files, every, strict=True)]))
    else:
        for file, one in zip(options.files, every, strict=True):
            state = "i orden" if not one.findings else f"{len(one.findings)} fejl"
            out(f"{file}: {one.kind}, {state}\n")
            for found in one.findings:
                out(f"  {found.key}  {found.where}\n    {found.said}\n")
    return FAULTS if any(one.findings for one in every) else DONE


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST + 1:
            with file.open("rb") as opened_:
                return opened_.read(MOST + 1)  # enough to say that it is too large
        return file.read_bytes()
    except OSError as wrong:
        raise WrongUse(f"{file} kan ikke læses: {os_words(wrong)}") from None


def _checked(file: Path, one: Checked) -> dict[str, Any]:
    findings = [{"key": f.key, "where": f.where, "said": f.said} for f in one.findings]
    return {"file": str(file), "kind": one.kind, "sound": not findings, "findings": findings}


def _folder(given: Path | None, kept: str, what: str) -> Path:
    folder = given or (Path(kept) if kept else None)
    if folder is None:
        raise WrongUse(f"{what} er ikke valgt; nævn en mappe, eller vælg den i vinduet")
    return folder


def make_ready(options: argparse.Namespace) -> int:
    """Make the newest signed status of a course ready."""
    o = options
    folder = _folder(o.out, kept_settings().outbox, "udbakken")
    try:
        if o.out and folder.parent.is_dir():
            folder.mkdir(exist_ok=True)
        if not folder.is_dir():  # a drive that is not there is not made anew beside where it was
            raise WrongUse(f"mappen {folder} findes ikke")
        with opened(target(o), o) as store:
            with store.work("Klar til afsendelse") as work:
                every = signing.statuses(work, lookup.course(work, o.number))
                if not every:
                    raise WrongUse("der er ingen underskrevet slutstatus; lav den med gp-status")
                made = outbox.make_ready(work, every[0].id, folder, again=o.again)
            if made is None:
                raise Refused(Reason.NO_CONSENT)
    except OSError as wrong:
        raise WrongUse(f"{folder} kan ikke skrives: {os_words(wrong)}; intet er skrevet") from None
    try:
        outbox.publish(made)
    except OSError as wrong:
        said = f"{folder}: {os_words(wrong)}; den er noteret, og «messages list» lægger resten på plads"
        raise WrongUse(said) from None
    files = [str(place) for _part, place in made.staged]
    value = {"files": files, "lost": made.lost or None, "state": "ready"}

    def tell() -> Iterator[str]:
        yield from files
        if made.lost:
            yield f"XDIS91 kan ikke skrive: {made.lost}"
        yield "Klar til afsendelse. Kommunens system henter filerne."

    return answer(o, value, tell)


def list_messages(options: argparse.Namespace) -> int:
    """The messages."""
    with opened(target(options), options) as store, store.read() as work:
        _settle(work)
        course = lookup.course(work, options.number) if options.number else None
        every = overview.messages(work, course)
        numbers = lookup.course_numbers(work)
    value = [
        {"course": numbers[m.course_id], "citizen": m.citizen, "clinic": m.clinic, "kind": m.kind}
        | {"at": m.made_at, "by": m.made_by, "state": m.state.value, "corrects": m.corrects}
        | {"files": [name for name, _size in m.files]}
        | {
            "replies": [
                {"kind": r.kind, "accepted": r.accepted, "said": r.said, "at": r.read_at}
                for r in m.replies
            ]
        }
        for m in every
    ]
    return answer(
        options,
        value,
        lambda: (
            (
                f"{m.made_at:%d-%m-%Y %H.%M} {numbers[m.course_id]:8} {m.citizen} → {m.clinic}, "
                f"{'rettelse' if m.corrects else 'slutstatus'}: {STATES[m.state]}"
                for m in every
            )
            if every
            else iter(["Der er ingen beskeder."])
        ),
    )


def _settle(work: Work) -> None:
    """Finish what a crash left in the outbox that the window knows."""
    kept = kept_settings().outbox
    if kept:
        with suppress(OSError):
            outbox.settle(work, Path(kept))


def list_missing(options: argparse.Namespace) -> int:
    """The courses that ended without a status."""
    with opened(target(options), options) as store, store.read() as work:
        _settle(work)
        every = overview.missing(work)
        numbers = lookup.course_numbers(work)
    value = [
        {"course": numbers[m.course_id], "citizen": m.citizen, "ended": m.ended}
        | {"group": m.group.value, "consent": m.consent.standing.value, "tries": m.tries}
        | {"clinic": m.clinic or None, "with": m.responsible}
        for m in every
    ]
    return answer(
        options,
        value,
        lambda: (
            f"{m.ended:%d-%m-%Y} {numbers[m.course_id]:8} {m.citizen}: {GROUPS[m.group]}"
            for m in every
        ),
    )


def look(options: argparse.Namespace) -> int:
    """Read what came back."""
    o = options
    folder = _folder(o.folder, kept_settings().inbox, "indbakken")
    with opened(target(o), o) as store:
        with store.read() as work:
            known = inbox.known(work)
        files = inbox.arrived(folder, known)
        with store.work("Indbakken læst") as work:
            found = inbox.take(work, files)
    value = {"new": found.new, "unknown": found.unknown, "unreadable": found.unreadable}

    def tell() -> Iterator[str]:
        yield f"{found.new} nye."
        for name in found.unknown:
            yield f"{name}: hører ikke til nogen besked herfra"
        for name in found.unreadable:
            yield f"{name}: er ingen kvittering eller svar, der kan læses"

    return answer(o, value, tell)
