"""Trust: a citizen has one place in a training."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TWICE = """update participant set withdrawn = {yes} where not withdrawn and id > (
    select min(p.id) from participant p where p.session_id = participant.session_id
      and p.course_id = participant.course_id and not p.withdrawn)"""


def upgrade() -> None:
    """Take away second places, which an import could make, then forbid them."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    least = "min(p.id)" if sqlite else "min(p.id::text)::uuid"
    op.execute(_TWICE.format(yes="1" if sqlite else "true").replace("min(p.id)", least))
    op.create_index(
        "uq_participant_place",
        "participant",
        ["session_id", "course_id"],
        unique=True,
        sqlite_where=sa.text("NOT withdrawn"),
        postgresql_where=sa.text("NOT withdrawn"),
    )


def downgrade() -> None:
    """Allow second places again."""
    op.drop_index("uq_participant_place", "participant")
