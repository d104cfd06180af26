"""What an end status says of a course: worked out from what happened, and what a therapist writes beside it."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from trainer_desktop.documents.wording import words
from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.measures import Direction, as_written
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.card import GoalCard, course_card
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.record import measuring, texts
from trainer_desktop.services.record.measuring import SeriesCard

LIMITS = {  # the parts a therapist writes, with the most characters of each
    "conclusion": 300,
    "purpose": 400,
    "course": 600,
    "result": 600,
    "observations": 400,
    "plan": 400,
}
PARTS = tuple(LIMITS)
OUTCOMES = ("", "forsvundet", "mindsket", "uændret", "forværret")  # Fælles Sprog III: the condition
MOST = 1000  # characters of the message's own text; the rest is in the file


@dataclass(frozen=True, slots=True)
class TestLine:
    """A test from the first to the last result; `counts` says whether the change is more than chance."""

    __test__ = False
    name: str
    first: str
    last: str
    unit: str
    first_day: date
    last_day: date
    counts: Direction | None
    series: SeriesCard

    @property
    def said(self) -> str:
        """«Rejse-sætte-sig: 6 -> 11 gange (01.09.2026, 17.11.2026)»."""
        both = f"{self.first} -> {self.last}" if self.first_day != self.last_day else self.last
        days = f"{self.first_day:%d.%m.%Y}"
        if self.first_day != self.last_day:
            days = f"{days}, {self.last_day:%d.%m.%Y}"
        return f"{self.name}: {both} {self.unit}".strip() + f" ({days})"


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """What is known of a course when its end status is written."""

    course_id: uuid.UUID
    citizen: str
    number: str
    given: str
    family: str
    protected: bool
    address: str
    clinic: str
    clinic_id: uuid.UUID | None
    clinic_number: str
    clinic_takes_fhir: bool
    centre: str
    phone: str
    therapist: str
    profession: str
    basis: str
    basis_words: str
    received: date | None
    discharged: date | None
    started: date | None
    ended: date | None
    planned: int
    held: int
    cancelled: int
    missed: int
    centre_cancelled: int
    booked: int
    used: int
    whole: int | None
    forms: tuple[tuple[str, int], ...]
    goals: tuple[GoalCard, ...]
    tests: tuple[TestLine, ...]
    own_plan: str
    rule: RuleRef | None  # what the standard says of the status


BY_THE_CENTRE = (State.CENTRE_CANCELLED, State.STAFF_MISSED, State.TURNED_AWAY)


def status_facts(work: Work, course_id: uuid.UUID, language: str = "da") -> StatusFacts:
    """Read them; one number has one source, as everywhere."""
    row, card = work.get_one(Course, course_id), course_card(work, course_id)
    citizen = work.get_one(Citizen, row.citizen_id)
    clinic = work.get(GpClinic, citizen.gp_clinic_id) if citizen.gp_clinic_id else None
    staff = work.scalars(select(Staff).where(Staff.initials == work.actor)).first()  # who signs
    if staff is None and row.responsible_id:
        staff = work.get(Staff, row.responsible_id)
    centre = work.get_one(Centre, row.centre_id)
    main = work.get(Centre, centre.parent_id) if centre.parent_id else None
    known = courses.one(work, course_id)
    events, states = known.course.events, [t.state for t in known.course.trainings]
    package = allowance.package_now(work, known)
    town = f"{citizen.postcode} {citizen.town}".strip()
    plan = texts.latest(work, course_id, "own_plan")
    basis = words(language)["basis"]
    return StatusFacts(
        course_id,
        f"{citizen.given_name} {citizen.family_name}".strip(),
        citizen.number,
        citizen.given_name,
        citizen.family_name,
        citizen.protected,
        ", ".join(p for p in (citizen.address, town) if p and not citizen.protected),
        clinic.name if clinic else "",
        clinic.id if clinic else None,
        clinic.ydernummer if clinic else "",
        bool(clinic and clinic.takes_fhir),
        centre.name,
        centre.phone or (main.phone if main else ""),
        staff.name if staff else work.actor,
        staff.title if staff else "",
        row.basis,
        basis.get(row.basis, row.basis),
        events.get("application_received"),
        events.get("discharge"),
        known.course.started,
        known.course.ended,
        len(states),
        states.count(State.ATTENDED),
        states.count(State.CANCELLED),
        states.count(State.MISSED),
        sum(state in BY_THE_CENTRE for state in states),
        states.count(State.PLANNED),
        package.used,
        None if package.granted is None else package.granted + package.extra,
        _forms(work, course_id),
        card.goals,
        tuple(_tests(work, course_id, language)),
        plan.text if plan else "",
        _rule(known),
    )


def _rule(known: Facts) -> RuleRef | None:
    edition = (
        known.book.on(known.course.ended or known.course.started) if known.course.started else None
    )
    return known.book.ref(edition, edition.gp_status) if edition and edition.gp_status else None


def _forms(work: Work, course_id: uuid.UUID) -> tuple[tuple[str, int], ...]:
    p, s = Participant, TrainingSession
    query = (
        select(s.form)
        .join(p, p.session_id == s.id)
        .where(p.course_id == course_id, p.state == State.ATTENDED)
    )
    counted = Counter(form.value for form in work.scalars(query))
    return tuple((form.value, counted[form.value]) for form in Form if counted[form.value])


def _tests(work: Work, course_id: uuid.UUID, language: str) -> list[TestLine]:
    danish = language == "da"
    found = []
    for one in reversed(measuring.series(work, course_id)):
        first, last = one.results[0], one.results[-1]
        found.append(
            TestLine(
                one.test.name(language),
                as_written(one.test, first.value, danish=danish),
                as_written(one.test, last.value, danish=danish),
                one.test.in_unit(language),
                first.day,
                last.day,
                one.changed.direction if one.changed else None,
                one,
            )
        )
    return found


def suggested(facts: StatusFacts, language: str = "da") -> dict[str, str]:
    """What the parts begin with; what only a person can say is left open."""
    say = words(language)["status"]
    forms = ", ".join(f"{n} {say['forms'][form]}" for form, n in facts.forms)
    reached = [g for g in facts.goals if g.reached_on or g.outcome == "reached"]
    judged = ""
    if facts.goals:
        judged = say["goals_reached"].format(n=len(reached), of=len(facts.goals))
    return {
        "conclusion": "",
        "purpose": "",  # the goals stand on the paper by themselves
        "course": f"{forms[:1].upper()}{forms[1:]}." if forms else "",
        "result": judged,
        "observations": "",
        "plan": "",
    }


def summary(
    facts: StatusFacts,
    texts_: dict[str, str],
    outcome: str,
    language: str = "da",
    earlier: str = "",
) -> str:
    """The message's own text, at most 1,000 characters: what is most important first, the whole in the file.

    `earlier` is the day of the status that this one corrects, in words.
    """
    say = words(language)["status"]
    period = _period(facts, language)
    attended = say["attended"].format(held=facts.held, planned=facts.planned - facts.booked)
    tests = [f"- {_judged(one, say)}" for one in facts.tests]
    goals = say["purpose"].format(goals="; ".join(g.own_words or g.text for g in facts.goals))
    parts = [
        say["correction"].format(day=earlier) if earlier else say["title"],
        f"{say['course']}: {facts.basis_words}. {period}".strip(),
        f"{say['conclusion']}: {texts_['conclusion']}",
        f"{say['condition']} {say['outcomes'][outcome]}." if outcome else "",
        f"{say['plan']}: {texts_['plan']}" if texts_["plan"] else "",
        f"{say['purpose_head']}: {texts_['purpose']}" if texts_["purpose"] else "",
        goals if facts.goals else "",
        attended,
        f"{say['result']}: {texts_['result']}" if texts_["result"] else "",
        f"{say['observations']}: {texts_['observations']}" if texts_["observations"] else "",
        "\n".join([f"{say['tests']}:", *tests]) if tests else "",
    ]
    end = [say["consented"], say["whole_in_file"]]
    return _within(parts, end)


def _judged(one: TestLine, say: dict[str, Any]) -> str:
    """A test with whether its change is more than chance."""
    judged = say["changes"].get(one.counts.name.lower(), "") if one.counts else ""
    return f"{one.said}. {judged}".removesuffix(" ").removesuffix("..") if judged else one.said


def _within(parts: list[str], end: list[str]) -> str:
    """As many parts as have room before the end; one that is cut says so with «…»."""
    tail = "\n".join(end)
    said = ""
    for part in filter(None, parts):
        room = MOST - len(tail) - 1 - len(said) - 1
        if len(part) > room:
            cut = part[: max(0, room - 1)].rsplit(" ", 1)[0]
            said = f"{said}\n{cut}…" if room > 40 else said
            break
        said = f"{said}\n{part}" if said else part
    return f"{said}\n{tail}"


def _period(facts: StatusFacts, language: str) -> str:
    if facts.started is None:
        return ""
    last = facts.ended
    first = f"{facts.started:%d.%m.%Y}"
    return (
        f"{first}-{last:%d.%m.%Y}." if last else f"{words(language)['status']['from_day']} {first}."
    )
