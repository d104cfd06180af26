"""Whether an OIOXML message (XDIS91, XBIN01, XCTL01-03) has what it must have, in its order, and what no schema sees.

Keys: the element's name («ObjectCode») for its form, «order» for what is missing, too often or in the wrong place,
else a name of the rule.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from trainer_desktop import paths
from trainer_desktop.medcom.file_check import decoded, whole_pdf
from trainer_desktop.medcom.finding import Findings
from trainer_desktop.medcom.numbers import cpr_holds, gln_holds
from trainer_desktop.medcom.oioxml import MOST

FORMATTED = frozenset(
    ("Space", "Break", "Right", "Center", "Bold", "Italic", "Underline", "FixedFont")
)
PLAIN = frozenset(("Space", "Break"))
MIXED = ("Text01", "RefuseText", "Comments")  # words with marks among them
SCHEMA_PLACE = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


@dataclass(frozen=True, slots=True)
class Element:
    """A place in a message: the names it may have with what each holds, and how often."""

    choices: tuple[tuple[str, str], ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Schema:
    """What messages hold."""

    forms: dict[str, list[str]]
    groups: dict[str, tuple[Element, ...]]
    messages: dict[str, tuple[str, str]]


@lru_cache(maxsize=1)
def schema() -> Schema:
    """Read it."""
    with (paths.resources() / "medcom" / "oioxml.toml").open("rb") as file:
        raw = tomllib.load(file)
    groups = {
        name: tuple(_element(line) for line in lines) for name, lines in raw["groups"].items()
    }
    forms = {name: said.split(" ") for name, said in raw["forms"].items()}
    return Schema(forms, groups, {name: (a, b) for name, (a, b) in raw["messages"].items()})


def _element(line: str) -> Element:
    names, count, holds = line.split(" ")
    choices = tuple(zip(names.split("|"), holds.split("|"), strict=True))
    if count == "?":
        return Element(choices, 0, 1)
    least, _to, most = count.partition("-")
    return Element(choices, int(least), int(most or least))


def name_of(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def kind_of(root: Any) -> str:
    """The element that says what sort of message it is; nothing where there is none of ours."""
    return next((name_of(e) for e in root if name_of(e) in schema().messages), "")


def check_oio(root: Any) -> Findings:
    """Every fault of one message."""
    found = Findings()
    kind = kind_of(root)
    if name_of(root) != "Emessage" or not kind:
        found.note("unknown", name_of(root), name_of(root))
        return found
    group, space = schema().messages[kind]
    if str(root.tag).rpartition("}")[0] != f"{{{space}":
        found.note("namespace", "Emessage", str(root.tag).rpartition("}")[0][1:])
    _strange(root, found)
    _children(root, group, "Emessage", found)
    _numbers(root, found)
    if kind == "ClinicalEmail":
        _text(root, found)
    if kind == "BinaryLetter":
        for element in _all(root, "BinaryObject"):
            _object(element, found)
    return found


def _strange(root: Any, found: Findings) -> None:
    """What no schema has a place for: elements of other namespaces, attributes, words between elements."""
    space = str(root.tag).rpartition("}")[0]
    mixed = {e for name in MIXED for e in _all(root, name)}
    inside = {part for one in mixed for part in one.iter()}
    for element in root.iter():
        name = name_of(element)
        if str(element.tag).rpartition("}")[0] != space:
            found.note("namespace", name, str(element.tag))
        if any(key != SCHEMA_PLACE for key in element.attrib):
            found.note("order", f"{name}/@", str(next(iter(element.attrib))))
        if element not in inside and len(element) and (element.text or "").strip():
            found.note("order", name, element.text)
        between = element.tail or ""
        if between.strip() and (element not in inside or element in mixed):
            found.note("order", name, between)
        if name in PLAIN and (element.text or len(element)):
            found.note("Text01", name, element.text)


def objects_of(root: Any, name: str) -> set[str]:
    """The ids of the files that a letter names or a file holds."""
    found = {_first(b, "ObjectIdentifier").replace("-", "").casefold() for b in _all(root, name)}
    return found - {""}


def check_pair(mail: Any, file: Any) -> Findings:
    """Whether an XDIS91 and an XBIN01 belong together: the same citizen, parties and files."""
    found = Findings()
    for path in (
        "Patient/CivilRegistrationNumber",
        "Sender/EANIdentifier",
        "Receiver/EANIdentifier",
        "Patient/AlternativeIdentifier",
        "Patient/PersonSurnameName",
    ):
        if _first(mail, path) != _first(file, path):
            found.note("pair", path)
    listed, held = _objects(mail, "BIN"), _objects(file, "BinaryObject")
    if listed != held:
        found.note("pair", "Reference/BIN/ObjectIdentifier")
    return found


def _objects(root: Any, name: str) -> list[tuple[str, ...]]:
    """Each file with what both say of it."""
    fields = ("OriginalObjectSize", "ObjectCode", "ObjectExtensionCode")
    return sorted(
        (
            _first(b, "ObjectIdentifier").replace("-", "").casefold(),
            *(_first(b, one) for one in fields),
        )
        for b in _all(root, name)
    )


def _all(root: Any, name: str) -> list[Any]:
    return [e for e in root.iter() if name_of(e) == name]


def _first(root: Any, path: str) -> str:
    """The text of the first element at a path of names, wherever it begins."""
    head, _slash, rest = path.partition("/")
    for element in _all(root, head):
        if not rest:
            return (element.text or "").strip()
        return _first(element, rest)
    return ""


def _children(parent: Any, group: str, where: str, found: Findings) -> None:
    """Hold an element's children against their order and counts; go on from what is out of place."""
    rest = list(parent)
    for element in schema().groups[group]:
        names = dict(element.choices)
        count = 0
        while rest and name_of(rest[0]) in names:
            child = rest.pop(0)
            count += 1
            if count <= element.most:
                _content(child, names[name_of(child)], f"{where}/{name_of(child)}", found)
        label = "|".join(names)
        if count < element.least or count > element.most:
            found.note("order", f"{where}/{label}", label)
    for child in rest:
        found.note("order", f"{where}/{name_of(child)}", name_of(child))


