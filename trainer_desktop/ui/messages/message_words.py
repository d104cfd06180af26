"""How a message stands and what came back for it, in words."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.messages.inbox import ReplyCard
from trainer_desktop.services.messages.overview import State
from trainer_desktop.services.store.folders import Outside
from trainer_desktop.ui import dates

TONES = {  # tone and icon
    State.STOPPED: ("bad", "warning"),
    State.READY: ("accent", "send"),
    State.ACCEPTED: ("good", "came"),
    State.REJECTED: ("bad", "warning"),
    State.ANSWERED: ("good", "mail"),
}
translate = QCoreApplication.translate


def tr_state(state: State) -> str:
    """How a message stands; never that it was sent, which nobody here can know."""
    return {
        State.STOPPED: translate("Message", "Consent taken back: take the files out"),
        State.READY: translate("Message", "Ready for sending"),
        State.ACCEPTED: translate("Message", "Receipt: received"),
        State.REJECTED: translate("Message", "Receipt: refused"),
        State.ANSWERED: translate("Message", "The clinic has answered"),
    }[state]


def tr_outside(where: Outside) -> str:
    """What is to be thought of before messages are left in such a place."""
    return {
        Outside.CLOUD: translate(
            "Message", "The outbox lies in a cloud folder: the files hold CPR numbers."
        ),
        Outside.STICK: translate(
            "Message", "The outbox lies on a stick: the files hold CPR numbers."
        ),
    }[where]


def tr_reply(reply: ReplyCard) -> tuple[str, str, str]:
    """What came back: which and when, what it says, and its tone."""
    at = f"{dates.date_year(reply.read_at.date())} {dates.clock(reply.read_at)}"
    kind = {
        "answer": translate("Message", "Answer"),
        "letter": translate("Message", "Letter that names no message"),
    }.get(reply.kind, translate("Message", "Receipt"))
    tone = "bad-text" if reply.accepted is False else "text"
    said = reply.said or translate("Message", "received")
    if not reply.from_clinic:
        other = translate("Message", "From {gln}, not the clinic itself")
        kind = f"{kind} · {other.format(gln=reply.sender or '–')}"
    return f"{kind}, {at}", said, tone
