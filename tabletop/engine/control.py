"""The exercise control: it plays the MSEL.

At eight it hands the school a post; at noon it breaks the telephones; it sends the coordinator home four hours after the
post, and brings the second rumour only if the early warning came late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.desk import Visit
from tabletop.engine.timeline import CONTROL, Happening
from tabletop.model.item import Item
from tabletop.model.journal import Handled, Injected
from tabletop.model.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabletop.engine.desk import Stay
    from tabletop.engine.exercise import Exercise
    from tabletop.model.inject import EndOfLink, Inject
    from tabletop.structures import Network

OUTAGES = CONTROL + (1 << 40)
"""Outages come after absences at an instant."""
OTHERS = CONTROL + (1 << 41)
"""All other injects come after absences and outages, so that what they bring finds the world as it is then."""

NEVER_DOWN = Windows((), ())


class ChannelsDown:
    """When each channel is broken, by the outages begun so far."""

    def __init__(self) -> None:
        """Begin with all channels working."""
        self._down: dict[str, Windows] = {}

    def of(self, channel: str) -> Windows:
        """Return when a channel is broken, as far as it is known."""
        return self._down.get(channel, NEVER_DOWN)

    def break_(self, channel: str, start: int, end: int) -> None:
        """Break a channel for a span of time."""
        self._down[channel] = Windows.of([*self.of(channel), (start, end)])


def _order(inject: Inject) -> int:
    """Return the place of an inject among all that happens at an instant, before its number."""
    if inject.absence is not None:
        return CONTROL
    return OTHERS if inject.outage is None else OUTAGES


class Control:
    """The MSEL of one exercise, as it is played."""

    def __init__(self, exercise: Exercise) -> None:
        """Know every inject and what follows what."""
        self._exercise = exercise
        self._injects = exercise.plan.scenario.injects
        self._orders = {
            id_: _order(inject) + place for place, (id_, inject) in enumerate(self._injects.items())
        }
        self._after: dict[str, list[str]] = {}
        for id_, inject in self._injects.items():
            if inject.after is not None:
                self._after.setdefault(inject.after, []).append(id_)
        self._given = 0
        self._ended_links: list[EndOfLink] = []

    def open(self) -> None:
        """Put every inject with a time of its own on the agenda."""
        clock = self._exercise.plan.scenario.clock
        for id_, inject in self._injects.items():
            if inject.at is not None:
                self._put(id_, inject.at.on(clock))

    def followed(self, id_: str) -> None:
        """Put the injects that follow an inject or a decision on the agenda."""
        timeline, luck = self._exercise.timeline, self._exercise.luck
        for follower in self._after.get(id_, ()):
            wait = self._injects[follower].wait
            self._put(follower, timeline.now + wait.at(luck.on("inject.wait", follower, follower)))

    def became_late(self, expectation: str) -> None:
        """Play the injects that wait for nothing but this expectation to be late."""
        for id_, inject in self._injects.items():
            waits = inject.at is None and inject.after is None
            if waits and inject.only_if is not None and inject.only_if.late == expectation:
                self._put(id_, self._exercise.timeline.now)

    def _put(self, id_: str, when: int) -> None:
        if when >= self._exercise.timeline.now:
            self._exercise.timeline.at(when, self._orders[id_], _Due(self, id_))

    def give(self, actors: tuple[str, ...], item: Item) -> None:
        """Put an item on the desks of actors, from outside."""
        for actor in actors:
            self._exercise.desks[actor].enter(_FirstHandling(self._exercise, item), -item.priority)

    def give_by_hand(self, actors: tuple[str, ...], item: Item) -> str:
        """Put an item of the facilitator's on desks now; returns its origin."""
        self._given += 1
        item = item._replace(origin=f"live/{self._given}/{item.kind}")
        now = self._exercise.timeline.now
        entry = Injected(now, f"live/{self._given}", "brings", actors, item.kind, item.origin)
        self._exercise.journal.append(entry)
        self._exercise.works.injected("", item.kind)
        self._exercise.watch.injected("", item.kind)
        self.give(actors, item)
        return item.origin

    def play(self, id_: str) -> None:
        """Play one inject now, when its condition holds."""
        inject = self._injects[id_]
        if not self._condition_holds(inject):
            self._note(id_, "skipped")
            return
        effects: tuple[tuple[object, str, Callable[[str, Inject], None]], ...] = (
            (inject.absence, "absence", self._absence),
            (inject.outage, "outage", self._outage),
            (inject.surge, "surge", self._surge),
            (inject.structure, "structure", self._structure),
            (inject.end_link, "end_link", self._end_link),
            (inject.brings, "brings", self._bring),
        )
        given = [(name, carry_out) for value, name, carry_out in effects if value is not None]
        if not given:
            self._note(id_, "told")
        self._exercise.works.injected(id_, inject.brings or "")
        self._exercise.watch.injected(id_, inject.brings or "")
        for _, carry_out in given:
            carry_out(id_, inject)
        self.followed(id_)

    def _condition_holds(self, inject: Inject) -> bool:
        if inject.only_if is None:
            return True
        watch, only_if = self._exercise.watch, inject.only_if
        late = only_if.late is None or watch.is_late(only_if.late)
        return late and (only_if.met is None or watch.is_met(only_if.met))

    def _note(self, id_: str, effect: str, *actors: str) -> None:
        self._exercise.journal.append(Injected(self._exercise.timeline.now, id_, effect, actors))

    def _bring(self, id_: str, inject: Inject) -> None:
        exercise = self._exercise
        kind = inject.brings or ""
        usual = exercise.plan.scenario.information[kind].priority
        item = Item(kind, f"inject/{id_}/{kind}", inject.priority_or(usual), inject.accuracy)
        actors = tuple(dict.fromkeys(actor for name in inject.to for actor in exercise.acting(name)))
        entry = Injected(exercise.timeline.now, id_, "brings", actors, kind, item.origin)
        exercise.journal.append(entry)
        self.give(actors, item)

    def _absence(self, id_: str, inject: Inject) -> None:
        assert inject.absence is not None
        exercise, absence = self._exercise, inject.absence
        actors = exercise.plan.scenario.actors_named(absence.actor)
        self._note(id_, "absence", *actors)
        until = exercise.timeline.now + absence.lasts
        for actor in actors:
            gone = exercise.desks[actor].leave_short(absence.staff, until)
            back = _Return(exercise, actor, gone)
            exercise.timeline.at(until, self._orders[id_], back)
        exercise.staff_changed()

    def _outage(self, id_: str, inject: Inject) -> None:
        assert inject.outage is not None
        now, outage = self._exercise.timeline.now, inject.outage
        self._note(id_, "outage")
        self._exercise.channels_down.break_(outage.channel, now, now + outage.lasts)

    def _surge(self, id_: str, inject: Inject) -> None:
        assert inject.surge is not None
        actors = self._exercise.plan.scenario.actors_named(inject.surge.actor)
        self._note(id_, "surge", *actors)
        for actor in actors:
            self._exercise.streams.surge(id_, actor, inject.surge)

    def _structure(self, id_: str, inject: Inject) -> None:
        self._note(id_, "structure")
        self._exercise.change_structure(inject.structure or "")
        for end in self._ended_links:
            self._exercise.set_network(self._without(end))

    def _end_link(self, id_: str, inject: Inject) -> None:
        assert inject.end_link is not None
        end, scenario = inject.end_link, self._exercise.plan.scenario
        self._note(id_, "end_link", *scenario.actors_named(end.from_), *scenario.actors_named(end.to))
        self._ended_links.append(end)
        self._exercise.set_network(self._without(end))

    def _without(self, end: EndOfLink) -> Network:
        """Return the present network without the ways of a connection that has ended."""
        scenario, network = self._exercise.plan.scenario, self._exercise.network
        senders, receivers = scenario.actors_named(end.from_), scenario.actors_named(end.to)
        ended = [
            way
            for way in network.ways
            if way.sender in senders and way.receiver in receivers and end.channel in (None, way.channel)
        ]
        return network.without(ended)


