"""The text of our messages: Latin-1, lines, lengths, hostile words, and who is named how."""

import base64
import json
from dataclasses import replace

import pytest
from lxml import etree

from tests.medcom.made import PDF, ids, status
from trainer_desktop.medcom import oioxml
from trainer_desktop.medcom.carecommunication import as_json, bundle
from trainer_desktop.medcom.checking import check
from trainer_desktop.medcom.latin1 import fit
from trainer_desktop.medcom.oioxml import TooLong
from trainer_desktop.medcom.values import Author, Person, clean


def care(one):
    return json.loads(as_json(bundle(one, ids())))


def resource(message, kind):
    return next(e["resource"] for e in message["entry"] if e["resource"]["resourceType"] == kind)


def words_of(content):
    root = etree.fromstring(content)
    [*parts] = root.iter(f"{{{oioxml.MAIL}}}Text01")
    lines = []
    for part in parts:
        lines.append(part.text or "")
        lines += [brk.tail or "" for brk in part]
    return lines


@pytest.mark.parametrize(
    ("text", "written", "lost"),
    [
        ("æøåÆØÅé½²°µ§", "æøåÆØÅé½²°µ§", ""),
        ("– — ‑ ’ ‘ “ ” …", "- - - ' ' \" \" ...", ""),
        ("≥ 10 ≤ 20 → 30", ">= 10 <= 20 til 30", ""),
        ("• punkt\u00a0to", "- punkt to", ""),
        ("Łukasz Nowák Šą ő", "Lukasz Nowák Sa o", ""),
        ("e\u0301", "é", ""),
        ("glad 🙂 smil 漢", "glad ? smil ?", "🙂漢"),
        ("«citat» · 2×3", "«citat» · 2×3", ""),
    ],
)
def test_what_does_not_fit_latin_1_is_written_another_way_or_told(text, written, lost):
    assert fit(text) == (written, lost)
    written.encode("iso-8859-1")


def test_the_files_are_latin_1_and_say_so():
    for write in (oioxml.xdis91, oioxml.xbin01):
        content = write(status(), ids())
        assert content.startswith(b"<?xml version='1.0' encoding='ISO-8859-1'?>")
        content.decode("iso-8859-1")
    content = oioxml.xdis91(status(), ids())
    assert "Træning, Slutstatus for træningsforløb".encode("iso-8859-1") in content
    assert "Test: 6 -> 11, >= 2 - godt." in words_of(content)


def test_lines_are_short_and_the_text_is_signed():
    lines = words_of(oioxml.xdis91(status(text="ord " * 400), ids()))
    assert max(map(len, lines)) <= 70
    assert lines[-3:] == [
        "Forfatter: Dorthe Test Jensen",
        "Stilling: Fysioterapeut",
        "Telefon: 65514000",
    ]


def test_a_long_text_is_parted_and_one_that_is_too_long_is_told():
    long = "\n".join(["x" * 60] * 300)
    content = oioxml.xdis91(status(text=long), ids())
    assert check(content).findings == []
    parts = etree.fromstring(content).findall(f".//{{{oioxml.MAIL}}}ClinicalInformation")
    assert 6 <= len(parts) <= 10
    assert sum(line == "x" * 60 for line in words_of(content)) == 300
    with pytest.raises(TooLong):
        oioxml.xdis91(status(text="\n".join(["x" * 60] * 520)), ids())


HOSTILE = "<script>alert(1)</script> ]]> & \" ' {x} %s \x00\x07 \ud800 \ufffe"


@pytest.mark.parametrize("field", ["text", "topic", "pdf_title"])
def test_hostile_words_are_only_words(field):
    one = status(**{field: HOSTILE})
    message = care(one)
    assert check(json.dumps(message).encode()).findings == []
    assert "<script>" not in resource(message, "Communication")["text"]["div"]
    for write in (oioxml.xdis91, oioxml.xbin01):
        assert check(write(one, ids())).findings == []


def test_hostile_names_are_only_names():
    one = status(
        patient=Person("2512489996", HOSTILE, HOSTILE),
        author=Author(HOSTILE, HOSTILE, HOSTILE, "65514000"),
        sender=replace(status().sender, name=HOSTILE, department=HOSTILE),
    )
    assert check(json.dumps(care(one)).encode()).findings == []
    assert check(oioxml.xdis91(one, ids())).findings == []


def test_one_name_alone_is_the_family_name():
    message = care(status(patient=Person("2512489996", "Madonna")))
    assert resource(message, "Patient")["name"] == [{"use": "official", "family": "Madonna"}]
    assert check(json.dumps(message).encode()).findings == []
    assert (
        check(oioxml.xdis91(status(patient=Person("2512489996", "Madonna")), ids())).findings == []
    )


@pytest.mark.parametrize(
    ("number", "system"),
    [("251248" + "1AB5", "6.1.1"), ("251248" + "5AB5", "6.1.3"), ("2512489996", "1.2")],
)
def test_a_replacement_number_has_its_own_system(number, system):
    message = care(status(patient=Person(number, "Berggren")))
    [identifier] = resource(message, "Patient")["identifier"]
    assert identifier["system"].endswith(system)
    assert check(json.dumps(message).encode()).findings == []


def test_the_file_is_the_same_everywhere():
    one, numbers = status(), ids()
    part = resource(care(one), "Communication")["payload"][1]["contentAttachment"]
    assert base64.b64decode(part["data"]) == PDF
    root = etree.fromstring(oioxml.xbin01(one, numbers))
    held = root.find(f".//{{{oioxml.FILES}}}Object_Base64Encoded")
    assert base64.b64decode(held.text) == PDF


def test_no_number_stands_where_it_must_not():
    message = care(status())
    letter = resource(message, "Communication")
    for words in (letter["topic"]["text"], letter["payload"][1]["contentAttachment"]["title"]):
        assert "2512489996" not in words
    content = json.dumps(letter)
    assert "2512489996" not in content
    assert "251248-9996" not in content


def test_a_correction_keeps_the_thread_and_a_resend_all_but_the_bundle():
    first = ids()
    again, mended = first.sent_again(), first.corrected()
    assert again.bundle != first.bundle
    assert replace(again, bundle=first.bundle) == first
    assert mended.thread == first.thread
    assert (
        len(
            {*(getattr(mended, n) for n in first.__slots__)}
            & {*(getattr(first, n) for n in first.__slots__)}
        )
        == 1
    )
    for part in ("mail", "file"):  # a letter is the same one again, its envelope is not
        letters = [oioxml.letter_number(one, f"{part} letter") for one in (again, first, mended)]
        assert letters[0] == letters[1] != letters[2]
        envelopes = [oioxml.letter_number(one, f"{part} envelope") for one in (again, first)]
        assert envelopes[0] != envelopes[1]


def test_text_is_cleaned_as_fhir_wants_it():
    assert clean("a\r\nb\rc\x07\td  ") == "a\nb\nc\td"
