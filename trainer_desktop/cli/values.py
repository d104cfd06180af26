"""The answers' stable keys: cards of the services as plain values for JSON."""

import uuid
from typing import Any

from trainer_desktop.cli.words import RIGHT_SAID, RIGHTS, STEPS
from trainer_desktop.rules.choice import InTime
from trainer_desktop.rules.deadlines import Deadline, deadlines
from trainer_desktop.rules.entries import Entry
from trainer_desktop.rules.reevaluation import Reevaluation
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services import Work
from trainer_desktop.services.attendance.consequence import ConsequenceCard
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.citizens.search import CitizenCard, masked
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses import history
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.courses.endings import EndingCard
from trainer_desktop.services.courses.history import Was
from trainer_desktop.services.courses.rights_cards import Right, RightLine, Said
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.standards import rulebooks
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.moments import today

Numbers = dict[uuid.UUID, str]
DATED = (Right.CHOICE, Right.LONGEST, Right.COMPLAINT)  # the day is until when


def rule(ref: RuleRef | None) -> dict[str, str] | None:
    """A rule with its standard, version, key, words and place in the source."""
    if ref is None:
        return None
    _title, municipality, source = rulebooks.about(ref.standard, ref.version)
    return {
        "standard": ref.standard,
        "version": ref.version,
        "municipality": municipality,
        "key": ref.key,
        "text": ref.text,
        "place": ref.place,
        "source": source,
    }


def rule_of(task: TaskCard) -> RuleRef | None:
    """The rule that a task rests on; None for the next step when somebody has ended a course."""
    asks = task.reevaluation or task.deadline
    return asks.rule if asks else None


def deadline(one: Deadline) -> dict[str, Any]:
    """A deadline with its date and how it stands."""
    return {
        "id": one.id,
        "due": one.due,
        "from": one.counted_from,
        "event": one.event,
        "met_by": one.met_by,
        "kind": one.kind,
        "state": one.standing.value,
        "met_on": one.met_on,
        "rule": rule(one.rule),
    }


def reevaluation(one: Reevaluation) -> dict[str, Any]:
    """A re-evaluation with what it rests on."""
    return {
        "trigger": one.why.value,
        "opened_by": one.opened_by,
        "since": one.since,
        "by": one.by,
        "effect": one.effect.value,
        "number": one.number,
        "asks": one.asks,
        "evidence": [{"starts": t.starts, "state": t.state.value} for t in one.evidence],
        "rule": rule(one.rule),
    }


def task(one: TaskCard, numbers: Numbers) -> dict[str, Any]:
    """An open task: a re-evaluation, a deadline, or the next step to a course's end."""
    asks, rests_on = one.reevaluation, rule_of(one)
    return {
        "kind": "deadline" if one.deadline else one.kind.value,
        "course": numbers[one.course_id],
        "citizen": one.citizen,
        "responsible": one.responsible,
        "due": one.due,
        "group": one.group.value,
        "hverdage": one.hverdage,
        "reevaluation": reevaluation(asks) if asks else None,
        "deadline": deadline(one.deadline) if one.deadline else None,
        "ending": ending(one.ending) if one.ending else None,
        "rule": rule(rests_on) if rests_on else None,
    }


def ending(one: EndingCard) -> dict[str, Any]:
    """The next step of a course that is to end, and what has been done."""
    return {
        "step": one.step.value,
        "since": one.since,
        "reason": one.reason,
        "heard": one.heard,
        "ended": one.ended,
    }


def citizen(one: CitizenCard, numbers: Numbers) -> dict[str, Any]:
    """A citizen in a list; the CPR number is masked."""
    return {
        "id": one.id,
        "name": one.name,
        "number": one.number,
        "age": one.age,
        "phone": one.phone,
        "town": one.town,
        "basis": one.active or None,
        "responsible": one.responsible or None,
        "centre": one.centre or None,
        "course": numbers.get(one.course_id) if one.course_id else None,
    }


def block(one: BlockCard, courses_by: Numbers, bookings: Numbers) -> dict[str, Any]:
    """A training in the calendar with its participants."""
    return {
        "id": one.id,
        "starts": one.starts,
        "ends": one.ends,
        "therapist": one.therapist,
        "room": one.place or None,
        "title": one.title,
        "form": one.form.value,
        "look": one.look.value,
        "override": one.override or None,
        "participants": [
            {
                "id": person.id,
                "number": bookings.get(person.id) or None,
                "name": person.name,
                "course": courses_by.get(person.course_id),
                "look": person.look.value,
                "told": person.told,
                "late_minutes": person.late_minutes,
            }
            for person in one.people
        ],
    }


