"""`protect`, `user`, `rekey`, `backup`, `restore`, `drill`, `access`: who may, and what must never be lost."""

import argparse
import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.citizens import find_one
from trainer_desktop.cli.store import (
    DONE,
    WrongUse,
    answer,
    clock,
    common,
    day,
    kept_settings,
    opened,
    password,
    target,
    unlock,
)
from trainer_desktop.cli.ways import Ways
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.rules.rights import Right, UserRole
from trainer_desktop.rules.unusual import Unusual
from trainer_desktop.services import Store
from trainer_desktop.services.store import backups, guarding, keys, looking, opening, users
from trainer_desktop.services.store.trouble import trouble_of

NEW = "TRAINER_DESKTOP_NEW_PASSWORD"
ROLES = {
    UserRole.FRONT_DESK: "skranke",
    UserRole.THERAPIST: "terapeut",
    UserRole.RESPONSIBLE: "ansvarlig",
    UserRole.MANAGER: "leder",
    UserRole.ADMINISTRATOR: "administrator",
    UserRole.READER: "læser",
}
UNUSUAL = {
    Unusual.OWN_NAME: "eget navn",
    Unusual.COLLEAGUE: "en kollega",
    Unusual.FAMILY_NAME: "samme efternavn",
    Unusual.NO_COURSE: "intet forløb her",
}
SEEN = {"page": "så siden", "notes": "så notater"}
COUNTS = {
    "citizens": "Borgere",
    "courses": "Forløb",
    "trainings": "Træninger",
    "notes": "Notater",
    "changes": "Journalens linjer",
}
DAMAGED = 1


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    made = commands.add_parser(
        "protect",
        parents=[common()],
        help="giv en database sin første bruger og en gendannelseskode",
    )
    made.add_argument("login", metavar="INITIALER", type=text(40))
    made.add_argument("name", metavar="NAVN", type=text(200))
    made.set_defaults(run=protect)
    ways = Ways(commands, "user", "hvem der må logge ind, og hvad de må")
    ways.add("list", "brugerne", list_users)
    add = ways.add("add", "en ny bruger, med sin adgangskode", add_user)
    add.add_argument("login", metavar="INITIALER", type=text(40))
    add.add_argument("name", metavar="NAVN", type=text(200))
    add.add_argument("--role", choices=list(ROLES.values()), required=True)
    add.add_argument("--until", type=day, metavar="DAG", help="sidste dag, for en vikar")
    change = ways.add("role", "en anden rolle", change_role)
    change.add_argument("login", metavar="INITIALER", type=text(40))
    change.add_argument("--role", choices=list(ROLES.values()), required=True)
    for name, said, run in (
        ("password", f"en ny adgangskode ({NEW}, eller der spørges)", new_password),
        ("close", "luk en brugers adgang", close_user),
    ):
        way = ways.add(name, said, run)
        way.add_argument("login", metavar="INITIALER", type=text(40))
    for name, said, run in (
        ("rekey", "krypter databasen om under en ny nøgle", rekey),
        ("recovery-code", "en ny gendannelseskode; den gamle virker ikke mere", new_code),
        ("backup", "tag en kopi, læst igennem, før den tæller", backup),
        (
            "drill",
            "øv en gendannelse: åbn den nyeste kopi ved siden af, og se, hvad den rummer",
            drill,
        ),
    ):
        one = commands.add_parser(name, parents=[common()], help=said)
        one.set_defaults(run=run)
        if name in ("backup", "drill"):
            one.add_argument(
                "--folder", type=Path, metavar="MAPPE", help="uden: mappen fra vinduet"
            )
    again = commands.add_parser(
        "restore", parents=[common()], help="læg en kopi tilbage; det, der var, lægges til side"
    )
    again.add_argument("copy", type=Path, metavar="KOPI")
    again.add_argument("--to", type=Path, metavar="FIL", help="uden: ens eget center")
    again.set_defaults(run=restore)
    seen = commands.add_parser(
        "access", parents=[common()], help="hvem der har set og ændret hvad om en borger"
    )
    seen.add_argument("who", metavar="BORGER", type=text(200), nargs="?")
    seen.add_argument("--from", dest="first", type=day, metavar="DAG")
    seen.add_argument("--to", dest="last", type=day, metavar="DAG")
    seen.set_defaults(run=access)


