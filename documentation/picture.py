"""A structure as a picture: partners around an oval, a line for each two who reach each other, a colour for each channel.

It is drawn in the page itself and needs no network and no script; titles are those of the scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from documentation.layout import MIDDLE, MOST_ACTORS, WIDTH, Layout, Spot
from documentation.words import html
from tabletop.structures import Network
from tabletop.structures.bundles import bundles

SIZE = 13
"""The size of a name, in the picture's own units."""
_LINE, _LINES = 25, 2
"""Letters on a line of a name, and lines of one."""
_APART = 26.0
"""How far apart two tables stand."""


def picture(layout: Layout, structure: str) -> str:
    """Return a structure as a figure of HTML with the drawing and its key; empty where there are too many actors."""
    if not fits(layout):
        return ""
    network = layout.networks[structure]
    title = f"{html(layout.scenario.title_of('structures', structure))}: who reaches whom, by which channel"
    return "\n".join([
        '<figure class="structure">',
        '<div class="wide" tabindex="0">',
        f'<svg viewBox="0 0 {WIDTH:g} {layout.height:g}" role="img" aria-label="{title}" xmlns="http://www.w3.org/2000/svg">',
        *lines(layout, network),
        *partners(layout, network, named=True),
        "</svg>",
        "</div>",
        "<figcaption>",
        *_key(layout, used(layout, network)),
        "</figcaption>",
        "</figure>",
    ])


def fits(layout: Layout) -> bool:
    """Return whether the partners are so many that a picture shows something, and no more."""
    return 1 < len(layout.actors) <= MOST_ACTORS


def used(layout: Layout, network: Network) -> tuple[str, ...]:
    """Return the channels of a structure, in the scenario's order."""
    ways = {way.channel for way in network.ways}
    return tuple(channel for channel in layout.channels if channel in ways)


def style(layout: Layout, channel: str) -> str:
    """Return the attributes of a line."""
    dashes = layout.dashes(channel)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{layout.colour(channel)}" stroke-width="1.6"{dashed} fill="none"'


def lines(layout: Layout, network: Network) -> Iterator[str]:
    """Yield one path for all lines of a channel, then the tables and the heads of arrows."""
    strokes: dict[str, dict[str, None]] = {channel: {} for channel in used(layout, network)}
    marks: dict[str, None] = {}
    tables: list[Spot] = []
    for bundle in bundles(network):
        channel = bundle.terms.channel
        for body in bundle.bodies:
            around = list(dict.fromkeys(layout.spots[actor] for actor in body))
            tables.append(_table(around, tables))
            strokes[channel] |= dict.fromkeys(_straight(tables[-1], spot) for spot in around)
            marks[f'<circle {_at(tables[-1])} r="9" fill="{layout.colour(channel)}"/>'] = None
        for pair in (*bundle.two_way, *bundle.one_way):
            one, other = (layout.spots[actor] for actor in pair)
            if one == other:
                continue
            middle = _bent(one, other, layout.channels.index(channel))
            strokes[channel][f"M{_xy(one)}Q{_xy(middle)} {_xy(other)}"] = None
            if pair in bundle.one_way:
                marks[f'<polygon points="{_arrow(one, middle, other)}" fill="{layout.colour(channel)}"/>'] = (
                    None
                )
    for channel, drawn in strokes.items():
        if drawn:
            yield f'<path d="{"".join(drawn)}" {style(layout, channel)}/>'
    yield from marks


def _table(around: Sequence[Spot], others: Sequence[Spot]) -> Spot:
    """Return where those sit who all reach each other: amid them, and not on top of another table."""
    x = sum(spot.x for spot in around) / len(around)
    y = sum(spot.y for spot in around) / len(around)
    while any(abs(x - other.x) < _APART and abs(y - other.y) < _APART for other in others):
        x += _APART
    return Spot(x, y)


def _at(spot: Spot) -> str:
    return f'cx="{spot.x:.0f}" cy="{spot.y:.0f}"'


def _xy(spot: Spot) -> str:
    return f"{spot.x:.0f} {spot.y:.0f}"


def _straight(table: Spot, spot: Spot) -> str:
    return f"M{_xy(table)}L{_xy(spot)}"


def _bent(one: Spot, other: Spot, channel: int) -> Spot:
    """Return where a line is bent to, so that two channels between the same two can be told apart."""
    first, second = sorted((one, other), key=lambda spot: (spot.x, spot.y))
    bend = 0.06 * (channel % 5 - 1)
    return Spot(
        (first.x + second.x) / 2 - bend * (second.y - first.y),
        (first.y + second.y) / 2 + bend * (second.x - first.x),
    )


def _arrow(sender: Spot, middle: Spot, receiver: Spot) -> str:
    """Return the corners of the head of an arrow two thirds of the way."""
    far = 0.66
    x = (1 - far) ** 2 * sender.x + 2 * far * (1 - far) * middle.x + far**2 * receiver.x
    y = (1 - far) ** 2 * sender.y + 2 * far * (1 - far) * middle.y + far**2 * receiver.y
    length = max(1.0, ((receiver.x - sender.x) ** 2 + (receiver.y - sender.y) ** 2) ** 0.5)
    dx, dy = (receiver.x - sender.x) / length * 9, (receiver.y - sender.y) / length * 9
    return f"{x + dx:.0f},{y + dy:.0f} {x - dy / 2:.0f},{y + dx / 2:.0f} {x + dy / 2:.0f},{y - dx / 2:.0f}"


def partners(layout: Layout, network: Network, *, named: bool) -> Iterator[str]:
    """Yield the partners, with or without their names; one that this structure leaves out is drawn faintly."""
    linked = {actor for way in network.ways for actor in (way.sender, way.receiver)}
    for name, actors in layout.actors.items():
        alone = "" if linked.intersection(actors) else " alone"
        spot = layout.spots[actors[0]]
        yield f'<circle class="actor{alone}" {_at(spot)} r="6"/>'
        if named:
            yield _name(layout.title(name), spot, alone)


def _name(title: str, spot: Spot, alone: str) -> str:
    right = spot.x > MIDDLE
    said = wrap(title, _LINE, max_lines=_LINES, placeholder="…") or ["?"]
    x = spot.x + (11 if right else -11)
    y = spot.y + 5 - (len(said) - 1) * SIZE * 0.55
    spans = (
        f'<tspan x="{x:.0f}" y="{y + number * SIZE * 1.1:.0f}">{html(line)}</tspan>'
        for number, line in enumerate(said)
    )
    anchor = "start" if right else "end"
    return f'<text class="name{alone}" font-size="{SIZE}" text-anchor="{anchor}">{"".join(spans)}</text>'


def _key(layout: Layout, channels: Sequence[str]) -> Iterator[str]:
    for channel in channels:
        line = (
            '<svg viewBox="0 0 40 8" width="40" height="8" aria-hidden="true">'
            f'<path d="M0 4H40" {style(layout, channel)}/></svg>'
        )
        yield f"<span>{line} {html(layout.scenario.title_of('channels', channel))}</span>"
