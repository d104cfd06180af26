"""Rooms and colleagues with codes of their own: renamed they stay one, and nobody takes another's place."""

import pytest
from sqlalchemy import func, select

from tests.conftest import EXPORT
from tests.services.test_import import run, written
from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.training import TrainingSession


def test_a_room_that_got_a_new_name_under_its_code_stays_one(store, tmp_path):
    def rooms(name):
        head, first, *rest = EXPORT["lokaler.csv"].splitlines()
        lines = [
            f"{head};Lokalekode",
            f"{first};A1",
            *(f"{one};B{n}" for n, one in enumerate(rest)),
        ]
        return "\n".join(lines).replace("Boks A", name)

    run(store, written(tmp_path, "x"))
    run(store, written(tmp_path, "y", lokaler=rooms("Boks A")))
    bookings = EXPORT["aftaler.csv"].replace("Boks A", "Boks Nord")
    run(store, written(tmp_path, "z", lokaler=rooms("Boks Nord"), aftaler=bookings))

    with store.read() as work:
        assert sorted(work.scalars(select(Room.name))) == ["Boks Nord", "Sal 1"]
        assert set(work.scalars(select(TrainingSession.room_id))) == set(
            work.scalars(select(Room.id))
        )


def test_a_colleague_who_got_other_initials_under_her_code_stays_one(store, tmp_path):
    def staff(text, initials):
        head, first, *rest = text.splitlines()
        lines = [
            f"{head};Medarbejderkode",
            f"{first};7",
            *(f"{one};9{n}" for n, one in enumerate(rest)),
        ]
        return "\n".join(lines).replace("DOS", initials)

    before = EXPORT["medarbejdere.csv"]
    run(store, written(tmp_path, "x"))
    run(store, written(tmp_path, "y", medarbejdere=staff(before, "DOS")))
    others = {
        name: EXPORT[f"{name}.csv"].replace("DOS", "DOX") for name in ("hold", "forløb", "aftaler")
    }
    report = run(store, written(tmp_path, "z", medarbejdere=staff(before, "DOX"), **others))

    assert report.set_aside == []
    with store.read() as work:
        assert sorted(work.scalars(select(Staff.initials))) == [
            "DOX",
            *sorted(one.split(";")[0] for one in before.splitlines()[2:]),
        ]
        [who] = set(work.scalars(select(TrainingSession.therapist_id)))
        assert work.get_one(Staff, who).initials == "DOX"


def coded(rows):
    return "\n".join([EXPORT["medarbejdere.csv"].splitlines()[0] + ";Medarbejderkode", *rows])


def colleagues(store):
    """Each colleague's initials and name, with how many trainings."""
    with store.read() as work:
        held = select(func.count()).where(TrainingSession.therapist_id == Staff.id)
        query = select(Staff.initials, Staff.name, held.scalar_subquery())
        return sorted(map(tuple, work.execute(query)))


@pytest.mark.parametrize("coded_from", [1, 2, 3])
def test_a_new_colleague_with_anothers_old_initials_is_a_new_colleague(store, tmp_path, coded_from):
    """Dorthe becomes DOX, and a new colleague DOS, whenever the centre began to use codes."""
    dorthe = EXPORT["medarbejdere.csv"].splitlines()[1]
    name = dorthe.split(";")[1]
    new = dorthe.replace(name, "Dorte Ny Kollega")
    others = {n: EXPORT[f"{n}.csv"].replace("DOS", "DOX") for n in ("hold", "forløb", "aftaler")}
    first = coded([dorthe + ";7"]) if coded_from == 1 else EXPORT["medarbejdere.csv"]
    run(store, written(tmp_path, "x", medarbejdere=first))
    held = colleagues(store)[0][2]
    if coded_from <= 2:
        run(store, written(tmp_path, "y", medarbejdere=coded([dorthe + ";7"])))
    both = coded([dorthe.replace("DOS", "DOX") + ";7", new + ";55"])
    report = run(store, written(tmp_path, "z", medarbejdere=both, **others))

    assert report.set_aside == []
    assert report.counts.gone["staff"] == 0
    assert colleagues(store) == [("DOS", "Dorte Ny Kollega", 0), ("DOX", name, held)]
    again = run(store, written(tmp_path, "w", medarbejdere=both, **others))
    assert again.counts.unchanged["staff"] == 2


def test_a_new_room_with_anothers_old_name_is_a_new_room(store, tmp_path):
    head, first, *rest = EXPORT["lokaler.csv"].splitlines()
    name = first.split(";")[0]

    def rooms(*rows):
        return "\n".join([f"{head};Lokalekode", *rows, *(f"{r};R9{n}" for n, r in enumerate(rest))])

    renamed = first.replace(name, "Omdøbt")
    others = {n: EXPORT[f"{n}.csv"].replace(name, "Omdøbt") for n in ("hold", "aftaler")}
    run(store, written(tmp_path, "x"))
    run(store, written(tmp_path, "y", lokaler=rooms(f"{first};R1")))
    run(store, written(tmp_path, "z", lokaler=rooms(f"{renamed};R1"), **others))
    run(store, written(tmp_path, "w", lokaler=rooms(f"{renamed};R1", f"{first};R2"), **others))

    with store.read() as work:
        assert {"Omdøbt", name} <= set(work.scalars(select(Room.name)))


def test_the_same_initials_under_two_codes_are_set_aside(store, tmp_path):
    dorthe = EXPORT["medarbejdere.csv"].splitlines()[1]
    report = run(store, written(tmp_path, "x", medarbejdere=coded([dorthe + ";7", dorthe + ";8"])))

    [one] = report.set_aside
    assert "med en anden kode" in one.reason
    assert "linje 2" in one.reason


def test_an_export_that_no_longer_has_the_codes_knows_its_colleagues(store, tmp_path):
    dorthe = EXPORT["medarbejdere.csv"].splitlines()[1]
    run(store, written(tmp_path, "x", medarbejdere=coded([dorthe + ";7"])))
    before = colleagues(store)
    run(store, written(tmp_path, "y"))

    assert colleagues(store) == before
