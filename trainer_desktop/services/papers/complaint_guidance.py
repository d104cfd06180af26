"""How a citizen complains over a decision, as its law and standard have it; what the law does not give is not said."""

from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.models.work import Work
from trainer_desktop.rules.complaint import Post, complaint_dates
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.papers.letter_about import About, Written
from trainer_desktop.services.papers.letters import contact
from trainer_desktop.services.store.moments import today

SERVICE_LAW = ("SEL86.1", "SEL86.2")
WHERE = 72  # the topic in a standard: to whom one complains
PROFESSIONAL = 77  # and over the assessment by professionals


def guidance(work: Work, one: About, written: Written, language: str) -> str:
    """Body, way and deadline (FVL § 25); the deadline counts from receipt: at once digitally, six hverdage by letter."""
    say = words(language)["complaint"]
    day, book = today(work), one.facts.book
    digital = one.citizen.digital_post if written.sent_digital is None else written.sent_digital
    dates = complaint_dates(book, day, Post.DIGITAL if digital else Post.LETTER)
    edition = book.on(day)
    rule = edition.complaint if edition else None
    where = text_of(edition, WHERE, guides=True) if language == "da" else ""
    if dates.by is None:
        said = [where or say["without_date"].format(to=one.centre.name)]
    else:
        by = long_date(dates.by, language)
        said = [say["by_law"].format(by=by)]
        if rule:
            forms = say["or"].join(say[form] for form in rule.forms or ("oral", "written"))
            said = [say["by_standard"].format(forms=forms, by=by)]
        said.append(where or say["where"].format(to=one.centre.name))
        if rule and rule.suspensive is False:
            said.append(say["not_suspensive"])
    if one.course.basis in SERVICE_LAW:
        said.append(say["appeal"])
    if one.course.basis == "SUL140":
        own = text_of(edition, PROFESSIONAL) if language == "da" else ""
        usual = say["professional"].format(to=book.settings.professional_complaints_to)
        said.append(own or usual)
    return " ".join(said)


def text_of(edition: Standard | None, row: int, *, guides: bool = False) -> str:
    """What a standard says on a topic that only a person reads; nothing where it is silent.

    With `guides`, nothing either where it only says that the decision will tell.
    """
    texts = [one for one in edition.text if one.guides or not guides] if edition else []
    rows = ((one, one.row if isinstance(one.row, list) else [one.row]) for one in texts)
    return next((one.text for one, known in rows if row in known), "")


def ride_guidance(work: Work, one: About, written: Written, language: str) -> str:
    """A ride after serviceloven § 117 has no appeal, and its letter names no authority that would hear one.

    The law is the one that a person or the standard names; where neither does, the letter names none.
    """
    say = words(language)["complaint"]
    phone, _address = contact(work, one.centre)
    edition = one.facts.book.on(today(work))
    ride = edition.transport.ride if edition else None
    law = written.subject or (ride.basis if ride else "")
    key = {"SEL117": "ride", "SUL172": "ride_health"}.get(law, "ride_plain")
    return str(say[key].format(phone=spaced_phone(phone) or one.centre.name))
