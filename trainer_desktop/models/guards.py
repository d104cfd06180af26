"""Guards that only the database can keep: no double booking, no full room overfilled, an append-only journal.

Installed after every upgrade, because SQLite's batch migrations drop triggers, and checked at every start.
"""

from sqlalchemy import Connection, text

_TAKEN = """select 1 from occupancy o where o.kind = NEW.kind and o.resource_id = NEW.resource_id
  and o.session_id <> NEW.session_id and o.starts < NEW.ends and o.ends > NEW.starts
  and o.starts >= datetime(NEW.starts, '-1 day')"""
_AT = """select NEW.starts as at union select o.starts from occupancy o where o.kind = 'R'
  and o.resource_id = NEW.resource_id and o.starts > NEW.starts and o.starts < NEW.ends"""
_THERE = """select coalesce(sum(o.places), 0) from occupancy o where o.kind = 'R'
  and o.resource_id = NEW.resource_id and o.session_id <> NEW.session_id
  and o.starts <= p.at and o.ends > p.at and o.starts >= datetime(NEW.starts, '-1 day')"""
_CAPACITY = "select r.capacity from room r where r.id = NEW.resource_id"


def _sqlite() -> dict[str, str]:
    found = {}
    for when in ("insert", "update"):
        found[f"no_double_booking_{when}"] = f"""before {when} on occupancy
          when NEW.blocking and NEW.kind <> 'R'
          begin select raise(abort, 'no_double_booking') where exists ({_TAKEN}); end"""
        found[f"room_full_{when}"] = f"""before {when} on occupancy
          when NEW.blocking and NEW.kind = 'R'
          begin select raise(abort, 'room_full') where exists (
            select 1 from ({_AT}) p where NEW.places + ({_THERE}) > ({_CAPACITY})); end"""
        found[f"wall_time_{when}"] = f"""before {when} on training_session
          when date(NEW.starts) <> date(NEW.ends) or time(NEW.starts) < '04:00:00'
          begin select raise(abort, 'wall_time'); end"""
    for when in ("update", "delete"):
        found[f"append_only_{when}"] = f"""before {when} on change_set
          begin select raise(abort, 'append_only'); end"""
        found[f"append_only_access_{when}"] = f"""before {when} on access
          begin select raise(abort, 'append_only'); end"""
    return found


SQLITE = _sqlite()

_ROOM_FULL = """create or replace function room_full() returns trigger language plpgsql as $$
begin
  if not NEW.blocking or NEW.kind <> 'R' then return NEW; end if;
  perform pg_advisory_xact_lock(hashtext(NEW.resource_id::text));
  if exists (
    select 1 from (select NEW.starts as at union select o.starts from occupancy o
      where o.kind = 'R' and o.resource_id = NEW.resource_id
        and o.starts > NEW.starts and o.starts < NEW.ends) p
    where NEW.places + (select coalesce(sum(o.places), 0) from occupancy o
      where o.kind = 'R' and o.resource_id = NEW.resource_id and o.session_id <> NEW.session_id
        and o.starts <= p.at and o.ends > p.at) > (select r.capacity from room r where r.id = NEW.resource_id)
  ) then raise exception 'room_full' using errcode = '23P01'; end if;
  return NEW;
end $$"""
_APPEND_ONLY_ACCESS = """create or replace function append_only_access() returns trigger language plpgsql as $$
begin raise exception 'append_only'; end $$"""
_APPEND_ONLY = """create or replace function append_only() returns trigger language plpgsql as $$
begin raise exception 'append_only'; end $$"""

POSTGRES_CONSTRAINTS = {
    "no_double_booking": (
        "occupancy",
        "exclude using gist (kind with =, resource_id with =, tsrange(starts, ends) with &&) "
        "where (blocking and kind <> 'R')",
    ),
    "wall_time": (
        "training_session",
        "check (starts::date = ends::date and starts::time >= '04:00')",
    ),
}
POSTGRES_TRIGGERS = {
    "room_full": ("occupancy", "before insert or update", _ROOM_FULL),
    "append_only": ("change_set", "before update or delete", _APPEND_ONLY),
    "append_only_access": ("access", "before update or delete", _APPEND_ONLY_ACCESS),
}


def install(connection: Connection) -> None:
    """Put every guard in place; what is there already is made anew."""
    if connection.dialect.name == "sqlite":
        for name, body in SQLITE.items():
            connection.exec_driver_sql(f"drop trigger if exists {name}")
            connection.exec_driver_sql(f"create trigger {name} {body}")
        return
    connection.exec_driver_sql("create extension if not exists btree_gist")
    for name, (table, body) in POSTGRES_CONSTRAINTS.items():
        connection.exec_driver_sql(f"alter table {table} drop constraint if exists {name}")
        connection.exec_driver_sql(f"alter table {table} add constraint {name} {body}")
    for name, (table, when, function) in POSTGRES_TRIGGERS.items():
        connection.exec_driver_sql(function)
        connection.exec_driver_sql(f"drop trigger if exists {name} on {table}")
        connection.exec_driver_sql(
            f"create trigger {name} {when} on {table} for each row execute function {name}()"
        )


def missing(connection: Connection) -> set[str]:
    """The guards that are not there, are switched off, or say something else than they should."""
    if connection.dialect.name == "sqlite":
        query = text("select name, sql from sqlite_master where type = 'trigger'")
        there = {name: _body(sql, name) for name, sql in connection.execute(query)}
        return {name for name, body in SQLITE.items() if there.get(name) != _body(body)}
    constraints = connection.execute(
        text("select conname from pg_constraint where convalidated and contype in ('x', 'c')")
    )
    triggers = connection.execute(
        text(
            "select t.tgname, p.prosrc from pg_trigger t join pg_proc p on p.oid = t.tgfoid "
            "where not t.tgisinternal and t.tgenabled <> 'D'"
        )
    )
    sources = {name: _body(source) for name, source in triggers}
    wrong = {
        name
        for name, (_table, _when, function) in POSTGRES_TRIGGERS.items()
        if sources.get(name) != _body(function.partition("$$")[2].rpartition("$$")[0])
    }
    return wrong | (set(POSTGRES_CONSTRAINTS) - set(constraints.scalars()))


def _body(sql: str, name: str = "") -> str:
    """What a guard does, whatever the blanks; without the head that names it."""
    plain = " ".join(sql.split())
    return plain[len(f"CREATE TRIGGER {name} ") :] if name else plain
