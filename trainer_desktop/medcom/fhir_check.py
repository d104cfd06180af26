"""Whether a CareCommunication holds what its profiles and MedCom's rules ask for (version 5.0; see `resources/medcom/checks.toml`).

Keys are the profiles' own («medcom-careCommunication-5», «gln-modulus-10»); where a profile counts or fixes an element,
the key is the element («Communication.status»); rules that no profile holds have a name of ours.
"""

import re
from collections.abc import Iterator

from trainer_desktop.medcom import codes
from trainer_desktop.medcom.file_check import check_file
from trainer_desktop.medcom.finding import Findings
from trainer_desktop.medcom.message import Message, Resource, extension, many, one, said
from trainer_desktop.medcom.numbers import FORMS, cpr_holds, phone_holds

UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
ANY_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MOST_FILES = 10
EARLIER = ("Provenance.target", "Provenance.entity")  # may point to messages before this one


def check_care(bundle: Resource) -> Findings:
    """Every fault of a CareCommunication."""
    found, message = Findings(), Message(bundle)
    _bundle(message, found)
    for header in message.of("MessageHeader"):
        _header(message, header, found)
    for letter in message.of("Communication"):
        _communication(message, letter, found)
    for person in message.of("Patient"):
        _patient(person, found)
    for organization in message.of("Organization"):
        _organization(organization, found)
    _provenances(message, found)
    _authors(message, found)
    _references(message, found)
    return found


def profiles(resource: Resource) -> list[str]:
    """The profiles a resource says it follows, without a version."""
    listed = one(resource.get("meta")).get("profile")
    return [said(p).partition("|")[0] for p in listed] if isinstance(listed, list) else []


def _bundle(message: Message, found: Findings) -> None:
    bundle = message.bundle
    if codes.PROFILES["Bundle"] not in profiles(bundle):
        found.note("Bundle.meta.profile", "Bundle.meta.profile", profiles(bundle))
    if bundle.get("type") != "message":
        found.note("Bundle.type", "Bundle.type", bundle.get("type"))
    _moment(bundle.get("timestamp"), "Bundle.timestamp", found)
    if not message.resources or message.resources[0].get("resourceType") != "MessageHeader":
        found.note("bdl-12", "Bundle.entry[0]")
    urls = [said(entry.get("fullUrl")) for entry in message.entries]
    if len(set(urls)) != len(urls):
        found.note("bdl-7", "Bundle.entry.fullUrl")
    for url, resource in zip(urls, message.resources, strict=True):
        _resource(url, resource, found)
    if not said(bundle.get("id")):
        found.note("Bundle.id", "Bundle.id")
    for kind in ("MessageHeader", "Communication"):
        if len(message.of(kind)) > 1:
            found.note("one-of", "Bundle.entry", f"{kind} x {len(message.of(kind))}")
    patients = message.of("Patient")
    if len(patients) != 1:
        found.note("medcom-careCommunication-2", "Bundle.entry", len(patients))
    if not message.of("Communication"):
        found.note("MessageHeader.focus", "Bundle.entry")
    header = message.of("MessageHeader")
    if header and codes.PROFILES["MessageHeader"] not in profiles(header[0]):
        found.note("medcom-careCommunication-1", "MessageHeader.meta.profile")
    encounters = message.of("Encounter")
    pointed = [one(c.get("encounter")) for c in message.of("Communication") if c.get("encounter")]
    if bool(encounters) != bool(pointed):
        found.note("medcom-careCommunication-15", "Communication.encounter")
    for reference in pointed:
        episodes = many(message.resolve(reference).get("episodeOfCare"))
        if not any(one(e.get("identifier")).get("value") for e in episodes):
            found.note("medcom-careCommunication-9", "Communication.encounter")


def _resource(url: str, resource: Resource, found: Findings) -> None:
    kind, key = said(resource.get("resourceType")), said(resource.get("id"))
    if not key or (not url.endswith(f"{kind}/{key}") and not url.endswith(key)):
        found.note("full-url", f"{kind}.fullUrl", url)
    if ANY_UUID.fullmatch(key) and key != key.lower():
        found.note("id-lowercase", f"{kind}.id", key)
    if not profiles(resource):
        found.note("meta-profile", f"{kind}.meta.profile")
    if resource.get("contained") or resource.get("modifierExtension"):
        found.note(
            "strange", kind, "contained" if resource.get("contained") else "modifierExtension"
        )
    text = one(resource.get("text"))
    if re.search(
        r"<\s*(script|iframe|object|img|link|style)\b|\son\w+\s*=", said(text.get("div")), re.I
    ):
        found.note("narrative", f"{kind}.text")
    if text.get("status") not in ("generated", "extensions", "additional") or not re.sub(
        r"<[^>]*>|\s", "", said(text.get("div"))
    ):
        found.note("narrative", f"{kind}.text")


