import csv
import io
import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.conftest import EXPORT, STANDARDS, write_export
from trainer_desktop import paths
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import ChangeSet, ImportedRow
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.services import importing
from trainer_desktop.services.importing import Stopped, Unreadable, values
from trainer_desktop.services.importing.aside import as_csv
from trainer_desktop.services.importing.reading import Row, bare, records
from trainer_desktop.services.importing.values import BadCell
from trainer_desktop.services.standards.catalogue import shipped

DEMO = paths.resources() / "demo"


def run(store, folder, **options):
    return importing.run_import(store, folder, STANDARDS, shipped().editions, **options)


def count(store, model):
    with store.read() as work:
        return len(work.scalars(select(model)).all())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_every_encoding_reads_the_same(store, tmp_path, encoding):
    report = run(store, write_export(tmp_path / "export", encoding))

    assert report.set_aside == []
    assert report.counts.taken == {
        "rooms": 2,
        "staff": 1,
        "teams": 1,
        "citizens": 2,
        "courses": 2,
        "bookings": 3,
    }
    with store.read() as work:
        names = work.scalars(select(Citizen.family_name).order_by(Citizen.number)).all()
    assert names == ["Jeppesen", "Ågård"]


def test_cells_come_in_as_what_they_mean(store, small_export):
    run(store, small_export)

    with store.read() as work:
        citizen = work.scalars(select(Citizen).where(Citizen.given_name == "Ingelise")).one()
        assert (citizen.number, citizen.phone, citizen.mobile) == (
            "0201609995",
            "62527601",
            "91274763",
        )
        assert citizen.ride
        assert citizen.note == 'kalder sig "Musse"'
        assert work.scalar(select(GpClinic.ydernummer)) == "017226"
        assert work.scalar(select(Kin.name)) == "Bo Jeppesen"
        course = work.scalars(select(Course).where(Course.basis == "SUL140")).one()
        assert (course.package_trainings, course.package_minutes) == (6, 270)
        assert (course.standard, course.version) == ("aalborg-140", "2022")
        days = dict(
            work.execute(
                select(CourseEvent.event, CourseEvent.day).where(CourseEvent.course_id == course.id)
            ).all()
        )
        assert days == {
            "application_received": date(2026, 10, 3),
            "discharge": date(2026, 10, 2),
            "grant": date(2026, 10, 4),
        }


def test_a_team_meets_once_with_its_people(store, small_export):
    run(store, small_export)

    with store.read() as work:
        sessions = work.scalars(select(TrainingSession).order_by(TrainingSession.starts)).all()
        assert [(s.starts, s.form) for s in sessions] == [
            (datetime(2026, 11, 3, 8, 30), Form.INDIVIDUAL),
            (datetime(2026, 11, 4, 10), Form.TEAM),
        ]
        people = work.scalars(select(Participant).order_by(Participant.number)).all()
        assert [p.state for p in people] == [State.ATTENDED, State.CANCELLED, State.ATTENDED]
        assert (people[1].why, people[1].told) == (Why.ILLNESS, datetime(2026, 11, 4, 8, 30))


def test_twice_changes_nothing(store, small_export):
    run(store, small_export)
    sets = count(store, ChangeSet)

    again = run(store, small_export)

    assert sum(again.counts.taken.values()) + sum(again.counts.updated.values()) == 0
    assert sum(again.counts.unchanged.values()) == 11
    assert count(store, ChangeSet) == sets


def test_a_changed_row_is_an_update_and_only_of_what_changed(store, tmp_path):
    folder = write_export(tmp_path / "export")
    run(store, folder)
    with store.work("note") as work:
        work.scalars(
            select(Citizen).where(Citizen.given_name == "Ingelise")
        ).one().note = "rettet her"
    write_export(
        folder,
        borgere=EXPORT["borgere.csv"].replace("Åvej 1", "Åvej 2"),
        aftaler=EXPORT["aftaler.csv"]
        .replace("8.30;45", "9.15;45")
        .replace("Mødt;;\n12", "Udeblevet;;\n12"),
    )

    report = run(store, folder)

    assert report.counts.updated["citizens"] == 1
    assert report.counts.updated["bookings"] == 1
    with store.read() as work:
        citizen = work.scalars(select(Citizen).where(Citizen.given_name == "Ingelise")).one()
        assert (citizen.address, citizen.note) == ("Åvej 2", "rettet her")
        person = work.scalars(select(Participant).where(Participant.number == "11")).one()
        assert person.state is State.MISSED
        session = work.get_one(TrainingSession, person.session_id)
        assert session.starts == datetime(2026, 11, 3, 9, 15)


