"""The sentence for every no: what stands in the way, by name."""

from collections.abc import Mapping
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.ui import dates
from trainer_desktop.ui.field_refusals import of_field
from trainer_desktop.ui.right_words import tr_right_refused, tr_weakness
from trainer_desktop.ui.rule_words import tr_basis
from trainer_desktop.ui.words import tr_absence

translate = QCoreApplication.translate
Facts = Mapping[str, object]
Said = tuple[str, str]  # a heading and a sentence


def _at(facts: Facts) -> str:
    starts, ends = facts.get("starts"), facts.get("ends")
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        return dates.clock_range(starts, ends)
    if isinstance(starts, time) and isinstance(ends, time):
        return f"{dates.clock(starts)}–{dates.clock(ends)}"
    return ""


def _with_place(facts: Facts) -> str:
    what, place = str(facts.get("what", "")), str(facts.get("place", ""))
    return f"{what} ({place})" if what and place else what


def tr_refused(refusal: Refused) -> tuple[str, str]:
    """A no: what it is about, and the rule or the clash by name."""
    return tr_obstacle(refusal.reason, refusal.facts)


def tr_obstacle(reason: Reason, facts: Facts) -> Said:
    """One obstacle: a heading and a sentence."""
    for group in (_clash, _time, _course, _standard, _meanwhile, _use, of_field):
        said = group(reason, facts)
        if said:
            return said
    raise AssertionError(reason)


def _day(facts: Facts) -> str:
    day = facts.get("day")
    return dates.date_year(day) if isinstance(day, date) else ""


def _clash(reason: Reason, facts: Facts) -> Said | None:
    """What stands in the way by name."""
    what = str(facts.get("what", ""))
    at = _at(facts)
    other = str(facts.get("other", ""))
    match reason:
        case Reason.THERAPIST_BUSY:
            said = translate("Reason", "{who} has a training at {time}: {other}.")
            return translate("Reason", "The therapist is busy"), said.format(
                who=what, time=at, other=other
            )
        case Reason.ROOM_FULL:
            said = translate("Reason", "{room} is full at {time}: {other}.")
            return translate("Reason", "There is no room"), said.format(
                room=what, time=at, other=other
            )
        case Reason.ROOM_TOO_SMALL:
            said = translate("Reason", "{room} holds {capacity}, and there are {people}.")
            numbers = {k: facts.get(k, 0) for k in ("capacity", "people")}
            return translate("Reason", "The room is too small"), said.format(room=what, **numbers)
        case Reason.CITIZEN_BUSY:
            said = translate("Reason", "{who} has another training at {time}.")
            return translate("Reason", "The citizen is busy"), said.format(who=what, time=at)
        case Reason.THERAPIST_ABSENT:
            kind = facts.get("kind")
            why = tr_absence(kind) if isinstance(kind, AbsenceKind) else ""
            said = translate("Reason", "{who} is away at {time}: {why}.")
            return translate("Reason", "The therapist is away"), said.format(
                who=what, time=at, why=why
            )
        case Reason.OTHERS_HIT:
            said = translate("Reason", "{who} at {time} has come into the calendar meanwhile.")
            return translate("Reason", "Somebody more is hit"), said.format(who=what, time=at)
        case Reason.TEAM_FULL:
            said = translate("Reason", "{team} has {n} places, and all are taken.")
            return translate("Reason", "The team is full"), said.format(
                team=what, n=facts.get("capacity")
            )
        case Reason.NOT_FREE_ANY_MORE:
            return translate("Reason", "The time is not free any more"), translate(
                "Reason", "Somebody has taken it in the meantime."
            )
        case Reason.NO_ROOM:
            return translate("Reason", "No room is chosen"), ""
        case Reason.ROOM_CLOSED:
            said = translate("Reason", "{room} is closed at {time}.").format(room=what, time=at)
            why = str(facts.get("why", ""))
            return translate("Reason", "The room is closed"), f"{said} {why}".strip()
        case _:
            return None


