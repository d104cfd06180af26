"""What can go wrong with a store or a machine, for those above the services: its kind, and the Danish words for it.

A kind is no bug: the user is told what it is and what to do. What has none is a bug, and is reported as one.
"""

import errno
from enum import Enum, auto

from sqlalchemy.exc import DBAPIError

from trainer_desktop.models.copying import CopyFailed
from trainer_desktop.models.engine import BadAddress, is_busy
from trainer_desktop.models.keys import NeedsPassword, NoKey, WrongPassword
from trainer_desktop.models.tries import Waits
from trainer_desktop.models.upgrade import NewerSchema
from trainer_desktop.models.verifying import Damage, Damaged
from trainer_desktop.services.store.opening import OnNetwork

StoreTrouble = DBAPIError


class Trouble(Enum):
    """What is wrong; `ui/troubles.py` and `SAID` have the sentence for each."""

    BUSY = auto()
    FULL = auto()
    READ_ONLY = auto()
    NOT_ALLOWED = auto()
    NOT_THERE = auto()
    A_FOLDER = auto()
    NOT_A_DATABASE = auto()
    SERVER_AWAY = auto()
    BAD_ADDRESS = auto()
    NO_KEY = auto()
    NEWER = auto()
    NO_COPY = auto()
    GONE = auto()
    EMPTY = auto()
    PAGES = auto()
    BROKEN = auto()
    LOST = auto()
    DISK = auto()
    ON_NETWORK = auto()
    NEEDS_PASSWORD = auto()
    WRONG_PASSWORD = auto()
    WAITS = auto()


_DAMAGE = {
    Damage.GONE: Trouble.GONE,
    Damage.EMPTY: Trouble.EMPTY,
    Damage.PAGES: Trouble.PAGES,
    Damage.KEYS: Trouble.BROKEN,
    Damage.CHAIN: Trouble.BROKEN,
    Damage.LOST: Trouble.LOST,
    Damage.WITNESS: Trouble.BROKEN,
    Damage.GUARDS: Trouble.BROKEN,
    Damage.OCCUPANCY: Trouble.BROKEN,
    Damage.ACCESS: Trouble.BROKEN,
}
_SYSTEM = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.NOT_ALLOWED,
    errno.EPERM: Trouble.NOT_ALLOWED,
    errno.ENOENT: Trouble.NOT_THERE,
    errno.ENOTDIR: Trouble.NOT_THERE,
    errno.EISDIR: Trouble.A_FOLDER,
}
_SAID_BY_DATABASE = (
    ("full", Trouble.FULL),
    ("disk i/o", Trouble.DISK),
    ("readonly", Trouble.READ_ONLY),
    ("read-only", Trouble.READ_ONLY),
    ("not a database", Trouble.NOT_A_DATABASE),
    ("encrypted", Trouble.NOT_A_DATABASE),
    ("malformed", Trouble.PAGES),
    ("hmac check failed", Trouble.PAGES),
    ("unable to open", Trouble.NOT_ALLOWED),
    ("does not exist", Trouble.BAD_ADDRESS),
    ("authentication failed", Trouble.BAD_ADDRESS),
)
SAID = {
    Trouble.BUSY: "En anden skriver i databasen lige nu. Prøv igen om lidt.",
    Trouble.FULL: "Disken er fuld. Gør plads, og prøv igen.",
    Trouble.READ_ONLY: "Databasen eller dens mappe må ikke skrives af denne bruger.",
    Trouble.NOT_ALLOWED: "Du har ikke ret til filen eller mappen: {where}",
    Trouble.NOT_THERE: "Filen eller mappen findes ikke: {where}",
    Trouble.A_FOLDER: "Det er en mappe, ikke en fil: {where}",
    Trouble.NOT_A_DATABASE: "Filen er ikke en database, eller nøglefilen hører ikke til den.",
    Trouble.SERVER_AWAY: "Databasens server svarer ikke. Er netværket og serveren i gang?",
    Trouble.BAD_ADDRESS: "Databasens adresse kan ikke bruges: {where}",
    Trouble.NO_KEY: "Nøglefilen {where} mangler eller kan ikke læses, så databasen kan ikke åbnes. "
    "Læg den tilbage ved siden af databasen.",
    Trouble.NEWER: "Databasen er lavet af et nyere program ({where}). Opdater programmet.",
    Trouble.NO_COPY: "Kopien, som tages før en opgradering, kunne ikke laves: {where}. Intet er ændret.",
    Trouble.GONE: "Databasen {where} findes ikke, men den har været der. Find den, eller læg en kopi tilbage.",
    Trouble.EMPTY: "Databasen {where} er tømt: filen er der, men der er intet i den. Læg en kopi tilbage.",
    Trouble.PAGES: "Databasens fil er beskadiget. Læg en kopi tilbage; lad filen ligge, som den er.",
    Trouble.BROKEN: "Databasens journal hænger ikke sammen ({where}). Kør «trainer-desktop verify».",
    Trouble.LOST: "Databasen mangler ændringer, som er gemt før (nr. {where}): filen er ældre, end den skal være. "
    "Læg den rigtige tilbage, eller godtag den med «trainer-desktop verify --accept».",
    Trouble.ON_NETWORK: "Databasen ligger på et netværksdrev ({where}), hvor to maskiner kan ødelægge den. "
    "Læg den på maskinens egen disk, eller brug en PostgreSQL-server.",
    Trouble.NEEDS_PASSWORD: "Databasen er beskyttet: skriv hvem du er med --actor, og din adgangskode "
    "(TRAINER_DESKTOP_PASSWORD eller --password-file).",
    Trouble.WRONG_PASSWORD: "Initialerne eller adgangskoden passer ikke.",
    Trouble.WAITS: "Der er skrevet forkert for mange gange. Vent {where} sekunder.",
    Trouble.DISK: "Disken kan ikke læses eller skrives. Er den fuld eller taget ud?",
}