def entry(one: Entry, bookings: Numbers) -> dict[str, Any]:
    """A line of the ledger with its reason and rule."""
    key = uuid.UUID(one.key) if one.key else None
    return {
        "day": one.day,
        "starts": one.starts,
        "id": key,
        "number": (bookings.get(key) or None) if key else None,
        "kind": one.kind.value,
        "reason": one.ground.value,
        "cost": one.cost,
        "minutes": one.minutes,
        "gives": one.gives,
        "gives_minutes": one.gives_minutes,
        "restored": one.restored,
        "new_time": one.new_time.value if one.new_time else None,
        "notice": one.verdict.timely.value if one.verdict else None,
        "notice_limit": one.verdict.limit if one.verdict else None,
        "note": one.note or None,
        "rule": rule(one.rule),
    }


def _was(one: Was) -> dict[str, Any]:
    changes = [{"field": name, "was": old, "is": new} for name, old, new in one.changes]
    return {"day": one.day, "by": one.by, "why": one.why, "changes": changes}


def course(work: Work, key: uuid.UUID) -> dict[str, Any]:
    """Everything that is known and worked out of a course."""
    card, facts = course_card(work, key), courses.one(work, key)
    account = facts.ledger
    person = lookup.whose(work, key)
    bookings = lookup.booking_numbers(work, (uuid.UUID(e.key) for e in account.entries if e.starts))
    due = deadlines(facts.course, facts.book, today(work), digital_post=person.digital_post)
    return {
        "number": card.number,
        "id": key,
        "corrections": [_was(one) for one in history.corrections(work, key)],
        "citizen": {
            "id": person.citizen_id,
            "name": person.name,
            "number": masked(person.personal_number),
        },
        "basis": card.basis,
        "standard": person.standard or None,
        "version": person.version or None,
        "responsible": card.responsible or None,
        "centre": card.centre,
        "events": dict(sorted(facts.course.events.items(), key=lambda e: e[1])),
        "ended": card.ended,
        "granted": account.granted,
        "extra": account.extra,
        "used": account.used,
        "left": account.left,
        "booked": account.booked,
        "free": account.free,
        "restored": account.restored,
        "minutes": {
            "granted": account.granted_minutes,
            "extra": account.extra_minutes,
            "used": account.used_minutes,
            "left": account.left_minutes,
        },
        "ledger": [entry(e, bookings) for e in account.entries],
        "deadlines": [deadline(d) for d in due],
        "reevaluations": [reevaluation(r) for r in facts.open_reevaluations(today(work))],
        "consent": card.consent.answer.value if card.consent else None,
        "goals": [{"text": g.text, "reached_on": g.reached_on} for g in card.goals],
    }


def consequence(card: ConsequenceCard, participant: str, saved: bool) -> dict[str, Any]:
    """What a mark led to, or would lead to."""
    return {
        "saved": saved,
        "id": card.participant_id,
        "number": participant or None,
        "citizen": card.name,
        "starts": card.starts,
        "state": card.mark.state.value,
        "kind": card.entry.kind.value,
        "reason": card.entry.ground.value,
        "cost": card.entry.cost,
        "new_time": card.entry.new_time.value if card.entry.new_time else None,
        "notice": card.entry.verdict.timely.value if card.entry.verdict else None,
        "notice_limit": card.entry.verdict.limit if card.entry.verdict else None,
        "lateness": card.late.value,
        "granted": card.granted,
        "used": card.used,
        "left": card.left,
        "reevaluations": [
            {
                "trigger": one.why.value,
                "number": one.number,
                "by": one.by,
                "responsible": one.responsible,
                "rule": rule(one.rule),
            }
            for one in card.opened
        ],
        "rule": rule(card.rule),
    }


def right(line: RightLine) -> dict[str, Any]:
    """What the standard gives on one point: `said` is yes, no, ask or read."""
    return {
        "right": line.right.value,
        "said": line.said.value,
        "day": line.day,
        "in_time": line.came.value if line.noted or line.came is not InTime.NO else "not_noted",
        "default": line.default or None,
        "rule": rule(line.rule),
    }


def right_words(line: RightLine) -> str:
    """The same as a line of Danish."""
    day = f" senest {line.day:%d-%m-%Y}" if line.day and line.right in DATED else ""
    words = f": {line.rule.text} ({line.rule.place})" if line.rule else ""
    said = RIGHT_SAID[line.said]
    if line.said is Said.YES and line.right in (Right.EXTENSION, Right.EARLY_END):
        said = "det afgør en person"
    return f"{RIGHTS[line.right]}, {said}{day}{words}"


def said_of(task: TaskCard) -> str:
    """What a task asks for: its rule's words, or the next step to the end of the course."""
    asks = rule_of(task)
    if asks:
        return asks.text
    if task.rejected:
        return f"Slutstatus blev afvist af {task.rejected.clinic}: {task.rejected.said}"
    return STEPS[task.ending.step] if task.ending else ""
