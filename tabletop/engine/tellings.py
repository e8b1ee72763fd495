"""Who tells whom: an actor who knows something hands it on to those who are to have it.

The municipality knows of the concern; the youth organisation and the social workers need it; both are reached through
the committee, so one hand-off goes there and carries both names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.handoff import Handoff
from tabletop.engine.knowledge import TRAFFIC
from tabletop.engine.timeline import ARRIVALS, Happening
from tabletop.errors import RunawayError
from tabletop.model.journal import FALLBACK, NO_ROUTE, Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.engine.exercise import Exercise
    from tabletop.model.item import Item
    from tabletop.model.verdict import Session
    from tabletop.structures import Way

MOST_HOPS = 1_000
"""How many links one item may cross on its way before the run counts as looping."""


class Tellings:
    """All the handing on of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Begin with nothing told."""
        self._exercise = exercise
        self._numbers = 0
        self._crossings: dict[tuple[str, str, str], int] = {}
        self._audience: dict[str, tuple[str, ...]] = {}
        self._served: dict[tuple[str, str], set[str]] = {}

    def begin(self, actor: str, item: Item, recipients: Sequence[str] = ()) -> None:
        """Let an actor know an item at first hand; the first holder of an origin fixes who is to have it."""
        first = self._exercise.knowledge.learn(actor, item, 0)
        if item.origin in self._audience:
            return
        named = tuple(recipients) or self._exercise.plan.scenario.who_needs(item.kind)
        audience = self._audience[item.origin] = self._each_holder(named)
        self._tell(actor, item, audience, first=first)

    def send(self, actor: str, item: Item, recipient: str) -> None:
        """Let an actor send an item of traffic that it knows to a named recipient."""
        self._exercise.knowledge.learn(actor, item, 0)
        self._tell(actor, item, (recipient,), first=True)

    def received(self, handoff: Handoff) -> None:
        """Let the receiver of a hand-off know, and hand on in its turn."""
        track, item = handoff.track, handoff.item
        if not track.channel_allowed:
            handoff.breach("channel_not_allowed")
        receiver = track.way.receiver
        first = self._exercise.knowledge.learn(receiver, item, handoff.number)
        self._tell(receiver, item, handoff.recipients, first=first, handoff=handoff)
        if handoff.heard_in is not None:
            self._overhear(handoff, handoff.heard_in)

    def _each_holder(self, roles: Sequence[str]) -> tuple[str, ...]:
        """Name each holder where a role asks for all of them, so that each is reached."""
        scenario = self._exercise.plan.scenario
        named: dict[str, None] = {}
        for role in roles:
            words = scenario.roles.get(role)
            each = self._exercise.acting(role) if words is None or words.acts == "all" else (role,)
            named.update(dict.fromkeys(each))
        return tuple(named)

    def _overhear(self, handoff: Handoff, session: Session) -> None:
        """Let all who sat in the session know what was said there."""
        way, item = handoff.track.way, handoff.item
        told = self._exercise.meetings.said[way.channel, session.starts, item.origin]
        for actor in session.present:
            if actor == way.sender or actor in told:
                continue
            told.add(actor)
            first = self._exercise.knowledge.learn(actor, item, handoff.number)
            self._tell(actor, item, (), first=first, handoff=handoff)

    # Handing on

    def _tell(
        self, actor: str, item: Item, recipients: Sequence[str], *, first: bool, handoff: Handoff | None = None
    ) -> None:
        network = self._exercise.network
        if network.sharing == "everyone" and not item.origin.startswith(TRAFFIC):
            if first:
                self._flood(actor, item, handoff)
            return
        if not recipients:
            return
        served = self._served.setdefault((actor, item.origin), set())
        hops: dict[Way, list[str]] = {}
        for recipient in recipients:
            if recipient in served:
                continue
            served.add(recipient)
            self._route(actor, item, recipient, hops=hops, handoff=handoff)
        for way, names in hops.items():
            self._start(item, way, tuple(names), handoff=handoff)
            if network.is_group(way):
                self._tell_group(item, way, hops, handoff=handoff)

    def _route(
        self, actor: str, item: Item, recipient: str, *, hops: dict[Way, list[str]], handoff: Handoff | None
    ) -> None:
        """Add the recipient to the next link on the way to whoever acts for it now."""
        exercise = self._exercise
        for target in exercise.acting(recipient):
            if target == actor:
                continue
            way = exercise.network.next_way(actor, target, item.kind, item.priority)
            if way is None:
                self._no_route(actor, item, recipient, target=target, handoff=handoff)
            else:
                hops.setdefault(way, []).append(recipient)

    def _flood(self, actor: str, item: Item, handoff: Handoff | None) -> None:
        network = self._exercise.network
        source = handoff.track.way.sender if handoff is not None else ""
        audience = self._audience.get(item.origin, ())
        neighbours = dict.fromkeys(way.receiver for way in network.ways_from(actor, item.kind))
        for neighbour in neighbours:
            way = network.next_way(actor, neighbour, item.kind, item.priority)
            if neighbour != source and way is not None:
                self._start(item, way, audience, handoff=handoff)

    def _tell_group(self, item: Item, way: Way, hops: dict[Way, list[str]], *, handoff: Handoff | None) -> None:
        """Send to the other members of a link whose channel goes to all of them at once."""
        told = {each.receiver for each in hops if each.address == way.address}
        for other in self._exercise.network.ways_from(way.sender, item.kind):
            if other.address == way.address and other.receiver not in told:
                told.add(other.receiver)
                self._start(item, other, (), handoff=handoff)

    def _start(self, item: Item, way: Way, recipients: tuple[str, ...], *, handoff: Handoff | None) -> None:
        exercise = self._exercise
        started = self._new(item, way, recipients, handoff=handoff)
        if way.link.else_ is not None and way.link.after is not None:
            exercise.timeline.at(started.since + way.link.after, ARRIVALS + started.number, _Fallback(started))
        started.go()

    def _new(self, item: Item, way: Way, recipients: tuple[str, ...], *, handoff: Handoff | None) -> Handoff:
        exercise = self._exercise
        self._numbers += 1
        track = exercise.plan.track(way, item.kind)
        new = Handoff(exercise, item, track, number=self._numbers, since=exercise.timeline.now)
        new.recipients = recipients
        key = (item.origin, way.sender, way.receiver)
        new.crossing = self._crossings.get(key, 0)
        self._crossings[key] = new.crossing + 1
        if handoff is not None:
            new.parent, new.hops = handoff.number, handoff.hops + 1
        if new.hops > MOST_HOPS:
            msg = f"{new.named()} is the {new.hops:,}th link that it crosses; the links lead in a circle"
            raise RunawayError(msg)
        exercise.open_handoffs[new.number] = new
        return new

    def _no_route(
        self, actor: str, item: Item, recipient: str, *, target: str, handoff: Handoff | None
    ) -> None:
        self._numbers += 1
        now = self._exercise.timeline.now
        parent = handoff.number if handoff is not None else 0
        facts = (self._numbers, now, actor, target, "", item.kind, item.origin, parent, (recipient,))
        self._exercise.journal.append(Stopped(now, *facts, "", NO_ROUTE, now, ()))

    def try_other_way(self, first: Handoff) -> None:
        """Try the other channel of a link for a hand-off that has not arrived in time.

        What the first way has already passed before the stage `carried` is not asked again.
        """
        exercise, old = self._exercise, first.track
        way = old.way._replace(channel=old.way.link.else_ or old.way.channel)
        new = self._new(first.item, way, first.recipients, handoff=None)
        new.parent, new.hops, new.since, new.mark = first.parent, first.hops, first.since, first.since
        passed = {getattr(step, "address", "") for step in old.steps[: old.carried]}
        new.track = exercise.plan.track(way, first.item.kind, passed=frozenset(passed))
        new.steps = new.track.steps
        new.start_late(FALLBACK)
        new.go()


class _Fallback(Happening):
    """The moment from which another channel is tried, unless the item has arrived."""

    def __init__(self, handoff: Handoff) -> None:
        super().__init__(handoff.exercise.timeline)
        self.handoff = handoff

    def happen(self) -> None:
        handoff = self.handoff
        if handoff.has_arrived:
            return
        if handoff.index < handoff.track.carried:
            handoff.other_way_is_due = not handoff.is_over
            return
        handoff.exercise.tellings.try_other_way(handoff)

    def named(self) -> str:
        return self.handoff.named()
