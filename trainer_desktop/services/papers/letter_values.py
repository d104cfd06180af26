"""What each field of a letter says for one course: worked out from the course, and from what a person writes."""

from typing import Any

from trainer_desktop.documents.wording import counted, long_date, words
from trainer_desktop.models.work import Work
from trainer_desktop.rules.deadlines import deadlines
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.papers import letter_record
from trainer_desktop.services.papers.complaint_guidance import guidance, ride_guidance, text_of
from trainer_desktop.services.papers.letter_about import About, Written
from trainer_desktop.services.papers.letter_names import FIELDS
from trainer_desktop.services.papers.letters import contact, notice_rules
from trainer_desktop.services.record import rides
from trainer_desktop.services.standards.rulebooks import about
from trainer_desktop.services.store.moments import today

FREE = 82  # the topic in a standard: what training costs
Said = str | tuple[str, ...]


def values(work: Work, one: About, written: Written, language: str) -> dict[str, Said]:
    """Every field by the name it has in a language."""
    say = words(language)
    found: dict[str, Said] = {
        **_people(work, one, language, say),
        **_grant(work, one, language, say),
        **_decision(work, one, written, language, say),
        **_rides(work, one, written, language, say),
        **letter_record.values(work, one.course.id, one.facts, language),
    }
    at = 0 if language == "da" else 1
    return {FIELDS[name][at]: said for name, said in found.items()}


def _people(work: Work, one: About, language: str, say: dict[str, Any]) -> dict[str, Said]:
    citizen = one.citizen
    phone, _address = contact(work, one.centre)
    title, _municipality, _source = about(one.course.standard, one.course.version)
    version = one.course.version
    standard = say["letter"]["standard"].format(name=title, version=version)
    return {
        "given_name": citizen.given_name or citizen.family_name,
        "name": f"{citizen.given_name} {citizen.family_name}".strip(),
        "centre": one.centre.name,
        "phone": spaced_phone(phone) or one.centre.name,
        "responsible": one.responsible.name if one.responsible else "",
        "today": long_date(today(work), language),
        "basis": _law(say["basis"].get(one.course.basis, one.course.basis), language),
        "standard": standard if one.course.standard else "",
    }


def _law(name: str, language: str) -> str:
    """«servicelovens § 86, stk. 1» of «Genoptræning efter serviceloven § 86, stk. 1»."""
    mark = " efter " if language == "da" else " under "
    return name.partition(mark)[2] or name


def _grant(work: Work, one: About, language: str, say: dict[str, Any]) -> dict[str, Said]:
    letter, row, facts = say["letter"], one.course, one.facts
    number, minutes = row.package_trainings, row.package_minutes
    if number and minutes and minutes % number:
        training = letter["whole"].format(n=number, minutes=minutes)
    elif number and minutes:
        training = letter["each"].format(n=number, minutes=minutes // number)
    else:
        training = letter["trainings"].format(n=number) if number else letter["open"]
    due = deadlines(facts.course, facts.book, today(work), digital_post=one.citizen.digital_post)
    begins = next((d for d in due if d.met_by in ("start_offered", "course_start")), None)
    edition = facts.book.on(facts.course.events.get("grant") or today(work))
    review = next((d for d in due if d.id.startswith("reevaluat")), None)
    parts = (
        training if number else "",
        one.centre.name,
        one.responsible.name if one.responsible else "",
        long_date(begins.due, language) if begins and not facts.course.started else "",
        letter["free"] if text_of(edition, FREE) else "",
    )
    rows = tuple(
        f"{word}\t{said}" for word, said in zip(letter["kind"], parts, strict=True) if said
    )
    absence = edition.absence if edition else None
    told = (absence.no_show, *absence.repeated) if absence else ()
    stays = tuple(rule.text for rule in told if rule and language == "da")
    return {
        "training": training,
        "grant": rows,
        "notice": notice_rules(work, [row.id], today(work), language),
        "no_show": " ".join(dict.fromkeys(stays)),
        "reevaluation_by": long_date(review.due, language) if review else "",
        "ride": letter["ride"] if one.citizen.ride else "",
    }


def _decision(
    work: Work, one: About, written: Written, language: str, say: dict[str, Any]
) -> dict[str, Said]:
    letter, events = say["letter"], one.facts.course.events
    rule = written.rule
    asked = events.get("application") or events.get("application_received")
    ended = one.facts.course.ended or today(work)
    later = letter_record.released(work, one.course.id)
    return {
        "reasons": written.reasons.strip(),
        "facts": written.facts,
        "rule": rule.text
        if rule
        else "",  # where it stands is our own business; the standard is named
        "applied": letter["applied"].format(day=long_date(asked, language)) if asked else " ",
        "other": written.other.strip(),
        "intended": written.intended.strip(),
        "answer_by": long_date(written.answer_by, language) if written.answer_by else "",
        "outcome": letter["outcomes"].get(written.outcome, ""),
        "last_day": long_date(ended, language),
        "again": "" if one.course.basis == "SUL140" else letter["again"],  # only a hospital refers
        "later": counted(list(letter["later"]), later),
        "complain": "" if written.fully_met else guidance(work, one, written, language),
        "complain_ride": ride_guidance(work, one, written, language),
    }


def _rides(
    work: Work, one: About, written: Written, language: str, say: dict[str, Any]
) -> dict[str, Said]:
    letter, facts = say["letter"], one.facts
    edition = facts.book.on(today(work))
    transport = edition.transport if edition else None
    every = rides.rides(work, one.course.id)
    ride = every[0] if every else None
    price = facts.book.settings.ride_price
    pays = bool(transport and transport.ride and transport.ride.copayment)
    lapse = transport.lapse if transport else None
    main = transport.ride if transport else None
    answer = letter["yes"], letter["no"]
    door = ride.door if ride and not one.citizen.protected else ""
    along = answer[0] if ride and ride.companion else ""  # what nobody has said is not said
    alone = answer[1] if ride and not ride.shared else ""
    known = (door, ride.aid, along, alone) if ride else ()
    rows = zip(letter["ride_facts"], known, strict=False)
    return {
        "ride_from": long_date(ride.since, language) if ride else "",
        "ride_facts": tuple(f"{word}\t{said}" for word, said in rows if said),
        "ride_price": _price(price, letter) if pays else "",
        "ride_lapses": lapse.text if lapse else "",
        "ride_rule": main.text if main else "",
        "last_ride": long_date(ride.until, language) if ride and ride.until else "",
        "ride_ends": letter["ride_ends"] if one.citizen.ride else "",
    }


def _price(price: object, letter: dict[str, Any]) -> str:
    """What the citizen pays for a ride; that one pays, where the amount is not entered."""
    if price is None:
        return str(letter["pays"])
    return str(letter["price"].format(price=price))
