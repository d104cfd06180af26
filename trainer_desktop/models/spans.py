"""What each database works out in its own words: the minutes between two wall times, the size of a stored value."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class minutes_between(FunctionElement[int]):  # noqa: N801 - named as SQL's own functions are
    """`minutes_between(starts, ends)`; both on one day."""

    type = Integer()
    inherit_cache = True
    name = "minutes_between"


@compiles(minutes_between, "sqlite")
def _on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    starts, ends = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"((unixepoch({ends}) - unixepoch({starts})) / 60)"


@compiles(minutes_between)
def _on_postgres(element: Any, compiler: Any, **kw: Any) -> str:
    starts, ends = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"(extract(epoch from {ends} - {starts})::integer / 60)"


class stored_length(FunctionElement[int]):  # noqa: N801
    """The bytes that a value takes, without reading it."""

    type = Integer()
    inherit_cache = True
    name = "stored_length"


@compiles(stored_length, "sqlite")
def _length_on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    [value] = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"octet_length({value})"


@compiles(stored_length)
def _length_on_postgres(element: Any, compiler: Any, **kw: Any) -> str:
    [value] = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"pg_column_size({value})"
