"""Who can reach whom under one structure, and which way is taken.

Under `hub` the school reaches the police over the municipality, by mail; under `team` at the meeting or, when it is
urgent, by telephone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Literal

from tabletop.model.item import Priority
from tabletop.model.scenario import Scenario
from tabletop.structures.checks import TOO_MANY, problems_of_words
from tabletop.structures.flaw import in_words
from tabletop.structures.joining import MOST_WAYS, ways_of
from tabletop.structures.routes import Routes
from tabletop.structures.way import Way

_Asked = tuple[str, str, str, Priority]


@dataclass(frozen=True, slots=True)
class Network:
    """The ways of one structure, with the routes that were asked for so far."""

    structure: str
    """The structure's id."""
    ways: tuple[Way, ...]
    """All ways in the order declared: links first, then the shape."""
    sharing: Literal["needed", "everyone"] = "needed"
    """Whether items go to those who need them, or each actor tells everyone it is linked to."""
    sensitive: frozenset[str] = frozenset()
    """The kinds of information that are sensitive, for links that carry only those."""
    group_channels: frozenset[str] = frozenset()
    """The channels on which one sending goes to all members of the link."""
    _routes: dict[tuple[bool, ...], Routes] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """By which links carry a kind: the routes over them."""
    _routes_of: dict[str, Routes] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The same by kind."""
    _ways_from: dict[tuple[str, str], tuple[Way, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """By sender and kind: the ways that leave."""
    _next: dict[_Asked, Way | None] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The answers of `next_way` so far."""

    def next_way(self, sender: str, target: str, kind: str, *, priority: Priority) -> Way | None:
        """Return the way by which an item leaves its sender for a target; None when no route leads there.

        The route has fewest hops over ways that carry the kind, whatever priority they are meant for; of equally
        short ones it is the one whose first hop is declared first. Of several ways to that first hop: one that is
        meant for another priority only when there is no other; then one whose `carries` names the kind (as itself or
        as sensitive) before one that carries all; then one meant for this priority; then the one whose link connects
        fewest actors; then the one declared first.
        """
        asked = (sender, target, kind, priority)
        if asked not in self._next:
            self._next[asked] = self._find(sender, target, kind=kind, priority=priority)
        return self._next[asked]

    def _find(self, sender: str, target: str, *, kind: str, priority: Priority) -> Way | None:
        routes = self._routes_for(kind)
        hop = routes.first_hop(sender, target)
        if hop is None:
            return None
        return min(routes.ways(sender, hop), key=lambda way: _preference(way, priority))

    def ways_from(self, sender: str, kind: str) -> tuple[Way, ...]:
        """Return the ways on which a kind of information can leave an actor, in the order declared."""
        key = (sender, kind)
        if key not in self._ways_from:
            self._ways_from[key] = self._routes_for(kind).leaving(sender)
        return self._ways_from[key]

    def without(self, ways: Iterable[Way]) -> Network:
        """Return the network that is left when these ways end."""
        ended = frozenset(ways)
        return replace(self, ways=tuple(way for way in self.ways if way not in ended))

    def carries(self, way: Way, kind: str) -> bool:
        """Tell whether a kind of information can go on this way."""
        return way.link.carries.chooses(kind, sensitive=kind in self.sensitive)

    def is_group(self, way: Way) -> bool:
        """Tell whether one sending on this way goes to all members of its link."""
        return way.channel in self.group_channels

    def one_way_per_link(self) -> tuple[Way, ...]:
        """Return the first way of each link, and the first of the shape."""
        firsts: dict[str, Way] = {}
        for way in self.ways:
            firsts.setdefault(way.address, way)
        return tuple(firsts.values())

    def _routes_for(self, kind: str) -> Routes:
        if kind not in self._routes_of:
            self._routes_of[kind] = self._new_routes(kind)
        return self._routes_of[kind]

    def _new_routes(self, kind: str) -> Routes:
        """Kinds that the same links carry share their routes."""
        carrying = {way.address: self.carries(way, kind) for way in self.one_way_per_link()}
        signature = tuple(carrying.values())
        if signature not in self._routes:
            self._routes[signature] = Routes(way for way in self.ways if carrying[way.address])
        return self._routes[signature]


def _preference(way: Way, priority: Priority) -> tuple[bool, bool, bool, int]:
    """Return what makes one way be taken before another to the same receiver: the least goes first.

    A way that carries the kind and does not carry everything names the kind.
    """
    meant_for = way.link.for_
    return (
        meant_for not in {None, priority},
        way.link.carries.everything,
        meant_for != priority,
        len(way.members),
    )


def network(scenario: Scenario, structure: str) -> Network:
    """Return who reaches whom under a structure of a scenario.

    Raises ValueError, in words for the scenario's author, when there is no such structure or it has flaws, or more
    than MOST_WAYS ways. Links and shapes are made anew at each call; keep the network while it is in use.
    """
    if structure not in scenario.structures:
        msg = f"there is no structure {structure!r}; there are {', '.join(scenario.structures)}"
        raise ValueError(msg)
    flaws = problems_of_words(scenario, structure)
    ways = () if flaws else tuple(islice(ways_of(scenario, structure), MOST_WAYS + 1))
    if flaws or len(ways) > MOST_WAYS:
        msg = "\n".join(in_words(flaw) for flaw in flaws or [(("structures", structure), *TOO_MANY)])
        raise ValueError(msg)
    return Network(
        structure=structure,
        ways=ways,
        sharing=scenario.structures[structure].sharing,
        sensitive=frozenset(id_ for id_, each in scenario.information.items() if each.sensitive is not None),
        group_channels=frozenset(id_ for id_, each in scenario.channels.items() if each.group),
    )
