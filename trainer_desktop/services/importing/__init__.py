"""A centre moves in: its old system's export is read, checked, compared and written, or set aside with the reason."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.journal import ImportedRow
from trainer_desktop.models.store import Store
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.rights import Right
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.importing.aside import as_csv, is_aside, write_part
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.columns import Mapping_, read_mapping
from trainer_desktop.services.importing.compare import Conflict
from trainer_desktop.services.importing.known import Counts, Known, Progress, Stopped, known_rows
from trainer_desktop.services.importing.load import Loader
from trainer_desktop.services.importing.reading import read_folder
from trainer_desktop.services.importing.row_facts import (
    CODED,
    Doubt,
    Export,
    Fact,
    SetAside,
    name_key,
)
from trainer_desktop.services.importing.rows import check
from trainer_desktop.services.importing.unreadable import Unreadable
from trainer_desktop.services.importing.values import CLOCK, BadCell, a_date

COLUMN_WORDS = "columns"  # the kind of remembered row that holds another word for a column
DATES = (
    *("starts", "told", "valid_from", "valid_to", "application_received"),
    *("discharge", "grant", "course_start", "course_end"),
)


@dataclass
class Report:
    """What an import did, or would do.

    `said` is what somebody should know of the files before the rows; `conflicts` are left as they are
    here until a person chooses.
    """

    counts: Counts = field(default_factory=Counts)
    said: list[str] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report as `--json` answers it."""
        return {
            "said": self.said,
            "taken": self.counts.taken,
            "updated": self.counts.updated,
            "unchanged": self.counts.unchanged,
            "gone": self.counts.gone,
            "set_aside": [
                {"file": s.row.file, "line": s.row.line, "reason": s.reason} for s in self.set_aside
            ],
            "clashes": [
                {"file": c.file, "lines": list(c.lines), "what": c.what} for c in self.clashes
            ],
            "conflicts": [asdict(one) for one in self.conflicts],
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
        return replace(fact, fields=fields)

    def move(self, export: Export) -> None:
        """Every row that has dates."""
        for facts in (export.teams, export.courses):
            for key, fact in facts.items():
                facts[key] = self.fact(fact)
        export.bookings = map(self.fact, export.bookings)

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
    mapping: Mapping_ | None = None,
    choices: Mapping[str, bool] | None = None,
    progress: Progress = lambda _what, _done, _of: True,
    with_it: Callable[[Work], object] = lambda _work: None,
    before_commit: Callable[[Report], object] = lambda _report: None,
) -> Report:
    """Import a folder, or a file of rows that were set aside, in one transaction.

    `standards` names a standard for each legal basis; `moved` brings the demo centre's dates to the
    present; `as_of` is the export's day, when that is not today. `mapping` has other words for columns;
    it is kept for the next time. `choices` says by conflict whether the export's value is taken.
    `with_it` writes what belongs to the same transaction, such as the standards that its courses go by.
    `before_commit` is called with the report before anything is kept, unless it is a dry run. Raises
    Unreadable, or Stopped when `progress` answers False.
    """
    unknown = sorted(set(standards.values()) - set(editions))
    if unknown:
        raise Unreadable(
            f"Standarden «{unknown[0]}» kendes ikke. Der er: {', '.join(sorted(editions))}."
        )
    report = Report()
    try:
        with store.work("Import") as work:
            work.ask(Right.SET_UP)
            work.trusted = True  # who may set up a centre may move it in, whatever is in it
            with_it(work)
            known = known_rows(work)
            mapping = kept_mapping(known, mapping or {})
            sheets = read_folder(folder, mapping)
            here = _centre_standards(work)
            chosen = {**here, **standards}
            now = datetime.combine(as_of, time.max) if as_of else _wall(work)
            export = check(sheets, now, set(chosen) | {"AEL"}, _names(work, known))
            if moved:
                moved.move(export)
            versions = _versions(chosen, editions)
            loader = Loader(work, export, known, versions, progress, standards, choices or {})
            loader.run()
            keep_mapping(work, known, mapping)
            doubts = [*export.doubts, *_before_the_first(export, chosen, editions)]
            _tell(report, export, loader, doubts)
            if dry_run:
                raise _OnlyLooked
            before_commit(report)
    except _OnlyLooked:
        pass
    return report


