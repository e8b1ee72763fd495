"""Who tells whom: an actor who knows something hands it on to those who are to have it.

The municipality knows of the concern; the youth organisation and the social workers need it; both are reached through
the committee, so one hand-off goes there and carries both names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tabletop.engine.fallback import Fallback
from tabletop.engine.handoff import Handoff
from tabletop.engine.knowledge import TRAFFIC
from tabletop.engine.letter import Letter
from tabletop.engine.timeline import FALLBACKS
from tabletop.engine.trip import Trip
from tabletop.errors import RunawayError
from tabletop.model.barrier import Stage
from tabletop.model.journal import FALLBACK, NO_ROUTE, Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tabletop.engine.exercise import Exercise
    from tabletop.engine.lane import Lane
    from tabletop.model.item import Item, Priority
    from tabletop.model.verdict import Session
    from tabletop.structures import Way

MOST_HOPS = 1_000
"""How many links one item may cross on its way before the run counts as looping."""


class Routes(NamedTuple):
    """Where an actor sends a kind that is meant for certain recipients, as things stand."""

    onward: tuple[tuple[Lane, tuple[str, ...]], ...]
    """The next links, each with the recipients it carries."""
    stranded: tuple[tuple[str, str], ...]
    """Recipients, and the actors acting for them, to whom no link leads."""
    only_free: Lane | None
    """The one lane on which a letter can go on, when there is one and nothing stands in its way."""


class Tellings:
    """All the handing on of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Begin with nothing told."""
        self._exercise = exercise
        self.begun = 0
        """How many hand-offs have begun; the last one's number."""
        self._crossings: dict[tuple[str, str, str], int] = {}
        self._audience: dict[str, tuple[str, ...]] = {}
        self._served: dict[tuple[str, str], set[str]] = {}
        self._routes: dict[tuple[str, str, int, tuple[str, ...]], Routes] = {}
        self._holders: dict[str, tuple[str, ...]] = {}
        self._neighbours: dict[tuple[str, str, Priority], tuple[tuple[str, Lane], ...]] = {}
        """By actor, kind and priority: to whom it tells everything, where everything is told."""
        self._trips: dict[tuple[str, str, int, tuple[str, ...]], Trip] = {}

    def begin(self, actor: str, item: Item, recipients: Sequence[str] = ()) -> None:
        """Let an actor know an item at first hand; the first holder of an origin fixes who is to have it."""
        first = self._exercise.knowledge.learn(actor, item, 0)
        if item.origin in self._audience:
            self._tell(actor, item, (), first=first, handoff=None)
            return
        named = tuple(recipients) or self._exercise.plan.scenario.who_needs(item.kind)
        audience = self._audience[item.origin] = self._each_holder(named)
        self._tell(actor, item, audience, first=first, handoff=None)

    def send(self, actor: str, item: Item, recipient: str, *, key: int) -> None:
        """Let an actor send an item of traffic, which it knows, to a named recipient; `key` is that of its origin."""
        holders = self._holders.get(recipient)
        if holders is None:
            holders = self._holders[recipient] = self._each_holder((recipient,))
        letter = Letter(self._exercise, item, holders, key=key)
        self._exercise.letters[letter] = None
        self.forward(letter, actor)

    def forward(self, letter: Letter, actor: str) -> None:
        """Let an actor who has a letter send it on to its recipients, as far as nothing stands in the way."""
        item, recipients = letter.item, letter.recipients
        key = (actor, item.kind, letter.rank, recipients)
        trip = self._trips.get(key)
        if trip is None:
            trip = self._trips[key] = self._foreseen(actor, item, recipients)
        if trip.lanes:
            letter.legs, letter.ends_here = trip.legs(letter.key), not trip.goes_on
            letter.set_out()
            return
        self.arrived(letter)
        if trip.goes_on:
            self._pass_on(actor, item, recipients, handoff=letter)

    def arrived(self, letter: Letter) -> None:
        """Let a letter go no further as a letter."""
        del self._exercise.letters[letter]

    def _foreseen(self, actor: str, item: Item, recipients: tuple[str, ...]) -> Trip:
        """Follow the one free link towards the recipients, and the next from its end, as things stand."""
        lanes: list[Lane] = []
        carried: list[tuple[str, ...]] = []
        routes = self._routes_of(actor, item, recipients)
        while routes.only_free is not None and len(lanes) < MOST_HOPS:
            ((lane, recipients),) = routes.onward
            lanes.append(lane)
            carried.append(recipients)
            routes = self._routes_of(lane.track.way.receiver, item, recipients)
        return Trip(lanes, carried, goes_on=bool(routes.onward or routes.stranded))

    def received(self, handoff: Handoff) -> None:
        """Let the receiver of a hand-off know, and hand on in its turn."""
        track, item = handoff.lane.track, handoff.item
        receiver = track.way.receiver
        if handoff.is_traffic:
            if not handoff.lane.may_repeat or self._exercise.knowledge.learn(receiver, item, handoff.number):
                self._pass_on(receiver, item, handoff.recipients, handoff=handoff)
            return
        if not (track.channel_allowed or handoff.cleared) and track.information.sensitive is not None:
            handoff.breach("channel_not_allowed")
        knowledge = self._exercise.knowledge
        first = knowledge.learn(receiver, item, handoff.number, cleared=handoff.cleared)
        self._tell(receiver, item, handoff.recipients, first=first, handoff=handoff)
        if handoff.heard_in is not None:
            self._overhear(handoff, handoff.heard_in)

    def forget_routes(self) -> None:
        """Find every route anew from now on: somebody else acts, or other links hold."""
        self._routes.clear()
        self._trips.clear()
        self._neighbours.clear()
        self._holders.clear()
        for letter in self._exercise.letters:
            letter.legs.clear()
            letter.ends_here = False

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
        way, item = handoff.lane.track.way, handoff.item
        told = self._exercise.meetings.said[way.channel, session.starts, item.origin]
        for actor in session.present:
            if actor == way.sender or actor in told:
                continue
            told.add(actor)
            first = self._exercise.knowledge.learn(actor, item, handoff.number)
            self._tell(actor, item, (), first=first, handoff=handoff)

    # Handing on

    def _tell(
        self,
        actor: str,
        item: Item,
        recipients: tuple[str, ...],
        *,
        first: bool,
        handoff: Handoff | Letter | None,
    ) -> None:
        if self._exercise.network.sharing == "everyone":
            if first:
                self._flood(actor, item, handoff)
            if first and handoff is None:
                self._report_stranded(actor, item, recipients)
        elif recipients:
            served = self._served.setdefault((actor, item.origin), set())
            fresh = tuple(name for name in recipients if name not in served)
            served.update(fresh)
            self._pass_on(actor, item, fresh, handoff=handoff)

    def _pass_on(
        self, actor: str, item: Item, recipients: tuple[str, ...], *, handoff: Handoff | Letter | None
    ) -> None:
        """Send an item on to the next links on the way to its recipients."""
        routes = self._routes_of(actor, item, recipients)
        for lane, names in routes.onward:
            self._start(item, lane, names, handoff=handoff)
        for recipient, target in routes.stranded:
            self._no_route(actor, item, recipient, target=target, handoff=handoff)

    def _routes_of(self, actor: str, item: Item, recipients: tuple[str, ...]) -> Routes:
        key = (actor, item.kind, -item.priority, recipients)
        routes = self._routes.get(key)
        if routes is None:
            routes = self._routes[key] = self._found(actor, item, recipients)
        return routes

    def _found(self, actor: str, item: Item, recipients: tuple[str, ...]) -> Routes:
        """Find the next links towards whoever acts for the recipients now; one hand-off per next hop."""
        exercise = self._exercise
        network = exercise.network
        hops: dict[Way, dict[str, None]] = {}
        stranded: list[tuple[str, str]] = []
        for recipient in recipients:
            for target in exercise.acting(recipient):
                if target == actor:
                    continue
                way = network.next_way(actor, target, item.kind, priority=item.priority)
                if way is None:
                    stranded.append((recipient, target))
                else:
                    hops.setdefault(way, {})[recipient] = None
        for way in [way for way in hops if network.is_group(way)]:
            for other in network.ways_from(actor, item.kind):
                if other.address == way.address:
                    hops.setdefault(other, {})
        onward = tuple((exercise.lane(way, item.kind), tuple(names)) for way, names in hops.items())
        only = onward[0][0] if len(onward) == 1 and onward[0][0].is_free and not stranded else None
        return Routes(onward, tuple(stranded), only)

    def _report_stranded(self, actor: str, item: Item, recipients: tuple[str, ...]) -> None:
        """Enter whom no telling can ever reach from the first holder."""
        for recipient, target in self._routes_of(actor, item, recipients).stranded:
            self._no_route(actor, item, recipient, target=target, handoff=None)

    def _flood(self, actor: str, item: Item, handoff: Handoff | Letter | None) -> None:
        """Tell all whom the actor is linked to, but the one it came from."""
        source = handoff.lane.track.way.sender if handoff is not None else ""
        audience = self._audience.get(item.origin, ())
        key = (actor, item.kind, item.priority)
        if key not in self._neighbours:
            self._neighbours[key] = tuple(self._lanes_from(*key))
        for neighbour, lane in self._neighbours[key]:
            if neighbour != source:
                self._start(item, lane, audience, handoff=handoff)

    def _lanes_from(self, actor: str, kind: str, priority: Priority) -> Iterator[tuple[str, Lane]]:
        """Yield those to whom an actor is linked, each with the lane that a kind takes there."""
        exercise = self._exercise
        for neighbour in dict.fromkeys(way.receiver for way in exercise.network.ways_from(actor, kind)):
            way = exercise.network.next_way(actor, neighbour, kind, priority=priority)
            if way is not None:
                yield neighbour, exercise.lane(way, kind)

    def _start(
        self, item: Item, lane: Lane, recipients: tuple[str, ...], *, handoff: Handoff | Letter | None
    ) -> None:
        new = self._new(item, lane, recipients, handoff=handoff)
        link = lane.track.way.link
        if link.else_ is not None and link.after is not None:
            timeline = self._exercise.timeline
            timeline.at(timeline.now + link.after, FALLBACKS + new.number, Fallback(new))
        new.set_out()

    def _new(
        self, item: Item, lane: Lane, recipients: tuple[str, ...], *, handoff: Handoff | Letter | None
    ) -> Handoff:
        exercise = self._exercise
        self.begun = number = self.begun + 1
        new = Handoff(exercise, item, lane, number=number)
        new.recipients = recipients
        if handoff is None:
            new.key = exercise.key_of(item.origin)
            new.is_traffic = item.origin.startswith(TRAFFIC)
        else:
            new.parent, new.key, new.is_traffic = handoff.number, handoff.key, handoff.is_traffic
            new.hops = handoff.hops + 1
            if new.hops > MOST_HOPS:
                msg = f"{new.named()} is the {new.hops:,}th link that it crosses; an item may cross at most {MOST_HOPS:,} links"
                raise RunawayError(msg)
        if not new.is_traffic:
            self._count_crossing(new)
        exercise.open_handoffs[number] = new
        return new

    def _count_crossing(self, new: Handoff) -> None:
        """Note how often this origin crossed this pair before; traffic does so once at most."""
        key = (new.item.origin, new.lane.facts[0], new.lane.facts[1])
        new.crossing = self._crossings.get(key, 0)
        self._crossings[key] = new.crossing + 1

    def _no_route(
        self, actor: str, item: Item, recipient: str, *, target: str, handoff: Handoff | Letter | None
    ) -> None:
        self.begun += 1
        now = self._exercise.timeline.now
        parent = handoff.number if handoff is not None else 0
        facts = (self.begun, now, actor, target, "", item.kind, item.origin, parent, (recipient,))
        self._exercise.journal.append(Stopped(now, *facts, "", NO_ROUTE, now, ()))

    def try_other_way(self, first: Handoff) -> None:
        """Try the other channel of a link for a hand-off that has not arrived in time.

        What the first way has already passed before the stage `carried` is not asked again.
        """
        old = first.lane.track
        passed = frozenset(each.address for each in old.asked_before if each.stage is not Stage.carried)
        link = old.way.link
        way = old.way._replace(
            channel=link.else_ or old.way.channel, link=link.model_copy(update={"else_": None})
        )
        lane = self._exercise.lane(way, first.item.kind, passed=passed)
        new = self._new(first.item, lane, first.recipients, handoff=None)
        new.parent, new.hops, new.since, new.mark = first.parent, first.hops, first.since, first.since
        new.crossing = max(new.crossing, first.crossing + 1)
        new.cleared, new.behind = first.cleared, first.behind
        new.charge(FALLBACK)
        new.set_out()
