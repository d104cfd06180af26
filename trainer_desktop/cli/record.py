"""`test`, `note`, `text`, `goal` and `loan`: what is written down on a course."""

import argparse
from collections.abc import Iterator
from typing import Any

from trainer_desktop.cli.arguments import NOTHING, text, whole
from trainer_desktop.cli.citizens import find_one
from trainer_desktop.cli.store import WrongUse, answer, day, opened, target
from trainer_desktop.cli.ways import Ways
from trainer_desktop.rules.measures import Direction, as_written
from trainer_desktop.services import Work
from trainer_desktop.services.courses import events
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.record import loans, measuring, notes, points, texts
from trainer_desktop.services.record.measuring import Measured, ResultCard, SeriesCard
from trainer_desktop.services.store import lookup

DIRECTION = {
    Direction.BETTER: "bedre",
    Direction.WORSE: "dårligere",
    Direction.UNSURE: "ingen sikker ændring",
    Direction.SAME: "uændret",
    Direction.UNKNOWN: "ændring, der tæller, er ikke fundet",
}


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    _tests(Ways(commands, "test", "test og målinger i et forløb"))
    noted = Ways(commands, "note", "journalens notater; de rettes kun med et nyt")
    listed = noted.add("list", "en borgers notater", list_notes, "who")
    listed.add_argument("words", nargs="*", type=text(200), metavar="ORD", help="som står i dem")
    new = noted.add("add", "et nyt notat", add_note, "who")
    new.add_argument("text", type=text(20_000), metavar="TEKST")
    new.add_argument("--course", metavar="NUMMER", help="forløbet, det hører til")
    new.add_argument("--corrects", metavar="NR", type=whole(1, 99_999), help="nummer i listen")
    written = Ways(commands, "text", "første samtale, undersøgelser og egentræning")
    written.add("list", "forløbets tekster", list_texts, "number")
    put = written.add("add", "en ny tekst", add_text, "number")
    put.add_argument("kind", choices=texts.KINDS)
    put.add_argument("text", type=text(20_000), metavar="TEKST")
    put.add_argument(
        "--function", type=whole(0, 9), metavar="0-4", help="funktionsniveau; 9: ikke relevant"
    )
    put.add_argument("--date", type=day, metavar="DATO")
    goal = Ways(commands, "goal", "mål, sat sammen med borgeren")
    aim = goal.add("add", "et nyt mål", add_goal, "number")
    aim.add_argument("text", type=text(1000), metavar="TEKST")
    judged = goal.add("judge", "hvad der blev af et mål", judge, "number")
    judged.add_argument("which", type=whole(1, 99), metavar="NR", help="målets nummer, fra 1")
    judged.add_argument("outcome", choices=texts.OUTCOMES[1:])
    judged.add_argument("--own-words", type=text(1000), metavar="TEKST", help="borgerens egne ord")
    judged.add_argument("--note", type=text(2000), default=NOTHING, metavar="TEKST")
    lent = Ways(commands, "loan", "hvad der er lånt ud")
    lent.add("list", "forløbets udlån", list_loans, "number")
    out = lent.add("add", "lånt ud", lend, "number")
    out.add_argument("what", type=text(200), metavar="HVAD")
    out.add_argument("--date", type=day, metavar="DATO")
    back = lent.add("back", "kommet tilbage", bring_back, "number")
    back.add_argument("which", type=whole(1, 999), metavar="NR", help="nummer i listen, fra 1")
    back.add_argument("--date", type=day, metavar="DATO")


def _tests(measured: Ways) -> None:
    measured.add("kinds", "de test, programmet kender", list_kinds)
    measured.add("list", "forløbets test med ændring", list_tests, "number")
    measured.add("due", "hvilke af centrets test der mangler nu", list_due, "number")
    chosen = measured.add("points", "hvilke test der tages ved start, midtvejs og slut", set_points)
    chosen.add_argument("point", nargs="?", choices=measuring.POINTS[1:])
    chosen.add_argument("keys", nargs="*", metavar="TEST", help="uden: ingen")
    new = measured.add("add", "en ny måling", add_test, "number")
    new.add_argument("key", choices=sorted(measuring.tests()), metavar="TEST")
    new.add_argument("value", type=text(100), metavar="VÆRDI", help="flere forsøg: 13,8;13,1")
    new.add_argument("--date", type=day, metavar="DATO")
    for name, said, run in (
        ("change", "ret en måling, med en grund", change_test),
        ("remove", "tag en måling væk, som er noteret forkert", remove_test),
    ):
        old = measured.add(name, said, run, "number")
        old.add_argument("key", choices=sorted(measuring.tests()), metavar="TEST")
        old.add_argument("which", metavar="NR", help="nummer i listen, fra 1, eller målingens id")
        if name == "change":
            old.add_argument("value", type=text(100), metavar="VÆRDI")
            old.add_argument("--date", type=day, metavar="DATO")
            old.add_argument("--aid", type=text(100), default=NOTHING, metavar="TEKST")
            old.add_argument("--sure", action="store_true", help="værdien er rigtig")
        old.add_argument("--why", type=text(), required=True, metavar="GRUND")
    new.add_argument("--aid", type=text(100), default=NOTHING, metavar="TEKST", help="hjælpemiddel")
    new.add_argument(
        "--point", choices=measuring.POINTS[1:], default="", help="tidspunkt i forløbet"
    )
    new.add_argument("--note", type=text(1000), default=NOTHING, metavar="TEKST")
    new.add_argument(
        "--sure", action="store_true", help="værdien er rigtig, selv om den er usædvanlig"
    )


