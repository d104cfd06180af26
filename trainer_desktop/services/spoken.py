"""What the commands and the played morning say in Danish; the window's refusals are in `ui/refusals.py`."""

from datetime import date, datetime, time

from trainer_desktop.rules.deadlines import Standing
from trainer_desktop.rules.entries import EntryKind, NewTime
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
    EntryKind.TURNED_AWAY: "aflyst, kom for sent",
}
NEW_TIME = {
    NewTime.OWED: "centret skylder en ny tid",
    NewTime.AGREED: "en ny tid aftales",
    NewTime.YES: "borgeren kan få en ny tid",
    NewTime.NO: "ingen erstatningstræning",
    NewTime.SILENT: "standarden siger intet om erstatning",
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
    Trigger.SILENCE: "intet hørt efter en udeblivelse",
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
    Reason.CHANGED_SINCE: "Det er ændret siden. Intet er gjort.",
    Reason.NOT_SO: "Tallet kan ikke passe: {value}; det er fra {least} til {most} ({field}).",
    Reason.TOO_FAR: "Dagen kan ikke passe: {day}. Er året rigtigt?",
    Reason.CROSSED: "Det slutter, før det begynder.",
    Reason.BAD_TEXT: "Teksten kan ikke gemmes: den er for lang eller har tegn, der ikke kan skrives ud.",
    Reason.PAST_DAY: "Dagen er gået: {day}. Blev den holdt, så skriv en grund.",
    Reason.SAME_DAY: "Borgeren har en træning i forvejen den dag, {starts}.",
    Reason.NO_ROOM: "Der er ikke valgt et lokale.",
    Reason.BEFORE_DISCHARGE: "Det er før udskrivningen eller planens egen dato, {day}.",
    Reason.BEFORE_GRANT: "Det er før bevillingen, {day}.",
    Reason.HAS_CANCELLED: "Borgeren har meldt afbud til den.",
    Reason.ALREADY_WAITING: "Borgeren står på ventelisten i forvejen, siden {day}.",
    Reason.NO_LONGER_WAITING: "Borgeren venter ikke mere.",
    Reason.ALREADY_AWAY: "Det er noteret i forvejen, fra {day}.",
    Reason.NOT_A_TEAM: "Det er ikke et hold.",
    Reason.NOT_A_THERAPIST: "Det kan kun en terapeut. {what} ({place})",
    Reason.NOT_AUTHORITY: "Det afgør visitationen; skriv hvem. {what} ({place})",
    Reason.GOAL_IS_MET: "Målet er nået. {what} ({place})",
    Reason.NO_POTENTIAL: "Der er ikke mere at opnå. {what} ({place})",
    Reason.EXTRA_CAP: "Det er mere, end standarden giver. {what} ({place})",
    Reason.GIVEN_ALREADY: "De er givet én gang. {what} ({place})",
    Reason.ALREADY_ENDED: "Forløbet er afsluttet {day}.",
    Reason.AGE: "Standarden nævner alderen: {what} ({place})",
    Reason.ASK_FIRST: "Det skal en person svare på: {what} ({place})",
    Reason.STANDARD_IN_USE: "Standarden er i brug: {courses} forløb går efter den, eller centret har valgt den.",
    Reason.NOT_COME: "Dagen er ikke kommet endnu: {day}. Det, der er sket, noteres, når det er sket.",
    Reason.NO_EXTENSION: "Forløbet kan ikke forlænges: standarden giver ikke (flere) forlængelser.",
    Reason.BUSY: "En anden skriver lige nu. Intet er ændret; prøv igen om lidt.",
    Reason.READY_ALREADY: "Den ligger klar i forvejen. Skal det samme brev laves en gang til, så skriv --again.",
    Reason.NOT_ALLOWED: "Det må din rolle ikke ({right}). En administrator kan give dig en anden.",
    Reason.WEAK_PASSWORD: "Adgangskoden er for let at gætte: mindst 12 tegn, ikke et almindeligt ord, ikke dit eget navn.",
    Reason.LAST_ADMINISTRATOR: "Så er der ingen administrator tilbage. Giv først en anden rollen.",
    Reason.LOGIN_TAKEN: "{text} er givet til en anden, måske en, hvis adgang er lukket.",
    Reason.SIGNED_OTHERWISE: "Borgerens navn, nummer eller lægehus er ændret, siden der blev underskrevet. Ret slutstatus først, så brevet er til den rigtige.",
    Reason.SIGNED_ALREADY: "Der er allerede en underskrevet slutstatus. Ret den, så den nye nævner den (--correct).",
    Reason.NUMBERS_MISSING: "Beskeden kan ikke laves, før numrene står i registrene: {text}.",
    Reason.NO_CPR: "Borgerens nummer er hverken et CPR-nummer eller et eCPR, og der går ingen besked for det. Send slutstatus som brev.",
    Reason.FOLDER: "Mappen {folder} kan ikke bruges: {text}. Intet er skrevet eller noteret.",
    Reason.GONE: "Det findes ikke mere; nogen har taget det ud imens.",
    Reason.IN_USE: "Det er i brug: der er kommet noget til siden, så det kan ikke tages tilbage.",
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
    Reason.NOTHING_WRITTEN: "Der mangler {field}.",
    Reason.NOT_SOUND: "Kontrollen fandt {count} fejl, og intet er skrevet. {text}",
    Reason.DECISION_FIRST: "Der er ingen afgørelse i forløbet, som brevet kan være om. Træf den først.",
    Reason.ANSWER_DAY: "Svarfristen skal være efter den dag, høringen sendes, og inden for et år: {day}.",
    Reason.TOO_LONG: "{field} er for lang; der er plads til {most} tegn.",
    Reason.UNREADABLE: "«{text}» kan ikke læses som {field}.",
    Reason.CHECK_DIGIT: "«{text}» er ikke et GLN-nummer: det har 13 cifre, og det sidste passer ikke til de andre.",
    Reason.TAKEN: "«{text}» er der i forvejen ({field}).",
    Reason.BAD_WEEK: "Arbejdstiden kan ikke læses, eller to tider lapper over: «{text}». Skriv f.eks. «ma-fr 8-15.30; on 9-15».",
    Reason.STILL_STANDS: "Der står {n} træninger i kalenderen, den første {first}. Flyt dem først, f.eks. med «away».",
    Reason.NOT_IN_USE: "Det er taget ud af brug: {text}.",
    Reason.SAME_PERSON: "Borgeren er der i forvejen: {name}.",
    Reason.FUTURE_BIRTH: "Fødselsdagen er ikke kommet endnu: {day}.",
    Reason.NO_CENTRE: "Der er intet center endnu; opret det først med «centre add».",
    Reason.NO_BASIS: "Lovgrundlaget er ikke valgt; det vælger en person.",
    Reason.COURSE_RESTS: "Forløbet er på pause fra {first} til {last}.",
    Reason.CITIZEN_DEAD: "Borgeren er død.",
    Reason.CITIZEN_MOVED: "Borgeren er noteret som fraflyttet kommunen.",
    Reason.STILL_HOLDS: "Der er stadig noget i brug dér: {what}. Flyt det eller tag det ud af brug først.",
    Reason.ALREADY_PAUSED: "Forløbet er på pause i forvejen, fra {first} til {last}.",
    Reason.UNUSUAL: "Kan «{text}» passe? Er det rigtigt, så skriv --sure.",
    Reason.HEARING_FIRST: "Borgeren skal høres først (forvaltningslovens § 19): lav og send partshøringen, eller notér, at borgeren kender oplysningerne.",
    Reason.HEARING_WAITS: "Borgeren kan svare på partshøringen til og med {day}. Har borgeren svaret, så notér dagen (course event … heard_from).",
    Reason.MAKE_ANEW: "Brevet har en klagefrist, der er regnet fra {day} og fra, hvordan det skulle sendes. Lav det igen, og send det samme dag.",
    Reason.UNKNOWN_FIELD: "Feltet «{text}» findes ikke. {hint}",
    Reason.NO_GUIDANCE: "Brevet er en afgørelse og skal sige, hvordan man klager: feltet «{text}» mangler.",
    Reason.ALREADY_SENT: "Brevet er sendt {day}.",
    Reason.NO_LETTER: "Der går ingen breve ud: borgeren er død.",
    Reason.NOT_ENDED: "Forløbet er ikke afsluttet.",
    Reason.NOT_FOR_A_TEAM: "Det kan ikke gøres for et helt hold, kun for hver borger.",
}


