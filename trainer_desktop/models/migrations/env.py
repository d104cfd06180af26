"""Runs the migrations on the connection that `upgrade.py` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, Engine

from trainer_desktop.models import schema
from trainer_desktop.models.base import Base, Key

assert schema.TABLES


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Name our own column types in new scripts."""
    if kind == "type" and type(item).__module__ == "trainer_desktop.models.base":
        return f"base.{type(item).__name__}()"
    return False


def same_type(
    _context: Any, _column: Any, _metadata: Any, _inspected: Any, own: Any
) -> bool | None:
    """Our UUID column is BLOB on SQLite and uuid on PostgreSQL; neither is a drift."""
    return False if isinstance(own, Key) else None


def run(connection: Connection) -> None:
    """Upgrade or compare on one connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=render,
        compare_type=same_type,
        transaction_per_migration=False,
    )
    context.run_migrations()


handed_over = context.config.attributes["connection"]
if isinstance(handed_over, Engine):
    with handed_over.begin() as opened:
        run(opened)
else:
    run(handed_over)
