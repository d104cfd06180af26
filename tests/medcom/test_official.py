"""MedCom's own examples and schemas, where their folder is beside the project; they are not part of it."""

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.medcom.made import ids, status
from tests.medcom.profiles import Profiles
from trainer_desktop.medcom import oioxml
from trainer_desktop.medcom.carecommunication import as_json, bundle
from trainer_desktop.medcom.checking import check

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "medcom"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="MedCom's files are not here")
FAULTY = {
    "Bundle-gfd00bc2-9c26-4174-934e-f6e4360845de.json": "provenance-payload",
    "XBIN_hello_World.xml": "attachment-gzip",
    "korr_x9134.xml": "cpr",
    "Flow3-XDIS91_Ex_from_FHIR.xml": "encoding",
}
EXAMPLES = sorted(
    file for file in FOLDER.glob("examples/**/*.*") if file.suffix in (".json", ".xml")
)
XSD = "oioxml/xsd-os2korrespondance"


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_sound_examples_pass_and_the_faulty_are_refused_for_their_fault(file):
    keys = {one.key for one in check(file.read_bytes()).findings}
    if file.name in FAULTY:
        assert FAULTY[file.name] in keys
    else:
        assert keys == set()


@pytest.mark.parametrize(
    ("write", "schema"),
    [(oioxml.xdis91, "2006/07/01"), (oioxml.xbin01, "2012/03/28")],
)
@pytest.mark.parametrize("text", ["kort", "ord\n" * 3_000, "æøå ≥ 🙂 <b>&"])
def test_our_oioxml_holds_by_the_official_schemas(write, schema, text):
    official = etree.XMLSchema(etree.parse(str(FOLDER / XSD / schema / "EMessage.xsd")))
    root = etree.fromstring(write(status(text=text), ids()))
    assert official.validate(root), official.error_log


@pytest.fixture(scope="module")
def profiles():
    return Profiles(FOLDER / "fhir")


def test_our_message_holds_by_the_official_profiles(profiles):
    assert profiles.faults(json.loads(as_json(bundle(status(), ids())))) == []


@pytest.mark.parametrize("name", ["priority", "status", "no thread", "no subject", "GLN"])
def test_the_official_profiles_see_what_is_broken(profiles, name):
    message = json.loads(as_json(bundle(status(), ids())))
    by_kind = {e["resource"]["resourceType"]: e["resource"] for e in message["entry"]}
    letter = by_kind["Communication"]
    match name:
        case "priority":
            letter["priority"] = "routine"
        case "status":
            letter["status"] = "completed"
        case "no thread":
            del letter["identifier"]
        case "no subject":
            del letter["subject"]
        case "GLN":
            by_kind["Organization"]["identifier"][0]["value"] = "5790001382446"
    assert profiles.faults(message)
