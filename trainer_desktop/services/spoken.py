"""What the commands and the played morning say in Danish; the window has its own sentences in `ui/words.py`."""

from datetime import date, datetime, time

from trainer_desktop.rules.deadlines import Standing
from trainer_desktop.rules.ledger import EntryKind, NewTime
from trainer_desktop.rules.reevaluation import Trigger
from trainer_desktop.rules.refusal import Reason, Refused

KINDS = {
    EntryKind.GRANTED: "bevilget",
    EntryKind.EXTRA: "ekstra træninger",
    EntryKind.BOOKED: "booket",
    EntryKind.ATTENDED: "mødt",
    EntryKind.CANCELLED_IN_TIME: "afbud i tide",
    EntryKind.CANCELLED_LATE: "sent afbud",
    EntryKind.CANCELLED: "afbud",
    EntryKind.MISSED: "udeblevet",
    EntryKind.CENTRE_CANCELLED: "aflyst af centret",
    EntryKind.STAFF_MISSED: "terapeuten kom ikke",
}
NEW_TIME = {
    NewTime.OWED: "centret skylder en ny tid",
    NewTime.YES: "borgeren kan få en ny tid",
    NewTime.NO: "ingen erstatningstræning",
    NewTime.SILENT: "standarden tier om erstatning",
}
STANDINGS = {
    Standing.MET: "nået",
    Standing.MET_LATE: "nået for sent",
    Standing.WAITING: "venter",
    Standing.OVER: "overskredet",
    Standing.NOT_NOTED: "dagen er ikke noteret",
}
TRIGGERS = {
    Trigger.NO_SHOW: "udeblivelse",
    Trigger.REPEATED: "gentaget fravær",
    Trigger.PERIODIC: "efter kalenderen",
    Trigger.LONGEST: "længste varighed nået",
    Trigger.PACKAGE_USED: "pakken er brugt",
}
REFUSALS = {
    Reason.THERAPIST_BUSY: "Terapeuten er optaget: {what} har {other} kl. {at}.",
    Reason.ROOM_FULL: "Lokalet er fyldt: {what}, {other} kl. {at}.",
    Reason.ROOM_TOO_SMALL: "Lokalet er for lille: {what} har {capacity} pladser, og der er {people}.",
    Reason.CITIZEN_BUSY: "Borgeren er optaget: {what} har en anden træning kl. {at}.",
    Reason.THERAPIST_ABSENT: "Terapeuten er fraværende: {what} kl. {at}.",
    Reason.OUTSIDE_HOURS: "Uden for arbejdstid: {what} arbejder {at} den dag.",
    Reason.CLOSED: "Centret er lukket: {what}.",
    Reason.PACKAGE_USED: "Pakken er brugt: {used} af {whole} er brugt, og {booked} er booket.",
    Reason.COURSE_ENDED: "Forløbet sluttede {day}.",
    Reason.TEAM_FULL: "Holdet er fyldt: {what} har {capacity} pladser.",
    Reason.NOT_RESPONSIBLE: "Det kan kun den ansvarlige terapeut.",
    Reason.NOT_YET: "Træningen er ikke begyndt; den kan noteres fra {starts}.",
    Reason.NEEDS_REASON: "Der mangler en grund.",
    Reason.TOLD_AHEAD: "Afbuddet kan ikke være meldt {told}; det er ikke kommet endnu.",
    Reason.TOO_LATE: "Forsinkelsen kan højst være så lang som træningen, {minutes} minutter.",
    Reason.NO_CONSENT: "Der er intet samtykke, så der er ikke lavet nogen slutstatus. Det er noteret.",
    Reason.CHANGED_SINCE: "Nogen har ændret det siden.",
    Reason.BAD_TIME: "Tiden kan ikke bruges: en træning begynder efter kl. 4, varer mindst 5 minutter og slutter samme dag.",
    Reason.NOT_A_NUMBER: "Nummeret kan ikke læses: {what}.",
    Reason.ALREADY_ON_TEAM: "Borgeren er på holdet i forvejen.",
    Reason.ROOM_CLOSED: "Lokalet er lukket: {what}. {why}",
    Reason.LONGEST_PASSED: "Standarden lader forløbet vare til {day}.",
    Reason.PARALLEL_COURSE: "Et andet forløb er i gang ({basis}): {what}.",
    Reason.RIDE: "Borgeren har kørsel, som skal bestilles.",
    Reason.OTHER_THERAPIST: "{what} er ansvarlig for forløbet.",
    Reason.NOT_FREE_ANY_MORE: "Tiden er ikke ledig mere; nogen har taget den imens.",
    Reason.ALREADY_NOTED: "Fremmødet er noteret; det, der er holdt, flyttes ikke.",
    Reason.OTHERS_HIT: "Flere rammes nu: {what}, {starts}.",
    Reason.NOT_FOR_A_TEAM: "Det kan ikke gøres for et helt hold, kun for hver borger.",
}


class _Told(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return "noget andet"


def refusal(no: Refused) -> str:
    """A no as a sentence that names what stands in the way."""
    told = _Told(
        {name: _plain(value) for name, value in no.facts.items() if value not in (None, "")}
    )
    starts, ends = told.pop("starts", ""), told.pop("ends", "")
    told["at"] = f"{starts[-5:]}–{ends[-5:]}" if starts and ends else "ikke"
    told["starts"] = starts
    return REFUSALS[no.reason].format_map(told)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y kl. %H.%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    return str(value)
