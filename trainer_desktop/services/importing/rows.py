"""An export's rows as typed facts, each checked by itself and against the rows it names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from trainer_desktop.models.centre import RoomKind
from trainer_desktop.models.plain import to_plain
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.services.importing import values
from trainer_desktop.services.importing.reading import Row, Sheet
from trainer_desktop.services.importing.values import BadCell

FORGOTTEN_AFTER = timedelta(
    days=30
)  # a cancellation told later than this after the training is a slip


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that could not be taken."""

    row: Row
    columns: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A row that can be taken: its key, its plain values, and where it stood."""

    key: str
    fields: dict[str, Any]
    row: Row

    @property
    def absent(self) -> set[str]:
        """The fields whose column the file does not have."""
        return {n for n in self.fields if n in COLUMNS and COLUMNS[n] not in self.row.cells}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that was taken, but that a person should look at."""

    line: int
    what: str


@dataclass
class Export:
    """Everything that can be taken, by sort and key, and everything that cannot."""

    rooms: dict[str, Fact] = field(default_factory=dict)
    staff: dict[str, Fact] = field(default_factory=dict)
    teams: dict[str, Fact] = field(default_factory=dict)
    citizens: dict[str, Fact] = field(default_factory=dict)
    courses: dict[str, Fact] = field(default_factory=dict)
    bookings: dict[str, Fact] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    odd_reasons: set[str] = field(default_factory=set)

    @property
    def centres(self) -> list[str]:
        """The names of the centre and its satellites; the one with most rooms and staff first."""
        seen = [f.fields["centre"] for f in (*self.rooms.values(), *self.staff.values())]
        seen += [f.fields["centre"] for f in self.courses.values()]
        return sorted(set(seen), key=lambda name: (-seen.count(name), name))


FIELD_WORDS = {
    "family_name": "Efternavn",
    "given_name": "Fornavn",
    "address": "Adresse",
    "postcode": "Postnr",
    "town": "By",
    "phone": "Telefon",
    "mobile": "Mobil",
    "digital_post": "Fritaget digital post",
    "ride": "Kørsel",
    "note": "Bemærkning",
    "practice": "Ydernummer",
    "practice_name": "Lægehus",
    "kin": "Pårørende",
    "kin_phone": "Pårørende telefon",
    "starts": "Dato og Kl",
    "minutes": "Minutter",
    "therapist": "Terapeut",
    "room": "Lokale",
    "state": "Status",
    "told": "Afbud meldt",
    "why": "Årsag",
    "course": "Forløbsnr",
    "team": "Hold",
    "centre": "Center",
    "citizen": "CPR",
    "basis": "Lovgrundlag",
    "trainings": "Pakke antal",
    "responsible": "Ansvarlig",
    "capacity": "Kapacitet",
    "hours": "Arbejdstid",
}
COLUMNS = {  # the column that each field is read from; a file without it leaves the field alone
    "capacity": "kapacitet",
    "kind": "type",
    "title": "stilling",
    "hours": "arbejdstid",
    "given_name": "fornavn",
    "address": "adresse",
    "postcode": "postnr",
    "town": "by",
    "phone": "telefon",
    "mobile": "mobil",
    "email": "email",
    "digital_post": "fritagetdigitalpost",
    "ride": "koersel",
    "note": "bemaerkning",
    "practice": "ydernummer",
    "practice_name": "laegehus",
    "kin": "paaroerende",
    "kin_phone": "paaroerendetelefon",
    "responsible": "ansvarlig",
    "trainings": "pakkeantal",
    "application_received": "modtaget",
    "discharge": "udskrevet",
    "grant": "bevilget",
    "course_start": "start",
    "course_end": "slut",
    "told": "afbudmeldt",
    "why": "aarsag",
    "centre_reason": "aarsag",
}
Reader = Callable[[Row, Export], tuple[str, dict[str, Any]]]


