"""The exercise's one clock, and the order of things that happen at one instant.

At ten o'clock the meeting begins, a clerk puts down a file, two mails come in and an office opens: SimPy keeps the
agenda, and one integer that says who comes first makes every run of the same scenario the same run.
"""

from __future__ import annotations

import gc
from heapq import heapify, heappop, heappush
from typing import Any

import simpy

from tabletop.errors import RunawayError

CONTROL = 1 << 60
"""First at an instant: absences, outages, injects, traffic, meetings; then by declared number."""
WORK_ENDS = 2 << 60
"""Second: ends of work; then by desk and visit."""
ARRIVALS = 3 << 60
"""Third: arrivals and renewed asks; the higher priority first, then by hand-off number."""
OPENINGS = 4 << 60
"""Fourth: desks open; then by desk."""
DEADLINES = 5 << 60
"""Last: deadlines; then by declared number."""
FALLBACKS = DEADLINES + (1 << 47)
"""Among the deadlines, after decisions: from when a second way is tried; then by hand-off number."""
NEXT_PRIORITY = 1 << 50
"""What a priority weighs within the arrivals of an instant."""

ORDERS = (ARRIVALS + NEXT_PRIORITY, ARRIVALS)
"""By priority: the place among what arrives at one instant, before the hand-off's number."""

MOST_AT_ONE_INSTANT = 10_000
"""How often something may be set off again within the same instant before the run counts as looping."""
MOST_EVENTS = 5_000_000
"""How many events one run may have."""


class Happening(simpy.Event):
    """Something that is going to happen; it is itself SimPy's event, used again for its next turn.

    What SimPy keeps on each event stands here on the class, and the one callback is the class's own `happen`: an event
    that sets nothing up costs little to make.
    """

    _ok = True
    _value = None
    callbacks: list[Any]
    """What is called when it happens: its class's `happen`; it stays, since a happening may happen again."""

    def __init__(self) -> None:
        """Wait for nothing yet."""

    def __init_subclass__(cls) -> None:
        """Let events of this class call its own `happen`."""
        super().__init_subclass__()
        cls.callbacks = [cls.happen]

    def happen(self) -> None:
        """Do what is to be done at this instant."""
        raise NotImplementedError

    def named(self) -> str:
        """Say what this is, for an error message."""
        return type(self).__name__.lower()


_END = Happening()
"""Stands on the agenda where a play is to end."""


class _Clock:
    """The present instant, where both SimPy and the engine look for it."""

    __slots__ = ("now",)

    now: int


class Timeline(_Clock, simpy.Environment):
    """The agenda of one exercise, in whole milliseconds since StartEx."""

    # SimPy sets `_now` and reads it through a property; one place under both names spares a call at every look.
    _now: int = _Clock.now  # type: ignore[misc] # the slot itself, which mypy takes for a class variable

    def __init__(self) -> None:
        """Stand at StartEx with nothing to do."""
        super().__init__(initial_time=0)
        self.events = 0
        """How many events have been scheduled."""
        self.most_events = MOST_EVENTS
        """How many there may be."""
        self._instant = 0
        self._at_instant = 0

    def at(self, when: int, order: int, happening: Happening) -> None:
        """Let something happen at an instant; the only call that schedules.

        Raises ValueError for anything but a whole number of milliseconds that is not past, and RunawayError when the
        exercise loops.
        """
        self.events = number = self.events + 1
        if when.__class__ is not int or when <= self.now or number > self.most_events:
            self._look_at(when, happening)
        # What SimPy's own `schedule` does, less a call: every hand-off comes through here.
        heappush(self._queue, (when, order, number, happening))  # type: ignore[misc] # SimPy names its ints

    def _look_at(self, when: int, happening: Happening) -> None:
        """Refuse an instant that is none or is past, and count what is set off within the present one."""
        now = self.now
        if when.__class__ is not int or when < now:
            msg = f"cannot schedule {happening.named()} at {when!r}: now is {now}"
            raise ValueError(msg)
        if now != self._instant:
            self._instant, self._at_instant = now, 0
        self._at_instant += 1
        if self._at_instant > MOST_AT_ONE_INSTANT or self.events > self.most_events:
            raise RunawayError(self._without_end(happening))

    def _without_end(self, happening: Happening) -> str:
        """Say what loops."""
        if self._at_instant > MOST_AT_ONE_INSTANT:
            return (
                f"the exercise does not get past {self._instant} ms after StartEx: "
                f"over {MOST_AT_ONE_INSTANT:,} events at one instant, the last being {happening.named()}"
            )
        return (
            f"the exercise has more than {self.most_events:,} events by {self._instant} ms after StartEx, "
            f"the last being {happening.named()}; make traffic or workload less frequent, or the exercise shorter"
        )

    def play_before(self, until: int) -> None:
        """Play everything that happens before an instant, and stand there."""
        if until > self.now:
            queue = self._queue
            # Before all else at that instant comes the end, so that it need not be looked for at every event.
            heappush(queue, (until, 0, 0, _END))  # type: ignore[misc] # SimPy names its ints
            try:
                self._play()
            except BaseException:
                # Broken off: the end is not to be met when somebody plays on.
                queue[:] = [each for each in queue if each[3] is not _END]
                heapify(queue)
                raise
            self.now = until
            # All that a run has made is going to stay: the collector need not look through it as through what is new.
            gc.freeze()
            gc.unfreeze()

    def _play(self) -> None:
        """Play what is on the agenda up to its end."""
        queue = self._queue
        # What SimPy's own `run` and `step` do, less three calls for each event; a happening never fails.
        while True:
            self.now, _, _, happening = heappop(queue)  # type: ignore[assignment] # SimPy names its ints
            if happening is _END:
                return
            for turn in happening.callbacks:
                turn(happening)
