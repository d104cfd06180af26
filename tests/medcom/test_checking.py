"""Our own messages are sound; each broken copy is caught by its rule; nothing hostile is read."""

import base64
import json
import time

import pytest
from lxml import etree

from tests.medcom.made import ids, status
from trainer_desktop.medcom import codes, oioxml, receipts
from trainer_desktop.medcom.carecommunication import as_json, bundle
from trainer_desktop.medcom.checking import check, check_files
from trainer_desktop.medcom.finding import sentences

OTHER = "00000000-0000-4000-8000-0000000000ff"


def made():
    return json.loads(as_json(bundle(status(), ids())))


def resource(message, kind, which=0):
    found = [e["resource"] for e in message["entry"] if e["resource"]["resourceType"] == kind]
    return found[which]


def payload(message, which):
    return resource(message, "Communication")["payload"][which]


def keys(message):
    return {one.key for one in check(json.dumps(message).encode()).findings}


def test_our_own_three_are_sound():
    one, numbers = status(), ids()
    files = [
        as_json(bundle(one, numbers)),
        oioxml.xdis91(one, numbers),
        oioxml.xbin01(one, numbers),
    ]
    checked = check_files(files)
    assert [c.kind for c in checked] == ["CareCommunication", "ClinicalEmail", "BinaryLetter"]
    assert [c.findings for c in checked] == [[], [], []]


def test_the_same_facts_give_the_same_bytes():
    for write in (lambda s, i: as_json(bundle(s, i)), oioxml.xdis91, oioxml.xbin01):
        assert write(status(), ids()) == write(status(), ids())


def _drop(which, name):
    return lambda m: which(m).pop(name)


def _set(which, name, value):
    return lambda m: which(m).__setitem__(name, value)


def header(m):
    return resource(m, "MessageHeader")


def letter(m):
    return resource(m, "Communication")


def patient(m):
    return resource(m, "Patient")


def role(m):
    return resource(m, "PractitionerRole")


def provenance(m):
    return resource(m, "Provenance")


def sender(m):
    return resource(m, "Organization", 1)


def receiver(m):
    return resource(m, "Organization", 0)


def text(m):
    return payload(m, 0)


def file(m):
    return payload(m, 1)["contentAttachment"]


def _without_extension(which, url):
    def change(m):
        part = payload(m, which)
        part["extension"] = [x for x in part["extension"] if x["url"] != url]

    return change


def _remove_resource(kind):
    def change(m):
        m["entry"] = [e for e in m["entry"] if e["resource"]["resourceType"] != kind]

    return change


def _second_patient(m):
    entry = json.loads(json.dumps(m["entry"][1]))
    entry["resource"]["id"] = OTHER
    entry["fullUrl"] = f"https://example.invalid/Patient/{OTHER}"
    m["entry"].append(entry)


def _header_later(m):
    m["entry"] = [*m["entry"][1:], m["entry"][0]]


def _payload_id(value):
    def change(m):
        for x in payload(m, 0)["extension"]:
            if x["url"] == codes.IDENTIFIER:
                x["valueIdentifier"]["value"] = value

    return change


def _phone(value):
    def change(m):
        for x in payload(m, 0)["extension"]:
            if x["url"] == codes.CONTACT:
                x["valueContactPoint"]["value"] = value

    return change


def _number(which, system, value):
    def change(m):
        for i in which(m)["identifier"]:
            if i["system"] == system:
                i["value"] = value

    return change


def _no_gln(m):
    sender(m)["identifier"] = [i for i in sender(m)["identifier"] if i["system"] != codes.GLN]


def _no_sor(m):
    receiver(m)["identifier"] = [i for i in receiver(m)["identifier"] if i["system"] != codes.SOR]


def _eleven_files(m):
    letter(m)["payload"] += [json.loads(json.dumps(payload(m, 1))) for _ in range(10)]


