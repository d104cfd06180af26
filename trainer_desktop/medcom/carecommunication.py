"""FHIR CareCommunication 5.0, category «Træning»: the end status as a Bundle in JSON (MedCom, version 5.0.4 of the guide)."""

import base64
import json
from datetime import datetime
from typing import Any

from trainer_desktop.medcom import codes
from trainer_desktop.medcom.narrative import narrative
from trainer_desktop.medcom.numbers import ecpr_system
from trainer_desktop.medcom.values import Ids, Party, Status, clean

Resource = dict[str, Any]


def moment(at: datetime) -> str:
    """A moment with seconds and offset."""
    if at.tzinfo is None:
        raise ValueError("a moment without an offset")
    return at.isoformat(timespec="seconds")


def endpoint(party: Party) -> str:
    """Where a party receives, by its SOR number."""
    return f"https://sor2.sum.dsdn.dk/#id={party.sor}"


def bundle(status: Status, ids: Ids) -> Resource:
    """The whole message; the header is its first entry."""
    resources = [
        _header(status, ids),
        _patient(status, ids),
        _communication(status, ids),
        *_author(status, ids),
        _organization(status.receiver, ids.receiver),
        _organization(status.sender, ids.sender),
        _provenance(status, ids),
    ]
    entries = [
        {"fullUrl": f"{status.base}{one['resourceType']}/{one['id']}", "resource": one}
        for one in resources
    ]
    return {
        "resourceType": "Bundle",
        "id": ids.bundle,
        "meta": {"profile": [codes.PROFILES["Bundle"]]},
        "type": "message",
        "timestamp": moment(status.sent),
        "entry": entries,
    }


def as_json(message: Resource) -> bytes:
    """The message as it is written: UTF-8, indented by one."""
    return json.dumps(message, ensure_ascii=False, indent=1).encode()


def _resource(kind: str, key: str, text: dict[str, str], **elements: Any) -> Resource:
    made = {"resourceType": kind, "id": key, "meta": {"profile": [codes.PROFILES[kind]]}}
    return {**made, "text": text, **elements}


def _to(kind: str, key: str) -> dict[str, str]:
    return {"reference": f"{kind}/{key}"}


def _header(status: Status, ids: Ids) -> Resource:
    sender, receiver = status.sender, status.receiver
    ours, theirs = clean(sender.name), clean(receiver.name)
    says = narrative(
        (
            ("Id", ids.header),
            (
                "Meddelelsestype (event)",
                "Korrespondancemeddelelse (care-communication-message)",
            ),
            (
                "Modtager (receiver)",
                f"{theirs}; {ids.receiver}; primary; {endpoint(receiver)}",
            ),
            ("Afsender (sender)", f"{ours}; {ids.sender}; {endpoint(sender)}"),
            ("Indhold (focus)", ids.communication),
        ),
        extensions=True,
    )
    use = {
        "url": codes.USE,
        "valueCoding": {"system": codes.DESTINATION_USE, "code": "primary"},
    }
    return _resource(
        "MessageHeader",
        ids.header,
        says,
        eventCoding={"system": codes.EVENTS, "code": "care-communication-message"},
        destination=[
            {
                "extension": [use],
                "endpoint": endpoint(receiver),
                "receiver": _to("Organization", ids.receiver),
            }
        ],
        sender=_to("Organization", ids.sender),
        source={"endpoint": endpoint(sender)},
        focus=[_to("Communication", ids.communication)],
        definition=f"{codes.DEFINITION}|5.0",
    )


def _patient(status: Status, ids: Ids) -> Resource:
    person = status.patient
    system = ecpr_system(person.number)
    kind = "CPR-nummer (CPR" if system == codes.CPR else "Erstatnings-CPR (eCPR"
    given = clean(person.given).split()
    family = clean(person.family)
    name = " ".join((*given, family))
    named: Resource = {"use": "official", "family": family}
    if given:
        named["given"] = given
    use = "official" if system == codes.CPR else "temp"
    return _resource(
        "Patient",
        ids.patient,
        narrative(
            (
                ("Id", ids.patient),
                (f"{kind}, {system})", person.number),
                ("Navn (official name)", name),
            )
        ),
        identifier=[{"use": use, "system": system, "value": person.number}],
        name=[named],
    )