def _time(reason: Reason, facts: Facts) -> Said | None:
    """A day or an hour that cannot be."""
    what = str(facts.get("what", ""))
    at = _at(facts)
    match reason:
        case Reason.OUTSIDE_HOURS:
            if at:
                said = translate("Reason", "{who} works {time} that day.").format(who=what, time=at)
            else:
                said = translate("Reason", "{who} does not work that day.").format(who=what)
            return translate("Reason", "Outside working hours"), said
        case Reason.CLOSED:
            said = translate("Reason", "The day is {name}.").format(name=what)
            return translate("Reason", "The centre is closed"), said
        case Reason.NOT_YET:
            starts = facts.get("starts")
            said = translate("Reason", "It can be noted from {time}.").format(
                time=f"{dates.short_day(starts.date())} {dates.at_clock(starts)}"
                if isinstance(starts, datetime)
                else ""
            )
            return translate("Reason", "The training has not begun"), said
        case Reason.TOLD_AHEAD:
            return translate("Reason", "The time has not come yet"), translate(
                "Reason", "A cancellation cannot have been told later than now."
            )
        case Reason.TOO_LATE:
            said = translate("Reason", "The training lasts {n} minutes.")
            return translate("Reason", "Later than the training is long"), said.format(
                n=facts.get("minutes")
            )
        case Reason.PAST_DAY:
            said = translate("Reason", "{day} has passed. Was it held, and not typed in?").format(
                day=_day(facts)
            )
            return translate("Reason", "The day has passed"), said
        case Reason.SAME_DAY:
            starts = facts.get("starts")
            said = translate("Reason", "The first is at {time}.").format(
                time=dates.clock(starts) if isinstance(starts, datetime) else ""
            )
            return translate("Reason", "A second training that day"), said
        case Reason.NOT_COME:
            said = translate("Reason", "{day} has not come; what has happened is noted afterwards.")
            return translate("Reason", "The day has not come yet"), said.format(day=_day(facts))
        case Reason.TOO_FAR:
            said = translate("Reason", "{day} is too far away. Is the year right?").format(
                day=_day(facts)
            )
            return translate("Reason", "The day cannot be right"), said
        case Reason.CROSSED:
            return translate("Reason", "It ends before it begins"), translate(
                "Reason", "«To» must lie after «from»."
            )
        case Reason.BAD_TIME:
            return translate("Reason", "The time cannot be used"), translate(
                "Reason",
                "A training begins after 4:00, lasts five minutes or more, and ends the same day.",
            )
        case _:
            return None


def _course(reason: Reason, facts: Facts) -> Said | None:
    """What the course has, and how long it lasts."""
    what = str(facts.get("what", ""))
    match reason:
        case Reason.PACKAGE_USED:
            said = translate(
                "Reason", "{used} of {whole} trainings are used, and {booked} are booked."
            )
            if facts.get("unit") == "minutes":
                said = translate(
                    "Reason", "{used} of {whole} minutes are used, and {booked} are booked."
                )
            numbers = {k: facts.get(k, 0) for k in ("used", "whole", "booked")}
            return translate("Reason", "The package has no training left"), said.format(**numbers)
        case Reason.COURSE_ENDED:
            said = translate("Reason", "The course ended {day}.").format(day=_day(facts))
            return translate("Reason", "The course has ended"), said
        case Reason.ALREADY_ENDED:
            said = translate("Reason", "The course ended {day}.").format(day=_day(facts))
            return translate("Reason", "The course has ended already"), said
        case Reason.LONGEST_PASSED:
            said = translate("Reason", "The standard lets the course last until {day}.").format(
                day=_day(facts)
            )
            return translate("Reason", "Beyond the longest duration"), said
        case Reason.PARALLEL_COURSE:
            basis = ", ".join(tr_basis(one) for one in str(facts.get("basis", "")).split(", "))
            title = translate("Reason", "Another course runs: {basis}").format(basis=basis)
            if not what:
                return title, translate("Reason", "The centre wants to be told.")
            return title, f"{what} ({facts.get('place', '')})"
        case Reason.NO_EXTENSION:
            return translate("Reason", "It cannot be extended"), translate(
                "Reason", "The standard has no (more) extensions."
            )
        case Reason.RIDE:
            return translate("Reason", "The citizen has a ride"), translate(
                "Reason", "The ride must be ordered for this time."
            )
        case Reason.OTHER_THERAPIST:
            said = translate("Reason", "{who} is responsible for the course.").format(who=what)
            return translate("Reason", "Not the usual therapist"), said
        case Reason.NOT_SOUND:
            said = translate("Reason", "The check found something, and nothing was written")
            return said, str(facts.get("text", ""))
        case Reason.DECISION_FIRST:
            return translate("Reason", "There is no such decision"), translate(
                "Reason", "The letter says that something has been decided. Decide it first."
            )
        case Reason.ANSWER_DAY:
            return translate("Reason", "The citizen must have time to answer"), translate(
                "Reason", "The day to answer by must be after the hearing is sent, within a year."
            )
        case Reason.NO_CONSENT:
            return translate("Reason", "There is no consent"), translate(
                "Reason", "No status is made without the citizen's consent. It has been recorded."
            )
        case Reason.BEFORE_GRANT:
            said = translate("Reason", "It was granted {day}.").format(day=_day(facts))
            return translate("Reason", "Before the grant"), said
        case _:
            return None


