"""One conduct of a scenario, from StartEx to EndEx.

`Exercise(scenario, "hub").run()` plays it through; a facilitator's console plays it step by step with `advance` and
brings things in with `inject`. All that comes out is the journal.
"""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from tabletop.collector import collect_after, collection_paused
from tabletop.engine.control import ChannelsDown, Control
from tabletop.engine.desk import Desk
from tabletop.engine.knowledge import Knowledge
from tabletop.engine.lane import Lane
from tabletop.engine.luck import Luck
from tabletop.engine.meetings import Meetings
from tabletop.engine.plan import Plan, plan_of
from tabletop.engine.roster import DutyRoster
from tabletop.engine.streams import Streams
from tabletop.engine.tellings import Tellings
from tabletop.engine.timeline import Timeline
from tabletop.engine.watch import Watch
from tabletop.engine.works import Works
from tabletop.errors import UsageError
from tabletop.model.item import Item, Priority
from tabletop.model.journal import Ended, Entry, Journal
from tabletop.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from tabletop.engine.handoff import Handoff
    from tabletop.engine.letter import Letter
    from tabletop.engine.track import Track
    from tabletop.model.scenario import Scenario
    from tabletop.structures import Network, Way

NO_CLAIMS: Mapping[Hashable, int] = MappingProxyType({})


class Claims:
    """The claims that passed verdicts have made, counted per barrier and channel."""

    def __init__(self) -> None:
        """Begin with none."""
        self._made: dict[tuple[str, str], Counter[Hashable]] = {}

    def add(self, address: str, channel: str, claim: Hashable) -> None:
        """Count a claim."""
        self._made.setdefault((address, channel), Counter())[claim] += 1

    def of(self, address: str, channel: str) -> Mapping[Hashable, int]:
        """Return how often each claim was made on a barrier and channel."""
        made = self._made.get((address, channel))
        return NO_CLAIMS if made is None else MappingProxyType(made)