def _tell(report: Report, export: Export, loader: Loader, doubts: list[Doubt]) -> None:
    """Write into the report what came of it."""
    report.said = export.said + [
        f"{file}: kolonnen «{word}» er tom i hele filen; {count} kendte værdier bliver stående"
        for (file, word), count in loader.kept.items()
    ]
    report.set_aside, report.counts = export.set_aside, loader.counts
    report.conflicts = loader.compare.conflicts
    told = [Clash((d.line,) if d.line else (), d.what, d.file) for d in doubts]
    report.clashes = [*loader.clashes, *told]


def look(store: Store | None, folder: Path, mapping: Mapping_ | None = None) -> list[str]:
    """Read the files only, before a database is made or touched: what somebody should know of them first.

    Raises Unreadable.
    """
    if store:
        with store.read() as work:
            mapping = kept_mapping(known_rows(work), mapping or {})
    sheets = read_folder(folder, mapping)
    return [one for sheet in sheets.values() for one in sheet.said]


def kept_mapping(known: Known, mapping: Mapping_) -> dict[str, dict[str, str]]:
    """The words for columns that an earlier import was told, and this one's."""
    found: dict[str, dict[str, str]] = {}
    for (source, key), fields in known.fields.items():
        if source == COLUMN_WORDS:
            sheet, _, theirs = key.partition("/")
            found.setdefault(sheet, {})[theirs] = fields["column"]
    for sheet, pairs in mapping.items():
        found.setdefault(sheet, {}).update(pairs)
    return found


def keep_mapping(work: Work, known: Known, mapping: Mapping_) -> None:
    """Keep the words for the next import."""
    for sheet, pairs in mapping.items():
        for theirs, ours in pairs.items():
            key = f"{sheet}/{theirs}"
            if known.fields.get((COLUMN_WORDS, key)) != {"column": ours}:
                row = ImportedRow(
                    source=COLUMN_WORDS, key=key, fields={"column": ours}, row_id=new_key()
                )
                work.merge(row)


def _wall(work: Work) -> datetime:
    return work.now.astimezone(CLOCK).replace(tzinfo=None)


def _centre_standards(work: Work) -> dict[str, str]:
    found = work.scalars(select(Centre.standards).where(Centre.parent_id.is_(None))).first()
    return dict(found or {})


def _names(work: Work, known: Known) -> dict[str, set[str]]:
    """What the store already holds, as the export names it."""
    names = {sort: set(known.keys(sort)) for sort in ("citizens", "courses", "teams")}
    for sort in CODED:
        names[sort] = {name_key(known.fields[sort, key]) for key in known.keys(sort)}
    names["centres"] = set(work.scalars(select(Centre.name)))
    return names


def _before_the_first(
    export: Export, standards: dict[str, str], editions: dict[str, tuple[Standard, ...]]
) -> Iterator[Doubt]:
    """Courses that were granted before the standard's first edition, which has no rules for them."""
    for fact in export.courses.values():
        known = editions.get(standards.get(fact.fields["basis"], ""), ())
        first = min((e.standard.valid_from or date.min for e in known), default=date.min)
        day = fact.fields["grant"] or fact.fields["application_received"]
        if day and date.fromisoformat(day) < first:
            said = f"{fact.row.word('bevilget')}: {date.fromisoformat(day):%d-%m-%Y} er før standardens første udgave ({first:%d-%m-%Y}); forløbet har ingen frister"
            yield Doubt(fact.row.line, said, fact.row.file)


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
    """What was set aside, as a file Excel opens: reason, file and line, then the row's own cells."""
    return as_csv(report.set_aside)


__all__ = [
    "BadCell",
    "Conflict",
    "Progress",
    "Report",
    "SetAside",
    "Stopped",
    "Unreadable",
    "a_date",
    "is_aside",
    "look",
    "read_mapping",
    "run_import",
    "set_aside_csv",
    "write_part",
]