def test_what_an_earlier_export_had_is_told_and_stays(store, tmp_path):
    folder = write_export(tmp_path / "export")
    run(store, folder)
    lines = EXPORT["aftaler.csv"].splitlines(keepends=True)
    bad = lines[1].replace("8.30", "i morgen").replace(";45;", ";12;")  # 12 is gone, and a number
    write_export(folder, aftaler="".join([lines[0], bad, *lines[3:]]))

    report = run(store, folder)

    assert [s.row.line for s in report.set_aside] == [2]
    assert report.counts.gone["bookings"] == 1
    assert count(store, Participant) == len(lines) - 1


def test_what_is_marked_in_the_program_survives_the_next_import(store, tmp_path):
    planned = EXPORT["aftaler.csv"].replace(
        "03-11-2026;8.30;45;DOS;Boks A;Prøve;Mødt", "03-11-2026;8.30;45;DOS;Boks A;Prøve;Planlagt"
    )
    folder = write_export(tmp_path / "export", aftaler=planned)
    run(store, folder)
    with store.work("mark") as work:
        person = work.scalars(select(Participant).where(Participant.number == "11")).one()
        person.state = State.ATTENDED

    run(store, folder)

    with store.read() as work:
        person = work.scalars(select(Participant).where(Participant.number == "11")).one()
        assert person.state is State.ATTENDED


def test_a_stop_in_the_middle_leaves_the_store_as_it_was(store, small_export):
    with pytest.raises(Stopped):
        run(store, small_export, progress=lambda what, _done, _of: what != "occupancy")

    for model in (Citizen, Participant, ImportedRow, ChangeSet):
        assert count(store, model) == 0
    assert run(store, small_export).counts.taken["citizens"] == 2


def test_a_dry_run_tells_and_writes_nothing(store, small_export):
    report = run(store, small_export, dry_run=True)

    assert report.counts.taken["bookings"] == 3
    assert count(store, Citizen) == 0


def test_bad_rows_are_set_aside_with_line_and_reason(store, tmp_path):
    rows = EXPORT["aftaler.csv"] + "14;99;;05-11-2026;8.30;45;DOS;Boks A;Prøve;Mødt;;\n"
    rows += "15;1;;31-02-2026;8.30;45;DOS;Boks A;Prøve;Mødt;;\n15b;1;;x\n"
    folder = write_export(tmp_path / "export", aftaler=rows)

    report = run(store, folder)

    assert [(s.row.line, s.reason.split(":")[0]) for s in report.set_aside] == [
        (5, "Forløbsnr"),
        (6, "Dato"),
        (7, "rækken har 4 felter, men overskriften har 12"),
    ]
    assert report.counts.taken["bookings"] == 3
    text = importing.set_aside_csv(report).decode("utf-8-sig")
    [head, first, *_, last] = csv.reader(io.StringIO(text), delimiter=";")
    assert head[:5] == ["Grund", "Fil", "Linje", "Aftalenr", "Forløbsnr"]
    assert first[1:4] == ["aftaler.csv", "5", "14"]
    assert last[3:] == ["15b", "1", "", "x"]


def test_an_unclosed_quotation_mark_costs_one_row(store, tmp_path):
    rows = EXPORT["borgere.csv"].replace('"kalder sig ""Musse"""', '"kalder sig')
    folder = write_export(tmp_path / "export", borgere=rows)

    report = run(store, folder)

    assert report.counts.taken["citizens"] == 1
    assert report.set_aside[0].row.file == "borgere.csv"