FIELD_NAMES = {
    **{"name": "navn", "municipality": "kommune", "parent_id": "hovedcenter", "address": "adresse"},
    **{"phone": "telefon", "mobile": "mobil", "opening": "åbningstid", "sor": "SOR-kode"},
    **{"takes_fhir": "modtager FHIR"},
    **{"gln": "GLN-nummer", "kind": "slags", "capacity": "pladser", "equipment": "udstyr"},
    **{"centre_id": "center", "initials": "initialer", "title": "stilling", "day": "dag"},
    **{"trainings": "antal træninger", "minutes": "minutter", "form": "form", "room_id": "lokale"},
    **{"therapist_id": "terapeut", "ydernummer": "ydernummer", "week": "arbejdstid"},
    **{"given_name": "fornavn", "family_name": "efternavn", "number": "CPR-nummer"},
    **{"postcode": "postnummer", "town": "by", "email": "e-mail", "note": "note"},
    **{"gp_clinic_id": "lægehus", "language": "tolk", "kin_name": "pårørende"},
    **{"kin_phone": "pårørendes telefon", "digital_post": "digital post", "ride": "kørsel"},
    **{"staff_id": "medarbejder", "first": "fra og med", "last": "til og med"},
    **{"key": "test", "value": "værdi", "point": "tidspunkt i forløbet", "text": "tekst"},
    **{"standing": "tilstand", "protected": "beskyttet", "standard": "standard"},
    **{"intended": "hvad der er påtænkt", "answer_by": "svarfristen", "reasons": "begrundelsen"},
    **{"last_ride": "kørslens sidste dag"},
    **{"code": "årsag", "how": "hvordan", "why": "hvorfor"},
    **{"what": "hvad der er lånt ud", "outcome": "udfald", "function": "funktionsniveau"},
    **{"since": "fra", "amount": "beløb", "km": "kilometer"},
    **{"responsible_id": "ansvarlig", "basis": "lovgrundlag", "source": "hvem der henvender sig"},
}


class _Told(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return "noget andet"


def refusal(no: Refused) -> str:
    """A no as a sentence that names what stands in the way."""
    told = _Told(
        {name: _plain(value) for name, value in no.facts.items() if value not in (None, "")}
    )
    if "field" in told:
        told["field"] = FIELD_NAMES.get(told["field"], told["field"])
    starts, ends = told.pop("starts", ""), told.pop("ends", "")
    told["at"] = f"{starts[-5:]}–{ends[-5:]}" if starts and ends else "ikke"
    told["starts"] = starts
    said = REFUSALS[no.reason].format_map(told)
    return f"Linje {told['line']}: {said}" if "line" in told else said


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y kl. %H.%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    return str(value)
