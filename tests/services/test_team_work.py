"""Teams: capacity, members for a number of times, waiting places, drop-in, cover, and a roster that one key fills."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from trainer_desktop.models.centre import StaffAbsence
from trainer_desktop.models.course import CourseEvent
from trainer_desktop.models.training import Participant, Team, TeamSeries, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.courses import facts
from trainer_desktop.services.teams import cards, members
from trainer_desktop.services.teams import meetings as team_meetings
from trainer_desktop.services.waiting import freed_times, waiting_list

FIRST = date(2026, 11, 18)


@pytest.fixture
def meets(store, small):
    """The team meets on Wednesdays at 13 for five weeks."""
    with store.work("team") as work:
        work.get_one(Team, small.team).therapist_id = small.dos
        work.add(
            TeamSeries(team_id=small.team, weekday=2, starts=time(13), minutes=60, valid_from=FIRST)
        )
        work.flush()
        team_meetings.hold_meetings(work, small.team, FIRST + timedelta(weeks=4))
    with store.read() as work:
        query = select(TrainingSession.id).order_by(TrainingSession.starts)
        return list(work.scalars(query))


def booked(store, course):
    with store.read() as work:
        return facts.one(work, course).ledger.booked


def test_meetings_are_made_once_and_not_on_closing_days(store, small, meets):
    with store.work("again") as work:
        again = team_meetings.hold_meetings(work, small.team, date(2026, 12, 31))

    with store.read() as work:
        days = [s.date() for s in work.scalars(select(TrainingSession.starts))]
    assert len(meets) == 5
    assert again.made == len([d for d in days if d > FIRST + timedelta(weeks=4)]) == 2
    assert date(2026, 12, 24) not in days


def test_joining_for_three_times_takes_three_places(store, small, meets):
    with store.work("join") as work:
        joined = members.join(work, small.team, small.course, FIRST, times=3)

    assert joined == [FIRST + timedelta(weeks=n) for n in range(3)]
    assert booked(store, small.course) == 3


def test_a_full_meeting_is_left_out_and_a_full_team_refuses(store, small, meets):
    with store.work("fill") as work:
        team = work.get_one(Team, small.team)
        team.capacity = 1
        booking.join_team(work, meets[0], small.other_course)
    with store.work("join") as work:
        joined = members.join(work, small.team, small.course, FIRST, times=2)
    assert joined[0] == FIRST + timedelta(weeks=1)

    with pytest.raises(Refused) as no, store.work("drop in") as work:
        booking.join_team(work, meets[0], small.course)
    assert (no.value.reason, no.value.facts["capacity"]) == (Reason.TEAM_FULL, 1)


def test_the_package_limits_how_often(store, small, meets):
    with store.work("small package") as work:
        from trainer_desktop.models.course import Course

        work.get_one(Course, small.course).package_trainings = 2
    with store.work("join") as work:
        joined = members.join(work, small.team, small.course, FIRST)

    assert len(joined) == 2


def test_leaving_gives_the_coming_places_back_and_keeps_the_past(store, small, meets, clock):
    with store.work("join") as work:
        members.join(work, small.team, small.course, FIRST)
    clock.wall = datetime(2026, 11, 19, 8)
    with store.work("leave") as work:
        gone = members.leave(work, small.team, small.course)

    assert gone == 4
    with store.read() as work:
        assert len(cards.roster(work, meets[0]).seats) == 1


def test_one_key_marks_and_the_rest_came(store, small, meets, clock):
    with store.work("join") as work:
        members.join(work, small.team, small.course, FIRST)
        members.join(work, small.team, small.other_course, FIRST)
    clock.wall = datetime(2026, 11, 18, 13, 30)
    with store.read() as work:
        seats = cards.roster(work, meets[0]).seats
    assert [seat.name for seat in seats] == ["Ingelise Jeppesen", "Søren Ågård"]

    with store.work("missed") as work:
        marking.note(work, seats[0].participant_id, Mark(State.MISSED))
    with store.read() as work:
        left = cards.roster(work, meets[0]).unmarked
    with store.work("rest") as work:
        members.mark_all(work, [(s.participant_id, Mark(State.ATTENDED)) for s in left], True)

    with store.read() as work:
        card = cards.roster(work, meets[0])
        late = work.scalars(select(Participant.late_entry).order_by(Participant.id)).all()
    assert [seat.look for seat in card.seats] == [Look.STAYED_AWAY, Look.CAME]
    assert late.count(True) == 1
    assert card.unmarked == ()


def test_one_leaves_and_the_team_goes_on(store, small, meets):
    with store.work("join") as work:
        members.join(work, small.team, small.course, FIRST)
        members.join(work, small.team, small.other_course, FIRST)
        seat = cards.roster(work, meets[0]).seats[0]
    with store.work("cancel") as work:
        told = datetime(2026, 11, 18, 9)
        marking.note(work, seat.participant_id, Mark(State.CANCELLED, marking.Why.OTHER, told))

    with store.read() as work:
        card = cards.roster(work, meets[0])
        [freed] = [s for s in freed_times.freed(work) if s.team_id]
    assert (card.meeting.taken, card.meeting.capacity) == (1, 2)
    assert freed.session_id == meets[0]


def test_who_waits_for_a_place_is_offered_and_taken_in(store, small, meets):
    with store.work("full") as work:
        work.get_one(Team, small.team).capacity = 1
        members.join(work, small.team, small.other_course, FIRST)
        entry = waiting_list.add(work, small.course, Form.TEAM, 60, team_id=small.team)
    with pytest.raises(Refused), store.work("take in") as work:
        waiting_list.take_in(work, entry, FIRST)
    with store.work("leave") as work:
        members.leave(work, small.team, small.other_course)
        waiting_list.take_in(work, entry, FIRST)

    assert booked(store, small.course) == 5
    with store.read() as work:
        assert waiting_list.entries(work) == []


def test_a_colleague_covers_unless_busy(store, small, meets, book):
    with store.work("cover") as work:
        members.cover(work, meets[0], small.osm)
    book(datetime(2026, 11, 25, 13), therapist=small.osm)

    with pytest.raises(Refused) as no, store.work("cover") as work:
        members.cover(work, meets[1], small.osm)

    assert no.value.reason is Reason.THERAPIST_BUSY
    with store.read() as work:
        assert cards.roster(work, meets[0]).meeting.therapist == "OSM"


def test_nobody_is_on_one_meeting_twice(store, small, meets, clock):
    clock.wall = datetime(2026, 11, 18, 14, 30)
    with store.work("drop in") as work:
        booking.join_team(work, meets[0], small.course)
    with store.read() as work:
        person = work.scalar(select(Participant.id))
    with store.work("mark") as work:
        marking.note(work, person, Mark(State.ATTENDED))

    with store.work("again") as work, pytest.raises(Refused) as no:
        booking.join_team(work, meets[0], small.course)

    assert no.value.reason is Reason.ALREADY_ON_TEAM


def test_who_cancelled_may_come_after_all(store, small, meets):
    with store.work("join") as work:
        booking.join_team(work, meets[1], small.course)
    with store.read() as work:
        person = work.scalar(select(Participant.id))
    with store.work("cancel") as work:
        marking.note(work, person, Mark(State.CANCELLED, Why.OTHER, datetime(2026, 11, 18, 9)))

    with pytest.raises(Refused) as no, store.work("join again") as work:
        booking.join_team(work, meets[1], small.course)
    with store.work("after all") as work:
        marking.comes_after_all(work, person)

    assert no.value.reason is Reason.HAS_CANCELLED
    with store.read() as work:
        assert work.scalars(select(Participant.state)).all() == [State.PLANNED]
        assert [c.state for c in marking.corrections(work, person)] == [State.CANCELLED]


def test_joining_a_team_leaves_a_cancelled_meeting_cancelled(store, small, meets):
    with store.work("drop in") as work:
        booking.join_team(work, meets[1], small.course)
    with store.read() as work:
        person = work.scalar(select(Participant.id))
    told = datetime(2026, 11, 18, 9)
    with store.work("cancel", actor="OSM") as work:
        marking.note(work, person, Mark(State.CANCELLED, Why.ILLNESS, told))

    with store.work("join") as work:
        joined = members.join(work, small.team, small.course, FIRST)

    with store.read() as work:
        there = work.get_one(Participant, person)
        assert (there.state, there.why, there.told) == (State.CANCELLED, Why.ILLNESS, told)
        assert there.noted_by == "OSM"
        assert len(joined) == len(meets) - 1


def test_a_meeting_that_the_centre_called_off_is_not_joined(store, small, meets):
    with store.work("join") as work:
        booking.join_team(work, meets[1], small.course)
        work.flush()
        marking.cancel_by_centre(work, meets[1], "Terapeuten er fraværende")

    with store.work("other") as work:
        joined = members.join(work, small.team, small.other_course, FIRST)

    assert FIRST + timedelta(weeks=1) not in joined
    assert len(joined) == 4


def test_who_drops_in_first_can_join_afterwards(store, small, meets):
    with store.work("drop in") as work:
        booking.join_team(work, meets[0], small.course)

    with store.work("join") as work:
        joined = members.join(work, small.team, small.course, FIRST, times=3)

    assert joined == [FIRST + timedelta(weeks=n) for n in (1, 2)]


def test_a_course_that_has_ended_joins_nothing(store, small, meets):
    with store.work("end") as work:
        day = FIRST - timedelta(days=1)
        work.add(CourseEvent(course_id=small.course, event="course_end", day=day))

    for join in (
        lambda work: members.join(work, small.team, small.course, FIRST),
        lambda work: booking.join_team(work, meets[0], small.course),
    ):
        with store.work("join") as work, pytest.raises(Refused) as no:
            join(work)
        assert no.value.reason is Reason.COURSE_ENDED


def test_a_meeting_that_was_moved_is_not_made_again_and_a_holiday_is_told(store, small, meets):
    later = datetime(2026, 12, 23)
    with store.work("move") as work:
        booking.move(work, meets[1], starts=datetime(2026, 11, 25, 14))
        absence = StaffAbsence(
            staff_id=small.dos,
            starts=later,
            ends=later + timedelta(days=1),
            kind=AbsenceKind.HOLIDAY,
            note="",
        )
        work.add(absence)

    with store.work("again") as work:
        held = team_meetings.hold_meetings(work, small.team, date(2026, 12, 30))

    assert held.made == 1
    assert [(day, no.reason) for day, no in held.left_out] == [
        (later.date(), Reason.THERAPIST_ABSENT)
    ]


def test_a_team_is_made_with_its_meetings_unless_the_room_is_too_small(store, small):
    def new(capacity):
        return team_meetings.NewTeam(
            "Nyt hold", small.osm, small.gym, capacity, 4, time(9), 60, FIRST
        )

    with store.work("make") as work, pytest.raises(Refused) as no:
        team_meetings.make(work, new(4), FIRST + timedelta(weeks=3))
    with store.work("make") as work:
        held = team_meetings.make(work, new(3), FIRST + timedelta(weeks=3))

    assert (no.value.reason, no.value.facts["capacity"]) == (Reason.ROOM_TOO_SMALL, 3)
    with store.read() as work:
        meetings = cards.meetings(work, held.team_id)
    assert held.made == len(meetings) == 3
    assert {m.starts.weekday() for m in meetings} == {4}
