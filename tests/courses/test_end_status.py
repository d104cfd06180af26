"""The end status of each standard's course, from its intake to the three products, on the command line."""

import json
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from tests.courses.test_whole_courses import COURSES, NUMBER, begin, centre
from trainer_desktop import cli
from trainer_desktop.medcom.checking import check, check_files

__all__ = ["centre"]

TEST_NUMBER = "251248-9996"  # MedCom's Nancy Berggren; a replacement number goes to no GP
LAST = "2026-03-18T11:00"
WORDS = (
    "--conclusion=Målet er nået. Ingen opfølgning hos lægen.",
    "--plan=Egentræning hjemme.",
    "--outcome=mindsket",
    "--curves",
)


def ended(centre, standard, *, fhir):
    """A course with its trainings, goal and tests, closed; answers its number."""
    basis, more = COURSES[standard]
    centre("centre", "change", "Træningscenter Åsø", "--gln=5790001382445", "--sor=123456789012345")
    centre("centre", "change", "Træningscenter Åsø", "--municipality=Åsø Kommune")
    centre(
        *("clinic", "add", "--name=Lægerne Åsøvej", "--number=123456", "--gln=5790000121526"),
        *("--sor=543210987654321", f"--fhir={'ja' if fhir else 'nej'}"),
    )
    number = begin(centre, basis, standard, *more)
    centre("citizen", "change", NUMBER, f"--number={TEST_NUMBER}", "--clinic=Lægerne Åsøvej")
    centre("decision", "add", number, "grant", "--why=Fald i funktionsevnen efter sygdom.")
    centre("goal", "add", number, "Gå til Brugsen og hjem")
    for day, sat in (("2026-03-04", "6"), ("2026-03-18", "11")):
        centre("book", number, f"--at={day}T10:00", "--therapist=DOS", "--room=Sal 1")
        centre("attend", f"--course={number}", f"--at={day}T10:00", at=f"{day}T11:00")
        centre("test", "add", number, "rss30", sat, at=f"{day}T11:00")
    centre("goal", "judge", number, 1, "reached", "--own-words=Jeg kan gå igen", at=LAST)
    return number


@pytest.mark.parametrize("fhir", [True, False], ids=["FHIR", "XDIS91"])
@pytest.mark.parametrize("standard", COURSES)
def test_the_three_products_are_sound_and_say_the_same(centre, capsys, standard, fhir):
    number = ended(centre, standard, fhir=fhir)
    centre("consent", number, "given", "--form=mundtligt", at=LAST)
    centre("close", "do", number, "no_need_citizen", "Målet er nået.", at=LAST)
    paper = centre.read("gp-status", number, *WORDS, at=LAST)
    for words in ("Gå til Brugsen", "Jeg kan gå igen", "6 → 11", "Ingen opfølgning", "2 af 12"):
        assert words in paper, words

    out = centre.folder / "ud"
    made = centre("messages", "ready", number, f"--out={out}", at=LAST)

    every = [Path(name) for name in made["files"]]
    [letter] = [file for file in every if file.suffix == ".pdf"]
    assert len(PdfReader(letter).pages) == 1
    files = [file for file in every if file != letter]
    contents = [file.read_bytes() for file in files]
    assert not [one.said for found in check_files(contents) for one in found.findings]
    kinds = {check(content).kind for content in contents}
    texts = b"".join(contents)
    if fhir:
        assert "CareCommunication" in kinds
        said = json.loads(next(c for c in contents if c.startswith(b"{")))
        assert said["resourceType"] == "Bundle"
        assert "Jeg kan gå igen" in json.dumps(said, ensure_ascii=False)
    else:
        assert kinds >= {"ClinicalEmail", "BinaryLetter"}
        for content in (c for c in contents if c.startswith(b"<")):
            root = etree.fromstring(content)
            assert root.getroottree().docinfo.encoding.upper() == "ISO-8859-1"
        assert "Jeg kan gå igen".encode("latin-1") in texts
    assert cli.main(["messages", "check", *map(str, files)], pytest.fail) == 0
    capsys.readouterr()
    listed = centre("messages", "list", at=LAST)
    assert [(one["course"], one["kind"]) for one in listed] == [
        (number, "fhir" if fhir else "oioxml")
    ]
    assert not centre("messages", "missing", at=LAST)


@pytest.mark.parametrize("standard", COURSES)
def test_without_consent_the_try_is_noted_and_nothing_is_written(centre, standard):
    number = ended(centre, standard, fhir=True)
    centre("close", "do", number, "no_need_citizen", "Målet er nået.", at=LAST)
    out = centre.folder / "ud"
    refused = centre("gp-status", number, *WORDS, f"--out={centre.folder}", at=LAST, status=3)
    assert refused["refused"] == "NO_CONSENT"
    centre("consent", number, "given", "--form=skriftligt", at=LAST)
    centre("gp-status", number, *WORDS, f"--out={centre.folder}", at=LAST)
    centre("consent", number, "withdrawn", "--form=mundtligt", at="2026-03-18T12:00")
    late = centre("messages", "ready", number, f"--out={out}", at="2026-03-18T12:01", status=3)
    assert late["refused"] == "NO_CONSENT"
    assert not [file for file in out.rglob("*") if file.is_file()] if out.exists() else True
