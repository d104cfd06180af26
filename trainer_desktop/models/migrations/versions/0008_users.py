"""Users with their roles, and the log of who has looked at whom."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from trainer_desktop.models import base

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _synced() -> list[sa.Column[Any]]:
    return [
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    ]


def upgrade() -> None:
    """Add what is new; nobody is a user yet, and what was done before was done at no named place."""
    op.add_column(
        "change_set",
        sa.Column("place", sa.String(length=100), nullable=False, server_default=""),
    )
    op.create_table(
        "app_user",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("staff_id", base.Key(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        *_synced(),
        sa.PrimaryKeyConstraint("id", name="pk_app_user"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_app_user_staff_id"),
    )
    op.create_index("ix_app_user_login", "app_user", ["login"])
    op.create_table(
        "access",
        sa.Column("seq", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", base.UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("citizen_id", base.Key(), nullable=False),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_access"),
    )
    op.create_index("ix_access_citizen_id_at", "access", ["citizen_id", "at"])
    op.create_index("ix_access_at", "access", ["at"])
    op.create_table(
        "access_seen",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("access_seq", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("seen_by", sa.String(), nullable=False),
        sa.Column("seen_at", base.UtcDateTime(), nullable=False),
        *_synced(),
        sa.PrimaryKeyConstraint("id", name="pk_access_seen"),
    )


def downgrade() -> None:
    """Forget what is new."""
    for table in ("access_seen", "access", "app_user"):
        op.drop_table(table)
    op.drop_column("change_set", "place")
