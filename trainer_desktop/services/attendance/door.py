"""A home visit that nobody answers: whom the standard has one try, in order, and when each was tried."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen, Kin
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.waiting import DoorCall
from trainer_desktop.models.work import Work
from trainer_desktop.rules.kinds import DoorStep
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step: whom to try, on which number, and when it was done (None: not yet)."""

    step: DoorStep
    who: str
    phone: str
    at: datetime | None
    note: str
    noted_by: str


@dataclass(frozen=True, slots=True)
class DoorCard:
    """The steps of a visit. `rule` None: the standard is silent, and the steps are left to the staff."""

    participant_id: uuid.UUID
    citizen: str
    starts: datetime
    steps: tuple[StepCard, ...]
    rule: RuleRef | None


def steps(work: Work, participant_id: uuid.UUID) -> DoorCard:
    """What the standard says of a door that is not opened, with what has been tried."""
    person = work.get_one(Participant, participant_id)
    session = work.get_one(TrainingSession, person.session_id)
    course = work.get_one(Course, person.course_id)
    citizen = work.get_one(Citizen, course.citizen_id)
    facts = courses.account(work, person.course_id)
    edition = facts.book.on(session.starts.date())
    rule = edition.absence.home_unanswered if edition else None
    asked = [DoorStep(one) for one in rule.steps] if rule else []
    tried = {
        call.step: call
        for call in work.scalars(
            select(DoorCall).where(DoorCall.participant_id == participant_id).order_by(DoorCall.at)
        )
    }
    asked += [step for step in tried if step not in asked]
    kin = work.scalar(select(Kin).where(Kin.citizen_id == citizen.id))
    numbers = {
        DoorStep.CITIZEN: ("", citizen.mobile or citizen.phone),
        DoorStep.KIN: (kin.name, kin.phone) if kin else ("", ""),
    }
    made = []
    for step in asked:
        call, (who, phone) = tried.get(step), numbers.get(step, ("", ""))
        made.append(
            StepCard(
                step,
                who,
                phone,
                call.at if call else None,
                call.note if call else "",
                call.noted_by if call else "",
            )
        )
    return DoorCard(
        participant_id,
        f"{citizen.given_name} {citizen.family_name}".strip(),
        session.starts,
        tuple(made),
        facts.book.ref(edition, rule) if edition and rule else None,
    )


def tried(work: Work, participant_id: uuid.UUID, step: DoorStep, note: str = "") -> None:
    """Note that somebody was tried just now."""
    work.add(
        DoorCall(
            participant_id=participant_id,
            step=step,
            at=wall_now(work),
            note=note.strip(),
            noted_by=work.actor,
        )
    )
