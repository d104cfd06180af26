"""The end status to the GP: one sheet, the conclusion first. Contents: domain notes section 10, MedCom notes section 5."""

from dataclasses import dataclass
from datetime import date

from trainer_desktop.documents.paper import ACCENT, FAINT, MM, SOFT, Paper, Pen
from trainer_desktop.documents.wording import long_date, words


@dataclass(frozen=True, slots=True)
class GpStatus:
    """What the status says. `goals` are (text, day reached or None)."""

    name: str
    number: str
    address: str
    practice: str
    practice_number: str
    centre: str
    phone: str
    therapist: str
    profession: str
    day: date
    basis: str
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
    goals: tuple[tuple[str, date | None], ...]
    conclusion: str
    result: str
    plan: str
    consent_form: str
    consent_day: date
    consent_by: str


def gp_status_pdf(status: GpStatus, language: str = "da") -> bytes:
    """Draw the status; the citizen's name and number stand on every page."""
    every = words(language)
    say = every["status"]
    foot = f"{say['title']}  ·  {status.name}, {status.number}"
    paper = Paper(say["title"], status.centre, language, foot, every["page"])

    def again() -> float:
        day = Pen(long_date(status.day, language), 10, colour=SOFT)
        paper.pair(24 * MM, Pen(status.centre, 10, 600, ACCENT), day)
        return 38 * MM

    again()
    paper.text(paper.left, 38 * MM, say["title"], 20, 600)
    y = _people(paper, status, say)
    for head, body in _parts(status, every, language):
        y = paper.room(y, 16 * MM, again)
        paper.text(paper.left, y, head, 10, 600)
        x = paper.left + 38 * MM
        y = paper.flow(x, y, body, 10, paper.right - x, 14.5, again) + 3 * MM
    y = paper.room(y, 12 * MM, again)
    paper.line(y - 1 * MM)
    consent = say["consent"].format(
        form=status.consent_form, day=long_date(status.consent_day, language), who=status.consent_by
    )
    wide = paper.right - paper.left
    paper.flow(paper.left, y + 6 * MM, consent, 9, wide, 12, again, SOFT)
    return paper.finish()


def _people(paper: Paper, status: GpStatus, say: dict[str, str]) -> float:
    sender = (
        f"{status.therapist}, {status.profession.lower()}"
        if status.profession
        else status.therapist
    )
    practice = say["practice"].format(number=status.practice_number)
    groups = (
        (0, "citizen", (status.name, status.number, status.address)),
        (62, "to", (status.practice, practice if status.practice_number else "")),
        (120, "from", (sender, say["phone"].format(phone=status.phone) if status.phone else "")),
    )
    y, tallest = 48 * MM, 0.0
    for offset, head, lines in groups:
        x = paper.left + offset * MM
        paper.text(x, y, say[head], 8, 500, FAINT)
        foot = y + 5 * MM
        for number, line in enumerate(filter(None, lines)):
            weight = 400 if number else 600
            foot = paper.block(x, foot, line, 9.5, 50 * MM, 13.5, weight) + 1
        tallest = max(tallest, foot)
    paper.line(tallest + 1 * MM)
    return tallest + 9 * MM


def _parts(
    status: GpStatus, every: dict[str, dict[str, str]], language: str
) -> list[tuple[str, str]]:
    say = every["status"]
    basis = [f"{every['basis'].get(status.basis, status.basis)}."]
    if status.discharged:
        basis.append(say["discharged"].format(day=long_date(status.discharged, language)))
    elif status.received:
        basis.append(say["received"].format(day=long_date(status.received, language)))
    course = []
    if status.started:
        first = long_date(status.started, language)
        if status.ended:
            last = long_date(status.ended, language)
            course.append(say["period"].format(first=first, last=last))
        else:
            course.append(say["since"].format(first=first))
    course.append(
        say["trainings"].format(
            planned=status.planned,
            held=status.held,
            cancelled=status.cancelled,
            missed=status.missed,
            centre=status.centre_cancelled,
            booked=status.booked,
        )
    )
    if status.whole is not None:
        course.append(say["package"].format(used=status.used, whole=status.whole))
    goals = [
        say["goal_reached"].format(text=text, day=long_date(day, language))
        if day
        else say["goal_open"].format(text=text)
        for text, day in status.goals
    ]
    return [
        (say["conclusion"], status.conclusion or say["nothing"]),
        (say["basis"], " ".join(basis)),
        (say["course"], " ".join(course)),
        (say["goals"], "\n".join(goals) or say["no_goals"]),
        (say["result"], status.result or say["nothing"]),
        (say["tests"], say["no_tests"]),
        (say["plan"], status.plan or say["nothing"]),
    ]
