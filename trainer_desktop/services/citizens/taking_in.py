"""Taking a citizen in, as one asks on the phone; every field may wait but the name."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen, Kin
from trainer_desktop.models.work import Work
from trainer_desktop.rules import fields
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.identifiers import BadNumber, PersonalNumber, parse_personal_number
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import name_of, named
from trainer_desktop.services.registers.register import Texts
from trainer_desktop.services.store.moments import today

FIELDS = (
    Field("given_name", Kind.NAME),
    Field("family_name", Kind.NAME),
    Field("number"),
    Field("address"),
    Field("postcode", Kind.POSTCODE),
    Field("town", Kind.NAME),
    Field("mobile", Kind.PHONE),
    Field("phone", Kind.PHONE),
    Field("email", Kind.EMAIL),
    Field("digital_post", Kind.YES_NO, default="ja"),
    Field("language", Kind.NAME),
    Field("gp_clinic_id", Kind.CLINIC),
    Field("ride", Kind.YES_NO, default="nej"),
    Field("note", Kind.LINES),
)
KIN_FIELDS = (
    Field("name", Kind.NAME, required=True),
    Field("phone", Kind.PHONE),
    Field("relation", Kind.NAME),
    Field("guardian", Kind.YES_NO, default="nej"),
    Field("may_act", Kind.YES_NO, default="nej"),
)


@dataclass(frozen=True, slots=True)
class CitizenTexts:
    """A citizen's fields as text, for a form; with the kin, and whether name and address are protected."""

    id: uuid.UUID
    name: str
    texts: dict[str, str]
    kin: tuple[dict[str, str], ...]
    protected: bool
    standing: str
    standing_since: date | None


def read_number(text: str, day: date) -> PersonalNumber | None:
    """A CPR or replacement number; None for nothing. Raises Refused UNREADABLE or FUTURE_BIRTH, never for modulus 11."""
    if not text.strip():
        return None
    try:
        number = parse_personal_number(text)
    except BadNumber:
        raise Refused(Reason.UNREADABLE, field="number", text=f"{text.strip()[:6]}…") from None
    if number.born > day:
        raise Refused(Reason.FUTURE_BIRTH, field="number", day=number.born)
    return number


def problems(work: Work, texts: Texts) -> dict[str, Refused]:
    """What is wrong with each field, for a form that says it beside them all."""
    found = fields.problems(FIELDS, texts)
    if not (texts.get("given_name", "").strip() or texts.get("family_name", "").strip()):
        found["given_name"] = Refused(Reason.NOTHING_WRITTEN, field="given_name")
    for check in (_number, _clinic):
        try:
            check(work, texts)
        except Refused as no:
            if no.reason is not Reason.NOT_IN_USE:  # it may be what was chosen before
                found[str(no.facts["field"])] = no
    return found


def _number(work: Work, texts: Texts) -> str:
    number = read_number(texts.get("number", ""), today(work))
    return number.digits if number else ""


def _clinic(work: Work, texts: Texts) -> uuid.UUID | None:
    field = next(one for one in FIELDS if one.kind is Kind.CLINIC)
    return named(work, field, texts.get(field.name, "").strip())


def _columns(work: Work, texts: Texts) -> dict[str, Any]:
    values = fields.read_all(FIELDS, texts)
    if "number" in values:
        values["number"] = _number(work, texts)
    if "gp_clinic_id" in values:
        values["gp_clinic_id"] = _clinic(work, texts)
    return values


def _refuse(work: Work, values: dict[str, Any], but: uuid.UUID | None) -> None:
    if not (values["given_name"] or values["family_name"]):
        raise Refused(Reason.NOTHING_WRITTEN, field="given_name")
    number = values["number"]
    if not number:
        return
    for one in work.scalars(select(Citizen).where(Citizen.number == number)):
        while one.merged_into:  # the number of a record that was merged finds the one that is kept
            one = work.get_one(Citizen, one.merged_into)
        if one.id != but:
            name = f"{one.given_name} {one.family_name}".strip()
            raise Refused(Reason.SAME_PERSON, field="number", name=name, citizen=one.id)


def add(work: Work, texts: Texts, kin: Sequence[Texts] = ()) -> uuid.UUID:
    """A new citizen; raises Refused, among others SAME_PERSON for a number that somebody has, and writes nothing then."""
    values = _columns(work, fields.complete(FIELDS, texts))
    _refuse(work, values, None)
    row = Citizen(**values)
    work.add(row)
    work.flush()
    set_kin(work, row.id, kin)
    return row.id


def change(work: Work, citizen_id: uuid.UUID, texts: Texts) -> None:
    """Write what differs of the fields that are named; raises Refused as `add`."""
    row = work.get_one(Citizen, citizen_id)
    work.rely_on(row)
    if row.merged_into:
        raise Refused(Reason.GONE)
    was = texts_of(work, citizen_id).texts  # what stays may name a clinic that is out of use by now
    values = _columns(work, {name: text for name, text in texts.items() if text != was.get(name)})
    _refuse(work, {f.name: getattr(row, f.name) for f in FIELDS} | values, row.id)
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def set_kin(work: Work, citizen_id: uuid.UUID, kin: Sequence[Texts]) -> None:
    """Let these be the citizen's kin; those without a name and telephone are left out. Raises Refused."""
    there = {
        (one.name, one.phone, one.relation, one.guardian, one.may_act): one
        for one in work.scalars(select(Kin).where(Kin.citizen_id == citizen_id))
    }
    for texts in kin:
        if not any(texts.get(name, "").strip() for name in ("name", "phone")):
            continue
        values = fields.read_all(KIN_FIELDS, fields.complete(KIN_FIELDS, texts))
        if there.pop(tuple(values[f.name] for f in KIN_FIELDS), None) is None:
            work.add(Kin(citizen_id=citizen_id, **values))
    for gone in there.values():
        gone.withdrawn = True


def texts_of(work: Work, citizen_id: uuid.UUID) -> CitizenTexts:
    """A citizen's fields for a form."""
    row = work.get_one(Citizen, citizen_id)
    texts = {field.name: _said(work, field, getattr(row, field.name)) for field in FIELDS}
    kin = tuple(
        {
            "name": one.name,
            "phone": one.phone,
            "relation": one.relation,
            "guardian": "ja" if one.guardian else "nej",
            "may_act": "ja" if one.may_act else "nej",
        }
        for one in work.scalars(select(Kin).where(Kin.citizen_id == citizen_id).order_by(Kin.id))
    )
    name = f"{row.given_name} {row.family_name}".strip()
    return CitizenTexts(row.id, name, texts, kin, row.protected, row.standing, row.standing_since)


def _said(work: Work, field: Field, value: Any) -> str:
    if field.kind is Kind.CLINIC:
        return name_of(work, field.kind, value) if value else ""
    return ("ja" if value else "nej") if isinstance(value, bool) else str(value)


def lacks(texts: Texts) -> tuple[str, ...]:
    """The fields that a later paper or message needs and that are empty."""
    wanted = ("number", "mobile", "address", "gp_clinic_id")
    return tuple(name for name in wanted if not texts.get(name, "").strip())
