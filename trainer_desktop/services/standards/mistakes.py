"""Every mistake of a standard's file: what the schema refuses, one after the other, and what its types cannot see."""

import copy
import difflib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from trainer_desktop.rules.notice import parse_time
from trainer_desktop.rules.rulebook import parse_closing
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_absences import Asks, By
from trainer_desktop.services.standards.words import (
    BAD_SPAN,
    BAD_TIME,
    Path,
    Problem,
    line_of,
    nearest,
    place_of,
    schema_problem,
)

MOST = 200
NEEDS = {  # what each sort of check must have
    "age": "minimum",
    "waiting_period": "within",
    "checklist": "points",
    "parallel": "with",
    "other_offer": "with",
}
CLOCK = r"([01]?\d|2[0-3])[:.][0-5]\d"
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


def convert(raw: dict[str, Any], name: str, text: str) -> tuple[Standard | None, list[Problem]]:
    """Make a standard of plain values; each mistake is noted, put right as well as can be, and the next looked for."""
    trying, problems = copy.deepcopy(raw), list[Problem]()
    while len(problems) < MOST:
        try:
            standard = msgspec.convert(trying, Standard)
        except msgspec.ValidationError as wrong:
            path = _path(str(wrong), trying)
            said = str(wrong).partition(" - at ")[0]
            problems.append(schema_problem(name, text, said, path, raw))
            if not _put_right(trying, path, said):
                break
        else:
            if not problems:
                return standard, []
            return None, problems + _beside(mistakes(standard, name, text), problems)
    return None, problems


def _beside(found: list[Problem], told: list[Problem]) -> list[Problem]:
    """What is wrong elsewhere; in a table that was put right one cannot know."""
    tables = {problem.table for problem in told}
    unsure = "standard" in tables
    return [one for one in found if one.table not in tables and not (unsure and one.key == "bases")]


def _path(wrong: str, raw: Any) -> Path:
    """The place that msgspec names; `[...]` stands for a key of a table, or any item of a list."""
    _said, _, at = wrong.partition(" - at `")
    in_key = at.startswith("key` in `")
    steps: Path = []
    value: Any = raw
    for name, number in re.findall(r"\.([\w-]+)|\[(\d+|\.\.\.)\]", at.removeprefix("key` in `")):
        if name:
            steps.append(name)
            value = value.get(name, {}) if isinstance(value, dict) else {}
            continue
        place = int(number) if number.isdigit() else _odd_one(wrong, raw, steps, value)
        if place is None:
            return steps
        steps.append(place)
        value = value[place] if isinstance(value, list | dict) else {}  # type: ignore[index]
    if in_key and (found := re.search(r"Invalid enum value '(.+?)'", wrong)):
        steps.append(found[1])
    return steps


def _odd_one(wrong: str, raw: Any, steps: Path, value: Any) -> str | int | None:
    """Which of a table's values is meant: the one without which this mistake is gone."""
    places: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    for place in places:
        without = copy.deepcopy(raw)
        at = without
        for step in steps:
            at = at[step]
        del at[place]
        try:
            msgspec.convert(without, Standard)
        except msgspec.ValidationError as other:
            if str(other) == wrong:
                continue
        found: str | int = place
        return found
    return None


def _put_right(raw: Any, path: Path, said: str) -> bool:
    """Take away what was wrong, or put in what was missing, so that the next mistake can be seen."""
    at = raw
    missing = re.search(r"missing required field `(.+?)`", said)
    unknown = re.search(r"unknown field `(.+?)`", said)
    steps = path if missing or unknown else path[:-1]
    try:
        for step in steps:
            at = at[step]
        if missing:
            at[missing[1]] = _FILL.get(missing[1], "x")
        elif unknown:
            del at[unknown[1]]
        elif path:
            key = path[-1]
            if isinstance(at, dict) and key in _FILL and key in at and at[key] != _FILL[key]:
                at[key] = _FILL[key]  # a key that must be there
            else:
                del at[key]
        else:
            return False
    except (KeyError, IndexError, TypeError):
        return False
    return True


