"""A structure as a picture: actors around a circle, a line for each two who reach each other, a colour for each channel.

It is drawn in the page itself and needs no network and no script; titles are those of the scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from documentation.words import html
from tabletop.model.scenario import Scenario
from tabletop.structures import Network
from tabletop.structures.bundles import bundles

MOST_ACTORS = 48
"""More than so many cannot be told apart."""
_COLOURS = ("#3b6fb6", "#c8553d", "#3f8f5b", "#8a5fb0", "#b58a1b", "#3a9aa3", "#b14a86", "#6d6d6d")
_DASHES = ("", "7 4", "2 4", "10 3 2 3", "14 5", "4 2", "1 3", "12 3 3 3 3 3")
_WIDTH, _HEIGHT, _RADIUS = 800.0, 430.0, 165.0
_LINE, _LINES = 25, 2
"""Letters on a line of a name, and lines of one."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place on the picture."""

    x: float
    y: float


def picture(scenario: Scenario, network: Network) -> str:
    """Return a structure as a figure of HTML with the drawing and its key; empty where there are too many actors.

    Numbered actors, such as 29 districts, are one spot with their number beside the name.
    """
    spots = dict(zip(_drawn(scenario, network), _round(len(_drawn(scenario, network))), strict=True))
    if not 1 < len(spots) <= MOST_ACTORS:
        return ""
    at = {actor: spots[name] for name, actors in _drawn(scenario, network).items() for actor in actors}
    channels = list(dict.fromkeys(way.channel for way in network.ways))
    title = f"{html(scenario.title_of('structures', network.structure))}: who reaches whom, by which channel"
    return "\n".join([
        '<figure class="structure">',
        '<div class="wide" tabindex="0">',
        f'<svg viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" aria-label="{title}" xmlns="http://www.w3.org/2000/svg">',
        *dict.fromkeys(_lines(network, at, channels)),
        *_actors(scenario, network, spots),
        "</svg>",
        "</div>",
        "<figcaption>",
        *_key(scenario, channels),
        "</figcaption>",
        "</figure>",
    ])


def _drawn(scenario: Scenario, network: Network) -> Mapping[str, Sequence[str]]:
    """Return by name of a spot the linked actors that stand there: one, or all that are copies of one."""
    # They keep the scenario's order, so that pictures of two structures can be laid side by side.
    linked = {actor for way in network.ways for actor in (way.sender, way.receiver)}
    spots: dict[str, list[str]] = {}
    for actor, words in scenario.actors.items():
        if actor in linked:
            spots.setdefault(words.copy_of or actor, []).append(actor)
    return {name: tuple(actors) for name, actors in spots.items()}


def _round(number: int) -> Iterator[_Spot]:
    for place in range(number):
        angle = 2 * pi * place / number - pi / 2
        yield _Spot(_WIDTH / 2 + 1.25 * _RADIUS * cos(angle), _HEIGHT / 2 + _RADIUS * sin(angle))


def _lines(network: Network, spots: Mapping[str, _Spot], channels: Sequence[str]) -> Iterator[str]:
    for bundle in bundles(network):
        channel = channels.index(bundle.terms.channel)
        for body in bundle.bodies:
            yield from _body(list(dict.fromkeys(spots[actor] for actor in body)), channel)
        for one, other in bundle.two_way:
            if spots[one] != spots[other]:
                yield _line(spots[one], spots[other], channel)
        for sender, receiver in bundle.one_way:
            if spots[sender] != spots[receiver]:
                yield _line(spots[sender], spots[receiver], channel)
                yield _arrow(spots[sender], spots[receiver], channel)


