"""Values as the journal writes them: JSON, and back."""

import uuid
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import Column

from trainer_desktop.models.base import Key, UtcDateTime


def to_plain(value: Any) -> Any:
    """Turn a column's value into JSON's."""
    match value:
        case datetime() if value.tzinfo:
            return value.astimezone(UTC).isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case uuid.UUID() | Decimal():
            return str(value)
        case Enum():
            return value.value
        case _:
            return value


def from_plain(column: Column[Any], value: Any) -> Any:
    """Turn it back, by the column's type."""
    if value is None:
        return None
    enum = getattr(column.type, "enum_class", None)
    if enum:
        return enum(value)
    if isinstance(column.type, Key):
        return uuid.UUID(value)
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    kind = column.type.python_type
    if kind in (datetime, date, time):
        return kind.fromisoformat(value)
    return kind(value) if kind is Decimal else value