def _communication(status: Status, ids: Ids) -> Resource:
    text, topic, title = clean(status.text), clean(status.topic), clean(status.pdf_title)
    author = status.author
    name = f"{clean(author.given)} {clean(author.family)}".strip()
    says = narrative(
        (
            ("Id", ids.communication),
            ("Status (status)", "unknown"),
            ("Kategori (category)", "Træning (Training)"),
            ("Emne (topic)", topic),
            ("Borger (subject)", ids.patient),
            ("Meddelelsestekst (message text)", text),
            ("Tidspunkt (sent)", moment(status.sent)),
            ("Forfatter (author)", f"{name}, {clean(author.title)}; {ids.role}"),
            ("Telefon (phone)", author.phone),
            (
                "Bilag (attachment)",
                f"{title}, application/pdf, oprettet (created) {moment(status.pdf_made)}",
            ),
        ),
        extensions=True,
    )
    coding = {"system": codes.CATEGORIES, "code": "training"}
    attachment = {
        "contentType": "application/pdf",
        "data": base64.b64encode(status.pdf).decode("ascii"),
        "title": title,
        "creation": moment(status.pdf_made),
    }
    return _resource(
        "Communication",
        ids.communication,
        says,
        identifier=[{"value": f"urn:uuid:{ids.thread}"}],
        status="unknown",
        category=[{"coding": [coding]}],
        subject=_to("Patient", ids.patient),
        topic={"text": topic},
        payload=[
            {"extension": _segment(status, ids, ids.text), "contentString": text},
            {"extension": _segment(status, ids, ids.pdf), "contentAttachment": attachment},
        ],
    )


def _segment(status: Status, ids: Ids, key: str) -> list[Resource]:
    """When, by whom, and which one a payload is."""
    which = {"value": f"urn:uuid:{key}", "assigner": _to("Organization", ids.sender)}
    phone = {"system": "phone", "value": status.author.phone}
    return [
        {"url": codes.DATE, "valueDateTime": moment(status.sent)},
        {"url": codes.IDENTIFIER, "valueIdentifier": which},
        {"url": codes.AUTHOR, "valueReference": _to("PractitionerRole", ids.role)},
        {"url": codes.CONTACT, "valueContactPoint": phone},
    ]


def _author(status: Status, ids: Ids) -> tuple[Resource, Resource]:
    author = status.author
    title = clean(author.title)
    code, english = codes.ROLE_CODES.get(title.casefold(), ("", ""))
    coded: Resource = {"coding": [{"system": codes.ROLES, "code": code}]}
    said = f"{title} ({english})" if english else title
    role = _resource(
        "PractitionerRole",
        ids.role,
        narrative(
            (
                ("Id", ids.role),
                ("Stilling (role)", said),
                ("Person (practitioner)", ids.practitioner),
                ("Organisation (organization)", ids.sender),
            )
        ),
        practitioner=_to("Practitioner", ids.practitioner),
        organization=_to("Organization", ids.sender),
        code=[coded if code else {"text": title}],  # never both (medcom-careCommunication-7)
    )
    given, family = clean(author.given).split(), clean(author.family)
    name: Resource = {"family": family}
    if given:
        name["given"] = given
    person = _resource(
        "Practitioner",
        ids.practitioner,
        narrative((("Id", ids.practitioner), ("Navn (name)", " ".join((*given, family))))),
        name=[name],
    )
    return role, person


def _organization(party: Party, key: str) -> Resource:
    name = clean(party.name)
    return _resource(
        "Organization",
        key,
        narrative(
            (
                ("Id", key),
                ("Organisation (Organization)", name),
                ("Lokationsnummer (EAN/GLN)", party.gln),
                (f"SOR-id (SOR, {codes.SOR})", party.sor),
            )
        ),
        identifier=[
            {"use": "official", "system": codes.GLN, "value": party.gln},
            {"use": "official", "system": codes.SOR, "value": party.sor},
        ],
        name=name,
    )


def _provenance(status: Status, ids: Ids) -> Resource:
    keys = [f"urn:uuid:{key}" for key in (ids.text, ids.pdf)]
    at = moment(status.sent)
    says = narrative(
        (
            ("Id", ids.provenance),
            ("Meddelelse (target)", ids.header),
            ("Tidspunkt (occurred)", at),
            ("Aktivitet (activity)", "Ny meddelelse (new-message)"),
            ("Aktør (agent)", ids.sender),
            ("Meddelelsessegmenter (entity, source)", "; ".join(keys)),
        )
    )
    return _resource(
        "Provenance",
        ids.provenance,
        says,
        target=[_to("MessageHeader", ids.header)],
        occurredDateTime=at,
        recorded=at,
        activity={"coding": [{"system": codes.ACTIVITIES, "code": "new-message"}]},
        agent=[{"who": _to("Organization", ids.sender)}],
        entity=[{"role": "source", "what": {"identifier": {"value": key}}} for key in keys],
    )
