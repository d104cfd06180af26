"""Bringing a database to this program's schema: backed up first, in one transaction, checked after."""

import secrets
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert, select

from trainer_desktop.models import guards
from trainer_desktop.models.journal import Me

LOCK = 424242


class NewerSchema(Exception):
    """The database was made by a newer program; the text says by how much."""


def config() -> Config:
    """Alembic's settings, without a file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    settings.set_main_option("path_separator", "os")
    return settings


def revision(engine: Engine) -> str | None:
    """The database's revision; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine) -> None:
    """Upgrade to the newest revision; raises NewerSchema, and leaves the database as it was on any error."""
    settings = config()
    scripts = ScriptDirectory.from_config(settings)
    known = {script.revision for script in scripts.walk_revisions()}
    current = revision(engine)
    if current == scripts.get_current_head():
        _check(engine)
        return
    if current is not None and current not in known:
        raise NewerSchema(f"{current} > {scripts.get_current_head()}")
    with engine.connect() as connection:
        connection.detach()  # neither foreign_keys=off nor the lock may go back to the pool
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            connection.exec_driver_sql("commit")
            connection.exec_driver_sql("pragma foreign_keys=off")
            connection.exec_driver_sql("begin immediate")
        else:
            connection.exec_driver_sql(f"select pg_advisory_lock({LOCK})")
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
    with engine.begin() as connection:
        if guards.missing(connection):
            guards.install(connection)
