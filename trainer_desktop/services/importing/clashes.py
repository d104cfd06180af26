"""Finds what an old calendar has booked twice: therapist, citizen, or a room beyond its capacity."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from trainer_desktop.models.occupancy import Kind
from trainer_desktop.models.occupy import Use

FROM_OLD_SYSTEM = "Stod sådan i det gamle system"
WHAT = {
    Kind.THERAPIST.value: "terapeuten {name} er booket to gange",
    Kind.ROOM.value: "lokalet {name} har ikke plads til begge",
    Kind.CITIZEN.value: "borgeren er booket to gange",
}


@dataclass(frozen=True)
class Seat:
    """A training with what it takes, and the lines it came from."""

    session_id: uuid.UUID
    uses: tuple[Use, ...]
    lines: tuple[int, ...]
    names: dict[uuid.UUID, str]
    override: str = ""

    @property
    def settled(self) -> bool:
        """Whether a person has stated why it stands beside another."""
        return self.override not in ("", FROM_OLD_SYSTEM)


@dataclass(frozen=True)
class Clash:
    """Trainings that stand in each other's way, and in what."""

    lines: tuple[int, ...]
    what: str
    file: str = "aftaler.csv"


def find_clashes(
    seats: list[Seat], capacities: dict[uuid.UUID, int], touched: set[uuid.UUID]
) -> tuple[list[Clash], set[uuid.UUID]]:
    """The clashes, and the trainings that give way to an earlier line.

    Only what this import has touched gives way; a pair for which a person stated a reason is settled.
    """
    by_session = {seat.session_id: seat for seat in seats}
    busy: dict[tuple[str, uuid.UUID], list[Use]] = defaultdict(list)
    for seat in seats:
        for use in seat.uses:
            busy[use.kind, use.resource_id].append(use)
    pairs: dict[tuple[uuid.UUID, uuid.UUID], list[str]] = defaultdict(list)
    for (kind, resource), uses in busy.items():
        uses.sort(key=lambda u: (u.starts, u.ends))
        capacity = capacities.get(resource, 1) if kind == Kind.ROOM.value else 1
        for one, other in _overfull(uses, capacity):
            name = by_session[one.session_id].names.get(resource, "")
            pair = one.session_id, other.session_id
            if any(by_session[s].settled for s in pair) or not touched.intersection(pair):
                continue
            pairs[_ordered(one, other, by_session, touched)].append(WHAT[kind].format(name=name))
    clashes, gives_way = [], set()
    for (first, second), what in pairs.items():
        gives_way.add(second)
        both = [by_session[first].lines, by_session[second].lines]
        lines = both[1] if first == second else both[0][:1] + both[1][:1]
        starts = by_session[second].uses[0].starts
        clashes.append(
            Clash(tuple(sorted(lines)), f"{starts:%d-%m-%Y kl. %H.%M}: {'; '.join(what)}")
        )
    return sorted(clashes, key=lambda c: c.lines), gives_way


def _ordered(
    one: Use, other: Use, seats: dict[uuid.UUID, Seat], touched: set[uuid.UUID]
) -> tuple[uuid.UUID, uuid.UUID]:
    """The one that stays, then the one that gives way."""
    first, second = sorted(
        (one.session_id, other.session_id),
        key=lambda s: (s in touched, seats[s].lines or (0,), s),
    )
    return first, second


def _overfull(uses: list[Use], capacity: int) -> list[tuple[Use, Use]]:
    """The uses during which there is more than the capacity, each with one that was there before it."""
    found: list[tuple[Use, Use]] = []
    there: list[Use] = []
    for use in uses:
        there = [o for o in there if o.ends > use.starts]
        if sum(o.places for o in there) + use.places > capacity:
            found.append((there[-1] if there else use, use))
        there.append(use)
    return found
