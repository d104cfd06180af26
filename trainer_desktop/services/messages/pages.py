"""The end status as a paper: its parts composed of what is known and what the therapist wrote."""

from datetime import date
from typing import Any

from trainer_desktop.documents.gp_status import GpStatus, TestCurve, gp_status_pdf
from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.models.work import Work
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.measures import as_written
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.messages.consents import ConsentStanding
from trainer_desktop.services.messages.contents import PARTS, StatusFacts, TestLine
from trainer_desktop.services.store.moments import today

MOST_CURVES = 4


def pages(
    work: Work,
    facts: StatusFacts,
    consent: ConsentStanding,
    texts: dict[str, str],
    choices: dict[str, Any],
    language: str = "da",
    corrects: date | None = None,
    *,
    draft: bool = False,
) -> bytes:
    """The paper. `choices`: outcome (Fælles Sprog III), curves and own_plan (whether they come along)."""
    say = words(language)["status"]
    said = {part: texts.get(part, "").strip() for part in PARTS}
    curves = [_curve(one, language) for one in facts.tests if one.first_day != one.last_day]
    number = facts.number
    status = GpStatus(
        facts.citizen,
        f"{number[:6]}-{number[6:]}",
        facts.address,
        facts.clinic,
        facts.clinic_number,
        facts.centre,
        spaced_phone(facts.phone),
        facts.therapist,
        facts.profession,
        today(work),
        tuple(_parts(facts, said, choices, language)),
        tuple(curves[:MOST_CURVES]) if choices.get("curves") else (),
        _consent(consent, say, language),
        say["draft"]
        if draft
        else say["correction"].format(day=long_date(corrects, language))
        if corrects
        else "",
        say["curves"].format(n=min(len(curves), MOST_CURVES), of=len(curves)) if curves else "",
    )
    return gp_status_pdf(status, language)


def _consent(consent: ConsentStanding, say: dict[str, Any], language: str) -> str:
    if consent.day is None or consent.standing is not Standing.HOLDS:
        return str(say["no_consent"])
    form = say["consent_forms"].get(consent.form, consent.form)
    day = long_date(consent.day, language)
    return str(say["consent"].format(form=form, day=day, who=consent.taken_name))


def _parts(
    facts: StatusFacts, said: dict[str, str], choices: dict[str, Any], language: str
) -> list[tuple[str, str]]:
    say = words(language)["status"]
    outcome = choices.get("outcome", "")
    conclusion = said["conclusion"] or say["nothing"]
    if outcome:
        conclusion = f"{conclusion} {say['condition']} {say['outcomes'][outcome]}."
    goals = [_goal(goal, say, language) for goal in facts.goals]
    found = [
        (say["conclusion"], conclusion),
        (say["basis"], " ".join((*_basis(facts, say, language), said["purpose"])).strip()),
        (say["course"], " ".join((*_course(facts, say, language), said["course"])).strip()),
        (say["goals"], "\n".join(goals) or say["no_goals"]),
        (say["result"], said["result"]),
        (say["tests"], "\n".join(_test(t, say) for t in facts.tests) or say["no_tests"]),
        (say["observations"], said["observations"]),
        (say["plan"], said["plan"] or say["nothing"]),
    ]
    if choices.get("own_plan") and facts.own_plan:
        found.append((say["own_plan"], facts.own_plan))
    return [(head, body) for head, body in found if body]


def _basis(facts: StatusFacts, say: dict[str, Any], language: str) -> list[str]:
    found = [f"{facts.basis_words}."]
    if facts.discharged:
        found.append(say["discharged"].format(day=long_date(facts.discharged, language)))
    elif facts.received:
        found.append(say["received"].format(day=long_date(facts.received, language)))
    return found


def _course(facts: StatusFacts, say: dict[str, Any], language: str) -> list[str]:
    found = []
    if facts.started:
        first = long_date(facts.started, language)
        last = long_date(facts.ended, language) if facts.ended else ""
        key = "period" if facts.ended else "since"
        found.append(say[key].format(first=first, last=last))
    found.append(
        say["trainings"].format(
            planned=facts.planned,
            held=facts.held,
            cancelled=facts.cancelled,
            missed=facts.missed,
            centre=facts.centre_cancelled,
        )
    )
    if facts.booked:
        found.append(say["booked"].format(n=facts.booked))
    if facts.whole is not None:
        key = "package_last" if facts.used < facts.held else "package"
        found.append(say[key].format(used=facts.used, whole=facts.whole))
        if facts.used > facts.held:
            found.append(say["package_without"].format(n=facts.used - facts.held))
    return found


def _goal(goal: Any, say: dict[str, Any], language: str) -> str:
    text = f"{goal.text} «{goal.own_words}»" if goal.own_words else goal.text
    if goal.reached_on:
        return str(say["goal_reached"].format(text=text, day=long_date(goal.reached_on, language)))
    if goal.outcome in ("partly", "not"):
        return str(say[f"goal_{goal.outcome}"].format(text=text))
    return str(say["goal_open"].format(text=text))


def _test(one: TestLine, say: dict[str, Any]) -> str:
    days = f"{one.first_day:%d.%m.%Y}"
    if one.first_day == one.last_day:
        return f"{one.name}: {one.last} {one.unit} ({days})"
    both = f"{one.first} → {one.last} {one.unit} ({days}, {one.last_day:%d.%m.%Y})"
    judged = say["changes"].get(one.counts.name.lower(), "") if one.counts else ""
    return f"{one.name}: {both}. {judged}".strip()


def _curve(one: TestLine, language: str) -> TestCurve:
    series, danish = one.series, language == "da"
    values = [float(r.value) for r in series.results]
    low, high = min(values), max(values)
    first, last = series.results[0].day, series.results[-1].day
    days = max(1, (last - first).days)
    best_high = series.test.better == "high"
    shown = {0, len(values) - 1} if len(values) > 5 else set(range(len(values)))
    points = []
    for number, result in enumerate(series.results):
        up = (values[number] - low) / (high - low) if high > low else 0.5
        value = as_written(series.test, result.value, danish=danish) if number in shown else ""
        day = f"{result.day:%d.%m}" if number in (0, len(values) - 1) else ""
        along = (result.day - first).days / days
        points.append((along, up if best_high else 1 - up, value, day))
    return TestCurve(one.name, f"{one.first} → {one.last}", tuple(points))