MUTANTS = {
    # the 23 of the notes' section 4
    "missing definition": (_drop(header, "definition"), "MessageHeader.definition"),
    "wrong category": (
        lambda m: letter(m)["category"][0]["coding"][0].update(code="traening"),
        "Communication.category",
    ),
    "payload without identifier": (
        _without_extension(0, codes.IDENTIFIER),
        "Communication.payload:string.extension:identifier",
    ),
    "CPR month 13": (_number(patient, codes.CPR, "2513489996"), "cpr"),
    "GLN check digit": (_number(sender, codes.GLN, "5790001382446"), "gln-modulus-10"),
    "role without practitioner": (_drop(role, "practitioner"), "medcom-careCommunication-13"),
    "status completed": (_set(letter, "status", "completed"), "Communication.status"),
    "priority": (_set(letter, "priority", "routine"), "medcom-careCommunication-5"),
    "attachment without title": (
        _drop(file, "title"),
        "Communication.payload:attachment.content[x].title",
    ),
    "Provenance without entity": (_drop(provenance, "entity"), "Provenance.entity:payload"),
    "two patients": (_second_patient, "medcom-careCommunication-2"),
    "timestamp without zone": (_set(lambda m: m, "timestamp", "2026-11-20T13:45:00"), "moment"),
    "unknown element": (_set(patient, "favouriteColour", "blå"), "base"),
    "uppercase uuid": (
        _payload_id("urn:uuid:0000000B-0000-4000-8000-00000000000B"),
        "medcom-uuidv4",
    ),
    "dangling subject": (
        _set(letter, "subject", {"reference": f"Patient/{OTHER}"}),
        "Communication.subject",
    ),
    "other without topic": (
        lambda m: (
            letter(m)["category"][0]["coding"][0].update(code="other"),
            letter(m).pop("topic"),
        ),
        "medcom-careCommunication-6",
    ),
    "no thread id": (_drop(letter, "identifier"), "Communication.identifier"),
    "docx": (
        lambda m: file(m).update(
            contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        ),
        "Communication.payload:attachment.content[x].contentType",
    ),
    "header not first": (_header_later, "bdl-12"),
    "no Provenance": (_remove_resource("Provenance"), "medcom-messaging-2"),
    "sender without GLN": (_no_gln, "Organization.identifier:EAN-ID"),
    "definition 4.0": (
        _set(header, "definition", f"{codes.DEFINITION}|4.0"),
        "medcom-carecommunication-definition-url",
    ),
    "no family name": (
        lambda m: patient(m)["name"][0].pop("family"),
        "Patient.name:official.family",
    ),
    # the 9 that no profile holds
    "Provenance names another part": (
        _payload_id(f"urn:uuid:{OTHER}"),
        "provenance-payload",
    ),
    "title with an ending": (lambda m: file(m).update(title="Slutstatus.pdf"), "title-extension"),
    "phone with blanks": (_phone("65 51 40 00"), "phone"),
    "file that is no PDF": (lambda m: file(m).update(data="SGVq"), "attachment-pdf"),
    "no narrative": (_drop(patient, "text"), "narrative"),
    "no profile": (_drop(patient, "meta"), "meta-profile"),
    "a day that is not": (_number(patient, codes.CPR, "3102489996"), "cpr"),
    "blank text": (lambda m: text(m).update(contentString=" \n "), "text-blank"),
    "header without a profile": (_drop(header, "meta"), "medcom-careCommunication-1"),
    # and more
    "no base64": (lambda m: file(m).update(data="JVBER!"), "attachment-data"),
    "eleven files": (_eleven_files, "attachments"),
    "no destination": (_drop(header, "destination"), "MessageHeader.destination:primary"),
    "definition of another": (
        _set(header, "definition", "http://example.invalid/x|5.0"),
        "medcom-carecommunication-definition-url",
    ),
    "receiver without SOR": (_no_sor, "Organization.identifier:SOR-ID"),
    "short SOR": (_number(receiver, codes.SOR, "1234567890"), "min-digits-sor"),
    "twelve digits": (_number(sender, codes.GLN, "579000138244"), "gln-length"),
    "CPR with a dash": (_number(patient, codes.CPR, "251248-9996"), "cpr"),
    "code and text": (
        lambda m: role(m)["code"][0].update(text="Fysioterapeut"),
        "medcom-careCommunication-7",
    ),
    "neither code nor text": (_set(role, "code", [{}]), "medcom-careCommunication-7"),
    "author without a name": (
        lambda m: resource(m, "Practitioner").pop("name"),
        "medcom-careCommunication-8",
    ),
    "another event": (
        lambda m: header(m)["eventCoding"].update(code="acknowledgement-message"),
        "MessageHeader.event[x]",
    ),
    "own extension": (
        _set(letter, "extension", [{"url": "http://example.invalid/x", "valueString": "x"}]),
        "medcom-careCommunication-11",
    ),
    "no text": (
        lambda m: letter(m).update(payload=letter(m)["payload"][1:]),
        "Communication.payload:string",
    ),
    "retract": (
        lambda m: provenance(m)["activity"]["coding"][0].update(code="retract-message"),
        "Provenance.activity",
    ),
    "collection": (_set(lambda m: m, "type", "collection"), "Bundle.type"),
    "Provenance of another": (
        _set(provenance, "target", [{"reference": f"MessageHeader/{OTHER}"}]),
        "Provenance.target",
    ),
    "capital id": (
        lambda m: m["entry"][1]["resource"].update(id="00000004-0000-4000-8000-00000000000A"),
        "id-lowercase",
    ),
    "dangling assigner": (
        _set(role, "organization", {"reference": f"Organization/{OTHER}"}),
        "reference",
    ),
    "encounter that is not there": (
        _set(letter, "encounter", {"reference": f"Encounter/{OTHER}"}),
        "medcom-careCommunication-15",
    ),
    "wrong bundle profile": (_set(lambda m: m, "meta", {"profile": []}), "Bundle.meta.profile"),
    "payload without a date": (
        _without_extension(1, codes.DATE),
        "Communication.payload:attachment.extension:date",
    ),
    "text without a phone": (
        _without_extension(0, codes.CONTACT),
        "Communication.payload:string.extension:authorContact",
    ),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_each_broken_copy_is_caught_by_its_rule(name):
    change, key = MUTANTS[name]
    message = made()
    assert keys(message) == set()
    change(message)
    assert key in keys(message)


def _xml(change, kind="mail"):
    one, numbers = status(), ids()
    write = oioxml.xdis91 if kind == "mail" else oioxml.xbin01
    root = etree.fromstring(write(one, numbers))
    change(root)
    return etree.tostring(root, encoding="ISO-8859-1", xml_declaration=True)


def at(root, name, which=0):
    return [e for e in root.iter() if str(e.tag).endswith(f"}}{name}")][which]


def write_in(name, words):
    return lambda root: setattr(at(root, name), "text", words)


def take_out(name):
    return lambda root: at(root, name).getparent().remove(at(root, name))


def _twice(name):
    def change(root):
        element = at(root, name)
        element.addnext(etree.fromstring(etree.tostring(element)))

    return change


def _move_first(name):
    def change(root):
        element = at(root, name)
        element.getparent().insert(0, element)

    return change


def _nested_bold(root):
    part = at(root, "Text01")
    space = str(part.tag).rpartition("}")[0] + "}"
    etree.SubElement(etree.SubElement(part, f"{space}Bold"), f"{space}Italic").text = "x"


XML_MUTANTS = {
    "impossible CPR": ("mail", write_in("CivilRegistrationNumber", "3102489996"), "cpr"),
    "nine digits": (
        "mail",
        write_in("CivilRegistrationNumber", "251248999"),
        "CivilRegistrationNumber",
    ),
    "GLN check digit": ("mail", write_in("EANIdentifier", "5790001382446"), "gln-modulus-10"),
    "GLN too short": ("mail", write_in("EANIdentifier", "579000138244"), "gln-length"),
    "long text": ("mail", write_in("Text01", "x" * 31_200), "text-length"),
    "blank text": (
        "mail",
        lambda root: [at(root, "Text01").clear()],
        "text-blank",
    ),
    "long subject": ("mail", write_in("Subject", "x" * 71), "Subject"),
    "long name": ("mail", write_in("OrganisationName", "x" * 36), "OrganisationName"),
    "another version": ("mail", write_in("VersionCode", "XD9135L"), "VersionCode"),
    "no such day": ("mail", write_in("Date", "2026-02-30"), "Date"),
    "day with a zone": ("mail", write_in("Date", "2026-11-20Z"), "Date"),
    "time with seconds": ("mail", write_in("Time", "13:45:00"), "Time"),
    "no surname": ("mail", take_out("PersonSurnameName"), "order"),
    "two surnames": ("mail", _twice("PersonSurnameName"), "order"),
    "wrong order": ("mail", _move_first("Subject"), "order"),
    "patient first": ("mail", _move_first("Patient"), "order"),
    "unknown state": (
        "mail",
        write_in("EpisodeOfCareStatusCode", "aktiv"),
        "EpisodeOfCareStatusCode",
    ),
    "no state": ("mail", take_out("EpisodeOfCareStatusCode"), "order"),
    "nested tags": ("mail", _nested_bold, "Text01"),
    "rubbish": ("file", write_in("Object_Base64Encoded", "rubbish!"), "attachment-data"),
    "another file": ("file", write_in("Object_Base64Encoded", "SGVq"), "attachment-pdf"),
    "gzip": ("file", write_in("Object_Base64Encoded", "H4sIAAAAAAAAAw=="), "attachment-gzip"),
    "another size": ("file", write_in("OriginalObjectSize", "7"), "object-size"),
    "no size": ("file", write_in("OriginalObjectSize", "0"), "OriginalObjectSize"),
    "id without dashes": (
        "file",
        lambda root: setattr(
            at(root, "ObjectIdentifier"), "text", at(root, "ObjectIdentifier").text.replace("-", "")
        ),
        "ObjectIdentifier",
    ),
    "no file": ("file", take_out("BinaryObject"), "order"),
    "state in a file": (
        "file",
        lambda root: etree.SubElement(
            at(root, "Patient"), f"{{{oioxml.FILES}}}EpisodeOfCareStatusCode"
        ),
        "order",
    ),
    "unknown code": ("file", write_in("ObjectCode", "pdf"), "ObjectCode"),
}


@pytest.mark.parametrize("name", XML_MUTANTS)
def test_each_broken_xml_is_caught_by_its_rule(name):
    kind, change, key = XML_MUTANTS[name]
    assert check(_xml(lambda root: None, kind)).findings == []
    assert key in {one.key for one in check(_xml(change, kind)).findings}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ObjectIdentifier", "00000000-0000-4000-8000-0000000000ff"),
        ("OriginalObjectSize", "7"),
        ("CivilRegistrationNumber", "0201609995"),
    ],
)
def test_a_letter_and_a_file_that_do_not_belong_together_are_told(name, words):
    mail, file_ = _xml(lambda root: None), _xml(write_in(name, words), "file")
    assert "pair" in {one.key for c in check_files([mail, file_]) for one in c.findings}