def _moment(value: object, where: str, found: Findings) -> None:
    if not MOMENT.fullmatch(said(value)):
        found.note("moment", where, value or "")


def _header(message: Message, header: Resource, found: Findings) -> None:
    event = one(header.get("eventCoding"))
    if (event.get("system"), event.get("code")) != (codes.EVENTS, "care-communication-message"):
        found.note("MessageHeader.event[x]", "MessageHeader.eventCoding", event.get("code"))
    uses = [
        (said(one(extension(d, codes.USE).get("valueCoding")).get("code")), d)
        for d in many(header.get("destination"))
    ]
    primary = [d for use, d in uses if use == "primary"]
    if len(primary) != 1 or len(uses) != 1:
        found.note("MessageHeader.destination:primary", "MessageHeader.destination", len(uses))
    for destination in primary:
        if not said(destination.get("endpoint")):
            found.note("MessageHeader.destination:primary.endpoint", "MessageHeader.destination")
        _party(message, destination.get("receiver"), "MessageHeader.destination.receiver", found)
    _party(message, header.get("sender"), "MessageHeader.sender", found)
    if not said(one(header.get("source")).get("endpoint")):
        found.note("MessageHeader.source.endpoint", "MessageHeader.source")
    focus = many(header.get("focus"))
    right = [f for f in focus if message.resolve(f).get("resourceType") == "Communication"]
    if len(focus) != 1 or len(right) != 1:
        found.note("MessageHeader.focus", "MessageHeader.focus", len(focus))
    definition = header.get("definition")
    if not definition:
        found.note("MessageHeader.definition", "MessageHeader.definition")
    elif not re.fullmatch(re.escape(codes.DEFINITION) + r"\|5\.[0-9]{1,2}", said(definition)):
        found.note(
            "medcom-carecommunication-definition-url", "MessageHeader.definition", definition
        )


def _party(message: Message, reference: object, where: str, found: Findings) -> None:
    """Sender and receiver have a GLN and a SOR number."""
    party = message.resolve(reference)
    if party.get("resourceType") != "Organization":
        found.note("party", where, one(reference).get("reference") or "")
        return
    for system, key in ((codes.GLN, "EAN-ID"), (codes.SOR, "SOR-ID")):
        if sum(i.get("system") == system for i in many(party.get("identifier"))) != 1:
            found.note(f"Organization.identifier:{key}", f"Organization/{party.get('id')}")


def _communication(message: Message, letter: Resource, found: Findings) -> None:
    here = "Communication"
    identifiers = many(letter.get("identifier"))
    if len(identifiers) != 1 or not identifiers[0].get("value"):
        found.note("Communication.identifier", f"{here}.identifier", len(identifiers))
    for identifier in identifiers:
        _uuid(identifier.get("value"), f"{here}.identifier", found)
    if letter.get("status") != "unknown":
        found.note("Communication.status", f"{here}.status", letter.get("status"))
    category = _category(letter, found)
    if letter.get("priority") and category != "regarding-referral":
        found.note("medcom-careCommunication-5", f"{here}.priority", letter["priority"])
    elif letter.get("priority") and letter["priority"] not in codes.PRIORITY_CODES:
        found.note("Communication.priority", f"{here}.priority", letter["priority"])
    topic = one(letter.get("topic"))
    if category == "other" and not topic:
        found.note("medcom-careCommunication-6", f"{here}.topic")
    if topic and not said(topic.get("text")).strip():
        found.note("Communication.topic.text", f"{here}.topic.text")
    if message.resolve(letter.get("subject")).get("resourceType") != "Patient":
        found.note("Communication.subject", f"{here}.subject")
    others = [x for x in many(letter.get("extension")) if x.get("url") != codes.SENDER_EXTENSION]
    if others:
        found.note("medcom-careCommunication-11", f"{here}.extension", others[0].get("url"))
    payloads = many(letter.get("payload"))
    if not any("contentString" in p for p in payloads):
        found.note("Communication.payload:string", f"{here}.payload")
    if sum("contentAttachment" in p for p in payloads) > MOST_FILES:
        found.note("attachments", f"{here}.payload", len(payloads))
    for number, payload in enumerate(payloads):
        _payload(message, payload, f"{here}.payload[{number}]", found)


