"""`letter`: made on a course, printed again as it was, marked as sent; and the centre's own wording."""

import argparse
import sys
from pathlib import Path
from typing import Any

from trainer_desktop.cli.arguments import NOTHING, text, whole
from trainer_desktop.cli.store import WrongUse, answer, day, opened, target
from trainer_desktop.cli.ways import Ways
from trainer_desktop.paths import write_whole
from trainer_desktop.services import Work
from trainer_desktop.services.courses.rights import rights
from trainer_desktop.services.papers import letter_names, letter_texts, writing
from trainer_desktop.services.papers.letter_about import Written
from trainer_desktop.services.papers.letter_rules import rule_of
from trainer_desktop.services.store import lookup
from trainer_desktop.services.store.trouble import os_words

PROTECTED = "Adressen er beskyttet nu: et brev, der er lavet før, kan vise den. Lav det på ny."


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    ways = Ways(commands, "letter", "breve: lav, udskriv igen, notér sendt, egen ordlyd")
    ways.add("list", "forløbets breve", list_letters, "number")
    made = ways.add("make", "lav et brev; det gemmes, som det er", make, "number")
    made.add_argument("kind", choices=letter_names.KINDS)
    _written(made)
    seen = ways.add("preview", "se brevet; intet gemmes", preview, "number")
    seen.add_argument("kind", choices=letter_names.KINDS)
    _written(seen)
    copied = ways.add("print", "et brev igen, præcis som det var", copy, "number")
    sent = ways.add("sent", "et menneske siger, at brevet er sendt", mark_sent, "number")
    for way in (copied, sent):
        way.add_argument("which", type=whole(1, 9999), metavar="NR", help="nummer i listen, fra 1")
    copied.add_argument("--out", type=Path, default=Path(), metavar="MAPPE")
    sent.add_argument("how", choices=writing.HOW)
    sent.add_argument("--date", type=day, metavar="DATO")
    wording = ways.add(
        "text", "ordlyden; --file gemmer centrets egen, --ours går tilbage", wording_of
    )
    wording.add_argument("kind", choices=letter_names.KINDS)
    wording.add_argument("--language", choices=letter_texts.LANGUAGES, default="da")
    wording.add_argument("--file", type=Path, metavar="FIL")
    wording.add_argument("--ours", action="store_true")


def _written(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--why", type=text(4000), default=NOTHING, metavar="TEKST", help="begrundelse"
    )
    parser.add_argument("--fact", action="append", default=[], type=text(2000), metavar="TEKST")
    parser.add_argument(
        "--intended", type=text(500), default=NOTHING, metavar="TEKST", help="påtænkt"
    )
    parser.add_argument(
        "--other", type=text(2000), default=NOTHING, metavar="TEKST", help="andre muligheder"
    )
    parser.add_argument("--outcome", choices=["continue", "change", "end", "reassess"], default="")
    parser.add_argument("--answer-by", type=day, metavar="DATO", help="svarfrist i en høring")
    parser.add_argument(
        "--by-letter", action="store_true", help="sendes med brev: klagefristen regnes derfra"
    )
    parser.add_argument("--fully-met", action="store_true", help="ansøgningen er fuldt imødekommet")
    parser.add_argument(
        "--health-act", action="store_true", help="kørsel efter sundhedslovens § 172"
    )
    parser.add_argument("--language", choices=letter_texts.LANGUAGES, default="da")
    parser.add_argument("--out", type=Path, default=Path(), metavar="MAPPE")


def _said(work: Work, options: argparse.Namespace) -> Written:
    o = options
    facts = tuple(one.replace(": ", "\t", 1) for one in o.fact)
    return Written(
        o.why,
        facts,
        o.intended,
        o.other,
        o.outcome,
        rule_of(work, lookup.course(work, o.number), o.kind),
        o.answer_by,
        o.fully_met,
        sent_digital=False if o.by_letter else None,
        subject="SUL172" if o.health_act else "",
    )


def make(options: argparse.Namespace) -> int:
    """Make a letter, and keep it."""
    o = options
    with opened(target(o), o) as store, store.work(f"Brev: {o.kind}") as work:
        course = lookup.course(work, o.number)
        _key, pdf = writing.make(work, course, o.kind, _said(work, o), o.language)
        number = len(_every(work, o.number))
        file = _file(
            o, f"{o.kind}-{o.number}-{number}", pdf
        )  # before it is kept: no letter without its paper
    return _told(o, file)


