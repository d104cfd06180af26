"""The life of a course: tests, texts, notes, decisions, complaints, letters, loans, rides, and drafts of forms."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from trainer_desktop.models import base

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Columns = list[sa.Column[Any]]
GOAL = ("own_words", "outcome", "outcome_note")
MADE = (
    *("measurement", "course_text", "note", "decision", "complaint", "letter"),
    *("letter_copy", "letter_text", "loan", "ride_grant", "fare", "late_reason", "draft"),
)


def _text(name: str, length: int | None = None, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=null)


def _day(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=null)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, base.UtcDateTime(), nullable=False)


def _yes_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _synced(table: str, *columns: sa.Column[Any], of: str = "course", more: Any = ()) -> None:
    """A journalled table of a course (or of a citizen, or of nothing)."""
    key = f"{of}_id"
    owner: Columns = [sa.Column(key, base.Key(), nullable=False)] if of else []
    held: list[Any] = [sa.PrimaryKeyConstraint("id", name=f"pk_{table}"), *more]
    if of:
        held.append(sa.ForeignKeyConstraint([key], [f"{of}.id"], name=f"fk_{table}_{key}"))
    op.create_table(
        table,
        sa.Column("id", base.Key(), nullable=False),
        *owner,
        *columns,
        sa.Column("created", sa.String(length=48), nullable=False),
        sa.Column("heads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        *held,
    )
    if of:
        op.create_index(f"ix_{table}_{key}", table, [key])


def upgrade() -> None:
    """Add what is new; nothing that is there changes."""
    for name in GOAL:
        op.add_column("goal", sa.Column(name, sa.String(), nullable=False, server_default=""))
    _synced(
        "measurement",
        _text("key", 24),
        _day("day"),
        sa.Column("value", sa.Integer(), nullable=False),
        *(_text(name) for name in ("detail", "aid", "note")),
        _text("point", 8),
        _text("tested_by"),
        _moment("noted_at"),
    )
    _synced(
        "course_text",
        _text("kind", 24),
        _day("day"),
        _text("text"),
        sa.Column("function", sa.Integer(), nullable=True),
        _text("written_by"),
        _moment("written_at"),
    )
    _synced(
        "note",
        sa.Column("course_id", base.Key(), nullable=True),
        _text("text"),
        _text("written_by"),
        _moment("written_at"),
        sa.Column("corrects", base.Key(), nullable=True),
        of="citizen",
        more=[sa.ForeignKeyConstraint(["course_id"], ["course.id"], name="fk_note_course_id")],
    )
    _synced(
        "decision",
        _text("kind", 24),
        _day("day"),
        *(_text(name) for name in ("decided_by", "reason", "facts")),
        sa.Column("criteria", sa.JSON(none_as_null=True), nullable=False),
        _text("rule_place"),
        _moment("noted_at"),
    )
    _synced(
        "complaint",
        _text("kind", 24),
        _day("received"),
        _text("text"),
        _text("outcome", 24),
        _day("answered", null=True),
        _text("noted_by"),
    )
    _letters()
    _rides()
    op.create_table(
        "draft",
        _text("actor"),
        _text("form", 40),
        _text("about", 40),
        sa.Column("texts", sa.JSON(none_as_null=True), nullable=False),
        _moment("kept_at"),
        sa.PrimaryKeyConstraint("actor", "form", "about", name="pk_draft"),
    )


def _letters() -> None:
    _synced(
        "letter",
        _text("kind", 24),
        _text("title"),
        _text("language", 2),
        _text("made_by"),
        _moment("made_at"),
        _text("digest", 64),
        _text("post", 16),
        _day("answer_by", null=True),
        _text("sent_how", 16),
        _day("sent_on", null=True),
        _text("sent_by"),
    )
    op.create_table(
        "letter_copy",
        _text("digest", 64),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_letter_copy"),
    )
    _synced(
        "letter_text",
        _text("kind", 24),
        _text("language", 2),
        _text("text"),
        _text("written_by"),
        _moment("written_at"),
        of="",
    )
    op.create_index("ix_letter_text_kind", "letter_text", ["kind"])


def _rides() -> None:
    _synced("loan", _text("what"), _day("lent"), _day("back", null=True))
    _synced(
        "ride_grant",
        _day("since"),
        _day("until", null=True),
        *(_text(name) for name in ("why_ended", "given_by", "reason", "door", "aid")),
        _yes_no("companion"),
        _yes_no("shared"),
        sa.Column("minutes", sa.Integer(), nullable=True),
    )
    _synced(
        "fare",
        _day("day"),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("km", sa.Integer(), nullable=False),
        _yes_no("pensioner"),
        _yes_no("can_use_public"),
        _text("noted_by"),
    )
    _synced("late_reason", _text("deadline"), _text("code", 24), _text("text"), _text("noted_by"))


def downgrade() -> None:
    """Forget what is new."""
    for table in reversed(MADE):
        op.drop_table(table)
    for name in GOAL:
        op.drop_column("goal", name)