def test_clashes_come_in_and_are_listed(store, tmp_path):
    rows = EXPORT["aftaler.csv"] + "14;2;;03-11-2026;9.00;30;DOS;Boks A;Prøve;Mødt;;\n"
    folder = write_export(tmp_path / "export", aftaler=rows)

    report = run(store, folder)

    assert report.counts.taken["bookings"] == 4
    [clash] = report.clashes
    assert clash.lines == (2, 5)
    assert "DOS" in clash.what
    assert "Boks A" in clash.what


def test_a_folder_without_an_export_is_told(store, tmp_path):
    with pytest.raises(Unreadable, match="borgere"):
        run(store, tmp_path)
    with pytest.raises(Unreadable):
        run(store, tmp_path / "nowhere")


def test_a_standard_nobody_knows_is_told(store, small_export):
    with pytest.raises(Unreadable, match="findes-ikke"):
        importing.run_import(store, small_export, {"SEL86.1": "findes-ikke"}, shipped().editions)


def test_the_whole_centre_moves_in(store):
    """Træningscenter Åsø as it ships: its size, its warts, its clashes."""
    report = run(store, DEMO, as_of=date(2026, 11, 21))

    assert report.counts.taken["citizens"] == 1600
    assert report.counts.taken["bookings"] == 18591
    aside = {(s.row.file, s.row.line) for s in report.set_aside}
    assert {("aftaler.csv", n) for n in (1557, 6783, 7124, 10417, 14742, 14834, 16277)} <= aside
    assert {("borgere.csv", n) for n in (798, 816, 867, 995, 1422, 1596)} <= aside
    assert {("forløb.csv", n) for n in (24, 230, 1885)} == {
        a for a in aside if a[0] == "forløb.csv"
    }
    assert [c.lines for c in report.clashes] == [
        (1103, 7153),
        (3714, 14530),
        (8162, 15704),
    ]
    assert ("aftaler.csv", 4878) in aside  # noted before its day


@pytest.mark.parametrize("text", ["03-11-2026", "3/11-26", "03.11.2026", "2026-11-03", "3-11-26"])
def test_dates_as_people_write_them(text):
    assert values.a_date("Dato", text) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["8.30", "8:30", "08:30", "kl. 8.30", "Kl 8.30", "0830"])
def test_times_as_people_write_them(text):
    assert (values.a_time("Kl", text).hour, values.a_time("Kl", text).minute) == (8, 30)


@pytest.mark.parametrize("text", ["25.00", "8.70", "otte", "", "8.3.1.2"])
def test_impossible_times_are_refused(text):
    with pytest.raises(BadCell, match="Kl"):
        values.a_time("Kl", text)


def test_working_hours_as_people_write_them():
    found = values.working_hours("Arbejdstid", "man-ons 8-16, fre 8-13.30")

    assert [d for d, _s, _e in found] == [0, 1, 2, 4]
    assert found[-1][2].minute == 30


def test_a_reason_nobody_knows_is_told_once(store, tmp_path):
    rows = EXPORT["aftaler.csv"].replace(";syg\n", ";forkølet\n")
    more = "14;1;;05-11-2026;8.30;45;DOS;Boks A;Prøve;Afbud;04-11-2026 08:30;forkølet\n"
    folder = write_export(tmp_path / "udtræk", aftaler=rows + more)

    report = run(store, folder)

    told = [c for c in report.clashes if "forkølet" in c.what]
    assert [c.lines for c in told] == [(3,)]
    assert report.counts.taken["bookings"] == 4


# ---- hostile files: nothing is altered or dropped without a line that says so

PEOPLE = EXPORT["borgere.csv"]
HEAD, *ROWS = PEOPLE.splitlines()


def people(store):
    with store.read() as work:
        found = work.scalars(select(Citizen).order_by(Citizen.number)).all()
        return [(c.family_name, c.address, c.phone, c.ride) for c in found]


def written(tmp_path, name, **changed):
    return write_export(tmp_path / name, **changed)


@pytest.mark.parametrize("heading", ["Telefon", "Mail", "E-mail"])
def test_a_column_twice_stops_before_anything_is_taken(store, tmp_path, heading):
    run(store, written(tmp_path, "first"))
    before = people(store)
    twice = "\n".join([f"{HEAD};{heading}", *(f"{row};" for row in ROWS)])

    with pytest.raises(Unreadable, match="to gange"):
        run(store, written(tmp_path, "second", borgere=twice))

    assert people(store) == before


