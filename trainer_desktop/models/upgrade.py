"""Bringing a database to this program's schema: in one transaction, checked after; a file is copied first.

Alembic is loaded only when there is something to upgrade: it costs a start about 60 ms.
"""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, insert, inspect, select

from trainer_desktop.models import guards
from trainer_desktop.models.journal import Me

if TYPE_CHECKING:
    from alembic.config import Config

LOCK = 424242
NEWEST = "0008"  # the newest revision in migrations/versions
PATIENCE = 15_000  # milliseconds for another process that upgrades at the same moment


class NewerSchema(Exception):
    """The database was made by a newer program; the text says by how much."""


def config() -> "Config":
    """Alembic's settings, without a file."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    settings.set_main_option("path_separator", "os")
    return settings


def revision(engine: Engine) -> str | None:
    """The database's revision; None when it is empty."""
    with engine.connect() as connection:
        return _standing(connection)


def _standing(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("select version_num from alembic_version").first()
    return str(found[0]) if found else None


def upgrade(engine: Engine, copy: Callable[[str], object] | None = None) -> None:
    """Upgrade to the newest revision; raises NewerSchema, and leaves the database as it was on any error.

    `copy` makes a verified copy, named after the old revision, before a database that holds something
    is changed; what it raises stops the upgrade.
    """
    current = revision(engine)
    if current == NEWEST:
        _check(engine)
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    settings = config()
    scripts = ScriptDirectory.from_config(settings)
    known = {script.revision for script in scripts.walk_revisions()}
    if current is not None and current not in known:
        raise NewerSchema(f"{current} > {scripts.get_current_head()}")
    with engine.connect() as connection:
        connection.detach()  # neither foreign_keys=off nor the lock may go back to the pool
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            connection.exec_driver_sql("commit")
            connection.exec_driver_sql(f"pragma busy_timeout={PATIENCE}")
            connection.exec_driver_sql("pragma foreign_keys=off")
            connection.exec_driver_sql("begin immediate")
        else:
            connection.exec_driver_sql(f"select pg_advisory_lock({LOCK})")
        current = _standing(connection)  # another may have upgraded it while this one waited
        if current == NEWEST:
            connection.rollback()
            _check(engine)
            return
        if copy and current is not None:
            copy(current)  # behind the lock: nobody writes meanwhile
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        guards.install(connection)
        _enrol(connection)
        if sqlite and connection.exec_driver_sql("pragma foreign_key_check").all():
            connection.rollback()
            raise RuntimeError("foreign keys do not hold after the upgrade")
        connection.commit()
    _check(engine)


def _enrol(connection: Connection) -> None:
    if connection.execute(select(Me.one)).first() is None:
        site = secrets.token_hex(4)
        connection.execute(insert(Me.__table__).values(one=1, site=site, seq=0, clock=0, hash=""))  # type: ignore[arg-type]


def _check(engine: Engine) -> None:
    """Put a guard back that is gone or is not ours; only looks, unless one is."""
    with engine.connect() as connection:
        if not guards.missing(connection):
            return
    with engine.execution_options(patience=PATIENCE / 1000).begin() as connection:
        guards.install(connection)
