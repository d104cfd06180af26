"""An ill therapist, a closed room, a closed day: found, laid elsewhere, called; nobody charged, one undo."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import add_citizen, add_course, at
from trainer_desktop.models.centre import Centre, ClosingDay, Room, RoomClosure, Staff, StaffAbsence
from trainer_desktop.models.training import Participant, Team, TeamSeries, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, Outage, PlaceCard
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, undo
from trainer_desktop.services.calendar import days
from trainer_desktop.services.courses import facts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.teams import cards, meetings, members

THURSDAY = date(2026, 11, 19)
FIRST_MONDAY = date(2026, 11, 16)


def look(store, query, *args):
    with store.read() as work:
        return query(work, *args)


def ill(small, first=THURSDAY, last=THURSDAY):
    midnight = datetime.combine(last + timedelta(days=1), time())
    return Outage(Cause.STAFF, small.dos, datetime.combine(first, time()), midnight, note="Syg")


def carry_out(store, outage, hits):
    with store.work("ill") as work:
        desk.carry_out(work, outage, {hit.session_id: hit.place for hit in hits})
    return work.change


def test_a_colleague_at_the_same_time_is_the_first_choice(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)

    [hit] = look(store, desk.hits, ill(small))

    assert (hit.place.therapist, hit.place.starts, hit.place.room) == (
        "OSM",
        at(10, day=THURSDAY),
        "Boks A",
    )


def test_what_is_over_or_cancelled_is_left_alone(store, small, book, clock):
    held = book(at(9))
    gone = book(at(12))
    book(at(13))
    with store.work("marks") as work:
        marking.note(work, held, Mark(State.ATTENDED))
        marking.note(work, gone, Mark(State.CANCELLED, Why.OTHER, at(9)))

    hits = look(store, desk.hits, ill(small, at(9).date(), at(9).date()))

    assert [hit.before.starts for hit in hits] == [at(13)]


def test_two_who_want_the_same_colleague_get_two_times(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    with store.work("override") as work:
        booking.book(
            work,
            booking.Wish(
                small.other_course,
                small.dos,
                None,
                at(10, day=THURSDAY),
                45,
                override="to på én gang",
            ),
        )

    hits = look(store, desk.hits, ill(small))

    assert len({(hit.place.therapist, hit.place.starts) for hit in hits}) == 2


def test_the_rest_is_cancelled_for_the_centre_and_costs_nobody(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    book(at(11, day=THURSDAY), course=small.other_course)
    outage = ill(small)
    first, second = look(store, desk.hits, outage)
    before = {c: look(store, facts.one, c).ledger.left for c in (small.course, small.other_course)}

    with store.work("ill") as work:
        places = {first.session_id: first.place, second.session_id: None}
        desk.carry_out(work, outage, places)

    for course, left in before.items():
        account = look(store, facts.one, course).ledger
        assert (account.left, account.used) == (left, 0)
    assert look(store, facts.one, small.course).ledger.booked == 1
    assert look(store, facts.one, small.other_course).ledger.booked == 0
    assert look(store, desk.hits, outage) == []


def test_one_undo_takes_all_of_it_back(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    outage = ill(small)
    change = carry_out(store, outage, look(store, desk.hits, outage))

    with store.work("undo") as work:
        undo.revert(work, change)

    with store.read() as work:
        assert work.scalars(select(StaffAbsence)).all() == []
        [row] = work.scalars(select(TrainingSession))
        assert (row.therapist_id, row.starts) == (small.dos, at(10, day=THURSDAY))


def test_what_was_taken_meanwhile_is_told_and_nothing_is_done(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    outage = ill(small)
    hits = look(store, desk.hits, outage)
    book(at(10, day=THURSDAY), course=small.other_course, therapist=small.osm)

    with pytest.raises(Refused) as no:
        carry_out(store, outage, hits)

    assert (no.value.reason, no.value.facts["what"]) == (Reason.THERAPIST_BUSY, "OSM")
    with store.read() as work:
        assert work.scalars(select(StaffAbsence)).all() == []


def test_a_team_is_covered_at_its_own_time(store, small):
    with store.work("team") as work:
        team = work.get_one(Team, small.team)
        team.therapist_id = small.dos
        work.add(
            TeamSeries(
                team_id=small.team, weekday=3, starts=time(13), minutes=60, valid_from=THURSDAY
            )
        )
        work.flush()
        meetings.hold_meetings(work, small.team, THURSDAY)
        members.join(work, small.team, small.course, THURSDAY)

    [hit] = look(store, desk.hits, ill(small))

    assert hit.team
    assert (hit.place.therapist, hit.place.starts) == ("OSM", at(13, day=THURSDAY))
    assert [one.name for one in hit.people] == ["Ingelise Jeppesen"]


def test_a_closed_room_keeps_therapist_and_time_where_another_is_free(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    with store.work("second box") as work:
        work.add(Room(centre_id=small.centre, name="Boks B", capacity=1, kind=RoomKind.BOX))
    outage = Outage(
        Cause.ROOM, small.box, at(8, day=THURSDAY), at(16, day=THURSDAY), note="Vandskade"
    )

    hits = look(store, desk.hits, outage)
    carry_out(store, outage, hits)

    assert (hits[0].place.therapist, hits[0].place.room) == ("DOS", "Boks B")
    with store.read() as work:
        assert [c.note for c in work.scalars(select(RoomClosure))] == ["Vandskade"]
        wish = booking.Wish(small.other_course, small.osm, small.box, at(11, day=THURSDAY), 45)
        found = [o.reason for o in booking.obstacles(work, wish)]
    assert Reason.ROOM_CLOSED in found


def test_a_closed_day_moves_to_another_day_within_what_is_allowed(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    outage = Outage(
        Cause.DAY, None, at(0, day=THURSDAY), at(23, 59, day=THURSDAY), note="Personaledag"
    )

    hits = look(store, desk.hits, outage)
    carry_out(store, outage, hits)

    assert hits[0].place.starts.date() != THURSDAY
    assert hits[0].place.therapist == "DOS"
    with store.read() as work:
        assert [c.name for c in work.scalars(select(ClosingDay))] == ["Personaledag"]


def test_nobody_is_asked_to_train_twice_on_a_day(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    with store.work("no colleague") as work:
        work.get_one(Staff, small.osm).withdrawn = True
    book(at(10, day=date(2026, 11, 20)))

    [hit] = look(store, desk.hits, ill(small))

    assert hit.place.starts.date() not in (THURSDAY, date(2026, 11, 20))


@pytest.fixture
def satellite(store, small):
    """A second centre with a box of its own."""
    with store.work("satellite") as work:
        centre = Centre(name="Satellitten", parent_id=small.centre, standards={})
        work.add(centre)
        work.flush()
        return centre.id


def whole_day(small, centre=None):
    return Outage(Cause.DAY, centre, at(12, day=THURSDAY), at(13, day=THURSDAY))


def test_a_closed_day_closes_that_day_only(store, small):
    with store.work("close") as work:
        midnight = datetime.combine(THURSDAY + timedelta(days=1), time())
        desk.carry_out(work, Outage(Cause.DAY, None, at(0, day=THURSDAY), midnight), {})

    with store.read() as work:
        assert sorted(rulebooks(work).closing) == [THURSDAY]


def test_a_satellite_that_closes_closes_nobody_else(store, small, satellite):
    with store.work("close") as work:
        desk.carry_out(work, whole_day(small, satellite), {})

    with store.read() as work:
        wish = booking.Wish(small.course, small.dos, small.box, at(10, day=THURSDAY), 45)
        assert booking.obstacles(work, wish) == []
        assert rulebooks(work).work_days.is_hverdag(THURSDAY)
        work.get_one(Room, small.box)
        assert rulebooks(work).closing_at == {(satellite, THURSDAY): "Lukkedag"}


def test_a_closed_centre_takes_no_training(store, small):
    with store.work("close") as work:
        desk.carry_out(work, whole_day(small, small.centre), {})

    with store.read() as work:
        wish = booking.Wish(small.course, small.dos, small.box, at(10, day=THURSDAY), 45)
        found = [o.reason for o in booking.obstacles(work, wish)]
        column = days.week_of_centre(work, FIRST_MONDAY).columns[3]
    assert found[0] is Reason.CLOSED
    assert column.closed == "Lukkedag"


def test_one_may_be_laid_where_another_that_goes_to_the_call_list_was(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    book(at(11, day=THURSDAY), course=small.other_course, room=small.box)
    outage = Outage(Cause.ROOM, small.box, at(8, day=THURSDAY), at(16, day=THURSDAY))
    first, second = look(store, desk.hits, outage)
    place = PlaceCard(at(10, day=THURSDAY), 45, small.dos, "DOS", None, "")

    with store.work("closed") as work:
        desk.carry_out(work, outage, {second.session_id: place, first.session_id: None})

    with store.read() as work:
        assert work.get_one(TrainingSession, second.session_id).starts == at(10, day=THURSDAY)
        gone = work.scalars(
            select(Participant).where(Participant.session_id == first.session_id)
        ).one()
        assert gone.centre_reason == "Lokalet er lukket"


def test_a_training_that_came_meanwhile_stops_it(store, small, book):
    book(at(10, day=THURSDAY))
    outage = ill(small)
    hits = look(store, desk.hits, outage)
    book(at(13, day=THURSDAY), course=small.other_course)

    with pytest.raises(Refused) as no:
        carry_out(store, outage, hits)

    assert (no.value.reason, no.value.facts["what"]) == (Reason.OTHERS_HIT, "Søren Ågård")


def meeting(store, small, starts, room, people=(), team=None):
    with store.work("meeting") as work:
        team = team or small.team
        wish = booking.Wish(None, small.osm, room, starts, 60, Form.TEAM, team)
        session = booking.book(work, wish)
        work.flush()
        for course in people:
            booking.join_team(work, session, course)
    return session


def test_a_colleague_covers_a_team_within_the_hour_and_two_that_share_a_citizen(store, small):
    with store.work("second team") as work:
        second = Team(centre_id=small.centre, name="Andet", capacity=3, room_id=small.gym)
        work.add(second)
        work.flush()
        key = second.id
    meeting(store, small, at(12), small.gym, [small.course])
    meeting(store, small, at(14), small.gym, [small.course], key)
    outage = Outage(Cause.STAFF, small.osm, at(0), at(23, 59))

    hits = look(store, desk.hits, outage)

    assert [hit.place.therapist for hit in hits] == ["DOS", "DOS"]


def test_a_meeting_that_nobody_is_on_leaves_the_calendar(store, small):
    session = meeting(store, small, at(12, day=THURSDAY), small.gym)
    outage = Outage(Cause.STAFF, small.osm, at(0, day=THURSDAY), at(23, 59, day=THURSDAY))

    with store.work("ill") as work:
        desk.carry_out(work, outage, {session: None})

    with store.read() as work:
        assert cards.meetings(work, small.team) == []


def test_two_teams_do_not_get_a_room_that_holds_one(store, small):
    with store.work("rooms") as work:
        hall = Room(centre_id=small.centre, name="Sal 2", capacity=4, kind=RoomKind.GYM)
        second = Team(centre_id=small.centre, name="Andet", capacity=3, room_id=small.gym)
        work.add_all([hall, second])
        ids = (small.centre, small.dos)
        some = [
            add_course(work, ids, add_citizen(work, f"020160998{n}", "Ny", str(n)))
            for n in range(2)
        ]
        work.flush()
        hall_id, key = hall.id, second.id
    meeting(store, small, at(10, day=THURSDAY), hall_id, [small.course, small.other_course])
    with store.work("second") as work:
        wish = booking.Wish(None, small.dos, hall_id, at(10, day=THURSDAY), 60, Form.TEAM, key)
        session = booking.book(work, wish)
        work.flush()
        for course in some:
            booking.join_team(work, session, course)
    outage = Outage(Cause.ROOM, hall_id, at(8, day=THURSDAY), at(16, day=THURSDAY))

    hits = look(store, desk.hits, outage)
    carry_out(store, outage, hits)

    assert sorted(hit.place is None for hit in hits) == [False, True]  # Sal 1 holds three


def test_pool_training_stays_in_a_pool(store, small, book):
    with store.work("pool") as work:
        pool = Room(centre_id=small.centre, name="Bassin", capacity=3, kind=RoomKind.POOL)
        work.add(pool)
        work.flush()
        key = pool.id
    book(at(10, day=THURSDAY), room=key, form=Form.POOL)
    outage = Outage(Cause.ROOM, key, at(8, day=THURSDAY), at(15, day=THURSDAY))

    [hit] = look(store, desk.hits, outage)

    assert {place.room for place in (hit.place, *hit.others)} == {"Bassin"}
    assert len(set(hit.others)) == len(hit.others) > 1  # its lanes are one and the same time
