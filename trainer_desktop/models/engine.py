"""Opening a database: an encrypted SQLite file, or PostgreSQL. Nothing else is supported."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",  # NORMAL loses acknowledged commits at a power cut
    "foreign_keys=on",
    "busy_timeout=15000",
    "temp_store=memory",
    "cache_size=-131072",
)


def open_file(file: Path, key: bytes) -> Engine:
    """An SQLCipher file, made when it is not there; `key` is the raw 32-byte data key."""
    import sqlcipher3.dbapi2

    engine = create_engine(
        f"sqlite:///{file}",
        module=sqlcipher3.dbapi2,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy emits BEGIN itself, below
        cursor = connection.cursor()
        cursor.execute("pragma cipher_log_level=NONE")
        cursor.execute(f"pragma key=\"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            cursor.execute(f"pragma {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("immediate", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def open_postgres(url: str) -> Engine:
    """A PostgreSQL server; `url` as SQLAlchemy or as PostgreSQL's own tools write it."""
    scheme, _, rest = url.partition("://")
    driver = scheme if "+" in scheme else "postgresql+psycopg"
    return create_engine(f"{driver}://{rest}", pool_pre_ping=True)
