"""Who has looked: every look once, in a chain; read by managers only; and what is out of the ordinary."""

from datetime import timedelta

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.user import Access
from trainer_desktop.models.verifying import Damage, verify
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.rules.unusual import Unusual, unusual
from trainer_desktop.services.citizens import page
from trainer_desktop.services.courses import deadline_board, tasks
from trainer_desktop.services.messages import overview
from trainer_desktop.services.papers import access
from trainer_desktop.services.record import notes
from trainer_desktop.services.store import looking, users


@pytest.fixture
def staffed(store, small):
    with store.work("first", actor="ITD") as work:
        users.add(work, "ITD", "It-drift", UserRole.ADMINISTRATOR)
    with store.work("cast", actor="ITD") as work:
        for login, name, role in (
            ("LEH", "Lene Hald", UserRole.MANAGER),
            ("DOS", "Dorthe Sørensen", UserRole.RESPONSIBLE),
            ("JEM", "Jesper Madsen", UserRole.FRONT_DESK),
            ("IJE", "Ingelise Jeppesen", UserRole.THERAPIST),
        ):
            users.add(work, login, name, role)
    return store


def look(store, who, citizen):
    store.actor = who
    with store.read() as work:
        page.page(work, citizen)


def lines(store):
    with store.read() as work:
        return work.connection().execute(select(Access).order_by(Access.seq)).all()


def test_each_look_is_noted_once_a_quarter_with_who_and_where(staffed, small, clock):
    staffed.place = "Skranken"
    look(staffed, "JEM", small.citizen)
    look(staffed, "JEM", small.citizen)  # a page that is drawn anew is the same look
    look(staffed, "DOS", small.citizen)
    clock.wall += timedelta(minutes=20)
    look(staffed, "JEM", small.citizen)
    found = [(row.actor, row.place, row.what) for row in lines(staffed)]
    assert found == [
        ("JEM", "Skranken", "page"),
        ("DOS", "Skranken", "page"),
        ("JEM", "Skranken", "page"),
    ]


def test_notes_are_a_look_of_their_own_and_not_for_the_front_desk(staffed, small):
    staffed.actor = "DOS"
    with staffed.read() as work:
        notes.notes(work, small.citizen)
    assert [row.what for row in lines(staffed)] == ["notes"]
    staffed.actor = "JEM"
    with pytest.raises(Refused) as no, staffed.read() as work:
        notes.notes(work, small.citizen)
    assert no.value.reason is Reason.NOT_ALLOWED
    assert len(lines(staffed)) == 1


def test_a_line_that_is_altered_or_taken_out_is_found(staffed, small, clock):
    for _look in range(4):
        look(staffed, "JEM", small.citizen)
        clock.wall += timedelta(minutes=20)
    assert not verify(staffed)
    with pytest.raises(DBAPIError, match="append_only"), staffed.engine.begin() as connection:
        connection.execute(update(Access).where(Access.seq == 2).values(actor="DOS"))
    with staffed.engine.begin() as connection:
        for when in ("update", "delete"):  # somebody with the key and a database client
            connection.exec_driver_sql(f"drop trigger append_only_access_{when}")
        connection.execute(update(Access).where(Access.seq == 2).values(actor="DOS"))
    found = next(f for f in verify(staffed) if f.damage is Damage.ACCESS)
    assert found.where == "2"
    with staffed.engine.begin() as connection:
        connection.exec_driver_sql("delete from access where seq = 2")
    found = next(f for f in verify(staffed) if f.damage is Damage.ACCESS)
    assert found.where == "3"


def test_the_log_of_one_citizen_has_looks_and_changes_and_can_be_filtered(staffed, small, clock):
    look(staffed, "JEM", small.citizen)
    look(staffed, "DOS", small.other)
    with staffed.work("Telefon rettet", actor="JEM") as work:
        work.get_one(Citizen, small.citizen).phone = "74112233"
    staffed.actor = "LEH"
    day = clock.wall.date()
    with staffed.read() as work:
        every = looking.log(work, small.citizen, day, day)
        mine = looking.log(work, small.citizen, day, day, login="JEM", changes=False)
        before = looking.log(work, small.citizen, day - timedelta(days=9), day - timedelta(days=1))
    assert {(one.login, one.what, one.changed) for one in every} >= {
        ("JEM", "page", False),
        ("JEM", "Telefon rettet", True),
    }
    assert "DOS" not in {one.login for one in every if not one.changed}
    assert [(one.login, one.changed) for one in mine] == [("JEM", False)]
    assert before == []


