"""A centre that is lived in: what is taken out of use from a day, packages, pauses, a citizen's states, kin who may act."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from trainer_desktop.models import base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXTS = {
    "centre": ("municipality", "opening", "sor", "gln"),
    "citizen": ("language", "standing"),
    "kin": ("relation",),
    "course": ("source", "diagnosis", "area", "level"),
}
ENDED = ("centre", "room", "staff", "gp_clinic")


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _yes_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _synced() -> list[sa.Column[Any]]:
    return [
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    ]


def upgrade() -> None:
    """Add what is new; nothing that is there changes."""
    for table, names in TEXTS.items():
        for name in names:
            op.add_column(table, _text(name))
    for table in ENDED:
        op.add_column(table, sa.Column("ended", sa.Date(), nullable=True))
    op.add_column(
        "working_hours", sa.Column("weeks", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("citizen", _yes_no("protected"))
    op.add_column("citizen", sa.Column("standing_since", sa.Date(), nullable=True))
    op.add_column("citizen", sa.Column("merged_into", base.Key(), nullable=True))
    op.add_column("kin", _yes_no("guardian"))
    op.add_column("kin", _yes_no("may_act"))
    op.add_column("team", sa.Column("ended", sa.Date(), nullable=True))
    op.create_table(
        "package",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("trainings", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=24), nullable=False),
        sa.Column("ended", sa.Date(), nullable=True),
        *_synced(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package")),
    )
    op.create_table(
        "course_pause",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("course_id", base.Key(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_pause_course_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_pause")),
    )
    op.create_index(op.f("ix_course_pause_course_id"), "course_pause", ["course_id"])
    op.create_table(
        "look",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("citizen_id", base.Key(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("seen_by", sa.String(), nullable=False),
        sa.Column("seen_at", base.UtcDateTime(), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_look_citizen_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look")),
    )
    op.create_index(op.f("ix_look_citizen_id"), "look", ["citizen_id"])


def downgrade() -> None:
    """Forget what is new."""
    op.drop_table("look")
    op.drop_table("course_pause")
    op.drop_table("package")
    gone = {table: list(names) for table, names in TEXTS.items()}
    for table in (*ENDED, "team"):
        gone.setdefault(table, []).append("ended")
    gone["working_hours"] = ["weeks"]
    gone["citizen"] += ["protected", "standing_since", "merged_into"]
    gone["kin"] += ["guardian", "may_act"]
    for table, names in gone.items():
        for name in names:
            op.drop_column(table, name)
