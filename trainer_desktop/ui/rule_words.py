"""The words for what rules answer: re-evaluations, deadlines, entries of the ledger, bases and events."""

from datetime import date
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.deadlines import Deadline, Standing
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Effect, Reevaluation, Trigger
from trainer_desktop.services.courses.endings import Step
from trainer_desktop.services.courses.tasks import Kind as TaskKind
from trainer_desktop.ui import dates

translate = QCoreApplication.translate


def tr_outcome(outcome: Outcome) -> tuple[str, str]:
    """What a re-evaluation comes to, and what that means."""
    match outcome:
        case Outcome.CONTINUE:
            return translate("Outcome", "Continue unchanged"), translate(
                "Outcome", "The booked times stay."
            )
        case Outcome.CHANGE:
            return translate("Outcome", "Change within the frame"), translate(
                "Outcome", "Another form, time or agreement; the booked times stay."
            )
        case Outcome.END:
            return translate("Outcome", "End the course"), translate(
                "Outcome", "A decision: hear the citizen first."
            )
        case Outcome.REASSESS:
            return translate("Outcome", "New assessment"), translate(
                "Outcome", "The authority looks at the grant again."
            )
        case _:
            assert_never(outcome)


def tr_trigger(item: Reevaluation) -> str:
    """Why a course must be looked at again, or what its standard wants done."""
    done = _tr_effect(item)
    if done:
        return done
    match item.why:
        case Trigger.NO_SHOW:
            if item.number == 1:
                return translate("Trigger", "Re-evaluation: first no-show")
            return translate("Trigger", "Re-evaluation: no-show number {n}").format(n=item.number)
        case Trigger.REPEATED:
            return translate("Trigger", "Re-evaluation: {n} absences").format(n=item.number)
        case Trigger.PERIODIC:
            return translate("Trigger", "Re-evaluation by the calendar")
        case Trigger.LONGEST:
            return translate("Trigger", "Longest duration reached")
        case Trigger.PACKAGE_USED:
            return translate("Trigger", "The package is used")
        case Trigger.SILENCE:
            return translate("Trigger", "Nothing heard after a no-show")
        case _:
            assert_never(item.why)


def _tr_effect(item: Reevaluation) -> str:
    """What a rule wants done when it is no re-evaluation; empty when it is one."""
    if item.effect is Effect.CALL:
        return translate("Trigger", "Call the citizen: {n} absences").format(n=item.number)
    if item.effect is Effect.LETTER:
        return translate("Trigger", "Write to the citizen: {n} absences").format(n=item.number)
    if item.effect is Effect.NOTE:
        return translate("Trigger", "To be noted: {n} absences").format(n=item.number)
    return ""


def tr_effect_done(effect: Effect) -> str:
    """What the button says that notes what a rule wanted done; empty for a re-evaluation."""
    return {
        Effect.CALL: translate("Trigger", "The citizen has been called"),
        Effect.LETTER: translate("Trigger", "The letter has been sent"),
        Effect.NOTE: translate("Trigger", "It has been noted"),
    }.get(effect, "")


def tr_event(event: str) -> str:
    """What must have happened, or what a deadline counts from."""
    found = {
        "application": translate("Event", "application"),
        "application_received": translate("Event", "application received"),
        "plan_received": translate("Event", "plan received"),
        "plan_start": translate("Event", "the plan's own date"),
        "discharge": translate("Event", "discharge"),
        "decision": translate("Event", "decision"),
        "grant": translate("Event", "grant"),
        "grant_received": translate("Event", "grant received by the unit"),
        "refusal_considered": translate("Event", "refusal considered"),
        "hearing_sent": translate("Event", "hearing of the citizen"),
        "information_sent": translate("Event", "information letter"),
        "choice_made": translate("Event", "choice of supplier"),
        "appointment_told": translate("Event", "appointment told to the citizen"),
        "first_visit": translate("Event", "first talk and examination"),
        "start_offered": translate("Event", "start offered"),
        "late_start_told": translate("Event", "late start told to the citizen"),
        "course_start": translate("Event", "start of training"),
        "course_end": translate("Event", "end of the course"),
        "complaint_received": translate("Event", "complaint received"),
        "decision_received": translate("Event", "decision received"),
        "heard_from": translate("Event", "heard from the citizen"),
        "new_time": translate("Event", "new time"),
        "centre_cancelled": translate("Event", "the centre's cancellation"),
        "complaint_answered": translate("Event", "answer to the complaint"),
    }
    return found.get(event, event)


def capital(text: str) -> str:
    """The same beginning with a capital."""
    return text[:1].upper() + text[1:]


def tr_deadline(deadline: Deadline) -> str:
    """The deadline as a task."""
    return capital(tr_event(deadline.met_by))