def _standard(reason: Reason, facts: Facts) -> Said | None:
    """What the standard asks for, or leaves to somebody."""
    what = str(facts.get("what", ""))
    match reason:
        case Reason.NOT_RESPONSIBLE:
            return translate("Reason", "Only the responsible therapist can do this"), ""
        case Reason.NOT_A_THERAPIST:
            return translate("Reason", "Only a therapist can do this"), _with_place(facts)
        case Reason.NOT_AUTHORITY:
            return translate("Reason", "The authority decides this"), _with_place(facts)
        case Reason.ASK_FIRST:
            return translate("Reason", "A person must answer this"), _with_place(facts)
        case Reason.AGE:
            return translate("Reason", "The standard names an age"), _with_place(facts)
        case Reason.GOAL_IS_MET:
            return translate("Reason", "The goal is reached"), _with_place(facts)
        case Reason.NO_POTENTIAL:
            return translate("Reason", "There is no more to gain"), _with_place(facts)
        case Reason.EXTRA_CAP:
            return translate("Reason", "More than the standard gives"), _with_place(facts)
        case Reason.GIVEN_ALREADY:
            return translate("Reason", "They have been given once"), _with_place(facts)
        case Reason.NEEDS_REASON:
            return translate("Reason", "A reason is needed"), translate(
                "Reason", "Write why, in a few words."
            )
        case Reason.NOT_SO:
            said = translate("Reason", "It is between {least} and {most}, and {value} was given.")
            numbers = {k: facts.get(k, "") for k in ("least", "most", "value")}
            return translate("Reason", "The number cannot be right"), said.format(**numbers)
        case Reason.NOT_A_NUMBER:
            return translate("Reason", "The number cannot be read"), what
        case Reason.BAD_TEXT:
            return translate("Reason", "The text cannot be stored"), translate(
                "Reason", "It is too long, or has letters that cannot be printed."
            )
        case _:
            return None


