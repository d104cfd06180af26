"""An export's rows as typed facts, each checked by itself and against the rows it names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zlib import crc32

from trainer_desktop.models.plain import to_plain
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.importing import values
from trainer_desktop.services.importing.checker import Checker
from trainer_desktop.services.importing.reading import Row, Sheet
from trainer_desktop.services.importing.row_facts import (
    CODE,
    CODED,
    COLUMNS,
    FORGOTTEN_AFTER,
    Doubt,
    Export,
    Fact,
    SetAside,
    name_key,
)
from trainer_desktop.services.importing.values import BadCell

Reader = Callable[[Row, Export], tuple[str, dict[str, Any]]]


def check(
    sheets: dict[str, Sheet], now: datetime, bases: set[str], known: dict[str, set[str]]
) -> Export:
    """Read every row; `bases` are those a standard is named for, `known` what the store already holds."""
    export = Export()
    sorts = ("rooms", "staff", "teams", "citizens", "courses", "bookings")
    seen = {sort: set(known.get(sort, ())) for sort in sorts}
    centres = {name.casefold(): name for name in sorted(known.get("centres", ()))}
    checker = Checker(export, now, bases, seen, centres, stored=bool(centres))
    for name, sort, reader in (
        ("lokaler", "rooms", _room),
        ("medarbejdere", "staff", _staff),
        ("hold", "teams", _team),
        ("borgere", "citizens", _citizen),
        ("forløb", "courses", _course),
        ("aftaler", "bookings", _booking),
    ):
        sheet = sheets[name]
        export.said += sheet.said
        export.columns[sheet.file] = sheet.columns
        if not sheet.rows:
            export.said.append(f"{sheet.file} mangler eller er tom")
        facts = _facts(sheet, sort, reader, checker)
        if sort == "bookings":  # many: they are read while they are written
            export.bookings = _with_odd_reasons(facts, checker, sheet.file)
            continue
        taken = getattr(export, sort)
        for fact in facts:
            taken[fact.key] = replace(fact, row=replace(fact.row, cells={}, raw=()))
            checker.known[sort].add(fact.name_key if sort in CODED else fact.key)
    for basis, count in checker.no_standard.items():
        said = f"{count} forløb efter {basis} er sat til side, for centret har ikke valgt en standard: vælg den med --standard {basis}=…"
        export.said.append(said)
    return export


def _with_odd_reasons(facts: Iterator[Fact], checker: Checker, file: str) -> Iterator[Fact]:
    """The bookings; after the last, each reason that nobody knows is told once."""
    for fact in facts:
        checker.export.lines[fact.key] = fact.row.line
        yield fact
    for reason, lines in checker.odd_reasons.items():
        where = ", ".join(map(str, lines[:20])) + (" …" if len(lines) > 20 else "")
        said = f"Årsag: «{reason}» kendes ikke og regnes som «andet» ({len(lines)} rækker: linje {where})"
        checker.export.doubts.append(Doubt(lines[0], said, file))


def _facts(
    sheet: Sheet,
    sort: str,
    reader: Callable[[Row, Checker], tuple[str, dict[str, Any]]],
    checker: Checker,
) -> Iterator[Fact]:
    """The rows that can be taken; the others are set aside with the reason. A number is taken once."""
    export, first = checker.export, dict[str, tuple[int, bytes]]()
    names: dict[str, int] = {}
    absent = frozenset(f for f, column in COLUMNS[sort].items() if column in sheet.silent)
    for row in sheet.rows:
        doubts = len(export.doubts)
        try:
            if row.trouble:
                raise BadCell(row.trouble)
            key, fields = reader(row, checker)
            plain = {name: to_plain(value) for name, value in fields.items()}
            there = first.get(key)
            if there:
                raise BadCell(_double(*there, row, sort, plain))
            if sort in CODED:
                _refuse_same_name(row, sort, names, name_key(plain))
        except BadCell as wrong:
            del export.doubts[doubts:]
            export.set_aside.append(SetAside(row, sheet.columns, str(wrong)))
        else:
            first[key] = (row.line, _marks(plain))
            for what in row.hidden:
                checker.doubt(row, what)
            yield Fact(key, plain, row, absent)


def _refuse_same_name(row: Row, sort: str, names: dict[str, int], name: str) -> None:
    """Two that other files call the same cannot be told apart there, whatever codes they have."""
    line = names.setdefault(name, row.line)
    if line != row.line:
        column = "initialer" if sort == "staff" else "lokale"
        said = f"«{row.cell(column)}» står også på linje {line} med en anden kode"
        raise BadCell(f"{row.word(column)}: {said}")


MARK = 4  # bytes of a field's mark


def _marks(plain: dict[str, Any]) -> bytes:
    """A mark for each field, to find by which of them a second row differs; the rows themselves are not kept."""
    return b"".join(crc32(repr(v).encode()).to_bytes(MARK, "big") for v in plain.values())


def _double(line: int, marks: bytes, row: Row, sort: str, plain: dict[str, Any]) -> str:
    here = _marks(plain)
    odd = [n for at, n in enumerate(plain) if _at(marks, at) != _at(here, at)]
    if not odd:
        return f"rækken står to gange; den første er linje {line}"
    words = ", ".join(dict.fromkeys(row.word(COLUMNS[sort][name]) for name in odd))
    return f"samme nummer som linje {line}, men noget andet i {words}"


def _at(marks: bytes, place: int) -> bytes:
    return marks[place * MARK : (place + 1) * MARK]


def _room(row: Row, checker: Checker) -> tuple[str, dict[str, Any]]:
    name = values.a_name(row.word("lokale"), row.cell("lokale"))
    centre = checker.centre(row, rooms=True)
    kind = values.a_room_kind(row.cell("type"))
    if kind is None:
        said = f"{row.word('type')}: «{row.cell('type')}» kendes ikke og regnes som «andet»"
        checker.doubt(row, said)
    places = row.cell("kapacitet")
    if not places and "kapacitet" in row.words:
        checker.doubt(row, f"{row.word('kapacitet')}: er tom og regnes som 1")
    code = row.cell("lokalekode")
    return f"{CODE}{code}".casefold() if code else f"{centre}/{name}".casefold(), {
        "centre": centre,
        "name": name,
        "capacity": values.a_number(row.word("kapacitet"), places or "1", 1, 500),
        "kind": kind or RoomKind.OTHER,
    }


def _staff(row: Row, checker: Checker) -> tuple[str, dict[str, Any]]:
    initials = values.a_name(row.word("initialer"), row.cell("initialer")).upper()
    code = row.cell("medarbejderkode")
    return f"{CODE}{code}".casefold() if code else initials, {
        "initials": initials,
        "name": values.a_name(row.word("navn"), row.cell("navn")),
        "title": row.cell("stilling"),
        "centre": checker.centre(row, staff=True),
        "hours": [
            [day, starts.isoformat(), ends.isoformat()]
            for day, starts, ends in values.working_hours(
                row.word("arbejdstid"), row.cell("arbejdstid")
            )
        ],
    }


def _team(row: Row, checker: Checker) -> tuple[str, dict[str, Any]]:
    name = values.a_name(row.word("hold"), row.cell("hold"))
    therapist = row.cell("terapeut").upper()
    if therapist and not checker.has("staff", therapist):
        raise BadCell(f"{row.word('terapeut')}: «{therapist}» står ikke i medarbejdere")
    centre = checker.centre(row)
    room = row.cell("lokale")
    if room and not checker.has("rooms", f"{centre}/{room}".casefold()):
        raise BadCell(f"{row.word('lokale')}: «{room}» står ikke i lokaler under {centre}")
    return name.casefold(), {
        "name": name,
        "centre": centre,
        "room": room,
        "therapist": therapist,
        "weekday": values.a_weekday(row.word("ugedag"), row.cell("ugedag")),
        "starts": values.a_time(row.word("kl"), row.cell("kl")),
        "minutes": values.a_number(row.word("minutter"), row.cell("minutter"), 5, 600),
        "capacity": values.a_number(row.word("kapacitet"), row.cell("kapacitet"), 1, 500),
        "valid_from": values.a_date(row.word("fra"), row.cell("fra"), checker.days()),
        "valid_to": values.maybe_date(row.word("til"), row.cell("til")),
    }


def _citizen(row: Row, checker: Checker) -> tuple[str, dict[str, Any]]:
    number = values.a_person(row.word("cpr"), row.cell("cpr"))
    practice = values.a_practice(row.word("ydernummer"), row.cell("ydernummer"))
    clinic = row.cell("laegehus")
    if practice and clinic and (first := checker.practices.setdefault(practice, clinic)) != clinic:
        said = f"{row.word('laegehus')}: «{clinic}» har samme ydernummer {practice} som «{first}»; det første gælder"
        checker.doubt(row, said)
    return number, {
        "number": number,
        "family_name": values.a_name(row.word("efternavn"), row.cell("efternavn")),
        "given_name": row.cell("fornavn"),
        "address": row.cell("adresse"),
        "postcode": row.cell("postnr"),
        "town": row.cell("by"),
        "phone": _phone(row, "telefon", checker),
        "mobile": _phone(row, "mobil", checker),
        "email": row.cell("email"),
        "digital_post": not values.yes(
            row.word("fritagetdigitalpost"), row.cell("fritagetdigitalpost")
        ),
        "ride": values.yes(row.word("koersel"), row.cell("koersel")),
        "note": row.cell("bemaerkning"),
        "practice": practice,
        "practice_name": checker.practices.get(practice, "") if practice else "",
        "kin": row.cell("paaroerende"),
        "kin_phone": _phone(row, "paaroerendetelefon", checker),
    }


def _named(row: Row, column: str) -> str:
    """The number that a row goes by."""
    return values.not_of_a_spreadsheet(
        row.word(column), values.a_name(row.word(column), row.cell(column))
    )


def _phone(row: Row, column: str, checker: Checker) -> str:
    number, readable = values.a_phone(row.cell(column))
    if not readable:
        checker.doubt(row, f"telefonnummeret «{number}» er taget med, som det står")
    return number


def _course(row: Row, checker: Checker) -> tuple[str, dict[str, Any]]:
    number = _named(row, "forloebsnr")
    citizen = values.a_person(row.word("cpr"), row.cell("cpr"))
    if not checker.has("citizens", citizen):
        raise BadCell(
            f"{row.word('cpr')}: «{citizen[:6]}-••••» står ikke i borgere, eller rækken dér er sat til side"
        )
    basis = values.a_basis(row.word("lovgrundlag"), row.cell("lovgrundlag"))
    if basis not in checker.bases:
        checker.no_standard[basis] += 1
        raise BadCell(f"{row.word('lovgrundlag')}: centret har ikke valgt en standard for {basis}")
    responsible = row.cell("ansvarlig").upper()
    if responsible and not checker.has("staff", responsible):
        raise BadCell(f"{row.word('ansvarlig')}: «{responsible}» står ikke i medarbejdere")
    trainings = row.cell("pakkeantal")
    count = values.a_number(row.word("pakkeantal"), trainings, 1, 400) if trainings else None
    minutes = row.cell("minutter")
    fields = {
        "citizen": citizen,
        "basis": basis,
        "centre": checker.centre(row),
        "responsible": responsible,
        "trainings": count,
        "minutes": values.a_number(row.word("minutter"), minutes, 5, 600) if minutes else None,
        "application_received": values.maybe_date(
            row.word("modtaget"), row.cell("modtaget"), checker.days()
        ),
        "discharge": values.maybe_date(
            row.word("udskrevet"), row.cell("udskrevet"), checker.days()
        ),
        "grant": values.maybe_date(row.word("bevilget"), row.cell("bevilget"), checker.days()),
        "course_start": values.maybe_date(row.word("start"), row.cell("start"), checker.days()),
        "course_end": values.maybe_date(row.word("slut"), row.cell("slut"), checker.days()),
    }
    start, end = fields["course_start"], fields["course_end"]
    if isinstance(start, date) and isinstance(end, date) and end < start:
        raise BadCell(f"{row.word('slut')}: {end:%d-%m-%Y} er før Start {start:%d-%m-%Y}")
    status = row.cell("status").casefold()
    if status not in ("", "afsluttet", "i gang", "igang"):
        raise BadCell(f"{row.word('status')}: «{row.cell('status')}» kendes ikke")
    if status == "afsluttet" and end is None:
        raise BadCell(f"{row.word('slut')}: mangler, men forløbet er afsluttet")
    if status in ("i gang", "igang") and isinstance(end, date):
        said = f"forløbet er i gang, men har Slut {end:%d-%m-%Y}; Slut er ikke taget med"
        checker.doubt(row, said)
        fields["course_end"] = None
    return number, fields


def _booking(row: Row, checker: Checker) -> tuple[str, dict[str, Any]]:
    number = _named(row, "aftalenr")
    course = _named(row, "forloebsnr")
    if not checker.has("courses", course):
        raise BadCell(
            f"{row.word('forloebsnr')}: «{course}» står ikke i forløb, eller rækken dér er sat til side"
        )
    day = values.a_date(row.word("dato"), row.cell("dato"), checker.days())
    starts = datetime.combine(day, values.a_time(row.word("kl"), row.cell("kl")))
    minutes = values.a_number(row.word("minutter"), row.cell("minutter"), 5, 600)
    ends = starts + timedelta(minutes=minutes)
    if ends.date() != day or starts.hour < 4:
        raise BadCell(f"{row.word('kl')}: «{row.cell('kl')}» giver en træning uden for dagen")
    therapist = row.cell("terapeut").upper()
    if not checker.has("staff", therapist):
        raise BadCell(f"{row.word('terapeut')}: «{therapist}» står ikke i medarbejdere")
    centre = checker.centres.get(row.cell("center").casefold())
    if centre is None:
        raise BadCell(f"{row.word('center')}: «{row.cell('center')}» kendes ikke")
    room = row.cell("lokale")
    if room and not checker.has("rooms", f"{centre}/{room}".casefold()):
        raise BadCell(f"{row.word('lokale')}: «{room}» står ikke i lokaler under {centre}")
    team = row.cell("hold")
    if team and not checker.has("teams", team.casefold()):
        raise BadCell(f"{row.word('hold')}: «{team}» står ikke i hold")
    state = values.a_state(row.word("status"), row.cell("status"))
    if starts > checker.now and state in (State.ATTENDED, State.MISSED):
        status = f"{row.word('status')}: «{row.cell('status')}»"
        raise BadCell(f"{status}, men træningen er først {starts:%d-%m-%Y kl. %H.%M}")
    told = _told(row, checker, ends) if state is State.CANCELLED else None
    _unread(row, checker, state)
    if team:
        _refuse_twice(row, checker, number, (course, team.casefold(), starts))
    fact = checker.export.courses.get(course)
    ended = fact.fields["course_end"] if fact else None
    if ended and (last := date.fromisoformat(ended)) < day:
        said = f"{starts:%d-%m-%Y kl. %H.%M}: ligger efter forløbets slutning {last:%d-%m-%Y}"
        checker.doubt(row, said)
    reason = row.cell("aarsag")
    return number, {
        "course": course,
        "team": team,
        "starts": starts,
        "minutes": minutes,
        "therapist": therapist,
        "room": room,
        "centre": centre,
        "state": state,
        "told": told,
        "why": _why(row, reason, checker) if state is State.CANCELLED else None,
        "centre_reason": reason if state is State.CENTRE_CANCELLED else "",
    }


def _told(row: Row, checker: Checker, ends: datetime) -> datetime | None:
    """When a cancellation was told; a day without an hour is not a time, and is never made midnight."""
    word, cell = row.word("afbudmeldt"), row.cell("afbudmeldt")
    day, told = values.maybe_moment(word, cell, checker.days())
    if day is None:
        return None
    if day > checker.now.date() or (told and told > checker.now):
        raise BadCell(f"{word}: {day:%d-%m-%Y} er ikke kommet endnu")
    if day > (ends + FORGOTTEN_AFTER).date():
        raise BadCell(f"{word}: {day:%d-%m-%Y} er længe efter træningen")
    if told is None:
        checker.doubt(row, f"{word}: «{cell}» er uden klokkeslæt; tidspunktet er ikke taget med")
    return told


def _unread(row: Row, checker: Checker, state: State) -> None:
    """Say what stands in a cell that this status has no use for."""
    status = f"{row.word('status')} er «{row.cell('status')}»"
    if row.cell("afbudmeldt") and state is not State.CANCELLED:
        said = f"{row.word('afbudmeldt')}: «{row.cell('afbudmeldt')}» er ikke taget med; {status}"
        checker.doubt(row, said)
    if row.cell("aarsag") and state not in (State.CANCELLED, State.CENTRE_CANCELLED):
        said = f"{row.word('aarsag')}: «{row.cell('aarsag')}» er ikke taget med; {status}"
        checker.doubt(row, said)


def _refuse_twice(
    row: Row, checker: Checker, number: str, place: tuple[str, str, datetime]
) -> None:
    """A course is on a team's meeting once."""
    line, other = checker.meetings.setdefault(place, (row.line, number))
    if other != number:
        when = f"{place[2]:%d-%m-%Y kl. %H.%M}"
        raise BadCell(
            f"{row.word('forloebsnr')}: forløbet står allerede på «{row.cell('hold')}» den {when} (linje {line})"
        )


def _why(row: Row, reason: str, checker: Checker) -> Why:
    """The reason; one that is not known is told once with its lines, for a whole centre may write it."""
    known = values.a_reason(reason)
    if known is None and reason:
        checker.odd_reasons.setdefault(reason, []).append(row.line)
    return known or Why.OTHER
