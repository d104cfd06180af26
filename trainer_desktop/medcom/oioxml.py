"""XDIS91 (XD9134L) and XBIN01 (XB0131X): the end status as two OIOXML files in ISO-8859-1, which belong together."""

import base64
import textwrap
import uuid
from datetime import datetime
from typing import Any

from trainer_desktop.medcom.latin1 import fit
from trainer_desktop.medcom.values import Ids, Party, Person, Status, clean

MAIL = "http://rep.oio.dk/sundcom.dk/medcom.dk/xml/schemas/2006/07/01/"
FILES = "http://rep.oio.dk/medcom.dk/xml/schemas/2012/03/28/"
MOST = 31_150  # characters: the old receivers' limit on the whole text
SEGMENT = 3_150  # characters in one Text01
SEGMENTS = 10
LINE = 70
NUMBER = 14  # characters of an envelope's or a letter's number


class TooLong(ValueError):
    """The text has more characters than the receivers take; `count` of `most`."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} characters, {MOST} at most")
        self.count = count


def letter_number(ids: Ids, part: str) -> str:
    """A number of 14 signs, from the message's own ids: a letter keeps its own when it is sent again, an envelope does not."""
    own = part if part.endswith("letter") else f"{ids.bundle} {part}"
    made = uuid.uuid5(uuid.UUID(ids.header), own)
    return f"TD{made.hex[:12].upper()}"


def xdis91(status: Status, ids: Ids) -> bytes:
    """The letter. Raises TooLong when its text has no room."""
    letter = _letter(status, ids, "mail", "XD9134L", "XDIS91")
    patient = [*_patient(status.patient), ("EpisodeOfCareStatusCode", "inaktiv")]
    subject = _cut(f"Træning, {clean(status.topic)}", 70)
    reference = [
        ("RefDescription", _cut(clean(status.pdf_title), 70)),
        ("BIN", [("ObjectIdentifier", ids.pdf.replace("-", "")), *_file(status)]),
    ]
    body = [
        ("Letter", letter),
        ("Sender", _sender(status.sender)),
        ("Receiver", _receiver(status.receiver)),
        ("Patient", patient),
        ("AdditionalInformation", [("Priority", "rutine"), ("Subject", subject)]),
        *(("ClinicalInformation", [("Text01", part)]) for part in text_parts(status)),
        ("Reference", reference),
    ]
    return _written(MAIL, status, ids, "mail", [("ClinicalEmail", body)])


def xbin01(status: Status, ids: Ids) -> bytes:
    """The file that the letter refers to."""
    letter = _letter(status, ids, "file", "XB0131X", "XBIN01")
    file = [
        ("ObjectIdentifier", ids.pdf),
        *_file(status),
        ("Object_Base64Encoded", base64.b64encode(status.pdf).decode("ascii")),
    ]
    body = [
        ("Letter", letter),
        ("Sender", _sender(status.sender)),
        ("Receiver", _receiver(status.receiver)),
        ("Patient", _patient(status.patient)),
        ("BinaryObject", file),
    ]
    return _written(FILES, status, ids, "file", [("BinaryLetter", body)])


def text_parts(status: Status) -> list[list[str]]:
    """The text signed, as lines of at most 70 characters, parted into as many pieces as there must be."""
    author = status.author
    name = f"{clean(author.given)} {clean(author.family)}".strip()
    signed = [
        *("", f"Forfatter: {name}", f"Stilling: {clean(author.title)}"),
        f"Telefon: {author.phone}",
    ]
    lines: list[str] = []
    for line in [*fit(clean(status.text))[0].split("\n"), *(fit(one)[0] for one in signed)]:
        lines += textwrap.wrap(line, LINE, replace_whitespace=False, drop_whitespace=True) or [""]
    count = sum(len(line) + 1 for line in lines)
    parts: list[list[str]] = [[]]
    taken = 0
    for line in lines:
        if taken + len(line) + 1 > SEGMENT:
            parts.append([])
            taken = 0
        parts[-1].append(line)
        taken += len(line) + 1
    if count > MOST or len(parts) > SEGMENTS:
        raise TooLong(count)
    return parts


