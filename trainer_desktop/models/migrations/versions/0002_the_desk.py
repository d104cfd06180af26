"""The desk: series, team members, corrections, waiting list, calls, closed rooms, equipment."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from trainer_desktop.models import base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _synced() -> list[sa.Column[Any]]:
    return [
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    ]


def _table(
    name: str, *columns: sa.Column[Any], to: dict[str, str], indexed: tuple[str, ...]
) -> None:
    op.create_table(
        name,
        sa.Column("id", base.Key(), nullable=False),
        *columns,
        *_synced(),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{name}_{column}"))
            for column, target in to.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _widen_heads() -> None:
    """The register of attendance has a tenth value now; the versions that nobody has seen past get it, too."""
    person = sa.table(
        "participant",
        sa.column("id", base.Key()),
        sa.column("heads", sa.JSON(none_as_null=True)),
    )
    work = op.get_bind()
    rows = work.execute(sa.select(person.c.id, person.c.heads).where(person.c.heads.is_not(None)))
    for key, heads in rows.all():
        if "attendance" in heads:
            wider = [[stamp, [*values, False]] for stamp, values in heads["attendance"]]
            changed = {**heads, "attendance": wider}
            work.execute(sa.update(person).where(person.c.id == key).values(heads=changed))


def upgrade() -> None:
    none = sa.text("'[]'")
    op.add_column(
        "room",
        sa.Column("equipment", sa.JSON(none_as_null=True), nullable=False, server_default=none),
    )
    op.add_column(
        "participant",
        sa.Column("late_entry", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _widen_heads()
    op.add_column("training_session", sa.Column("series_id", base.Key(), nullable=True))
    op.create_index(op.f("ix_training_session_series_id"), "training_session", ["series_id"])
    _table(
        "team_member",
        sa.Column("team_id", base.Key(), nullable=False),
        sa.Column("course_id", base.Key(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("times", sa.Integer(), nullable=True),
        to={"team_id": "team.id", "course_id": "course.id"},
        indexed=("team_id", "course_id"),
    )
    _table(
        "correction",
        sa.Column("participant_id", base.Key(), nullable=False),
        sa.Column("was", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("corrected_by", sa.String(), nullable=False),
        sa.Column("corrected_at", base.UtcDateTime(), nullable=False),
        to={"participant_id": "participant.id"},
        indexed=("participant_id",),
    )
    _table(
        "waiting_entry",
        sa.Column("course_id", base.Key(), nullable=False),
        sa.Column("team_id", base.Key(), nullable=True),
        sa.Column("therapist_id", base.Key(), nullable=True),
        sa.Column("form", sa.String(length=24), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("earliest", sa.Time(), nullable=True),
        sa.Column("latest", sa.Time(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        to={"course_id": "course.id", "team_id": "team.id", "therapist_id": "staff.id"},
        indexed=("course_id", "team_id"),
    )
    _table(
        "call",
        sa.Column("citizen_id", base.Key(), nullable=False),
        sa.Column("session_id", base.Key(), nullable=True),
        sa.Column("starts", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("called_by", sa.String(), nullable=False),
        sa.Column("called_at", base.UtcDateTime(), nullable=False),
        to={"citizen_id": "citizen.id", "session_id": "training_session.id"},
        indexed=("citizen_id", "session_id"),
    )
    _table(
        "door_call",
        sa.Column("participant_id", base.Key(), nullable=False),
        sa.Column("step", sa.String(length=24), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("noted_by", sa.String(), nullable=False),
        to={"participant_id": "participant.id"},
        indexed=("participant_id",),
    )
    _table(
        "room_closure",
        sa.Column("room_id", base.Key(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        to={"room_id": "room.id"},
        indexed=("room_id", "starts"),
    )


def downgrade() -> None:
    for table in (
        "room_closure",
        "door_call",
        "call",
        "waiting_entry",
        "correction",
        "team_member",
    ):
        op.drop_table(table)
    with op.batch_alter_table("training_session") as batch:
        batch.drop_index("ix_training_session_series_id")
        batch.drop_column("series_id")
    with op.batch_alter_table("participant") as batch:
        batch.drop_column("late_entry")
    with op.batch_alter_table("room") as batch:
        batch.drop_column("equipment")
