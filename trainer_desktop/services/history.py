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
        if kind == "i":
            if any(head for head in (row.heads or {})):
                raise Refused(Reason.CHANGED_SINCE)
            row.withdrawn = True
            continue
        groups = registers(model)
        for register, (new, _seen, old) in noted.items():
            columns = groups[register]
            if [to_plain(getattr(row, c.key)) for c in columns] != new:
                raise Refused(Reason.CHANGED_SINCE)
            for column, value in zip(columns, old, strict=True):
                setattr(row, column.key, from_plain(column, value))