def check(
    sheets: dict[str, Sheet], today: date, bases: set[str], known: dict[str, set[str]]
) -> Export:
    """Read every row; `bases` are those a standard is named for, `known` what the store already holds."""
    export = Export()

    def has(sort: str, key: str) -> bool:
        if sort == "centres":
            here = {name.casefold() for name in export.centres}
            return key in here or key in known.get(sort, set())
        return key in getattr(export, sort) or key in known.get(sort, set())

    def teams(row: Row, made: Export) -> tuple[str, dict[str, Any]]:
        return _team(row, has)

    def courses(row: Row, made: Export) -> tuple[str, dict[str, Any]]:
        return _course(row, made, bases, has)

    def bookings(row: Row, made: Export) -> tuple[str, dict[str, Any]]:
        return _booking(row, made, today, has)

    readers: tuple[tuple[str, str, Reader], ...] = (
        ("lokaler", "rooms", _room),
        ("medarbejdere", "staff", _staff),
        ("hold", "teams", teams),
        ("borgere", "citizens", _citizen),
        ("forløb", "courses", courses),
        ("aftaler", "bookings", bookings),
    )
    for name, sort, reader in readers:
        sheet = sheets[name]
        if not sheet.rows:
            export.doubts.append(Doubt(0, f"{sheet.file} mangler eller er tom"))
        _take(sheet, getattr(export, sort), reader, export)
        missing = {COLUMNS[n] for f in getattr(export, sort).values() for n in f.absent}
        for column in sorted(missing):
            export.doubts.append(
                Doubt(
                    1, f"{sheet.file}: kolonnen «{column}» mangler; kendte værdier bliver stående"
                )
            )
    return export


def _take(sheet: Sheet, taken: dict[str, Fact], reader: Reader, export: Export) -> None:
    for row in sheet.rows:
        try:
            if row.trouble:
                raise BadCell(row.trouble)
            key, fields = reader(row, export)
            first = taken.get(key)
            if first:
                raise BadCell(_double(first, fields))
        except BadCell as wrong:
            export.set_aside.append(SetAside(row, sheet.columns, str(wrong)))
        else:
            plain = {name: to_plain(value) for name, value in fields.items()}
            taken[key] = Fact(key, plain, row)


def _double(first: Fact, fields: dict[str, Any]) -> str:
    odd = [n for n, v in fields.items() if first.fields.get(n) != to_plain(v)]
    if not odd:
        return f"rækken står to gange; den første er linje {first.row.line}"
    words = ", ".join(FIELD_WORDS.get(name, name) for name in odd)
    return f"samme nummer som linje {first.row.line}, men noget andet i {words}"


def _cell(row: Row, column: str) -> str:
    return row.cells.get(column, "")


def _need(row: Row, *columns: str) -> None:
    for column in columns:
        if column not in row.cells:
            raise BadCell(f"kolonnen «{column}» mangler i filen")


def _room(row: Row, _export: Export) -> tuple[str, dict[str, Any]]:
    _need(row, "lokale", "center")
    name = values.a_name("Lokale", _cell(row, "lokale"))
    centre = values.a_name("Center", _cell(row, "center"))
    return f"{centre}/{name}".casefold(), {
        "centre": centre,
        "name": name,
        "capacity": values.a_number("Kapacitet", _cell(row, "kapacitet") or "1", 1, 500),
        "kind": values.a_room_kind(_cell(row, "type")),
    }


def _staff(row: Row, _export: Export) -> tuple[str, dict[str, Any]]:
    _need(row, "initialer", "navn")
    initials = values.a_name("Initialer", _cell(row, "initialer")).upper()
    return initials, {
        "initials": initials,
        "name": values.a_name("Navn", _cell(row, "navn")),
        "title": _cell(row, "stilling"),
        "centre": values.a_name("Center", _cell(row, "center")),
        "hours": [
            [day, starts.isoformat(), ends.isoformat()]
            for day, starts, ends in values.working_hours("Arbejdstid", _cell(row, "arbejdstid"))
        ],
    }


def _team(row: Row, has: Callable[[str, str], bool]) -> tuple[str, dict[str, Any]]:
    _need(row, "hold", "center", "ugedag", "kl")
    name = values.a_name("Hold", _cell(row, "hold"))
    therapist = _cell(row, "terapeut").upper()
    if therapist and not has("staff", therapist):
        raise BadCell(f"Terapeut: «{therapist}» står ikke i medarbejdere")
    centre = values.a_name("Center", _cell(row, "center"))
    room = _cell(row, "lokale")
    if room and not has("rooms", f"{centre}/{room}".casefold()):
        raise BadCell(f"Lokale: «{room}» står ikke i lokaler under {centre}")
    return name.casefold(), {
        "name": name,
        "centre": centre,
        "room": room,
        "therapist": therapist,
        "weekday": values.a_weekday("Ugedag", _cell(row, "ugedag")),
        "starts": values.a_time("Kl", _cell(row, "kl")),
        "minutes": values.a_number("Minutter", _cell(row, "minutter"), 5, 600),
        "capacity": values.a_number("Kapacitet", _cell(row, "kapacitet"), 1, 500),
        "valid_from": values.a_date("Fra", _cell(row, "fra")),
        "valid_to": values.maybe_date("Til", _cell(row, "til")),
    }


