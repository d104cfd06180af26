"""A municipality writes its own standard with a clumsy hand: every mistake is told at once, and none ends in a traceback."""

import re
from pathlib import Path

import pytest

from trainer_desktop import cli
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.standards.checking import check_files
from trainer_desktop.services.standards.files import shipped
from trainer_desktop.services.standards.words import line_of

CASES = Path(__file__).parent / "cases"
HEAD = """[standard]
id = "vores"
title = "Vores"
municipality = "Prøve"
bases = ["SEL86.1"]
version = "2026"
valid_from = 2026-01-01
source = "opdigtet"
[days]
why = "opdigtet"
"""
DEADLINE = """[[deadline]]
id = "contact"
text = "Vi ringer."
place = "s. 1"
within = "5 hverdage"
from = "application_received"
met_by = "appointment_told"
"""
NOTICE = """[absence.notice.any]
text = "Afbud."
place = "s. 1"
by = {by}
"""
EXAMPLE = """[[example]]
name = "prøve"
{facts}
expect.used = 0
"""


def run(*words):
    return cli.main([str(w) for w in words], lambda options: pytest.fail(options.command))


def check(tmp_path, text, capsys):
    file = tmp_path / "vores.toml"
    file.write_text(text, encoding="utf-8")
    status = run("standards", "check", file)
    said = capsys.readouterr()
    return status, said.err, said.out


def test_everything_more_that_a_standard_may_say_comes_out_as_written():
    checked = check_files([CASES / "more.toml"])

    assert checked.problems == []
    assert [(c.example.name, c.failures) for c in checked.examples if not c.holds] == []
    assert len(checked.examples) >= 40


