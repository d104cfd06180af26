"""Whether a PostgreSQL server is as it must be for a centre: its version, its encryption, its guards."""

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection, text

from trainer_desktop.models import guards, upgrade
from trainer_desktop.models.engine import open_postgres

LEAST = 15  # the oldest major version


class Point(Enum):
    """One thing that is looked at."""

    VERSION = "version"
    TLS = "tls"
    ENCODING = "encoding"
    CHECKSUMS = "checksums"
    EXTENSION = "extension"
    SCHEMA = "schema"
    GUARDS = "guards"


@dataclass(frozen=True, slots=True)
class Finding:
    """How a point stands; `said` is what the server says of it."""

    point: Point
    good: bool
    said: str


def prepare(url: str) -> list[Finding]:
    """Make or upgrade the schema with its guards, and look at everything. Raises BadAddress, NewerSchema, DBAPIError."""
    engine = open_postgres(url)
    try:
        upgrade.upgrade(engine)
    finally:
        engine.dispose()
    return check(url)


def check(url: str) -> list[Finding]:
    """Look at everything; nothing is changed. Raises BadAddress, DBAPIError when nobody answers."""
    engine = open_postgres(url)
    try:
        with engine.connect() as connection:
            return list(_points(connection, upgrade.revision(engine)))
    finally:
        engine.dispose()


def _points(connection: Connection, revision: str | None) -> list[Finding]:
    def ask(query: str) -> str:
        return str(connection.execute(text(query)).scalar() or "")

    version = int(ask("show server_version_num")) // 10_000
    tls = ask(
        "select coalesce((select version from pg_stat_ssl where pid = pg_backend_pid() and ssl), '')"
    )
    encoding, sums = ask("show server_encoding"), ask("show data_checksums")
    extension = ask("select extversion from pg_extension where extname = 'btree_gist'")
    found = [
        Finding(Point.VERSION, version >= LEAST, str(version)),
        Finding(Point.TLS, bool(tls), tls),
        Finding(Point.ENCODING, encoding == "UTF8", encoding),
        Finding(Point.CHECKSUMS, sums == "on", sums),
        Finding(Point.EXTENSION, bool(extension), extension),
        Finding(Point.SCHEMA, revision == upgrade.NEWEST, revision or ""),
    ]
    lacks = guards.missing(connection) if revision else {"alle"}
    return [*found, Finding(Point.GUARDS, not lacks, ", ".join(sorted(lacks)))]
