"""What can go wrong with a store, for those above the services, and what to do about it in Danish."""

from sqlalchemy.exc import DBAPIError

from trainer_desktop.models.keys import NoKey
from trainer_desktop.models.upgrade import NewerSchema

StoreTrouble = DBAPIError


def trouble_words(trouble: DBAPIError) -> str:
    """The database's trouble as a sentence with what to do."""
    said = str(trouble.orig).casefold()
    if "full" in said or "disk i/o" in said:
        return "Disken er fuld, eller den kan ikke skrives. Gør plads, og prøv igen."
    if "readonly" in said or "read-only" in said:
        return "Databasen må ikke skrives af denne bruger."
    if "locked" in said:
        return "En anden bruger databasen lige nu. Prøv igen om lidt."
    if "not a database" in said or "encrypted" in said:
        return "Filen er ikke en database, eller nøglefilen hører ikke til den."
    return f"Databasen svarede: {trouble.orig}"


__all__ = ["NewerSchema", "NoKey", "StoreTrouble", "trouble_words"]