def _result(work: Work, options: argparse.Namespace) -> tuple[str, ResultCard]:
    """The result of a number in its test's own list, from 1, or of an id, which no other act moves."""
    course = lookup.course(work, options.number)
    results = [
        r for s in measuring.series(work, course) if s.test.key == options.key for r in s.results
    ]
    which = options.which
    found = [r for n, r in enumerate(results, 1) if which == str(n) or which == str(r.id)]
    if not found:
        raise WrongUse(f"der er ikke nogen måling «{which}» af {options.key}")
    return options.key, found[0]


def change_test(options: argparse.Namespace) -> int:
    """Write another value for a result; the old one stays in the journal with the reason."""
    o = options
    with opened(target(o), o) as store, store.work("Måling rettet") as work:
        key, result = _result(work, o)
        measured = Measured(key, o.value, o.date or result.day, o.aid or result.aid)
        measuring.correct(work, result.id, measured, o.why, sure=o.sure)
    return answer(o, {"done": True}, lambda: iter(["Rettet."]))


def remove_test(options: argparse.Namespace) -> int:
    """Withdraw a result that was noted on the wrong citizen or course."""
    o = options
    with opened(target(o), o) as store, store.work("Måling taget væk") as work:
        measuring.take_away(work, _result(work, o)[1].id, o.why)
    return answer(o, {"done": True}, lambda: iter(["Taget væk."]))


def list_kinds(options: argparse.Namespace) -> int:
    """Every test with its unit."""
    every = measuring.tests().values()
    value = [{"key": t.key, "name": t.da, "unit": t.unit, "better": t.better} for t in every]
    return answer(options, value, lambda: (f"{t.key:11} {t.da} ({t.unit})" for t in every))


def list_due(options: argparse.Namespace) -> int:
    """The centre's own tests that are due on a course."""
    with opened(target(options), options) as store, store.read() as work:
        found = points.due(work, lookup.course(work, options.number))
    value = [{"point": point, "key": key} for point, key in found]
    return answer(options, value, lambda: (f"{point}: {key}" for point, key in found))


def set_points(options: argparse.Namespace) -> int:
    """Show, or set, the tests of a point in the course."""
    o = options
    with opened(target(o), o) as store, store.work("Test i forløbet") as work:
        if o.point:
            points.set_point(work, o.point, tuple(o.keys))
        found = points.points(work)
    value = {point: list(keys) for point, keys in found.items()}
    return answer(o, value, lambda: (f"{p}: {', '.join(k) or '–'}" for p, k in value.items()))


def _series(one: SeriesCard) -> dict[str, Any]:
    changed = one.changed
    return {
        "key": one.test.key,
        "name": one.test.da,
        "unit": one.test.unit,
        "results": [
            {
                "id": str(r.id),
                "day": r.day,
                "value": f"{r.value.normalize():f}",
                "tries": r.detail,
                "aid": r.aid,
            }
            | {"point": r.point, "by": r.tested_by}
            for r in one.results
        ],
        "direction": DIRECTION[changed.direction] if changed else None,
        "change": f"{changed.by.normalize():f}" if changed else None,
        "counts": [c.da for c in changed.reached] if changed else [],
        "norm": str(one.norm) if one.norm is not None else None,
    }


def _series_lines(every: list[SeriesCard]) -> Iterator[str]:
    for one in every:
        said = " → ".join(
            f"{as_written(one.test, r.value)} ({r.day:%d-%m-%Y}{', ' + r.aid if r.aid else ''})"
            for r in one.results
        )
        changed = f" · {DIRECTION[one.changed.direction]}" if one.changed else ""
        yield f"{one.test.da}: {said} {one.test.unit}{changed}"


def list_tests(options: argparse.Namespace) -> int:
    """A course's tests."""
    with opened(target(options), options) as store, store.read() as work:
        every = measuring.series(work, lookup.course(work, options.number))
    return answer(options, [_series(one) for one in every], lambda: _series_lines(every))


