"""Taking a change back: the journal says what was, unless somebody has changed it since."""

import uuid

from sqlalchemy import select

from trainer_desktop.models.base import registers
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.models.plain import from_plain, to_plain
from trainer_desktop.models.schema import TABLES
from trainer_desktop.models.store import Change, Work
from trainer_desktop.rules.refusal import Reason, Refused


def revert(work: Work, change: Change) -> None:
    """Put back what a change set noted; raises Refused when a register has another value by now."""
    ops = work.scalar(
        select(ChangeSet.ops).where(ChangeSet.site == change.site, ChangeSet.seq == change.seq)
    )
    for table, row_id, kind, noted in reversed(ops or []):
        model = TABLES[table]
        options = {"with_withdrawn": True}
        row = work.get_one(model, uuid.UUID(row_id), execution_options=options)
        groups = registers(model)
        for register, (new, *_seen) in noted.items():
            now = [to_plain(getattr(row, c.key)) for c in groups[register]]
            if now[: len(new)] != new:  # an older program knew fewer fields
                raise Refused(Reason.CHANGED_SINCE)
        if kind == "i":
            row.withdrawn = True
            continue
        for register, (_new, _seen, old) in noted.items():
            for column, value in zip(groups[register], old, strict=False):
                setattr(row, column.key, from_plain(column, value))
