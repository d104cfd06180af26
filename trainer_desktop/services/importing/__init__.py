"""A centre moves in: its old system's export is read, checked, compared and written, or set aside with the reason."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from trainer_desktop.models.store import Store
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.load import Counts, Loader, Progress, Stopped, known_rows
from trainer_desktop.services.importing.reading import Unreadable, read_folder
from trainer_desktop.services.importing.rows import Fact, SetAside, check

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


class _OnlyLooked(Exception):
    """Ends a dry run, so that nothing is kept."""


def run_import(
    store: Store,
    folder: Path,
    standards: dict[str, str],
    editions: dict[str, tuple[Standard, ...]],
    *,
    dry_run: bool = False,
    weeks: int = 0,
    as_of: date | None = None,
    progress: Progress = lambda _what, _done, _of: True,
) -> Report:
    """Import a folder in one transaction. Raises Unreadable, or Stopped when `progress` answers False.

    `standards` names a standard for each legal basis; `weeks` moves every date, for
    the demo centre; `as_of` is the export's day, when that is not today.
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
            today = as_of or work.now.date()
            export = check(sheets, today, set(standards) | {"AEL"}, keys)
            if weeks:
                for sort in ("teams", "courses", "bookings"):
                    facts = getattr(export, sort)
                    for key, fact in facts.items():
                        facts[key] = _moved(fact, timedelta(weeks=weeks))
            report.set_aside = export.set_aside
            versions = _versions(standards, editions)
            loader = Loader(work, export, known, versions, progress, standards)
            loader.run()
            report.counts, report.clashes = loader.counts, loader.clashes
            report.clashes += [Clash((d.line,), d.what) for d in export.doubts]
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


def _moved(fact: Fact, by: timedelta) -> Fact:
    fields = dict(fact.fields)
    for name in DATES:
        text = fields.get(name)
        if not text or (name == "starts" and len(text) < 10):
            continue
        head = (date.fromisoformat(text[:10]) + by).isoformat()
        fields[name] = head + text[10:]
    return Fact(fact.key, fields, fact.row)


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


__all__ = ["Report", "Stopped", "Unreadable", "run_import", "set_aside_csv"]
