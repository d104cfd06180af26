"""What a centre decides where its standard is silent or contradicts itself; each choice has a default and a reason."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import msgspec

from trainer_desktop.rules.refusal import Reason
from trainer_desktop.rules.span import Span

ROLES = {"desk", "therapist", "manager", "all"}
PENSION_AGE = 67  # folkepensionsalder in 2026


class LocalSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One centre's choices. None means: as the standard says, and where it is silent, nothing."""

    saturday_is_hverdag: bool | None = None
    closing: list[str] | None = None
    repeated_from: int | None = None
    repeated_within: str = ""
    repeated_needs_declined: bool = True
    new_time_after_no_show: bool = True
    early_training: Literal["window", "before_start"] = "window"
    day_before_counts: Literal["calendar", "hverdag"] = "calendar"
    three_months: Literal["as_written", "longest", "reevaluate"] = "as_written"
    parallel_140: Literal["as_written", "warn"] = "as_written"
    parallel_140a: Literal["as_written", "warn"] = "as_written"
    passive_treatment: Literal["as_written", "offered", "not_offered"] = "as_written"
    start_means: Literal["as_written", "offered", "begun"] = "as_written"
    longer_without_digital_post: bool = True
    checklist: Literal["person", "all", "any"] = "person"
    professional_complaints_to: str = "Styrelsen for Patientklager"
    ride_price: Decimal | None = None
    basis_over_words: bool = True
    ask_elder_law_from_age: int | None = PENSION_AGE
    end_needs_person: Literal[True] = True
    late_counts_as: Literal["", "cancellation", "no_show", "excused", "used"] = ""
    reevaluate_within: str = ""
    package_used_asks: bool = False
    thresholds: dict[str, list[Decimal]] = {}
    checks: dict[str, dict[str, Literal["refuse", "warn", "note"]]] = {}
    tests_at: dict[
        Literal["start", "middle", "end"], list[str]
    ] = {}  # keys of resources/tests.toml


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One of the 17 places where the five standards contradict each other or themselves."""

    number: int
    field: str
    reason: str


CONTRADICTIONS = (
    Contradiction(
        1,
        "repeated_from",
        "Ingen standard siger, hvor mange gange «gentagne» er. Uden et tal tæller programmet og viser, men handler ikke.",
    ),
    Contradiction(
        2,
        "repeated_needs_declined",
        "Aalborg § 140 skriver «fravælger og gentagne gange». Læst efter ordlyden kræves begge dele.",
    ),
    Contradiction(
        3,
        "new_time_after_no_show",
        "En udeblivelse erstattes ikke, men borgeren skal ringe efter en ny tid. Den nye tid kan bookes; den mistede er brugt.",
    ),
    Contradiction(
        4,
        "early_training",
        "Sygemelding kl. 8-9 ligger efter en træning kl. 8. Standardens klokkeslæt gælder som skrevet; et tidligere opkald er altid i tide.",
    ),
    Contradiction(
        5,
        "day_before_counts",
        "«Dagen før» en mandag kan være søndag eller fredag. Kalenderdagen er til borgerens fordel.",
    ),
    Contradiction(
        6,
        "three_months",
        "Tre måneder er en længste varighed i Sønderborg og seneste revurdering i Vesthimmerland. Hver standard gælder, som den er skrevet.",
    ),
    Contradiction(
        7,
        "parallel_140",
        "Aalborgs § 86-standard nævner ikke samtidig § 140. Tavshed er ikke et forbud.",
    ),
    Contradiction(
        8,
        "parallel_140a",
        "Vederlagsfri fysioterapi udelukker i nogle standarder, vejes i andre og nævnes ikke i resten. Hver gælder for sig.",
    ),
    Contradiction(
        9,
        "passive_treatment",
        "Ishøj-Vallensbæk giver behandling, der fremmer træningen; Vesthimmerland giver ikke passiv behandling.",
    ),
    Contradiction(
        10,
        "start_means",
        "Start kan være tilbudt eller begyndt. Hver frist i filen siger, hvad den mødes af; den nationale indberetning regner den tilbudte dato.",
    ),
    Contradiction(
        11,
        "longer_without_digital_post",
        "Aalborg varsler længere tid uden digital post, men nævner kun de fem hverdage. Fristen vises som et mål for disse borgere.",
    ),
    Contradiction(
        12,
        "checklist",
        "Vesthimmerlands seks punkter er hverken «alle» eller «ét af». En person svarer på hvert punkt.",
    ),
    Contradiction(
        13,
        "professional_complaints_to",
        "Standarderne nævner to styrelser for faglige klager. I dag er det Styrelsen for Patientklager.",
    ),
    Contradiction(
        14,
        "ride_price",
        "Træning er gratis, men Sønderborg tager betaling for kørsel. Beløbet står ikke i standarden.",
    ),
    Contradiction(
        15,
        "basis_over_words",
        "Ord som «vedligeholdende genoptræning» bruges i flæng. Lovgrundlaget afgør, ikke ordet.",
    ),
    Contradiction(
        16,
        "ask_elder_law_from_age",
        "Alle fem standarder er ældre end ældreloven. Alderen rejser kun spørgsmålet; en person vælger lovgrundlaget.",
    ),
    Contradiction(
        17,
        "end_needs_person",
        "«Afsluttes» er en afgørelse. Programmet foreslår; en person afgør med høring og klagevejledning.",
    ),
)


class BadSetting(ValueError):
    """A setting has an unknown name or an impossible value."""


def read_settings(values: dict[str, Any]) -> LocalSettings:
    """Make settings from plain values; raises BadSetting with what is wrong."""
    try:
        found = msgspec.convert(values, LocalSettings, strict=False)
    except msgspec.ValidationError as wrong:
        raise BadSetting(str(wrong)) from wrong
    for name in ("repeated_within", "reevaluate_within"):
        length = getattr(found, name)
        try:
            if length and length != "course":
                Span.parse(length)
        except ValueError as wrong:
            raise BadSetting(f"`{name}`: {length}") from wrong
    known = {reason.name.lower() for reason in Reason}
    for check, roles in found.checks.items():
        if check not in known or set(roles) - ROLES:
            raise BadSetting(f"`checks`: {check}")
    return found


def usable_settings(values: dict[str, Any]) -> LocalSettings:
    """Make settings of what can be read; a value that cannot be is as if it had not been chosen."""
    try:
        return read_settings(values)
    except BadSetting:
        sound = {}
        for name, value in values.items():
            try:
                read_settings({name: value})
            except BadSetting:
                continue
            sound[name] = value
        return read_settings(sound)