def lost_signs(status: Status) -> str:
    """The characters of a status that ISO-8859-1 has no way to write, each once."""
    said = (
        *(status.text, status.topic, status.pdf_title, status.patient.family, status.patient.given),
        *(status.author.family, status.author.given, status.author.title),
        *(status.sender.name, status.sender.department, status.receiver.name),
    )
    return "".join(dict.fromkeys("".join(fit(clean(one))[1] for one in said)))


def _cut(text: str, most: int) -> str:
    return fit(text)[0][:most].strip()


def _moment(at: datetime) -> list[Any]:
    return [("Date", f"{at:%Y-%m-%d}"), ("Time", f"{at:%H:%M}")]


def _letter(status: Status, ids: Ids, part: str, version: str, kind: str) -> list[Any]:
    return [
        ("Identifier", letter_number(ids, f"{part} letter")),
        ("VersionCode", version),
        ("StatisticalCode", kind),
        ("Authorisation", _moment(status.sent)),
        ("TypeCode", kind),
        ("StatusCode", "nytbrev"),
    ]


def _sender(party: Party) -> list[Any]:
    department = _cut(clean(party.department), 35)
    made = [
        ("EANIdentifier", party.gln),
        ("Identifier", party.gln),
        ("IdentifierCode", "lokationsnummer"),
        ("OrganisationName", _cut(clean(party.name), 35)),
    ]
    made += [("DepartmentName", department)] if department else []
    made += [("TelephoneSubscriberIdentifier", party.phone[:25])] if party.phone else []
    return [*made, ("MedicalSpecialityCode", "ikkeklassificeret")]


def _receiver(party: Party) -> list[Any]:
    yder = party.ydernummer
    return [
        ("EANIdentifier", party.gln),
        ("Identifier", yder or party.gln),
        ("IdentifierCode", "ydernummer" if yder else "lokationsnummer"),
        ("OrganisationName", _cut(clean(party.name), 35)),
    ]


def _patient(person: Person) -> list[Any]:
    number = "CivilRegistrationNumber" if person.number.isdigit() else "AlternativeIdentifier"
    given = _cut(clean(person.given), 70)
    made = [(number, person.number), ("PersonSurnameName", _cut(clean(person.family), 70))]
    return made + ([("PersonGivenName", given)] if given else [])


def _file(status: Status) -> list[Any]:
    return [
        ("ObjectCode", "vektor_grafik"),
        ("ObjectExtensionCode", "pdf"),
        ("OriginalObjectSize", str(len(status.pdf))),
    ]


def _written(space: str, status: Status, ids: Ids, part: str, body: list[Any]) -> bytes:
    from lxml import etree

    envelope = [
        ("Sent", _moment(status.sent)),
        ("Identifier", letter_number(ids, f"{part} envelope")),
        ("AcknowledgementCode", "pluspositivkvitt"),
    ]
    root = etree.Element(f"{{{space}}}Emessage", nsmap={None: space})
    _fill(root, space, [("Envelope", envelope), *body])
    written: bytes = etree.tostring(root, encoding="ISO-8859-1", xml_declaration=True)
    return written


def _fill(parent: Any, space: str, children: list[Any]) -> None:
    from lxml import etree

    for name, content in children:
        element = etree.SubElement(parent, f"{{{space}}}{name}")
        if isinstance(content, str):
            element.text = content
        elif name == "Text01":
            _fill_text(element, space, content)
        else:
            _fill(element, space, content)


def _fill_text(element: Any, space: str, lines: list[str]) -> None:
    from lxml import etree

    element.text = lines[0]
    for line in lines[1:]:
        etree.SubElement(element, f"{{{space}}}Break").tail = line
