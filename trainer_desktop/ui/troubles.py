"""The sentence for each trouble of a store or a machine: what is so, and what can be done."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.store.trouble import Trouble

translate = QCoreApplication.translate
PUT_BACK = (  # what a copy mends
    *(Trouble.GONE, Trouble.EMPTY, Trouble.PAGES, Trouble.BROKEN, Trouble.LOST),
    *(Trouble.NOT_A_DATABASE, Trouble.NO_KEY),
)


def tr_trouble(kind: Trouble, where: str) -> tuple[str, str]:
    """A heading and a sentence; `where` is a path, an address or a number."""
    title, said = _words(kind)
    return title, said.format(where=where)


def _words(kind: Trouble) -> tuple[str, str]:
    match kind:
        case Trouble.BUSY:
            return translate("Trouble", "Somebody else is writing right now"), translate(
                "Trouble", "Nothing has been changed. Try again in a moment."
            )
        case Trouble.FULL:
            return translate("Trouble", "The disk is full"), translate(
                "Trouble", "Nothing has been changed. Make room on the disk, and try again."
            )
        case Trouble.READ_ONLY:
            return translate("Trouble", "Nothing can be saved here"), translate(
                "Trouble", "The database or its folder may only be read by this user."
            )
        case Trouble.NOT_ALLOWED:
            return translate("Trouble", "You have no right to the file or the folder"), "{where}"
        case Trouble.NOT_THERE:
            return translate("Trouble", "The file or the folder is not there"), "{where}"
        case Trouble.A_FOLDER:
            return translate("Trouble", "It is a folder, not a file"), "{where}"
        case Trouble.NOT_A_DATABASE:
            return translate("Trouble", "The file cannot be opened"), translate(
                "Trouble", "It is not a database, or the key file does not belong to it."
            )
        case Trouble.SERVER_AWAY:
            return translate("Trouble", "The server does not answer"), translate(
                "Trouble", "Nothing has been changed. Are the network and the server running?"
            )
        case Trouble.BAD_ADDRESS:
            return translate("Trouble", "The address cannot be used"), "{where}"
        case Trouble.NO_KEY:
            return translate("Trouble", "The key file is missing"), translate(
                "Trouble",
                "Without {where} the database cannot be opened. Put the file back beside it.",
            )
        case _:
            return _of_database(kind)


def _of_database(kind: Trouble) -> tuple[str, str]:
    """What is wrong with the database itself."""
    match kind:
        case Trouble.NEWER:
            return translate("Trouble", "The database is newer than the program"), translate(
                "Trouble", "Update the program on this computer ({where})."
            )
        case Trouble.NO_COPY:
            return translate("Trouble", "No copy could be made"), translate(
                "Trouble",
                "A copy is taken before the database is brought up to date. Nothing has been changed. {where}",
            )
        case Trouble.GONE:
            return translate("Trouble", "The database is gone"), translate(
                "Trouble", "It has been here: {where}. Find it, or put a copy back."
            )
        case Trouble.EMPTY:
            return translate("Trouble", "The database has been emptied"), translate(
                "Trouble", "The file is there, but nothing is in it: {where}. Put a copy back."
            )
        case Trouble.PAGES:
            return translate("Trouble", "The database is damaged"), translate(
                "Trouble", "Leave the file as it is, and put a copy back."
            )
        case Trouble.BROKEN:
            return translate("Trouble", "The journal does not hold together"), translate(
                "Trouble", "It breaks at {where}. Run «trainer-desktop verify», which says more."
            )
        case Trouble.LOST:
            return translate("Trouble", "The database lacks changes that were saved"), translate(
                "Trouble",
                "Numbers {where} are missing: the file is older than it should be. Put the right one back, "
                "or let this one hold with «trainer-desktop verify --accept».",
            )
        case Trouble.DISK:
            return translate("Trouble", "The disk cannot be read or written"), translate(
                "Trouble", "Is it full, or has it been taken out?"
            )
        case Trouble.ON_NETWORK:
            return translate("Trouble", "The database lies on a network drive"), translate(
                "Trouble",
                "Two computers would damage it there ({where}). Put it on this computer's own disk, or use a PostgreSQL server.",
            )
        case Trouble.NEEDS_PASSWORD:
            return translate("Trouble", "The database is protected"), translate(
                "Trouble", "Somebody with a password must open it."
            )
        case Trouble.WRONG_PASSWORD:
            return translate("Trouble", "That is not right"), translate(
                "Trouble", "The initials and the password do not belong together."
            )
        case Trouble.WAITS:
            return translate("Trouble", "Too many wrong passwords"), translate(
                "Trouble", "Wait {where} seconds, and try again."
            )
        case _:
            raise AssertionError(kind)