def _file(options: argparse.Namespace) -> Path:
    where = target(options)
    if isinstance(where, str):
        raise WrongUse("det gælder kun en fil; en server passes af dens egne værktøjer")
    return where


def _folder(options: argparse.Namespace, file: Path) -> Path:
    given: Path | None = getattr(options, "folder", None)
    kept = kept_settings().backup_folder
    return given or (Path(kept) if kept else backups.folder_of(file))


def _new_password(options: argparse.Namespace, login: str) -> str:
    known = os.environ.get(NEW)
    return known if known is not None else password(options, f"Ny adgangskode for {login}: ")


def _role(options: argparse.Namespace) -> UserRole:
    return next(role for role, said in ROLES.items() if said == options.role)


def protect(options: argparse.Namespace) -> int:
    """Put a database under lock."""
    file = _file(options)
    if keys.needs_password(file):
        raise WrongUse("databasen er beskyttet; brug «user add»")
    secret = _new_password(options, options.login)
    folder = _folder(options, file)
    made = guarding.protect(file, clock(options), options.login, options.name, secret, folder)

    def tell() -> Iterator[str]:
        yield f"{file} er beskyttet; {made.unlocked.login} er administrator."
        yield f"Kopien fra før ligger i {made.copy.file}."
        if made.closed:
            yield f"Samme lås har nu også: {', '.join(made.closed)}."
        yield f"Gendannelseskode: {made.code}"
        yield "Skriv den ned på papir, og læg det i kommunens boks. Den vises ikke igen."

    value = {"login": made.unlocked.login, "code": made.code, "copy": str(made.copy.file)}
    return answer(options, value, tell)


def list_users(options: argparse.Namespace) -> int:
    """The users."""
    with opened(target(options), options) as store, store.read() as work:
        every = users.users(work)
    value = [
        {"login": one.login, "name": one.name, "role": ROLES[one.role], "closed": one.closed}
        | {"until": one.last_day, "seen": one.last_seen, "colleague": one.staff or None}
        for one in every
    ]

    def tell() -> Iterator[str]:
        for one in every:
            closed = " (lukket)" if one.closed else ""
            yield f"{one.login:8} {ROLES[one.role]:14} {one.name}{closed}"

    return answer(options, value, tell)


def add_user(options: argparse.Namespace) -> int:
    """A new user with a password."""
    login = users.plain_login(options.login)
    with opened(_file(options), options) as store:
        _protected(store)
        secret = _new_password(options, login)
        users.refuse_weak(secret, login, options.name)
        with store.work("Ny bruger") as work:
            users.add(work, login, options.name, _role(options), last_day=options.until)
        users.set_password(store, login, secret)
    return answer(options, {"login": login}, lambda: iter([f"{login} kan logge ind."]))


def _protected(store: Store) -> None:
    if store.unlocked is None:
        raise WrongUse("databasen er ikke beskyttet; begynd med «protect INITIALER NAVN»")


def _user(store: Store, login: str) -> users.UserCard:
    login = users.plain_login(login)
    with store.read() as work:
        found = [one for one in users.users(work) if one.login == login]
    if not found:
        raise WrongUse(f"der er ingen bruger {login}")
    return found[0]


def change_role(options: argparse.Namespace) -> int:
    """Another role."""
    with opened(_file(options), options) as store:
        one = _user(store, options.login)
        with store.work("Rolle ændret") as work:
            users.change(work, one.id, role=_role(options))
    return answer(
        options,
        {"login": one.login, "role": options.role},
        lambda: iter([f"{one.login} er {options.role}."]),
    )


def new_password(options: argparse.Namespace) -> int:
    """A new password."""
    with opened(_file(options), options) as store:
        _protected(store)
        one = _user(store, options.login)
        users.set_password(store, one.login, _new_password(options, one.login))
    return answer(
        options, {"login": one.login}, lambda: iter([f"{one.login} har en ny adgangskode."])
    )


def close_user(options: argparse.Namespace) -> int:
    """Nobody comes in under it any more."""
    with opened(_file(options), options) as store:
        one = _user(store, options.login)
        users.close(store, one.id)
    return answer(options, {"login": one.login}, lambda: iter([f"{one.login} er lukket ude."]))


def rekey(options: argparse.Namespace) -> int:
    """A new data key."""
    file = _file(options)
    guarding.rekey(file, clock(options), unlock(file, options), _folder(options, file))
    return answer(options, {"rekeyed": True}, lambda: iter(["Databasen har en ny nøgle."]))


