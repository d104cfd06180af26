"""Days and times as the user's language writes them; never joined by hand elsewhere."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime


def locale() -> QLocale:
    """The language chosen in the settings."""
    return QLocale()


def _danish() -> bool:
    return locale().language() == QLocale.Language.Danish


def _text(day: date, pattern: str) -> str:
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def long_day(day: date) -> str:
    """Onsdag 18. november."""
    return _capital(_text(day, "dddd d. MMMM" if _danish() else "dddd d MMMM"))


def long_day_year(day: date) -> str:
    """Onsdag 18. november 2026."""
    return f"{long_day(day)} {day.year}"


def long_day_year_inside(day: date) -> str:
    """Wednesday 18 November 2026 inside a sentence: onsdag 18. november 2026 in Danish."""
    return f"{_text(day, 'dddd d. MMMM' if _danish() else 'dddd d MMMM')} {day.year}"


def weekday(day: date) -> str:
    """Onsdag."""
    return _capital(_text(day, "dddd"))


def weekday_name(number: int) -> str:
    """Onsdag, from the number of the weekday (Monday is 0)."""
    return _capital(locale().standaloneDayName(number + 1, QLocale.FormatType.LongFormat))


def weekday_name_inside(number: int) -> str:
    """The weekday inside a sentence: onsdag in Danish, from its number (Monday is 0)."""
    return locale().standaloneDayName(number + 1, QLocale.FormatType.LongFormat)


def weekday_letters(number: int) -> str:
    """Ma, ti, on: the first two letters of a weekday (Monday is 0)."""
    return locale().standaloneDayName(number + 1, QLocale.FormatType.LongFormat)[:2].lower()


def month_year(day: date) -> str:
    """December 2026."""
    month = locale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
    return f"{_capital(month)} {day.year}"


def weekday_inside(day: date) -> str:
    """Wednesday inside a sentence: onsdag in Danish."""
    return _text(day, "dddd")


def day_number(day: date) -> str:
    """18. in Danish, 18 in English."""
    return f"{day.day}." if _danish() else f"{day.day}"


def day_month(day: date) -> str:
    """18. november."""
    return _text(day, "d. MMMM" if _danish() else "d MMMM")


def short_day(day: date) -> str:
    """Ons. 18. nov."""
    name = _text(day, "ddd").rstrip(".")[:3]
    month = _month(day)
    return f"{name}. {day.day}. {month}" if _danish() else f"{name} {day.day} {month}"


def middle_day(day: date) -> str:
    """Onsdag 18. nov."""
    return f"{weekday(day)} {short_date(day)}"


def short_date(day: date) -> str:
    """18. nov."""
    return f"{day.day}. {_month(day)}" if _danish() else f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    """Nov. and maj in Danish, where only what is cut short takes a full stop; Nov in English."""
    month = _text(day, "MMM").rstrip(".")
    return f"{month}." if _danish() and month != _text(day, "MMMM") else month


def date_year(day: date) -> str:
    """18. nov. 2026."""
    return f"{short_date(day)} {day.year}"


def clock(at: time | datetime) -> str:
    """9.14 in Danish, 9:14 in English."""
    if _danish():
        return f"{at.hour}.{at.minute:02}"
    return QTime(at.hour, at.minute).toString("H:mm")


def at(said: str) -> str:
    """Put kl. (in Danish) or at before a time or a span of time."""
    return f"kl. {said}" if _danish() else f"at {said}"


def at_clock(moment: time | datetime) -> str:
    """Kl. 9.14 in Danish (with a small k), at 9:14 in English."""
    return at(clock(moment))


def clock_range(starts: datetime, ends: datetime) -> str:
    """12.15–13.15."""
    return f"{clock(starts)}–{clock(ends)}"


def week_number(day: date) -> int:
    """The ISO week."""
    return day.isocalendar().week


def hours(minutes: int) -> str:
    """4,5: hours with one decimal."""
    return locale().toString(minutes / 60, "f", 1)