def test_an_empty_column_wipes_nothing_and_is_told(store, tmp_path):
    run(store, written(tmp_path, "first"))
    before = people(store)
    table = [row.split(";") for row in PEOPLE.splitlines()]
    for name in ("Adresse", "Telefon"):
        for row in table[1:]:
            row[table[0].index(name)] = ""

    report = run(store, written(tmp_path, "second", borgere="\n".join(map(";".join, table))))

    assert people(store) == before
    assert [s for s in report.said if "«Telefon» er tom" in s]


def test_a_missing_column_is_told_with_the_one_it_may_be(store, tmp_path):
    report = run(store, written(tmp_path, "x", borgere=PEOPLE.replace("Telefon;", "Tlf.;", 1)))

    assert any("«Telefon» mangler" in s and "«Tlf.»" in s for s in report.said)
    with pytest.raises(Unreadable, match=r"Aftalenr.*Booking-id"):
        rows = EXPORT["aftaler.csv"].replace("Aftalenr", "Booking-id", 1)
        run(store, written(tmp_path, "y", aftaler=rows))


def test_other_words_for_columns_are_told_once(store, tmp_path):
    other = PEOPLE.replace("Telefon;", "Tlf.;", 1)
    file = tmp_path / "kolonner.toml"
    file.write_text('[borgere]\n"Tlf." = "Telefon"\n', encoding="utf-8")

    run(store, written(tmp_path, "x", borgere=other), mapping=importing.read_mapping(file))
    again = run(store, written(tmp_path, "y", borgere=other.replace("6252 7601", "6252 7602")))

    assert people(store)[0][2] == "62527602" or people(store)[1][2] == "62527602"
    assert not [s for s in again.said if "Tlf." in s]
    file.write_text('[borgere]\n"Tlf." = "Telefax"\n', encoding="utf-8")
    with pytest.raises(Unreadable, match="Telefax"):
        importing.read_mapping(file)


@pytest.mark.parametrize("codec", ["cp850", "mac_roman", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_can_be_read_with_certainty_is_read(store, tmp_path, codec):
    folder = written(tmp_path, "x")
    (folder / "borgere.csv").write_bytes(PEOPLE.encode(codec))

    run(store, folder)

    assert {p[0] for p in people(store)} == {"Jeppesen", "Ågård"}


@pytest.mark.parametrize(
    "raw",
    [
        PEOPLE.encode("utf-8").decode("cp1252").encode("utf-8"),
        b"PK\x03\x04" + PEOPLE.encode(),
        b"<html><table>" + PEOPLE.encode(),
        PEOPLE.encode("cp1252") + b"\x81\x8d\x90",
        PEOPLE.encode("utf-16-le")[1:],
    ],
)
def test_what_cannot_is_refused_whole(store, tmp_path, raw):
    folder = written(tmp_path, "x")
    (folder / "borgere.csv").write_bytes(raw)

    with pytest.raises(Unreadable, match=r"borgere\.csv"):
        run(store, folder)

    assert people(store) == []


@pytest.mark.parametrize("odd", ["\ufffd", "\x07", "\x00", chr(0xDCC5)])
def test_a_name_with_a_letter_that_is_none_is_not_stored(store, tmp_path, odd):
    folder = written(tmp_path, "x")
    raw = PEOPLE.replace("Jeppesen", f"Jeppe{odd}sen").encode("utf-8", "surrogateescape")
    (folder / "borgere.csv").write_bytes(raw)

    report = run(store, folder)

    assert [s.row.line for s in report.set_aside if s.row.file == "borgere.csv"] == [2]
    assert raw in importing.set_aside_csv(report) or b"Jeppe" in importing.set_aside_csv(report)
    assert [p[0] for p in people(store)] == ["Ågård"]


def test_an_invisible_letter_is_taken_out_and_told(store, tmp_path):
    names = PEOPLE.replace("Ågård", "Åg\u200bård")

    report = run(store, write_export(tmp_path / "x", "utf-8", borgere=names))

    assert "Ågård" in {p[0] for p in people(store)}
    assert any("U+200B" in c.what for c in report.clashes)


@pytest.mark.parametrize("cell", ['"Åvej 1', 'Åvej" 1;"', '"Åvej" 1'])
def test_an_odd_quotation_mark_never_shifts_a_row(store, tmp_path, cell):
    run(store, written(tmp_path, "x", borgere=PEOPLE.replace("Åvej 1", cell)))

    assert all(p[3] for p in people(store) if p[0] == "Jeppesen")  # the ride is still there


def test_lines_above_the_heading_are_passed_and_told(store, tmp_path):
    report = run(store, written(tmp_path, "x", borgere="Udtræk fra Tandem\n\n" + PEOPLE))
    run(store, written(tmp_path, "y", borgere='"sep=;"\n' + PEOPLE))

    assert len(people(store)) == 2
    assert any("Udtræk fra Tandem" in s for s in report.said)


def test_two_files_for_one_sheet_are_refused(store, tmp_path):
    folder = written(tmp_path, "x")
    (folder / "Borgere.txt").write_text(PEOPLE, encoding="utf-8")

    with pytest.raises(Unreadable, match="både"):
        run(store, folder)


def test_a_heading_beyond_reason_and_a_link_to_itself_are_told(store, tmp_path):
    folder = written(tmp_path, "x", borgere="x" * 140_000 + "\n")
    with pytest.raises(Unreadable, match="overskriften"):
        run(store, folder)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Unreadable):
        run(store, tmp_path / "loop")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (values.a_weekday, "mangelfuld"),
        (values.a_weekday, "Mandeholdet"),
        (values.a_time, "08:30:77"),
        (values.a_time, "08:30:30"),
        (values.maybe_moment, "29-03-2026 02:30"),
        (values.working_hours, "fre-man 8-12"),
        (values.working_hours, "ons 8-12, ons 10-15"),
        (values.not_of_a_spreadsheet, "46000001.0"),
        (values.not_of_a_spreadsheet, "4,6E+07"),
    ],
)
def test_values_are_not_taken_too_kindly(read, text):
    with pytest.raises(BadCell, match="X: «"):
        read("X", text)


