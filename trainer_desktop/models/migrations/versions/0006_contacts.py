"""How a citizen was tried to be reached, and who answered."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every call that is there was a telephone call to the citizen."""
    op.add_column(
        "call", sa.Column("how", sa.String(length=12), nullable=False, server_default="phone")
    )
    op.add_column("call", sa.Column("whom", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Forget how."""
    op.drop_column("call", "whom")
    op.drop_column("call", "how")
