"""Citizens taken in, found twice, merged and protected; courses begun, paused, corrected and handed over."""

import uuid
from datetime import date

import pytest

from tests.conftest import add_citizen, add_course, at
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, handing_over, undo
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.citizens import page, same, search, standing, taking_in
from trainer_desktop.services.courses import correcting, facts, history, intake, pausing
from trainer_desktop.services.courses.intake import Draft
from trainer_desktop.services.papers import letters
from trainer_desktop.services.registers.every import REGISTERS

KIRSTEN = {
    "given_name": "Kirsten",
    "family_name": "Olesen",
    "number": "721257-1840",
    "mobile": "20 00 41 17",
}
THURSDAY = date(2026, 11, 19)


def refused(store, act, *args, **named):
    with pytest.raises(Refused) as no, store.work("act") as work:
        act(work, *args, **named)
    return no.value


def take_in(store, **texts):
    with store.work("new") as work:
        return taking_in.add(work, KIRSTEN | texts, [{"name": "Anders", "phone": "20004130"}])


def test_only_the_name_is_needed_and_what_is_missing_is_listed(store, small):
    with store.work("new") as work:
        key = taking_in.add(work, {"given_name": "Bo"})
        card = taking_in.texts_of(work, key)
        assert taking_in.lacks(card.texts) == ("number", "mobile", "address", "gp_clinic_id")
        assert search.masked(card.texts["number"]) == ""