def preview(options: argparse.Namespace) -> int:
    """Draw a letter; nothing is kept."""
    o = options
    with opened(target(o), o) as store, store.read() as work:
        course = lookup.course(work, o.number)
        pdf = writing.preview(work, course, o.kind, _said(work, o), o.language)
    return _told(o, _file(o, f"{o.kind}-{o.number}-prøve", pdf))


def _file(options: argparse.Namespace, name: str, pdf: bytes) -> Path:
    folder: Path = options.out
    plain = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)
    file = folder / f"{plain}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, pdf)
    except OSError as wrong:
        raise WrongUse(f"{file} kan ikke skrives: {os_words(wrong)}. Intet er gemt.") from None
    return file


def _told(options: argparse.Namespace, file: Path, warning: str = "") -> int:
    value = {"file": str(file), "warning": warning or None}
    return answer(options, value, lambda: iter([str(file), *([warning] if warning else [])]))


def _every(work: Work, number: str) -> list[writing.LetterCard]:
    return writing.letters(work, lookup.course(work, number))[::-1]


def _one(work: Work, options: argparse.Namespace) -> writing.LetterCard:
    every = _every(work, options.number)
    if options.which > len(every):
        raise WrongUse(f"der er ikke noget brev {options.which}")
    card: writing.LetterCard = every[options.which - 1]
    return card


def list_letters(options: argparse.Namespace) -> int:
    """A course's letters, the oldest first."""
    with opened(target(options), options) as store, store.read() as work:
        every = _every(work, options.number)
    value = [
        {"number": n, "kind": c.kind, "title": c.title, "made": c.made_at, "by": c.made_by}
        | {"sent": c.sent_on, "how": c.sent_how or None}
        for n, c in enumerate(every, 1)
    ]

    def line(n: int, c: writing.LetterCard) -> str:
        sent = f"sendt {c.sent_on:%d-%m-%Y} ({c.sent_how})" if c.sent_on else "ikke sendt"
        return f"{n}  {c.made_at:%d-%m-%Y %H.%M}  {c.title} · {c.made_by} · {sent}"

    return answer(options, value, lambda: (line(n, c) for n, c in enumerate(every, 1)))


def copy(options: argparse.Namespace) -> int:
    """A letter as it was."""
    with opened(target(options), options) as store, store.read() as work:
        card = _one(work, options)
        pdf = writing.copy(work, card.id)
        hidden = writing.protected_now(work, lookup.course(work, options.number))
    file = _file(options, f"{card.kind}-{options.number}-{options.which}", pdf)
    return _told(options, file, PROTECTED if hidden else "")


def mark_sent(options: argparse.Namespace) -> int:
    """Say that a letter was sent."""
    with opened(target(options), options) as store, store.work("Brev sendt") as work:
        card = _one(work, options)
        writing.mark_sent(work, card.id, options.how, options.date)
        due = rights(work, lookup.course(work, options.number)).deadlines if card.meets else ()
        hidden = writing.protected_now(work, lookup.course(work, options.number))
    met = [d for d in due if d.met_by == card.meets and d.met_on]
    said = [f"Fristen {d.id} er mødt {d.met_on:%d-%m-%Y}." for d in met if d.met_on]
    said += [PROTECTED] if hidden else []
    value = {"done": True, "warning": PROTECTED if hidden else None}
    return answer(options, value, lambda: iter(["Noteret som sendt.", *said]))


def wording_of(options: argparse.Namespace) -> int:
    """Show the wording in use, save the centre's own, or go back to ours."""
    o = options
    if o.file or o.ours:
        words = "" if o.ours else o.file.read_text(encoding="utf-8")
        with opened(target(o), o) as store, store.work("Ordlyd") as work:
            letter_texts.save(work, o.kind, o.language, words)
        return answer(o, {"done": True}, lambda: iter(["Gemt."]))
    with opened(target(o), o) as store, store.read() as work:
        every = letter_texts.versions(work, o.kind, o.language)
    value = [
        {"text": v.text, "by": v.written_by, "at": v.written_at, "ours": v.ours} for v in every
    ]
    if o.json:
        return answer(o, value, lambda: iter(()))
    sys.stdout.write(every[0].text.rstrip() + "\n")
    return 0
