"""Whether an end status may go to the GP. Row 66; SUL §§ 41-42: consent is given and noted first."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Consent(Enum):
    """A citizen's answer to a question of consent."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Standing(Enum):
    """Whether a status may go to a clinic, and why not."""

    HOLDS = "holds"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OTHER_CLINIC = "other_clinic"  # the consent was for another one, or it is not noted for which
    NO_CLINIC = "no_clinic"


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, for one clinic."""

    answer: Consent
    clinic: uuid.UUID | None


def standing(answers: Sequence[Answered], clinic: uuid.UUID | None) -> Standing:
    """How the answers of one course stand, in their order, for a clinic. SUL §§ 41-42: specific, noted, withdrawable.

    A yes is for the clinic it was given for; a no or a withdrawal is for all until there is another answer.
    """
    if not answers:
        return Standing.NOT_ASKED
    last = answers[-1]
    if last.answer is Consent.REFUSED:
        return Standing.REFUSED
    if last.answer is Consent.WITHDRAWN:
        return Standing.WITHDRAWN
    if clinic is None:
        return Standing.NO_CLINIC
    return Standing.HOLDS if last.clinic == clinic else Standing.OTHER_CLINIC
