"""Which standard a centre goes by for each legal basis, and what it has chosen where its standard leaves it open."""

from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from trainer_desktop.models.centre import Centre
from trainer_desktop.models.work import Work
from trainer_desktop.rules.fields import NO, YES
from trainer_desktop.rules.local_settings import (
    CONTRADICTIONS,
    BadSetting,
    LocalSettings,
    read_settings,
    usable_settings,
)
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import main_centre
from trainer_desktop.services.standards.catalogue import catalogue

BASES = ("SEL86.1", "SEL86.2", "SUL140", "AEL")


@dataclass(frozen=True, slots=True)
class StandardChoice:
    """A standard that can be chosen for a legal basis."""

    id: str
    title: str
    municipality: str
    version: str
    rules: int
    examples: int


@dataclass(frozen=True, slots=True)
class BasisCard:
    """A legal basis: the standard that is chosen for it, and those that could be."""

    basis: str
    chosen: str
    choices: tuple[StandardChoice, ...]


@dataclass(frozen=True, slots=True)
class SettingCard:
    """One of the places where the standards contradict each other: what is chosen, what else could be, and why the default."""

    number: int
    name: str
    value: str
    default: str
    choices: tuple[str, ...]
    reason: str

    @property
    def chosen(self) -> bool:
        """Whether the centre has chosen otherwise than the program's default."""
        return self.value != self.default


def bases(work: Work) -> list[BasisCard]:
    """Each legal basis with its standard."""
    editions = catalogue(work).editions
    row = _main(work)
    chosen = row.standards if row else {}
    found = []
    for basis in BASES:
        choices = tuple(
            StandardChoice(
                name,
                some[-1].standard.short or some[-1].standard.title,
                some[-1].standard.municipality,
                some[-1].standard.version,
                len(list(some[-1].rules())),
                len(some[-1].example),
            )
            for name, some in sorted(editions.items())
            if any(basis in one.standard.bases for one in some)
        )
        found.append(BasisCard(basis, chosen.get(basis, ""), choices))
    return found


def choose_standard(work: Work, basis: str, name: str) -> None:
    """Go by a standard for a legal basis from now on; "" for none. Courses that run keep theirs. Raises Refused UNREADABLE."""
    row = work.get_one(Centre, main_centre(work))
    work.rely_on(row)
    known = next((card for card in bases(work) if card.basis == basis), None)
    if known is None:
        raise Refused(Reason.UNREADABLE, field="basis", text=basis[:40])
    if name and name not in {one.id for one in known.choices}:
        raise Refused(Reason.UNREADABLE, field="standard", text=name[:40])
    standards = {**row.standards, basis: name}
    row.standards = {key: value for key, value in standards.items() if value}


def settings(work: Work) -> list[SettingCard]:
    """The 17 open questions, each with what the centre has chosen."""
    row = _main(work)
    now, default = usable_settings(row.settings if row else {}), LocalSettings()
    hints = get_type_hints(LocalSettings)
    return [
        SettingCard(
            one.number,
            one.field,
            said(getattr(now, one.field)),
            said(getattr(default, one.field)),
            _choices(hints[one.field]),
            one.reason,
        )
        for one in CONTRADICTIONS
    ]


def choose_setting(work: Work, name: str, text: str) -> None:
    """Choose otherwise than the default; "" goes back to it. Raises Refused UNREADABLE."""
    if name not in {one.field for one in CONTRADICTIONS}:
        raise Refused(Reason.UNREADABLE, field="settings", text=name[:40])
    row = work.get_one(Centre, main_centre(work))
    work.rely_on(row)
    kept = {key: value for key, value in row.settings.items() if key != name}
    if text.strip():
        try:
            value = _value(text.strip(), _choices(get_type_hints(LocalSettings)[name]))
            read_settings({**kept, name: value})
        except BadSetting:
            raise Refused(Reason.UNREADABLE, field="settings", text=text[:40]) from None
        if said(getattr(read_settings({name: value}), name)) != said(
            getattr(LocalSettings(), name)
        ):
            kept[name] = value
    row.settings = kept


def _main(work: Work) -> Centre | None:
    try:
        return work.get(Centre, main_centre(work))
    except Refused:
        return None


def said(value: Any) -> str:
    """A setting as text."""
    if value is None:
        return ""
    return ("ja" if value else "nej") if isinstance(value, bool) else str(value)


def _choices(hint: Any) -> tuple[str, ...]:
    """What can be chosen; empty for a number or a text."""
    parts = get_args(hint)
    if hint is bool or bool in parts:
        return ("ja", "nej")
    if any(isinstance(part, bool) for part in parts):
        return ("ja",)
    return tuple(str(part) for part in parts if isinstance(part, str))


def _value(text: str, choices: tuple[str, ...]) -> Any:
    if "ja" not in choices:
        return text
    if text.casefold() in (*YES, *NO):
        return text.casefold() in YES
    raise BadSetting(text)
