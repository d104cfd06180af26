"""A day at the desk without a window: the commands on a small centre's real database file."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import STANDARDS
from trainer_desktop import cli
from trainer_desktop.rules.refusal import Reason
from trainer_desktop.services.spoken import REFUSALS

CHOSEN = [f"--standard={basis}={standard}" for basis, standard in STANDARDS.items()]


@pytest.fixture
def desk(small_export, tmp_path, capsys):
    """Runs a command at a moment on the small centre; answers its status, its answer and what it said of trouble."""
    database = tmp_path / "c.db"

    def run(*words, now="2026-11-11T12:00"):
        given = [str(w) for w in words]
        status = cli.main([*given, f"--database={database}", f"--now={now}"], pytest.fail)
        said = capsys.readouterr()
        out = json.loads(said.out) if "--json" in given and said.out else said.out
        return status, out, said.err

    assert run("import", small_export, *CHOSEN)[0] == 0
    return run


def test_a_course_tells_its_package_with_reasons_rules_and_sources(desk):
    status, course, _ = desk("course", 1, "--json")

    assert status == 0
    assert (course["granted"], course["extra"], course["used"], course["left"]) == (10, 0, 1, 9)
    assert course["minutes"]["left"] == course["minutes"]["granted"] - course["minutes"]["used"]
    kinds = [(e["kind"], e["cost"], e["number"]) for e in course["ledger"]]
    assert kinds[:2] == [("granted", 0, None), ("attended", 1, "11")]
    assert course["citizen"]["number"] == "020160-••••"
    deadline = course["deadlines"][0]
    assert deadline["due"] > deadline["from"]
    assert deadline["rule"]["place"].startswith("L")
    assert deadline["rule"]["source"]


def test_a_no_show_charges_and_opens_a_reevaluation_but_only_once_saved(desk):
    at = "2026-11-11T09:00"
    assert desk("book", 1, "--at", at, "--room", "Boks A", now="2026-11-10T12:00")[0] == 0

    mark = ("attend", "--course", 1, "--at", at, "--missed", "--json")
    would = desk(*mark, "--dry-run")[1]
    assert desk("course", 1, "--json")[1]["used"] == 1
    did = desk(*mark)[1]
    after = desk("course", 1, "--json")[1]

    assert {**would, "saved": True} == did
    assert did["reevaluations"][0]["rule"]["standard"] == "ishoj-vallensbaek-86-1"
    assert (after["used"], after["left"]) == (2, 8)
    assert [r["trigger"] for r in after["reevaluations"]] == ["no_show"]
    tasks = desk("tasks", "--who", "dos", "--json")[1]
    assert ("reevaluation", "1") in [(t["kind"], t["course"]) for t in tasks]


def test_a_double_booking_is_refused_by_name_until_a_reason_is_stated(desk):
    at = ("--at", "2026-11-12T09:00", "--room", "Boks A")
    assert desk("book", 1, *at)[0] == 0

    status, said, err = desk("book", 2, *at, "--therapist", "DOS", "--json")
    assert status == 3
    assert said["refused"] == "THERAPIST_BUSY"
    assert "T" in said["facts"]["starts"]
    assert "Ingelise Jeppesen" in err
    assert desk("book", 2, *at, "--therapist", "DOS", "--override", "to til samme øvelse")[0] == 0

    trainings = desk("day", "2026-11-12", "--json")[1]["trainings"]
    assert [t["override"] for t in trainings] == [None, "to til samme øvelse"]


def test_a_cancellation_is_judged_by_when_it_was_told(desk):
    booked = desk("book", 1, "--at", "2026-11-12T09:00", "--json")[1]

    status, said, _ = desk(
        "cancel", booked["id"], "--told", "07:30", "--json", now="2026-11-12T08:00"
    )
    assert (status, said["refused"]) == (3, "NEEDS_REASON")
    done = desk(
        "cancel",
        booked["id"],
        "--why",
        "other",
        "--told",
        "07:30",
        "--json",
        now="2026-11-12T08:00",
    )[1]
    assert datetime.fromisoformat(done["starts"]).hour == 9
    assert done["kind"].startswith("cancelled")
    by_centre = desk("cancel", booked["id"], "--by-centre", "brandøvelse", "--json")[1]
    assert (by_centre["kind"], by_centre["cost"]) == ("centre_cancelled", 0)


def test_a_training_to_come_cannot_be_attended(desk):
    booked = desk("book", 1, "--at", "2026-11-12T09:00", "--json")[1]

    status, _, err = desk("attend", booked["id"])

    assert status == 3
    assert "NOT_YET" in err


def test_no_status_without_consent_and_one_with_it(desk, tmp_path):
    folder = tmp_path / "papirer"
    words = ("gp-status", 1, "--out", folder, "--conclusion", "Forløbet er slut.")

    assert desk(*words)[0] == 3
    assert not list(folder.glob("*.pdf"))
    assert desk("consent", 1, "given", "--form", "mundtligt")[0] == 0
    status, made, _ = desk(*words, "--json")

    assert status == 0
    text = "".join(page.extract_text() for page in PdfReader(made["file"]).pages)
    assert "Forløbet er slut." in text


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (("print", "day", "DOS", "2026-11-03"), "Ingelise"),
        (("print", "room", "Boks A", "2026-11-03"), "Boks A"),
        (("print", "letter", 1), "Ingelise"),
    ],
)
def test_papers_are_written_whole(desk, tmp_path, words, content):
    made = desk(*words, "--out", tmp_path / "ud", "--json")[1]

    assert content in "".join(page.extract_text() for page in PdfReader(made["file"]).pages)
    assert [f.suffix for f in (tmp_path / "ud").iterdir()] == [".pdf"]


def test_citizens_are_found_and_never_with_the_whole_number(desk):
    found = desk("find", "ågård", "--json")[1]

    assert [c["name"] for c in found] == ["Søren Ågård"]
    assert "9996" not in json.dumps(found)


@pytest.mark.parametrize(
    "words", [("course", "99"), ("attend", "99"), ("print", "day", "QQQ"), ("attend",)]
)
def test_what_does_not_exist_is_wrong_use_and_named(desk, words):
    status, _, err = desk(*words)

    assert status == 2
    assert err.startswith("FEJL")
    assert words[-1] in err or words == ("attend",)


def test_a_database_that_is_not_there_is_not_made(tmp_path, capsys):
    missing = tmp_path / "ingen.db"

    assert cli.main(["tasks", f"--database={missing}"], pytest.fail) == 2
    assert str(missing) in capsys.readouterr().err
    assert not missing.exists()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("attend", 11, "--late", 46), 3, "TOO_LATE"),
        (("cancel", 11, "--why", "other", "--told", "2027-01-01T10:00"), 3, "TOLD_AHEAD"),
        (("book", 1, "--at", "2026-11-12T09:00", "--minutes", 0), 3, "BAD_TIME"),
    ],
)
def test_what_cannot_have_happened_is_refused(desk, words, status, said):
    got, _, err = desk(*words)

    assert (got, said in err) == (status, True)


def test_a_year_out_of_reach_is_wrong_use(desk):
    with pytest.raises(SystemExit, match="2"):
        desk("book", 1, "--at", "9999-12-31T10:00")


def test_a_whole_course_is_proposed_and_then_booked(desk):
    wished = ("plan", 1, "--count", 4, "--days", "ti,to", "--hours", "8-12", "--per-week", 2)

    _, shown, _ = desk(*wished, "--json")
    assert desk("course", 1, "--json")[1]["booked"] == 0
    status, told, _ = desk(*wished, "--book")
    course = desk("course", 1, "--json")[1]

    assert status == 0
    assert not shown["booked"]
    assert len(shown["dates"]) == 4
    assert all(not one["broken"] for one in shown["dates"])
    assert "4 træninger er booket." in told
    assert course["booked"] == 4


def test_a_plan_that_cannot_be_says_what_to_give_up(desk):
    status, plan, _ = desk("plan", 1, "--count", 9, "--last", "2026-11-18", "--json")

    assert status == 0
    assert plan["dates"] == []
    assert ["last_day"] in [way["wishes"] for way in plan["give_up"]]


def test_an_ill_therapist_is_shown_first_and_then_carried_out(desk):
    assert desk("book", 1, "--at", "2026-11-12T09:00", "--room", "Boks A")[0] == 0
    away = ("away", "--who", "dos", "--first", "2026-11-12", "--json")

    shown = desk(*away)[1]
    assert desk("course", 1, "--json")[1]["booked"] == 1
    did = desk(*away, "--do")[1]
    again = desk(*away)[1]

    assert [hit["before"]["starts"] for hit in shown["hits"]] == ["2026-11-12T09:00:00"]
    assert shown["hits"][0]["place"]["starts"] > "2026-11-12T23"
    assert (did["done"], again["hits"]) == (True, [])


def test_a_closed_room_is_refused_in_words(desk):
    assert desk("away", "--room", "boks a", "--first", "2026-11-12", "--do")[0] == 0

    status, _, said = desk("book", 1, "--at", "2026-11-12T09:00", "--room", "Boks A")

    assert status == cli.REFUSED
    assert "ROOM_CLOSED" in said
    assert "Lokalet er lukket: Boks A" in said


def test_the_board_tells_what_is_free(desk):
    assert desk("book", 1, "--at", "2026-11-12T09:00", "--room", "Boks A")[0] == 0
    cancelled = ("cancel", "--course", 1, "--at", "2026-11-12T09:00", "--why", "illness")
    assert desk(*cancelled)[0] == 0

    _, board, _ = desk("waiting", "--json")

    assert [one["starts"] for one in board["free"]] == ["2026-11-12T09:00:00"]


def test_wrong_days_and_hours_are_told(desk, capsys):
    for words in (("--days", "xx"), ("--hours", "morgen")):
        with pytest.raises(SystemExit):
            desk("plan", 1, *words)
        assert "skriv f.eks." in capsys.readouterr().err


def test_every_refusal_has_its_sentence():
    assert set(REFUSALS) == set(Reason)


def test_a_day_is_noted_and_taken_away_and_what_follows_is_told(desk):
    status, noted, _ = desk("event", 1, "decision_received", "2026-11-02", "--json")
    assert (status, noted["day"]) == (0, "2026-11-02")
    course = desk("course", 1, "--json")[1]
    assert course["events"]["decision_received"] == "2026-11-02"
    [complaint] = [one for one in course["rights"] if one["right"] == "complaint"]
    assert complaint["day"] == "2026-11-30"  # four weeks after it was received

    assert desk("event", 1, "decision_received")[0] == 0
    assert "decision_received" not in desk("course", 1, "--json")[1]["events"]


def test_what_has_happened_is_not_noted_ahead_and_no_standard_means_no_extension(desk):
    status, _, trouble = desk("event", 1, "decision_received", "2026-12-24")
    assert status == 3
    assert "ikke kommet endnu" in trouble
    status, _, trouble = desk("extend", 1, "--why", "næsten")
    assert status == 3
    assert "forlænges" in trouble


def test_a_centre_begins_with_its_own_standard_in_one_command(small_export, tmp_path, capsys):
    text = (Path(__file__).parents[1] / "docs" / "standards.md").read_text(encoding="utf-8")
    file = tmp_path / "vores.toml"
    file.write_text(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0], encoding="utf-8")
    database = f"--database={tmp_path / 'own.db'}"
    others = [one for one in CHOSEN if "SEL86.1" not in one]

    def run(*words):
        status = cli.main([str(w) for w in words], pytest.fail)
        return status, capsys.readouterr()

    assert run("import", small_export, *others, f"--standard=SEL86.1={file}", database)[0] == 0
    listed = run("standards", "list", database)[1].out
    assert "example-86-1" in listed
    assert "example-86-1" in run("course", 1, database, "--json")[1].out

    dry = f"--database={tmp_path / 'dry.db'}"
    run("import", small_export, *others, f"--standard=SEL86.1={file}", dry, "--dry-run")
    assert not (tmp_path / "dry.db").exists()

    file.write_text("[standard]\n", encoding="utf-8")
    broken = f"--database={tmp_path / 'none.db'}"
    status, said = run("import", small_export, *others, f"--standard=SEL86.1={file}", broken)
    assert status == 2
    assert "linje" in said.err
    assert not (tmp_path / "none.db").exists()


def test_an_import_without_standards_says_once_what_to_choose(small_export, tmp_path, capsys):
    cli.main(
        ["import", str(small_export), f"--database={tmp_path / 'c.db'}", "--dry-run"], pytest.fail
    )
    said = capsys.readouterr().out
    assert "--standard SEL86.1=" in said


def test_what_the_window_would_warn_of_a_booking_says_too(desk):
    assert desk("book", 1, "--at", "2026-11-12T09:00", "--room", "ingen")[0] == 0
    status, value, _ = desk("book", 1, "--at", "2026-11-12T14:00", "--room", "ingen", "--json")
    assert status == 0
    assert value["warnings"]
