"""The shortest way from actor to actor over the ways that carry one kind of information.

From the school to the police through a coordinator is two hops; when a committee joins all three it is one. Of equally
short routes the one that begins with the way declared first is taken.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from tabletop.structures.way import Way

_UNREACHED = -1


class Routes:
    """First hops by breadth-first search, worked out once for each sender that asks.

    What is kept for a sender is four bytes for each actor, so that thousands of actors may ask.
    """

    def __init__(self, ways: Iterable[Way]) -> None:
        """Over these ways, in the order declared."""
        self._from: dict[str, dict[str, list[Way]]] = {}
        self._leaving: dict[str, list[Way]] = {}
        for way in ways:
            self._leaving.setdefault(way.sender, []).append(way)
            self._from.setdefault(way.sender, {}).setdefault(way.receiver, []).append(way)
        names = dict.fromkeys(self._from)
        for receivers in self._from.values():
            names.update(dict.fromkeys(receivers))
        self._actors = tuple(names)
        self._number = {actor: number for number, actor in enumerate(self._actors)}
        self._receivers = [
            [self._number[each] for each in self._from.get(actor, ())] for actor in self._actors
        ]
        self._firsts: dict[str, array[int]] = {}

    def ways(self, sender: str, receiver: str) -> tuple[Way, ...]:
        """Return the ways that lead straight from one actor to another."""
        return tuple(self._from.get(sender, {}).get(receiver, ()))

    def leaving(self, sender: str) -> tuple[Way, ...]:
        """Return the ways that leave an actor, in the order declared."""
        return tuple(self._leaving.get(sender, ()))

    def first_hop(self, sender: str, target: str) -> str | None:
        """Return whom the sender hands on to so that it reaches the target in fewest hops; None: it never can.

        Nobody hands on to himself: for a target that is the sender there is no hop either.
        """
        number = self._number.get(target)
        if number is None or sender not in self._number or sender == target:
            return None
        if sender not in self._firsts:
            self._firsts[sender] = self._search(self._number[sender])
        first = self._firsts[sender][number]
        return None if first == _UNREACHED else self._actors[first]

    def _search(self, start: int) -> array[int]:
        """Return by actor the first hop of its shortest route from the start.

        Those found earlier have earlier first hops, so that each actor inherits the earliest that leads to it.
        """
        first = array("i", [_UNREACHED]) * len(self._actors)
        first[start] = start
        found = [start]
        for actor in found:
            for receiver in self._receivers[actor]:
                if first[receiver] == _UNREACHED:
                    first[receiver] = receiver if actor == start else first[actor]
                    found.append(receiver)
        return first
