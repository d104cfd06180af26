"""Where the trainings that an outage hits could be held instead, and what each place costs."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from trainer_desktop.models.work import Work
from trainer_desktop.rules.daybits import QUARTERS, WHOLE_DAY, minute_of, room_for, span, starts_in
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.rules.reassigning import Candidate
from trainer_desktop.rules.reevaluation import longest_until
from trainer_desktop.services.absence.outage import Cause, HitCard, Outage, PlaceCard
from trainer_desktop.services.centre.availability import Availability
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.centre.roster import RoomCard, room_cards, therapists
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now

AHEAD = 10  # hverdage after the old day in which a new time is looked for
NEAREST = 5  # times a day and therapist that are weighed
LEAD = timedelta(minutes=60)  # somebody who is to come at another time must be able to
ROOMS, LANES = 3, 4  # rooms, and places of each, that are weighed for one time
TRAINED_IN = frozenset({RoomKind.BOX, RoomKind.GYM})  # one serves as well as the other


# what a new place costs, beside one for each half-hour that it is off
A_DAY, COLLEAGUE, ANOTHER_ROOM = 8, 6, 1


class Relocation:
    """What is free around an outage, and the candidates of each training it hits."""

    def __init__(self, work: Work, outage: Outage, found: list[HitCard]) -> None:
        self.outage, self.now = outage, wall_now(work)
        several = {hit.centre_id for hit in found}
        self.staff = {centre: therapists(work, centre) for centre in several}
        self.rooms = {centre: room_cards(work, centre) for centre in several}
        self.work_days = rulebooks(work).work_days
        first = min(min(hit.before.starts.date() for hit in found), outage.starts.date())
        first = max(first, self.now.date())
        last = self.work_days.add(max(hit.before.starts.date() for hit in found), AHEAD)
        self.days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        people = [one for hit in found for one in hit.people]
        self.free = Availability(
            work,
            self.days,
            [s for some in self.staff.values() for s in some],
            [r for some in self.rooms.values() for r in some],
            {one.citizen_id for one in people},
            without=frozenset(hit.session_id for hit in found),
        )
        facts = courses.facts(work, {one.course_id for one in people})
        self.until = {key: longest_until(one.course, one.book) for key, one in facts.items()}

    def candidates(self, hit: HitCard) -> Iterator[Candidate]:
        """Where a training could lie instead: a team stays at its time, with a colleague or in another room."""
        for day in self._days_for(hit):
            if day in self.free.closed or self._closed(hit.centre_id, day):
                continue
            citizens = self._citizens(hit, day)
            if citizens is None:
                continue
            places = self._places(hit, day)
            for person in self.staff[hit.centre_id]:
                yield from self._with(hit, day, person, citizens, places)

    def _days_for(self, hit: HitCard) -> list[date]:
        old = hit.before.starts.date()
        if hit.team:
            return [old]
        last = self.work_days.add(old, AHEAD)
        limits = [until for one in hit.people if (until := self.until.get(one.course_id))]
        last = min([last, *(max(until, old) for until in limits)])
        first = max(self.now.date(), self.outage.starts.date() - timedelta(days=1), self.days[0])
        return [day for day in self.days if first <= day <= last]

    def _closed(self, centre: uuid.UUID, day: date) -> bool:
        outage = self.outage
        closes = outage.cause is Cause.DAY and outage.key in (None, centre)
        return closes and day in outage.days

    def _citizens(self, hit: HitCard, day: date) -> int | None:
        """When all its citizens are free; None on a day on which one of them trains already."""
        bits = -1
        for one in hit.people:
            free = self.free.citizen(one.citizen_id, day)
            if not hit.team and free != self.free.citizen(uuid.UUID(int=0), day):
                return None
            bits &= free
        return bits

    def _with(
        self,
        hit: HitCard,
        day: date,
        person: NamedKey,
        citizens: int,
        places: list[tuple[RoomCard, range, int]],
    ) -> Iterator[Candidate]:
        old = hit.before
        free = self.free.therapist(person.id, day) & citizens
        if self.outage.cause is Cause.STAFF and person.id == self.outage.key:
            free &= ~self.outage.bits(day)
        bits = room_for(free, old.minutes)
        wished = minute_of(old.starts)
        bits &= 1 << (wished // 5) if hit.team else QUARTERS | 1 << (wished // 5)
        if day == self.now.date():
            lead = self.now + LEAD
            soonest = minute_of(lead) if lead.date() == day else 24 * 60
            same = bits & 1 << (wished // 5) if old.starts >= self.now else 0
            bits = bits & ~span(0, soonest) | (same if day == old.starts.date() else 0)
        if not bits:
            return
        nearest = sorted(starts_in(bits), key=lambda minute: (abs(minute - wished), minute))
        for minute in nearest[:NEAREST]:
            yield from self._in_rooms(hit, day, person, minute, places)

    def _in_rooms(
        self,
        hit: HitCard,
        day: date,
        person: NamedKey,
        minute: int,
        places: list[tuple[RoomCard, range, int]],
    ) -> Iterator[Candidate]:
        old, wished = hit.before, minute_of(hit.before.starts)
        starts = datetime.combine(day, time(minute // 60, minute % 60))
        there = span(minute, minute + old.minutes)
        uses = [((person.id, day), there)]
        alone = there if hit.team else WHOLE_DAY  # one of one's own is the only one of its day
        uses += [((one.citizen_id, day), alone) for one in hit.people]
        cost = abs((day - old.starts.date()).days) * A_DAY + abs(minute - wished) // 30
        cost += COLLEAGUE if person.id != old.therapist_id else 0
        if old.room_id is None:
            place = PlaceCard(starts, old.minutes, person.id, person.short, None, "")
            yield Candidate(cost, tuple(uses), place)
            return
        tried: set[uuid.UUID] = set()
        for room, taken, free in places:
            if not free >> (minute // 5) & 1 or (room.id not in tried and len(tried) == ROOMS):
                continue
            tried.add(room.id)
            place = PlaceCard(starts, old.minutes, person.id, person.short, room.id, room.name)
            extra = ANOTHER_ROOM if room.id != old.room_id else 0
            seats = [((room.id, lane, day), there) for lane in taken]
            yield Candidate(cost + extra, (*uses, *seats), place)

    def _places(self, hit: HitCard, day: date) -> list[tuple[RoomCard, range, int]]:
        """The rooms for it, its own first: (room, the places it takes there, bits at which it can begin).

        Place n of a room is free when more than n are (`Availability.places`), so the last place
        of those taken tells for all.
        """
        old, people = hit.before, max(1, len(hit.people))
        shut = self.outage.bits(day) if self.outage.cause is Cause.ROOM else 0
        found = []
        for room in self._like(hit, people):
            free = self.free.places(room.id, day)
            for first in range(min(LANES, len(free) - people + 1)):
                bits = free[first + people - 1]
                bits = bits & ~shut if room.id == self.outage.key else bits
                found.append((room, range(first, first + people), room_for(bits, old.minutes)))
        return found

    def _like(self, hit: HitCard, people: int) -> list[RoomCard]:
        """The rooms in which it could be: of the same kind, with what its own has, large enough; its own first."""
        rooms = self.rooms[hit.centre_id]
        own = next((room for room in rooms if room.id == hit.before.room_id), None)
        if own is None:
            return []
        kinds = {own.kind} if hit.team or own.kind not in TRAINED_IN else TRAINED_IN
        found = [own]
        for room in sorted(rooms, key=lambda r: (r.capacity, r.name)):
            big = room.capacity >= people if hit.team else room.capacity == 1
            able = room.kind in kinds and set(own.equipment) <= set(room.equipment)
            if room.id != own.id and able and (big or own.kind not in TRAINED_IN):
                found.append(room)
        return found