class _Due(Happening):
    """An inject is due."""

    def __init__(self, control: Control, id_: str) -> None:
        self.control = control
        self.id = id_

    def happen(self) -> None:
        self.control.play(self.id)

    def named(self) -> str:
        return f"the inject {self.id}"


class _Return(Happening):
    """People come back from an absence."""

    def __init__(self, exercise: Exercise, actor: str, people: int) -> None:
        self.exercise = exercise
        self.actor = actor
        self.people = people

    def happen(self) -> None:
        self.exercise.desks[self.actor].bring_back(self.people)
        self.exercise.staff_changed()

    def named(self) -> str:
        return f"the return of {self.actor}"


class _FirstHandling(Visit):
    """The handling of an item by an actor to whom it is given from outside."""

    def __init__(self, exercise: Exercise, item: Item) -> None:
        self.exercise = exercise
        self.item = item

    def work(self) -> int:
        return self.exercise.handling_time(self.desk.actor, self.item.origin)

    def leave(self, stay: Stay) -> None:
        actor, item, now = self.desk.actor, self.item, self.desk.timeline.now
        entry = Handled(now, actor, "item", self.arrived, 0, item.origin, item.kind, *stay)
        self.exercise.journal.append(entry)
        self.exercise.tellings.begin(actor, item)

    def named(self) -> str:
        return f"the handling of {self.item.origin} by {self.desk.actor}"
