"""What a test's result, its change and its norm are called."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.measures import Asked, CountsFrom, Direction, as_written
from trainer_desktop.services.record.measuring import SeriesCard
from trainer_desktop.ui import dates

translate = QCoreApplication.translate
POINTS = ("", "start", "middle", "end")


def language() -> str:
    """The window's language, as the tests' file names it."""
    return "da" if dates.locale().name().startswith("da") else "en"


def written(series: SeriesCard, value: Decimal) -> str:
    """A value with its decimals."""
    return as_written(series.test, value, danish=language() == "da")


def tr_point(point: str) -> str:
    """Where in the course a test belongs."""
    return {
        "": translate("Tests", "Any time"),
        "start": translate("Tests", "At the start"),
        "middle": translate("Tests", "Half way"),
        "end": translate("Tests", "At the end"),
    }[point]


def tr_asked(asked: Asked) -> str:
    """Why a value is asked about."""
    return {
        Asked.OFF_THE_SCALE: translate("Tests", "That is off the test's scale."),
        Asked.UNUSUAL: translate("Tests", "That is an unusual value."),
        Asked.FAR_FROM_LAST: translate("Tests", "That is far from the last one."),
        Asked.BEFORE_COURSE: translate("Tests", "That day is before the course began."),
    }[asked]


def tr_change(series: SeriesCard) -> tuple[str, str, str]:
    """What to say of the change: the sentence, its icon and its tone."""
    changed = series.changed
    if changed is None:
        return translate("Tests", "Measured once"), "target", "text-2"
    by = written(series, changed.by)
    by = f"+{by}" if changed.by > 0 else by
    reached = _sizes(changed.reached, series)
    missed = _sizes(changed.missed, series)
    match changed.direction:
        case Direction.BETTER:
            said = translate("Tests", "Better, {by}. Counts from {size}.")
            return said.format(by=by, size=reached), "trend-up", "good-text"
        case Direction.WORSE:
            said = translate("Tests", "Worse, {by}. Counts from {size}.")
            return said.format(by=by, size=reached), "trend-down", "bad-text"
        case Direction.UNSURE:
            said = translate("Tests", "No certain change, {by}. Counts from {size}.")
            return said.format(by=by, size=missed), "swap", "text-2"
        case Direction.SAME:
            return translate("Tests", "Unchanged"), "swap", "text-2"
        case Direction.UNKNOWN:
            said = translate("Tests", "Changed {by}. Nobody has found what counts.")
            return said.format(by=by), "info", "text-2"
    raise AssertionError(changed.direction)


def _sizes(some: tuple[CountsFrom, ...], series: SeriesCard) -> str:
    start = series.results[0].value
    said = []
    for one in some:
        size = as_written(series.test, one.size(start), danish=language() == "da")
        if one.or_percent is not None:
            size = translate("Tests", "{size} or {percent} %").format(
                size=size, percent=one.or_percent.normalize()
            )
        for_whom = one.da if language() == "da" else one.en
        said.append(f"{size} ({for_whom})" if for_whom else size)
    return ", ".join(said)


def tr_norm(series: SeriesCard) -> str:
    """The norm, the mean, and what the last value is often taken for; nothing where there is none."""
    said = []
    if series.norm is not None:
        norm = translate("Tests", "Lowest normal value at this age: {value}")
        said.append(norm.format(value=written(series, series.norm)))
    if series.mean is not None:
        mean = translate("Tests", "Mean at this age: {value}")
        said.append(mean.format(value=written(series, series.mean)))
    last = series.results[-1].value
    said += [m.da if language() == "da" else m.en for m in series.test.mark if m.reads(last)]
    if series.mixed_aids:
        said.append(translate("Tests", "The aid is not the same each time."))
    return " · ".join(said)