DEEP = b'{"resourceType":"Bundle","entry":' + b"[" * 90_000 + b"]" * 90_000 + b"}"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Emessage>&b;</Emessage>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Bundle>&a;</Bundle>'


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "json"),
        (b"\x00\x01", "json"),
        (b"{}", "unknown"),
        (b"[1]", "unknown"),
        (b"<a>", "xml"),
        (b"<a/>", "unknown"),
        (LAUGHS, "doctype"),
        (OUTSIDE, "doctype"),
        (DEEP, "deep"),
        (b"<a>" * 5_000 + b"</a>" * 5_000, "xml"),
        (b"<a>" * 200 + b"</a>" * 200, "deep"),
        (b'{"resourceType":"Bundle","type":"message","type":"message"}', "twice"),
        ('{"resourceType":"Bundle","id":"æ"}'.encode("latin-1"), "encoding"),
        (b" " * 98_000_001, "size"),
        (b"<a>" + b"<b/>" * 2_000_000 + b"</a>", "size"),
        (b'{"resourceType":"Bundle","entry":[' + b"{}," * 500_000 + b"{}]}", "size"),
        (b'{"resourceType":"Bundle","entry":[null,3,"x",{"resource":[]}]}', "bdl-12"),
    ],
)
def test_what_is_hostile_is_refused(content, key):
    assert key in {one.key for one in check(content).findings}


