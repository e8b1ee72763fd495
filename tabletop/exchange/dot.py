"""A structure in the language of Graphviz, for who wants to lay it out anew."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.exchange.diagram import Diagram


def as_dot(diagram: Diagram) -> str:
    """Return a structure as a DOT graph: actors by their titles, arrows by their channels."""
    return "\n".join(_lines(diagram)) + "\n"


def _lines(diagram: Diagram) -> Iterator[str]:
    yield f"digraph {_quoted(diagram.id)} {{"
    yield f"    graph [label={_quoted(f'{diagram.title} · {diagram.marking}')}, labelloc=t];"
    yield "    node [shape=box];"
    for actor, title in diagram.actors.items():
        yield f"    {_quoted(actor)} [label={_quoted(title)}];"
    for each in diagram.pairs():
        label = _quoted(diagram.channels.get(each.channel, each.channel))
        both = ", dir=both" if each.two_way else ""
        yield f"    {_quoted(each.sender)} -> {_quoted(each.receiver)} [label={label}{both}];"
    yield "}"


def _quoted(text: str) -> str:
    """Return a text in quotes on one line, in which nothing is read as an escape."""
    on_one_line = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{on_one_line}"'
