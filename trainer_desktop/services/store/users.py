"""Who may log in: their roles, the colleague each is, and their passwords, which are nowhere but in their key slots."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from trainer_desktop.models import keys, permits, tries
from trainer_desktop.models.centre import Staff
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.models.store import Store
from trainer_desktop.models.user import Access, AppUser
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.passwords import weakness
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import Right, UserRole, may
from trainer_desktop.services.store.moments import today, wall_time


@dataclass(frozen=True, slots=True)
class UserCard:
    """Somebody who may log in. `last_seen` is when the journal or the access log last heard of them."""

    id: uuid.UUID
    login: str
    name: str
    role: UserRole
    staff_id: uuid.UUID | None
    staff: str
    last_day: date | None
    closed: bool
    last_seen: datetime | None


def users(work: Work) -> list[UserCard]:
    """Everybody, by name; those who are closed last."""
    query = select(AppUser, Staff.name).outerjoin(Staff, Staff.id == AppUser.staff_id)
    found = []
    for row, staff in work.execute(query):
        closed = row.last_day is not None and row.last_day < today(work)
        found.append(
            UserCard(
                *(row.id, row.login, row.name, row.role, row.staff_id, staff or "", row.last_day),
                closed,
                _last_seen(work, row.login),
            )
        )
    return sorted(found, key=lambda one: (one.closed, one.name.casefold()))


def _last_seen(work: Work, login: str) -> datetime | None:
    stamp = work.scalar(select(func.max(ChangeSet.stamp)).where(ChangeSet.actor == login))
    looked = work.scalar(select(func.max(Access.at)).where(Access.actor == login))
    changed = None
    if stamp:
        changed = datetime.fromtimestamp((int(stamp[:16], 16) >> 16) / 1000, tz=work.now.tzinfo)
    latest = max((at for at in (looked, changed) if at), default=None)
    return wall_time(latest) if latest else None


def me(work: Work) -> UserCard | None:
    """Whoever works here; None where nobody is a user."""
    return next((one for one in users(work) if one.login == work.actor), None)


def role(work: Work) -> UserRole | None:
    """The actor's role; None where nobody is a user yet, and all may do everything."""
    return permits.permit(work).role


def rights(work: Work) -> frozenset[Right]:
    """What the actor may do, at least in courses of one's own: what the window shows."""
    found = permits.permit(work)
    if found.everything:
        return frozenset(Right)
    if found.role is None:
        return frozenset()
    return frozenset(right for right in Right if may(found.role, right).value)


def add(
    work: Work,
    login: str,
    name: str,
    role: UserRole,
    *,
    staff_id: uuid.UUID | None = None,
    last_day: date | None = None,
) -> uuid.UUID:
    """A new user, without a password yet. Raises Refused: NEEDS_REASON, LOGIN_TAKEN, NOT_ALLOWED."""
    login = plain_login(login)
    name = limits.reason_given(name)
    if work.scalar(select(AppUser.id).where(AppUser.login == login)) is not None:
        raise Refused(Reason.LOGIN_TAKEN, text=login)
    if staff_id is None:
        same = select(Staff.id).where(func.upper(Staff.initials) == login, Staff.ended.is_(None))
        staff_id = work.scalar(same)
    row = AppUser(login=login, name=name, role=role, staff_id=staff_id, last_day=last_day)
    work.add(row)
    work.flush()
    return row.id


def change(
    work: Work,
    user_id: uuid.UUID,
    *,
    role: UserRole | None = None,
    name: str | None = None,
    last_day: date | None = None,
    open_again: bool = False,
) -> None:
    """Another role, name or last day. Raises Refused: LAST_ADMINISTRATOR where nobody would be one, NOT_ALLOWED."""
    row = work.get_one(AppUser, user_id)
    work.rely_on(row)
    if role:
        row.role = role
    if name is not None:
        row.name = limits.reason_given(name)
    if last_day or open_again:
        row.last_day = last_day
    work.flush()
    _keep_an_administrator(work)


def _keep_an_administrator(work: Work) -> None:
    day = today(work)
    left = [
        one
        for one in work.scalars(select(AppUser).where(AppUser.role == UserRole.ADMINISTRATOR))
        if one.last_day is None or one.last_day >= day
    ]
    if not left:
        raise Refused(Reason.LAST_ADMINISTRATOR)


def plain_login(login: str) -> str:
    """Initials as they are kept: capitals without blanks. Raises Refused NEEDS_REASON when there are none."""
    return "".join(limits.reason_given(login).split()).upper()[:40]


def set_password(store: Store, login: str, password: str, *, old: str | None = None) -> None:
    """Give a user a password: one's own with the old one, another's as an administrator.

    Raises Refused: WEAK_PASSWORD, NOT_ALLOWED; WrongPassword and Waits as logging in does.
    """
    assert store.file
    assert store.unlocked
    with store.read() as work:
        names = [one for one in users(work) if one.login == login]
        if login != store.actor:
            work.ask(Right.USERS)
    refuse_weak(password, login, *(one.name for one in names))
    vault = store.unlocked.vault
    if login == store.actor and old is not None:
        vault = keys.unlock(store.file, login, old).vault
    assert vault
    keys.set_password(store.file, vault, login, password)


def close(store: Store, user_id: uuid.UUID) -> None:
    """Let nobody in under a login from now on. Raises as `change` does."""
    assert store.file
    with store.work("Adgang lukket") as work:
        row = work.get_one(AppUser, user_id)
        change(work, user_id, last_day=date.fromordinal(today(work).toordinal() - 1))
        login = row.login
    if store.unlocked and login in keys.logins(store.file):
        keys.close_slot(store.file, login)
        tries.forget(store.file, login)


def refuse_weak(password: str, *names: str) -> None:
    """Raise Refused WEAK_PASSWORD when a password is too easily guessed."""
    weak = weakness(password, names)
    if weak:
        raise Refused(Reason.WEAK_PASSWORD, weakness=weak.value)