def _meanwhile(reason: Reason, facts: Facts) -> Said | None:
    """What has happened meanwhile."""
    match reason:
        case Reason.CHANGED_SINCE:
            who, did = str(facts.get("who", "")), str(facts.get("did", ""))
            title = translate("Reason", "It has been changed meanwhile")
            if not who:
                return title, translate("Reason", "Somebody has changed it since. Nothing is done.")
            said = translate("Reason", "{who} did «{what}» since. Look again; nothing is done.")
            return title, said.format(who=who, what=did)
        case Reason.BUSY:
            return translate("Reason", "Somebody else is saving right now"), translate(
                "Reason", "Nothing has been changed. Try again in a moment."
            )
        case Reason.READY_ALREADY:
            return translate("Reason", "It lies ready already"), translate(
                "Reason", "Press once more to make the same letter again."
            )
        case Reason.NOT_ALLOWED:
            return translate("Reason", "Your role may not do that"), tr_right_refused(facts)
        case Reason.WEAK_PASSWORD:
            return translate("Reason", "The password is too easily guessed"), tr_weakness(
                str(facts.get("weakness", ""))
            )
        case Reason.LAST_ADMINISTRATOR:
            return translate("Reason", "Nobody would be administrator"), translate(
                "Reason", "Give somebody else that role first."
            )
        case Reason.LOGIN_TAKEN:
            said = translate("Reason", "{text} is somebody else's, perhaps one who is closed.")
            note = said.format(text=facts.get("text", ""))
            return translate("Reason", "These initials are taken"), note
        case Reason.SIGNED_OTHERWISE:
            return translate("Reason", "Correct the end status first"), translate(
                "Reason", "The citizen's name, number or clinic was changed after it was signed."
            )
        case Reason.SIGNED_ALREADY:
            return translate("Reason", "It is signed already"), translate(
                "Reason", "Correct the signed one: the new one names it."
            )
        case Reason.NUMBERS_MISSING:
            said = translate("Reason", "Write them in Set-up: {text}.")
            note = said.format(text=facts.get("text", ""))
            return translate("Reason", "Numbers are missing in the registers"), note
        case Reason.NO_CPR:
            return translate("Reason", "No message goes for this number"), translate(
                "Reason", "It is neither a CPR number nor an eCPR. Send the status as a letter."
            )
        case Reason.FOLDER:
            said = translate("Reason", "{folder}: {why}. Nothing is written or noted.")
            note = said.format(folder=facts.get("folder", ""), why=facts.get("text", ""))
            return translate("Reason", "The folder cannot be used"), note
        case Reason.GONE:
            return translate("Reason", "It is not there any more"), translate(
                "Reason", "Somebody has taken it out meanwhile. Nothing is done."
            )
        case Reason.HAS_CANCELLED:
            return translate("Reason", "The citizen has cancelled this one"), translate(
                "Reason", "Coming all the same is noted on the roster."
            )
        case Reason.ALREADY_WAITING:
            said = translate("Reason", "The citizen has waited for it since {day}.").format(
                day=_day(facts)
            )
            return translate("Reason", "On the waiting list already"), said
        case Reason.NO_LONGER_WAITING:
            return translate("Reason", "The citizen does not wait any more"), translate(
                "Reason", "Somebody has taken them off the list meanwhile."
            )
        case Reason.ALREADY_AWAY:
            said = translate("Reason", "It is noted already, from {day}.").format(day=_day(facts))
            return translate("Reason", "Noted already"), said
        case Reason.ALREADY_NOTED:
            return translate("Reason", "Its attendance has been noted"), translate(
                "Reason", "What has been held is not moved. Take the mark away first."
            )
        case Reason.ALREADY_ON_TEAM:
            return translate("Reason", "The citizen is on the team already"), ""
        case _:
            return None


def _use(reason: Reason, facts: Facts) -> Said | None:
    """What is not for this, or hangs together with something."""
    match reason:
        case Reason.NOT_A_TEAM:
            return translate("Reason", "It is no team"), translate(
                "Reason", "Only a team's meetings are joined."
            )
        case Reason.NOT_FOR_A_TEAM:
            return translate("Reason", "Not for a whole team"), translate(
                "Reason", "It can be done for each citizen on the roster."
            )
        case Reason.STANDARD_IN_USE:
            count = facts.get("courses", "")
            return translate("Reason", "The standard is in use"), translate(
                "Reason", "{n} courses go by it, or the centre has chosen it."
            ).format(n=count)
        case Reason.IN_USE:
            return translate("Reason", "It is in use"), translate(
                "Reason", "Something has been added to it since, so it cannot be taken back."
            )
        case _:
            return None
