"""Whether an end status may go to the GP. Row 66; SUL §§ 41-42: consent is given and noted first."""

from datetime import date
from enum import Enum


class Consent(Enum):
    """A citizen's answer to a question of consent."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


def status_may_be_sent(answers: list[tuple[date, Consent]]) -> bool:
    """Whether the latest answer is a yes. Always required, also where the standard is silent."""
    if not answers:
        return False
    return max(answers, key=lambda a: a[0])[1] is Consent.GIVEN
