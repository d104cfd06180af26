"""The shipped standards: every row that is not silent is there, and every worked example holds."""

import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from trainer_desktop.rules.course import Course, Grant, State, Training
from trainer_desktop.rules.deadlines import deadlines
from trainer_desktop.rules.ledger import ledger
from trainer_desktop.rules.local_settings import CONTRADICTIONS, LocalSettings, read_settings
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.services.standards import files as standard_files
from trainer_desktop.services.standards.checking import check_files
from trainer_desktop.services.standards.files import BadStandard, load_standard, shipped

DOCS = Path(__file__).parents[2] / "docs"
SILENT = {
    "aalborg-86": "7 8 14 18 19 22 23 24 26 27 28 30 31 32 36 37 38 44 50 51 54 55 56 57 58 59 61 64 66 68 69 71 77",
    "aalborg-140": "5 9 14 15 26 27 28 29 30 31 32 37 44 50 53 54 58 61 63 66 67 69 71 73 74 75 76 80",
    "ishoj-vallensbaek-86-1": "15 18 19 20 22 23 24 30 31 32 34 36 45 46 47 48 49 50 55 56 57 58 63 64 69 70 71 73 76 80 81",
    "soenderborg-86": "9 14 15 16 18 20 22 23 24 26 27 28 31 37 41 42 43 47 48 51 53 54 55 56 57 59 63 64 65 66 67 68 73 74 75 76 77 81",
    "vesthimmerland-86-2": "1 4 7 9 10 12 13 14 17 18 19 20 22 23 24 26 27 28 30 36 38 39 40 41 42 43 44 45 46 47 48 49 50 51 53 54 55 56 57 58 59 61 62 63 64 66 67 69 70 71 72 73 74 75 76 77 78 79 80 81 82",
}
ROWS = set(range(1, 83))


def rows_of(standard):
    found = set()
    for _key, rule in standard.rules():
        found |= set(rule.row if isinstance(rule.row, list) else [rule.row])
    return found - {0}


@pytest.mark.parametrize("name", sorted(SILENT))
def test_every_row_the_standard_speaks_on_is_there_and_no_other(name):
    [standard] = [s for s in map(load_standard, shipped()) if s.id == name]

    silent = {int(n) for n in SILENT[name].split()}
    assert rows_of(standard) == ROWS - silent


def test_every_worked_example_holds():
    checked = check_files(shipped())

    assert checked.problems == []
    assert [(c.file, c.example.name, c.failures) for c in checked.examples if not c.holds] == []


def test_all_37_examples_are_there_and_sixty_more():
    ids = [e.id for file in shipped() for e in load_standard(file).example]

    numbered = {int(m[1]) for i in ids if (m := re.match(r"T(\d+)", i))}
    assert numbered == set(range(1, 38))
    assert len(ids) >= 37 + 60


def test_places_are_lines_of_the_source():
    for file in shipped():
        for key, rule in load_standard(file).rules():
            assert re.search(r"L\d+", rule.place), (file.name, key)


def test_the_seventeen_contradictions_have_settings_with_reasons():
    assert [c.number for c in CONTRADICTIONS] == list(range(1, 18))
    for one in CONTRADICTIONS:
        assert hasattr(LocalSettings(), one.field)
        assert len(one.reason) > 30


def test_the_rules_page_is_current():
    checked = [sys.executable, str(DOCS / "rules_page.py"), "--check"]
    assert subprocess.run(checked, check=False).returncode == 0


FIRST = """
[standard]
id = "two"
title = "To udgaver"
municipality = "Prøve"
bases = ["SEL86.1"]
version = "{version}"
valid_from = {since}
source = "opdigtet"
[days]
why = "opdigtet"
[[deadline]]
id = "contact"
text = "Vi ringer."
within = "{within}"
from = "application_received"
met_by = "appointment_told"
place = "side 1"
[absence.no_show]
text = "En udeblivelse."
replaced = {replaced}
place = "side 2"
"""


