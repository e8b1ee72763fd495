"""One crossing of one link, from the sender's knowing to the receiver's knowing.

The school rings the municipality at nine; nobody answers, it tries again at half past, the clerk writes the call down
at ten: one hand-off of an hour, and an account of where the hour went that sums to the millisecond.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from tabletop.engine.desk import Stay, Visit
from tabletop.engine.timeline import ARRIVALS, NEXT_PRIORITY, Happening
from tabletop.errors import RunawayError
from tabletop.engine.track import AtDesk, Delay, Station, Track
from tabletop.model.barrier import Moment
from tabletop.model.chance import draw
from tabletop.model.item import Priority
from tabletop.model.journal import (
    ABSENT,
    DELAY,
    FALLBACK,
    HANDLING,
    QUEUE,
    SESSION,
    SHUT,
    Breach,
    HandedOn,
    Handled,
    Stopped,
    Unfinished,
)
from tabletop.model import verdict as says

if TYPE_CHECKING:
    from tabletop.engine.exercise import Exercise
    from tabletop.model.item import Item

ASKS = 1 << 16
"""How many asks of a barrier one crossing has room for in the key of a draw."""

STAY_CAUSES = (SHUT, ABSENT, QUEUE, HANDLING)
"""The causes of a stay at a desk, in the order of its fields."""


class Handoff(Happening):
    """An item on its way over one link; as an event it is the end of whatever it waits for."""

    def __init__(self, exercise: Exercise, item: Item, track: Track, *, number: int, since: int) -> None:
        """Stand at the first step, `since` being when the sender knew."""
        super().__init__(exercise.timeline)
        self.exercise = exercise
        self.item = item
        self.track = track
        self.number = number
        self.since = since
        self.recipients: tuple[str, ...] = ()
        self.parent = 0
        self.hops = 1
        self.crossing = 0
        self.steps = track.steps
        self.index = 0
        self.account: list[tuple[str, int]] = []
        self.mark = since
        """Up to when the account reaches."""
        self.stage_since = since
        self.tries = 0
        self.bites: dict[str, int] = {}
        self.asks: dict[str, int] = {}
        self.waits_for = ""
        """The cause of the present wait."""
        self.then: says.Passed | None = None
        self.behind = False
        self.session: says.Session | None = None
        self.visit: Visit | None = None
        self.has_arrived = False
        self.is_over = False
        self.other_way_is_due = False
        """Whether another channel is to be tried as soon as it comes to be carried."""
        order = ARRIVALS + number
        self.order = order if item.priority is Priority.urgent else order + NEXT_PRIORITY

    def named(self) -> str:
        """Say which hand-off this is, and of what."""
        way = self.track.way
        return f"the hand-off of {self.item.origin} from {way.sender} to {way.receiver} over {way.channel}"

    # Going on

    def go(self) -> None:
        """Take step after step until one of them makes it wait, or the receiver knows."""
        steps = self.steps
        while self.index < len(steps):
            step = steps[self.index]
            if self.other_way_is_due and self.index >= self.track.carried:
                self.other_way_is_due = False
                self.exercise.tellings.try_other_way(self)
            if type(step) is Station:
                if not self._ask(step):
                    return
            elif type(step) is Delay:
                self._be_carried(step)
                return
            else:
                self._enter_desk(step)  # type: ignore[arg-type] # the only kind of step left
                return
        self._finish()

    def happen(self) -> None:
        """Go on when a wait has ended: ask the stage again, or pass as was said."""
        self.charge(self.waits_for)
        step = self.steps[self.index]
        if self.session is not None:
            self.session_ended()
        elif type(step) is Delay:
            self.arrive()
        elif self.then is not None:
            self._obey(self.then, step)  # type: ignore[arg-type] # only stations hold
        else:
            self.index = step.first  # type: ignore[union-attr] # only stations hold
            self.go()

    def charge(self, cause: str) -> None:
        """Enter the time since the last entry into the account."""
        spent = self.exercise.timeline.now - self.mark
        if spent:
            self.account.append((cause, spent))
            self.mark += spent

    def _wait(self, until: int, cause: str) -> None:
        self.waits_for = cause
        self.exercise.timeline.at(until, self.order, self)

    # Barriers

    def _ask(self, station: Station) -> bool:
        """Ask one barrier; tells whether the hand-off goes on at once."""
        exercise = self.exercise
        if self.index == station.first and not (self.tries or self.waits_for):
            self.stage_since = exercise.timeline.now
        exercise.timeline.note(self)
        verdict = station.barrier.judge(self.item, self._moment(station))
        return self._apply(verdict, station)

    def _apply(self, verdict: says.Verdict, station: Station) -> bool:
        if isinstance(verdict, says.Passed):
            self._pass(verdict, station)
            return self.session is None
        if isinstance(verdict, says.Held):
            self._hold(verdict, station)
        elif isinstance(verdict, says.Queued):
            _Favour(self, station, verdict)
        elif isinstance(verdict, says.Stopped):
            self.stop(verdict, station)
        else:
            assert_never(verdict)
        return False

    def _obey(self, verdict: says.Passed | says.Stopped, station: Station) -> None:
        """Do what was said would follow a wait, and go on."""
        self.then = None
        if self._apply(verdict, station):
            self.go()

    def _pass(self, verdict: says.Passed, station: Station) -> None:
        if verdict.item is not None:
            self.item = verdict.item
        self.asks[station.name] = self.asks.get(station.name, 0) + 1
        self.behind = self.behind or verdict.behind
        if verdict.claim is not None:
            self.exercise.claims.add(station.address, self.track.way.channel, verdict.claim)
        if verdict.breach:
            self.breach(verdict.breach)
        self.index += 1
        if self.index >= len(self.steps) or getattr(self.steps[self.index], "first", -1) != station.first:
            self.tries, self.waits_for = 0, ""
        if verdict.session is not None:
            self._sit(verdict.session, station)

    def _hold(self, verdict: says.Held, station: Station) -> None:
        now = self.exercise.timeline.now
        if verdict.wait <= 0 and verdict.then is None:
            msg = f"the barrier {station.address} held {self.named()} for no time at all"
            raise RunawayError(msg)
        if verdict.failed_try:
            self.tries += 1
            self.bites[station.name] = self.bites.get(station.name, 0) + 1
            self.asks[station.name] = self.asks.get(station.name, 0) + 1
        self.then = verdict.then
        self._wait(now + verdict.wait, f"{station.address}:{verdict.because}")

    def stop(self, verdict: says.Stopped, station: Station) -> None:
        """End here: the item goes no further on this link."""
        now = self.exercise.timeline.now
        after = verdict.sender_learns_after
        learns = None if after is None else now + after
        entry = Stopped(now, *self._facts(), station.address, verdict.because, learns, tuple(self.account))
        self.exercise.close(self, entry)

    def _moment(self, station: Station) -> Moment:
        exercise, track = self.exercise, self.track
        way = track.way
        return Moment(
            now=exercise.timeline.now,
            since=self.stage_since,
            tries=self.tries,
            bites=self.bites.get(station.name, 0),
            sender=way.sender,
            receiver=way.receiver,
            from_actor=track.from_actor,
            to_actor=track.to_actor,
            information=track.information,
            channel=way.channel,
            medium=track.medium,
            members=track.members,
            authorised=track.authorised,
            channel_allowed=track.channel_allowed,
            roster=exercise.roster,
            down=exercise.channels_down.of(way.channel),
            waiting=exercise.desks[way.receiver].waiting,
            sessions=station.sessions,
            claims=exercise.claims.of(station.address, way.channel),
            luck=partial(self._luck, station.name),
        )

    def _luck(self, barrier: str, name: str, who: str, occasion: str) -> float:
        purpose = f"{barrier}.{name}"
        if who:
            return self.exercise.luck.on(purpose, who, occasion)
        way = self.track.way
        prefix = self.exercise.luck.prefix(purpose, way.sender, way.receiver)
        count = self.crossing * ASKS + self.asks.get(barrier, 0)
        return draw(prefix, self.exercise.key_of(self.item.origin), count)

    # The channel, the session, the desk

    def _be_carried(self, step: Delay) -> None:
        exercise, way = self.exercise, self.track.way
        amount = step.amount
        if amount.certain:
            delay = amount.at(0.5)
        else:
            prefix = exercise.luck.prefix("channel.delay", way.sender, way.receiver)
            delay = amount.at(draw(prefix, exercise.key_of(self.item.origin), self.crossing * ASKS))
        self._wait(exercise.timeline.now + delay, DELAY)

    def arrive(self) -> None:
        """Reach the receiver, whose desk comes next."""
        self.has_arrived = True
        self.waits_for = ""
        self.index = self.track.arrived
        self.go()

    def _sit(self, session: says.Session, station: Station) -> None:
        self.session = session
        way, meetings = self.track.way, self.exercise.meetings
        meetings.convene(session, station.address, way.channel)
        meetings.said.setdefault((way.channel, session.starts, self.item.origin), set()).add(way.receiver)
        self._wait(max(session.ends, self.exercise.timeline.now), SESSION)

    def session_ended(self) -> None:
        """Be understood by all who sat in the session."""
        self.has_arrived = True
        self.waits_for = ""
        self.index = self.track.handled
        session, self.session = self.session, None
        self.heard_in = session
        self.go()

    heard_in: says.Session | None = None
    """The session in which it was said, once that has ended."""

    def _enter_desk(self, step: AtDesk) -> None:
        desk = self.exercise.desks[step.actor]
        self.visit = visit = _Handling(self, behind=self.behind)
        desk.enter(visit)

    def handled(self, stay: Stay) -> None:
        """Go on after the receiver's desk has handled it."""
        self.visit = None
        self.add_stay(stay)
        self.index += 1
        self.go()

    def add_stay(self, stay: Stay) -> None:
        """Enter the time at the receiver's desk into the account."""
        account = self.account
        for cause, spent in zip(STAY_CAUSES, stay, strict=True):
            if spent:
                account.append((cause, spent))
        self.mark = self.exercise.timeline.now

    # The end

    def _facts(self) -> tuple[int, int, str, str, str, str, str, int, tuple[str, ...]]:
        way, item = self.track.way, self.item
        ends = (way.sender, way.receiver, way.channel)
        return (self.number, self.since, *ends, item.kind, item.origin, self.parent, self.recipients)

    def breach(self, because: str) -> None:
        """Note in the journal that a rule on sensitive information was broken."""
        now, item = self.exercise.timeline.now, self.item
        entry = Breach(now, self.track.way.receiver, item.kind, item.origin, because, self.number)
        self.exercise.journal.append(entry)

    def _finish(self) -> None:
        exercise, item = self.exercise, self.item
        repeat = exercise.knowledge.has(self.track.way.receiver, item.origin)
        facts = self._facts()
        entry = HandedOn(exercise.timeline.now, *facts, item.accuracy, repeat, tuple(self.account))
        exercise.close(self, entry)
        exercise.tellings.received(self)

    def unfinished(self, end: int) -> Unfinished:
        """Return what the journal says of it when the exercise ends first."""
        if self.visit is not None:
            self.add_stay(self.visit.desk.stay(self.visit, end))
        elif end > self.mark:
            self.account.append((self.waits_for, end - self.mark))
        return Unfinished(end, *self._facts(), tuple(self.account))

    def start_late(self, cause: str = FALLBACK) -> None:
        """Enter into the account the time before this way was tried."""
        self.charge(cause)
        self.stage_since = self.exercise.timeline.now