@pytest.mark.parametrize(
    ("texts", "reason", "field"),
    [
        ({"given_name": "", "family_name": " "}, Reason.NOTHING_WRITTEN, "given_name"),
        ({"number": "320157-1840"}, Reason.UNREADABLE, "number"),
        ({"number": "610130-5000"}, Reason.FUTURE_BIRTH, "number"),
        ({"mobile": "20 00 41 3"}, Reason.UNREADABLE, "mobile"),
        ({"gp_clinic_id": "findes ikke"}, Reason.UNREADABLE, "gp_clinic_id"),
        ({"given_name": "x" * 300}, Reason.TOO_LONG, "given_name"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(store, small, texts, reason, field):
    no = refused(store, taking_in.add, KIRSTEN | texts)
    assert (no.reason, no.facts["field"]) == (reason, field)
    with store.read() as work:
        assert field in taking_in.problems(work, KIRSTEN | texts)


def test_the_same_person_is_found_while_typing_and_never_made_twice(store, small):
    key = take_in(store)
    for texts, why in (
        (KIRSTEN, same.Alike.NUMBER),
        (KIRSTEN | {"number": "721257-0000"}, same.Alike.NAME_AND_BIRTHDAY),
        ({"given_name": "K", "mobile": "20004117"}, same.Alike.PHONE),
    ):
        with store.read() as work:
            found = same.alike(work, texts)
            assert [(one.id, one.why) for one in found] == [(key, why)]
            assert not same.alike(work, texts, key)
    assert refused(store, taking_in.add, KIRSTEN).reason is Reason.SAME_PERSON


def test_two_records_are_merged_with_their_courses_and_taken_apart_again(store, small):
    keep = take_in(store)
    with store.work("other") as work:
        gone = add_citizen(work, "6101500007", "Olsen", "Kirsten")
        course = add_course(work, (small.centre, small.dos), gone)
        work.get_one(Citizen, gone).address = "Birkevænget 14"
    with store.work("book") as work:
        booking.book(work, Wish(course, small.dos, None, at(10, day=THURSDAY), 45))
    with store.read() as work:
        shown = same.preview(work, keep, gone)
        assert shown.courses == 1
        assert {one.field for one in shown.differences} >= {"family_name", "address", "number"}

    with store.work("merge") as work:
        same.merge(work, keep, gone, frozenset(["family_name"]))
    change = work.change

    with store.read() as work:
        kept = work.get_one(Citizen, keep)
        assert (kept.family_name, kept.address) == ("Olsen", "Birkevænget 14")
        assert work.get_one(Course, course).citizen_id == keep
        for number in ("7212571840", "6101500007"):
            assert [one.id for one in search.find(work, number)] == [keep]
    busy = Wish(small.course, small.osm, None, at(10, day=THURSDAY), 45)
    with store.work("book") as work:
        mine = add_course(work, (small.centre, small.osm), keep)
        reasons = {
            o.reason for o in booking.obstacles(work, Wish(mine, small.osm, None, busy.starts, 45))
        }
        assert Reason.CITIZEN_BUSY in reasons  # the occupancy went along

    with store.work("undo") as work:
        undo.revert(work, change)
    with store.read() as work:
        assert work.get_one(Course, course).citizen_id == gone
        assert [one.id for one in search.find(work, "6101500007")] == [gone]


def test_two_who_train_at_the_same_time_are_not_merged(store, small, book):
    with store.work("other") as work:
        other = add_citizen(work, "6101500007", "Olsen", "Kirsten")
        course = add_course(work, (small.centre, small.osm), other)
    book(at(10, day=THURSDAY))
    with store.work("book") as work:
        booking.book(work, Wish(course, small.osm, None, at(10, day=THURSDAY), 45))
    with pytest.raises(Refused) as no, store.work("merge") as work:
        same.merge(work, small.citizen, other)
    assert no.value.reason is Reason.CITIZEN_BUSY
    with store.read() as work:
        assert work.get_one(Course, course).citizen_id == other


def test_a_protected_address_is_nowhere_and_one_who_died_gets_no_letter(store, small):
    key = take_in(store, address="Hemmelig Sti 9", postcode="4000", town="Roskilde")
    with store.work("course") as work:
        add_course(work, (small.centre, small.dos), key)
        standing.protect(work, key, on=True)
    import io

    import pypdf

    with store.read() as work:
        assert "Hemmelig" not in page.page(work, key).address
        assert not search.find(work, "Olesen")[0].town
        text = "".join(
            one.extract_text()
            for one in pypdf.PdfReader(io.BytesIO(letters.schedule_letter(work, key))).pages
        )
        assert "Kirsten" in text
        assert "Hemmelig" not in text
    with store.work("dead") as work:
        standing.set_standing(work, key, standing.DECEASED, date(2026, 11, 17))
        with pytest.raises(Refused):
            letters.schedule_letter(work, key)
    assert (
        refused(store, standing.set_standing, key, standing.DECEASED, THURSDAY).reason
        is Reason.NOT_COME
    )


def test_a_death_proposes_the_later_trainings_and_releases_them_when_told(store, small, book):
    person = book(at(10, day=THURSDAY))
    with store.work("dead") as work:
        card = standing.set_standing(work, small.citizen, standing.DECEASED)
        assert card.later == 1
    with store.read() as work:
        assert not work.get_one(Participant, person).withdrawn
    with store.work("release") as work:
        assert standing.release(work, small.citizen) == 1
    with store.read() as work:
        assert standing.card(work, small.citizen).later == 0


def test_kin_who_are_changed_one_by_one_keep_the_others(store, small):
    key = take_in(store)
    with store.work("kin") as work:
        first = {"name": "Anders", "phone": "20004130"}
        taking_in.set_kin(work, key, [first, {"name": "Bente", "guardian": "ja", "may_act": "ja"}])
    with store.read() as work:
        kin = taking_in.texts_of(work, key).kin
        assert [one["name"] for one in kin] == ["Anders", "Bente"]
        assert kin[1]["guardian"] == "ja"


# ---- courses


def draft(citizen, **more):
    given = {
        "basis": "SUL140",
        "source": "hospital",
        "events": {"discharge": date(2026, 11, 16), "grant": date(2026, 11, 17)},
        "trainings": 12,
        "minutes": 45,
    }
    return Draft(citizen, **(given | more))


def test_an_intake_shows_deadlines_from_the_standard_and_makes_the_course(store, small):
    key = take_in(store)
    with store.read() as work:
        card = intake.preview(work, draft(key))
        assert card.standard == "aalborg-140"
        due = {one.id: one.due for one in card.deadlines}
        assert date(2026, 11, 20) in due.values()  # four kalenderdage from the discharge
        assert date(2026, 11, 23) in due.values()  # seven
        assert card.choice is not None
    with store.work("course") as work:
        course = intake.add(work, draft(key, responsible_id=small.dos))
    with store.read() as work:
        one = facts.one(work, course)
        assert (one.ledger.granted, one.course.events["discharge"]) == (12, date(2026, 11, 16))
        row = work.get_one(Course, course)
        assert (row.version, row.package_minutes, row.source) == ("2022", 540, "hospital")


@pytest.mark.parametrize(
    ("more", "field", "reason"),
    [
        ({"basis": ""}, "basis", Reason.NO_BASIS),
        ({"trainings": 0}, "trainings", Reason.NOT_SO),
        ({"minutes": 2000}, "minutes", Reason.NOT_SO),
        (
            {"events": {"application_received": date(2026, 11, 17), "grant": date(2026, 11, 3)}},
            "grant",
            Reason.CROSSED,
        ),
        (
            {"events": {"discharge": date(2026, 11, 17), "course_start": date(2026, 11, 3)}},
            "course_start",
            Reason.CROSSED,
        ),
        ({"events": {"grant": date(1999, 1, 1)}}, "grant", Reason.TOO_FAR),
    ],
)
def test_an_intake_that_cannot_be_says_where(store, small, more, field, reason):
    with store.read() as work:
        assert intake.problems(work, draft(small.citizen, **more))[field].reason is reason
    assert refused(store, intake.add, draft(small.citizen, **more)).reason is reason


def test_silence_stays_silence_in_an_intake(store, small):
    with store.work("none") as work:
        from trainer_desktop.services.registers import choices

        choices.choose_standard(work, "SUL140", "")
    with store.read() as work:
        card = intake.preview(work, draft(small.citizen))
        assert (card.standard, card.deadlines, card.checks) == ("", (), ())


def test_a_pause_proposes_what_lies_in_it_and_releases_when_told(store, small, book):
    book(at(10, day=THURSDAY))
    with store.work("pause") as work:
        pausing.pause(work, small.course, date(2026, 11, 18), date(2026, 11, 25), "Sygehus")
        assert [one.trainings for one in pausing.pauses(work, small.course)] == [1]
    again = refused(store, pausing.pause, small.course, THURSDAY, THURSDAY, "igen")
    assert again.reason is Reason.ALREADY_PAUSED
    crossed = refused(store, pausing.pause, small.course, THURSDAY, date(2026, 11, 1), "x")
    assert crossed.reason is Reason.CROSSED
    assert (
        refused(store, pausing.pause, small.course, THURSDAY, THURSDAY, " ").reason
        is Reason.NEEDS_REASON
    )
    with store.work("release") as work:
        assert pausing.release(work, small.course, date(2026, 11, 18), date(2026, 11, 25)) == 1
        assert pausing.pauses(work, small.course)[0].trainings == 0


def test_a_course_goes_to_another_with_its_trainings_or_not_at_all(store, small, book):
    book(at(10, day=THURSDAY))
    with store.work("busy") as work:
        booking.book(work, Wish(small.other_course, small.osm, None, at(10, day=THURSDAY), 45))
    with pytest.raises(Refused) as no, store.work("hand over") as work:
        handing_over.hand_over(work, small.course, small.osm, trainings=True)
    assert no.value.reason is Reason.THERAPIST_BUSY
    with store.read() as work:
        assert work.get_one(Course, small.course).responsible_id == small.dos
    with store.work("hand over") as work:
        done = handing_over.hand_over(work, small.course, small.osm)
    assert (done.along, done.left) == (0, 1)


def test_a_correction_moves_the_ledger_and_needs_a_reason(store, small):
    assert (
        refused(store, correcting.correct, small.course, {"trainings": "8"}, "").reason
        is Reason.NEEDS_REASON
    )
    with store.work("correct") as work:
        correcting.correct(work, small.course, {"trainings": "8", "minutes": "30"}, "Tastefejl")
    with store.read() as work:
        assert facts.one(work, small.course).ledger.granted == 8
        assert work.get_one(Course, small.course).package_minutes == 240
        [was] = history.corrections(work, small.course)
        assert (was.why, was.by) == ("Tastefejl", "DOS")
        assert {name: (old, new) for name, old, new in was.changes} == {
            "package_trainings": (10, 8),
            "package_minutes": (450, 240),
        }
        assert not history.corrections(work, small.other_course)


def test_a_booking_in_a_pause_is_warned_of_and_one_for_the_dead_refused(store, small):
    wish = Wish(small.course, small.dos, None, at(10, day=THURSDAY), 45)
    with store.work("pause") as work:
        pausing.pause(work, small.course, THURSDAY, THURSDAY, "Ferie")
        found = {o.reason: o.level.value for o in booking.obstacles(work, wish)}
        assert found[Reason.COURSE_RESTS] == "warn"
    with store.work("dead") as work:
        standing.set_standing(work, small.citizen, "deceased")
        found = {o.reason: o.level.value for o in booking.obstacles(work, wish)}
        assert found[Reason.CITIZEN_DEAD] == "refuse"


def test_the_first_booking_and_the_first_attendance_note_their_days(store, small, clock):
    key = take_in(store)
    with store.work("course") as work:
        course = intake.add(work, draft(key, responsible_id=small.dos))
    with store.work("book") as work:
        booking.book(work, Wish(course, small.dos, None, at(10, day=THURSDAY), 45))
    change = work.change
    with store.read() as work:
        events = facts.one(work, course).course.events
        assert events["start_offered"] == THURSDAY
        assert "appointment_told" not in events  # booked is not told: a person says that
    with store.work("undo") as work:
        undo.revert(work, change)
    with store.read() as work:
        assert "start_offered" not in facts.one(work, course).course.events
    with store.work("book again") as work:
        booking.book(work, Wish(course, small.dos, None, at(9, day=THURSDAY), 45))
        [training] = facts.one(work, course).course.trainings
    clock.wall = clock.wall.replace(day=19, hour=10)
    with store.work("came") as work:
        marking.note(work, uuid.UUID(training.key), Mark(State.ATTENDED))
    with store.read() as work:
        events = facts.one(work, course).course.events
        assert (events["first_visit"], events["course_start"]) == (THURSDAY, THURSDAY)
        brief, _ends = facts.briefs(work, [course])
        assert brief[course].course.events == events
    with store.work("no, not there") as work:
        marking.note(work, uuid.UUID(training.key), Mark(State.MISSED), "tastefejl")
    with store.read() as work:
        assert "course_start" not in facts.one(work, course).course.events


def test_what_was_offered_goes_with_the_booking_that_is_taken_away_or_moved(store, small):
    key = take_in(store)
    with store.work("course") as work:
        course = intake.add(work, draft(key, responsible_id=small.dos))
    with store.work("book") as work:
        session = booking.book(work, Wish(course, small.dos, None, at(10, day=THURSDAY), 45))
    friday = date(2026, 11, 20)
    with store.work("move") as work:
        booking.move(work, session, starts=at(10, day=friday))
    with store.read() as work:
        assert facts.one(work, course).course.events["start_offered"] == friday
    with store.work("remove") as work:
        booking.remove(work, session)
    with store.read() as work:
        assert not {"start_offered", "appointment_told"} & set(
            facts.one(work, course).course.events
        )


def test_one_more_training_in_an_old_systems_course_tells_nothing_of_its_beginning(
    store, small, book
):
    old = book(at(9, day=date(2026, 11, 19)))
    with store.work("imported") as work:
        work.get_one(Participant, old).number = "4711"
    book(at(10, day=date(2026, 11, 24)))
    with store.read() as work:
        assert "appointment_told" not in facts.one(work, small.course).course.events


# ---- what a reviewer found


def test_a_merge_takes_what_is_chosen_and_leaves_what_is_not(store, small):
    keep = take_in(store)
    with store.work("two") as work:
        gone = add_citizen(work, "6101500007", "Olsen", "Kirsten")
        mine, other = work.get_one(Citizen, keep), work.get_one(Citizen, gone)
        mine.digital_post, mine.ride = False, True
        other.digital_post, other.ride = True, False
        standing.set_standing(work, gone, "deceased", date(2026, 11, 1))
    with store.work("merge") as work:
        same.merge(work, keep, gone, frozenset(["ride"]))
    with store.read() as work:
        mine = work.get_one(Citizen, keep)
        assert (mine.digital_post, mine.ride, mine.standing) == (False, False, "")


def test_a_move_to_come_releases_only_what_lies_after_it(store, small, book):
    book(at(10, day=THURSDAY))
    book(at(10, day=date(2026, 12, 3)))
    with store.work("moves") as work:
        card = standing.set_standing(work, small.citizen, "moved", date(2026, 12, 1))
        assert card.later == 1
        assert standing.release(work, small.citizen) == 1
    with store.read() as work:
        assert [t.starts.date() for t in facts.one(work, small.course).course.trainings] == [
            THURSDAY
        ]


def test_a_pause_noted_afterwards_takes_nothing_that_has_been(store, small, book, clock):
    book(at(10, day=THURSDAY))
    clock.wall = clock.wall.replace(day=20)
    with store.work("pause") as work:
        pausing.pause(work, small.course, date(2026, 11, 18), date(2026, 11, 25), "Sygehus")
        assert pausing.release(work, small.course, date(2026, 11, 18), date(2026, 11, 25)) == 0


def test_nothing_is_handed_to_a_colleague_who_is_away(store, small, book):
    book(at(10, day=THURSDAY))
    with store.work("away") as work:
        REGISTERS["absences"].add(work, {"staff_id": "OSM", "first": str(THURSDAY)})
    no = refused(store, handing_over.hand_over, small.course, small.osm, trainings=True)
    assert no.reason is Reason.THERAPIST_ABSENT
    with store.read() as work:
        assert work.get_one(Course, small.course).responsible_id == small.dos


def test_one_who_has_moved_away_is_booked_only_with_a_word(store, small):
    with store.work("moves") as work:
        standing.set_standing(work, small.citizen, "moved", date(2026, 11, 10))
    wish = Wish(small.course, small.dos, None, at(10, day=THURSDAY), 45)
    with store.read() as work:
        found = {o.reason: o.level.value for o in booking.obstacles(work, wish)}
    assert found[Reason.CITIZEN_MOVED] == "warn"