def new_code(options: argparse.Namespace) -> int:
    """A new recovery code."""
    with opened(_file(options), options) as store:
        _protected(store)
        code = guarding.offer_code(store)
        guarding.use_code(store, code)
    return answer(
        options, {"code": code}, lambda: iter([f"Gendannelseskode: {code}", "Den vises ikke igen."])
    )


def backup(options: argparse.Namespace) -> int:
    """Take a copy now."""
    file = _file(options)
    with opened(file, options) as store:
        made = backups.take(store, _folder(options, file))
    value = {"file": str(made.file), "at": made.at, "size": made.size}
    return answer(options, value, lambda: iter([f"{made.file} er hel ({made.size // 1000} kB)."]))


def drill(options: argparse.Namespace) -> int:
    """Prove that the newest copy can be used."""
    file = _file(options)
    with opened(file, options) as store:
        every = backups.backups(_folder(options, file), file)
        if not every:
            raise WrongUse("der er ingen kopi endnu; tag en med «backup»")
        made = backups.drill(store, every[0])

    def tell() -> Iterator[str]:
        state = "alt kom frem igen" if made.whole else "KOPIEN ER BESKADIGET"
        yield f"{made.backup.file.name}: {state}, {made.seconds:.1f} s"
        for name, there, here in made.counts:
            newer = f", {here - there} nyere i databasen" if here > there else ""
            yield f"  {COUNTS[name]:18} {there:8}{newer}"

    value = {"file": str(made.backup.file), "whole": made.whole, "counts": dict_of(made.counts)}
    answer(options, value, tell)
    return DONE if made.whole else DAMAGED


def dict_of(counts: tuple[tuple[str, int, int], ...]) -> dict[str, dict[str, int]]:
    """The counts of a drill by their name."""
    return {name: {"copy": there, "store": here} for name, there, here in counts}


def restore(options: argparse.Namespace) -> int:
    """Put a copy back."""
    if not options.copy.is_file():
        raise WrongUse(f"{options.copy} findes ikke")
    place = options.to or opening.own_file()
    if place.exists():
        _may_restore(place, options)
    aside = backups.restore(options.copy, place, unlock(options.copy, options))

    def tell() -> Iterator[str]:
        yield f"{options.copy.name} ligger nu som {place}."
        if aside:
            yield f"Det, der var, ligger i {aside}."

    return answer(options, {"store": str(place), "aside": str(aside) if aside else None}, tell)


def _may_restore(place: Path, options: argparse.Namespace) -> None:
    """Where a store is and can be opened, only who may keep its copies puts another in its place."""
    try:
        with opened(place, options) as store, store.read() as work:
            work.ask(Right.BACKUP)
    except (Refused, keys.WrongPassword, keys.Waits, WrongUse):
        raise
    except Exception as wrong:
        if trouble_of(wrong) is None:
            raise  # what cannot be opened is what a copy is put back for


def access(options: argparse.Namespace) -> int:
    """Who has seen and changed what of one citizen; without one, what is out of the ordinary."""
    with opened(target(options), options) as store, store.read() as work:
        if options.who is None:
            return _unusual(options, looking.unusual_looks(work))
        last = options.last or work.now.astimezone(opening.COPENHAGEN).date()
        first: date = options.first or last - timedelta(days=92)
        every = looking.log(work, find_one(work, options.who), first, last)
    value = [
        {"at": one.at, "login": one.login, "name": one.name, "what": one.what, "place": one.place}
        | {"changed": one.changed, "unusual": one.unusual.value if one.unusual else None}
        for one in every
    ]

    def tell() -> Iterator[str]:
        for one in every:
            what = one.what if one.changed else SEEN.get(one.what, one.what)
            why = f" ({UNUSUAL[one.unusual]})" if one.unusual else ""
            yield f"{_at(one.at)} {one.login:8} {what}, {one.place or 'intet sted'}{why}"

    return answer(options, value, tell)


def _unusual(options: argparse.Namespace, every: list[looking.UnusualLook]) -> int:
    value = [
        {"at": one.at, "login": one.login, "citizen": one.citizen, "why": one.why.value}
        for one in every
    ]
    return answer(
        options,
        value,
        lambda: (f"{_at(o.at)} {o.login:8} så {o.citizen}: {UNUSUAL[o.why]}" for o in every),
    )


def _at(at: datetime) -> str:
    return f"{at:%d-%m-%Y %H.%M}"
