"""A worked example made ready: a course as the file tells it, and the day it is seen from."""

from dataclasses import dataclass
from datetime import date

from trainer_desktop.rules.course import Course
from trainer_desktop.rules.entries import Ledger
from trainer_desktop.rules.ledger import ledger
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.rules.standard_facts import Example


class BadExample(ValueError):
    """An example asks for something that it gives no facts for, or has a key or value that cannot be read."""


@dataclass(frozen=True)
class Case:
    """An example made ready: the rulebook, the course and the day it is seen from."""

    example: Example
    book: Rulebook
    course: Course
    today: date

    @property
    def ledger(self) -> Ledger:
        """The course's ledger."""
        return ledger(self.course, self.book)
