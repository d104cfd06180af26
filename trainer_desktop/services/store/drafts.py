"""Drafts: what somebody has half typed is kept beside the registers until it is saved or given up, and outlives a crash."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from trainer_desktop.models.record import Draft
from trainer_desktop.models.store import Store
from trainer_desktop.models.work import Work
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.store.moments import wall_time
from trainer_desktop.services.store.trouble import trouble_of

Texts = dict[str, str]
MOST = 200_000  # letters in all: what is longer is no form


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft, and when it was kept, in wall time."""

    texts: Texts
    at: datetime


def _mine(work: Work, form: str, about: str) -> tuple[Any, ...]:
    d = Draft
    return (d.actor == work.actor, d.form == form, d.about == about)


def kept(work: Work, form: str, about: str = "") -> Kept | None:
    """What whoever works here had typed in a form; None for nothing."""
    row = work.execute(
        select(Draft.texts, Draft.kept_at).where(*_mine(work, form, about))
    ).one_or_none()
    at = wall_time(row.kept_at) if row else None
    return Kept(dict(row.texts), at) if row and at else None


def keep(work: Work, form: str, texts: Texts, about: str = "") -> None:
    """Keep what has been typed, in place of what was kept before; nothing forgets it."""
    if sum(map(len, texts.values())) > MOST:
        return  # what was kept before stays
    connection = work.connection()
    connection.execute(delete(Draft).where(*_mine(work, form, about)))
    if texts:
        values = {"actor": work.actor, "form": form, "about": about}
        connection.execute(insert(Draft), values | {"texts": texts, "kept_at": work.now})


def keep_quietly(store: Store, form: str, texts: Texts, about: str = "") -> bool:
    """As `keep`, for a form that is tried again in a moment when the store is busy or away."""
    try:
        with store.work("draft") as work:
            keep(work, form, texts, about)
    except Refused:
        return False
    except Exception as wrong:
        if trouble_of(wrong) is None:
            raise
        return False
    return True