class Exercise:
    """A scenario being played under one structure, with the luck of one replication of a seed."""

    def __init__(
        self, scenario: Scenario, structure: str | None = None, *, seed: int = 1, replication: int = 0
    ) -> None:
        """Stand at StartEx; raises UsageError for a structure that the scenario does not have."""
        self.plan: Plan = plan_of(scenario, structure)
        self.seed = seed
        self.replication = replication
        self.timeline = Timeline()
        self.journal: list[Entry] = []
        self.luck = Luck(seed, replication)
        self.key_of = self.luck.key_of
        self.network: Network = self.plan.network(self.plan.structure)
        self.desks = self._desks()
        self.open_handoffs: dict[int, Handoff] = {}
        self.letters: dict[Letter, None] = {}
        """Traffic that goes as letters, on its way."""
        self.is_over = False
        self._acting: dict[str, tuple[str, ...]] = {}
        self._lanes: dict[Track, Lane] = {}
        self.claims = Claims()
        self.channels_down = ChannelsDown()
        self.roster = DutyRoster(self)
        self.knowledge = Knowledge(self)
        self.tellings = Tellings(self)
        self.works = Works(self)
        self.watch = Watch(self)
        self.control = Control(self)
        self.streams = Streams(self)
        self.meetings = Meetings(self)
        self._open()

    def _desks(self) -> dict[str, Desk]:
        actors, hours = self.plan.scenario.actors, self.plan.hours
        return {
            id_: Desk(self.timeline, id_, number=number, staff=actor.staff, hours=hours[id_])
            for number, (id_, actor) in enumerate(actors.items())
        }

    def _open(self) -> None:
        self.control.open()
        self.streams.open()
        self.watch.open()
        self.works.open()

    # What a facilitator does

    @property
    def now(self) -> int:
        """Milliseconds since StartEx, at most those of EndEx."""
        return min(self.timeline.now, self.plan.horizon)

    def advance(self, until: int) -> None:
        """Play everything that happens before an instant, in milliseconds since StartEx.

        It goes no further than EndEx; what happens at EndEx itself is played by `run`.
        """
        if not self.is_over:
            self._play_before(min(until, self.plan.horizon))

    def _play_before(self, until: int) -> None:
        with collection_paused():
            self.timeline.play_before(until)

    def inject(self, to: str, kind: str, *, priority: Priority | None = None, accuracy: float = 1.0) -> str:
        """Give an actor or role an item now, by hand; returns the item's origin.

        Raises UsageError when the scenario does not have the actor, role or kind, or the exercise is over.
        """
        scenario = self.plan.scenario
        actors = self.acting(to)
        if self.is_over or not actors or kind not in scenario.information:
            msg = f"cannot give {kind!r} to {to!r}: " + (
                "the exercise is over" if self.is_over else "the scenario does not know both"
            )
            raise UsageError(msg)
        usual = scenario.information[kind].priority
        item = Item(kind, "", usual if priority is None else priority, accuracy)
        return self.control.give_by_hand(actors, item)

    def run(self) -> Record:
        """Play to EndEx and return the record; what is unfinished then is entered as such."""
        if not self.is_over:
            self._play_before(self.plan.horizon + 1)
            self._end()
        return Record(self.plan.scenario, self.plan.structure, self.seed, self.replication, self.so_far())

    def so_far(self) -> Journal:
        """Return the journal up to now."""
        return tuple(self.journal)

    def _end(self) -> None:
        self.is_over = True
        open_: list[Handoff | Letter] = [*self.open_handoffs.values(), *self.letters]
        under_way = sorted(open_, key=lambda each: each.number)
        self.journal += [each.unfinished(self.plan.horizon) for each in under_way]
        self.journal.append(Ended(self.plan.horizon))

    # What the rooms of the engine ask of each other

    def close(self, handoff: Handoff, entry: Entry) -> None:
        """End a hand-off with its entry in the journal."""
        handoff.is_closed = True
        del self.open_handoffs[handoff.number]
        self.journal.append(entry)

    def acting(self, role: str) -> tuple[str, ...]:
        """Return the actors who act for a role now."""
        found = self._acting.get(role)
        if found is None:
            absent = [id_ for id_, desk in self.desks.items() if desk.is_absent()]
            found = self._acting[role] = self.plan.scenario.acting(role, absent)
        return found

    def staff_changed(self) -> None:
        """See who acts for whom, and who can begin, now that somebody has left or come back."""
        self._acting.clear()
        self.tellings.forget_routes()
        self.works.staff_changed()
        self.watch.look_again()

    def change_structure(self, structure: str) -> None:
        """Let another structure hold for all hand-offs that begin from now on."""
        self.set_network(self.plan.network(structure))

    def set_network(self, network: Network) -> None:
        """Let a network hold from now on."""
        self.network = network
        self.tellings.forget_routes()

    def lane(self, way: Way, kind: str, *, passed: frozenset[str] = frozenset()) -> Lane:
        """Return the lane of a kind over a way, less the barriers (by address) that it has passed already."""
        track = self.plan.track(way, kind, passed=passed)
        found = self._lanes.get(track)
        if found is None:
            found = self._lanes[track] = Lane(
                track, self.desks[way.receiver], self.luck, handling=self.plan.handling[way.receiver]
            )
        return found

    def handling_time(self, actor: str, origin: str) -> int:
        """Return how long an actor handles an item that it is given from outside, in milliseconds."""
        amount = self.plan.handling[actor]
        return amount.at(0.5) if amount.certain else amount.at(self.luck.on("handling", actor, origin))


def run(scenario: Scenario, structure: str | None = None, *, seed: int = 1, replication: int = 0) -> Record:
    """Play a scenario from StartEx to EndEx under a structure (the first when none is named)."""
    exercise = Exercise(scenario, structure, seed=seed, replication=replication)
    record = exercise.run()
    collect_after(exercise.timeline.events)
    return record