def _category(letter: Resource, found: Findings) -> str:
    categories = many(letter.get("category"))
    coded = [c for one_ in categories for c in many(one_.get("coding"))]
    right = [
        c
        for c in coded
        if c.get("system") == codes.CATEGORIES and c.get("code") in codes.CATEGORY_CODES
    ]
    if len(categories) != 1 or len(coded) != 1 or len(right) != 1:
        code = coded[0].get("code") if coded else ""
        found.note("Communication.category", "Communication.category", code)
    return said(right[0].get("code")) if right else ""


def _uuid(value: object, where: str, found: Findings) -> None:
    if value and not UUID.fullmatch(said(value)):
        found.note("medcom-uuidv4", where, value)


def _payload(message: Message, payload: Resource, where: str, found: Findings) -> None:
    is_text, is_file = "contentString" in payload, "contentAttachment" in payload
    if is_text is is_file:
        found.note("Communication.payload.content[x]", where)
        return
    slot = f"Communication.payload:{'string' if is_text else 'attachment'}"
    needed = [
        ("date", codes.DATE, "valueDateTime"),
        ("identifier", codes.IDENTIFIER, "valueIdentifier"),
    ]
    if is_text:
        needed += [
            ("author", codes.AUTHOR, "valueReference"),
            ("authorContact", codes.CONTACT, "valueContactPoint"),
        ]
    for name, url, value in needed:
        if not extension(payload, url).get(value):
            found.note(f"{slot}.extension:{name}", f"{where}.extension")
    date = extension(payload, codes.DATE).get("valueDateTime")
    if date:
        _moment(date, f"{where}.extension:date", found)
    identifier = one(extension(payload, codes.IDENTIFIER).get("valueIdentifier"))
    if identifier and not identifier.get("value"):
        found.note(f"{slot}.extension:identifier", f"{where}.extension:identifier")
    _uuid(identifier.get("value"), f"{where}.extension:identifier", found)
    contact = one(extension(payload, codes.CONTACT).get("valueContactPoint"))
    if contact and contact.get("system") != "phone":
        found.note("phone", f"{where}.extension:authorContact.system", contact.get("system"))
    if (contact and not phone_holds(said(contact.get("value")).replace(" ", ""))) or (
        contact and " " in said(contact.get("value"))
    ):
        found.note("phone", f"{where}.extension:authorContact", contact.get("value"))
    if is_text:
        if not said(payload["contentString"]).strip():
            found.note("text-blank", f"{where}.contentString")
    else:
        file = one(payload["contentAttachment"])
        check_file(file, f"{where}.contentAttachment", found, whole=_is_new(message))


def _patient(person: Resource, found: Findings) -> None:
    known = [i for i in many(person.get("identifier")) if i.get("system") in FORMS]
    if not known:
        found.note("Patient.identifier", "Patient.identifier")
    keys = {codes.CPR: "cpr", codes.X_ECPR: "x-ecpr", codes.D_ECPR: "d-ecpr"}
    if len({said(i.get("value")) for i in known if i["system"] == codes.CPR}) > 1:
        found.note("Patient.identifier", "Patient.identifier", len(known))
    for identifier in known:
        system = identifier["system"]
        number = said(identifier.get("value"))
        if not FORMS[system].fullmatch(number) or (system == codes.CPR and not cpr_holds(number)):
            found.note(keys[system], "Patient.identifier.value")
    official = [n for n in many(person.get("name")) if n.get("use") == "official"]
    if len(official) != 1:
        found.note("Patient.name:official", "Patient.name", len(official))
    elif not said(official[0].get("family")).strip():
        found.note("Patient.name:official.family", "Patient.name.family")


def _organization(organization: Resource, found: Findings) -> None:
    from trainer_desktop.medcom.numbers import gln_holds, sor_holds

    where = f"Organization/{organization.get('id')}.identifier"
    for identifier in many(organization.get("identifier")):
        value = said(identifier.get("value"))
        if identifier.get("system") == codes.GLN and not gln_holds(value):
            thirteen = re.fullmatch(r"[0-9]{13}", value, re.ASCII)
            found.note("gln-modulus-10" if thirteen else "gln-length", where, value)
        if identifier.get("system") == codes.SOR and not sor_holds(value):
            found.note("min-digits-sor", where, value)


