"""How a citizen complains over a decision, as its law and standard have it; what the law does not give is not said."""

from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.models.work import Work
from trainer_desktop.rules.complaint import Post, complaint_dates
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.papers.letter_about import About, Written
from trainer_desktop.services.papers.letters import contact
from trainer_desktop.services.store.moments import today

SERVICE_LAW = ("SEL86.1", "SEL86.2")


def guidance(work: Work, one: About, written: Written, language: str) -> str:
    """Body, way and deadline (FVL § 25); the deadline counts from receipt: at once digitally, six hverdage by letter."""
    say = words(language)["complaint"]
    day, book = today(work), one.facts.book
    digital = one.citizen.digital_post if written.sent_digital is None else written.sent_digital
    dates = complaint_dates(book, day, Post.DIGITAL if digital else Post.LETTER)
    edition = book.on(day)
    rule = edition.complaint if edition else None
    to = one.centre.name
    if dates.by is None:
        said = [say["without_date"].format(to=to)]
    elif rule is None:
        said = [say["by_law"].format(to=to, by=long_date(dates.by, language))]
    else:
        forms = say["or"].join(say[form] for form in rule.forms or ("oral", "written"))
        by = long_date(dates.by, language)
        said = [say["by_standard"].format(forms=forms, to=to, by=by)]
        if rule.suspensive is False:
            said.append(say["not_suspensive"])
    if one.course.basis in SERVICE_LAW:
        said.insert(1, say["appeal"])
    if one.course.basis == "SUL140":
        said.append(say["professional"].format(to=book.settings.professional_complaints_to))
    return " ".join(said)


def ride_guidance(work: Work, one: About, written: Written, language: str) -> str:
    """A ride after serviceloven § 117 has no appeal, and its letter names no authority that would hear one."""
    say = words(language)["complaint"]
    phone, _address = contact(work, one.centre)
    health = written.subject == "SUL172" or (not written.subject and one.course.basis == "SUL140")
    key = "ride_health" if health else "ride"
    return str(say[key].format(phone=spaced_phone(phone) or one.centre.name))
