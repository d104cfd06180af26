"""Statements that a module makes once and runs many times: several times cheaper than a query built anew."""

from collections.abc import Sequence
from typing import Any, TypeVarTuple

from sqlalchemy import BindParameter, Row, Select, bindparam
from sqlalchemy.orm import Session
from sqlalchemy.sql.util import find_tables

from trainer_desktop.models.base import Key

Ts = TypeVarTuple("Ts")


class PreparedSession(Session):
    """A session that also runs prepared statements."""

    def rows(self, statement: Select[*Ts], **values: Any) -> Sequence[Row[*Ts]]:
        """Run a prepared statement; what is pending is written first.

        It sees withdrawn rows, too, unless it was made with `standing`.
        """
        self.flush()
        return self.connection().execute(statement, values).all()


def standing(statement: Select[*Ts]) -> Select[*Ts]:
    """Leave out the rows that are withdrawn, which only a query built anew does by itself; inner joins only."""
    tables = {table for source in statement.get_final_froms() for table in find_tables(source)}
    return statement.where(*(t.c.withdrawn.is_(False) for t in tables if "withdrawn" in t.c))


def key_param(name: str, *, many: bool = False) -> BindParameter[Any]:
    """A key to come; the type is named because a foreign key does not know its own at import."""
    return bindparam(name, type_=Key(), expanding=many)
