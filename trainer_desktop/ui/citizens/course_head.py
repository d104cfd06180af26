"""A course on the citizen's page: what it is, and how much of its package is used."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.basics import (
    Card,
    Meter,
    Text,
    col,
    row,
)
from trainer_desktop.ui.plurals import Plurals
from trainer_desktop.ui.rule_words import tr_basis

translate = QCoreApplication.translate


def no_course() -> QWidget:
    """What stands where there is no course."""
    box = Card()
    said = translate("CitizenPage", "No course of training is recorded.")
    col(Text(said, "body", "text-2"), margins=(16, 16, 16, 16), on=box)
    return box


def about(course: CourseCard) -> str:
    """Basis, grant, who is responsible, and from when to when."""
    parts = [tr_basis(course.basis)]
    if course.granted:
        parts.append(
            translate("CitizenPage", "granted {day}").format(day=dates.date_year(course.granted))
        )
    pack = course.package
    if pack.granted and course.minutes_each:
        said = translate("CitizenPage", "{n} trainings of {m} min.")
        parts.append(said.format(n=pack.granted, m=course.minutes_each))
    if extra := pack.extra:
        parts.append(Plurals().extra(extra))
    if course.responsible:
        parts.append(translate("CitizenPage", "responsible {who}").format(who=course.responsible))
    if course.started:
        parts.append(
            translate("CitizenPage", "start {day}").format(day=dates.date_year(course.started))
        )
    if course.ended:
        parts.append(
            translate("CitizenPage", "end {day}").format(day=dates.date_year(course.ended))
        )
    parts.append(course.centre)
    return " · ".join(parts)


def package_meter(course: CourseCard) -> QLayout:
    """What is used of the package, and what is booked or free."""
    pack = course.package
    whole = (pack.granted or 0) + pack.extra
    used = translate("CitizenPage", "of {whole} used").format(whole=whole)
    rest = []
    if booked := pack.booked:
        rest.append(Plurals().booked(booked))
    free = pack.free
    if free is not None and not course.ended:
        over = -free
        if over > 0:
            rest.append(Plurals().over(over))
        else:
            rest.append(Plurals().free(free))
    said = ", ".join(rest)
    meter = Meter("".join(c.value for c in pack.cells), f"{pack.used} {used}, {said}", 14)
    return row(
        Text(str(pack.used), "figure"),
        Text(used, "body", "text-2"),
        12,
        (meter, 1),
        12,
        Text(said, "strong"),
    )
