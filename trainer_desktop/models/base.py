"""What every table shares: keys, moments, and the registers that the journal writes down."""

import uuid
from datetime import UTC, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar

import uuid_utils.compat
from sqlalchemy import (
    BLOB,
    JSON,
    Column,
    DateTime,
    Dialect,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    Uuid,
)
from sqlalchemy import Enum as EnumType
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


@lru_cache(maxsize=1 << 15)
def _key(value: bytes) -> uuid.UUID:
    """A key is read again and again, and making a UUID costs more than fetching it."""
    return uuid.UUID(bytes=value)


@cache
def _stored_key(dialect: Dialect) -> Any:
    """How an engine keeps a key; asked for at every list of keys, so made once."""
    return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else BLOB(16))


class Key(TypeDecorator[uuid.UUID]):
    """A UUID: 16 bytes on SQLite, where text would make the file a third larger; `uuid` on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """PostgreSQL's own UUID; 16 bytes elsewhere."""
        return _stored_key(dialect)

    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> Any:
        """To the database: bytes, but PostgreSQL takes the key itself."""
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> uuid.UUID | None:
        """From the database."""
        return value if value is None or isinstance(value, uuid.UUID) else _key(value)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as naive UTC, because SQLite would drop the zone without a word."""

    impl = DateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database: UTC without an offset."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database: always UTC."""
        return value.replace(tzinfo=UTC) if value else None


def words(enum: type[Enum]) -> EnumType:
    """A column of an enum's values, as text that both engines read."""
    return EnumType(
        enum,
        native_enum=False,
        length=24,
        create_constraint=False,
        values_callable=lambda members: [m.value for m in members],
    )


Moment = Annotated[datetime, mapped_column(UtcDateTime)]
WallTime = Annotated[datetime, mapped_column(DateTime(timezone=False))]


class Base(DeclarativeBase):
    """The common ancestor of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: Key,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


def new_key() -> uuid.UUID:
    """A key that can be made offline and sorts by age."""
    return uuid_utils.compat.uuid7()


class Synced:
    """A table whose every change is in the journal, and whose rows are withdrawn, never deleted.

    `created` is the stamp of the change set that made the row; `heads` holds, for each
    register edited since, the versions nobody has yet seen past: [[stamp, value], …].
    Columns with info {"derived": True} are worked out from the others and not journalled.
    """

    __groups__: ClassVar[dict[str, str]] = {}

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_key, sort_order=-3)
    created: Mapped[str] = mapped_column(String(48), sort_order=90)
    heads: Mapped[dict[str, Any] | None] = mapped_column(sort_order=91)
    withdrawn: Mapped[bool] = mapped_column(default=False, sort_order=92)


def table_of(model: type[Synced]) -> Table:
    """The table of a mapped class."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # a mapped class has it
    return table


def registers(model: type[Synced]) -> dict[str, list[Column[Any]]]:
    """Each register's columns: fields that only make sense together are one."""
    return _registers(table_of(model), tuple(model.__groups__.items()))


@cache
def _registers(table: Table, together: tuple[tuple[str, str], ...]) -> dict[str, list[Column[Any]]]:
    found: dict[str, list[Column[Any]]] = {}
    groups = dict(together)
    for column in table.c:
        if column.name in ("id", "created", "heads") or column.info.get("derived"):
            continue
        found.setdefault(groups.get(column.name, column.name), []).append(column)
    return found
