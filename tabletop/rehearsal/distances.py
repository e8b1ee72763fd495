"""How many links lie between actors, seen from where something is wanted: like the milestones on all roads to one town.

A thousand schools may write to the coordinator; one search backwards from her desk says how far away each of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tabletop.structures import Network, Way


class Distances:
    """Links on the shortest routes to an actor, worked out once for each actor that is asked for."""

    def __init__(self, network: Network) -> None:
        """Over the ways of a network."""
        self._network = network
        self._senders: dict[tuple[bool, ...], dict[str, list[str]]] = {}
        """By which links carry a kind: by receiver, who hands on to it."""
        self._signatures: dict[str, tuple[bool, ...]] = {}
        self._to: dict[tuple[str, tuple[bool, ...]], Mapping[str, int]] = {}

    def to(self, target: str, kind: str) -> Mapping[str, int]:
        """Return by actor how many links that carry a kind lie between it and a target; who cannot reach it is left out."""
        key = (target, self._signature(kind))
        if key not in self._to:
            self._to[key] = _searched(target, self._senders[key[1]])
        return self._to[key]

    def _signature(self, kind: str) -> tuple[bool, ...]:
        """Return which links carry a kind; kinds that the same links carry share their distances."""
        if kind not in self._signatures:
            network = self._network
            carrying = {way.address: network.carries(way, kind) for way in network.one_way_per_link()}
            self._signatures[kind] = signature = tuple(carrying.values())
            if signature not in self._senders:
                self._senders[signature] = _senders(way for way in network.ways if carrying[way.address])
        return self._signatures[kind]


def _senders(ways: Iterable[Way]) -> dict[str, list[str]]:
    """Return by receiver who hands on to it, each once."""
    found: dict[str, dict[str, None]] = {}
    for way in ways:
        found.setdefault(way.receiver, {})[way.sender] = None
    return {receiver: list(senders) for receiver, senders in found.items()}


def _searched(target: str, senders: Mapping[str, list[str]]) -> Mapping[str, int]:
    """Search backwards from the target, the nearer ones first."""
    far = {target: 0}
    found = [target]
    for actor in found:
        for sender in senders.get(actor, ()):
            if sender not in far:
                far[sender] = far[actor] + 1
                found.append(sender)
    return far
