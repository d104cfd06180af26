"""The end status on its way to the GP: consent for a clinic, signed, ready for sending, and what comes back."""

import json
import os
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader
from sqlalchemy import select

from trainer_desktop.medcom import oioxml
from trainer_desktop.medcom.checking import check
from trainer_desktop.medcom.values import Ids
from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course, StatusRecord
from trainer_desktop.models.journal import Me
from trainer_desktop.models.message import EndStatus, Message
from trainer_desktop.rules.gp_status import Answered, Consent, Standing, standing
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.courses.tasks import Kind
from trainer_desktop.services.messages import consents, contents, inbox, outbox, overview, signing
from trainer_desktop.services.messages.overview import Group, State
from trainer_desktop.services.record import closing, decisions, measuring
from trainer_desktop.services.record.decisions import END, Decided
from trainer_desktop.services.record.measuring import Measured
from trainer_desktop.services.store import news, users
from trainer_desktop.services.store.folders import Outside, outside

WORDS = {"conclusion": "Målet er nået. Ingen opfølgning.", "plan": "Egentræning."}


@pytest.fixture
def ready(store, small, book):
    """A centre and a clinic with their numbers, and a consent that holds."""
    with store.work("numbers") as work:
        centre = work.get_one(Centre, small.centre)
        centre.gln, centre.sor, centre.municipality = (
            "5790001382445",
            "123456789012345",
            "Prøve Kommune",
        )
        clinic = work.scalars(select(GpClinic)).one()
        clinic.gln, clinic.sor, clinic.takes_fhir = "5790000121526", "543210987654321", True
        measuring.add(work, small.course, Measured("rss30", "6", datetime(2026, 11, 3).date()))
        measuring.add(work, small.course, Measured("rss30", "11"))
        consents.note(work, small.course, Consent.GIVEN, "mundtligt")
    return small


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "udbakke"
    made.mkdir()
    return made


def signed(store, small, **more):
    with store.work("sign") as work:
        key, _pdf = signing.sign(work, small.course, {**WORDS, **more.pop("texts", {})}, **more)
    return key


def make(store, key, folder, *, again=True):
    with store.work("ready") as work:
        made = outbox.make_ready(work, key, folder, again=again)
    if made:
        outbox.publish(made)
    return made


def names(folder):
    return sorted(p.relative_to(folder).as_posix().split("-", 3)[-1] for p in folder.rglob("*.*"))


def test_a_consent_holds_for_its_clinic_until_another_answer():
    one, other = "a", "b"
    yes, no = Answered(Consent.GIVEN, one), Answered(Consent.REFUSED, one)
    gone = Answered(Consent.WITHDRAWN, one)
    assert standing([], one) is Standing.NOT_ASKED
    assert standing([yes], one) is Standing.HOLDS
    assert standing([yes], other) is Standing.OTHER_CLINIC
    assert standing([yes], None) is Standing.NO_CLINIC
    assert standing([yes, no], one) is Standing.REFUSED
    assert standing([yes, gone], one) is Standing.WITHDRAWN
    assert standing([yes, gone, yes], one) is Standing.HOLDS
    assert standing([Answered(Consent.GIVEN, None)], one) is Standing.OTHER_CLINIC


def test_one_press_writes_the_three_products_and_they_are_sound(store, ready, folder):
    key = signed(store, ready)
    made = make(store, key, folder)
    files = sorted(place for _part, place in made.staged)
    assert [f.suffix for f in folder.glob("*.*")].count(".part") == 0
    care = next(f for f in files if f.suffix == ".json")
    assert care.parent == folder  # what the clinic takes
    assert {f.parent.name for f in files if f.suffix == ".xml"} == {outbox.OTHER}
    for file in files:
        if file.suffix != ".pdf":
            assert check(file.read_bytes()).findings == []
    [pdf] = folder.glob("*.pdf")
    said = " ".join("".join(p.extract_text() for p in PdfReader(pdf).pages).split())
    for words in ("Ingelise Jeppesen", "6 → 11", "Målet er nået.", "side 1 af 1"):
        assert words in said
    with store.read() as work:
        assert signing.copy(work, key) == pdf.read_bytes()
        [card] = overview.messages(work, ready.course)  # the form that the clinic takes
        assert (card.kind, card.state) == ("fhir", State.READY)
    text = json.loads(care.read_text())["entry"][2]["resource"]["payload"][0]["contentString"]
    assert len(text) <= contents.MOST
    assert "Målet er nået" in text
    assert "020160" not in care.name


