"""A centre moves in: its old system's export is read, checked, compared and written, or set aside with the reason."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre
from trainer_desktop.models.store import Store
from trainer_desktop.rules.course import State
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.load import Counts, Loader, Progress, Stopped, known_rows
from trainer_desktop.services.importing.reading import Unreadable, read_folder
from trainer_desktop.services.importing.rows import Fact, SetAside, check
from trainer_desktop.services.importing.values import BadCell, a_date

DATES = (
    *("starts", "told", "valid_from", "valid_to", "application_received"),
    *("discharge", "grant", "course_start", "course_end"),
)


@dataclass
class Report:
    """What an import did, or would do."""

    counts: Counts = field(default_factory=Counts)
    set_aside: list[SetAside] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report as `--json` answers it."""
        return {
            "taken": self.counts.taken,
            "updated": self.counts.updated,
            "unchanged": self.counts.unchanged,
            "set_aside": [
                {"file": s.row.file, "line": s.row.line, "reason": s.reason} for s in self.set_aside
            ],
            "clashes": [{"lines": list(c.lines), "what": c.what} for c in self.clashes],
        }


@dataclass(frozen=True)
class Moved:
    """Brings an export to the present: by whole weeks, and what lies ahead of `now` has not happened yet."""

    weeks: int
    now: datetime

    def fact(self, fact: Fact) -> Fact:
        """A row with its dates moved."""
        fields = dict(fact.fields)
        for name in DATES:
            text = fields.get(name)
            if text and len(text) >= 10:
                day = date.fromisoformat(text[:10]) + timedelta(weeks=self.weeks)
                fields[name] = day.isoformat() + text[10:]
        if "state" in fields and self._ahead(fields):
            nothing = {"told": None, "why": None, "centre_reason": ""}
            fields |= {"state": State.PLANNED.value, **nothing}
        if fields.get("course_end") and date.fromisoformat(fields["course_end"]) > self.now.date():
            fields["course_end"] = None
        return Fact(fact.key, fields, fact.row)

    def _ahead(self, fields: dict[str, Any]) -> bool:
        ends = datetime.fromisoformat(fields["starts"]) + timedelta(minutes=fields["minutes"])
        told = fields["told"]
        return ends > self.now and (told is None or datetime.fromisoformat(told) > self.now)


class _OnlyLooked(Exception):
    """Ends a dry run, so that nothing is kept."""


def run_import(
    store: Store,
    folder: Path,
    standards: dict[str, str],
    editions: dict[str, tuple[Standard, ...]],
    *,
    dry_run: bool = False,
    moved: Moved | None = None,
    as_of: date | None = None,
    progress: Progress = lambda _what, _done, _of: True,
) -> Report:
    """Import a folder in one transaction. Raises Unreadable, or Stopped when `progress` answers False.

    `standards` names a standard for each legal basis; `moved` brings the demo centre's
    dates to the present; `as_of` is the export's day, when that is not today.
    """
    unknown = sorted(set(standards.values()) - set(editions))
    if unknown:
        raise Unreadable(
            f"Standarden «{unknown[0]}» kendes ikke. Der er: {', '.join(sorted(editions))}."
        )
    sheets = read_folder(folder)
    report = Report()
    try:
        with store.work("import") as work:
            known = known_rows(work)
            keys = {
                sort: known.keys(sort)
                for sort in ("citizens", "courses", "staff", "rooms", "teams")
            }
            keys["centres"] = {name.casefold() for name in work.scalars(select(Centre.name))}
            today = as_of or work.now.date()
            export = check(sheets, today, set(standards) | {"AEL"}, keys)
            if moved:
                for sort in ("teams", "courses", "bookings"):
                    facts = getattr(export, sort)
                    for key, fact in facts.items():
                        facts[key] = moved.fact(fact)
            report.set_aside = export.set_aside
            versions = _versions(standards, editions)
            loader = Loader(work, export, known, versions, progress, standards)
            loader.run()
            report.counts, report.clashes = loader.counts, loader.clashes
            doubts = [Clash((d.line,) if d.line else (), d.what) for d in export.doubts]
            report.clashes = [*report.clashes, *doubts]
            if dry_run:
                raise _OnlyLooked
    except _OnlyLooked:
        pass
    return report


def _versions(
    standards: dict[str, str], editions: dict[str, tuple[Standard, ...]]
) -> Callable[[str, date | None], tuple[str, str]]:
    def version(basis: str, granted: date | None) -> tuple[str, str]:
        standard = standards.get(basis, "")
        best = ""
        for edition in editions.get(standard, ()):
            if granted is None or (edition.standard.valid_from or date.min) <= granted:
                best = edition.standard.version
        return standard, best

    return version


def set_aside_csv(report: Report) -> bytes:
    """What was set aside, as a file Excel opens: the row's own cells, then file, line and reason."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns: tuple[str, ...] = ()
    for one in report.set_aside:
        if one.columns != columns:
            columns = one.columns
            writer.writerow([*columns, "Fil", "Linje", "Grund"])
        cells = list(one.row.raw[: len(columns)]) + [""] * (len(columns) - len(one.row.raw))
        writer.writerow([*cells, one.row.file, one.row.line, one.reason])
    return out.getvalue().encode("utf-8-sig")


__all__ = [
    "BadCell",
    "Progress",
    "Report",
    "Stopped",
    "Unreadable",
    "a_date",
    "run_import",
    "set_aside_csv",
]