@pytest.mark.parametrize("year", ["99", "1900", "2126"])
def test_a_year_far_away_is_refused(store, tmp_path, year):
    rows = EXPORT["aftaler.csv"].replace("03-11-2026", f"03-11-{year}")

    report = run(store, written(tmp_path, "x", aftaler=rows))

    assert [s.row.line for s in report.set_aside] == [2]


def test_a_cancellation_without_an_hour_is_not_midnight(store, tmp_path):
    rows = EXPORT["aftaler.csv"].replace("04-11-2026 08:30", "04-11-2026")

    report = run(store, written(tmp_path, "x", aftaler=rows))

    assert any("uden klokkeslæt" in c.what for c in report.clashes)
    with store.read() as work:
        assert (
            work.scalars(select(Participant).where(Participant.number == "12")).one().told is None
        )


def test_a_course_is_on_a_meeting_once_in_one_run_and_over_two(store, tmp_path):
    twice = EXPORT["aftaler.csv"] + "19;1;Balance;04-11-2026;10.00;60;DOS;Sal 1;Prøve;Mødt;;\n"

    first = run(store, written(tmp_path, "x", aftaler=twice))
    second = run(store, written(tmp_path, "y", aftaler=twice.replace("\n12;", "\n12x;")))

    assert [s.row.line for s in first.set_aside] == [5]
    assert {s.row.line for s in second.set_aside} == {3, 5}
    assert count(store, Participant) == 3


def test_a_centre_that_is_nearly_known_is_no_new_one(store, tmp_path):
    rows = EXPORT["medarbejdere.csv"].rstrip("\n") + "\nABC;Anna Bech;;Prøv;\n"

    report = run(store, written(tmp_path, "x", medarbejdere=rows))

    assert any("ligner «Prøve»" in s.reason for s in report.set_aside)


# ---- what a person has changed since


def change(store, number="11", **values):
    with store.work("here") as work:
        person = work.scalars(select(Participant).where(Participant.number == number)).one()
        for name, value in values.items():
            setattr(person, name, value)