def _style(channel: int) -> str:
    dash = _DASHES[channel % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{_COLOURS[channel % len(_COLOURS)]}" stroke-width="1.6"{dashed} fill="none"'


def _body(around: Sequence[_Spot], channel: int) -> Iterator[str]:
    """Draw those who all reach each other around a table, which stands aside from others' by its channel."""
    x = sum(spot.x for spot in around) / len(around) + 14 * (channel % 3 - 1)
    y = sum(spot.y for spot in around) / len(around) + 14 * (channel // 3 % 3 - 1)
    for spot in around:
        yield f'<path d="M{x:.0f} {y:.0f}L{spot.x:.0f} {spot.y:.0f}" {_style(channel)}/>'
    colour = _COLOURS[channel % len(_COLOURS)]
    yield f'<circle cx="{x:.0f}" cy="{y:.0f}" r="9" fill="{colour}"/>'


def _line(one: _Spot, other: _Spot, channel: int) -> str:
    middle = _bent(one, other, channel)
    return (
        f'<path d="M{one.x:.0f} {one.y:.0f}Q{middle.x:.0f} {middle.y:.0f} {other.x:.0f} {other.y:.0f}" '
        f"{_style(channel)}/>"
    )


def _bent(one: _Spot, other: _Spot, channel: int) -> _Spot:
    """Return where a line is bent to, so that two channels between the same two can be told apart."""
    first, second = sorted((one, other), key=lambda spot: (spot.x, spot.y))
    bend = 0.06 * (channel % 5 - 1)
    return _Spot(
        (first.x + second.x) / 2 - bend * (second.y - first.y),
        (first.y + second.y) / 2 + bend * (second.x - first.x),
    )


def _arrow(sender: _Spot, receiver: _Spot, channel: int) -> str:
    """Draw the head of an arrow two thirds of the way."""
    middle, far = _bent(sender, receiver, channel), 0.66
    x = (1 - far) ** 2 * sender.x + 2 * far * (1 - far) * middle.x + far**2 * receiver.x
    y = (1 - far) ** 2 * sender.y + 2 * far * (1 - far) * middle.y + far**2 * receiver.y
    length = max(1.0, ((receiver.x - sender.x) ** 2 + (receiver.y - sender.y) ** 2) ** 0.5)
    dx, dy = (receiver.x - sender.x) / length * 9, (receiver.y - sender.y) / length * 9
    points = f"{x + dx:.0f},{y + dy:.0f} {x - dy / 2:.0f},{y + dx / 2:.0f} {x + dy / 2:.0f},{y - dx / 2:.0f}"
    return f'<polygon points="{points}" fill="{_COLOURS[channel % len(_COLOURS)]}"/>'


def _actors(scenario: Scenario, network: Network, spots: Mapping[str, _Spot]) -> Iterator[str]:
    drawn, small = _drawn(scenario, network), len(spots) > 24
    for name, spot in spots.items():
        title = scenario.title_of("actors", drawn[name][0])
        number = len(drawn[name])
        yield f'<circle class="actor" cx="{spot.x:.0f}" cy="{spot.y:.0f}" r="{4 if small else 6}"/>'
        yield _name(_of_all(title, number), spot, small=small)


def _of_all(title: str, number: int) -> str:
    """Return the title of so many numbered actors, of whom the first is known: `District 1` is `District (29)`."""
    return f"{title.rstrip(' 0123456789')} ({number})" if number > 1 else title


def _name(title: str, spot: _Spot, *, small: bool) -> str:
    off = (spot.x - _WIDTH / 2) / (1.25 * _RADIUS)
    anchor = "middle" if abs(off) < 0.15 else "start" if off > 0 else "end"
    size = 10 if small else 13
    lines = wrap(title, _LINE, max_lines=_LINES, placeholder="…") or ["?"]
    x = spot.x + (0 if anchor == "middle" else 11 if off > 0 else -11)
    y = spot.y + (5 - (len(lines) - 1) * size * 0.55)
    if anchor == "middle":
        y = spot.y + (21 if spot.y > _HEIGHT / 2 else -11 - (len(lines) - 1) * size * 1.1)
    spans = (
        f'<tspan x="{x:.0f}" y="{y + number * size * 1.1:.0f}">{html(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text font-size="{size}" text-anchor="{anchor}">{"".join(spans)}</text>'


def _key(scenario: Scenario, channels: Sequence[str]) -> Iterator[str]:
    for number, channel in enumerate(channels):
        line = f'<svg viewBox="0 0 40 8" width="40" height="8" aria-hidden="true"><path d="M0 4H40" {_style(number)}/></svg>'
        yield f"<span>{line} {html(scenario.title_of('channels', channel))}</span>"
