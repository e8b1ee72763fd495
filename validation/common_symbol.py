"""The five-person task with a common symbol: with how few messages, and in how few moves, it can be done.

Each of five people holds a card, and all are to learn the one symbol that is on all cards. Whoever sends tells all that
they know. In one move each may send one message to one neighbour; who receives may receive many. Nothing is played
here: every way to do it is tried, over the structures of the shipped scenario, until none shorter is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from tabletop.structures import network
from validation.experiment import Experiment, Reference
from validation.laboratory import classic

_Known = tuple[int, ...]
"""For each person the cards that they know of, as bits."""
_Next = Callable[[_Known], Iterable[_Known]]

NETS = {"wheel": "wheel", "chain": "chain", "y": "Y", "circle": "circle"}


def neighbours(structure: str) -> tuple[tuple[int, ...], ...]:
    """Return for each person to whom they can send, in a structure of `classic/five_networks`."""
    scenario = classic("five_networks")
    number = {actor: index for index, actor in enumerate(scenario.actors)}
    ways = network(scenario, structure).ways
    return tuple(
        tuple(dict.fromkeys(number[way.receiver] for way in ways if way.sender == actor)) for actor in number
    )


def _told(known: _Known, messages: Iterable[tuple[int, int]]) -> _Known:
    """Return who knows what after messages that are sent at the same time."""
    after = list(known)
    for sender, receiver in messages:
        after[receiver] |= known[sender]
    return tuple(after)


def _one_message(nets: tuple[tuple[int, ...], ...]) -> _Next:
    def onwards(known: _Known) -> Iterator[_Known]:
        for sender, receivers in enumerate(nets):
            yield from (_told(known, [(sender, receiver)]) for receiver in receivers)

    return onwards


def _one_move(nets: tuple[tuple[int, ...], ...]) -> _Next:
    """To send never does harm, so that all send in every move."""

    def onwards(known: _Known) -> Iterator[_Known]:
        for receivers in product(*nets):
            yield _told(known, enumerate(receivers))

    return onwards


def fewest(people: int, onwards: _Next) -> int:
    """Return after how many turns at the earliest all know all, searching breadth first."""
    everything = (1 << people) - 1
    front = {tuple(1 << person for person in range(people))}
    seen, turns = set(front), 0
    while not any(all(cards == everything for cards in known) for known in front):
        front = {after for known in front for after in onwards(known)} - seen
        seen |= front
        turns += 1
    return turns


def fewest_messages(structure: str) -> int:
    """Return with how many messages at least all five know all."""
    nets = neighbours(structure)
    return fewest(len(nets), _one_message(nets))


def fewest_moves(structure: str) -> int:
    """Return in how many moves at least all five know all."""
    nets = neighbours(structure)
    return fewest(len(nets), _one_move(nets))


def _searched(_: int) -> tuple[float, ...]:
    return tuple(float(count(name)) for name in NETS for count in (fewest_messages, fewest_moves))


_MOVES = {"wheel": 5, "chain": 5, "y": 4, "circle": 3}

EXPERIMENTS = (
    Experiment(
        id="common_symbol",
        title="The common symbol: fewest messages and moves",
        source="H. J. Leavitt, “Some effects of certain communication patterns on group performance”, *Journal of Abnormal "
        "and Social Psychology* 46 (1951), 38–50; that 2(n − 1) messages are the fewest: F. Harary and A. J. Schwenk (1974)",
        workload="the structures of `classic/five_networks`; every way to do it is tried, nothing is left to chance",
        references=tuple(
            reference
            for name, title in NETS.items()
            for reference in (
                Reference(f"fewest messages, {title}", 8, "", "2(n − 1)", exact=True),
                Reference(f"fewest moves, {title}", _MOVES[name], "", "Leavitt’s table", exact=True),
            )
        ),
        play=_searched,
    ),
)  # fmt: skip