def test_a_clinic_that_takes_no_fhir_has_xdis91_in_front(store, ready, folder):
    with store.work("old") as work:
        work.scalars(select(GpClinic)).one().takes_fhir = False
    make(store, signed(store, ready), folder)
    assert {f.suffix for f in folder.glob("*.*")} == {".pdf", ".xml"}
    assert [f.suffix for f in (folder / outbox.OTHER).iterdir()] == [".json"]


@pytest.mark.parametrize("why", ["none", "refused", "withdrawn", "clinic"])
def test_without_a_consent_for_this_clinic_nothing_leaves_and_the_try_is_noted(
    store, ready, folder, why
):
    key = signed(store, ready)
    with store.work("change") as work:
        if why == "clinic":
            other = GpClinic(
                ydernummer="017227", name="En anden", gln="5790000121526", sor="1" * 12
            )
            work.add(other)
            work.flush()
            work.get_one(Citizen, ready.citizen).gp_clinic_id = other.id
        elif why != "none":
            consents.note(work, ready.course, Consent(why), "mundtligt")
    if why == "none":
        with store.work("sign") as work:
            assert signing.sign(work, ready.other_course, WORDS) == (None, None)
    else:
        assert make(store, key, folder) is None
    assert list(folder.rglob("*")) == []
    with store.read() as work:
        assert not all(r.made for r in work.scalars(select(StatusRecord)))


def test_a_fault_is_told_and_nothing_is_written(store, ready, folder):
    key = signed(store, ready)
    with store.work("spoil") as work:
        work.scalars(select(GpClinic)).one().gln = "5790000121527"
    with pytest.raises(outbox.NotSound) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.NOT_SOUND
    assert "gln-modulus-10" in {one["key"] for one in no.value.facts["findings"]}
    assert "Organization" in no.value.facts["text"]  # where it stands
    assert list(folder.rglob("*")) == []
    with store.read() as work:
        assert work.scalars(select(Message)).all() == []


def test_a_folder_that_is_gone_or_a_name_in_the_way_is_told_and_nothing_is_half_written(
    store, ready, folder, monkeypatch
):
    key = signed(store, ready)
    gone = folder / "fil"
    gone.write_text("x")
    with pytest.raises(Refused) as no:
        make(store, key, gone)  # a file where a folder should be
    assert no.value.facts["folder"] == str(gone)
    calls = []
    usual = outbox._stage

    def full(place, data, site):
        calls.append(place)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return usual(place, data, site)

    monkeypatch.setattr(outbox, "_stage", full)
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.FOLDER
    assert "fuld" in no.value.facts["text"]
    assert [p.name for p in folder.rglob("*") if p.is_file()] == ["fil"]
    with store.read() as work:
        assert work.scalars(select(Message)).all() == []


def test_what_a_crash_left_is_finished_or_cleared_away(store, ready, folder):
    key = signed(store, ready)
    with store.work("ready") as work:
        made = outbox.make_ready(work, key, folder)
    assert not list(folder.glob("2*"))  # committed, and not shown yet
    with store.read() as work:
        site = work.scalars(select(Me.site)).one()
    orphan = folder / f".20200101-0000-x.pdf.{site}.part"
    strangers = [folder / ".min-download.part", folder / ".20200101-0000-x.pdf.andet.part"]
    for left in (orphan, *strangers):
        left.write_bytes(b"%PDF")
        os.utime(left, (0, 0))
    (folder / f".en mappe.{site}.part").mkdir()
    with store.work("settle") as work:
        assert outbox.settle(work, folder) == 4
    assert not orphan.exists()
    assert all(left.exists() for left in strangers)  # another's, or another store's
    assert all(place.exists() for _part, place in made.staged)


