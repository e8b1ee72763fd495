"""A network sorted for people: what goes by telephone, what by mail, and who sits together.

Forty ways become four lines: the committee of six, everybody with the coordinator by mail, the police with the
coordinator by telephone, and the school's short cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tabletop.model.item import Priority
from tabletop.model.selector import KindSelector
from tabletop.structures.network import Network
from tabletop.structures.way import Way


class Terms(NamedTuple):
    """On what terms a way can be used."""

    channel: str
    """The channel's id."""
    carries: KindSelector
    """Kinds of information that go this way."""
    meant_for: Priority | None
    """The priority it is meant for."""
    otherwise: str | None
    """The channel that is tried when an item has not arrived."""
    after: int | None
    """Milliseconds until that is tried."""


class Bundle(NamedTuple):
    """All ways on the same terms."""

    terms: Terms
    """What they have in common."""
    bodies: tuple[tuple[str, ...], ...]
    """Three or more actors of one link or shape of whom each reaches each."""
    two_way: tuple[tuple[str, str], ...]
    """Other actors who reach each other, each pair once."""
    one_way: tuple[tuple[str, str], ...]
    """Senders with whom they reach and are not reached by."""


def bundles(network: Network) -> tuple[Bundle, ...]:
    """Return the ways of a network by their terms, in the order declared."""
    sorted_ways: dict[Terms, dict[str, list[Way]]] = {}
    for way in network.ways:
        sorted_ways.setdefault(_terms(way), {}).setdefault(way.address, []).append(way)
    return tuple(_bundle(terms, by_link.values()) for terms, by_link in sorted_ways.items())


def _terms(way: Way) -> Terms:
    link = way.link
    return Terms(way.channel, link.carries, link.for_, link.else_, link.after)


def _bundle(terms: Terms, links: Iterable[Sequence[Way]]) -> Bundle:
    bodies: list[tuple[str, ...]] = []
    rest: dict[tuple[str, str], None] = {}
    for ways in links:
        actors = tuple(dict.fromkeys(way.sender for way in ways))
        if len(actors) > 2 and len({way[:2] for way in ways}) == len(actors) * (len(actors) - 1):
            bodies.append(actors)
        else:
            rest |= dict.fromkeys(way[:2] for way in ways)
    two_way = {pair: None for pair in rest if pair[::-1] in rest}
    for pair in tuple(two_way):
        if pair in two_way:
            two_way.pop(pair[::-1])
    one_way = tuple(pair for pair in rest if pair[::-1] not in rest)
    return Bundle(terms, tuple(bodies), tuple(two_way), one_way)


class Strand(NamedTuple):
    """Some pairs in one line: a centre with those around it, or a row of actors."""

    centre: str
    """The actor in the middle; empty for a row."""
    actors: tuple[str, ...]
    """Those around the centre, or the row; a ring ends where it begins."""


def strands(pairs: Iterable[tuple[str, str]]) -> Iterator[Strand]:
    """Yield pairs of actors in few lines: those linked with three others or more as centres, what is left as rows."""
    linked: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        linked.setdefault(one, {})[other] = None
        linked.setdefault(other, {})[one] = None
    for actor, others in linked.items():
        if len(others) > 2:
            yield Strand(actor, tuple(others))
            _cut(linked, [(actor, other) for other in others])
    ends = [actor for actor, others in linked.items() if len(others) == 1]
    for actor in (*ends, *linked):
        if linked[actor]:
            yield Strand("", _row(linked, actor))


def _row(linked: dict[str, dict[str, None]], start: str) -> tuple[str, ...]:
    """Follow links from an actor until they end, and cut them."""
    row = [start]
    while linked[row[-1]]:
        row.append(next(iter(linked[row[-1]])))
        _cut(linked, pairwise(row[-2:]))
    return tuple(row)


def _cut(linked: dict[str, dict[str, None]], pairs: Iterable[tuple[str, str]]) -> None:
    for one, other in tuple(pairs):
        del linked[one][other], linked[other][one]


def fans(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return one-way pairs as (senders, receivers): senders who reach the same actors stand together."""
    receivers: dict[str, dict[str, None]] = {}
    for sender, receiver in pairs:
        receivers.setdefault(sender, {})[receiver] = None
    senders: dict[tuple[str, ...], list[str]] = {}
    for sender, reached in receivers.items():
        senders.setdefault(tuple(reached), []).append(sender)
    return tuple((tuple(each), reached) for reached, each in senders.items())