_FILL: dict[str, Any] = {
    "bases": ["SEL86.1"],
    "standard": {
        **dict.fromkeys(("id", "title", "municipality", "version", "source"), "x"),
        "bases": ["SEL86.1"],
    },
    "days": {"why": "x"},
    "by": {"same_day": "09:00"},
    "from": "course_start",
    "met_by": "course_end",
    "counts": ["no_show"],
    "times": 1,
    "per": "week",
    "offered": ["individual"],
    "check": "motivation",
    "when": "can_use_public",
    "minutes": 1,
    "year": 2026,
    "pensioner": "1",
    "other": "1",
    "over_km": 1,
    "or_cannot_use_public": False,
    "threshold": [],
    "steps": ["citizen"],
    "expect": {"used": 0},
    "consent_required": True,
    "asked": date(2026, 1, 1),
    "on": date(2026, 1, 1),
    "sent": date(2026, 1, 1),
    "within": "1 uge",
    "at_latest": "1 uge",
    "at_most": "1 uge",
    **dict.fromkeys(("id", "title", "municipality", "version", "source", "why"), "x"),
    **dict.fromkeys(("text", "place", "topic", "name", "situation"), "x"),
}


def mistakes(standard: Standard, name: str, text: str) -> list[Problem]:
    """What the types cannot see, all of it."""
    raw = msgspec.to_builtins(standard, builtin_types=(date,))
    found = []
    for path, said in _found(standard):
        table, key, example = place_of(path, raw)
        found.append(Problem(name, table, key, line_of(text, path), said, example))
    return list(dict.fromkeys(found))


def _found(standard: Standard) -> Iterator[tuple[Path, str]]:
    for key, rule in standard.rules():
        path = _rule_path(standard, key)
        if not rule.text.strip():
            yield [*path, "text"], "reglen skal stå med ord"
        if not rule.place.strip():
            yield [*path, "place"], "stedet i kilden mangler"
        odd = set(rule.bases) - set(standard.standard.bases)
        if odd:
            yield (
                [*path, "bases"],
                f"{', '.join(sorted(odd))} er ikke blandt standardens egne bases",
            )
    for entry in standard.days.closing:
        try:
            parse_closing([entry])
        except ValueError:
            said = f"«{entry}»: skriv «06-05» for hvert år, «2026-05-15» for en enkelt dag eller «Kristi himmelfartsdag+1»"
            yield ["days", "closing"], said
    since = standard.standard.valid_from
    if since and not FIRST <= since <= LAST:
        yield ["standard", "valid_from"], "året kan ikke passe"
    yield from _spans(standard)
    yield from _twice(standard)
    yield from _checks(standard)
    for reason, notice in standard.absence.notice.items():
        yield from _by(["absence", "notice", reason, "by"], notice.by)
        if notice.first:
            yield from _by(["absence", "notice", reason, "first"], notice.first)
    yield from _money(standard)
    cancelled = standard.absence.cancelled
    if cancelled and (cancelled.replaced == "first") is not (cancelled.first is not None):
        yield ["absence", "cancelled", "first"], '«first» hører til replaced = "first"'
    for number, deadline in enumerate(standard.deadline):
        if deadline.from_ == deadline.met_by:
            yield ["deadline", number, "met_by"], "fristen ender, hvor den begynder"
    yield from _far_days(standard)
    yield from _repeats(standard)
    yield from _example_words(standard)


def _rule_path(standard: Standard, key: str) -> Path:
    """A rule's key as a path; a name within a list is its place there."""
    path: Path = []
    value: Any = standard
    for part in key.split("."):
        if isinstance(value, list):
            names = [getattr(v, "id", "") or getattr(v, "situation", "") for v in value]
            place = names.index(part) if part in names else int(part) - 1 if part.isdigit() else 0
            path.append(place)
            value = value[place] if place < len(value) else None
            continue
        path.append(part)
        field = f"{part}_" if hasattr(value, f"{part}_") else part
        value = value.get(part) if isinstance(value, dict) else getattr(value, field, None)
    return path