class _Handling(Visit):
    """The receiver's handling of an item."""

    def __init__(self, handoff: Handoff, *, behind: bool) -> None:
        exercise = handoff.exercise
        super().__init__(exercise.desks[handoff.track.way.receiver], handoff.item.priority, behind=behind)
        self.handoff = handoff
        self.is_repeat = False

    def work(self) -> int:
        handoff = self.handoff
        exercise, actor = handoff.exercise, self.desk.actor
        self.is_repeat = exercise.knowledge.has(actor, handoff.item.origin)
        return exercise.handling_time(actor, handoff.item.origin, is_repeat=self.is_repeat)

    def leave(self, stay: Stay) -> None:
        handoff = self.handoff
        work = "repeat" if self.is_repeat else "item"
        item, now = handoff.item, self.desk.timeline.now
        entry = Handled(now, self.desk.actor, work, self.arrived, handoff.number, item.origin, item.kind, *stay)
        handoff.exercise.journal.append(entry)
        handoff.handled(stay)

    def named(self) -> str:
        return self.handoff.named()


class _Favour(Visit):
    """Work that somebody must do before a hand-off goes on: an approval, a conversion."""

    def __init__(self, handoff: Handoff, station: Station, verdict: says.Queued) -> None:
        exercise = handoff.exercise
        super().__init__(exercise.desks[verdict.at], handoff.item.priority)
        self.handoff = handoff
        self.station = station
        self.verdict = verdict
        handoff.waits_for = f"{station.address}:{verdict.because}"
        if verdict.patience is not None:
            exercise.timeline.at(exercise.timeline.now + verdict.patience, handoff.order, _Patience(self))
        self.desk.enter(self)

    def work(self) -> int:
        return self.verdict.work

    def leave(self, stay: Stay) -> None:
        self.note(stay)
        self.go_on(self.verdict.then)

    def note(self, stay: Stay) -> None:
        """Write the work done into the journal."""
        handoff, now = self.handoff, self.desk.timeline.now
        work = "conversion" if self.desk.actor == handoff.track.way.sender else "approval"
        item = handoff.item
        entry = Handled(now, self.desk.actor, work, self.arrived, handoff.number, item.origin, item.kind, *stay)
        handoff.exercise.journal.append(entry)

    def go_on(self, verdict: says.Passed | says.Stopped) -> None:
        """Let the hand-off go on as the verdict says."""
        handoff = self.handoff
        handoff.charge(handoff.waits_for)
        handoff._obey(verdict, self.station)  # noqa: SLF001 - a favour is part of its hand-off

    def named(self) -> str:
        return self.handoff.named()


class _Patience(Happening):
    """The moment from which a hand-off no longer waits for somebody's work."""

    def __init__(self, favour: _Favour) -> None:
        super().__init__(favour.desk.timeline)
        self.favour = favour

    def happen(self) -> None:
        favour = self.favour
        if favour.is_over or favour.verdict.otherwise is None:
            return
        stay = favour.desk.withdraw(favour)
        if stay is not None:
            favour.note(stay)
        favour.go_on(favour.verdict.otherwise)

    def named(self) -> str:
        return self.favour.named()
