"""Checking messages, whatever they are: FHIR as JSON or XML, OIOXML alone or in its pair. Nothing hostile gets far."""

import json
import logging
from collections import Counter
from dataclasses import dataclass
from typing import Any

from trainer_desktop.medcom import safe_xml
from trainer_desktop.medcom.fhir_check import check_care, profiles
from trainer_desktop.medcom.finding import Findings
from trainer_desktop.medcom.message import Message, Resource, many, one, said
from trainer_desktop.medcom.oio_check import check_oio, check_pair, kind_of, name_of, objects_of
from trainer_desktop.medcom.safe_xml import MOST, Unsafe

FHIR = "http://hl7.org/fhir"
MOST_SIGNS = (  # more of them than any message has: each costs an object, whatever it holds
    *((b"<", 20_000), (b"{", 100_000), (b"[", 100_000)),
    *((b",", 60_000), (b'":', 40_000), (b'="', 60_000)),
)
WRONG_KIND, UNREAD = "det er af en forkert slags", "det kan ikke læses"
BASE = {"missing": "det mangler", "extra_forbidden": "FHIR kender det ikke"}
log = logging.getLogger(__name__)
USED = (  # the resources and types of a CareCommunication
    *("Bundle", "MessageHeader", "Communication", "Patient", "Organization", "Provenance"),
    *("Practitioner", "PractitionerRole", "Attachment", "CodeableConcept", "ContactPoint"),
    *("HumanName", "Identifier", "Extension", "Reference"),
)
ACKNOWLEDGEMENT = "medcom-messaging-acknowledgement"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is, and its faults; `bundle` or `root` is what was read, for those who go on with it."""

    kind: str
    findings: Findings
    bundle: Resource | None = None
    root: Any = None


def load() -> None:
    """Load the libraries and rules that the check needs; called beforehand, off the GUI thread, for it takes a moment."""
    from fhir.resources.R4B import get_fhir_model_class

    for name in USED:
        get_fhir_model_class(name)
    check(b"<Emessage/>")


def check(content: bytes) -> Checked:
    """Check one file. Never raises for what is in it."""
    found = Findings()
    if len(content) > MOST:
        found.note("size", "", len(content))
        return Checked("unknown", found)
    if any(content.count(sign) > most for sign, most in MOST_SIGNS):
        found.note("size", "", len(content))  # hundreds of thousands of parts are no message
        return Checked("unknown", found)
    if content.startswith(b"%PDF"):
        found.note("unknown", "", "PDF")
        return Checked("PDF", found)
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        return _xml(content)
    return _json(content)


def check_files(contents: list[bytes]) -> list[Checked]:
    """Check several; each XDIS91 and the XBIN01 that it names are held against each other, too."""
    every = [check(content) for content in contents]
    mails = [c for c in every if c.kind == "ClinicalEmail"]
    files = [c for c in every if c.kind == "BinaryLetter"]
    for mail, file in _pairs(mails, files):
        mail.findings.extend(check_pair(mail.root, file.root))
    return every


def _pairs(mails: list[Checked], files: list[Checked]) -> list[tuple[Checked, Checked]]:
    """Which file belongs to which letter: those that name the same object, and a lone one of each."""
    if len(mails) == len(files) == 1:
        return [(mails[0], files[0])]
    return [
        (mail, file)
        for mail in mails
        for file in files
        if objects_of(mail.root, "BIN") & objects_of(file.root, "BinaryObject")
    ]


def _json(content: bytes) -> Checked:
    found = Findings()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found.note("encoding", "")
        return Checked("unknown", found)
    try:
        bundle = json.loads(text, object_pairs_hook=_once)
    except RecursionError:
        found.note("deep", "")
        return Checked("unknown", found)
    except ValueError as wrong:
        if isinstance(wrong, json.JSONDecodeError):
            found.note("json", "", f"linje {wrong.lineno}, tegn {wrong.colno}")
        else:
            found.note("twice" if isinstance(wrong, _Twice) else "json", "", wrong)
        return Checked("unknown", found)
    if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
        found.note("unknown", "", type(bundle).__name__)
        return Checked("unknown", found)
    return _fhir(bundle, found)


class _Twice(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        counts = Counter(name for name, _value in pairs)
        raise _Twice(counts.most_common(1)[0][0])
    return made


def _xml(content: bytes) -> Checked:
    found = Findings()
    try:
        root = safe_xml.parse(content)
    except Unsafe as no:
        found.note(str(no.args[0]), "", no.args[1] if len(no.args) > 1 else "")
        return Checked("unknown", found)
    fhir = str(root.tag).startswith(f"{{{FHIR}}}")
    if not safe_xml.encoding_holds(content):
        found.note("encoding", "")
    if fhir:
        return _fhir_xml(content, root, found)
    found.extend(check_oio(root))
    return Checked(kind_of(root) or "unknown", found, root=root)


def _fhir_xml(content: bytes, root: Any, found: Findings) -> Checked:
    if name_of(root) != "Bundle":
        found.note("unknown", "", name_of(root))
        return Checked("unknown", found)
    from fhir.resources.R4B.bundle import Bundle
    from pydantic import ValidationError

    try:
        read = Bundle.model_validate_xml(content, xmlparser=safe_xml.parser(len(content)))
        bundle = json.loads(read.model_dump_json())
    except ValidationError as wrong:
        _base_faults(wrong, found)
        return Checked("Bundle", found)
    except (
        *(ValueError, TypeError, KeyError, AttributeError, AssertionError, LookupError),
        *(SyntaxError, RecursionError),
    ) as wrong:
        log.info("FHIR: %s", type(wrong).__name__)
        found.note("base", "Bundle", UNREAD)  # what the library cannot read at all
        return Checked("Bundle", found)
    return _fhir(bundle, found, base=False)


def _fhir(bundle: Resource, found: Findings, *, base: bool = True) -> Checked:
    if base:
        found.extend(base_faults(bundle))
    try:
        if any(profile.rpartition("/")[2] == ACKNOWLEDGEMENT for profile in profiles(bundle)):
            _acknowledgement(bundle, found)
            return Checked("Acknowledgement", found, bundle)
        found.extend(check_care(bundle))
    except RecursionError:
        found.note("deep", "")
    except (TypeError, ValueError, AttributeError, LookupError) as wrong:
        log.info("FHIR: %s", type(wrong).__name__)
        found.note("base", "Bundle", WRONG_KIND)  # a list where a text belongs
    return Checked("CareCommunication", found, bundle)


def base_faults(bundle: Resource) -> Findings:
    """The faults of FHIR R4's own types: unknown elements, times without an offset, wrong kinds."""
    from fhir.resources.R4B.bundle import Bundle
    from pydantic import ValidationError

    found = Findings()
    try:
        Bundle.model_validate(bundle)
    except ValidationError as wrong:
        _base_faults(wrong, found)
    except RecursionError:
        found.note("deep", "")
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError) as wrong:
        log.info("FHIR: %s", type(wrong).__name__)
        found.note("base", "Bundle", UNREAD)
    return found


