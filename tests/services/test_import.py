import csv
import io
from datetime import date, datetime

import pytest
from sqlalchemy import select

from tests.conftest import EXPORT, STANDARDS, write_export
from trainer_desktop import paths
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import ChangeSet, ImportedRow
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.services import importing
from trainer_desktop.services.catalogue import shipped
from trainer_desktop.services.importing import Stopped, Unreadable, values
from trainer_desktop.services.importing.values import BadCell

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
    [head, first, *_] = csv.reader(io.StringIO(text), delimiter=";")
    assert head[:2] + head[-3:] == ["Aftalenr", "Forløbsnr", "Fil", "Linje", "Grund"]
    assert first[0] == "14"
    assert first[-2] == "5"


def test_an_unclosed_quotation_mark_costs_one_row(store, tmp_path):
    rows = EXPORT["borgere.csv"].replace('"kalder sig ""Musse"""', '"kalder sig')
    folder = write_export(tmp_path / "export", borgere=rows)

    report = run(store, folder)

    assert report.counts.taken["citizens"] == 2


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
    assert report.counts.taken["bookings"] == 18592
    aside = {(s.row.file, s.row.line) for s in report.set_aside}
    assert {("aftaler.csv", n) for n in (1557, 6783, 7124, 10417, 14742, 14834, 16277)} <= aside
    assert {("borgere.csv", n) for n in (798, 816, 867, 995, 1422, 1596)} <= aside
    assert {("forløb.csv", n) for n in (24, 230, 1885)} == {
        a for a in aside if a[0] == "forløb.csv"
    }
    assert [c.lines for c in report.clashes] == [
        (1103, 7153),
        (3714, 14530),
        (4878, 8316),
        (8162, 15704),
        (4878,),  # noted before its day, and after its course ended
        (4878,),
    ]


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