def trouble_of(wrong: BaseException) -> tuple[Trouble, str] | None:
    """The kind of trouble, and a file, address or number that it is about; None when it is a bug."""
    match wrong:
        case Damaged():
            return _DAMAGE[wrong.damage], wrong.where
        case NeedsPassword():
            return Trouble.NEEDS_PASSWORD, str(wrong)
        case WrongPassword():
            return Trouble.WRONG_PASSWORD, ""
        case Waits():
            return Trouble.WAITS, str(wrong)
        case OnNetwork():
            return Trouble.ON_NETWORK, str(wrong)
        case NoKey():
            return Trouble.NO_KEY, str(wrong)
        case NewerSchema():
            return Trouble.NEWER, str(wrong)
        case CopyFailed():
            return Trouble.NO_COPY, str(wrong)
        case BadAddress():
            return Trouble.BAD_ADDRESS, str(wrong)
        case DBAPIError():
            return _of_database(wrong)
        case OSError():
            return _SYSTEM.get(wrong.errno or 0, Trouble.DISK), str(wrong.filename or "")
    return None


def trouble_words(wrong: BaseException) -> str | None:
    """The trouble as a sentence with what to do, in Danish; None when it is a bug."""
    found = trouble_of(wrong)
    if found is None:
        return None
    kind, where = found
    said = SAID[kind].format(where=where).replace(": .", ".").removesuffix(": ")
    return said if said.endswith((".", "?")) or where else f"{said}."


_OS_WORDS = {
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "disken er fuld",
    errno.EROFS: "drevet kan kun læses",
    errno.EACCES: "du har ikke ret til det",
    errno.EPERM: "du har ikke ret til det",
    errno.ENOENT: "findes ikke",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EISDIR: "er en mappe",
    errno.EEXIST: "findes allerede",
    errno.ELOOP: "er en henvisning til sig selv",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EBUSY: "er i brug af et andet program",
    errno.EIO: "drevet svarer ikke",
}


def os_words(wrong: OSError | RuntimeError) -> str:
    """Why the machine would not, as the end of a Danish sentence."""
    if isinstance(wrong, RuntimeError):
        return _OS_WORDS[errno.ELOOP]  # what pathlib says of a link to itself
    number = wrong.errno or 0
    return _OS_WORDS.get(number, f"fejl {number} fra maskinen")


def _of_database(wrong: DBAPIError) -> tuple[Trouble, str] | None:
    if is_busy(wrong):
        return Trouble.BUSY, ""
    said = str(wrong.orig).casefold()
    for words, kind in _SAID_BY_DATABASE:
        if words in said:
            return kind, ""
    if wrong.connection_invalidated or "connection" in said or "server closed" in said:
        return Trouble.SERVER_AWAY, ""
    return None


__all__ = ["BadAddress", "CopyFailed", "Damaged", "NewerSchema", "NoKey", "StoreTrouble"]
