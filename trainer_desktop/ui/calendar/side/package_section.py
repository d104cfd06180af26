"""The package in the inspector: what is used and left, with the reasons for each."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout

from trainer_desktop.services.calendar.inspecting import InspectorCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.ledger_words import tr_entry
from trainer_desktop.ui.paint import draw_meter
from trainer_desktop.ui.parts.basics import (
    Icon,
    Meter,
    Painted,
    Rule,
    Text,
    col,
    row,
)
from trainer_desktop.ui.plurals import Plurals
from trainer_desktop.ui.rule_words import tr_basis
from trainer_desktop.ui.theme import RIGHT, theme

translate = QCoreApplication.translate


def package_section(card: InspectorCard) -> QLayout:
    """The numbers, the meter, and every line with its reason."""
    pack = card.package
    head = row(
        Text(translate("Inspector", "Package"), "small", "text-2"),
        None,
        Text(tr_basis(card.basis), "small", "text-2"),
    )
    if pack.granted is None:
        return col(
            head, Text(translate("Inspector", "No package is granted."), "body", "text-2"), gap=8
        )
    whole = pack.granted + pack.extra
    left = pack.left or 0
    used = translate("Inspector", "of {whole} used").format(whole=whole)
    rest = (
        translate("Inspector", "{n} left").format(n=left)
        if left >= 0
        else translate("Inspector", "{n} over").format(n=-left)
    )
    numbers = row(
        Text(str(pack.used), "display"),
        Text(used, "body", "text-2"),
        None,
        Text(rest, "strong"),
        gap=8,
    )
    spoken = f"{pack.used} {used}, {rest}"
    meter = Meter("".join(c.value for c in pack.cells), spoken)
    body = col(head, 4, numbers, 6, meter, 6)
    for number, reason in enumerate(_reasons(card)):
        if number:
            body.addWidget(Rule("line-soft"))
        body.addLayout(_reason(*reason))
    said = _not_counted(card)
    if said:
        text = Text(said, "small", "text-2", wrap=True)
        line = row(Icon("info", "text-3", 14), text, gap=6, margins=(0, 6, 0, 0))
        line.setStretch(1, 1)
        body.addLayout(line)
    return body


def _not_counted(card: InspectorCard) -> str:
    pack, parts = card.package, []
    if in_time := pack.in_time:
        parts.append(Plurals().cancellations(in_time))
    if centre := pack.centre:
        parts.append(Plurals().by_centre(centre))
    if spared := pack.spared:
        parts.append(Plurals().other_absences(spared))
    if not parts:
        return ""
    if len(parts) == 1:
        return translate("Inspector", "Not counted: {what}.").format(what=parts[0])
    first = ", ".join(parts[:-1])
    return translate("Inspector", "Not counted: {one} and {other}.").format(
        one=first, other=parts[-1]
    )


def _reasons(card: InspectorCard) -> list[tuple[int, str, str, str]]:
    pack = card.package
    found: list[tuple[int, str, str, str]] = []
    if pack.attended and pack.attended_from and pack.attended_to:
        ends = dates.short_date(pack.attended_from), dates.short_date(pack.attended_to)
        span = "–".join(dict.fromkeys(ends))
        found.append((pack.attended, "u", translate("Inspector", "Came"), span))
    if pack.lost:
        found.append((pack.lost, "l", *_lost(card)))
    if pack.booked and pack.booked_to:
        until = translate("Inspector", "until {day}").format(day=dates.short_date(pack.booked_to))
        found.append((pack.booked, "b", translate("Inspector", "Booked"), until))
    if pack.free and pack.free > 0:
        found.append(
            (
                pack.free,
                "f",
                Plurals().to_book(pack.free),
                translate("Inspector", "can be booked"),
            )
        )
    if pack.free is not None and pack.free < 0:
        found.append(
            (
                -pack.free,
                "l",
                translate("Inspector", "Too many booked"),
                translate("Inspector", "more than granted"),
            )
        )
    return found


def _lost(card: InspectorCard) -> tuple[str, str]:
    last = card.package.lost_last
    word = translate("Inspector", "Used without training")
    if last is None or last.starts is None:
        return word, ""
    if card.package.lost_alike:
        word = tr_entry(last)[0]
    return word, f"{dates.short_date(last.starts.date())} {dates.at_clock(last.starts)}"


def _reason(count: int, cell: str, word: str, note: str) -> QLayout:
    number = Text(str(count), "strong", figures=True)
    number.setFixedWidth(theme.px(18))
    number.setAlignment(RIGHT)
    dot = Painted(lambda p, r: draw_meter(p, r.adjusted(0, 4, 0, -4), cell), 10, 18)
    return row(
        number,
        dot,
        (Text(word, "body", wrap=True), 1),
        Text(note, "small", "text-3", figures=True),
        gap=8,
        margins=(0, 5, 0, 5),
    )


def term(word: str) -> Text:
    """A small word before a fact."""
    label = Text(word, "small", "text-3")
    label.setFixedWidth(theme.px(40))
    return label
