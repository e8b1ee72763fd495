"""What flows all the time: traffic between actors, and the routine work at each desk.

Everybody mails somebody every few hours about other things, and a clerk has forms to stamp; that is what makes a hub
choke when the urgent thing comes. Gaps are counted in open hours, so that no Monday begins with a flood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.desk import Visit
from tabletop.engine.timeline import CONTROL, Happening
from tabletop.model.chance import Draws, draw, text_key
from tabletop.model.drawn import drawn_in_order
from tabletop.model.item import Item
from tabletop.model.journal import Handled

if TYPE_CHECKING:
    from tabletop.engine.desk import Stay
    from tabletop.engine.exercise import Exercise
    from tabletop.model.actor import Workload
    from tabletop.model.amount import Amount
    from tabletop.model.inject import Surge
    from tabletop.model.item import Priority

new = tuple.__new__

STREAMS = CONTROL + (1 << 49)
"""Streams come after injects and meetings at an instant, in the order declared."""


class Streams:
    """All the traffic and workload of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Know the streams; nothing flows yet."""
        self._exercise = exercise
        self._number = 0

    def open(self) -> None:
        """Let every stream flow."""
        scenario = self._exercise.plan.scenario
        for id_, words in scenario.traffic.items():
            for sender in self._exercise.plan.senders(words):
                _TrafficStream(self._exercise, id_, sender, order=self._next()).flow_from(words.starts)
        for actor, partner in scenario.actors.items():
            if partner.workload is not None:
                load = partner.workload
                key = ("workload", actor, "")
                _WorkStream(self._exercise, key, load, actor=actor, order=self._next()).flow_from(0)

    def surge(self, inject: str, actor: str, surge: Surge) -> None:
        """Let a surge of routine work flow from now on."""
        exercise = self._exercise
        stream = _WorkStream(exercise, ("surge", inject, actor), surge, actor=actor, order=self._next())
        stream.until = exercise.timeline.now + surge.lasts
        stream.flow_from(exercise.timeline.now)

    def _next(self) -> int:
        self._number += 1
        return STREAMS + self._number


class _Stream(Happening):
    """A source that brings something again and again; as an event it is the next time."""

    def __init__(
        self, exercise: Exercise, key: tuple[str, str, str], every: Amount, *, actor: str, order: int
    ) -> None:
        self.exercise = exercise
        self.purpose, *self.whose = key
        self.gaps = drawn_in_order(every, exercise.luck.prefix(f"{self.purpose}.gap", *self.whose))
        self.actor = actor
        self.order = order
        self.count = 0
        self.most: int | None = None
        """How many there are going to be; None for no such bound."""
        self.until = exercise.plan.horizon
        self.last = 0
        self.hours = exercise.plan.hours[actor]
        self.is_always = self.hours.is_always

    def flow_from(self, start: int) -> None:
        """Put the first one on the agenda, a gap after the start."""
        self.last = start
        self.put_next()

    def put_next(self) -> None:
        """Put the next one on the agenda, a gap of open time after the last."""
        if self.count == self.most:
            return
        gap = next(self.gaps)
        when = self.last + gap if self.is_always else self.hours.after(self.last, gap)
        if when is not None and when < self.until:
            self.last = when
            self.exercise.timeline.at(when, self.order, self)

    def happen(self) -> None:
        self.bring()
        self.count += 1
        self.put_next()

    def bring(self) -> None:
        """Bring one."""
        raise NotImplementedError

    def named(self) -> str:
        return f"the {self.purpose} of {self.actor}"


class _TrafficStream(_Stream):
    """What one sender sends in one stream of traffic."""

    def __init__(self, exercise: Exercise, id_: str, sender: str, *, order: int) -> None:
        words = exercise.plan.scenario.traffic[id_]
        super().__init__(exercise, ("traffic", id_, sender), words.every, actor=sender, order=order)
        self.begins = f"traffic/{id_}/{sender}/"
        self.most = words.items
        self.brings = words.brings
        self.recipient = words.to if words.to != "any_other" else ""
        usual = exercise.plan.scenario.information[words.brings].priority
        self.priority: Priority = usual if words.priority is None else words.priority
        self.others = tuple(each for each in exercise.plan.receivers(words) if each != sender)
        self.luck_of_others = Draws([
            exercise.luck.prefix("traffic.any_other", actor) for actor in self.others
        ])

    def bring(self) -> None:
        origin = f"{self.begins}{self.count}"
        # `tuple.__new__` makes the same named tuple, without the detour over its own `__new__`.
        item = new(Item, (self.brings, origin, self.priority, 1.0))
        key = text_key(origin)
        recipient = self.recipient or self._any_other(key)
        if recipient:
            self.exercise.tellings.send(self.actor, item, recipient, key=key)

    def _any_other(self, key: int) -> str:
        """Return the candidate with the greatest draw, so that a new actor changes few choices."""
        if len(self.others) < 2:
            return next(iter(self.others), "")
        return self.others[self.luck_of_others.greatest(key, self.count)]


class _WorkStream(_Stream):
    """Routine work that arrives at one desk."""

    def __init__(
        self, exercise: Exercise, key: tuple[str, str, str], load: Workload | Surge, *, actor: str, order: int
    ) -> None:
        super().__init__(exercise, key, load.every, actor=actor, order=order)
        self.takes = load.takes
        self.amounts = exercise.luck.prefix(f"{self.purpose}.work", *self.whose)

    def bring(self) -> None:
        amount = self.takes.at(draw(self.amounts, 0, self.count))
        self.exercise.desks[self.actor].enter(_Routine(self.exercise, amount), 0)


class _Routine(Visit):
    """One piece of routine work."""

    def __init__(self, exercise: Exercise, amount: int) -> None:
        self.exercise = exercise
        self._amount = amount

    def work(self) -> int:
        return self._amount

    def leave(self, stay: Stay) -> None:
        entry = Handled(self.desk.timeline.now, self.desk.actor, "workload", self.arrived, 0, "", "", *stay)
        self.exercise.journal.append(entry)

    def named(self) -> str:
        return f"the routine work of {self.desk.actor}"
