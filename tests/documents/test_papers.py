"""The papers, read back from the PDF itself."""

import io
import re
from datetime import date, datetime

import pypdf
import pytest
from sqlalchemy import select

from tests.conftest import at
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import StatusRecord
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.gp_status import Consent
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.courses import events
from trainer_desktop.services.messages import signing
from trainer_desktop.services.papers import letters, pack, sheets

MONDAY = date(2026, 11, 16)
WORDS = {
    "conclusion": "Målet er nået.",
    "result": "Går 400 m ude.",
    "plan": "Egentræning tre gange om ugen.",
}


def read(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def draw(store, paper, *args):
    with store.read() as work:
        return paper(work, *args)


@pytest.fixture
def a_day(store, small, book):
    person = book(at(9), room=small.box)
    gone = book(at(10, 30), course=small.other_course, room=small.box)
    with store.work("note") as work:
        marking.note(work, gone, Mark(State.CANCELLED, Why.ILLNESS, at(8)))
    return person


def test_the_day_sheet_names_people_and_times_but_no_cpr(store, small, a_day):
    text = text_of(draw(store, sheets.day_sheet, small.dos, date(2026, 11, 18)))

    for words in ("Onsdag 18. november", "Ingelise Jeppesen", "9.00", "Boks A", "1 af 10", "Afbud"):
        assert words in text
    assert "020160" not in text
    assert "side 1 af 1" in text


def test_the_rooms_week_has_initials_only(store, small, a_day):
    text = text_of(draw(store, sheets.room_week, small.box, MONDAY))

    assert "IJ" in text
    assert "Jeppesen" not in text
    assert "Uge 47" in text


def test_the_schedule_letter_is_in_large_type_with_the_standards_own_rules(store, small, book):
    for day in (19, 23, 30):
        book(datetime(2026, 11, day, 12, 15), room=small.box)

    pdf = draw(store, letters.schedule_letter, small.citizen)

    text = text_of(pdf)
    for words in ("Dine træningstider", "23. november", "kl. 12.15", "senest kl. 9", "74 00 00 00"):
        assert words in text
    assert "020160" not in text


def test_every_paper_has_title_language_and_embedded_fonts(store, small, a_day):
    for pdf in (
        draw(store, sheets.day_sheet, small.dos, date(2026, 11, 18)),
        draw(store, sheets.room_week, small.box, MONDAY),
        draw(store, letters.schedule_letter, small.citizen),
    ):
        document = read(pdf)
        assert document.metadata.title
        assert document.trailer["/Root"]["/Lang"] == "da-DK"
        for page in document.pages:
            for font in page["/Resources"]["/Font"].values():
                descriptor = font.get_object()["/FontDescriptor"].get_object()
                assert "/FontFile2" in descriptor


def spoken(pdf):
    """The elements in the order of the tree: the kind, and the words that the page has for its number."""
    document = read(pdf)
    whole = document.trailer["/Root"]["/StructTreeRoot"]["/K"]
    words = {}
    for page in document.pages:
        code = page.get_contents().get_data().decode("latin-1")
        for number, drawn in re.findall(r"/MCID (\d+)>> BDC(.*?)EMC", code, re.DOTALL):
            words[page.indirect_reference.idnum, int(number)] = drawn
    found = []
    for one in whole["/K"]:
        element = one.get_object()
        key = element.raw_get("/Pg").idnum, element["/K"]
        found.append((element["/S"], words.pop(key)))
    assert not words  # every mark on a page is in the tree
    return found


def test_every_paper_is_tagged_in_the_order_it_is_read(store, small, a_day):
    pdf = draw(store, sheets.day_sheet, small.dos, date(2026, 11, 18))
    root = read(pdf).trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    found = spoken(pdf)
    assert [kind for kind, _drawn in found].count("/H1") == 1
    for page in read(pdf).pages:
        code = page.get_contents().get_data().decode("latin-1")
        bare = re.sub(r"/(Artifact BMC|\w+ <</MCID \d+>> BDC).*?EMC", "", code, flags=re.DOTALL)
        assert " Tj" not in bare  # nothing that is written is outside the tags
        assert code.count("BDC") + code.count("BMC") == code.count("EMC")
        assert page["/StructParents"] == 0


def test_the_pack_is_one_tagged_file(store, small, a_day):
    pdf = draw(store, pack.pack, date(2026, 11, 18))
    document = read(pdf)
    assert len(document.pages) > 1
    assert [page["/StructParents"] for page in document.pages] == list(range(len(document.pages)))
    assert {kind for kind, _drawn in spoken(pdf)} >= {"/H1", "/P"}


def test_a_long_list_goes_on_with_page_x_of_y(store, small, book):
    for hour in range(8, 12):
        for minute in (0, 15, 30, 45):
            who = small.course if minute % 30 else small.other_course
            book(datetime(2026, 11, 20, hour, minute), course=who, minutes=15)

    text = text_of(draw(store, sheets.day_sheet, small.dos, date(2026, 11, 20)))

    assert "side 1 af 2" in text
    assert "side 2 af 2" in text
    assert text.count("Onsdag") + text.count("Fredag 20. november") >= 2


def test_without_consent_no_status_is_made_and_that_is_recorded(store, small, a_day):
    with store.work("status") as work:
        assert signing.sign(work, small.course, WORDS)[1] is None

    with store.read() as work:
        assert [r.made for r in work.scalars(select(StatusRecord))] == [False]


@pytest.mark.parametrize("answer", [Consent.REFUSED, Consent.WITHDRAWN])
def test_a_later_no_holds_against_an_earlier_yes(store, small, a_day, clock, answer):
    for one in (Consent.GIVEN, answer):
        with store.work("consent") as work:
            events.note_consent(work, small.course, one, "mundtligt")
        clock.wall = clock.wall.replace(minute=clock.wall.minute + 1)

    with store.work("status") as work:
        assert signing.sign(work, small.course, WORDS)[1] is None


def test_the_status_says_who_why_how_and_with_what_consent(store, small, a_day):
    with store.work("note") as work:
        marking.note(work, a_day, Mark(State.ATTENDED))
        events.note_consent(work, small.course, Consent.GIVEN, "mundtligt")
        events.set_goal(work, small.course, "Gå til Brugsen")

    with store.work("status") as work:
        _key, pdf = signing.sign(work, small.course, WORDS)

    text = " ".join(text_of(pdf).split())
    for words in (
        "Ingelise Jeppesen",
        "020160-9995",
        "Lægerne Prøvevej",
        "017226",
        "serviceloven § 86, stk. 1",
        "Målet er nået.",
        "1 gennemført",
        "Gå til Brugsen (ikke gjort op)",
        "mundtligt den 18. november 2026",
        "side 1 af 1",
    ):
        assert words in text
    with store.read() as work:
        [record] = work.scalars(select(StatusRecord)).all()
        assert record.made
        assert len(record.digest) == 64


def test_hostile_text_is_only_text(store, small, a_day):
    with store.work("rename") as work:
        work.get_one(Citizen, small.citizen).family_name = "<b>&Jeppesen]]>"
        events.note_consent(work, small.course, Consent.GIVEN, "mundtligt")

    with store.work("status") as work:
        _key, pdf = signing.sign(work, small.course, {"conclusion": "<i>a & b</i>"})

    assert "<i>a & b</i>" in text_of(pdf)


def test_papers_are_there_in_english_too(store, small, a_day):
    text = text_of(draw(store, sheets.day_sheet, small.dos, date(2026, 11, 18), "en"))

    assert "Wednesday 18 November" in text
    assert "page 1 of 1" in text


def test_the_day_sheet_tells_what_the_calendar_marks(store, small, a_day):
    with store.work() as work:
        citizen = work.get_one(Citizen, small.citizen)
        citizen.note, citizen.ride = "rollator, hører dårligt", True
    text = text_of(draw(store, sheets.day_sheet, small.dos, date(2026, 11, 18)))
    for word in ("Rollator", "Hører dårligt", "Kørsel"):
        assert word in text
    english = text_of(draw(store, sheets.day_sheet, small.dos, date(2026, 11, 18), "en"))
    assert "Walking frame" in english
    assert "Hard of hearing" in english
