"""What comes back: receipts (Acknowledgement, XCTL01-03) and answers (CareCommunication, XDIS91), and to which message."""

from dataclasses import dataclass
from typing import Any

from trainer_desktop.medcom import codes
from trainer_desktop.medcom.checking import Checked, check
from trainer_desktop.medcom.message import Message, many, one, said
from trainer_desktop.medcom.oio_check import name_of

RECEIPTS = ("NegativeVansReceipt", "NegativeReceipt", "PositiveReceipt")
REFUSED = {  # XCTL's codes in words
    "ikke_specificeret": "Ikke angivet nærmere",
    "ukendt_lokationsnummer": "Lokationsnummeret er ukendt",
    "problem_med_modtagerID": "Modtagerens nummer er forkert",
    "problem_med_version": "Modtageren tager ikke imod denne version",
    "fatal-error": "Modtageren kunne ikke behandle den",
    "transient-error": "Modtageren kunne ikke behandle den lige nu",
    "syntaksfejl": "Meddelelsen har en syntaksfejl",
}


@dataclass(frozen=True, slots=True)
class Received:
    """A receipt or an answer. `about` are the ids that it names, any of which may be ours: header, thread, envelope, letter.

    `accepted` is None for an answer. `said` is what it says: why it was refused, or the answer's text.
    """

    kind: str  # "receipt" or "answer"
    about: tuple[str, ...]
    accepted: bool | None
    said: str
    sender: str = ""  # the sender's GLN
    number: str = ""  # the CPR that it is about, of an answer


def read(content: bytes) -> Received | None:
    """What a file says; None for one that is neither a receipt nor an answer, or cannot be read at all."""
    checked = check(content)
    if checked.kind == "Acknowledgement" and checked.bundle:
        return _acknowledgement(Message(checked.bundle))
    if checked.kind == "CareCommunication" and checked.bundle:
        return _answer(Message(checked.bundle))
    if checked.root is not None and checked.kind in RECEIPTS:
        return _control(checked)
    if checked.root is not None and checked.kind == "ClinicalEmail":
        return _mail(checked.root)
    return None


def _acknowledgement(message: Message) -> Received:
    header = (message.of("MessageHeader") or [{}])[0]
    response = one(header.get("response"))
    issues = [
        said(one(issue.get("details")).get("text"))
        or "; ".join(said(c.get("code")) for c in many(one(issue.get("details")).get("coding")))
        or said(issue.get("diagnostics"))
        for outcome in message.of("OperationOutcome")
        for issue in many(outcome.get("issue"))
    ]
    accepted = response.get("code") == "ok"
    code = said(response.get("code"))
    words = "" if accepted else "; ".join(filter(None, issues)) or REFUSED.get(code, code)
    return Received(
        "receipt", (said(response.get("identifier")),), accepted, words, _gln(message, header)
    )


def _gln(message: Message, header: dict[str, Any]) -> str:
    party = message.resolve(header.get("sender"))
    listed = [i for i in many(party.get("identifier")) if i.get("system") == codes.GLN]
    return said(listed[0].get("value")) if listed else ""


def _answer(message: Message) -> Received:
    header = (message.of("MessageHeader") or [{}])[0]
    letters = message.of("Communication")
    threads = [
        said(i.get("value")).removeprefix("urn:uuid:")
        for letter in letters
        for i in many(letter.get("identifier"))
    ]
    earlier = [
        said(one(e.get("what")).get("reference")).rsplit("/", 1)[-1]
        for p in message.of("Provenance")
        for e in many(p.get("entity"))
        if e.get("role") == "revision"
    ]
    texts = [
        said(p.get("contentString"))
        for letter in letters
        for p in many(letter.get("payload"))
        if p.get("contentString")
    ]
    numbers = [
        said(i.get("value"))
        for person in message.of("Patient")
        for i in many(person.get("identifier"))
        if i.get("system") == codes.CPR
    ]
    about = tuple(filter(None, (*threads, *earlier)))
    number = numbers[0] if numbers else ""
    newest = texts[-1] if texts else ""
    return Received("answer", about, None, newest, _gln(message, header), number)


def _words(element: Any) -> str:
    """A formatted text with its line breaks."""
    said_ = [element.text or ""]
    for part in element.iter():
        if part is element:
            continue
        said_.append("\n" if name_of(part) == "Break" else " " if name_of(part) == "Space" else "")
        said_ += [part.text or "", part.tail or ""]
    return "".join(said_).strip()


def _texts(root: Any, name: str) -> list[str]:
    return [_words(e) for e in root.iter() if name_of(e) == name]


def _control(checked: Checked) -> Received:
    root = checked.root
    about = (*_texts(root, "OriginalEnvelopeIdentifier"), *_texts(root, "OriginalLetterIdentifier"))
    accepted = checked.kind == "PositiveReceipt"
    reasons = [REFUSED.get(code, code) for code in _texts(root, "RefuseCode")]
    words = "" if accepted else "; ".join(dict.fromkeys([*reasons, *_texts(root, "RefuseText")]))
    return Received(
        "receipt", about, accepted, words, next(iter(_texts(root, "EANIdentifier")), "")
    )


def _mail(root: Any) -> Received:
    episodes = _texts(root, "EpisodeOfCareIdentifier")
    number = next(iter(_texts(root, "CivilRegistrationNumber")), "")
    words = "\n".join(_texts(root, "Text01"))
    sender = next(iter(_texts(root, "EANIdentifier")), "")
    return Received("answer", tuple(episodes), None, words, sender, number)
