"""A structure drawn: in words for a terminal, and in Mermaid for a page that can draw.

`Municipality ↔ Secondary school, Police` under the heading `E-mail` says more at a glance than a table of thirty rows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from textwrap import wrap

from tabletop.model.duration import say_duration
from tabletop.model.scenario import Scenario
from tabletop.structures.bundles import Bundle, Terms, bundles, fans, strands
from tabletop.structures.network import Network

_BOTH, _ONE = "↔", "→"
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_SHARING = {
    "needed": "Information goes to those who need it.",
    "everyone": "Each tells everyone it is linked to.",
}


def as_text(scenario: Scenario, network: Network, *, width: int = 100) -> str:
    """Return who reaches whom by which channel, in lines of at most so many letters (a long name may be longer)."""
    lines = [_SHARING[network.sharing]]
    for bundle in bundles(network):
        lines += _wrapped(_heading(scenario, bundle.terms), width)
        for line in _lines(scenario, bundle):
            lines += _wrapped(line, width, indent="  ")
    alone = _unlinked(scenario, network)
    if alone:
        lines += _wrapped(f"Not linked: {_names(scenario, alone)}", width)
    return "\n".join(lines)


def _wrapped(line: str, width: int, *, indent: str = "") -> list[str]:
    return wrap(
        line,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _heading(scenario: Scenario, terms: Terms) -> str:
    said = [_kinds(scenario, terms)]
    if terms.meant_for is not None:
        said.append(f"meant for what is {terms.meant_for.name}")
    if terms.otherwise is not None and terms.after is not None:
        other = _name(scenario, "channels", terms.otherwise)
        said.append(f"not arrived after {say_duration(terms.after)}: also {other}")
    return f"{_name(scenario, 'channels', terms.channel)} ({'; '.join(said)})"


def _kinds(scenario: Scenario, terms: Terms) -> str:
    named = [_name(scenario, "information", kind) for kind in terms.carries.ids]
    sensitive = ["what is sensitive"] if terms.carries.sensitive else []
    return ", ".join([*named, *sensitive]) or "everything"


def _lines(scenario: Scenario, bundle: Bundle) -> Iterator[str]:
    for body in bundle.bodies:
        yield f"{_names(scenario, body)}: each with each"
    for strand in strands(bundle.two_way):
        if strand.centre:
            yield f"{_names(scenario, [strand.centre])} {_BOTH} {_names(scenario, strand.actors)}"
        else:
            yield f" {_BOTH} ".join(_names(scenario, [actor]) for actor in strand.actors)
    for senders, receivers in fans(bundle.one_way):
        yield f"{_names(scenario, senders)} {_ONE} {_names(scenario, receivers)}"


def _unlinked(scenario: Scenario, network: Network) -> tuple[str, ...]:
    linked = {actor for way in network.ways for actor in way[:2]}
    return tuple(actor for actor in scenario.actors if actor not in linked)


def _names(scenario: Scenario, actors: Iterable[str]) -> str:
    return ", ".join(_name(scenario, "actors", actor) for actor in actors)


def _name(scenario: Scenario, part: str, id_: str) -> str:
    """Return a title on one line; one with Arabic or Hebrew letters is isolated, lest arrows beside it turn round."""
    title = " ".join(scenario.title_of(part, id_).split())
    right_to_left = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in title)
    return f"{_FIRST_STRONG_ISOLATE}{title}{_POP_ISOLATE}" if right_to_left else title


# Mermaid

_ESCAPES = {ord(sign): f"#{ord(sign)};" for sign in '"#&<>`;\\'}


def as_mermaid(scenario: Scenario, network: Network) -> str:
    """Return the structure as a Mermaid flowchart.

    Actors are boxes, arrows bear the channels, and ways both ways are one arrow with two heads. Three or more who
    all reach each other stand around one round node that bears the channel, since their arrows could not be told apart.
    """
    boxes = [f"    {_node(actor)}[{_label(scenario, 'actors', actor)}]" for actor in scenario.actors]
    arrows: dict[tuple[str, str, str], list[str]] = {}
    rounds: list[str] = []
    for bundle in bundles(network):
        channel = bundle.terms.channel
        for body in bundle.bodies:
            rounds += _round(scenario, channel, body, number=sum("((" in line for line in rounds))
        pairs = [*((pair, "<-->") for pair in bundle.two_way), *((pair, "-->") for pair in bundle.one_way)]
        for (one, other), arrow in pairs:
            arrows.setdefault((one, arrow, other), []).append(channel)
    return "\n".join(["flowchart LR", *boxes, *rounds, *_arrows(scenario, arrows)])


def _round(scenario: Scenario, channel: str, body: tuple[str, ...], *, number: int) -> Iterator[str]:
    yield f"    body_{number}(({_label(scenario, 'channels', channel)}))"
    for actor in body:
        yield f"    {_node(actor)} --- body_{number}"


def _arrows(scenario: Scenario, arrows: dict[tuple[str, str, str], list[str]]) -> Iterator[str]:
    for (one, arrow, other), channels in arrows.items():
        label = _label(scenario, "channels", *dict.fromkeys(channels))
        yield f"    {_node(one)} {arrow}|{label}| {_node(other)}"


def _node(actor: str) -> str:
    """Return a node's id; the prefix keeps an actor called `end` or `style` from being read as a word of Mermaid."""
    return f"actor_{actor}"


def _label(scenario: Scenario, part: str, *ids: str) -> str:
    """Return titles in quotes, with every sign that Mermaid or HTML would read as its own written as a number."""
    titles = (" ".join(scenario.title_of(part, id_).split()) for id_ in ids)
    return f'"{", ".join(titles).translate(_ESCAPES)}"'
