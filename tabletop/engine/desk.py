"""A desk: where an actor's people handle what arrives, one queue for everything.

Two clerks from eight to four: urgent files first, then in order of arrival, nobody interrupted; at four a half-read file
is put down and taken up again at eight. When a clerk goes into a meeting, the file begun last waits.
"""

from __future__ import annotations

from bisect import bisect_right
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from tabletop.engine.timeline import OPENINGS, WORK_ENDS, Happening
from tabletop.model.windows import FOREVER, Windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.engine.timeline import Timeline

Leave = tuple[int, int, int]
"""An absence: from when, until when, and how many people."""

BEHIND_ALL = 100
"""What is added to the rank of a visit that is put at the back; a rank is less the priority, the lowest goes first."""

OVER = -1
"""The end of a visit that has left its desk."""

Stay = tuple[int, int, int, int]
"""Where the time of a visit went, in milliseconds: shut, absent, queue, handling; they sum to its length."""


class Visit(Happening):
    """One piece of work at a desk, from its arrival to its end; as an event it is the end of the work."""

    rank = 0
    """Its place in queues, less its priority: the lowest goes first."""
    desk: Desk
    turn: int
    """Its place in the order of arrivals at this desk."""
    arrived: int
    started: int
    """When its work began; -1 while it waits."""
    amount: int | None = None
    """How much work it is, in milliseconds; asked when the work begins, unless it is known before."""
    ends: int | None = None
    """When the work ends, as things stand; None when that is open, OVER when it has."""
    spell: int
    """When the present spell of work (or, while paused, the pause) began."""
    worked = 0
    """Work done before the present spell."""
    paused: Sequence[tuple[int, int]] = ()
    is_paused = False

    @property
    def is_over(self) -> bool:
        """Whether it has ended, or was taken back."""
        return self.ends == OVER

    def work(self) -> int:
        """Return how much work it is, in milliseconds."""
        raise NotImplementedError

    def leave(self, stay: Stay) -> None:
        """Go on after the work has ended."""
        raise NotImplementedError


class _Opening(Happening):
    """The desk opens and takes up what waits."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def happen(self) -> None:
        self.desk.open()

    def named(self) -> str:
        return f"the opening of the desk of {self.desk.actor}"


class _Moved(Happening):
    """The end of a piece of work that was interrupted."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit

    def happen(self) -> None:
        self.visit.desk.end(self.visit)

    def named(self) -> str:
        return self.visit.named()


