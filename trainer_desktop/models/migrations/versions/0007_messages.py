"""The end status as it is signed, what was written for the GP's system, and what came back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from trainer_desktop.models import base

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ADDED = (
    ("gp_clinic", "sor", sa.String(), ""),
    ("gp_clinic", "address", sa.String(), ""),
    ("gp_clinic", "takes_fhir", sa.Boolean(), sa.false()),
    ("consent", "taken_by", sa.String(), ""),
    ("consent", "what", sa.String(), ""),
    ("decision", "why", sa.String(length=32), ""),
)


def _synced(table: str, of: str, *columns: sa.Column[Any]) -> None:
    key = f"{of}_id"
    op.create_table(
        table,
        sa.Column("id", base.Key(), nullable=False),
        sa.Column(key, base.Key(), nullable=of == "message"),
        *columns,
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint([key], [f"{of}.id"], name=f"fk_{table}_{key}"),
    )
    op.create_index(f"ix_{table}_{key}", table, [key])


def _text(name: str, length: int | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=False)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, base.UtcDateTime(), nullable=False)


def upgrade() -> None:
    """Add what is new. To which clinic an older consent was given is not known, and is not guessed."""
    for table, name, kind, default in ADDED:
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
    op.add_column("consent", sa.Column("clinic_id", base.Key(), nullable=True))
    op.add_column("call", sa.Column("course_id", base.Key(), nullable=True))
    _synced(
        "end_status",
        "course",
        _json("texts"),
        _json("choices"),
        _text("digest", 64),
        _text("signed_by"),
        _moment("signed_at"),
        sa.Column("corrects", base.Key(), nullable=True),
    )
    _synced(
        "message",
        "end_status",
        sa.Column("clinic_id", base.Key(), nullable=False),
        _text("kind", 12),
        _json("ids"),
        _json("files"),
        _text("made_by"),
        _moment("made_at"),
    )
    _synced(
        "reply",
        "message",
        _text("kind", 12),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        _text("said"),
        _text("sender", 13),
        _text("digest", 64),
        _moment("read_at"),
        _text("seen_by"),
    )


def downgrade() -> None:
    """Forget what is new."""
    for table in ("reply", "message", "end_status"):
        op.drop_table(table)
    op.drop_column("call", "course_id")
    op.drop_column("consent", "clinic_id")
    for table, name, _kind, _default in reversed(ADDED):
        op.drop_column(table, name)