def _citizen(row: Row, export: Export) -> tuple[str, dict[str, Any]]:
    _need(row, "cpr", "efternavn")
    number = values.a_person("CPR", _cell(row, "cpr"))
    return number, {
        "number": number,
        "family_name": values.a_name("Efternavn", _cell(row, "efternavn")),
        "given_name": _cell(row, "fornavn"),
        "address": _cell(row, "adresse"),
        "postcode": _cell(row, "postnr"),
        "town": _cell(row, "by"),
        "phone": _phone(row, "telefon", export),
        "mobile": _phone(row, "mobil", export),
        "email": _cell(row, "email"),
        "digital_post": not values.yes("Fritaget digital post", _cell(row, "fritagetdigitalpost")),
        "ride": values.yes("Kørsel", _cell(row, "koersel")),
        "note": _cell(row, "bemaerkning"),
        "practice": values.a_practice("Ydernummer", _cell(row, "ydernummer")),
        "practice_name": _cell(row, "laegehus"),
        "kin": _cell(row, "paaroerende"),
        "kin_phone": _phone(row, "paaroerendetelefon", export),
    }


def _phone(row: Row, column: str, export: Export) -> str:
    number, readable = values.a_phone(_cell(row, column))
    if not readable:
        said = f"{row.file}: telefonnummeret «{number}» er taget med, som det står"
        export.doubts.append(Doubt(row.line, said))
    return number


def _course(
    row: Row, export: Export, bases: set[str], has: Callable[[str, str], bool]
) -> tuple[str, dict[str, Any]]:
    _need(row, "forloebsnr", "cpr", "lovgrundlag")
    number = values.a_name("Forløbsnr", _cell(row, "forloebsnr"))
    citizen = values.a_person("CPR", _cell(row, "cpr"))
    if not has("citizens", citizen):
        raise BadCell(f"CPR: «{citizen}» står ikke i borgere, eller rækken dér er sat til side")
    basis = values.a_basis("Lovgrundlag", _cell(row, "lovgrundlag"))
    if basis not in bases:
        raise BadCell(f"Lovgrundlag: centret har ikke valgt en standard for {basis}")
    responsible = _cell(row, "ansvarlig").upper()
    if responsible and not has("staff", responsible):
        raise BadCell(f"Ansvarlig: «{responsible}» står ikke i medarbejdere")
    trainings = _cell(row, "pakkeantal")
    count = values.a_number("Pakke antal", trainings, 1, 400) if trainings else None
    minutes = _cell(row, "minutter")
    fields = {
        "citizen": citizen,
        "basis": basis,
        "centre": values.a_name("Center", _cell(row, "center")),
        "responsible": responsible,
        "trainings": count,
        "minutes": values.a_number("Minutter", minutes, 5, 600) if minutes else None,
        "application_received": values.maybe_date("Modtaget", _cell(row, "modtaget")),
        "discharge": values.maybe_date("Udskrevet", _cell(row, "udskrevet")),
        "grant": values.maybe_date("Bevilget", _cell(row, "bevilget")),
        "course_start": values.maybe_date("Start", _cell(row, "start")),
        "course_end": values.maybe_date("Slut", _cell(row, "slut")),
    }
    start, end = fields["course_start"], fields["course_end"]
    if isinstance(start, date) and isinstance(end, date) and end < start:
        raise BadCell(f"Slut: {end:%d-%m-%Y} er før Start {start:%d-%m-%Y}")
    status = _cell(row, "status").casefold()
    if status not in ("", "afsluttet", "i gang", "igang"):
        raise BadCell(f"Status: «{_cell(row, 'status')}» kendes ikke")
    if status == "afsluttet" and end is None:
        raise BadCell("Slut: mangler, men forløbet er afsluttet")
    if status in ("i gang", "igang") and isinstance(end, date):
        said = (
            f"{row.file}: forløbet er i gang, men har Slut {end:%d-%m-%Y}; Slut er ikke taget med"
        )
        export.doubts.append(Doubt(row.line, said))
        fields["course_end"] = None
    return number, fields