@pytest.fixture
def two_editions(tmp_path):
    made = []
    for version, since, within, replaced in (
        ("2025", "2025-01-01", "5 hverdage", "true"),
        ("2026", "2026-04-01", "10 hverdage", "false"),
    ):
        file = tmp_path / f"{version}.toml"
        file.write_text(
            FIRST.format(version=version, since=since, within=within, replaced=replaced),
            encoding="utf-8",
        )
        made.append(load_standard(file))
    return Rulebook(tuple(reversed(made)), "SEL86.1")


def test_a_course_crosses_from_one_edition_to_the_next(two_editions):
    course = Course(
        Grant(10),
        (
            Training("a", datetime(2026, 3, 31, 10), 45, State.MISSED),
            Training("b", datetime(2026, 4, 1, 10), 45, State.MISSED),
        ),
    )

    costs = [e.cost for e in ledger(course, two_editions).entries if e.key]

    assert costs == [0, 1]


def test_a_deadline_is_judged_by_the_edition_on_the_day_of_its_event(two_editions):
    def due(received):
        course = Course(events={"application_received": received})
        [deadline] = deadlines(course, two_editions, received)
        return deadline.due, deadline.rule.version

    assert due(date(2026, 3, 16)) == (date(2026, 3, 23), "2025")
    assert due(date(2026, 4, 1)) == (date(2026, 4, 20), "2026")


def test_before_the_first_edition_nothing_holds(two_editions):
    assert two_editions.on(date(2024, 12, 31)) is None


GOOD = FIRST.format(version="1", since="2025-01-01", within="5 hverdage", replaced="true")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'within = "5 hverdage"',
            'within = "14 dage"',
            ("deadline", "contact", "within", "14 dage"),
        ),
        ("place = ", "plaec = ", ("deadline nr. 1", "contact", "plaec")),
        ("replaced = true", 'replaced = "måske"', ("absence", "no_show", "replaced")),
        ('from = "application_received"', 'from = "mandag"', ("deadline", "mandag")),
        ('title = "To udgaver"', "title = 3", ("standard", "title", "tekst")),
        ('bases = ["SEL86.1"]', 'bases = ["SEL86.9"]', ("standard", "SEL86.9")),
        ('id = "contact"', "", ("deadline nr. 1", "«id» mangler")),
        ('text = "Vi ringer."', 'text = " "', ("deadline", "text")),
        ('title = "To udgaver"', 'title = "To udgaver', ("linje 4",)),
        ("[days]", "[days]\nclosing = ['5. juni']", ("days", "closing")),
    ],
)
def test_a_mistake_is_told_with_file_table_and_key(tmp_path, old, new, words):
    file = tmp_path / "min-standard.toml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(BadStandard) as said:
        load_standard(file)

    for word in ("min-standard.toml", *words):
        assert word in str(said.value)


def test_two_editions_may_not_begin_the_same_day(tmp_path):
    files = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for file in files:
        file.write_text(GOOD, encoding="utf-8")

    with pytest.raises(BadStandard, match="samme dag"):
        standard_files.load_all(files)


def test_the_exercise_in_the_guide_holds(tmp_path):
    guide = (DOCS / "standards.md").read_text(encoding="utf-8")
    exercise = guide.split("```toml\n")[1].split("```")[0]
    file = tmp_path / "solrod.toml"
    file.write_text(exercise, encoding="utf-8")

    checked = check_files([file])

    assert checked.problems == []
    assert len(checked.examples) == 3
    assert all(c.holds for c in checked.examples)


def test_an_example_that_fails_says_expected_got_and_rule(tmp_path):
    example = """
[[example]]
name = "forkert"
package = "10 x 45 min"
history = ["2025-03-03 10:00 stayed away"]
expect.used = 1
"""
    file = tmp_path / "a.toml"
    file.write_text(GOOD + example, encoding="utf-8")

    [checked] = check_files([file]).examples

    [failure] = checked.failures
    assert (failure.expected, failure.got) == (1, 0)
    assert "absence.no_show" in failure.rules[0]


def test_settings_refuse_unknown_names():
    with pytest.raises(ValueError, match="repeatedfrom"):
        read_settings({"repeatedfrom": 3})
