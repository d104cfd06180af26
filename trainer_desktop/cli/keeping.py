"""`verify`: whether a database is whole."""

import argparse
from collections.abc import Iterator
from typing import Any

from trainer_desktop.cli.store import DONE, WrongUse, answer, clock, common, out, target, unlock
from trainer_desktop.services.store import opening, verifying
from trainer_desktop.services.store.trouble import Trouble, trouble_of, trouble_words
from trainer_desktop.services.store.verifying import Damage, Damaged, Finding

DAMAGED = 1
WORDS = {
    Damage.GONE: "Databasen er væk",
    Damage.EMPTY: "Databasen er tømt",
    Damage.PAGES: "Filen er beskadiget",
    Damage.KEYS: "En række peger på en, der ikke findes",
    Damage.CHAIN: "Journalens kæde er brudt ved ændring nr.",
    Damage.LOST: "Ændringer, som var gemt, mangler: nr.",
    Damage.WITNESS: "Filen, der bevidner de nyeste ændringer, er væk, så ingen kan sige, om noget mangler:",
    Damage.GUARDS: "En vagt mod dobbeltbooking mangler",
    Damage.ACCESS: "Adgangsloggens kæde er brudt ved linje nr.",
    Damage.OCCUPANCY: "Optaget tid svarer ikke til træningen",
}
WHOLE = (
    *(Trouble.BUSY, Trouble.FULL, Trouble.READ_ONLY, Trouble.NOT_ALLOWED, Trouble.NO_KEY),
    *(Trouble.NEEDS_PASSWORD, Trouble.WRONG_PASSWORD, Trouble.WAITS, Trouble.ON_NETWORK),
    *(Trouble.NEWER, Trouble.NO_COPY, Trouble.SERVER_AWAY, Trouble.BAD_ADDRESS),
)
WAY_OUT = "Lad filen ligge, som den er, og læg en kopi tilbage ved siden af; ret intet i den beskadigede fil."


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    whole = commands.add_parser(
        "verify",
        parents=[common()],
        help="se efter, om databasen er hel: sider, journalens kæde, vagter og optaget tid",
    )
    whole.add_argument(
        "--accept",
        action="store_true",
        help="godtag, at databasen er ældre end det, der er gemt før (efter en lagt tilbage kopi)",
    )
    whole.set_defaults(run=verify)


def verify(options: argparse.Namespace) -> int:
    """Look at everything; the status is 1 when something is wrong."""
    where = target(options)
    if options.accept:
        if isinstance(where, str):
            raise WrongUse("--accept gælder kun en fil")
        out(
            f"Databasen gælder nu, som den er, til og med ændring nr. {opening.accept(where, unlock(where, options))}."
        )
        return DONE
    found = _found(options)

    def tell() -> Iterator[str]:
        for one in found:
            numbers = one.damage is Damage.PAGES and one.where[:1].isdigit()
            where = f"(side eller række {one.where})" if numbers else one.where
            yield f"{WORDS[one.damage]} {where}".rstrip()
        yield (
            WAY_OUT
            if found
            else "Databasen er hel: sider, kæde, adgangslog, vagter og optaget tid."
        )

    value = {
        "whole": not found,
        "findings": [{"damage": f.damage.value, "where": f.where} for f in found],
    }
    answer(options, value, tell)
    return DAMAGED if found else DONE


def _found(options: argparse.Namespace) -> list[Finding]:
    where = target(options)
    try:
        store = (
            opening.open_server(where, clock(options))
            if isinstance(where, str)
            else opening.open_store(where, clock(options), unlocked=unlock(where, options))
        )
    except Damaged as wrong:
        return [Finding(wrong.damage, wrong.where)]
    except Exception as wrong:
        found = trouble_of(wrong)
        if found is None or found[0] in WHOLE:
            raise  # the file is whole, and cannot be opened or upgraded here and now
        return [Finding(Damage.PAGES, trouble_words(wrong) or "")]
    try:
        return verifying.verify(store)
    finally:
        store.close()
