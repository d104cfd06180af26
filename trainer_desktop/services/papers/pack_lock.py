"""The password of packs that lie on a stick: kept in the encrypted store, beside the drafts, never in the settings."""

from sqlalchemy import delete, insert, select

from trainer_desktop.documents.locking import locked
from trainer_desktop.models.record import Draft
from trainer_desktop.models.work import Work
from trainer_desktop.rules.passwords import weakness
from trainer_desktop.rules.refusal import Reason, Refused

EVERYBODY, FORM = "*", "pack-password"


def password(work: Work) -> str:
    """What opens the packs; nothing when none is set."""
    d = Draft
    query = select(d.texts).where(d.actor == EVERYBODY, d.form == FORM)
    row = work.execute(query).first()
    return str(row.texts.get("password", "")) if row else ""


def set_password(work: Work, said: str) -> None:
    """Keep it, or forget it. Raises Refused WEAK_PASSWORD."""
    d = Draft
    weak = weakness(said) if said else None
    if weak:
        raise Refused(Reason.WEAK_PASSWORD, weakness=weak.value)
    connection = work.connection()
    connection.execute(delete(d).where(d.actor == EVERYBODY, d.form == FORM))
    if said:
        values = {"actor": EVERYBODY, "form": FORM, "about": "", "texts": {"password": said}}
        connection.execute(insert(d), {**values, "kept_at": work.now})


def lock(work: Work, pdf: bytes) -> bytes:
    """A pack under the password, when one is set."""
    said = password(work)
    return locked(pdf, said) if said else pdf
