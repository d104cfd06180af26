"""What others have changed meanwhile: read from the journal, so that a window need not be loaded anew."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, func, select

from trainer_desktop.models.journal import ChangeSet, Me
from trainer_desktop.models.spans import stored_length
from trainer_desktop.models.store import Store
from trainer_desktop.models.work import Change, Work

_HERE = select(Me.site, Me.seq)
_SINCE = (
    select(ChangeSet.site, ChangeSet.seq, ChangeSet.actor, ChangeSet.ops)
    .where(ChangeSet.site == bindparam("site"), ChangeSet.seq > bindparam("seq"))
    .order_by(ChangeSet.seq)
)
_SIZE = select(func.sum(stored_length(ChangeSet.ops))).where(
    ChangeSet.site == bindparam("site"), ChangeSet.seq > bindparam("seq")
)
_ACTORS = (
    select(ChangeSet.actor)
    .where(ChangeSet.site == bindparam("site"), ChangeSet.seq > bindparam("seq"))
    .distinct()
)
LARGE = 200_000  # bytes
MANY = 200  # change sets: more than that is told as «everything»


@dataclass(frozen=True, slots=True)
class News:
    """Where the journal is now, and what was committed since; `change` None: too much to name."""

    seq: int
    change: Change | None
    actors: tuple[str, ...]


def latest(work: Work) -> int:
    """The number of the journal's last change set."""
    [(_site, seq)] = work.rows(_HERE)
    return int(seq)


def since(work: Work, seq: int) -> News | None:
    """What was committed after a number; None when nothing was."""
    [(site, now)] = work.rows(_HERE)
    if now == seq:
        return None
    if not 0 <= now - seq <= MANY:
        return News(now, None, ())
    [(size,)] = work.rows(_SIZE, site=site, seq=seq)
    if (size or 0) > LARGE:  # an import: everything may have changed, and naming it takes long
        return News(now, None, tuple(row.actor for row in work.rows(_ACTORS, site=site, seq=seq)))
    touched: set[tuple[str, UUID]] = set()
    actors: dict[str, None] = {}
    for row in work.rows(_SINCE, site=site, seq=seq):
        actors[row.actor] = None
        touched |= {(table, UUID(key)) for table, key, _kind, _registers in row.ops}
    return News(now, Change(site, now, frozenset(touched)), tuple(actors))


def site_of(store: Store) -> str:
    """The store's own name, which no other has."""
    with store.read() as work:
        [(site, _seq)] = work.rows(_HERE)
    return str(site)
