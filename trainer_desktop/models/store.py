"""The one door to the database: units of work, each one transaction, one moment and one change set."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import (
    Engine,
)
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound

from trainer_desktop.models import seen
from trainer_desktop.models.access import Looks, write_looks
from trainer_desktop.models.engine import PATIENCE, is_busy
from trainer_desktop.models.keys import Unlocked
from trainer_desktop.models.work import Work
from trainer_desktop.rules.refusal import Reason, Refused


class Store:
    """Hands out units of work on one database; `file` is where it lies, when it is a file."""

    def __init__(
        self,
        engine: Engine,
        clock: Callable[[], datetime],
        actor: str = "",
        file: Path | None = None,
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.actor = actor
        self.file = file
        self.place = ""  # the workstation, for the journal
        self.unlocked: Unlocked | None = None  # who opened a protected one
        self.on_look: Callable[[Looks], None] = partial(write_looks, self)
        self._readers = engine
        if engine.dialect.name == "postgresql":  # a page is one picture there, too
            one_picture = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            self._readers = engine.execution_options(**one_picture)

    @contextmanager
    def work(
        self,
        action: str = "",
        actor: str | None = None,
        *,
        patience: float = PATIENCE,
        saw: int | None = None,
    ) -> Iterator[Work]:
        """Open a unit of work: committed at the end, rolled back on any error.

        It takes its turn before it reads, so that what it checks still holds when it is written.
        `patience` is how many seconds it waits for that; `saw` the number of the last change set that
        the actor has seen: what has been changed after it is not written over.
        Raises Refused: BUSY when its turn does not come, GONE when a row is not there any more,
        CHANGED_SINCE, or the reason for which a guard in the database says no.
        """
        who = self.actor if actor is None else actor
        writers = self.engine.execution_options(patience=patience)
        with _in_words(), Work(writers, self.clock(), who, action) as work:
            with work.begin():
                work.take_turn(patience)
                work.now = self.clock()  # not the moment at which it began to wait
                work.place = self.place
                if saw is not None:
                    work.remember_others(saw)
                yield work
            if self.file and work.change:
                seen.note(self.file, work.change.seq, work.chained)

    @contextmanager
    def read(self) -> Iterator[Work]:
        """Open a unit of work that only reads and holds nobody up. Raises Refused BUSY or GONE."""
        with (
            _in_words(),
            Work(self._readers, self.clock(), self.actor, "") as work,
            work.begin(),
        ):
            yield work
            looks = work.looks
        if looks:
            self.on_look(Looks(self.clock(), self.actor, tuple(dict.fromkeys(looks))))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


@contextmanager
def _in_words() -> Iterator[None]:
    """Make an expected no of what the database or a row that has gone says."""
    try:
        yield
    except NoResultFound as trouble:
        raise Refused(Reason.GONE) from trouble
    except IntegrityError as trouble:
        raise _refused(trouble) from trouble
    except DBAPIError as trouble:
        if is_busy(trouble):
            raise Refused(Reason.BUSY) from trouble
        raise


def _refused(trouble: IntegrityError) -> Exception:
    said = str(trouble.orig)
    if "uq_participant" in said or "participant.session_id, participant.course_id" in said:
        return Refused(Reason.ALREADY_ON_TEAM)
    if "room_full" in said or "no_double_booking" in said:  # another desk was first: nobody to name
        return Refused(Reason.NOT_FREE_ANY_MORE)
    if "wall_time" in said or "ends_after_start" in said:
        return Refused(Reason.BAD_TIME)
    return trouble