class Desk:
    """The people, hours and queue of one actor during one exercise."""

    def __init__(self, timeline: Timeline, actor: str, *, number: int, staff: int, hours: Windows) -> None:
        """Stand ready with nothing to do."""
        self.timeline = timeline
        self.actor = actor
        self.staff = staff
        self.hours = hours
        self.away = 0
        """How many people are away by an absence."""
        self.sitting = 0
        """How many people sit in meetings."""
        self.leaves: list[Leave] = []
        """The absences begun so far."""
        self.absences: list[tuple[int, int]] = []
        """When nobody is there, by those absences."""
        self.opens: int | None = None
        """When it is going to open and serve, if that is scheduled."""
        self._opened = -1
        """When it last opened with something waiting."""
        self._is_always_open = hours.is_always
        self._opens, self._shuts = (0, FOREVER) if hours.is_always else (0, 0)
        """The span in which it was last found open: within it no hours need to be asked."""
        self._is_plain = hours.is_always
        """Whether it has been open and fully staffed so far, so that a visit has but waited and been handled."""
        self.arrivals = [self.take_in]
        """What SimPy is to call when a visit arrives."""
        self._ends = [self.end]
        self._free = staff
        """How many people are there and have nothing to do."""
        self._order = WORK_ENDS + (number << 32)
        self._opening_order = OPENINGS + number
        self._taken_back = 0
        """How many of those in the queue have been taken back, to be passed over."""
        self._queue: list[tuple[int, int, Visit]] = []
        self._working: dict[Visit, None] = {}
        """What is in work, in the order of its beginning."""
        self._arrivals = 0

    # What goes on at it

    def enter(self, visit: Visit, rank: int) -> None:
        """Let a visit join the queue at a rank, and begin it at once when somebody is free."""
        visit.rank = rank
        self.take_in(visit)

    def take_in(self, visit: Visit) -> None:
        """Let a visit join the queue at its rank, and begin it at once when somebody is free."""
        visit.desk, visit.ends = self, None
        visit.arrived = now = self.timeline.now
        self._arrivals = visit.turn = turn = self._arrivals + 1
        if self._free > 0 and self._is_always_open and not self._queue:
            self._begin(visit, now)
            return
        visit.started = -1
        heappush(self._queue, (visit.rank, turn, visit))
        if self._free > 0 and self.opens is None:
            self.serve()

    @property
    def waiting(self) -> int:
        """How many visits wait, those in work not counted."""
        return len(self._queue) - self._taken_back

    def open(self) -> None:
        """Open, and take up what waits."""
        self.opens, self._opened = None, self.timeline.now
        self.serve()

    def serve(self) -> None:
        """Begin what waits while somebody is free and the desk is open; else see that it opens."""
        queue, now = self._queue, self.timeline.now
        if queue and not self._is_always_open and not self._is_open(now):
            self._wait_for_opening(now)
            return
        while queue and self._free > 0:
            self._begin(heappop(queue)[2], now)

    def _is_open(self, now: int) -> bool:
        """Tell whether it is open; at the instant of opening, that is after all that arrives then."""
        if self._opens < now < self._shuts:
            return True
        hours = self.hours
        at = bisect_right(hours.starts, now) - 1
        if at < 0 or now >= hours.ends[at]:
            return False
        self._opens, self._shuts = hours.starts[at], hours.ends[at]
        return self._opened == now or self._opens != now

    def _wait_for_opening(self, now: int) -> None:
        opens = self.hours.next_open(now)
        if opens is not None and self.opens is None:
            self.opens = opens
            self.timeline.at(opens, self._opening_order, _Opening(self))

    def _begin(self, visit: Visit, now: int) -> None:
        if visit.ends is not None:  # it has been taken back
            self._taken_back -= 1
            return
        amount = visit.amount
        if amount is None:
            visit.amount = amount = visit.work()
        visit.started = visit.spell = now
        due = now + amount
        visit.ends = ends = due if due <= self._shuts else self.hours.after(now, amount)
        self._working[visit] = None
        self._free -= 1
        if ends is not None:
            visit.callbacks = self._ends
            self.timeline.at(ends, self._order + visit.turn, visit)

    def end(self, visit: Visit) -> None:
        """Let a visit leave whose work ends now, and begin the next; nothing if the end has been moved meanwhile."""
        now = self.timeline.now
        if visit.ends != now:
            return
        visit.ends = OVER
        del self._working[visit]
        self._free += 1
        if self._is_plain:
            started, queue = visit.started, self._queue
            visit.leave((0, 0, started - visit.arrived, now - started))
            while queue and self._free > 0:
                following = heappop(queue)[2]
                amount = following.amount
                if amount is None or following.ends is not None:
                    self._begin(following, now)
                    continue
                # What `_begin` does of known work at a desk that never shuts, less a call.
                following.started = following.spell = now
                following.ends = ends = now + amount
                self._working[following] = None
                self._free -= 1
                following.callbacks = self._ends
                self.timeline.at(ends, self._order + following.turn, following)
        else:
            self._end_exactly(visit)

    def _end_exactly(self, visit: Visit) -> None:
        """Let a visit leave a desk at which more than waiting and work may happen."""
        stay = self.stay(visit) if self.leaves or visit.paused else self._undisturbed(visit)
        visit.worked, visit.paused = 0, ()
        visit.leave(stay)
        if self.away or self.sitting:
            self._balance()
        else:
            self.serve()

    def _undisturbed(self, visit: Visit) -> Stay:
        """Account for a visit that ends now and that nobody's absence and no session has touched."""
        arrived, now, handling = visit.arrived, self.timeline.now, visit.amount or 0
        open_ = now - arrived
        if arrived < self._opens or now > self._shuts:
            open_ = self.hours.open_between(arrived, now)
        return now - arrived - open_, 0, open_ - handling, handling

    def withdraw(self, visit: Visit) -> Stay | None:
        """Take a visit back, waiting or in work; returns its stay if work had begun."""
        if visit.is_over:
            return None
        visit.ends = OVER
        if visit.started < 0:
            self._taken_back += 1
            return None
        stay = self.stay(visit)
        del self._working[visit]
        self._free += not visit.is_paused
        self._balance()
        return stay

    # Who is there

    def is_absent(self) -> bool:
        """Tell whether an absence has taken everybody away."""
        return self.away >= self.staff

    def on_duty(self, at: int) -> bool:
        """Tell whether it is open and somebody is there at an instant, by the absences known now."""
        return self.hours.is_open(at) and not any(start <= at < end for start, end in self.absences)

    def next_duty(self, at: int) -> int | None:
        """Return the first instant from `at` on at which it is on duty, by the absences known now."""
        found = self.hours.next_open(at)
        while found is not None:
            until = max((end for start, end in self.absences if start <= found < end), default=None)
            if until is None:
                return found
            found = self.hours.next_open(until)
        return None

    def leave_short(self, people: int | None, until: int) -> int:
        """Take people away (all of them for None) from now on; returns how many, to bring back later."""
        now = self.timeline.now
        count = self.staff if people is None else min(people, self.staff)
        self.away += count
        self._is_plain = False
        self.leaves.append((now, until, count))
        self.absences = self._nobody_there()
        self._balance()
        return count

    def _nobody_there(self) -> list[tuple[int, int]]:
        """Return the spans in which absences take everybody away."""
        turns = sorted({turn for start, until, _ in self.leaves for turn in (start, until)})
        return [(start, end) for start, end in pairwise(turns) if self._missing(start) >= self.staff]

    def _missing(self, at: int) -> int:
        return sum(people for start, until, people in self.leaves if start <= at < until)

    def bring_back(self, people: int) -> None:
        """Bring people back from an absence."""
        self.away -= people
        self._balance()

    def sit(self, people: int) -> None:
        """Let people go into a meeting (or, below zero, come back from it)."""
        self.sitting += people
        self._is_plain = False
        self._balance()

    def _balance(self) -> None:
        """Put down the work begun last when people are missing; take it up again when they are back."""
        now = self.timeline.now
        people = max(0, self.staff - self.away - self.sitting)
        for place, visit in enumerate(self._working):
            if place >= people and not visit.is_paused and visit.ends != now:
                self._pause(visit, now)
            elif place < people and visit.is_paused:
                self._resume(visit, now)
        self._free = people - sum(not visit.is_paused for visit in self._working)
        if self.opens is None:
            self.serve()

    def _pause(self, visit: Visit, now: int) -> None:
        visit.is_paused, visit.ends = True, None
        visit.worked += self.hours.open_between(visit.spell, now)
        visit.spell = now

    def _resume(self, visit: Visit, now: int) -> None:
        visit.is_paused = False
        visit.paused = (*visit.paused, (visit.spell, now))
        visit.spell = now
        visit.ends = self.hours.after(now, (visit.amount or 0) - visit.worked)
        if visit.ends is not None:
            self.timeline.at(visit.ends, self._order + visit.turn, _Moved(visit))

    # Where the time went

    def stay(self, visit: Visit, until: int | None = None) -> Stay:
        """Account exactly for the time of a visit up to an instant (now, when none is given)."""
        now = self.timeline.now if until is None else until
        open_ = self.hours.open_between(visit.arrived, now)
        started = now if visit.started < 0 else visit.started
        paused = [*visit.paused, (visit.spell, now)] if visit.is_paused else visit.paused
        handling = visit.worked
        if visit.started >= 0 and not visit.is_paused:
            handling += self.hours.open_between(visit.spell, now)
        leaves = [(start, until) for start, until, _ in self.leaves]
        absent = self._open_within(self.absences, (visit.arrived, started)) + sum(
            self._open_within(leaves, pause) for pause in paused
        )
        return now - visit.arrived - open_, absent, open_ - absent - handling, handling

    def _open_within(self, spans: list[tuple[int, int]], bounds: tuple[int, int]) -> int:
        """Return how much open time of the bounds lies in any of the spans."""
        if not spans:
            return 0
        covered = Windows.of(spans).clipped(*bounds)
        return sum(self.hours.open_between(start, end) for start, end in covered)
