"""Wall time at the centre, from the moment of a unit of work."""

from datetime import date, datetime, timedelta

from trainer_desktop.models.work import Work
from trainer_desktop.services.store.opening import COPENHAGEN


def wall_now(work: Work) -> datetime:
    """Now, as the clock on the centre's wall shows it (naive)."""
    return work.now.astimezone(COPENHAGEN).replace(tzinfo=None, second=0, microsecond=0)


def wall_time(moment: datetime | None) -> datetime | None:
    """A moment as the clock on the centre's wall showed it, to the minute (naive)."""
    if moment is None:
        return None
    return moment.astimezone(COPENHAGEN).replace(tzinfo=None, second=0, microsecond=0)


def today(work: Work) -> date:
    """The centre's date."""
    return wall_now(work).date()


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