def test_the_same_again_has_a_new_bundle_and_a_correction_all_but_the_thread(store, ready, folder):
    key = signed(store, ready)
    make(store, key, folder)
    make(store, key, folder)
    fixed = signed(store, ready, corrects=key, texts={"conclusion": "Delvist nået."})
    make(store, fixed, folder)
    with store.read() as work:
        rows = list(
            work.scalars(select(Message).where(Message.kind == "fhir").order_by(Message.id))
        )
        first, again, mended = (Ids(**{n: r.ids[n] for n in Ids.__slots__}) for r in rows)
        assert replace(again, bundle=first.bundle) == first
        assert again.bundle != first.bundle
        assert mended.thread == first.thread
        assert mended.header != first.header
        text = contents.summary(
            contents.status_facts(work, ready.course),
            {**dict.fromkeys(contents.PARTS, ""), **WORDS},
            "",
            earlier="18.11.2026",
        )
        assert text.startswith("Rettelse til slutstatus af 18.11.2026")
        assert [s.corrected for s in signing.statuses(work, ready.course)] == [False, True]
    with pytest.raises(Refused) as no:
        signed(store, ready, corrects=key)  # somebody has corrected it already
    assert no.value.reason is Reason.CHANGED_SINCE


def receipt(ids, code="ok", said="Ukendt modtager"):
    header = {
        "resourceType": "MessageHeader",
        "id": "11111111-1111-4111-8111-111111111111",
        "meta": {"profile": ["x"]},
        "eventCoding": {"system": "http://x", "code": "acknowledgement-message"},
        "source": {"endpoint": "https://x"},
        "response": {"identifier": ids.header, "code": code},
    }
    outcome = {
        "resourceType": "OperationOutcome",
        "id": "22222222-2222-4222-8222-222222222222",
        "issue": [{"severity": "error", "code": "processing", "details": {"text": said}}],
    }
    entries = [header] if code == "ok" else [header, outcome]
    profile = "http://medcomfhir.dk/ig/acknowledgement/StructureDefinition/medcom-messaging-acknowledgement"
    return json.dumps(
        {
            "resourceType": "Bundle",
            "id": "33333333-3333-4333-8333-333333333333",
            "meta": {"profile": [profile]},
            "type": "message",
            "timestamp": "2026-11-20T13:45:00+01:00",
            "entry": [{"fullUrl": f"urn:uuid:{e['id']}", "resource": e} for e in entries],
        }
    ).encode()


def control(ids, part, kind="PositiveReceipt", version="XC0330Q", refuse=""):
    space = "http://rep.oio.dk/sundcom.dk/medcom.dk/xml/schemas/2005/08/07/"
    number = oioxml.letter_number(ids, f"{part} envelope")
    letter = oioxml.letter_number(ids, f"{part} letter")
    return f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<Emessage xmlns="{space}"><Envelope><Sent><Date>2026-11-20</Date><Time>13:45</Time></Sent>