def _content(element: Any, holds: str, where: str, found: Findings) -> None:
    if (holds in schema().groups and holds not in schema().forms) or (
        len(element) and holds in schema().groups
    ):
        _children(element, holds, where, found)
        return
    form = schema().forms[holds]
    if form[0] == "formatted":
        _formatted(element, where, found)
        return
    text = element.text or ""
    if len(element) or not _holds(form, text):
        found.note(name_of(element), where, text.strip())


def _holds(form: list[str], text: str) -> bool:
    kind, rest = form[0], form[1:]
    rules: dict[str, Callable[[], bool]] = {
        "any": lambda: True,
        "length": lambda: int(rest[0]) <= len(text) <= int(rest[1]),
        "words": lambda: text in rest,
        "digits": lambda: re.fullmatch(rf"[0-9]{{{rest[0]}}}", text, re.ASCII) is not None,
        "number": lambda: (
            re.fullmatch(r"\s*[0-9]{1,12}\s*", text, re.ASCII) is not None and int(text) > 0
        ),
        "uuid": lambda: (
            re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text) is not None
        ),
        "date": lambda: _is_date(text.strip()),
        "time": lambda: re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text) is not None,
        "base64": lambda: bool(text.strip()),
    }
    return rules[kind]()


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _formatted(element: Any, where: str, found: Findings) -> None:
    for child in element:
        name = name_of(child)
        if name not in FORMATTED:
            found.note("Text01", f"{where}/{name}", name)
            continue
        inner = FORMATTED - {"FixedFont"} if name == "FixedFont" else PLAIN
        for part in child.iter():
            if part is child:
                continue
            parent = name_of(part.getparent())
            allowed = inner if part.getparent() is child else PLAIN
            if name in PLAIN or name_of(part) not in allowed or parent in PLAIN:
                found.note("Text01", f"{where}/{name}/{name_of(part)}", name_of(part))


def _numbers(root: Any, found: Findings) -> None:
    for element in _all(root, "CivilRegistrationNumber"):
        number = (element.text or "").strip()
        if re.fullmatch(r"[0-9]{10}", number, re.ASCII) and not cpr_holds(number):
            found.note("cpr", "Patient/CivilRegistrationNumber")
    for element in _all(root, "EANIdentifier"):
        number = (element.text or "").strip()
        if not gln_holds(number):
            thirteen = re.fullmatch(r"[0-9]{13}", number, re.ASCII)
            where = f"{name_of(element.getparent())}/EANIdentifier"
            found.note("gln-modulus-10" if thirteen else "gln-length", where, number)


def _text(root: Any, found: Findings) -> None:
    parts = _all(root, "Text01")
    count = sum(len("".join(p.itertext())) + len(_all(p, "Break")) for p in parts)
    if count > MOST:
        found.note("text-length", "ClinicalInformation/Text01", count)
    if not any("".join(p.itertext()).strip() for p in parts):
        found.note("text-blank", "ClinicalInformation/Text01")


def _object(element: Any, found: Findings) -> None:
    where = "BinaryObject/Object_Base64Encoded"
    content = decoded(_first(element, "Object_Base64Encoded"))
    if not content:
        found.note("attachment-data", where)
        return
    size = _first(element, "OriginalObjectSize")
    kind = _first(element, "ObjectExtensionCode")
    if content.startswith(b"\x1f\x8b"):
        found.note("attachment-gzip", where)
    elif kind == "pdf" and not whole_pdf(content):
        found.note("attachment-pdf", where)
    if size.isdigit() and int(size) != len(content):
        found.note("object-size", "BinaryObject/OriginalObjectSize", size)
