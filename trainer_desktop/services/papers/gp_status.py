"""The end status to the citizen's own doctor: made only with a consent, and each try is recorded."""

import hashlib
import uuid
from dataclasses import dataclass

from trainer_desktop.documents.gp_status import GpStatus, gp_status_pdf
from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course, StatusRecord
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.gp_status import Consent, status_may_be_sent
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What the therapist writes in an end status."""

    conclusion: str
    result: str
    plan: str


# A training that was called off because the citizen came too late was the centre's act, too.
BY_THE_CENTRE = (State.CENTRE_CANCELLED, State.STAFF_MISSED, State.TURNED_AWAY)


def gp_status(
    work: Work, course_id: uuid.UUID, said: StatusWords, language: str = "da"
) -> bytes | None:
    """Make the end status and record it; without a consent that holds, record that, and answer None."""
    row = work.get_one(Course, course_id)
    card = course_card(work, course_id)
    answers = [(card.consent.day, card.consent.answer)] if card.consent else []
    if not status_may_be_sent(answers) or card.consent is None:
        why = card.consent.answer.value if card.consent else Consent.REFUSED.value
        _record(work, course_id, made=False, why="no consent" if not card.consent else why)
        return None
    pdf = gp_status_pdf(_status(work, row, said), language)
    digest = hashlib.sha256(pdf).hexdigest()
    _record(work, course_id, made=True, why="", digest=digest)
    return pdf


def _record(work: Work, course_id: uuid.UUID, *, made: bool, why: str, digest: str = "") -> None:
    work.add(
        StatusRecord(
            course_id=course_id,
            made=made,
            why=why,
            made_by=work.actor,
            made_at=work.now,
            digest=digest,
        )
    )


def _status(work: Work, row: Course, said: StatusWords) -> GpStatus:
    page = course_card(work, row.id)
    citizen = work.get_one(Citizen, row.citizen_id)
    clinic = work.get(GpClinic, citizen.gp_clinic_id) if citizen.gp_clinic_id else None
    staff = work.get(Staff, row.responsible_id) if row.responsible_id else None
    facts = courses.one(work, row.id)
    states = [t.state for t in facts.course.trainings]
    package = allowance.package_now(work, facts)
    centre = work.get_one(Centre, row.centre_id)
    town = f"{citizen.postcode} {citizen.town}".strip()
    consent = page.consent
    assert consent is not None
    whole = None if package.granted is None else package.granted + package.extra
    return GpStatus(
        f"{citizen.given_name} {citizen.family_name}".strip(),
        f"{citizen.number[:6]}-{citizen.number[6:]}",
        ", ".join(part for part in (citizen.address, town) if part and not citizen.protected),
        clinic.name if clinic else "",
        clinic.ydernummer if clinic else "",
        centre.name,
        spaced_phone(centre.phone),
        staff.name if staff else work.actor,
        staff.title if staff else "",
        wall_now(work).date(),
        row.basis,
        facts.course.events.get("application_received"),
        facts.course.events.get("discharge"),
        facts.course.started,
        facts.course.ended,
        len(states),
        states.count(State.ATTENDED),
        states.count(State.CANCELLED),
        states.count(State.MISSED),
        sum(state in BY_THE_CENTRE for state in states),
        states.count(State.PLANNED),
        package.used,
        whole,
        tuple((g.text, g.reached_on) for g in page.goals),
        said.conclusion.strip(),
        said.result.strip(),
        said.plan.strip(),
        consent.form,
        consent.day,
        consent.noted_by,
    )