def test_a_mark_corrected_here_is_listed_and_never_written_over(store, tmp_path):
    run(store, written(tmp_path, "x"))
    change(store, state=State.CENTRE_CANCELLED, centre_reason="strøm", noted_by="DOS")
    later = written(
        tmp_path, "y", aftaler=EXPORT["aftaler.csv"].replace("Mødt;;\n12", "Udeblevet;;\n12")
    )

    for _again in range(2):
        [one] = run(store, later).conflicts
        assert (one.file, one.line, one.here, one.export) == (
            *("aftaler.csv", 2, "aflyst, strøm", "udeblevet"),
        )
    assert run(store, later, choices={one.id: False}).conflicts == []
    assert run(store, later).conflicts == []
    with store.read() as work:
        person = work.scalars(select(Participant).where(Participant.number == "11")).one()
        assert person.state is State.CENTRE_CANCELLED


def test_a_person_may_take_the_exports(store, tmp_path):
    run(store, written(tmp_path, "x"))
    with store.work("here") as work:
        citizen = work.scalars(select(Citizen).where(Citizen.given_name == "Ingelise")).one()
        citizen.address = "Ny vej 7"
    later = written(tmp_path, "y", borgere=PEOPLE.replace("Åvej 1", "Åvej 2"))

    [one] = run(store, later).conflicts
    assert (one.here, one.export) == ("Ny vej 7", "Åvej 2")
    run(store, later, choices={one.id: True})

    assert "Åvej 2" in {p[1] for p in people(store)}


def test_a_booking_made_over_an_imported_one_leaves_its_guard_alone(store, tmp_path):
    folder = written(tmp_path, "x")
    run(store, folder)
    with store.work("here") as work:
        old = work.scalars(select(TrainingSession).where(TrainingSession.team_id.is_(None))).one()
        kept = (old.centre_id, old.therapist_id, old.starts, old.ends, old.form)
        names = ("centre_id", "therapist_id", "starts", "ends", "form")
        over = TrainingSession(**dict(zip(names, kept, strict=True)), override="Aftalt")
        work.add(over)
        work.flush()
        course = work.scalars(select(Course).where(Course.number == "2")).one()
        work.add(Participant(session_id=over.id, course_id=course.id))
        key = old.id
    sets = count(store, ChangeSet)

    report = run(store, folder)

    assert report.clashes == []
    assert count(store, ChangeSet) == sets
    with store.read() as work:
        assert work.get_one(TrainingSession, key).override == ""
        mine = select(Occupancy.blocking).where(Occupancy.session_id == key)
        assert set(work.scalars(mine)) == {True}


# ---- what is set aside comes back


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"]), max_size=30), min_size=1))
def test_every_cell_of_what_is_set_aside_can_be_read_back(cells):
    row = importing.SetAside(Row("borgere.csv", 3, {}, tuple(cells), {}), ("CPR",), "grund")

    text = as_csv([row]).decode("utf-8-sig")

    assert not re.search(r'(?:^|;)"[=+\-@\t]', text)
    read = (
        list(records(text.split("\n")[1:], 0, ";", 1 << 30)) if "\n" not in "".join(cells) else None
    )
    if read and "\r" not in "".join(cells):
        assert [bare(c) for c in read[0][1]][3:] == list(cells)


def test_a_row_that_was_mended_comes_in_as_if_it_had_been_right(store, tmp_path):
    bad = PEOPLE.replace("Jeppesen;", "Jeppesen;=1+1;", 1)
    report = run(store, written(tmp_path, "x", borgere=bad))
    text = importing.set_aside_csv(report).decode("utf-8-sig")
    assert '"\'=1+1"' in text
    file = tmp_path / "sat-til-side.csv"
    file.write_text(text.replace(';"\'=1+1"', ""), encoding="utf-8-sig")

    run(store, file)

    assert {p[0] for p in people(store)} == {"Jeppesen", "Ågård"}


def test_a_cell_of_a_megabyte_is_set_aside_whole(store, tmp_path):
    note = "å" * 1_000_000
    report = run(
        store, written(tmp_path, "x", borgere=PEOPLE.replace('kalder sig ""Musse""', note))
    )

    assert note in importing.set_aside_csv(report).decode("utf-8-sig")
