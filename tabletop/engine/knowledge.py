"""Who knows what, and how well.

The police know of the concern from ten o'clock, with nine tenths of its details right; when a better version arrives
they know it better. What somebody knows without needing it is an exposure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.model.journal import Breach, Exposure, Known

if TYPE_CHECKING:
    from tabletop.engine.exercise import Exercise
    from tabletop.model.item import Item

TRAFFIC = "traffic/"
"""How the origin of traffic begins; it counts as known by nobody."""


class Knowledge:
    """What each actor knows in one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Begin with everybody knowing nothing."""
        self._exercise = exercise
        self._items: dict[tuple[str, str], float] = {}
        self._best: dict[tuple[str, str], float] = {}

    def has(self, actor: str, origin: str) -> bool:
        """Tell whether an actor knows an origin, in whatever version."""
        return (actor, origin) in self._items

    def accuracy(self, actor: str, kind: str) -> float | None:
        """Return the best accuracy at which an actor knows a kind, None when it does not."""
        return self._best.get((actor, kind))

    def learn(self, actor: str, item: Item, handoff: int, *, cleared: bool = False) -> bool:
        """Let an actor know an item, brought by a hand-off (0: by itself); tells whether its origin is new to it.

        `cleared`: in this version anybody may have it, so that it is no breach.
        """
        known = self._items.get((actor, item.origin))
        if known is not None and known >= item.accuracy:
            return False
        self._items[actor, item.origin] = item.accuracy
        if not item.origin.startswith(TRAFFIC):
            self._note(actor, item, handoff)
            if handoff and not cleared:
                self._look_for_breach(actor, item, handoff)
        return known is None

    def _note(self, actor: str, item: Item, handoff: int) -> None:
        exercise = self._exercise
        now = exercise.timeline.now
        exercise.journal.append(Known(now, actor, item.kind, item.origin, item.accuracy, handoff))
        best = self._best.get((actor, item.kind))
        if best is None and handoff:
            self._look_for_exposure(actor, item, handoff)
        if best is None or best < item.accuracy:
            self._best[actor, item.kind] = item.accuracy
            exercise.works.learnt(actor, item.kind)
            exercise.watch.look(item.kind)

    def _look_for_exposure(self, actor: str, item: Item, handoff: int) -> None:
        exercise = self._exercise
        if self._is_sensitive(item) and item.kind not in exercise.plan.scenario.kinds_of_actor[actor]:
            entry = Exposure(exercise.timeline.now, actor, item.kind, item.origin, handoff)
            exercise.journal.append(entry)

    def _look_for_breach(self, actor: str, item: Item, handoff: int) -> None:
        exercise = self._exercise
        if self._is_sensitive(item) and actor not in exercise.plan.authorised(item.kind):
            entry = Breach(exercise.timeline.now, actor, item.kind, item.origin, "not_authorised", handoff)
            exercise.journal.append(entry)

    def _is_sensitive(self, item: Item) -> bool:
        return self._exercise.plan.scenario.information[item.kind].sensitive is not None
