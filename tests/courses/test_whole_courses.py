"""For each standard one course from intake to closing, on the command line; every letter is written and read back."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from trainer_desktop import cli

LATE = "2026-03-24T09:00"
NUMBER = "690848-4002"  # a replacement number: day + 60


class Centre:
    """Types commands at a store, and reads what they answer."""

    def __init__(self, folder, capsys):
        self.file, self.folder, self.capsys = folder / "c.db", folder, capsys

    def __call__(self, *words, at="2026-03-02T09:00", status=0):
        said = [str(word) for word in words]
        more = [f"--database={self.file}", "--actor=DOS", f"--now={at}", "--json"]
        self.capsys.readouterr()
        found = cli.main([*said, *more], lambda options: pytest.fail(options.command))
        out, err = self.capsys.readouterr()
        assert found == status, (said, out, err)
        return json.loads(out) if out.strip() else None

    def read(self, *words, at="2026-03-02T09:00"):
        """A paper's text."""
        made = self(*words, f"--out={self.folder}", at=at)
        pages = PdfReader(BytesIO(Path(made["file"]).read_bytes())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def centre(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)  # letters without --out lie where one stands
    made = Centre(tmp_path, capsys)
    made("centre", "add", "--name=Træningscenter Åsø", "--phone=74000000", "--address=Skolegade 1")
    made("room", "add", "--name=Sal 1", "--places=4")
    made("staff", "add", "--name=Dorthe Sørensen", "--initials=DOS", "--title=Ergoterapeut")
    made("hours", "change", "DOS", "ma-fr 8-15.30")
    return made


def begin(centre, basis, standard, *more):
    """A citizen and a course; answers its number."""
    centre("choose", "standard", basis, standard)
    centre(
        *("citizen", "add", "--given=Ingelise", "--family=Jeppesen", f"--number={NUMBER}"),
        *("--address=Teglværks Allé 519", "--postcode=2635", "--town=Ishøj"),
    )
    made = centre(
        *("course", "add", "Jeppesen", f"--basis={basis}", "--trainings=12", "--minutes=45"),
        *("--therapist=DOS", *more),
    )
    return made["number"]


COURSES = {
    "ishoj-vallensbaek-86-1": ("SEL86.1", ("--source=citizen", "--received=2026-02-23")),
    "aalborg-86": (
        "SEL86.2",
        ("--source=citizen", "--received=2026-02-27", "--granted=2026-03-02"),
    ),
    "aalborg-140": ("SUL140", ("--discharged=2026-02-27", "--plan=2026-02-27")),
    "soenderborg-86": ("SEL86.1", ("--source=gp", "--received=2026-02-23", "--granted=2026-02-27")),
    "vesthimmerland-86-2": ("SEL86.2", ("--source=kin", "--received=2026-02-23")),
}


@pytest.mark.parametrize("standard", COURSES)
def test_a_course_from_intake_to_closing(centre, standard):
    basis, more = COURSES[standard]
    number = begin(centre, basis, standard, *more)

    centre("decision", "add", number, "grant", "--why=Fald i funktionsevnen efter sygdom.")
    grant = centre.read("letter", "make", number, "grant", "--why=Du er svækket efter sygdom.")
    assert "Kære Ingelise" in grant
    assert "12 træninger a 45 minutter" in grant
    assert "Teglværks Allé 519" in grant
    assert NUMBER not in grant
    assert NUMBER[:6] not in grant
    assert "{" not in grant
    centre("letter", "sent", number, 1, "digital")
    again = centre("letter", "sent", number, 1, "letter", status=3)
    assert again["refused"] == "ALREADY_SENT"
    assert centre.read("letter", "print", number, 1) == grant

    for at in ("2026-03-04T10:00", "2026-03-11T10:00"):
        centre("book", number, f"--at={at}", "--therapist=DOS", "--room=Sal 1", "--minutes=45")
    centre("goal", "add", number, "Gå til Brugsen og hjem")
    centre("text", "add", number, "first_talk", "Bor alene.", "--function=2")
    first = "2026-03-04T11:00"
    centre("attend", f"--course={number}", "--at=2026-03-04T10:00", at=first)
    centre("test", "add", number, "rss30", "6", "--point=start", at=first)
    centre("test", "add", number, "tug", "18,4; 19,0; 18,9", "--point=start", at=first)
    asked = centre("test", "add", number, "6mwt", "3200", at=first, status=3)
    assert asked["refused"] == "UNUSUAL"
    later = "2026-03-11T11:00"
    centre("attend", f"--course={number}", "--at=2026-03-11T10:00", at=later)
    rss = centre("test", "add", number, "rss30", "11", "--point=end", at=later)
    assert rss["direction"] == "bedre"
    assert rss["change"] == "5"
    centre("test", "add", number, "tug", "12,6", "--point=end", at=later)
    centre("note", "add", "Jeppesen", "Øm i venstre knæ.", at=later)
    centre("note", "add", "Jeppesen", "Det var højre knæ.", "--corrects=1", at=later)
    assert [n["corrects"] for n in centre("note", "list", "Jeppesen", at=later)] == [1, None]

    centre("ride", "grant", number, "--why=Kan ikke selv komme frem.", "--aid=Rollator", at=later)
    assert "Rollator" in centre.read("letter", "make", number, "ride_grant", at=later)
    refused = centre.read(
        "letter", "make", number, "ride_refusal", "--why=Kan tage bussen.", at=later
    )
    assert "Ankestyrelsen" not in refused
    centre("loan", "add", number, "Gangbarre", at=later)
    centre("text", "add", number, "own_plan", "Rejs dig ti gange om dagen.", at=later)
    assert "Rejs dig ti gange" in centre.read("letter", "make", number, "own_plan", at=later)

    missing = {
        one["item"]
        for one in centre("close", "check", number, at=later)
        if one["tick"] == "missing"
    }
    assert missing == {"goals", "consent", "status", "loans", "ride"}
    centre("goal", "judge", number, 1, "reached", "--own-words=Jeg kan gå igen", at=later)
    centre("loan", "back", number, 1, at=later)
    centre("consent", number, "refused", "--form=mundtligt", at=later)
    centre("close", "do", number, "no_need_citizen", "Målet er nået.", at=later)
    left = {
        one["item"]
        for one in centre("close", "check", number, at=later)
        if one["tick"] == "missing"
    }
    assert not left
    summary = centre.read("letter", "make", number, "summary", at=later)
    assert "6 → 11 gange" in summary
    assert "18,4 → 12,6 sek." in summary
    assert "Jeg kan gå igen" in summary
    centre("close", "reopen", number, "Borgeren fik det værre.", at=later)
    assert centre("close", "reopen", number, "Igen.", at=later, status=3)["refused"] == "NOT_ENDED"


@pytest.mark.parametrize("standard", COURSES)
def test_an_end_against_the_citizens_wish_is_heard_first(centre, standard):
    basis, more = COURSES[standard]
    number = begin(centre, basis, standard, *more)
    centre("decision", "add", number, "grant", "--why=Behov.")
    for at in ("2026-03-04T10:00", "2026-03-18T10:00"):
        centre("book", number, f"--at={at}", "--therapist=DOS", "--room=Sal 1", "--minutes=45")
    centre("attend", f"--course={number}", "--at=2026-03-04T10:00", at="2026-03-04T11:00")
    now = "2026-03-09T10:00"
    end = ("decision", "add", number, "end", "--why=Ingen fremgang siden start.")
    assert centre(*end, at=now, status=3)["refused"] == "HEARING_FIRST"

    hearing = centre.read(
        *("letter", "make", number, "hearing", "--intended=afslutte din træning"),
        *("--why=Ingen fremgang.", "--fact=4. marts: Mødt", "--answer-by=2026-03-23"),
        at=now,
    )
    assert "Svar senest 23. marts 2026" in hearing
    assert "4. marts" in hearing
    assert centre(*end, at=now, status=3)["refused"] == "HEARING_FIRST"  # made is not sent
    centre("letter", "sent", number, 1, "digital", at=now)
    waits = centre(*end, at="2026-03-23T10:00", status=3)
    assert waits["refused"] == "HEARING_WAITS"  # the last day to answer is the citizen's
    centre(*end, at="2026-03-24T10:00")

    letter = centre.read(
        "letter", "make", number, "end", "--why=Ingen fremgang.", at="2026-03-24T10:00"
    )
    assert "slutter 24. marts 2026" in letter
    guidance = "klage" in letter
    assert guidance
    assert ("Ankestyrelsen" in letter) is basis.startswith("SEL")
    late = centre("letter", "sent", number, 2, "digital", at="2026-03-26T10:00", status=3)
    assert late["refused"] == "MAKE_ANEW"  # its complaint deadline was counted from the 24th
    other = centre("letter", "sent", number, 2, "letter", at="2026-03-24T12:00", status=3)
    assert other["refused"] == "MAKE_ANEW"
    centre("letter", "sent", number, 2, "handed_over", at="2026-03-24T12:00")
    assert ("søge igen" in letter) is (basis != "SUL140")  # only a hospital refers
    if basis == "SUL140":
        assert "Styrelsen for Patientklager" in letter
    else:
        assert "21. april 2026" in letter  # four weeks from digital post


def test_the_centres_own_wording_is_checked_kept_and_given_back(centre, tmp_path):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    file = tmp_path / "brev.txt"
    file.write_text("# Hej {fornvan}\n\nRing {telefon}.\n", encoding="utf-8")
    wrong = centre("letter", "text", "own_plan", f"--file={file}", status=3)
    assert wrong["facts"]["hint"] == "fornavn?"
    file.write_text("# Hej {fornavn}\n\nRing {telefon}.\n", encoding="utf-8")
    centre("letter", "text", "own_plan", f"--file={file}")
    assert "Hej Ingelise" in centre.read("letter", "make", number, "own_plan")
    file.write_text("# Slut\n\nFarvel {fornavn}.\n", encoding="utf-8")
    assert centre("letter", "text", "end", f"--file={file}", status=3)["refused"] == "NO_GUIDANCE"
    centre("letter", "text", "own_plan", "--ours")
    versions = centre("letter", "text", "own_plan")
    assert [v["ours"] for v in versions] == [True, False]
    assert "Din plan for at træne selv" in centre.read("letter", "preview", number, "own_plan")


def test_a_result_is_corrected_or_taken_away_with_a_reason(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    for value in ("18", "9"):
        centre("test", "add", number, "rss30", value)
    centre("test", "change", number, "rss30", 1, "8", "--why=Tastefejl")
    [rss] = centre("test", "list", number)
    assert [one["value"] for one in rss["results"]] == ["8", "9"]
    centre("test", "remove", number, "rss30", 2, "--why=Forkert borger")
    [rss] = centre("test", "list", number)
    assert [one["value"] for one in rss["results"]] == ["8"]
    future = ("text", "add", number, "first_talk", "x", "--date=2026-03-03")
    assert centre(*future, status=3)["refused"] == "NOT_COME"


def test_fares_are_held_against_their_years_threshold(centre):
    number = begin(centre, "SUL140", "aalborg-140", "--discharged=2026-02-27", "--plan=2026-02-27")
    centre("fare", "add", number, "2026-03-02", "60", "--pensioner")
    found = centre("fare", "list", number)
    assert found[0]["answer"] == "no_threshold"  # 2026 is not in the standard: it is asked for
    paper = centre.read("letter", "make", number, "reimbursement")
    assert "beløbsgrænsen for 2026 mangler" in paper


def test_no_letter_goes_to_one_who_has_died(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    centre("citizen", "end", "Jeppesen", "deceased", "--on=2026-03-01")
    assert centre("letter", "make", number, "grant", "--why=x", status=3)["refused"] == "NO_LETTER"


def test_a_letter_lacks_nothing_that_it_is_about(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    for kind in ("hearing", "reevaluation", "ride_refusal", "ride_end", "ride_grant"):
        said = centre("letter", "make", number, kind, status=3)
        assert said["refused"] == "NOTHING_WRITTEN", kind
    for kind in ("refusal", "end"):  # nobody has decided it
        said = centre("letter", "make", number, kind, "--why=x", "--fact=y", status=3)
        assert said["refused"] == "DECISION_FIRST", kind
    met = centre.read("letter", "make", number, "grant", "--fully-met")
    assert "klage" not in met.casefold()


def test_a_course_without_a_standard_has_its_decision_in_the_letter(centre):
    centre(
        *("citizen", "add", "--given=Ingelise", "--family=Jeppesen", f"--number={NUMBER}"),
    )
    made = centre("course", "add", "Jeppesen", "--basis=AEL", "--therapist=DOS")
    letter = centre.read("letter", "preview", made["number"], "end", "--why=Målet er nået.")
    assert "Kære Ingelise" in letter
    assert "Vi har besluttet" in letter


def test_rides_end_with_the_course_however_it_ends(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    centre("course", "event", number, "course_start", "2026-03-02")
    centre("ride", "grant", number, "--why=Kan ikke selv.", "--since=2026-03-02")
    centre("course", "end", number, "--agreed", "--why=Målet er nået.", at="2026-03-10T10:00")
    [ride] = centre("ride", "list", number)
    assert ride["until"] == "2026-03-10"
    shown = centre("citizen", "show", "Jeppesen")
    assert shown["ride"] == "nej"


def test_a_copy_that_is_sent_later_moves_no_day(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    for _ in range(2):
        centre("letter", "make", number, "grant", "--why=Behov.")
    centre("letter", "sent", number, 1, "digital", at="2026-03-02T10:00")
    centre("letter", "sent", number, 2, "handed_over", at="2026-03-20T10:00")
    shown = centre("course", "show", number, at="2026-03-20T10:00")
    assert "2026-03-20" not in json.dumps(shown.get("events", shown))


def test_tests_that_the_centre_has_set_are_due_at_their_point(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    assert centre("test", "due", number) == []  # no standard says, and the centre has not
    assert centre("test", "points", "start", "findesikke", status=3)["refused"] == "UNREADABLE"
    centre("test", "points", "start", "rss30", "tug")
    centre("test", "points", "end", "rss30")
    assert centre("test", "due", number) == []  # nobody has come yet
    centre("course", "event", number, "course_start", "2026-03-02")
    assert centre("test", "due", number) == [
        {"point": "start", "key": "rss30"},
        {"point": "start", "key": "tug"},
    ]
    centre("test", "add", number, "rss30", "6", "--point=start")
    assert centre("test", "due", number) == [{"point": "start", "key": "tug"}]
    centre("test", "points", "start")
    assert centre("test", "due", number) == []


def test_each_complaint_has_its_own_clock(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    centre("complaint", "add", number, "service_level", "For lidt", "--date=2026-03-02", at=LATE)
    centre("complaint", "add", number, "service_level", "For sent", "--date=2026-03-16", at=LATE)
    later, earlier = centre("complaint", "list", number, at=LATE)
    assert (earlier["received"], later["received"]) == ("2026-03-02", "2026-03-16")
    assert earlier["due"] < later["due"]
    centre("complaint", "answer", number, "upheld", at=LATE, status=2)  # which of the two?
    which = ("--which=1", "--date=2026-03-20")
    centre("complaint", "answer", number, "upheld", *which, at=LATE)
    later, earlier = centre("complaint", "list", number, at=LATE)
    assert (earlier["outcome"], later["outcome"]) == ("upheld", None)
    shown = centre("course", "show", number, at=LATE)
    clocks = [d for d in shown["deadlines"] if d["met_by"] == "complaint_answered"]
    assert [d["state"] for d in clocks] == ["met", "waiting"]
    assert [d["due"] for d in clocks] == [earlier["due"], later["due"]]
    centre("course", "end", number, "--agreed", "--why=Rask.", at=LATE)
    board = centre("deadlines", "list", at=LATE)["lines"]
    assert [x["due"] for x in board if x["deadline"].startswith("complaint")] == [later["due"]]
    tasks = [t for t in centre("tasks", at=LATE) if t["kind"] == "deadline"]
    assert [t["due"] for t in tasks] == [later["due"]]  # the end of the course answers nobody
    centre("complaint", "answer", number, "changed", "--date=2026-03-23", at=LATE)
    assert all(one["outcome"] for one in centre("complaint", "list", number, at=LATE))


def test_a_re_evaluation_is_answered_with_what_was_tried_and_the_course_ends_after_the_hearing(
    centre,
):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    centre("course", "event", number, "course_start", "2026-03-02")
    centre("book", number, "--at=2026-03-03T10:00", "--minutes=45", "--room=Sal 1")
    missed = ("--course", number, "--at=2026-03-03T10:00", "--missed")
    centre("attend", *missed, at="2026-03-03T12:00")
    [waits] = centre("reevaluation", "list", at="2026-03-03T12:00")
    assert waits["course"] == number
    for how, outcome in (("phone", "no_answer"), ("sms", "message"), ("phone", "reached")):
        said = ("--whom=datter", "--note=indlagt") if outcome == "reached" else ()
        centre(
            "reevaluation", "contact", number, outcome, f"--how={how}", *said, at="2026-03-03T12:00"
        )
    shown = centre("reevaluation", "show", number, at="2026-03-03T12:30")
    assert [(c["how"], c["outcome"]) for c in shown["contacts"]] == [
        ("phone", "reached"),
        ("sms", "message"),
        ("phone", "no_answer"),
    ]
    assert shown["contacts"][0]["whom"] == "datter"
    assert [a["kind"] for a in shown["absences"]] == ["missed"]
    paper = centre.read("reevaluation", "show", number, at="2026-03-03T12:30")
    for words in ("Udeblevet", "Ikke truffet", "datter: indlagt", "sms"):
        assert words in paper
    centre("reevaluation", "answer", number, "end", "--why=Møder ikke.", at="2026-03-03T13:00")
    assert centre("reevaluation", "list", at="2026-03-03T13:00") == []
    refused = centre("course", "end", number, "--why=Møder ikke.", at="2026-03-03T13:00", status=3)
    assert refused["refused"] == "HEARING_FIRST"


def test_a_hearing_gives_time_to_answer_and_each_end_has_its_own(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    centre("course", "event", number, "course_start", "2026-03-02")
    hearing = ("letter", "make", number, "hearing", "--why=x", "--intended=afslutte")
    for by in ("2026-03-01", "2026-03-02", "2199-12-31"):
        said = centre(*hearing, f"--answer-by={by}", status=3)
        assert said["refused"] == "ANSWER_DAY", by
    centre(*hearing, "--answer-by=2026-03-05")
    late = {"at": "2026-03-06T09:00", "status": 3}
    assert centre("letter", "sent", number, 1, "digital", **late)["refused"] == "ANSWER_DAY"
    centre("letter", "sent", number, 1, "digital")
    ended = ("course", "end", number, "--why=Udeblevet.")
    assert centre(*ended, status=3)["refused"] == "HEARING_WAITS"
    centre(*ended, at="2026-03-06T09:00")
    centre("close", "reopen", number, "Det var forkert.", at="2026-03-06T10:00")
    again = {"at": "2026-03-06T11:00"}
    assert centre(*ended, status=3, **again)["refused"] == "HEARING_FIRST"
    centre(*hearing, "--answer-by=2026-03-09", **again)
    centre("letter", "sent", number, 2, "digital", **again)  # the same day as the end before it
    assert centre(*ended, status=3, **again)["refused"] == "HEARING_WAITS"
    centre(*ended, at="2026-03-10T09:00")


def test_an_end_that_the_citizen_wants_or_that_death_brings_needs_no_hearing_and_says_why(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    centre("course", "event", number, "course_start", "2026-03-02")
    centre("close", "do", number, "no_need_citizen", "Rask.", "--known", at="2026-03-03T09:00")
    [decision] = centre("decision", "list", number)
    assert (decision["reason"], decision["facts"]) == ("Rask.", ["Borgeren er enig"])
    centre("close", "reopen", number, "Nej.", at="2026-03-03T10:00")
    centre("citizen", "end", "Jeppesen", "deceased", "--on=2026-03-03", at="2026-03-03T11:00")
    centre("course", "end", number, "--why=Død.", at="2026-03-03T12:00")


def test_the_date_to_complain_by_follows_the_letter_that_was_sent(centre):
    number = begin(
        centre,
        *("SEL86.1", "ishoj-vallensbaek-86-1"),
        "--received=2026-02-23",
        "--granted=2026-03-02",
    )

    def by(at):
        rights = centre("course", "show", number, at=at)["rights"]
        return next(r["day"] for r in rights if r["right"] == "complaint")

    assert by("2026-03-02T10:00") == "2026-03-30"
    centre("letter", "make", number, "grant", "--why=Behov.", "--by-letter", at="2026-03-02T10:00")
    centre("letter", "sent", number, 1, "letter", at="2026-03-02T10:00")
    assert by("2026-03-02T11:00") == "2026-04-07"  # six hverdage, and Easter moves it on
    centre("course", "end", number, "--agreed", "--why=Rask.", at="2026-05-04T09:00")
    assert by("2026-05-04T10:00") == "2026-06-01"
    centre("letter", "make", number, "end", "--why=Rask.", at="2026-05-04T10:00")
    centre("letter", "sent", number, 2, "digital", at="2026-05-04T10:00")
    assert by("2026-05-04T11:00") == "2026-06-01"


def test_the_law_gives_four_weeks_where_a_standard_is_silent_on_answering_a_complaint(centre):
    number = begin(centre, *("SEL86.1", "soenderborg-86"), "--received=2026-02-23")
    centre("complaint", "add", number, "service_level", "For lidt", "--date=2026-03-02")
    [one] = centre("complaint", "list", number)
    assert one["due"] == "2026-03-30"


def test_a_decision_letter_says_where_to_complain_in_every_standard(centre):
    number = begin(centre, *("SEL86.1", "soenderborg-86"), "--received=2026-02-23")
    paper = centre.read("letter", "preview", number, "refusal", "--why=x", "--fact=y")
    assert "Klag til Træningscenter Åsø" in paper
    assert "står i afgørelsen" not in paper
    assert "(L" not in paper


def test_contacts_about_another_course_are_not_this_ones(centre):
    number = begin(centre, *("SEL86.1", "ishoj-vallensbaek-86-1"), "--received=2026-02-23")
    other = centre("course", "add", "Jeppesen", "--basis=SUL140", "--therapist=DOS")["number"]
    centre("course", "event", number, "course_start", "2026-03-02")
    centre("book", number, "--at=2026-03-03T10:00", "--minutes=45", "--room=Sal 1")
    centre("attend", "--course", number, "--at=2026-03-03T10:00", "--missed", at="2026-03-03T12:00")
    centre("reevaluation", "contact", other, "reached", "--note=hemmeligt", at="2026-03-03T12:00")
    centre("reevaluation", "contact", number, "no_answer", "--how=visit", at="2026-03-03T12:10")
    shown = centre("reevaluation", "show", number, at="2026-03-03T12:30")
    assert [c["how"] for c in shown["contacts"]] == ["visit"]
    centre("reevaluation", "answer", number, "continue", "--why=Indlagt.", at="2026-03-03T13:00")
    paper = centre.read("letter", "make", number, "reevaluation", at="2026-03-03T13:10")
    assert "Forløbet fortsætter som før." in paper  # as it was answered
    assert "Indlagt." in paper


def test_the_pack_holds_working_days(centre):
    from pypdf import PdfReader as Reader

    made = centre("print", "pack", "2026-03-06", f"--out={centre.folder}")  # a Friday
    marks = [m.title for m in Reader(made["file"]).outline]
    days = [m for m in marks if "Kørselsliste" in m]
    assert len(days) == 4
    assert not any("7. marts" in m or "8. marts" in m for m in days)
