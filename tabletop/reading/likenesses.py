"""What an entry need not say: `like: school` takes another actor's fields, `defaults` those of its whole part.

"All partners work from eight to four unless they say otherwise" stands once in the file, and in every actor of the
scenario; each part still remembers the line it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tabletop.errors import Problem
from tabletop.reading.fields import SECTIONS, annotation_at, fits
from tabletop.reading.gathering import said
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import MappingNode, Node, Scalar, plain
from tabletop.reading.places import entries_of, problem_at, written

_BUT = ("copies", "like")
"""Keys that an actor does not take from the one it is like."""


def with_likenesses(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    """Return the tree in which every actor with `like` has the other's fields, and that one's likeness in turn."""
    actors = dict(entries_of(tree, "actors"))
    if not any("like" in actor.entries for actor in actors.values()):
        return tree
    whole: dict[str, MappingNode] = {}
    for id_ in actors:
        for each in reversed(_line(id_, actors, whole, problems=problems)):
            usual = whole.get(_other(actors[each]) or "")
            own = _without_like(actors[each])
            whole[each] = own if usual is None else beside(own, usual, but=_BUT)
    section = tree.entries["actors"]
    assert isinstance(section, MappingNode)
    changed = replace(section, entries={id_: whole.get(id_, entry) for id_, entry in section.entries.items()})
    return replace(tree, entries={**tree.entries, "actors": changed})


def _line(
    id_: str, actors: dict[str, MappingNode], whole: dict[str, MappingNode], *, problems: list[Problem]
) -> list[str]:
    """Return an actor, the one it is like and so on, up to one that is whole or like nobody."""
    line: dict[str, None] = {}
    while id_ not in whole and id_ not in line:
        line[id_] = None
        like = actors[id_].entries.get("like")
        if like is None:
            break
        other = _other(actors[id_])
        if other not in actors:
            meant = nearest(other or "", actors)
            what = f"there is no actor {said(other or written(like))}"
            remedy = f"did you mean {meant!r}?" if meant else "name another actor"
            problems.append(problem_at(like.mark, ("actors", id_, "like"), what, remedy=remedy))
            break
        if other in line:
            what = "the actors are like each other in a circle"
            remedy = "let one of them say for itself what it is"
            problems.append(problem_at(like.mark, ("actors", id_, "like"), what, remedy=remedy))
        id_ = other
    return list(line)


def _other(actor: MappingNode) -> str | None:
    like = actor.entries.get("like")
    return like.value if isinstance(like, Scalar) and isinstance(like.value, str) else None


def _without_like(actor: MappingNode) -> MappingNode:
    entries = {key: value for key, value in actor.entries.items() if key != "like"}
    return replace(actor, entries=entries, key_marks={key: actor.key_marks[key] for key in entries})


def beside(entry: MappingNode, usual: MappingNode, *, but: tuple[str, ...] = ()) -> MappingNode:
    """Return an entry with the keys of a usual one that it does not write itself."""
    more = {key: value for key, value in usual.entries.items() if key not in entry.entries and key not in but}
    if not more:
        return entry
    marks = {key: usual.key_marks[key] for key in more}
    return replace(entry, entries={**entry.entries, **more}, key_marks={**entry.key_marks, **marks})


def with_defaults(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    """Return the tree in which each entry has the defaults of its part, and `defaults` itself is gone."""
    defaults = tree.entries.get("defaults")
    if defaults is None:
        return tree
    entries = {key: entry for key, entry in tree.entries.items() if key != "defaults"}
    if not isinstance(defaults, MappingNode):
        what = f"expected parts with their fields, such as `actors:`, got {said(plain(defaults))}"
        problems.append(problem_at(tree.key_marks["defaults"], ("defaults",), what))
        return replace(tree, entries=entries)
    for part, usual in defaults.entries.items():
        mark = defaults.key_marks[part]
        if part not in SECTIONS:
            meant = nearest(part, SECTIONS)
            remedy = f"did you mean {meant!r}?" if meant else f"there are {', '.join(SECTIONS)}"
            problems.append(problem_at(mark, ("defaults",), f"there is no part {said(part)}", remedy=remedy))
        elif not isinstance(usual, MappingNode):
            what = f"expected fields of an entry, got {said(plain(usual))}"
            problems.append(problem_at(mark, ("defaults", part), what))
        else:
            entries |= _with_usual(part, tree.entries.get(part), usual)
            problems += _unused(tree, part, usual)
    return replace(tree, entries=entries)


def _with_usual(part: str, section: Node | None, usual: MappingNode) -> dict[str, Node]:
    if not isinstance(section, MappingNode):
        return {}
    entries = {
        id_: beside(entry, usual) if isinstance(entry := _mapping(each), MappingNode) else each
        for id_, each in section.entries.items()
    }
    return {part: replace(section, entries=entries)}


def _mapping(entry: Node) -> Node:
    """Return an entry of which nothing is written as one without keys: `trust:` is `trust: {}`."""
    if isinstance(entry, Scalar) and entry.value is None:
        return MappingNode({}, {}, entry.mark)
    return entry


def _unused(tree: MappingNode, part: str, usual: MappingNode) -> Iterator[Problem]:
    """Yield what is wrong with the defaults that no entry takes, which the models never see."""
    section = tree.entries.get(part)
    entries = section.entries.values() if isinstance(section, MappingNode) else ()
    mappings = [entry for each in entries if isinstance(entry := _mapping(each), MappingNode)]
    for key, value in usual.entries.items():
        taken = any(key not in entry.entries for entry in mappings)
        annotation = annotation_at(tree, (part, "usual", key))
        if not taken and part != "barriers" and not (annotation and fits(annotation, plain(value))):
            what = f"{said(key)} cannot be {said(plain(value))}" if annotation else f"unknown key {said(key)}"
            yield problem_at(usual.key_marks[key], ("defaults", part), what)
