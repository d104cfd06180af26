"""Re-evaluations on paper: the evidence sheet of one, and the list of those that wait."""

import uuid
from datetime import date, datetime, time
from typing import Any

from trainer_desktop.documents.table_list import TableList, table_list_pdf
from trainer_desktop.documents.wording import clock, counted, long_date, words
from trainer_desktop.models.work import Work
from trainer_desktop.rules.measures import as_written
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.calls.evidence import Absence, Contact, EvidenceSheet, sheet
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.courses.tasks import Group, Kind
from trainer_desktop.services.papers.sheets import printed
from trainer_desktop.services.store.moments import today

Row = tuple[str, ...]


def evidence_sheet(work: Work, course_id: uuid.UUID, opened_by: str, language: str = "da") -> bytes:
    """What one re-evaluation rests on. Raises Refused GONE when somebody has answered it."""
    found = sheet(work, course_id, opened_by)
    if found is None:
        raise Refused(Reason.GONE)
    say = words(language)["evidence"]
    item, card, course = found.card.reevaluation, found.card, found.course
    said = [
        say["triggers"][item.why.value],
        say["since"].format(day=long_date(item.since, language)),
        say["by"].format(day=long_date(item.by, language)) if item.by else say["no_day"],
        f"«{item.rule.text}» ({card.standard}, {item.rule.place})",
        say["attendance"].format(came=card.attended, cancelled=card.cancelled, missed=card.missed),
    ]
    pack = card.package
    if pack.granted is not None:
        said.append(say["package"].format(used=pack.used, whole=pack.granted + pack.extra))
    if not any(one.outcome is not None for one in found.contacts):
        said.append(say["nobody"])
    said.append(counted(list(say["later"]), len(found.later)))
    table = TableList(
        say["title"].format(name=found.citizen),
        course.centre,
        "  ·  ".join(said),
        tuple(say["head"]),
        tuple(_rows(found, say, language)),
        *printed(work, language),
    )
    return table_list_pdf(table, language)


def _rows(found: EvidenceSheet, say: dict[str, Any], language: str) -> list[Row]:
    dated: list[tuple[datetime, Row]] = []
    for absence in found.absences:
        starts = absence.line.entry.starts
        if starts:
            dated.append((starts, _absence(absence, starts, say, language)))
    dated += [(one.at, _contact(one, say, language)) for one in found.contacts]
    rows = [row for _at, row in sorted(dated, key=lambda pair: pair[0], reverse=True)]
    for goal in found.course.goals:
        reached = goal.reached_on
        outcome = say["goals"].get("reached" if reached else goal.outcome or "open", "")
        day = long_date(reached, language) if reached else ""
        rows.append((day, f"{say['goal']}: {outcome}", goal.text, "", ""))
    for one in found.tests:
        values = " → ".join(
            as_written(one.test, r.value, danish=language == "da") for r in one.results
        )
        last = one.results[-1]
        name = one.test.name(language)
        unit = one.test.in_unit(language)
        rows.append((long_date(last.day, language), name, f"{values} {unit}", "", last.tested_by))
    return rows


def _when(at: datetime, language: str) -> str:
    if at.time() == time():  # a day without an hour, as old registers have it
        return long_date(at.date(), language)
    return f"{long_date(at.date(), language)} {clock(at.time(), language)}"


def _absence(one: Absence, starts: datetime, say: dict[str, Any], language: str) -> Row:
    told = say["told"].format(when=_when(one.told, language)) if one.told else say["untold"]
    why = ". ".join(part for part in (told, one.note, one.line.entry.note) if part)
    counts = say["counts"].format(n=one.line.entry.cost)
    kind = say["kinds"][one.line.entry.kind.value]
    return _when(starts, language), kind, why, counts, one.line.therapist


def _contact(one: Contact, say: dict[str, Any], language: str) -> Row:
    what = say["sent"] if one.outcome is None else say["outcomes"][one.outcome.value]
    note = ": ".join(part for part in (one.whom, one.note) if part)
    return _when(one.at, language), what, note, say["how"].get(one.how, one.how), one.by


def waiting_list(
    work: Work,
    *,
    overdue: bool = False,
    centre: uuid.UUID | None = None,
    responsible: uuid.UUID | None = None,
    language: str = "da",
) -> bytes:
    """The re-evaluations that wait, the overdue first, or those alone."""
    say = words(language)["evidence"]
    found = [
        one
        for one in tasks.open_tasks(work, centre=centre, responsible=responsible)
        if one.kind is Kind.REEVALUATION and (one.group is Group.OVER or not overdue)
    ]
    rows = []
    for one in found:
        item = one.reevaluation
        assert item
        what = say["triggers"][item.why.value]
        absences = ", ".join(_short(t.starts.date(), language) for t in item.evidence)
        due = long_date(one.due, language) if one.due else say["no_day"]
        since = say["since"].format(day=long_date(one.since, language))
        note = ". ".join(part for part in (what, absences, since) if part)
        rows.append((due, one.citizen, note, one.responsible, one.standard))
    names = {place.id: place.name for place in roster.centres(work)}
    where = names.get(centre, "") if centre else words(language)["deadlines"]["all"]
    title = say["list_over" if overdue else "list"].format(day=long_date(today(work), language))
    table = TableList(
        title, where, "", tuple(say["list_head"]), tuple(rows), *printed(work, language)
    )
    return table_list_pdf(table, language)


def _short(day: date, language: str) -> str:
    return long_date(day, language).rpartition(" ")[0]
