"""What every table of a standard's file is made of: its words, numbers, events, and where a rule stands."""

from typing import Annotated, Literal

import msgspec

Positive = Annotated[int, msgspec.Meta(ge=1)]


Count = Annotated[int, msgspec.Meta(ge=0)]


Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9ÆØÅæøå][\w.-]*$")]


Said = Annotated[str, msgspec.Meta(min_length=1)]


Row = Annotated[int, msgspec.Meta(ge=0, le=82)]


OtherBasis = Literal["SEL86.1", "SEL86.2", "SUL140", "SUL140a", "AEL", "other"]


Basis = Literal["SEL86.1", "SEL86.2", "SUL140", "AEL"]


Event = Literal[
    "application",
    "application_received",
    "plan_received",
    "plan_start",
    "discharge",
    "decision",
    "grant",
    "grant_received",
    "refusal_considered",
    "hearing_sent",
    "information_sent",
    "choice_made",
    "appointment_told",
    "first_visit",
    "start_offered",
    "late_start_told",
    "course_start",
    "course_end",
    "complaint_received",
    "complaint_answered",
    "decision_received",
    "heard_from",
]


Absence = Literal["cancellation", "late_cancellation", "no_show"]


Kind = Literal["right", "target", "own_rule"]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; an unknown key is an error, so that a slip of the pen is found."""


class Rule(Table, frozen=True, kw_only=True):
    """Something the standard says: in our own Danish words, with its place in the source.

    `row` is the topic's number in `docs/standards.md`; `bases` narrows the rule
    to some of the standard's legal bases.
    """

    text: str
    place: str
    row: Row | list[Row] = 0
    bases: list[Basis] = []