@pytest.mark.parametrize("login", ["ITD", "DOS", "JEM", "XXX"])
def test_only_a_manager_reads_the_log(staffed, small, clock, login):
    staffed.actor = login
    day = clock.wall.date()
    for ask in (
        lambda w: looking.log(w, small.citizen, day, day),
        looking.unusual_looks,
        lambda w: access.access_list(w, small.citizen, day, day),
    ):
        with pytest.raises(Refused) as no, staffed.read() as work:
            ask(work)
        assert no.value.reason is Reason.NOT_ALLOWED


def test_what_is_out_of_the_ordinary_waits_until_a_manager_has_asked(staffed, small):
    look(staffed, "IJE", small.citizen)  # her own name
    look(staffed, "DOS", small.citizen)  # a colleague's
    look(staffed, "DOS", small.other)
    staffed.actor = "LEH"
    with staffed.read() as work:
        found = {(one.login, one.why) for one in looking.unusual_looks(work)}
        [own] = [one for one in looking.unusual_looks(work) if one.why is Unusual.OWN_NAME]
    assert found == {("IJE", Unusual.OWN_NAME), ("DOS", Unusual.COLLEAGUE)}
    with staffed.work("asked") as work:
        looking.in_order(work, own.seq, "Hun hed det samme")
    with staffed.read() as work:
        assert {one.login for one in looking.unusual_looks(work)} == {"DOS"}
    with pytest.raises(Refused), staffed.work("asked") as work:
        looking.in_order(work, own.seq, "  ")


def test_the_log_on_paper_says_who_when_and_what(staffed, small, clock, tmp_path):
    look(staffed, "JEM", small.citizen)
    staffed.actor = "LEH"
    with staffed.read() as work:
        pdf = access.access_list(work, small.citizen, clock.wall.date(), clock.wall.date())
    file = tmp_path / "log.pdf"
    file.write_bytes(pdf)
    said = PdfReader(file).pages[0].extract_text()
    assert "Jesper Madsen" in said
    assert "Så borgerens side" in said
    assert "0201609995" not in said


@pytest.mark.parametrize(
    ("who", "of", "running", "why"),
    [
        ("Ane Bruun", "Ane Bruun", True, Unusual.OWN_NAME),
        ("Ane Bruun", "Ib Kollega", True, Unusual.COLLEAGUE),
        ("Ane Bruun", "Per Bruun", True, Unusual.FAMILY_NAME),
        ("Ane Jensen", "Per Jensen", True, None),  # one of a quarter of a million
        ("Ane Bruun", "Per Holm", False, Unusual.NO_COURSE),
        ("Ane Bruun", "Per Holm", True, None),
        ("DOS", "", True, None),
    ],
)
def test_what_is_out_of_the_ordinary(who, of, running, why):
    colleagues = frozenset({"Ib Kollega", "Ane Bruun"})
    assert unusual(who, of, colleagues, running=running, worked=False) is why


def test_a_look_costs_the_page_little(staffed, small):
    """The look is written after the page is read, and off the GUI thread in the window: reading itself writes nothing."""
    written = []
    staffed.on_look = written.append
    look(staffed, "JEM", small.citizen)
    assert lines(staffed) == []
    assert written[0].seen == ((small.citizen, "page"),)


def test_who_may_not_see_citizens_finds_none_whatever_is_asked(staffed, small):
    for actor in ("ITD", "NOBODY"):
        staffed.actor = actor
        with staffed.read() as work:
            assert work.scalars(select(Citizen)).all() == []
            assert work.execute(select(Citizen.family_name, Citizen.number)).all() == []
            assert work.get(Citizen, small.citizen) is None
            assert tasks.open_tasks(work) == []
            assert deadline_board.board(work).whole == 0
            assert overview.missing(work) == []
    staffed.actor = "VK1"
    with staffed.work("reader", actor="ITD") as work:
        users.add(work, "VK1", "Vikar", UserRole.READER)
    with staffed.read() as work:
        assert len(work.scalars(select(Citizen)).all()) == 2