def _is_new(message: Message) -> bool:
    """Whether the message begins a thread: what is answered or forwarded says so."""
    acts = {
        said(c.get("code"))
        for p in message.of("Provenance")
        for c in many(one(p.get("activity")).get("coding"))
    }
    return not acts & {"reply-message", "forward-message"}


def _payload_ids(message: Message) -> set[str]:
    return {
        said(one(extension(p, codes.IDENTIFIER).get("valueIdentifier")).get("value"))
        for letter in message.of("Communication")
        for p in many(letter.get("payload"))
    } - {""}


def _sources(provenance: Resource) -> Iterator[str]:
    for entity in many(provenance.get("entity")):
        if entity.get("role") == "source":
            yield said(one(one(entity.get("what")).get("identifier")).get("value"))


def _provenances(message: Message, found: Findings) -> None:
    every = message.of("Provenance")
    if not every:
        found.note("medcom-messaging-2", "Bundle.entry")
        return
    header = (message.of("MessageHeader") or [{}])[0].get("id")
    targets = [
        said(t.get("reference")).rsplit("/", 1)[-1] for p in every for t in many(p.get("target"))
    ]
    if header not in targets:
        found.note("Provenance.target", "Provenance.target")
    for provenance in every:
        _provenance(message, provenance, found)
    if not _is_new(message):
        return  # an answer or a forwarded message may name parts of those before it
    listed = {key for p in every for key in _sources(p)} - {""}
    held = _payload_ids(message)
    for key in sorted(listed - held):
        found.note("provenance-payload", "Provenance.entity", key)
    for key in sorted(held - listed):
        found.note("provenance-payload", "Communication.payload", key)


def _provenance(message: Message, provenance: Resource, found: Findings) -> None:
    if codes.PROFILES["Provenance"] not in profiles(provenance):
        found.note("medcom-careCommunication-3", "Provenance.meta.profile")
    if len(many(provenance.get("target"))) != 1:
        found.note("Provenance.target", "Provenance.target")
    for name in ("occurredDateTime", "recorded"):
        _moment(provenance.get(name), f"Provenance.{name}", found)
    coded = many(one(provenance.get("activity")).get("coding"))
    right = [c for c in coded if c.get("system") == codes.ACTIVITIES]
    if len(coded) != 1 or len(right) != 1 or right[0].get("code") not in codes.ACTIVITY_CODES:
        code = coded[0].get("code") if coded else ""
        found.note("Provenance.activity", "Provenance.activity", code)
    agents = many(provenance.get("agent"))
    if not agents or any(not message.resolve(a.get("who")) for a in agents):
        found.note("Provenance.agent.who", "Provenance.agent")
    if not list(_sources(provenance)):
        found.note("Provenance.entity:payload", "Provenance.entity")


def _authors(message: Message, found: Findings) -> None:
    for letter in message.of("Communication"):
        for number, payload in enumerate(many(letter.get("payload"))):
            reference = extension(payload, codes.AUTHOR).get("valueReference")
            role = message.resolve(reference)
            if not reference or role.get("resourceType") != "PractitionerRole":
                continue
            where = f"Communication.payload[{number}].extension:author"
            if not message.resolve(role.get("practitioner")).get("name"):
                found.note("medcom-careCommunication-8", where)
            coded = [
                c for k in many(role.get("code")) for c in many(k.get("coding")) if c.get("code")
            ]
            texts = [k for k in many(role.get("code")) if said(k.get("text")).strip()]
            if bool(coded) is bool(texts):
                found.note("medcom-careCommunication-7", where)
    for role in message.of("PractitionerRole"):
        if not one(role.get("practitioner")).get("reference"):
            found.note("medcom-careCommunication-13", "PractitionerRole.practitioner")
    for person in message.of("Practitioner"):
        if not many(person.get("name")):
            found.note("medcom-careCommunication-4", "Practitioner.name")


def _references(message: Message, found: Findings) -> None:
    for path, reference in message.references():
        if not path.startswith(EARLIER) and not message.resolve({"reference": reference}):
            found.note("reference", path, reference)