def _booking(
    row: Row, export: Export, today: date, has: Callable[[str, str], bool]
) -> tuple[str, dict[str, Any]]:
    _need(row, "aftalenr", "forloebsnr", "dato", "kl", "status")
    number = values.a_name("Aftalenr", _cell(row, "aftalenr"))
    course = values.a_name("Forløbsnr", _cell(row, "forloebsnr"))
    if not has("courses", course):
        raise BadCell(f"Forløbsnr: «{course}» står ikke i forløb, eller rækken dér er sat til side")
    day = values.a_date("Dato", _cell(row, "dato"))
    starts = datetime.combine(day, values.a_time("Kl", _cell(row, "kl")))
    minutes = values.a_number("Minutter", _cell(row, "minutter"), 5, 600)
    ends = starts + timedelta(minutes=minutes)
    if ends.date() != day or starts.hour < 4:
        raise BadCell(f"Kl: «{_cell(row, 'kl')}» giver en træning uden for dagen")
    therapist = _cell(row, "terapeut").upper()
    if not has("staff", therapist):
        raise BadCell(f"Terapeut: «{therapist}» står ikke i medarbejdere")
    centre, room = _cell(row, "center"), _cell(row, "lokale")
    if not has("centres", centre.casefold()):
        raise BadCell(f"Center: «{centre}» kendes ikke" if centre else "Center: er tom")
    if room and not has("rooms", f"{centre}/{room}".casefold()):
        raise BadCell(f"Lokale: «{room}» står ikke i lokaler under {centre}")
    team = _cell(row, "hold")
    if team and not has("teams", team.casefold()):
        raise BadCell(f"Hold: «{team}» står ikke i hold")
    state = values.a_state("Status", _cell(row, "status"))
    if day > today and state in (State.ATTENDED, State.MISSED):
        status = _cell(row, "status")
        export.doubts.append(
            Doubt(
                row.line,
                f"{starts:%d-%m-%Y kl. %H.%M}: noteret «{status}», men dagen er ikke kommet",
            )
        )
    told = values.maybe_moment("Afbud meldt", _cell(row, "afbudmeldt"))
    if told and told.date() > today:
        raise BadCell(f"Afbud meldt: {told:%d-%m-%Y} er ikke kommet endnu")
    if told and told > ends + FORGOTTEN_AFTER:
        raise BadCell(f"Afbud meldt: {told:%d-%m-%Y} er længe efter træningen")
    reason = _cell(row, "aarsag")
    cancelled = state is State.CANCELLED
    fact = export.courses.get(course)
    ended = fact.fields["course_end"] if fact else None
    if ended and (last := date.fromisoformat(ended)) < day:
        said = f"{starts:%d-%m-%Y kl. %H.%M}: ligger efter forløbets slutning {last:%d-%m-%Y}"
        export.doubts.append(Doubt(row.line, said))
    return number, {
        "course": course,
        "team": team,
        "starts": starts,
        "minutes": minutes,
        "therapist": therapist,
        "room": room,
        "centre": centre,
        "form": _form(team, export, f"{centre}/{room}"),
        "state": state,
        "told": told if cancelled else None,
        "why": _why(row, reason, export) if cancelled else None,
        "centre_reason": reason if state is State.CENTRE_CANCELLED else "",
    }


def _why(row: Row, reason: str, export: Export) -> Why:
    """The reason; one that is not known is told once, for a whole centre may write it."""
    known = values.a_reason(reason)
    if known is None and reason and reason not in export.odd_reasons:
        export.odd_reasons.add(reason)
        said = f"Årsag: «{reason}» kendes ikke og regnes som «andet», her og i senere linjer"
        export.doubts.append(Doubt(row.line, said))
    return known or Why.OTHER


def _form(team: str, export: Export, room: str) -> Form:
    fact = export.rooms.get(room.casefold())
    if team and fact and fact.fields["kind"] == RoomKind.POOL.value:
        return Form.POOL
    return Form.TEAM if team else Form.INDIVIDUAL