def tr_counted(deadline: Deadline) -> str:
    """What a deadline counts from."""
    return translate("Deadline", "Counted from {event} {day}").format(
        event=tr_event(deadline.event), day=dates.short_date(deadline.counted_from)
    )


def tr_standing(deadline: Deadline) -> str:
    """How a deadline stands."""
    met = dates.date_year(deadline.met_on) if deadline.met_on else ""
    match deadline.standing:
        case Standing.MET:
            return translate("Deadline", "Met on {day}").format(day=met)
        case Standing.MET_LATE:
            return translate("Deadline", "Met too late, on {day}").format(day=met)
        case Standing.WAITING:
            return translate("Deadline", "Not met yet")
        case Standing.OVER:
            return translate("Deadline", "Passed")
        case Standing.NOT_NOTED:
            return translate("Deadline", "The day is not noted")
        case _:
            assert_never(deadline.standing)


def tr_supplier(supplier: str) -> str:
    """Who delivers a course; what a standard calls otherwise is shown as it is."""
    return {
        "unit": translate("Supplier", "The training unit"),
        "homecare": translate("Supplier", "The home care"),
    }.get(supplier, supplier)


def tr_basis(basis: str) -> str:
    """The legal basis, short."""
    return {
        "SEL86.1": translate("Basis", "SEL § 86(1)"),
        "SEL86.2": translate("Basis", "SEL § 86(2)"),
        "SUL140": translate("Basis", "SUL § 140"),
        "AEL": translate("Basis", "Elder law"),
    }.get(basis, basis)


def tr_basis_name(basis: str) -> str:
    """What sort of training the basis gives."""
    return {
        "SEL86.1": translate("Basis", "Rehabilitation training"),
        "SEL86.2": translate("Basis", "Maintenance training"),
        "SUL140": translate("Basis", "Rehabilitation after hospital"),
        "AEL": translate("Basis", "Training under the elder law"),
    }.get(basis, basis)


def tr_trigger_reason(why: Trigger, number: int) -> str:
    """What a re-evaluation rests on."""
    match why:
        case Trigger.NO_SHOW:
            return translate("Opened", "No-show number {n} in the course.").format(n=number)
        case Trigger.REPEATED:
            return translate("Opened", "Absence number {n} in the course.").format(n=number)
        case Trigger.PACKAGE_USED:
            return translate("Opened", "The package is used, and the goal is not noted as reached.")
        case Trigger.PERIODIC | Trigger.LONGEST:
            return translate("Opened", "By the calendar.")
        case Trigger.SILENCE:
            return translate("Opened", "Nothing has been heard since the no-show.")
        case _:
            assert_never(why)


def tr_trigger_opened(why: Trigger, number: int, by: date | None) -> str:
    """Why a re-evaluation is opened, and by when it is to be answered."""
    said = tr_trigger_reason(why, number)
    if by is None:
        return said + " " + translate("Opened", "Neither standard nor centre has set a deadline.")
    return said + " " + translate("Opened", "By {day}.").format(day=dates.short_day(by))


def tr_place(place: str) -> str:
    """Where in a standard a rule stands, as it is read aloud: «L370-372» is its lines."""
    lines = place.removeprefix("L")
    if lines == place or not lines[:1].isdigit():
        return place
    return translate("Place", "line {lines} of the standard").format(lines=lines)


def tr_step(step: Step) -> str:
    """What is to be done next when a course is to end."""
    match step:
        case Step.HEARING:
            return translate("Step", "Hear the citizen before the course ends")
        case Step.DECISION:
            return translate("Step", "Decide that the course ends")
        case Step.LETTER:
            return translate("Step", "Letter on the end of the course")
        case Step.STATUS:
            return translate("Step", "End status to the GP")
        case _:
            assert_never(step)


def tr_step_done(step: Step) -> str:
    """What the button says that notes a step."""
    match step:
        case Step.HEARING:
            return translate("Step", "The hearing was sent today")
        case Step.DECISION:
            return translate("Step", "Decide: the course ends today")
        case Step.LETTER:
            return translate("Step", "The letter was sent today")
        case Step.STATUS:
            return translate("Step", "Make the status …")
        case _:
            assert_never(step)


def tr_task_kind(kind: TaskKind) -> str:
    """A sort of task."""
    match kind:
        case TaskKind.REEVALUATION:
            return translate("TaskKind", "Re-evaluations")
        case TaskKind.DEADLINE:
            return translate("TaskKind", "Deadlines")
        case TaskKind.ENDING:
            return translate("TaskKind", "Endings")
        case TaskKind.OWED:
            return translate("TaskKind", "New times owed")
        case TaskKind.MESSAGE:
            return translate("TaskKind", "Messages that were refused")
        case _:
            assert_never(kind)
