"""The demo centre: an export of a centre that does not exist, imported the first time and moved to the present."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from trainer_desktop import paths
from trainer_desktop.demo.record import add_record
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.store import Store
from trainer_desktop.services.standards import catalogue
from trainer_desktop.services.store.opening import COPENHAGEN, Clock, demo_file, now, open_store

DEMO_EXPORTED = date(2026, 11, 21)
DEMO_PHONE = "70100000"  # nobody's: the demo invites nobody to call
Progress = Callable[[str, int, int], bool]
DEMO_STANDARDS = {
    "SEL86.1": "ishoj-vallensbaek-86-1",
    "SEL86.2": "vesthimmerland-86-2",
    "SUL140": "aalborg-140",
}


def weeks_to(today: date) -> int:
    """By how many whole weeks the demo is moved, so that its week is ours."""
    export, own = (d - timedelta(days=d.weekday()) for d in (DEMO_EXPORTED, today))
    return (own - export).days // 7


def open_demo(
    file: Path | None = None,
    clock: Clock = now,
    progress: Progress = lambda _what, _done, _of: True,
) -> Store:
    """The demo centre, imported from its export the first time; a try that broke off is begun again."""
    store = open_store(file or demo_file(), clock, make=True)
    fill_demo(store, progress)
    return store


def fill_demo(store: Store, progress: Progress = lambda _what, _done, _of: True) -> None:
    """Import the demo centre into a store that holds no centre; its dates are moved to the present."""
    with store.read() as work:
        ready = work.scalar(select(Centre.id).limit(1)) is not None
    if ready:
        return
    from trainer_desktop.services import importing  # the first time only: a start does not need it

    here = store.clock().astimezone(COPENHAGEN).replace(tzinfo=None)
    importing.run_import(
        store,
        paths.resources() / "demo",
        DEMO_STANDARDS,
        catalogue.shipped().editions,
        moved=importing.Moved(weeks_to(here.date()), here),
        as_of=DEMO_EXPORTED,
        progress=progress,
    )
    with store.work("demo") as work:
        main = work.scalars(select(Centre).where(Centre.parent_id.is_(None))).one()
        main.phone, main.address = DEMO_PHONE, "Havnevej 4, 9000 Åsø"
    with store.work("demo") as work:
        add_record(work, here)
