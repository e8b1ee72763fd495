"""The exercise's one clock, and the order of things that happen at one instant.

At ten o'clock the meeting begins, a clerk puts down a file, two mails come in and an office opens: SimPy keeps the
agenda, and one integer that says who comes first makes every run of the same scenario the same run.
"""

from __future__ import annotations

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
NEXT_PRIORITY = 1 << 50
"""What a priority weighs within the arrivals of an instant."""

MOST_AT_ONE_INSTANT = 10_000
"""How often something may be set off again within the same instant before the run counts as looping."""
MOST_EVENTS = 5_000_000
"""How many events one run may have."""


class Happening(simpy.Event):
    """Something that is going to happen; it is itself SimPy's event, used again for its next turn."""

    def __init__(self, timeline: Timeline) -> None:
        """Belong to a timeline; nothing is scheduled yet."""
        self.env = timeline.environment
        self.callbacks = None  # type: ignore[assignment] # SimPy's own mark of an event that is not waiting
        self._ok = True
        self._value = None
        self.turns = [self._turn]

    def _turn(self, _: simpy.Event) -> None:
        self.happen()

    def happen(self) -> None:
        """Do what is to be done at this instant."""
        raise NotImplementedError

    def named(self) -> str:
        """Say what this is, for an error message."""
        return type(self).__name__.lower()


class Timeline:
    """The agenda of one exercise, in whole milliseconds since StartEx."""

    def __init__(self) -> None:
        """Stand at StartEx with nothing to do."""
        self.environment = simpy.Environment(initial_time=0)
        self.events = 0
        """How many events have been scheduled."""
        self._instant = 0
        self._at_instant = 0

    @property
    def now(self) -> int:
        """The present instant."""
        now: int = self.environment.now  # type: ignore[assignment] # only integers ever enter
        return now

    def at(self, when: int, order: int, happening: Happening) -> None:
        """Let something happen at an instant; the only call that schedules.

        Raises ValueError for anything but a whole number of milliseconds that is not past, and RunawayError when the
        exercise loops.
        """
        now = self.environment.now
        if type(when) is not int or when < now:
            msg = f"cannot schedule {happening.named()} at {when!r}: now is {now}"
            raise ValueError(msg)
        self.events += 1
        if when == now or self.events > MOST_EVENTS:
            self.note(happening)
        happening.callbacks = happening.turns  # type: ignore[assignment] # a SimPy event waiting again
        self.environment.schedule(happening, order, when - now)  # type: ignore[arg-type] # SimPy names its ints

    def note(self, happening: Happening) -> None:
        """Count something that goes on within the present instant; raises RunawayError when it has no end."""
        if self.environment.now != self._instant:
            self._instant, self._at_instant = self.now, 0
        self._at_instant += 1
        if self._at_instant > MOST_AT_ONE_INSTANT:
            msg = (
                f"the exercise does not get past {self._instant} ms after StartEx: "
                f"over {MOST_AT_ONE_INSTANT:,} events at one instant, the last being {happening.named()}"
            )
            raise RunawayError(msg)
        if self.events > MOST_EVENTS:
            msg = (
                f"the exercise has more than {MOST_EVENTS:,} events by {self._instant} ms after StartEx, "
                f"the last being {happening.named()}; make traffic or workload less frequent, or the exercise shorter"
            )
            raise RunawayError(msg)

    def play_before(self, until: int) -> None:
        """Play everything that happens before an instant, and stand there."""
        if until > self.now:
            self.environment.run(until=until)
