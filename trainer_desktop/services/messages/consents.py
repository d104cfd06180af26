"""Whether a course's end status may go to the citizen's clinic: the last answer, for which clinic, who asked."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen, Consent, GpClinic
from trainer_desktop.models.course import Course
from trainer_desktop.models.user import AppUser
from trainer_desktop.models.work import Work
from trainer_desktop.rules.gp_status import Answered, Standing, standing
from trainer_desktop.rules.gp_status import Consent as Answer
from trainer_desktop.services.courses import events


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """How it stands, with the last answer: when, how, who asked and noted it, for which clinic."""

    standing: Standing
    clinic_id: uuid.UUID | None
    clinic: str
    answer: Answer | None = None
    day: date | None = None
    form: str = ""
    taken_by: str = ""
    noted_by: str = ""
    for_clinic: str = ""
    what: str = ""
    taken_name: str = ""  # the asker as others know them


def consent(work: Work, course_id: uuid.UUID) -> ConsentStanding:
    """Of one course."""
    return consents(work, [course_id])[course_id]


def consents(work: Work, course_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, ConsentStanding]:
    """Of several courses."""
    keys = list(course_ids)
    who = select(Course.id, Citizen.gp_clinic_id).join(Citizen, Citizen.id == Course.citizen_id)
    clinics = {row[0]: row[1] for row in work.execute(who.where(Course.id.in_(keys)))}
    query = select(Consent).where(Consent.course_id.in_(keys))
    rows: dict[uuid.UUID, list[Consent]] = {}
    for row in work.scalars(query.order_by(Consent.noted_at, Consent.id)):
        rows.setdefault(row.course_id, []).append(row)
    wanted = {*clinics.values(), *(r.clinic_id for some in rows.values() for r in some)} - {None}
    named = work.execute(select(GpClinic.id, GpClinic.name).where(GpClinic.id.in_(wanted)))
    names = {row.id: row.name for row in named}
    people = _names(work, {r.taken_by or r.noted_by for some in rows.values() for r in some})
    found = {}
    for key in keys:
        answers, clinic = rows.get(key, []), clinics.get(key)
        how = standing([Answered(r.answer, r.clinic_id) for r in answers], clinic)
        card = ConsentStanding(how, clinic, names.get(clinic, "") if clinic else "")
        if answers:
            last = answers[-1]
            card = ConsentStanding(
                *(card.standing, card.clinic_id, card.clinic, last.answer, last.day, last.form),
                *(last.taken_by or last.noted_by, last.noted_by),
                names.get(last.clinic_id, "") if last.clinic_id else "",
                last.what,
                people.get(last.taken_by or last.noted_by, last.taken_by or last.noted_by),
            )
        found[key] = card
    return found


def _names(work: Work, initials: set[str]) -> dict[str, str]:
    """Initials tell a clinic nothing: the colleague's name, or the user's."""
    staff = select(Staff.initials, Staff.name).where(Staff.initials.in_(initials))
    users = select(AppUser.login, AppUser.name).where(AppUser.login.in_(initials))
    found = {row.login: row.name for row in work.execute(users)}
    return found | {row.initials: row.name for row in work.execute(staff)}


def note(
    work: Work,
    course_id: uuid.UUID,
    answer: Answer,
    form: str,
    *,
    day: date | None = None,
    taken_by: str = "",
    what: str = "",
) -> None:
    """Note what a citizen answered; a withdrawal is one, too. Raises Refused as `events.note_consent` does."""
    events.note_consent(work, course_id, answer, form, day=day, taken_by=taken_by, what=what)