def _spans(standard: Standard) -> Iterator[tuple[Path, str]]:
    lengths: list[tuple[Path, str]] = [
        (["deadline", n, "within"], d.within) for n, d in enumerate(standard.deadline)
    ]
    lengths += [
        (["reevaluation", n, "at_latest"], r.at_latest) for n, r in enumerate(standard.reevaluation)
    ]
    lengths += [
        (["eligibility", n, "within"], c.within)
        for n, c in enumerate(standard.eligibility)
        if c.within
    ]
    duration, absence = standard.duration, standard.absence
    if duration.longest:
        lengths.append((["duration", "longest", "at_most"], duration.longest.at_most))
    if duration.extension and duration.extension.length:
        lengths.append((["duration", "extension", "length"], duration.extension.length))
    if standard.complaint:
        lengths.append((["complaint", "within"], standard.complaint.within))
    if standard.choice and standard.choice.within:
        lengths.append((["choice", "within"], standard.choice.within))
    if absence.no_show and absence.no_show.silence:
        lengths.append((["absence", "no_show", "silence"], absence.no_show.silence))
    for name in ("centre_cancels", "staff_stays_away"):
        rule = getattr(absence, name)
        if rule and rule.given_within:
            lengths.append((["absence", name, "given_within"], rule.given_within))
    for number, repeated in enumerate(absence.repeated):
        if repeated.within != "course":
            lengths.append((["absence", "repeated", number, "within"], repeated.within))
    lengths += [
        ([*_rule_path(standard, key), "answer_within"], rule.answer_within)
        for key, rule in standard.rules()
        if isinstance(rule, Asks) and rule.answer_within
    ]
    for path, length in lengths:
        try:
            if Span.parse(length).count < 1:
                yield path, "længden skal være mindst 1"
        except ValueError:
            yield path, BAD_SPAN.format(length)


def _twice(standard: Standard) -> Iterator[tuple[Path, str]]:
    groups: dict[str, list[tuple[str, tuple[str, ...], str]]] = {
        "deadline": [(d.id, tuple(d.bases), d.supplier) for d in standard.deadline],
        "eligibility": [(c.id, tuple(c.bases), "") for c in standard.eligibility],
        "reevaluation": [(r.id, tuple(r.bases), "") for r in standard.reevaluation],
        "text": [(t.topic, tuple(t.bases), "") for t in standard.text],
    }
    for table, ids in groups.items():
        for number, one in enumerate(ids):
            if ids.index(one) != number:
                yield [table, number, "id"], f"der er to med samme navn for det samme: «{one[0]}»"
    names = Counter(example.name for example in standard.example)
    for number, example in enumerate(standard.example):
        if names[example.name] > 1 and example.name not in [
            e.name for e in standard.example[:number]
        ]:
            yield ["example", number, "name"], f"to eksempler hedder «{example.name}»"
    repeated = [r.id for r in standard.absence.repeated]
    if len(set(repeated)) != len(repeated):
        yield ["absence", "repeated", len(repeated) - 1, "id"], "giv hver regel sit eget id"


def _checks(standard: Standard) -> Iterator[tuple[Path, str]]:
    for number, check in enumerate(standard.eligibility):
        needed = NEEDS.get(check.check)
        values = {
            "minimum": check.minimum,
            "within": check.within,
            "points": check.points,
            "with": check.with_,
        }
        if needed and not values[needed]:
            yield ["eligibility", number, needed], f"en «{check.check}» skal have «{needed}»"
        for key, value in values.items():
            if key != needed and value:
                yield ["eligibility", number, key], f"«{key}» hører ikke til «{check.check}»"