def _base_faults(wrong: Any, found: Findings) -> None:
    for fault in wrong.errors(include_url=False, include_input=False)[:20]:
        where = ".".join(str(part) for part in fault["loc"])
        found.note("base", where, _base_words(str(fault["type"])))


def _base_words(fault: str) -> str:
    """What pydantic calls a fault, in the words of the one who has to mend it."""
    if fault in BASE:
        return BASE[fault]
    if fault.startswith(("date", "time")):
        return "det er ingen tid med klokkeslæt og tidszone"
    if fault.endswith(("_type", "_parsing")):
        return WRONG_KIND
    if fault.startswith(("string", "url", "decimal", "int", "float", "greater", "less")):
        return "det har ikke den rigtige form"
    return "det passer ikke sammen med resten"


def _acknowledgement(bundle: Resource, found: Findings) -> None:
    message = Message(bundle)
    headers = message.of("MessageHeader")
    if not message.resources or message.resources[0].get("resourceType") != "MessageHeader":
        found.note("bdl-12", "Bundle.entry[0]")
    for header in headers:
        response = one(header.get("response"))
        if not said(response.get("identifier")):
            found.note("MessageHeader.response", "MessageHeader.response")
        code = said(response.get("code"))
        if code not in ("ok", "transient-error", "fatal-error"):
            found.note("MessageHeader.response", "MessageHeader.response.code", code)
        elif code != "ok" and not many(message.of("OperationOutcome")):
            found.note("medcom-acknowledgement-1", "MessageHeader.response")
