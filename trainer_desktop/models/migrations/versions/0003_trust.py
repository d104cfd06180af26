"""Trust: one place for a citizen in a training, answers that name what they answer, both sides of a cancellation, own standards."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from trainer_desktop.models import base, search

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TWICE = """update participant set withdrawn = {yes} where not withdrawn and id > (
    select min(p.id) from participant p where p.session_id = participant.session_id
      and p.course_id = participant.course_id and not p.withdrawn)"""


_ENDED = """update course set ended = (select max(e.day) from course_event e
    where e.course_id = course.id and e.event = 'course_end' and not e.withdrawn)"""
INDEXES = (
    ("ix_participant_course", "participant", ["course_id", "state", "withdrawn", "session_id"]),
    ("ix_training_session_team", "training_session", ["team_id", "starts"]),
    ("ix_training_session_therapist", "training_session", ["therapist_id", "starts"]),
    ("ix_staff_absence_ends", "staff_absence", ["ends"]),
    ("ix_room_closure_ends", "room_closure", ["ends"]),
)
OLD_INDEXES = (
    ("ix_participant_course_id", "participant", ["course_id"]),
    ("ix_staff_absence_starts", "staff_absence", ["starts"]),
    ("ix_room_closure_starts", "room_closure", ["starts"]),
)


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=False, server_default="[]")


def _widen_heads() -> None:
    """The register of attendance has an eleventh value now; the versions that nobody has seen past get it, too."""
    person = sa.table(
        "participant",
        sa.column("id", base.Key()),
        sa.column("heads", sa.JSON(none_as_null=True)),
    )
    work = op.get_bind()
    rows = work.execute(sa.select(person.c.id, person.c.heads).where(person.c.heads.is_not(None)))
    for key, heads in rows.all():
        if "attendance" in heads:
            wider = [[stamp, [*values, None]] for stamp, values in heads["attendance"]]
            changed = {**heads, "attendance": wider}
            work.execute(sa.update(person).where(person.c.id == key).values(heads=changed))


def upgrade() -> None:
    """Take away second places, which an import could make, then forbid them."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    least = "min(p.id)" if sqlite else "min(p.id::text)::uuid"
    op.execute(_TWICE.format(yes="1" if sqlite else "true").replace("min(p.id)", least))
    op.add_column(
        "participant", sa.Column("centre_cancelled_at", base.UtcDateTime(), nullable=True)
    )
    _widen_heads()
    op.execute(
        "update participant set centre_cancelled_at = noted_at where state = 'centre_cancelled'"
    )
    op.add_column(
        "participant",
        sa.Column("released", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "call_list",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("centre_id", base.Key(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("people", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", base.UtcDateTime(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centre.id"], name=op.f("fk_call_list_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_list")),
    )
    op.create_index(op.f("ix_call_list_done"), "call_list", ["done"])
    op.add_column("course", sa.Column("ended", sa.Date(), nullable=True))
    op.execute(_ENDED)
    op.create_index(
        "ix_course_running",
        "course",
        ["citizen_id", "responsible_id", "centre_id", "id"],
        sqlite_where=sa.text("ended IS NULL"),
        postgresql_where=sa.text("ended IS NULL"),
    )
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
    for name, table, _columns in OLD_INDEXES:
        op.drop_index(name, table)
    op.add_column("course", _list("extended"))
    op.add_column("reevaluation", _list("covers"))
    op.add_column(
        "reevaluation", sa.Column("opened_by", sa.String(), nullable=False, server_default="")
    )
    op.create_table(
        "standard_file",
        sa.Column("id", base.Key(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", base.UtcDateTime(), nullable=False),
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_file")),
    )
    op.create_index(
        "uq_participant_place",
        "participant",
        ["session_id", "course_id"],
        unique=True,
        sqlite_where=sa.text("NOT withdrawn"),
        postgresql_where=sa.text("NOT withdrawn"),
    )

    _find_anew()


def _find_anew() -> None:
    """Work out anew what citizens are found and sorted by: more spellings are one now."""
    bind = op.get_bind()
    c = sa.table(
        "citizen",
        *(sa.column("id", base.Key()), sa.column("given_name"), sa.column("family_name")),
        *(sa.column("number"), sa.column("phone"), sa.column("mobile")),
        *(sa.column("search"), sa.column("sort_key")),
    )
    change = (
        c.update()
        .where(c.c.id == sa.bindparam("key"))
        .values(search=sa.bindparam("found"), sort_key=sa.bindparam("sorted"))
    )
    rows = []
    for row in bind.execute(sa.select(c)).mappings():
        values = dict(row)
        search.fill_derived(values)
        rows.append({"key": row["id"], "found": values["search"], "sorted": values["sort_key"]})
    if rows:
        bind.execute(change, rows)


def downgrade() -> None:
    """Allow second places again."""
    op.drop_index("uq_participant_place", "participant")
    for name, table, columns in OLD_INDEXES:
        op.create_index(name, table, columns)
    for name, table, _columns in INDEXES:
        op.drop_index(name, table)
    op.drop_index("ix_course_running", "course")
    op.drop_column("course", "ended")
    op.drop_table("standard_file")
    op.drop_table("call_list")
    op.drop_column("participant", "released")
    for table, column in (
        ("reevaluation", "opened_by"),
        ("reevaluation", "covers"),
        ("course", "extended"),
        ("participant", "centre_cancelled_at"),
    ):
        op.drop_column(table, column)