def _by(path: Path, by: By) -> Iterator[tuple[Path, str]]:
    ways = [bool(by.same_day), bool(by.day_before), bool(by.days_before), by.as_soon_as_possible]
    if sum(ways) != 1:
        said = "vælg netop én: same_day, day_before, days_before eller as_soon_as_possible"
        yield path, said
    clocks = {"same_day": by.same_day, "day_before": by.day_before, "at": by.at, "opens": by.opens}
    for key, clock in clocks.items():
        if not clock or (clock == "24:00" and key in ("day_before", "at")):
            continue
        if not re.fullmatch(CLOCK, clock):
            yield [*path, key], BAD_TIME.format(clock)
    sound = [c for c in (by.same_day, by.opens) if re.fullmatch(CLOCK, c)]
    if by.same_day and (by.counts or by.at != "24:00"):
        yield path, "«at» og «counts» hører ikke til same_day"
    if len(sound) == 2 and parse_time(by.opens) > parse_time(by.same_day):
        yield [*path, "opens"], "telefonen åbner efter fristen"


def _money(standard: Standard) -> Iterator[tuple[Path, str]]:
    rule = standard.transport.reimbursement
    years = [t.year for t in rule.threshold] if rule else []
    for number, one in enumerate(rule.threshold if rule else ()):
        path: Path = ["transport", "reimbursement", "threshold"]
        for amount in (one.pensioner, one.other):
            if not amount.is_finite() or amount < 0:
                yield path, f"{one.year}: beløbet skal være et tal på mindst 0"
        if years.index(one.year) != number:
            yield path, f"året {one.year} står to gange"


def _far_days(standard: Standard) -> Iterator[tuple[Path, str]]:
    for number, example in enumerate(standard.example):
        for event, day in example.events.items():
            if not FIRST <= day <= LAST:
                yield ["example", number, "events", event], f"{day:%d-%m-%Y}: året kan ikke passe"
        for key in ("today", "started"):
            day_or_none = getattr(example, key)
            if day_or_none and not FIRST <= day_or_none <= LAST:
                yield ["example", number, key], "året kan ikke passe"
        if example.started and "course_start" in example.events:
            yield ["example", number, "started"], "«started» og «course_start» er det samme"


def _repeats(standard: Standard) -> Iterator[tuple[Path, str]]:
    """The same word twice in a list."""
    lists: list[tuple[Path, list[Any]]] = [(["standard", "bases"], list(standard.standard.bases))]
    door = standard.absence.home_unanswered
    if door:
        lists.append((["absence", "home_unanswered", "steps"], list(door.steps)))
    if standard.forms:
        lists.append((["forms", "offered"], list(standard.forms.offered)))
    if standard.choice:
        situations = [one.situation for one in standard.choice.exception]
        lists.append((["choice", "exception"], situations))
    for path, words in lists:
        if len(set(words)) != len(words):
            yield path, "det samme står to gange"


def _example_words(standard: Standard) -> Iterator[tuple[Path, str]]:
    """Words of an example that must stand in the file itself."""
    choice = standard.choice
    suppliers = {deadline.supplier for deadline in standard.deadline} | {""}
    for number, example in enumerate(standard.example):
        given = example.discharge
        area, areas = (given.area if given else ""), (choice.areas if choice else [])
        if area and area not in areas and difflib.get_close_matches(area, areas, 1, 0.75):
            yield ["example", number, "discharge"], _odd(area, areas)
        if example.supplier not in suppliers:
            yield ["example", number, "supplier"], _odd(example.supplier, sorted(suppliers - {""}))
        for key, value in example.settings.items():
            numbers = key in ("repeated_from", "ask_elder_law_from_age")
            if numbers and (isinstance(value, str) or (isinstance(value, int) and value < 1)):
                yield ["example", number, "settings"], f"«{key}» skal være et tal på mindst 1"


def _odd(word: str, known: list[str]) -> str:
    return f"«{word}» står ikke i filen{nearest(word, known)}"
