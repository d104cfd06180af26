"""`choose`: the standard for a legal basis, and the centre's own choices where the standards leave it open."""

import argparse
from collections.abc import Iterator
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import answer, common, opened, target
from trainer_desktop.services.registers import choices, every
from trainer_desktop.services.registers.every import Missing

LACKS = {
    Missing.CENTRE: "et center (centre add)",
    Missing.ROOM: "et lokale (room add)",
    Missing.STAFF: "en medarbejder (staff add)",
    Missing.HOURS: "arbejdstid til {names} (hours change)",
    Missing.STANDARD: "en standard for et lovgrundlag (choose standard)",
    Missing.PACKAGE: "en pakke (package add)",
    Missing.CITIZEN: "en borger (citizen add)",
    Missing.COURSE: "et forløb (course add)",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    ways = commands.add_parser(
        "choose", help="standard for hvert lovgrundlag og centrets egne valg"
    ).add_subparsers(dest="way", required=True, metavar="HVAD")
    shown = ways.add_parser("show", parents=[common()], help="hvad der er valgt")
    shown.set_defaults(run=show)
    standard = ways.add_parser("standard", parents=[common()], help="vælg standard")
    standard.add_argument("basis", choices=choices.BASES)
    standard.add_argument("name", metavar="STANDARD", type=text(100, empty=True))
    standard.set_defaults(run=choose_standard)
    setting = ways.add_parser("setting", parents=[common()], help="et af de 17 åbne spørgsmål")
    setting.add_argument("name", metavar="VALG", type=text(100))
    setting.add_argument("value", metavar="SVAR", type=text(300, empty=True), help="tomt: som før")
    setting.set_defaults(run=choose_setting)
    checked = commands.add_parser(
        "check", parents=[common()], help="hvad centret mangler, før den første træning kan bookes"
    )
    checked.set_defaults(run=check)


def show(options: argparse.Namespace) -> int:
    """What is chosen."""
    with opened(target(options), options) as store, store.read() as work:
        bases, settings = choices.bases(work), choices.settings(work)

    def tell() -> Iterator[str]:
        for card in bases:
            yield f"{card.basis:<10} {card.chosen or 'ingen'}"
        for one in settings:
            mark = "*" if one.chosen else " "
            yield f"{one.number:>2} {mark} {one.name:<28} {one.value or '–':<14} {one.reason}"

    value = {
        "standards": {card.basis: card.chosen or None for card in bases},
        "settings": {one.name: one.value for one in settings},
    }
    return answer(options, value, tell)


def choose_standard(options: argparse.Namespace) -> int:
    """A standard for a legal basis."""
    with opened(target(options), options) as store, store.work("standard valgt") as work:
        choices.choose_standard(work, options.basis, options.name)
    return answer(
        options,
        {"basis": options.basis, "standard": options.name},
        lambda: iter([f"{options.basis}: {options.name or 'ingen'}"]),
    )


def choose_setting(options: argparse.Namespace) -> int:
    """An answer to an open question."""
    with opened(target(options), options) as store, store.work("valg") as work:
        choices.choose_setting(work, options.name, options.value)
    return show(options)


def check(options: argparse.Namespace) -> int:
    """What is missing."""
    with opened(target(options), options) as store, store.read() as work:
        found = every.missing(work)

    def tell() -> Iterator[str]:
        for one in found:
            said = LACKS[one.what].format(names=", ".join(one.names))
            yield f"{'MANGLER' if one.needed else 'kan vente':<10} {said}"
        if not any(one.needed for one in found):
            yield "Den første træning kan bookes."

    value = [{"what": one.what.name, "needed": one.needed, "names": one.names} for one in found]
    return answer(options, value, tell)
