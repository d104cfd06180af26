"""What a centre is made of: entered, changed from a day, and taken out of use with nothing left broken."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import at
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import GpClinic
from trainer_desktop.models.training import Team
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import booking, undo
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calendar import days
from trainer_desktop.services.centre import roster
from trainer_desktop.services.citizens import taking_in
from trainer_desktop.services.registers import choices, hours, naming, sheet
from trainer_desktop.services.registers.every import REGISTERS, Missing, missing
from trainer_desktop.services.registers.sheet import Does

CENTRES, ROOMS, STAFF = (REGISTERS[key] for key in ("centres", "rooms", "staff"))
CLOSING, PACKAGES, ABSENCES = (REGISTERS[key] for key in ("closing", "packages", "absences"))
THURSDAY = date(2026, 11, 19)


def refused(store, act, *args):
    with pytest.raises(Refused) as no, store.work("act") as work:
        act(work, *args)
    return no.value


def test_an_empty_store_says_what_is_missing_and_then_nothing_needed(store):
    with store.work("set up") as work:
        needed = [one.what for one in missing(work) if one.needed]
        assert needed == [Missing.CENTRE, Missing.STAFF]
        CENTRES.add(work, {"name": "Åsø"})
        key = STAFF.add(work, {"initials": "dos", "name": "Dorthe Sørensen"})
        assert [one.what for one in missing(work) if one.needed] == [Missing.HOURS]
        hours.set_week(work, key, "ma-fr 8-15.30")
        assert not [one for one in missing(work) if one.needed]


def test_the_second_centre_is_a_satellite_of_the_first(store):
    with store.work("set up") as work:
        first = CENTRES.add(work, {"name": "Åsø"})
        CENTRES.add(work, {"name": "Nordby"})
        assert work.scalar(select(Centre.parent_id).where(Centre.name == "Nordby")) == first


@pytest.mark.parametrize(
    ("key", "texts", "reason", "field"),
    [
        ("staff", {"initials": "dos", "name": "En anden"}, Reason.TAKEN, "initials"),
        ("rooms", {"name": "boks a"}, Reason.TAKEN, "name"),
        ("rooms", {"name": "Ny", "capacity": "0"}, Reason.NOT_SO, "capacity"),
        ("packages", {"name": "Nul", "trainings": "0"}, Reason.NOT_SO, "trainings"),
        ("closing", {"day": "2026-12-25", "name": "Jul"}, Reason.TAKEN, "day"),
        ("closing", {"day": "1999-01-01", "name": "Før"}, Reason.TOO_FAR, None),
        ("clinics", {"name": "Læge", "ydernummer": "abc"}, Reason.UNREADABLE, "ydernummer"),
        ("centres", {"name": "x" * 300}, Reason.TOO_LONG, "name"),
        ("centres", {"name": ""}, Reason.NOTHING_WRITTEN, "name"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(store, small, key, texts, reason, field):
    register = REGISTERS[key]
    with store.work("before") as work:
        room = work.get_one(Room, small.box)
        room.name = "Boks A"
    with store.read() as work:
        before = len(register.rows(work, every=True))

    no = refused(store, register.add, texts)

    assert (no.reason, no.facts.get("field")) == (reason, field or no.facts.get("field"))
    with store.read() as work:
        assert len(register.rows(work, every=True)) == before


def test_hours_change_from_a_day_and_what_was_stays_readable(store, small):
    since = date(2026, 12, 7)
    with store.work("hours") as work:
        hours.set_week(work, small.dos, "ma-to 9-14", since)
    with store.read() as work:
        weeks = hours.weeks(work, small.dos)
        assert weeks[0].until == since - timedelta(days=1)
        assert weeks[-1].text == "ma-to 9-14"
        [before] = roster.hours(work, [date(2026, 12, 4)], small.dos).values()
        [after] = roster.hours(work, [since], small.dos).values()
        assert before != after
        assert after == ((time(9), time(14)),)
        assert not roster.hours(work, [date(2026, 12, 11)], small.dos)  # no Friday any more


def test_alternate_weeks_hold_in_their_weeks_alone(store, small):
    with store.work("hours") as work:
        hours.set_week(work, small.dos, "fr 8-12 (lige uger)")
    with store.read() as work:
        even, odd = date(2026, 11, 27), date(2026, 12, 4)  # weeks 48 and 49
        found = roster.hours(work, [even, odd], small.dos)
        assert list(found) == [(small.dos, even)]


def test_a_new_week_tells_what_it_leaves_outside(store, small, book):
    book(at(14, day=THURSDAY))
    with store.work("hours") as work:
        outside = hours.set_week(work, small.dos, "ma-fr 8-12", date(2026, 11, 19))
    assert (outside.trainings, outside.first) == (1, THURSDAY)


def test_nobody_leaves_while_trainings_stand_after_the_last_day(store, small, book):
    book(at(10, day=THURSDAY))

    no = refused(store, STAFF.end, small.dos, date(2026, 11, 18))

    assert (no.reason, no.facts["n"], no.facts["first"]) == (Reason.STILL_STANDS, 1, THURSDAY)
    with store.work("end") as work:
        STAFF.end(work, small.dos, THURSDAY)
    with store.read() as work:
        assert "DOS" in [one.short for one in roster.therapists(work, day=THURSDAY)]
        friday = THURSDAY + timedelta(days=1)
        assert "DOS" not in [one.short for one in roster.therapists(work, day=friday)]
        assert not roster.hours(work, [friday], small.dos)
        shown = days.day_by_therapist(work, THURSDAY)
        assert any(
            block.therapist == "DOS" for block in shown.blocks
        )  # what has been keeps its name


def test_a_room_out_of_use_cannot_be_booked_after_its_last_day(store, small):
    with store.work("end") as work:
        ROOMS.end(work, small.box, THURSDAY)
    friday = THURSDAY + timedelta(days=1)
    for day, there in ((THURSDAY, False), (friday, True)):
        with store.read() as work:
            wish = Wish(small.course, small.dos, small.box, at(10, day=day), 45)
            reasons = {o.reason for o in booking.obstacles(work, wish)}
            assert (Reason.ROOM_CLOSED in reasons) is there
    with store.work("again") as work:
        ROOMS.end(work, small.box, None)
    with store.read() as work:
        wish = Wish(small.course, small.dos, small.box, at(10, day=friday), 45)
        assert Reason.ROOM_CLOSED not in {o.reason for o in booking.obstacles(work, wish)}


def test_a_closing_day_on_which_somebody_trains_is_told(store, small, book):
    book(at(10, day=THURSDAY))
    no = refused(store, CLOSING.add, {"day": str(THURSDAY), "name": "Kursusdag"})
    assert (no.reason, no.facts["n"]) == (Reason.STILL_STANDS, 1)
    with store.work("close") as work:
        key = CLOSING.add(work, {"day": "2026-11-20", "name": "Kursusdag"})
    with store.read() as work:
        assert roster.closed_name(roster.rulebooks(work), date(2026, 11, 20)) == "Kursusdag"
    with store.work("open") as work:
        CLOSING.end(work, key, None)
        assert not CLOSING.rows(work)


def test_a_change_that_another_has_overtaken_is_refused(store, small):
    with store.read() as work:
        from trainer_desktop.services.store import news

        saw = news.latest(work)
    with store.work("other") as work:
        STAFF.change(work, small.dos, {"title": "Leder"})
    store.actor = "LIK"
    with pytest.raises(Refused) as no, store.work("mine", saw=saw) as work:
        STAFF.change(work, small.dos, {"title": "Fysioterapeut"})
    assert no.value.reason is Reason.CHANGED_SINCE


def test_standards_and_choices_are_chosen_and_read_back(store, small):
    with store.work("choose") as work:
        choices.choose_standard(work, "SUL140", "aalborg-140")
        choices.choose_setting(work, "repeated_from", "3")
        choices.choose_setting(work, "longer_without_digital_post", "nej")
    with store.read() as work:
        chosen = {card.basis: card.chosen for card in choices.bases(work)}
        assert chosen["SUL140"] == "aalborg-140"
        said = {one.name: one for one in choices.settings(work)}
        assert said["repeated_from"].value == "3"
        assert said["longer_without_digital_post"].chosen
        assert len(said) == 17
    for name, text in (
        ("repeated_from", "mange"),
        ("longer_without_digital_post", "måske"),
        ("x", "1"),
    ):
        assert refused(store, choices.choose_setting, name, text).reason is Reason.UNREADABLE
    with store.work("back") as work:
        choices.choose_setting(work, "repeated_from", "")
        assert not [
            one for one in choices.settings(work) if one.name == "repeated_from" and one.chosen
        ]


def test_every_setting_can_take_what_it_offers(store, small):
    with store.work("choose") as work:
        for one in choices.settings(work):
            for value in one.choices:
                choices.choose_setting(work, one.name, value)
                now = next(s for s in choices.settings(work) if s.name == one.name)
                assert now.value == value


def test_what_is_ended_is_listed_only_when_asked_for(store, small):
    with store.work("end") as work:
        key = PACKAGES.add(work, {"name": "Hofte", "trainings": "12"})
        PACKAGES.end(work, key, date(2026, 11, 1))
        assert not PACKAGES.rows(work)
        assert [row.title for row in PACKAGES.rows(work, every=True)] == ["Hofte"]
        assert work.scalars(select(Staff)).all()
        assert work.scalars(select(WorkingHours)).all()


def lines_of(store, key, text):
    with store.read() as work:
        return sheet.compare(work, REGISTERS[key], text.encode("utf-8-sig"))


def test_a_register_goes_to_a_spreadsheet_and_comes_back_as_it_was(store, small):
    with store.read() as work:
        for register in REGISTERS.values():
            lines = sheet.compare(work, register, sheet.written(work, register))
            assert {line.does for line in lines} <= {Does.SAME}, register.key


def test_each_line_of_a_spreadsheet_says_what_it_would_do_and_all_or_none_is_written(store, small):
    text = "Initialer;Navn;Stilling\nDOS;Dorthe Sørensen;Leder\nNYE;Ny Kollega;\n;Uden initialer;\n"
    lines = lines_of(store, "staff", text)
    assert [line.does for line in lines] == [Does.CHANGED, Does.NEW, Does.WRONG]
    with pytest.raises(Refused) as no, store.work("fetch") as work:
        sheet.take(work, STAFF, lines)
    assert no.value.facts["line"] == 4
    with store.read() as work:
        assert "NYE" not in [row.texts["initials"] for row in STAFF.rows(work)]
    with store.work("fetch") as work:
        assert sheet.take(work, STAFF, lines[:2]) == (1, 1)
    with store.read() as work:
        assert work.get_one(Staff, small.dos).title == "Leder"


@pytest.mark.parametrize(
    ("data", "lack"),
    [
        (b"", sheet.Lack.EMPTY),
        (b"\0\1\2", sheet.Lack.UNDECIDED),
        (b"x;navn\n1;2\n", sheet.Lack.UNKNOWN),
        (b"slags\nbox\n", sheet.Lack.COLUMN),
        (b"navn;navn\n1;2\n", sheet.Lack.TWICE),
        (b"navn;slags\nSal 9;gym;3;4\n", sheet.Lack.LONG_ROW),
        (b'"navn";slags\n"Sal 9;gym\nSal 8;gym\n', sheet.Lack.NO_TABLE),
        ("navn\nSal Å\nKøkken på første\n".encode("cp850"), sheet.Lack.UNDECIDED),
        (b"navn\n" + b"a\n" * 6000, sheet.Lack.TOO_LARGE),
    ],
)
def test_a_file_that_is_no_table_is_told(store, small, data, lack):
    with store.read() as work, pytest.raises(sheet.NotATable) as wrong:
        sheet.compare(work, ROOMS, data)
    assert wrong.value.lack is lack


def test_an_old_codings_spreadsheet_with_commas_is_read(store, small):
    with store.read() as work:
        lines = sheet.compare(work, ROOMS, "Navn,Pladser\nKøkken æøå,2\n".encode("cp1252"))
    assert [(line.title, line.does) for line in lines] == [("Køkken æøå", Does.NEW)]


def test_an_absence_is_whole_days_and_hits_nobody_behind_their_back(store, small, book):
    book(at(10, day=THURSDAY))
    hit = refused(
        store, ABSENCES.add, {"staff_id": "DOS", "first": "2026-11-18", "last": "2026-11-20"}
    )
    assert (hit.reason, hit.facts["n"]) == (Reason.STILL_STANDS, 1)
    crossed = refused(
        store, ABSENCES.add, {"staff_id": "DOS", "first": "2026-11-24", "last": "2026-11-23"}
    )
    assert (crossed.reason, crossed.facts["field"]) == (Reason.CROSSED, "last")
    with store.work("away") as work:
        key = ABSENCES.add(work, {"staff_id": "DOS", "first": "2026-11-23", "last": "2026-11-24"})
    with store.read() as work:
        [row] = ABSENCES.rows(work)
        assert (row.texts["first"], row.texts["last"]) == ("2026-11-23", "2026-11-24")
        wish = Wish(small.course, small.dos, None, at(10, day=date(2026, 11, 24)), 45)
        assert Reason.THERAPIST_ABSENT in {o.reason for o in booking.obstacles(work, wish)}
    with store.work("back") as work:
        ABSENCES.end(work, key, None)
        assert not ABSENCES.rows(work)


# ---- what a reviewer found


def test_what_is_changed_is_filled_in_as_what_is_new(store, small):
    with store.work("change") as work:
        STAFF.change(work, small.dos, {"initials": "abc", "centre_id": ""})
        row = work.get_one(Staff, small.dos)
        assert (row.initials, row.centre_id) == ("ABC", small.centre)
        satellite = CENTRES.add(work, {"name": "Nordby"})
        CENTRES.change(work, satellite, {"parent_id": ""})
        assert work.get_one(Centre, satellite).parent_id == small.centre
    for key, parent in ((small.centre, "Nordby"), (satellite, "Nordby")):
        no = refused(store, CENTRES.change, key, {"parent_id": parent})
        assert (no.reason, no.facts["field"]) == (Reason.UNREADABLE, "parent_id")


def test_two_rooms_of_one_name_are_told_apart(store, small):
    teams = REGISTERS["teams"]
    with store.work("two") as work:
        other = CENTRES.add(work, {"name": "Nordby"})
        room = ROOMS.add(work, {"name": "Sal X", "capacity": "8"})
        there = ROOMS.add(work, {"name": "Sal X", "capacity": "8", "centre_id": "Nordby"})
        offered = naming.choices(work, Kind.ROOM)
        assert {text for text, _shown in offered} >= {str(room), str(there)}
        key = teams.add(work, {"name": "Hold X", "capacity": "8", "room_id": str(there)})
        [card] = [row for row in teams.rows(work) if row.id == key]
        teams.change(work, key, card.texts)
        assert work.get_one(Team, key).room_id == there
        assert work.get_one(Room, there).centre_id == other
    assert (
        refused(store, teams.add, {"name": "Z", "room_id": str(other)}).reason is Reason.UNREADABLE
    )


def test_initials_are_taken_until_the_last_day_and_then_free(store, small):
    with store.work("end") as work:
        STAFF.end(work, small.osm, date(2026, 11, 30))
    assert refused(store, STAFF.add, {"initials": "OSM", "name": "En ny"}).reason is Reason.TAKEN
    with store.work("end") as work:
        STAFF.end(work, small.osm, date(2026, 11, 17))
        new = STAFF.add(work, {"initials": "OSM", "name": "En ny"})
        ABSENCES.add(work, {"staff_id": "OSM", "first": "2026-11-24"})
        [row] = ABSENCES.rows(work)
        assert naming.named(work, Field("staff_id", Kind.STAFF), "OSM") == new
        assert row.texts["staff_id"] == "OSM"


def test_nothing_is_booked_at_a_centre_or_for_a_team_that_is_out_of_use(store, small):
    friday = date(2026, 11, 20)
    team = Wish(None, small.osm, small.gym, at(13, day=friday), 60, Form.TEAM, small.team)
    with store.work("end") as work:
        REGISTERS["teams"].end(work, small.team, THURSDAY)
        found = {o.reason: o.level.value for o in booking.obstacles(work, team)}
        assert found[Reason.NOT_IN_USE] == "refuse"
    alone = Wish(small.course, small.dos, None, at(10, day=friday), 45, override="fordi")
    with store.work("end") as work:
        work.get_one(Centre, small.centre).ended = THURSDAY
    assert refused(store, booking.book, alone).reason is Reason.NOT_IN_USE


def test_a_teams_meeting_with_nobody_on_it_yet_keeps_its_therapist(store, small):
    with store.work("meeting") as work:
        wish = Wish(None, small.osm, small.gym, at(13, day=THURSDAY), 60, Form.TEAM, small.team)
        booking.book(work, wish)
    no = refused(store, STAFF.end, small.osm, date(2026, 11, 18))
    assert (no.reason, no.facts["n"]) == (Reason.STILL_STANDS, 1)


def test_an_absence_handed_to_somebody_else_is_asked_again(store, small, book):
    book(at(10, day=THURSDAY))
    with store.work("away") as work:
        key = ABSENCES.add(work, {"staff_id": "OSM", "first": str(THURSDAY)})
    assert refused(store, ABSENCES.change, key, {"staff_id": "DOS"}).reason is Reason.STILL_STANDS
    twice = refused(store, ABSENCES.add, {"staff_id": "OSM", "first": str(THURSDAY)})
    assert twice.reason is Reason.ALREADY_AWAY


def test_hours_go_along_with_a_last_day_that_is_moved(store, small):
    last, later = date(2026, 11, 30), date(2026, 12, 31)
    with store.work("end") as work:
        STAFF.end(work, small.dos, last)
        STAFF.end(work, small.dos, later)
        assert roster.hours(work, [date(2026, 12, 8)], small.dos)
    assert (
        refused(store, hours.set_week, small.dos, "ma-fr 8-12", date(2027, 1, 4)).reason
        is Reason.NOT_IN_USE
    )
    with store.work("back") as work:
        STAFF.end(work, small.dos, None)
        assert roster.hours(work, [date(2027, 2, 2)], small.dos)


def test_days_as_a_danish_spreadsheet_saves_them_are_the_same_days(store, small):
    with store.work("days") as work:
        CLOSING.add(work, {"day": "2026-12-23", "name": "Lillejuleaften"})
        ABSENCES.add(work, {"staff_id": "OSM", "first": "2026-12-01", "last": "2026-12-02"})
    closing = lines_of(store, "closing", "Dag;Navn\n23-12-2026;Lillejuleaften\n")
    away = lines_of(
        store, "absences", "Medarbejder;Fra og med;Til og med\nOSM;01-12-2026;02-12-2026\n"
    )
    assert [one.does for one in (*closing, *away)] == [Does.SAME, Does.SAME]


@pytest.mark.parametrize("what", ["day", "room", "absence"])
def test_undo_closes_nothing_on_which_somebody_trains_by_now(store, small, what):
    with store.work("close") as work:
        if what == "day":
            key = CLOSING.add(work, {"day": str(THURSDAY), "name": "Kursusdag"})
        elif what == "absence":
            key = ABSENCES.add(work, {"staff_id": "DOS", "first": str(THURSDAY)})
        else:
            ROOMS.end(work, small.box, date(2026, 11, 18))
    with store.work("open") as work:
        if what == "room":
            ROOMS.end(work, small.box, None)
        else:
            (CLOSING if what == "day" else ABSENCES).end(work, key, None)
    change = work.change
    with store.work("book") as work:
        booking.book(work, Wish(small.course, small.dos, small.box, at(10, day=THURSDAY), 45))
    with pytest.raises(Refused) as no, store.work("undo") as work:
        undo.revert(work, change)
    assert no.value.reason is Reason.STILL_STANDS


def test_a_centre_that_holds_something_stays_in_use(store, small):
    no = refused(store, CENTRES.end, small.centre, THURSDAY)
    assert no.reason is Reason.STILL_HOLDS
    assert "OSM" in no.facts["what"]


def test_what_is_out_of_use_is_not_chosen_anew_and_stays_where_it_was(store, small):
    with store.work("clinic") as work:
        key = REGISTERS["clinics"].add(work, {"ydernummer": "012345", "name": "Lægerne Åsø"})
        citizen = taking_in.add(work, {"given_name": "Runa", "gp_clinic_id": "012345"})
    with store.work("gone") as work:
        REGISTERS["clinics"].end(work, key, date(2026, 11, 17))
    new = refused(store, taking_in.add, {"given_name": "Bo", "gp_clinic_id": "012345"})
    assert new.reason is Reason.NOT_IN_USE
    with store.work("kept") as work:
        texts = taking_in.texts_of(work, citizen).texts
        taking_in.change(work, citizen, texts | {"town": "Åsø"})
    with store.read() as work:
        assert taking_in.texts_of(work, citizen).texts["gp_clinic_id"] == "012345"


def test_excels_own_first_line_and_unicode_text_are_read(store, small):
    for data in (b"sep=;\nnavn;slags\nSal 9;gym\n", "navn\tslags\nSal 9\tgym\n".encode("utf-16")):
        with store.read() as work:
            [line] = sheet.compare(work, ROOMS, data)
        assert (line.does, line.title) == (sheet.Does.NEW, "Sal 9")


def test_a_name_of_letters_that_nobody_sees_is_none(store, small):
    for name in ("\u200b", "\u202e\u200f", "\u200d"):
        assert refused(store, ROOMS.add, {"name": name}).reason is Reason.NOTHING_WRITTEN


def test_gp_clinics_come_from_a_list_with_the_numbers_that_messages_need(store):
    listed = (
        "navn;ydernummer;EAN-nummer;SOR-kode;telefon;modtager FHIR\n"
        "Lægerne Øst;654321;5790000121526;543210987654321;74000000;ja\n"
        "Lægerne Vest;654322;5790000121527;;;nej\n"
        "Lægerne Nord;654323;;;;måske\n"
    )
    clinics = REGISTERS["clinics"]
    with store.work("sheet") as work:
        east, west, north = sheet.compare(work, clinics, listed.encode("utf-8-sig"))
        assert (west.wrong.facts["field"], north.wrong.facts["field"]) == ("gln", "takes_fhir")
        assert sheet.take(work, clinics, [east]) == (1, 0)
        [row] = work.scalars(select(GpClinic)).all()
    assert (row.gln, row.sor, row.takes_fhir) == ("5790000121526", "543210987654321", True)
