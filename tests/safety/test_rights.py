"""Who may do what: one table, asked of every change in one place."""

import pytest

from trainer_desktop.models.base import Synced, table_of
from trainer_desktop.models.schema import TABLES
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import CHANGES, RIGHTS, May, Right, UserRole, may, needed
from trainer_desktop.services.store import users


@pytest.fixture
def cast(store, small):
    """One user of each role; the responsible one is DOS."""
    with store.work("cast", actor="ITD") as work:
        users.add(work, "ITD", "It-drift", UserRole.ADMINISTRATOR)
    with store.work("cast", actor="ITD") as work:
        for role in UserRole:
            if role is not UserRole.ADMINISTRATOR:
                login = "DOS" if role is UserRole.RESPONSIBLE else role.name
                users.add(work, login, role.name.title(), role)
    return {
        role: {UserRole.RESPONSIBLE: "DOS", UserRole.ADMINISTRATOR: "ITD"}.get(role, role.name)
        for role in UserRole
    }


def test_every_register_names_the_right_that_a_change_of_it_needs():
    for table in TABLES:
        assert needed(table, new=True)
        assert needed(table, new=False)
    named = {name.partition(".")[0].removesuffix("+") for name in CHANGES}
    assert named == set(TABLES)


def test_every_right_says_yes_no_or_own_for_every_role():
    assert set(RIGHTS) == set(Right)
    for roles in RIGHTS.values():
        assert set(roles) == set(UserRole)
        assert May.YES in roles.values()
    assert not [right for right in Right if may(None, right) is not May.NO]


@pytest.mark.parametrize("role", UserRole)
@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_change_of_a_register_is_refused_to_who_may_not_make_it(store, cast, table, role):
    """Each register times each role, through the one door that every use case goes through."""
    model = TABLES[table]
    [right] = needed(table, new=True)
    wanted = may(role, right)
    row = blank(model)
    refused = False
    try:
        with store.work("try", actor=cast[role]) as work:
            work.add(row)
            work.flush()
    except Refused as no:
        refused = no.reason is Reason.NOT_ALLOWED
    except Exception:  # noqa: BLE001 - it may lack what a whole row has: it was let through to that
        pass
    assert refused is (wanted is not May.YES)


def blank(model: type[Synced]):
    row = model()
    for column in table_of(model).c:
        if (
            column.type.python_type is str
            and not column.nullable
            and column.key not in ("created", "override")
        ):
            setattr(row, column.key, "x")
    return row


def test_what_is_decided_needs_the_right_to_decide():
    for register in ("reevaluation", "decision", "extra_trainings"):
        assert needed(register, new=True) == {Right.DECIDE}
    assert needed("course", new=False, fields=frozenset({"ended"})) == {Right.DECIDE}
    assert needed("training_session", new=False, fields=frozenset({"override"})) == {Right.OVERRIDE}
