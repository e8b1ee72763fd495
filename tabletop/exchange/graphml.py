"""A structure as GraphML, which network programs read, and such a file as links of a scenario.

The file is read as a stream of tags that may declare nothing: no document types, no entities, so that nothing in it can
grow. networkx is not asked, since it would forget the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from tabletop.errors import Problem
from tabletop.exchange.diagram import Connection, Diagram
from tabletop.exchange.links import FoundLink, FoundLinks, link_of

_NODE_KEYS = ("label", "sector")
_EDGE_KEYS = ("channel", "carries", "for", "else", "after")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBERED = re.compile(r"n?\d+")
_NAMES = ("actor", "label", "name")


def as_graphml(diagram: Diagram) -> str:
    """Return a structure as a directed graph whose nodes are the actors' ids; parallel links are edges of their own."""
    return "\n".join(_written(diagram)) + "\n"


def _written(diagram: Diagram) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for sort, names in (("graph", ("title", "marking")), ("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name in names:
            yield f'  <key id="{sort}_{name}" for="{sort}" attr.name="{name}" attr.type="string"/>'
    yield f'  <graph id="{_safe(diagram.id)}" edgedefault="directed">'
    yield from _data("graph", {"title": diagram.title, "marking": diagram.marking}, margin="    ")
    for actor, title in diagram.actors.items():
        yield f'    <node id="{_safe(actor)}">'
        yield from _data("node", {"label": title, "sector": diagram.sectors.get(actor, "")}, margin="      ")
        yield "    </node>"
    for number, each in enumerate(diagram.connections):
        yield f'    <edge id="e{number}" source="{_safe(each.sender)}" target="{_safe(each.receiver)}">'
        yield from _data("edge", _terms(each), margin="      ")
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _terms(connection: Connection) -> Mapping[str, str]:
    terms = (connection.channel, " ".join(connection.carries), connection.meant_for)
    return dict(zip(_EDGE_KEYS, (*terms, connection.otherwise, connection.after), strict=True))


def _data(sort: str, said: Mapping[str, str], *, margin: str) -> Iterator[str]:
    for name, text in said.items():
        if text:
            yield f'{margin}<data key="{sort}_{name}">{_safe(text)}</data>'


def _safe(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text), quote=True)


def links_in_graphml(content: bytes, name: str) -> FoundLinks:
    """Return the edges of a graph as links, and what is wrong with the file.

    An edge needs `channel` among its data; `carries`, `for`, `else` and `after` may stand there too. Its ends are the
    ids of its nodes; where those are only numbers, what the nodes are called.
    """
    tags = _Tags()
    try:
        tags.read(content)
    except expat.ExpatError as error:
        what = f"is no well-formed GraphML: {expat.ErrorString(error.code)}"
        return FoundLinks((), (Problem(name, error.lineno, error.offset + 1, "", what),))
    except (LookupError, ValueError) as error:
        return FoundLinks(
            (), (Problem(name, 0, 0, "", f"is in a code that is not read: {error}", "save it as UTF-8"),)
        )
    except _RefusedError as error:
        return FoundLinks((), (Problem(name, error.line, 1, "", str(error)),))
    links = [link_of(edge.said(tags), name=name, line=edge.line) for edge in tags.edges]
    problems = tuple(each for each in links if isinstance(each, Problem))
    return FoundLinks(tuple(each for each in links if isinstance(each, FoundLink)), problems)


class _RefusedError(Exception):
    """The file holds what is not read here."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


@dataclass
class _Part:
    """A node or an edge."""

    attributes: Mapping[str, str]
    line: int
    data: dict[str, str] = field(default_factory=dict)

    def said(self, tags: _Tags) -> Mapping[str, str]:
        """Return what an edge says, in the words of a link."""
        ends = {
            key: tags.actor(self.attributes.get(end, ""))
            for key, end in (("from", "source"), ("to", "target"))
        }
        directed = self.attributes.get("directed", "true" if tags.directed else "false")
        said = {key: self.data.get(key, "") for key in (*_EDGE_KEYS, "two_way")}
        return {**said, **ends, "two_way": "yes" if directed != "true" else said["two_way"]}


class _Tags:
    """What the tags of a file say, in the order in which they come."""

    def __init__(self) -> None:
        self.nodes: dict[str, _Part] = {}
        self.edges: list[_Part] = []
        self.directed = True
        self._names: dict[str, str] = {}
        self._part: _Part | None = None
        self._key = ""
        self._text: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_declaration
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self, content: bytes) -> None:
        self._parser.Parse(content, True)

    def actor(self, node: str) -> str:
        """Return whom a node stands for: its id, or what it is called when that is only a number."""
        data = self.nodes[node].data if node in self.nodes else {}
        called = [data[key].strip() for key in _NAMES if data.get(key, "").strip()]
        if "actor" in data:
            return data["actor"].strip()
        return called[0] if called and _NUMBERED.fullmatch(node) else node

    def _refuse_declaration(self, *_declared: object) -> None:
        what = "declares a document type, which is not read here; remove the line that begins with <!DOCTYPE"
        raise _RefusedError(what, self._parser.CurrentLineNumber)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        match tag.rpartition(":")[2]:
            case "graph":
                self.directed = attributes.get("edgedefault") != "undirected"
            case "key":
                self._names[attributes.get("id", "")] = attributes.get(
                    "attr.name", attributes.get("id", "")
                ).casefold()
            case "node":
                self._part = _Part(attributes, line)
                self.nodes[attributes.get("id", "")] = self._part
            case "edge":
                self._part = _Part(attributes, line)
                self.edges.append(self._part)
            case "hyperedge":
                msg = "an edge between more than two (hyperedge) is not read here; link them two by two"
                raise _RefusedError(msg, line)
            case "data":
                self._key, self._text = attributes.get("key", ""), []
            case _:
                pass

    def _characters(self, text: str) -> None:
        if self._key:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        match tag.rpartition(":")[2]:
            case "data":
                if self._part is not None:
                    name = self._names.get(self._key, self._key.casefold())
                    self._part.data[name] = " ".join("".join(self._text).split())
                self._key = ""
            case "node" | "edge":
                self._part = None
            case _:
                pass
