"""Where everybody stands on the pictures of one scenario, and how each channel is drawn on all of them.

The school stands at the top right and e-mail is dotted green whether the town has a hub or a team, so that two pictures
laid side by side differ only in what the structures differ in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tabletop.model.scenario import Scenario
from tabletop.structures import Network, network

MOST_ACTORS = 48
"""More than so many cannot be told apart."""
WIDTH = 800.0
"""How wide a picture is, names included."""
ACROSS = 225.0
"""How far from the middle partners stand at most, to either side."""
MIDDLE = WIDTH / 2
_DOWN, _ROW, _MARGIN = 165.0, 15.0, 12.0
_COLOURS = ("#3b6fb6", "#c8553d", "#3f8f5b", "#8a5fb0", "#b58a1b", "#2f8f98", "#b14a86", "#6d6d6d")
_DASHES = ("", "7 4", "2 4", "10 3 2 3", "14 5", "4 2", "1 3", "12 3 3 3 3 3")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the picture."""

    x: float
    """From the left."""
    y: float
    """From the top."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What all pictures of one scenario have in common."""

    scenario: Scenario
    """The scenario, for its titles."""
    networks: Mapping[str, Network]
    """Its structures, worked out, by id."""
    actors: Mapping[str, Sequence[str]]
    """By name of a spot the actors that stand there: one, or all that are copies of one."""
    spots: Mapping[str, Spot]
    """By actor the place where it stands."""
    channels: Sequence[str]
    """The channels that any structure uses, as the scenario orders them."""
    height: float
    """How high a picture is."""

    def colour(self, channel: str) -> str:
        """Return the colour of a channel."""
        return _COLOURS[self.channels.index(channel) % len(_COLOURS)]

    def dashes(self, channel: str) -> str:
        """Return the dashes of a channel as SVG wants them; empty for a whole line."""
        number = self.channels.index(channel)
        # The ninth channel has the first one's colour again, and so needs other dashes.
        return _DASHES[(number + number // len(_COLOURS)) % len(_DASHES)]

    def title(self, name: str) -> str:
        """Return what stands beside a spot; numbered actors, such as 29 districts, are `District (29)`."""
        title, number = self.scenario.title_of("actors", self.actors[name][0]), len(self.actors[name])
        return f"{title.rstrip(' 0123456789')} ({number})" if number > 1 else title


def layout_of(scenario: Scenario) -> Layout:
    """Return the layout for a scenario's pictures: who is linked in any of its structures stands on all of them."""
    networks = {id_: network(scenario, id_) for id_ in scenario.structures}
    ways = [way for each in networks.values() for way in each.ways]
    linked = {actor for way in ways for actor in (way.sender, way.receiver)}
    actors: dict[str, list[str]] = {}
    for actor, words in scenario.actors.items():
        if actor in linked:
            actors.setdefault(words.copy_of or actor, []).append(actor)
    used = {way.channel for way in ways}
    down = max(_DOWN, _ROW * -(-len(actors) // 2))
    places = zip(actors, _around(len(actors), down), strict=True)
    spots = {actor: spot for name, spot in places for actor in actors[name]}
    channels = [channel for channel in scenario.channels if channel in used]
    return Layout(scenario, networks, actors, spots, channels, 2 * (down + _MARGIN))


def _around(number: int, down: float) -> Iterator[Spot]:
    """Yield places around an oval, clockwise from the top right; names beside them never meet, since rows are even."""
    right = -(-number // 2)
    yield from _side(range(right), down, +ACROSS)
    yield from _side(range(number - right - 1, -1, -1), down, -ACROSS)


def _side(rows: Iterable[int], down: float, across: float) -> Iterator[Spot]:
    rows = tuple(rows)
    for row in rows:
        y = (2 * row + 1) / len(rows) - 1
        yield Spot(MIDDLE + across * (1 - y * y) ** 0.5, _MARGIN + down * (1 + y))