def test_five_mistakes_are_five_lines_with_their_places(tmp_path, capsys):
    text = (
        HEAD.replace('title = "Vores"', "title = 3")
        + DEADLINE.replace("met_by", "met_bye")
        + DEADLINE.replace('"contact"', '"second"').replace("5 hverdage", "14 dage")
        + NOTICE.format(by='{ same_day = "25:00" }')
        + EXAMPLE.format(facts='history = ["2026-03-02 10:00 kom"]')
    )

    status, said, _out = check(tmp_path, text, capsys)

    assert status == 2
    lines = said.strip().splitlines()
    assert any("linje 3" in one and "title" in one for one in lines)
    assert any("met_bye" in one and "mener du «met_by»?" in one for one in lines)
    whole = "\n".join(lines)
    assert "vores.toml" in whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + DEADLINE + DEADLINE.replace("5 hverdage", "14 dage").replace("contact", "b"), ("linje 22", "14 dage")),
        (HEAD + NOTICE.format(by='{ same_day = "25:00" }'), ("25:00", "same_day")),
        (HEAD + NOTICE.format(by="{ same_day = 09:00:00 }"), ("same_day", "klokkeslæt")),
        (HEAD + NOTICE.format(by="{ days_before = -2 }"), ("mindst 0",)),
        (HEAD + DEADLINE.replace("[[deadline]]", "[deadline]"), ("[[deadline]]",)),
        (HEAD + DEADLINE.replace("application_received", "aplication_received"), ("application_received", "mener du")),
        (HEAD.replace('bases = ["SEL86.1"]', "bases = []"), ("bases", "tom")),
        (HEAD + EXAMPLE.format(facts="package = \"0 x 45 min\""), ("package", "prøve")),
        (HEAD + EXAMPLE.format(facts='history = ["2026-03-02 10:00 attended 99999999 min late"]'), ("history",)),
        (HEAD + EXAMPLE.format(facts="today = 9999-12-30"), ("today",)),
        (HEAD + EXAMPLE.format(facts='settings = { repeated_form = 2 }'), ("repeated_form", "mener du «repeated_from»?")),
        (HEAD + EXAMPLE.format(facts="").replace("expect.used", "expect.usedd"), ("usedd", "mener du «used»?")),
        (HEAD + EXAMPLE.format(facts="").replace("expect.used = 0", "expect.used = false"), ("used",)),
        (HEAD + "[[eligibility]]\nid='a'\ntext='t'\nplace='s'\ncheck='age'\n", ("minimum",)),
        ("a = " + "[" * 3000, ("vores.toml",)),
        (HEAD + "\0", ("vores.toml",)),
        ("", ("standard", "mangler")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_was_meant(tmp_path, capsys, text, words):
    status, said, _out = check(tmp_path, text, capsys)

    assert status == 2
    for word in words:
        assert word in said
    assert not re.search(r"[a-z]+Error|Traceback|could not|invalid|Expected", said)


def test_an_amount_with_a_comma_is_told(tmp_path, capsys):
    table = """[transport.reimbursement]
text = "t"
place = "s"
over_km = 50
or_cannot_use_public = true
threshold = [{ year = 2026, pensioner = "44,00", other = "103.00" }]
"""
    status, said, _out = check(tmp_path, HEAD + table, capsys)

    assert status == 2
    assert "linje 16" in said
    assert "punktum" in said


def test_a_file_without_examples_says_so(tmp_path, capsys):
    status, _said, out = check(tmp_path, HEAD + DEADLINE, capsys)

    assert status == 0
    assert "INGEN EKSEMPLER  vores.toml" in out


def test_one_bad_file_does_not_hide_the_others(tmp_path, capsys):
    (tmp_path / "a.toml").write_text("hej", encoding="utf-8")
    (tmp_path / "b.toml").write_text(HEAD.replace("2026-01-01", "snart"), encoding="utf-8")
    (tmp_path / "c.toml").write_text(HEAD + EXAMPLE.format(facts=""), encoding="utf-8")

    status = run("standards", "check", tmp_path)

    said = capsys.readouterr()
    assert status == 2
    assert "a.toml" in said.err
    assert "b.toml" in said.err
    assert "1 eksempler holdt" in said.out


@pytest.mark.parametrize("text", ["2026", "undated"])
def test_editions_that_cannot_be_told_apart_are_refused(tmp_path, capsys, text):
    (tmp_path / "a.toml").write_text(HEAD, encoding="utf-8")
    other = HEAD.replace("2026-01-01", "2027-01-01")
    if text == "undated":
        other = HEAD.replace("valid_from = 2026-01-01\n", "").replace('"2026"', '"gammel"')
    (tmp_path / "b.toml").write_text(other, encoding="utf-8")

    assert run("standards", "check", tmp_path) == 2
    assert "udgave" in capsys.readouterr().err


def test_an_edition_that_says_only_what_differs_is_made_whole(tmp_path):
    old = HEAD + DEADLINE + NOTICE.format(by='{ same_day = "09:00" }')
    new = (
        HEAD.replace('version = "2026"', 'version = "2027"\nbased_on = "2026"\nremoved = ["deadline.contact"]')
        .replace("2026-01-01", "2027-01-01")
        + NOTICE.format(by='{ same_day = "08:00" }')
        + '[[example]]\nname = "ny"\nhistory = ["2027-03-03 10:00 cancelled by citizen, other, told 08:30"]\n'
        + 'events = { application_received = 2027-03-01 }\nexpect.notice = ["late"]\nexpect.due = { contact = "none" }\n'
    )  # fmt: skip
    (tmp_path / "a.toml").write_text(old, encoding="utf-8")
    (tmp_path / "b.toml").write_text(new, encoding="utf-8")

    checked = check_files([tmp_path])

    assert checked.problems == []
    assert [(c.example.name, c.failures) for c in checked.examples] == [("ny", ())]


def test_every_rule_of_the_shipped_files_has_its_line():
    for file in shipped():
        text = file.read_text(encoding="utf-8")
        first = text.splitlines().index("[[deadline]]") + 1
        assert line_of(text, ["deadline", 0]) == first
        assert text.splitlines()[line_of(text, ["standard", "id"]) - 1].startswith("id")


@pytest.mark.parametrize("basis", ["SEL86.1", "SUL140"])
def test_no_rule_of_another_basis_is_read(basis):
    """Every reader gets a rulebook from which the others' rules have gone."""
    from trainer_desktop.rules.rulebook import Rulebook
    from trainer_desktop.services.standards.files import load_standard

    standard = load_standard(CASES / "more.toml")
    other = "SUL140" if basis == "SEL86.1" else "SEL86.1"
    narrowed = _for_only(standard, other)
    book = Rulebook((narrowed,), basis)

    assert list(book.editions[0].rules()) == []
    assert len(Rulebook((narrowed,), other).editions[0].rules()) == len(standard.rules())


def _for_only(standard: Standard, basis: str) -> Standard:
    import msgspec

    def narrow(value):
        if isinstance(value, list):
            return [narrow(one) for one in value]
        if isinstance(value, dict):
            if "text" in value and "place" in value:
                value = {**value, "bases": [basis]}
            return {k: narrow(v) for k, v in value.items()}
        return value

    raw = msgspec.to_builtins(standard)
    raw["example"] = []
    return msgspec.convert(narrow(raw), Standard)
