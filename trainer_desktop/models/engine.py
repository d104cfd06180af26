"""Opening a database: an encrypted SQLite file, or PostgreSQL. Nothing else is supported."""

import os
import random
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from trainer_desktop.rules.refusal import Reason, Refused

PATIENCE = 10.0  # seconds that a writer waits for its turn, unless it says otherwise
PRAGMAS = (
    "synchronous=full",  # NORMAL loses acknowledged commits at a power cut
    "foreign_keys=on",
    "busy_timeout=1000",
    "temp_store=memory",
    "cache_size=-131072",
)
_PAUSE = (0.001, 0.006)  # seconds; the same for old and new waiters, so that none starves
_BUSY_STATES = ("55P03", "57014", "40001", "40P01")  # PostgreSQL: no lock, cancelled, try again


class BadAddress(Exception):
    """An address that names no database that is supported; the text is the address without a password."""


def open_file(file: Path, key: bytes) -> Engine:
    """An SQLCipher file, made when it is not there; `key` is the raw 32-byte data key.

    A transaction whose connection has the option `patience` (seconds) is to write: it takes the
    lock before it reads, and raises Refused BUSY when its turn does not come in time.
    """
    import sqlcipher3.dbapi2

    engine = create_engine(
        f"sqlite:///{file}",
        module=sqlcipher3.dbapi2,
        creator=lambda: sqlcipher3.dbapi2.connect(
            _uri(file), uri=True, check_same_thread=False, timeout=1
        ),
        hide_parameters=True,  # they hold names and numbers, and errors are shown and logged
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy emits BEGIN itself, below
        cursor = connection.cursor()
        cursor.execute("pragma cipher_log_level=NONE")
        cursor.execute(f"pragma key=\"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            cursor.execute(f"pragma {pragma}")
        [mode] = cursor.execute("pragma journal_mode").fetchone()
        if mode != "wal":  # asked first: a folder that may not be written can still be read
            cursor.execute("pragma journal_mode=wal")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        patience: float | None = connection.get_execution_options().get("patience")
        if patience is None:
            connection.exec_driver_sql("BEGIN")
        else:
            _take_turn(connection, time.monotonic() + patience)

    return engine


def _uri(file: Path) -> str:
    """How a file is opened: where nothing can be written beside it, it is read without a log of its own."""
    log = file.with_name(f"{file.name}-wal")
    sealed = file.exists() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))
    how = "mode=ro" if log.exists() else "immutable=1"
    return f"{file.absolute().as_uri()}{f'?{how}' if sealed else ''}"


def _take_turn(connection: Connection, until: float) -> None:
    raw: Any = connection.connection.driver_connection
    raw.execute("pragma busy_timeout=0")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as trouble:
                if not is_busy(trouble):
                    raise
                if time.monotonic() > until:
                    raise Refused(Reason.BUSY) from trouble
                time.sleep(random.uniform(*_PAUSE))
            else:
                return
    finally:
        raw.execute("pragma busy_timeout=1000")


def open_postgres(url: str) -> Engine:
    """A PostgreSQL server; `url` as SQLAlchemy or as PostgreSQL's own tools write it. Raises BadAddress."""
    scheme, _, rest = url.partition("://")
    driver = scheme if "+" in scheme else "postgresql+psycopg"
    try:
        return create_engine(
            f"{driver}://{rest}",
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": 10},
        )
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as trouble:
        raise BadAddress(f"{scheme}://{rest.rpartition('@')[2]}") from trouble


def is_busy(trouble: DBAPIError) -> bool:
    """Whether somebody else holds what was asked for, so that trying again may do."""
    state = getattr(trouble.orig, "sqlstate", None)
    said = str(trouble.orig).casefold()
    return state in _BUSY_STATES or "is locked" in said or "database table is locked" in said