@pytest.mark.parametrize("wrong", [["x"], {"a": 1}, 3, None, True])
@pytest.mark.parametrize(
    ("resource", "path"),
    [
        ("Patient", ("identifier", 0, "system")),
        ("Communication", ("priority",)),
        ("Communication", ("category", 0, "coding", 0, "code")),
        ("Provenance", ("activity", "coding", 0, "code")),
        ("MessageHeader", ("destination", 0, "endpoint")),
        ("Organization", ("identifier", 0, "value")),
    ],
)
def test_what_is_no_text_is_a_fault_and_never_an_exception(resource, path, wrong):
    made = json.loads(as_json(bundle(status(), ids())))
    place = next(e["resource"] for e in made["entry"] if e["resource"]["resourceType"] == resource)
    for step in path[:-1]:
        place = place[step] if isinstance(step, int) else place.setdefault(step, [{}])
    place[path[-1]] = wrong
    content = json.dumps(made).encode()
    assert check(content).findings or path == ("priority",)
    receipts.read(content)


def test_every_sentence_can_be_said():
    for key, said in sentences().items():
        assert said.format(value="x").endswith("."), key


@pytest.mark.parametrize(
    "content",
    [
        b'{"resourceType":"Bundle",'
        + b",".join(b'"k%d":1' % n for n in range(39_000))
        + b',"k1":2}',
        b'{"resourceType":"Bundle","type":"message","entry":[' + b'"",' * 59_000 + b'""]}',
        b'<Bundle xmlns="http://hl7.org/fhir">' + b"<entry/>" * 19_000 + b"</Bundle>",
        b"<Bundle " + b" ".join(b'a%d="1"' % n for n in range(90_000)) + b"/>",
    ],
    ids=["a key twice among many", "texts where entries belong", "empty entries", "attributes"],
)
def test_what_is_small_and_hostile_costs_little(content):
    began = time.process_time()
    checked = check(content)
    assert checked.findings
    assert len(checked.findings) <= 201
    assert time.process_time() - began < 20  # seconds; it took minutes, and gigabytes


def test_a_large_file_within_xml_is_read():
    big = base64.b64encode(b"%PDF-1.7\n" + b"x" * 9_000_000 + b"\n%%EOF").decode()
    content = (
        '<Bundle xmlns="http://hl7.org/fhir"><id value="a"/><entry><resource><Binary>'
        f'<contentType value="application/pdf"/><data value="{big}"/></Binary></resource></entry></Bundle>'
    ).encode()
    assert "xml" not in {one.key for one in check(content).findings}


OTHER = "urn:other"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda e: e.append(etree.Element(f"{{{OTHER}}}Fremmed")),
        lambda e: e.set("{http://www.w3.org/2001/XMLSchema-instance}nil", "true"),
        lambda e: setattr(e, "tail", "løse ord"),
    ],
    ids=["another namespace", "an attribute", "words between"],
)
@pytest.mark.parametrize("name", ["Patient", "Sender", "Reference"])
def test_what_no_schema_has_a_place_for_is_a_fault(spoil, name):
    root = etree.fromstring(oioxml.xdis91(status(), ids()))
    spoil(next(e for e in root.iter() if str(e.tag).endswith(f"}}{name}")))
    assert check(etree.tostring(root, encoding="ISO-8859-1", xml_declaration=True)).findings
