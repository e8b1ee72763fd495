"""One scenario on one card, as a file of its own: its first structure with names, the others small beside each other.

Whoever looks through the scenarios sees at a glance that the same eleven partners are a team here, a hub there and a
chain elsewhere. A card brings its own paper, white by day and dark by night, so it can be read on any page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from documentation.layout import MIDDLE, WIDTH, Layout, layout_of
from documentation.picture import fits, lines, partners, style
from documentation.words import html
from tabletop.reading import load, shipped_ids

_HEAD, _FOOT, _IN_A_ROW, _SHARE = 34.0, 20.0, 3, 0.5
_MARGIN, _LETTER, _SAMPLE = 24.0, 7.2, 50.0
"""Of the card, of a letter in the key, and of a line in the key with the space behind it: how wide each is."""
_STYLE = (
    "text{fill:#1a1c1f;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:13px}"
    ".paper{fill:#fff;stroke:#c9ccd1}.actor{fill:#fff;stroke:#1a1c1f;stroke-width:1.6}"
    ".name{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}"
    "circle.alone{stroke-dasharray:2 2}text.alone{opacity:.7}.head{font-weight:600}"
    ".small path{stroke-width:2.4}"
    "@media(prefers-color-scheme:dark){text{fill:#e8eaed}.paper{fill:#1b1d20;stroke:#44484e}"
    ".actor{fill:#1b1d20;stroke:#e8eaed}.name{stroke:#1b1d20}}"
)


def cards() -> Mapping[str, str]:
    """Return the card of every shipped scenario by its file's name."""
    return {f"{id_}.svg": card(layout_of(load(id_))) for id_ in shipped_ids()}


def card(layout: Layout) -> str:
    """Return a scenario's card as an SVG file; empty where there are too many actors for one."""
    if not fits(layout):
        return ""
    first, *others = layout.networks
    key, keyed = _key(layout, _HEAD + layout.height + 4)
    small, height = _small(layout, others, keyed + _FOOT)
    title = html(f"{layout.scenario.title}: who reaches whom in each structure, by which channel")
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:.0f}" role="img">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" x=".5" y=".5" width="{WIDTH - 1:g}" height="{height - 1:.0f}" rx="10"/>',
        _head(layout, first, _MARGIN),
        f'<g transform="translate(0 {_HEAD:g})">',
        *lines(layout, layout.networks[first]),
        *partners(layout, layout.networks[first], named=True),
        "</g>",
        *key,
        *small,
        "</svg>\n",
    ])


def _head(layout: Layout, structure: str, x: float) -> str:
    title = html(layout.scenario.title_of("structures", structure))
    return f'<text class="head" x="{x:g}" y="28">{title}</text>'


def _key(layout: Layout, top: float) -> tuple[list[str], float]:
    """Return the key to the lines, with where it ends."""
    parts, x, y = [], _MARGIN, top
    for channel in layout.channels:
        title = layout.scenario.title_of("channels", channel)
        wide = _SAMPLE + len(title) * _LETTER
        if x + wide > WIDTH - _MARGIN:
            x, y = _MARGIN, y + 22
        parts.append(f'<path d="M{x:.0f} {y:.0f}h38" {style(layout, channel)}/>')
        parts.append(f'<text x="{x + 44:.0f}" y="{y + 4:.0f}">{html(title)}</text>')
        x += wide + 14
    return parts, y + 10


def _small(layout: Layout, structures: Sequence[str], top: float) -> tuple[list[str], float]:
    """Return the other structures without names, three in a row, with where the last row ends."""
    wide, high = WIDTH / _IN_A_ROW, layout.height * _SHARE + 36
    rows = -(-len(structures) // _IN_A_ROW)
    parts = [
        part
        for number, structure in enumerate(structures)
        for part in _one(
            layout, structure, left=number % _IN_A_ROW * wide, top=top + number // _IN_A_ROW * high
        )
    ]
    return parts, top + rows * high + 4


def _one(layout: Layout, structure: str, *, left: float, top: float) -> Iterator[str]:
    middle = left + WIDTH / _IN_A_ROW / 2
    title = wrap(layout.scenario.title_of("structures", structure), 34, max_lines=2, placeholder="…")
    for number, line in enumerate(title):
        yield f'<text class="head" text-anchor="middle" x="{middle:.0f}" y="{top + 12 + 16 * number:.0f}">{html(line)}</text>'
    yield f'<g class="small" transform="translate({middle - MIDDLE * _SHARE:.0f} {top + 30:.0f}) scale({_SHARE:g})">'
    yield from lines(layout, layout.networks[structure])
    yield from partners(layout, layout.networks[structure], named=False)
    yield "</g>"
