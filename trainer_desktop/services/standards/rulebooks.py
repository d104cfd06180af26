"""The rulebooks of a centre: its standards by legal basis, its settings, its closing days."""

import uuid
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, ClosingDay
from trainer_desktop.models.prepared import standing
from trainer_desktop.models.work import Work
from trainer_desktop.rules.days import WorkCalendar
from trainer_desktop.rules.local_settings import LocalSettings, usable_settings
from trainer_desktop.rules.rulebook import Rulebook, work_calendar, work_days
from trainer_desktop.rules.standard_base import Basis
from trainer_desktop.services.standards import catalogue

_CENTRE = standing(
    select(Centre.standards, Centre.settings).where(Centre.parent_id.is_(None)).limit(1)
)
_CLOSING = standing(select(ClosingDay.centre_id, ClosingDay.day, ClosingDay.name))


class Rulebooks:
    """The rulebooks for one unit of work, read once for it.

    `closing` are the days on which every centre is closed, and no hverdage; `closing_at` one centre's own.
    """

    def __init__(self, work: Work) -> None:
        row = next(iter(work.rows(_CENTRE)), None)
        self.standards: dict[str, str] = row.standards if row else {}
        self.settings: LocalSettings = usable_settings(row.settings if row else {})
        self.editions = catalogue.catalogue(work).editions
        self.closing: dict[date, str] = {}
        self.closing_at: dict[tuple[uuid.UUID, date], str] = {}
        for row in work.rows(_CLOSING):
            if row.centre_id is None:
                self.closing[row.day] = row.name
            else:
                self.closing_at[row.centre_id, row.day] = row.name
        self._made: dict[tuple[str, str], Rulebook] = {}
        self.work_days: WorkCalendar = work_calendar(None, self.settings, frozenset(self.closing))

    def for_course(self, basis: str, standard: str) -> Rulebook:
        """The rulebook of a course; without a standard it is silent on everything."""
        known = self.editions.get(standard, ())
        if (basis, standard) not in self._made:
            calendar = work_days(known, self.settings, frozenset(self.closing))
            legal: Basis = basis  # type: ignore[assignment]  # checked when the course was made
            self._made[basis, standard] = Rulebook(known, legal, self.settings, calendar)
        return self._made[basis, standard]


def rulebooks(work: Work) -> Rulebooks:
    """The rulebooks of this unit of work."""
    found = work.info.get("rulebooks")
    if not isinstance(found, Rulebooks):
        found = work.info["rulebooks"] = Rulebooks(work)
    return found


def short_name(standard: str, version: str) -> str:
    """What a standard is called on the screen."""
    edition = catalogue.named(standard, version)
    return (edition.standard.short or edition.standard.title) if edition else standard


def about(standard: str, version: str) -> tuple[str, str, str]:
    """A standard's title, municipality and source; empty for a law."""
    edition = catalogue.named(standard, version)
    if edition is None:
        return standard, "", ""
    return edition.standard.title, edition.standard.municipality, edition.standard.source
