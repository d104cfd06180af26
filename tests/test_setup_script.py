"""The script of docs/setup.md makes a whole centre, and what it refuses is refused with a sentence."""

import json
import re
import shlex
from pathlib import Path

import pytest

from trainer_desktop import cli

PAGE = Path(__file__).resolve().parents[1] / "docs/setup.md"
NOW = "2026-11-18T08:00"


def run(file, *words):
    options = ["--database", str(file), "--now", NOW, "--actor", "LIK"]
    return cli.main([*words, *options], lambda _options: pytest.fail("it draws"))


@pytest.fixture
def made(tmp_path, capsys):
    [script] = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "centre.db"
    for line in script.strip().splitlines():
        program, *words = shlex.split(line)
        assert program == "trainer-desktop"
        assert run(file, *words) == 0, (line, capsys.readouterr().err)
    capsys.readouterr()
    return file


def asked(file, capsys, *words):
    status = run(file, *words, "--json")
    return status, json.loads(capsys.readouterr().out or "null")


def test_the_script_makes_a_centre_that_can_book(made, capsys):
    _status, course = asked(made, capsys, "course", "1")
    assert (course["granted"], course["booked"], course["standard"]) == (12, 1, "aalborg-140")
    assert {one["due"] for one in course["deadlines"]} >= {"2026-11-20", "2026-11-23"}
    _status, lacks = asked(made, capsys, "check")
    assert not [one for one in lacks if one["needed"]]
    _status, staff = asked(made, capsys, "staff", "list")
    assert [one["initials"] for one in staff] == ["DOS"]
    _status, weeks = asked(made, capsys, "hours", "show", "DOS")
    assert weeks[0]["week"] == "ma-ti 8-15.30; on 9-15; to-fr 8-15.30"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("staff", "add", "--initials", "dos", "--name", "X"), "TAKEN"),
        (("room", "add", "--name", "Y", "--places", "0"), "NOT_SO"),
        (("closing", "add", "--day", "2026-11-19", "--name", "Z"), "STILL_STANDS"),
        (("staff", "end", "DOS", "--on", "2026-11-18"), "STILL_STANDS"),
        (("citizen", "add", "--given", "K", "--number", "7212571840"), "SAME_PERSON"),
        (("citizen", "add", "--given", "K", "--number", "610130-5000"), "FUTURE_BIRTH"),
        (
            ("clinic", "add", "--name", "L", "--number", "9", "--gln", "5798000362056"),
            "CHECK_DIGIT",
        ),
        (("hours", "change", "DOS", "ma 9-8"), "BAD_WEEK"),
        (("course", "add", "Kirsten", "--basis", "AEL", "--trainings", "0"), "NOT_SO"),
        (
            ("course", "pause", "1", "--from", "2026-11-20", "--to", "2026-11-01", "--why", "x"),
            "CROSSED",
        ),
        (("choose", "standard", "AEL", "aalborg-140"), "UNREADABLE"),
    ],
)
def test_what_cannot_be_is_refused_in_words(made, capsys, words, reason):
    status, answer = asked(made, capsys, *words)
    assert (status, answer["refused"]) == (3, reason)
    assert "{" not in answer["why"]


def test_records_are_changed_merged_and_ended_without_a_window(made, capsys):
    assert run(made, "citizen", "add", "--given", "Kirsten", "--family", "Olsen") == 0
    capsys.readouterr()
    _status, shown = asked(made, capsys, "citizen", "merge", "Kirsten Olesen", "Kirsten Olsen")
    assert shown["differences"][0]["field"] == "family_name"
    _status, found = asked(made, capsys, "citizen", "list")
    assert len(found) == 1
    assert (
        run(made, "citizen", "change", "Kirsten", "--address", "Sti 9", "--note", "rollator") == 0
    )
    assert run(made, "citizen", "protect", "Kirsten") == 0
    capsys.readouterr()
    _status, one = asked(made, capsys, "citizen", "show", "Kirsten")
    assert one["address"] == "beskyttet"
    assert one["number"].endswith("••••")
    _status, one = asked(made, capsys, "citizen", "show", "Kirsten", "--full", "hun spørger")
    assert one["address"] == "Sti 9"
    _status, pause = asked(
        made, capsys, "course", "pause", "1", "--from", "2026-11-18", "--to", "2026-11-25",
        "--why", "Sygehus", "--release",
    )  # fmt: skip
    assert (pause["released"], pause["left"]) == (1, 0)
    assert run(made, "course", "change", "1", "--trainings", "8", "--why", "Tastefejl") == 0
    assert run(made, "course", "end", "1", "--agreed", "--why", "Flyttet") == 0
    assert run(made, "citizen", "end", "Kirsten", "moved", "--release") == 0
    assert run(made, "room", "end", "Sal 1") == 0
    assert run(made, "room", "change", "Boks A", "--equipment", "") == 0
    assert run(made, "verify") == 0


def test_a_course_is_still_shown_by_its_number_alone(made, capsys):
    assert asked(made, capsys, "course", "1") == asked(made, capsys, "course", "show", "1")