def add_test(options: argparse.Namespace) -> int:
    """Note a result."""
    o = options
    measured = Measured(o.key, o.value, o.date, o.aid, o.point, o.note)
    with opened(target(o), o) as store, store.work("Måling") as work:
        course = lookup.course(work, o.number)
        measuring.add(work, course, measured, sure=o.sure)
        every = [s for s in measuring.series(work, course) if s.test.key == o.key]
    return answer(o, _series(every[0]), lambda: _series_lines(every))


def list_notes(options: argparse.Namespace) -> int:
    """A citizen's notes, numbered from the oldest."""
    with opened(target(options), options) as store, store.read() as work:
        citizen = find_one(work, options.who)
        every = notes.notes(work, citizen)
        found = notes.notes(work, citizen, " ".join(options.words))
    numbers = {card.id: len(every) - at for at, card in enumerate(every)}
    value = [
        {"number": numbers[n.id], "at": n.written_at, "by": n.written_by, "text": n.text}
        | {"corrects": numbers.get(n.corrects) if n.corrects else None}
        for n in found
    ]

    def tell() -> Iterator[str]:
        for note in found:
            mark = f" · retter {numbers[note.corrects]}" if note.corrects in numbers else ""
            yield f"{numbers[note.id]}  {note.written_at:%d-%m-%Y %H.%M}  {note.written_by}{mark}"
            yield f"   {note.text}"

    return answer(options, value, tell)


def add_note(options: argparse.Namespace) -> int:
    """Sign a note."""
    with opened(target(options), options) as store, store.work("Notat") as work:
        citizen = find_one(work, options.who)
        course = lookup.course(work, options.course) if options.course else None
        corrects = None
        if options.corrects:
            every = notes.notes(work, citizen)[::-1]
            if options.corrects > len(every):
                raise WrongUse(f"der er ikke noget notat {options.corrects}")
            corrects = every[options.corrects - 1].id
        notes.write(work, citizen, options.text, course, corrects)
    return answer(options, {"done": True}, lambda: iter(["Underskrevet."]))


def list_texts(options: argparse.Namespace) -> int:
    """A course's texts."""
    with opened(target(options), options) as store, store.read() as work:
        every = texts.texts(work, lookup.course(work, options.number))
    value = [
        {"kind": t.kind, "day": t.day, "text": t.text, "function": t.function, "by": t.written_by}
        for t in every
    ]
    return answer(options, value, lambda: (f"{t.day:%d-%m-%Y} {t.kind}: {t.text}" for t in every))


def add_text(options: argparse.Namespace) -> int:
    """Write a text."""
    with opened(target(options), options) as store, store.work("Tekst") as work:
        course = lookup.course(work, options.number)
        level, when = options.function, options.date
        texts.write(work, course, options.kind, options.text, function=level, day=when)
    return answer(options, {"done": True}, lambda: iter(["Gemt."]))


def add_goal(options: argparse.Namespace) -> int:
    """Set a goal."""
    with opened(target(options), options) as store, store.work("Mål") as work:
        events.set_goal(work, lookup.course(work, options.number), options.text)
    return answer(options, {"done": True}, lambda: iter(["Målet er skrevet."]))


def judge(options: argparse.Namespace) -> int:
    """Say what became of a goal."""
    with opened(target(options), options) as store, store.work("Mål") as work:
        goals = course_card(work, lookup.course(work, options.number)).goals
        if options.which > len(goals):
            raise WrongUse(f"der er ikke noget mål {options.which}")
        key, own = goals[options.which - 1].id, options.own_words
        texts.judge_goal(work, key, options.outcome, note=options.note, own_words=own)
    return answer(options, {"done": True}, lambda: iter(["Målet er gjort op."]))


def _loans(work: Work, number: str) -> list[loans.LoanCard]:
    every = loans.loans(work, lookup.course(work, number))
    return sorted(every, key=lambda one: (one.lent, one.id))


def list_loans(options: argparse.Namespace) -> int:
    """A course's loans."""
    with opened(target(options), options) as store, store.read() as work:
        every = _loans(work, options.number)
    value = [{"what": one.what, "lent": one.lent, "back": one.back} for one in every]
    numbered = list(enumerate(every, 1))
    return answer(
        options,
        value,
        lambda: (
            f"{n}  {one.what}, lånt ud {one.lent}, tilbage {one.back or '–'}" for n, one in numbered
        ),
    )


def lend(options: argparse.Namespace) -> int:
    """Lend something."""
    with opened(target(options), options) as store, store.work("Udlån") as work:
        loans.lend(work, lookup.course(work, options.number), options.what, options.date)
    return answer(options, {"done": True}, lambda: iter(["Lånt ud."]))


def bring_back(options: argparse.Namespace) -> int:
    """Take it back."""
    with opened(target(options), options) as store, store.work("Udlån tilbage") as work:
        every = _loans(work, options.number)
        if options.which > len(every):
            raise WrongUse(f"der er ikke noget udlån {options.which}")
        loans.bring_back(work, every[options.which - 1].id, options.date)
    return answer(options, {"done": True}, lambda: iter(["Tilbage."]))
