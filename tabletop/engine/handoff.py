"""One crossing of one link, from the sender's knowing to the receiver's knowing.

The school rings the municipality at nine; nobody answers, it tries again at half past, the clerk writes the call down
at ten: one hand-off of an hour, and an account of where the hour went that sums to the millisecond.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tabletop.engine.desk import BEHIND_ALL, Visit
from tabletop.engine.favour import Favour
from tabletop.engine.letter import account_of
from tabletop.engine.moments import ASKS, ask
from tabletop.engine.timeline import ORDERS
from tabletop.errors import RunawayError
from tabletop.model import verdict as says
from tabletop.model.barrier import Stage
from tabletop.model.journal import (
    DELAY,
    SESSION,
    Breach,
    HandedOn,
    Handled,
    Stopped,
    Unfinished,
)
from tabletop.model.verdict import PASSED

if TYPE_CHECKING:
    from tabletop.engine.desk import Stay
    from tabletop.engine.exercise import Exercise
    from tabletop.engine.lane import Lane
    from tabletop.engine.track import Station
    from tabletop.model.item import Item


MOST_TRIES = 50_000
"""How often one hand-off may fail at one barrier before the run counts as looping: every ten minutes for a year."""


class Handoff(Visit):
    """An item on its way over one link; as an event it is the end of whatever it waits for."""

    __slots__ = (
        "_ok", "account", "asks", "behind", "bites", "cleared", "crossing", "exercise", "has_arrived",
        "heard_in", "hops", "index", "is_at_desk", "is_carried", "is_closed", "is_handled", "is_repeat",
        "is_traffic", "item", "key", "lane", "mark", "number", "other_way_is_due", "parent", "recipients",
        "session", "since", "stage_since", "stations", "then", "tries", "waits_for",
    )  # fmt: skip

    def __init__(self, exercise: Exercise, item: Item, lane: Lane, *, number: int) -> None:
        """Stand before the first step, the sender having come to know now."""
        self._ok = True
        self.exercise = exercise
        self.item = item
        self.lane = lane
        self.number = number
        self.since = self.mark = self.stage_since = exercise.timeline.now
        self.recipients: tuple[str, ...] = ()
        """The roles and actors it is meant for, here or further on."""
        self.parent = 0
        """The hand-off that brought the item to the sender."""
        self.hops = 1
        self.key = 0
        """The number under which its origin enters the keys of draws."""
        self.is_traffic = False
        self.crossing = 0
        """How often this origin crossed this pair before."""
        self.account: list[tuple[str, int]] = []
        """Where the time has gone so far."""
        self._stand_still()

    def _stand_still(self) -> None:
        """Have met no barrier yet."""
        self.stations: tuple[Station, ...] = ()
        """The barriers of the stretch on which it is: before the channel, at arrival, or after the desk."""
        self.index = 0
        """The barrier of that stretch at which it stands."""
        self.tries = 0
        self.bites: dict[str, int] = {}
        """By barrier: how often it has held this hand-off for a failed try."""
        self.asks: dict[str, int] = {}
        """By barrier: how often it has answered."""
        self.waits_for = ""
        """The cause of the present wait."""
        self.then: says.Passed | None = None
        self.behind = self.cleared = False
        """Whether it is put behind all others at the desk; whether what goes on may be had by this receiver."""
        self.session: says.Session | None = None
        """The session in which it is being said."""
        self.heard_in: says.Session | None = None
        """The session in which it was said."""
        self.is_carried = False
        """Whether it waits for nothing but the channel's delay."""
        self.is_at_desk = self.has_arrived = self.is_handled = self.is_repeat = False
        self.is_closed = self.other_way_is_due = False
        """Whether another channel is to be tried as soon as it comes to be carried."""

    def named(self) -> str:
        """Say which hand-off this is, and of what."""
        way = self.lane.track.way
        return f"the hand-off of {self.item.origin} from {way.sender} to {way.receiver} over {way.channel}"

    # The way, stretch by stretch

    def set_out(self) -> None:
        """Meet the barriers before the channel, then be carried."""
        stations = self.lane.track.asked_before
        if stations:
            self.stations = stations
            self._meet()
        else:
            self._be_carried()

    def _be_carried(self) -> None:
        self._look_for_other_way()
        self.is_carried = True
        timeline = self.exercise.timeline
        delay = self.lane.delay(self.key, self.crossing * ASKS)
        timeline.at(timeline.now + delay, ORDERS[self.item.priority] + self.number, self)

    def _arrive(self) -> None:
        """Meet the barriers at arrival, then join the receiver's desk."""
        self.charge(DELAY)
        self.is_carried, self.has_arrived = False, True
        stations = self.lane.track.asked_at_arrival
        if stations:
            self.stations, self.index = stations, 0
            self._meet()
        else:
            self._enter_desk()

    def _enter_desk(self) -> None:
        self.is_at_desk = True
        rank = -self.item.priority
        self.lane.desk.enter(self, rank + BEHIND_ALL if self.behind else rank)

    def _go_on_from_desk(self) -> None:
        """Meet the barriers after the desk; then the receiver knows."""
        self.is_at_desk, self.is_handled, self.callbacks = False, True, GOES_ON
        stations = self.lane.track.asked_after
        if stations:
            self.stations, self.index = stations, 0
            self._meet()
        else:
            self._finish()

    def _leave_stretch(self) -> None:
        """Go on after the last barrier of a stretch."""
        self.tries, self.waits_for = 0, ""
        if self.is_handled:
            self._finish()
        elif self.has_arrived:
            self._enter_desk()
        else:
            self._be_carried()

    def happen(self) -> None:
        """Go on when a wait has ended: arrive, or face the barrier that held it."""
        if self.is_carried:
            self._arrive()
        else:
            self.charge(self.waits_for)
            if self.session is not None:
                self._session_ended()
            elif self.then is not None:
                self.obey(self.then, self.stations[self.index])
            else:
                self._ask_stage_again()

    def charge(self, cause: str) -> None:
        """Enter the time since the last entry into the account."""
        now = self.exercise.timeline.now
        if now != self.mark:
            self.account.append((cause, now - self.mark))
            self.mark = now

    # Barriers

    def _meet(self) -> None:
        """Ask barrier after barrier until one of them makes it wait."""
        stations = self.stations
        while self.index < len(stations):
            station = stations[self.index]
            if station.is_first and not (self.tries or self.waits_for):
                self.stage_since = self.exercise.timeline.now
            if station.stage is Stage.carried:
                self._look_for_other_way()
            verdict = ask(self, station)
            if verdict is PASSED:
                self._count_ask(station)
                self._step_on()
            elif not self._goes_on(verdict, station):
                return
        self._leave_stretch()

    def _step_on(self) -> None:
        """Come to the next barrier of the stretch; at a new stage the tries and waits of the last one are over."""
        self.index += 1
        if self.index < len(self.stations) and self.stations[self.index].is_first:
            self.tries, self.waits_for = 0, ""

    def _ask_stage_again(self) -> None:
        while not self.stations[self.index].is_first:
            self.index -= 1
        self._meet()

    def _goes_on(self, verdict: says.Verdict, station: Station) -> bool:
        """Do as a verdict says; tells whether the hand-off goes on at once."""
        if isinstance(verdict, says.Passed):
            self._pass(verdict, station)
            return self.session is None
        if isinstance(verdict, says.Held):
            self._hold(verdict, station)
        elif isinstance(verdict, says.Queued):
            Favour(self, station, verdict).ask()
        elif isinstance(verdict, says.Stopped):
            self._stop(verdict, station)
        else:
            assert_never(verdict)
        return False

    def obey(self, verdict: says.Passed | says.Stopped, station: Station) -> None:
        """Do what was said would follow a wait, and go on."""
        self.then = None
        if self._goes_on(verdict, station):
            self._meet()

    def _pass(self, verdict: says.Passed, station: Station) -> None:
        if verdict.item is not None:
            self.item = verdict.item
        self._count_ask(station)
        self.behind = self.behind or verdict.behind
        self.cleared = self.cleared or verdict.cleared
        if verdict.claim is not None:
            self.exercise.claims.add(station.address, self.lane.track.way.channel, verdict.claim)
        if verdict.breach:
            self.breach(verdict.breach)
        self._step_on()
        if verdict.session is not None:
            self._sit(verdict.session, station)

    def _count_ask(self, station: Station) -> None:
        self.asks[station.name] = self.asks.get(station.name, 0) + 1

    def _hold(self, verdict: says.Held, station: Station) -> None:
        if verdict.wait <= 0 and verdict.then is None:
            msg = f"the barrier {station.address} holds {self.named()} for no time at all"
            raise RunawayError(msg)
        if verdict.failed_try:
            self.tries += 1
            self._count_bite(station)
            self._count_ask(station)
        self.then = verdict.then
        self._wait(self.exercise.timeline.now + verdict.wait, f"{station.address}:{verdict.because}")

    def _count_bite(self, station: Station) -> None:
        self.bites[station.name] = bites = self.bites.get(station.name, 0) + 1
        if bites > MOST_TRIES:
            msg = (
                f"{self.named()} has failed {MOST_TRIES:,} times at {station.address}, which seems to let nothing through; "
                "make that less certain, the time between two tries longer, or the tries fewer"
            )
            raise RunawayError(msg)

    def _wait(self, until: int, cause: str) -> None:
        self.waits_for = cause
        self.exercise.timeline.at(until, self.order, self)

    @property
    def order(self) -> int:
        """Its place among what arrives at one instant."""
        return ORDERS[self.item.priority] + self.number

    def _stop(self, verdict: says.Stopped, station: Station) -> None:
        """End here: the item goes no further on this link."""
        now = self.exercise.timeline.now
        after = verdict.sender_learns_after
        learns = None if after is None else now + after
        entry = Stopped(now, *self._facts(), station.address, verdict.because, learns, tuple(self.account))
        self.exercise.close(self, entry)

    # A session

    def _sit(self, session: says.Session, station: Station) -> None:
        self.session = session
        way, meetings = self.lane.track.way, self.exercise.meetings
        meetings.convene(session, station.address, way.channel)
        meetings.said.setdefault((way.channel, session.starts, self.item.origin), set()).add(way.receiver)
        self._wait(max(session.ends, self.exercise.timeline.now), SESSION)

    def _session_ended(self) -> None:
        """Be understood by all who sat in the session; it needs no desk."""
        self.has_arrived = True
        self.waits_for = ""
        self.heard_in, self.session = self.session, None
        self._go_on_from_desk()

    # A second way

    def is_refused(self) -> bool:
        """Tell whether it ended before it came to be carried, so that no other way may be tried."""
        return self.is_closed and not self._has_come_to_be_carried()

    def _has_come_to_be_carried(self) -> bool:
        stands = self.index < len(self.stations)
        return (
            self.has_arrived
            or self.is_carried
            or self.session is not None
            or (stands and self.stations[self.index].stage is Stage.carried)
        )

    def try_other_way(self) -> None:
        """Have another channel tried now, or as soon as it comes to be carried."""
        if self._has_come_to_be_carried():
            self.exercise.tellings.try_other_way(self)
        else:
            self.other_way_is_due = True

    def _look_for_other_way(self) -> None:
        if self.other_way_is_due:
            self.other_way_is_due = False
            self.exercise.tellings.try_other_way(self)

    # The receiver's desk

    def work(self) -> int:
        """Return how long the receiver handles it, in milliseconds."""
        knowledge, lane = self.exercise.knowledge, self.lane
        if self.is_traffic and not lane.may_repeat:
            return lane.handling(self.key)
        self.is_repeat = knowledge.has(self.desk.actor, self.item.origin)
        return lane.repeated_handling(self.key) if self.is_repeat else lane.handling(self.key)

    def leave(self, stay: Stay) -> None:
        """Go on after the receiver's desk has handled it."""
        exercise, item = self.exercise, self.item
        now = self.mark = exercise.timeline.now
        work = "repeat" if self.is_repeat else "item"
        exercise.journal.append(
            Handled(now, self.desk.actor, work, self.arrived, self.number, item.origin, item.kind, *stay)
        )
        self.account += account_of(stay)
        self._go_on_from_desk()

    # The end

    def _facts(self) -> tuple[int, int, str, str, str, str, str, int, tuple[str, ...]]:
        return (self.number, self.since, *self.lane.facts, self.item.origin, self.parent, self.recipients)

    def breach(self, because: str) -> None:
        """Note in the journal that a rule on sensitive information was broken."""
        now, item = self.exercise.timeline.now, self.item
        entry = Breach(now, self.lane.track.way.receiver, item.kind, item.origin, because, self.number)
        self.exercise.journal.append(entry)

    def _finish(self) -> None:
        exercise, item = self.exercise, self.item
        if self.heard_in is not None:
            self.is_repeat = exercise.knowledge.has(self.lane.track.way.receiver, item.origin)
        exercise.close(
            self,
            HandedOn(
                exercise.timeline.now,
                self.number,
                self.since,
                *self.lane.facts,
                item.origin,
                self.parent,
                self.recipients,
                item.accuracy,
                self.is_repeat,
                tuple(self.account),
            ),
        )
        exercise.tellings.received(self)

    def unfinished(self, end: int) -> Unfinished:
        """Return what the journal says of it when the exercise ends first."""
        if self.is_at_desk:
            self.account += account_of(self.desk.stay(self, end))
        elif end > self.mark:
            self.account.append((DELAY if self.is_carried else self.waits_for, end - self.mark))
        return Unfinished(end, *self._facts(), tuple(self.account))


GOES_ON = Handoff.callbacks
"""What SimPy is to call when a wait on the way ends."""