<Identifier>K1</Identifier><AcknowledgementCode>minuspositivkvitt</AcknowledgementCode></Envelope>
<{kind}><Letter><Identifier>B1</Identifier><VersionCode>{version}</VersionCode>
<StatisticalCode>XCTL03</StatisticalCode></Letter>
<Sender><EANIdentifier>5790000121526</EANIdentifier></Sender>
<Receiver><EANIdentifier>5790001382445</EANIdentifier></Receiver>
<OriginalEmessage><OriginalEnvelopeIdentifier>{number}</OriginalEnvelopeIdentifier>
<OriginalSender><EANIdentifier>5790001382445</EANIdentifier></OriginalSender>
<OriginalReceiver><EANIdentifier>5790000121526</EANIdentifier></OriginalReceiver>{refuse}
<OriginalLetter><OriginalLetterIdentifier>{letter}</OriginalLetterIdentifier>
<OriginalVersionCode>XD9134L</OriginalVersionCode></OriginalLetter></OriginalEmessage></{kind}></Emessage>
""".encode("iso-8859-1")


def test_receipts_are_read_once_and_a_negative_one_is_a_task(store, ready, folder, tmp_path):
    key = signed(store, ready)
    make(store, key, folder)
    back = tmp_path / "indbakke"
    back.mkdir()
    with store.read() as work:
        raw = work.scalars(select(Message)).first().ids
    ids = Ids(**{n: raw[n] for n in Ids.__slots__})
    (back / "a.json").write_bytes(receipt(ids))
    refuse = "<RefuseCode>ukendt_lokationsnummer</RefuseCode><RefuseText>Nedlagt</RefuseText>"
    (back / "b.xml").write_bytes(control(ids, "mail", "NegativeReceipt", "XC0230Q", refuse))
    (back / "c.txt").write_bytes(b"hej")
    (back / "d.json").write_bytes(receipt(Ids.new()))
    with store.work("look") as work:
        found = inbox.take(work, inbox.arrived(back, inbox.known(work)))
    assert (found.new, found.unknown, found.unreadable) == (3, ("d.json",), ("c.txt",))
    with store.work("again") as work:
        assert inbox.take(work, inbox.arrived(back, inbox.known(work))).new == 0
    with store.read() as work:
        states = {m.kind: m.state for m in overview.messages(work, ready.course)}
        assert states == {"fhir": State.ACCEPTED, "oioxml": State.REJECTED}
        [task] = [t for t in tasks.open_tasks(work) if t.kind is Kind.MESSAGE]
        assert task.rejected.said == "Lokationsnummeret er ukendt; Nedlagt"
    with store.work("see") as work:
        inbox.see(work, task.rejected.reply_id)
    with store.read() as work:
        assert not [t for t in tasks.open_tasks(work) if t.kind is Kind.MESSAGE]


def test_an_answer_is_put_to_its_thread_or_to_the_last_message_of_that_citizen_and_clinic(
    store, ready, folder, tmp_path
):
    make(store, signed(store, ready), folder)
    back = tmp_path / "indbakke"
    back.mkdir()
    [care] = folder.glob("*.json")
    answer = json.loads(care.read_text())
    with store.read() as work:
        ours = next(number for number in work.scalars(select(Centre.gln)) if number)
    for entry in answer["entry"]:
        if entry["resource"]["resourceType"] == "Organization":
            for one in entry["resource"]["identifier"]:
                if one["value"] == ours:
                    one["value"] = "5790000121526"
        if entry["resource"]["resourceType"] == "Communication":
            entry["resource"]["payload"][0]["contentString"] = "Hvornår ser I hende igen?"
    (back / "svar.json").write_bytes(json.dumps(answer).encode())
    mail = etree.parse(next((folder / outbox.OTHER).glob("*xdis91.xml"))).getroot()
    sender = next(e for e in mail.iter() if str(e.tag).endswith("}Sender"))
    sender[0].text = "5790000121526"
    (back / "svar.xml").write_bytes(
        etree.tostring(mail, encoding="ISO-8859-1", xml_declaration=True)
    )
    with store.work("look") as work:
        assert inbox.take(work, inbox.arrived(back, inbox.known(work))).new == 2
    with store.read() as work:
        said = {r.said for m in overview.messages(work) for r in m.replies}
        assert "Hvornår ser I hende igen?" in said
        states = {m.kind: m.state for m in overview.messages(work) if m.replies}
        assert states["fhir"] is State.ANSWERED
        kinds = {r.kind: r.from_clinic for m in overview.messages(work) for r in m.replies}
        assert kinds == {"answer": True, "letter": True}  # what names no message answers none
        assert not inbox.strays(work)


def test_what_belongs_to_no_message_is_listed_until_somebody_has_seen_it(store, ready, tmp_path):
    (tmp_path / "a.json").write_bytes(receipt(Ids.new()))
    with store.work("look") as work:
        inbox.take(work, inbox.arrived(tmp_path, inbox.known(work)))
    with store.work("see") as work:
        [stray] = inbox.strays(work)
        inbox.see(work, stray.id)
    with store.read() as work:
        assert not inbox.strays(work)


def test_two_desks_that_read_the_same_file_put_it_down_once(store, ready, tmp_path):
    (tmp_path / "a.json").write_bytes(receipt(Ids.new()))
    both = [inbox.arrived(tmp_path, set()) for _desk in range(2)]
    news = []
    for files in both:
        with store.work("look") as work:
            news.append(inbox.take(work, files).new)
    assert news == [1, 0]


def test_a_commit_that_fails_leaves_no_file_behind(store, ready, folder, monkeypatch):
    key = signed(store, ready)
    with pytest.raises(RuntimeError), store.work("make") as work:
        outbox.make_ready(work, key, folder)
        assert list(folder.rglob(".*.part"))
        raise RuntimeError
    assert not list(folder.rglob(".*.part"))


def test_what_another_desk_has_settled_is_published(store, ready, folder):
    key = signed(store, ready)
    with store.work("make") as work:
        made = outbox.make_ready(work, key, folder)
    with store.work("other desk") as work:
        assert outbox.settle(work, folder) == len(made.staged)
    outbox.publish(made)
    assert all(place.exists() for _part, place in made.staged)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("OneDrive - Kommunen/ud", Outside.CLOUD),
        ("Dropbox/ud", Outside.CLOUD),
        ("sager/udbakke", None),
    ],
)
def test_an_outbox_outside_the_house_is_known_by_its_path(tmp_path, place, found):
    assert outside(tmp_path / place) is found


def test_the_list_of_those_without_says_why(store, ready, clock):
    with store.work("end") as work:
        for key in (ready.course, ready.other_course):
            decisions.decide(work, key, Decided(END, "Rask", against=False))
    with store.read() as work:
        found = {m.course_id: m for m in overview.missing(work)}
        assert found[ready.course].group is Group.READY
        assert found[ready.other_course].group is Group.ASK
        assert found[ready.other_course].consent.standing is Standing.NOT_ASKED
    signed(store, ready)
    with store.work("no") as work:
        consents.note(work, ready.other_course, Consent.REFUSED, "mundtligt")
    with store.read() as work:
        found = [(one.course_id, one.group) for one in overview.missing(work)]
        assert found == [(ready.course, Group.SIGNED), (ready.other_course, Group.NOT_SENT)]


def test_a_signed_status_keeps_its_words(store, ready):
    with store.work("sign") as work:
        key, _pdf = signing.sign(work, ready.course, WORDS)
    with store.read() as work:
        assert [s.id for s in signing.statuses(work, ready.course)] == [key]
        assert work.get_one(EndStatus, key).texts["conclusion"] == WORDS["conclusion"]


def test_a_part_that_is_too_long_or_cannot_be_shown_is_refused(store, ready):
    for text, reason in (
        ("x" * 301, Reason.TOO_LONG),
        ("漢字", Reason.UNREADABLE),
        (" ", Reason.NOTHING_WRITTEN),
    ):
        with pytest.raises(Refused) as no:
            signed(store, ready, texts={"conclusion": text})
        assert no.value.reason is reason


def preview_words(work, course):
    pdf = signing.preview(work, course, WORDS, {}, "da")
    return " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("answer", [Consent.REFUSED, Consent.WITHDRAWN])
def test_no_paper_says_that_consent_was_given_when_it_was_not(store, ready, answer):
    with store.work("again") as work:
        assert "blev givet mundtligt" in preview_words(work, ready.course)
        consents.note(work, ready.course, answer, "mundtligt")
        assert "blev givet" not in preview_words(work, ready.course)


@pytest.mark.parametrize("changed", ["clinic", "number", "family"])
def test_what_was_signed_for_one_goes_to_no_other(store, ready, folder, changed):
    key = signed(store, ready)
    with store.work("change") as work:
        citizen = work.get_one(Citizen, ready.citizen)
        match changed:
            case "clinic":
                other = GpClinic(name="En anden klinik", ydernummer="654321")
                work.add(other)
                work.flush()
                citizen.gp_clinic_id = other.id
                consents.note(work, ready.course, Consent.GIVEN, "mundtligt")
            case "number":
                citizen.number = "2512489996"
            case "family":
                citizen.family_name = "Gift-Nu"
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.SIGNED_OTHERWISE
    assert not list(folder.rglob("*.*"))


def test_a_resend_says_what_was_signed_whatever_was_measured_since(store, ready, folder):
    key = signed(store, ready)

    def text(made):
        [care] = [place for _part, place in made.staged if place.suffix == ".json"]
        entries = json.loads(care.read_text())["entry"]
        [letter] = [
            e["resource"] for e in entries if e["resource"]["resourceType"] == "Communication"
        ]
        return letter["payload"][0]["contentString"]

    first = text(make(store, key, folder))
    with store.work("worse") as work:
        measuring.add(work, ready.course, Measured("rss30", "3"), sure=True)
    assert text(make(store, key, folder)) == first


def test_one_is_signed_once_and_only_the_newest_goes(store, ready, folder):
    key = signed(store, ready)
    with pytest.raises(Refused) as no:
        signed(store, ready)
    assert no.value.reason is Reason.SIGNED_ALREADY
    signed(store, ready, corrects=key)
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.CHANGED_SINCE


def test_a_thread_holds_over_a_correction_that_was_never_ready(store, ready, folder):
    def ids_of(key):
        with store.read() as work:
            query = select(Message.ids).where(Message.end_status_id == key)
            return work.scalars(query).first()

    first = signed(store, ready)
    make(store, first, folder)
    second = signed(store, ready, corrects=first)  # never made ready
    third = signed(store, ready, corrects=second)
    make(store, third, folder)
    assert ids_of(third)["thread"] == ids_of(first)["thread"]
    assert ids_of(third)["header"] != ids_of(first)["header"]


def test_of_one_who_has_died_nothing_is_signed_or_made_ready(store, ready, folder):
    key = signed(store, ready)
    with store.work("died") as work:
        work.get_one(Citizen, ready.citizen).standing = DECEASED
    for act in (lambda: make(store, key, folder), lambda: signed(store, ready, corrects=key)):
        with pytest.raises(Refused) as no:
            act()
        assert no.value.reason is Reason.NO_LETTER


def test_a_consent_for_a_clinic_that_was_not_seen_is_refused(store, ready):
    with store.read() as work:
        seen = news.latest(work)
    with store.work("other clinic") as work:
        other = GpClinic(name="En anden klinik", ydernummer="654321")
        work.add(other)
        work.flush()
        work.get_one(Citizen, ready.citizen).gp_clinic_id = other.id
    store.actor = "LIK"
    with pytest.raises(Refused) as no, store.work("yes", saw=seen) as work:
        consents.note(work, ready.course, Consent.GIVEN, "mundtligt")
    assert no.value.reason is Reason.CHANGED_SINCE


def test_what_a_gp_is_asked_for_is_never_what_is_cut(store, ready):
    for value in range(12, 40):
        with store.work("tests") as work:
            for key in ("tug", "6mwt", "rss30"):
                measuring.add(work, ready.course, Measured(key, str(value)), sure=True)
    with store.read() as work:
        facts = contents.status_facts(work, ready.course)
        asked = dict.fromkeys(contents.PARTS, "")
        asked |= {"conclusion": "Nået.", "plan": "Læge bedes tage BT.", "purpose": "mål " * 100}
        asked["result"] = asked["observations"] = "ord " * 140
        said = contents.summary(facts, asked, "mindsket")
    assert len(said) <= contents.MOST
    assert "Læge bedes tage BT." in said


def test_numbers_that_nobody_has_written_are_named_and_where(store, ready, folder):
    key = signed(store, ready)
    with store.work("none") as work:
        clinic = work.scalars(select(GpClinic)).one()
        clinic.gln = clinic.sor = ""
        work.get_one(Centre, ready.centre).sor = ""
        name = clinic.name
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.NUMBERS_MISSING
    assert f"{name}: GLN, SOR" in no.value.facts["text"]
    assert ": SOR; " in no.value.facts["text"]
    assert not list(folder.rglob("*.*"))


def test_a_replacement_number_goes_to_no_gp_and_says_so(store, ready, folder):
    key = signed(store, ready)
    with store.work("number") as work:
        work.get_one(Citizen, ready.citizen).number = "6108489996"
        row = work.get_one(EndStatus, key)
        row.choices = row.choices | {"settled": row.choices["settled"] | {"number": "6108489996"}}
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.NO_CPR


def test_what_is_signed_and_not_made_ready_stays_in_the_list(store, ready, folder):
    with store.work("end") as work:
        closing.close(work, ready.course, "declined", "Færdig")
    key = signed(store, ready)
    with store.read() as work:
        [card] = overview.missing(work)
    assert (card.group, card.course_id) == (Group.SIGNED, ready.course)
    make(store, key, folder)
    with store.read() as work:
        assert not overview.missing(work)


def test_the_author_is_who_signs(store, ready):
    with store.work("as another") as work:
        other = work.scalars(select(Staff).where(Staff.initials == "OSM")).one()
        name = other.name
    store.actor = "OSM"
    with store.read() as work:
        assert contents.status_facts(work, ready.course).therapist == name


NAMES = st.text(st.sampled_from("abcæøåüłßé'’–- 🙂漢ÅØ\u00a0"), min_size=1, max_size=40).filter(
    str.strip
)
NUMBERS = st.sampled_from(
    ["2512489996", "0201609995", "2512481AB5", "2512485AB5", "3102489996", "123"]
)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    family=NAMES,
    given_name=st.one_of(st.just(""), NAMES),
    number=NUMBERS,
    clinic=NAMES,
    tests=st.integers(0, 40),
    note=st.one_of(NAMES, st.just("ord " * 2500)),
)
def test_whatever_a_course_holds_its_messages_are_sound_or_clearly_refused(
    store, ready, tmp_path_factory, family, given_name, number, clinic, tests, note
):
    folder = tmp_path_factory.mktemp("ud")
    with store.work("names") as work:
        citizen = work.get_one(Citizen, ready.citizen)
        citizen.family_name, citizen.given_name, citizen.number = family, given_name, number
        work.scalars(select(GpClinic)).one().name = clinic
    for n in range(tests % 4):
        with store.work("test") as work:
            measuring.add(work, ready.course, Measured("tug", str(10 + n)), sure=True)
    made, refusal = None, None
    with store.read() as work:
        before = signing.statuses(work, ready.course)
    corrects = before[0].id if before else None
    try:
        key = signed(store, ready, texts={"observations": note}, corrects=corrects)
        made = make(store, key, folder)
    except Refused as no:
        refusal = no
    if refusal and refusal.reason is Reason.NO_CPR:
        assert number in ("3102489996", "123")
    elif refusal:
        assert refusal.reason in (Reason.UNREADABLE, Reason.TOO_LONG)
    for _part, place in made.staged if made else ():
        if place.suffix != ".pdf":
            assert check(place.read_bytes()).findings == []


def test_a_consent_taken_back_names_the_files_that_lie_ready(store, ready, folder):
    make(store, signed(store, ready), folder)
    with store.read() as work:
        assert not overview.left_in_outbox(work, ready.course)
    with store.work("back") as work:
        consents.note(work, ready.course, Consent.WITHDRAWN, "mundtligt")
    with store.read() as work:
        names = overview.left_in_outbox(work, ready.course)
        assert {m.state for m in overview.messages(work, ready.course)} == {State.STOPPED}
    assert names
    assert all((folder / name).exists() for name in names)


def test_a_new_consent_is_not_the_one_on_the_paper(store, ready, folder):
    key = signed(store, ready)
    with store.work("back and anew") as work:
        consents.note(work, ready.course, Consent.WITHDRAWN, "mundtligt")
        consents.note(work, ready.course, Consent.GIVEN, "skriftligt")
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.SIGNED_OTHERWISE


def test_a_clinic_that_is_out_of_use_gets_nothing(store, ready, folder, clock):
    key = signed(store, ready)
    with store.work("closed") as work:
        course = work.get_one(Course, ready.course)
        clinic = work.get_one(GpClinic, work.get_one(Citizen, course.citizen_id).gp_clinic_id)
        clinic.ended = clock.wall.date() - timedelta(days=1)
    with pytest.raises(Refused) as no:
        make(store, key, folder)
    assert no.value.reason is Reason.NOT_IN_USE


def test_a_correction_of_what_never_left_corrects_nothing_that_the_clinic_knows(store, ready):
    first = signed(store, ready)
    with store.work("correct") as work:
        _key, pdf = signing.sign(work, ready.course, {"conclusion": "Rettet"}, corrects=first)
    assert "Rettelse" not in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_draft_says_that_nobody_has_signed_it(store, ready):
    with store.read() as work:
        pdf = signing.preview(work, ready.course, {"conclusion": "x"}, {}, "da")
    assert "KLADDE" in PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_what_lies_ready_is_not_made_again_by_chance(store, ready, folder):
    key = signed(store, ready)
    make(store, key, folder, again=False)
    with pytest.raises(Refused) as no:
        make(store, key, folder, again=False)
    assert no.value.reason is Reason.READY_ALREADY
    assert make(store, key, folder, again=True)


def test_our_own_message_in_the_inbox_answers_nothing(store, ready, folder, tmp_path):
    make(store, signed(store, ready), folder)
    with store.work("look") as work:
        found = inbox.take(work, inbox.arrived(folder, inbox.known(work)))
    assert found.new == 0
    with store.read() as work:
        assert {m.state for m in overview.messages(work)} == {State.READY}


@pytest.mark.parametrize("said", ["nul \x00 her", "halv \ud800 her", "\x07", "x" * 50_000])
def test_one_strange_receipt_stops_none_of_the_others(store, ready, folder, tmp_path, said):
    make(store, signed(store, ready), folder)
    with store.read() as work:
        raw = work.scalars(select(Message)).first().ids
    ids = Ids(**{n: raw[n] for n in Ids.__slots__})
    strange = receipt(ids, "fatal-error", said)
    (tmp_path / "a.json").write_bytes(strange)
    (tmp_path / "b.json").write_bytes(receipt(ids))
    with store.work("look") as work:
        assert inbox.take(work, inbox.arrived(tmp_path, inbox.known(work))).new == 2


def test_a_responsible_therapist_sends_the_status_of_her_own_course_only(store, ready, folder):
    with store.work("first", actor="ITD") as work:
        users.add(work, "ITD", "It-drift", UserRole.ADMINISTRATOR)
    with store.work("more", actor="ITD") as work:
        users.add(work, "DOS", "Dorthe Sørensen", UserRole.RESPONSIBLE)
        users.add(work, "OSM", "Oskar Mortensen", UserRole.RESPONSIBLE)
    store.actor = "DOS"
    key = signed(store, ready)
    assert make(store, key, folder)
    store.actor = "OSM"
    for act in (lambda: make(store, key, folder), lambda: signed(store, ready, corrects=key)):
        with pytest.raises(Refused) as no:
            act()
        assert no.value.reason is Reason.NOT_ALLOWED
