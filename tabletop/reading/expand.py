"""Short ways of writing, written out: `defaults`, `like`, `copies`, guesses and the shorthands of barriers.

"29 districts, all like this one" is one entry of the file and 29 actors of the scenario; each part written out still
remembers the line it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from tabletop.errors import Problem
from tabletop.model.scenario import Guess
from tabletop.reading.limits import MOST_ENTRIES
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import ListNode, MappingNode, Mark, Node, Path, Scalar, find, replaced

GUESS_KEYS = frozenset({"value", "guess", "source"})
"""What a number may say of itself: `{value: 20%, guess: 5% to 40%, source: …}`."""

RESERVED = ("id", "sha256", "applied", "lifted", "guesses")
"""Fields of a scenario that the reader sets; a file cannot."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """A tree with every short way written out."""

    tree: MappingNode
    """What the models are made from."""
    guesses: tuple[Guess, ...]
    """The numbers that say that they are guesses, or name a source."""
    problems: tuple[Problem, ...]
    """What could not be written out."""


def expanded(tree: MappingNode) -> Expanded:
    """Return the tree with defaults, likenesses, copies, guesses and shorthands written out."""
    problems = list(_reserved(tree))
    guesses: list[Guess] = []
    whole = _without_guesses(tree, (), guesses)
    if not isinstance(whole, MappingNode):
        return Expanded(tree, (), tuple(problems))
    steps: tuple[Callable[[MappingNode, list[Problem]], MappingNode], ...] = (
        _with_likenesses,
        _with_defaults,
        _with_inboxes,
        _with_outages,
        _with_copies,
    )
    written_out = reduce(lambda so_far, step: step(so_far, problems), steps, whole)
    return Expanded(written_out, tuple(guesses), tuple(problems))


def problem_at(mark: Mark, path: Path, what: str, *, remedy: str = "") -> Problem:
    """Return a problem at a place of the tree."""
    return Problem(mark.file, mark.line, mark.column, ".".join(map(str, path)), what, remedy)


def _reserved(tree: MappingNode) -> Iterator[Problem]:
    for key in RESERVED:
        if key in tree.entries:
            yield problem_at(
                tree.key_marks[key], (), f"unknown key {key!r}", remedy="the reader sets it; remove it"
            )
    for id_, actor in _parts(tree, "actors"):
        if "copy_of" in actor.entries:
            mark = actor.key_marks["copy_of"]
            yield problem_at(
                mark, ("actors", id_), "unknown key 'copy_of'", remedy="write `copies` with a number"
            )


def _parts(tree: MappingNode, part: str) -> Iterator[tuple[str, MappingNode]]:
    section = tree.entries.get(part)
    if isinstance(section, MappingNode):
        for id_, entry in section.entries.items():
            if isinstance(entry, MappingNode):
                yield id_, entry


# Guesses


def _without_guesses(node: Node, path: Path, found: list[Guess]) -> Node:
    """Put the bare value where a number says that it is a guess, and note the guess."""
    if path[:1] == ("texts",):
        return node
    match node:
        case MappingNode() if len(path) > 1 and _is_guess(node):
            found.append(_guess(node, path))
            return node.entries["value"]
        case MappingNode():
            entries = {
                key: _without_guesses(entry, (*path, key), found) for key, entry in node.entries.items()
            }
            return replace(node, entries=entries)
        case ListNode():
            items = tuple(
                _without_guesses(item, (*path, index), found) for index, item in enumerate(node.items)
            )
            return replace(node, items=items)
        case _:
            return node


def _is_guess(node: MappingNode) -> bool:
    return "value" in node.entries and len(node.entries) > 1 and GUESS_KEYS.issuperset(node.entries)


def _guess(node: MappingNode, path: Path) -> Guess:
    return Guess(
        path=".".join(map(str, path)), **{key: written(entry) for key, entry in node.entries.items()}
    )


def written(node: Node) -> str:
    """Return a part as a person would write it on one line."""
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return "[" + ", ".join(written(item) for item in node.items) + "]"
        case MappingNode():
            return "{" + ", ".join(f"{key}: {written(entry)}" for key, entry in node.entries.items()) + "}"


# Likenesses and defaults


def _beside(entry: MappingNode, usual: MappingNode, *, but: tuple[str, ...] = ()) -> MappingNode:
    """Return an entry with the keys of a usual one that it does not write itself."""
    more = {key: value for key, value in usual.entries.items() if key not in entry.entries and key not in but}
    marks = {key: usual.key_marks[key] for key in more}
    return replace(entry, entries={**entry.entries, **more}, key_marks={**entry.key_marks, **marks})


def _with_likenesses(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    actors = dict(_parts(tree, "actors"))
    for id_, actor in actors.items():
        if "like" in actor.entries:
            tree = _put(tree, ("actors", id_), _like(id_, actors, problems))
    return tree


def _like(id_: str, actors: dict[str, MappingNode], problems: list[Problem]) -> MappingNode:
    """Return an actor with all that the one it is like has, and that one's likeness in turn."""
    actor, seen, other = actors[id_], {id_}, id_
    first = actor
    while "like" in actors[other].entries:
        like = actors[other].entries["like"]
        name = like.value if isinstance(like, Scalar) else None
        path = ("actors", id_, "like")
        if not isinstance(name, str) or name not in actors:
            known = nearest(str(name), actors)
            remedy = f"did you mean {known!r}?" if known else "name another actor"
            problems.append(problem_at(like.mark, path, f"there is no actor {name!r}", remedy=remedy))
            break
        if name in seen:
            problems.append(problem_at(like.mark, path, "the actors are like each other in a circle"))
            break
        seen.add(name)
        other = name
        actor = _beside(actor, actors[other], but=("copies", "like"))
    entries = {key: value for key, value in actor.entries.items() if key != "like"}
    return replace(first, entries=entries, key_marks={key: actor.key_marks[key] for key in entries})


def _with_defaults(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    defaults = tree.entries.get("defaults")
    if defaults is None:
        return tree
    if not isinstance(defaults, MappingNode):
        problems.append(
            problem_at(defaults.mark, ("defaults",), "expected parts such as `actors:` with their fields")
        )
        return tree
    for part, usual in defaults.entries.items():
        section = tree.entries.get(part)
        if not isinstance(usual, MappingNode) or not isinstance(section, MappingNode):
            what = f"there is no part {part!r} with entries to which defaults could apply"
            problems.append(
                problem_at(defaults.key_marks[part], ("defaults", part), what, remedy="name it as at the top")
            )
            continue
        for id_, entry in section.entries.items():
            if isinstance(entry, MappingNode):
                tree = _put(tree, (part, id_), _beside(entry, usual))
    entries = {key: entry for key, entry in tree.entries.items() if key != "defaults"}
    return replace(tree, entries=entries)


def _put(tree: MappingNode, path: Path, entry: Node) -> MappingNode:
    changed = replaced(tree, path, entry)
    return changed if isinstance(changed, MappingNode) else tree


# Shorthands of barriers


def _with_barrier(tree: MappingNode, path: Path, name: str, *, fields: MappingNode) -> MappingNode:
    """Return the tree with a barrier under `path`, unless one of that name is written there."""
    barriers = find(tree, (*path, "barriers"))
    if barriers is None:
        barriers = MappingNode({}, {}, fields.mark)
    if not isinstance(barriers, MappingNode) or name in barriers.entries:
        return tree
    entries = {**barriers.entries, name: fields}
    marks = {**barriers.key_marks, name: fields.mark}
    return _put(tree, (*path, "barriers"), replace(barriers, entries=entries, key_marks=marks))


def _with_inboxes(tree: MappingNode, _: list[Problem]) -> MappingNode:
    for id_, actor in tuple(_parts(tree, "actors")):
        places = actor.entries.get("inbox")
        if isinstance(places, Scalar) and type(places.value) is int and places.value > 0:
            fields = MappingNode({"places": places}, {"places": places.mark}, places.mark)
            tree = _with_barrier(tree, ("actors", id_), "full_inbox", fields=fields)
    return tree


def _with_outages(tree: MappingNode, _: list[Problem]) -> MappingNode:
    for id_, _inject in tuple(_parts(tree, "injects")):
        channel = find(tree, ("injects", id_, "outage", "channel"))
        if isinstance(channel, Scalar) and isinstance(channel.value, str):
            path = ("channels", channel.value)
            if isinstance(find(tree, path), MappingNode):
                tree = _with_barrier(tree, path, "outage", fields=MappingNode({}, {}, channel.mark))
    return tree


# Copies


def _with_copies(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    section = tree.entries.get("actors")
    if not isinstance(section, MappingNode):
        return tree
    entries: dict[str, Node] = {}
    marks: dict[str, Mark] = {}
    for id_, actor in section.entries.items():
        for name, copy in _copies(id_, actor, problems):
            if name in entries:
                problems.append(
                    problem_at(section.key_marks[id_], ("actors", name), "two actors have this id")
                )
            entries[name], marks[name] = copy, section.key_marks[id_]
    return replace(
        tree, entries={**tree.entries, "actors": replace(section, entries=entries, key_marks=marks)}
    )


def _copies(id_: str, actor: Node, problems: list[Problem]) -> Iterator[tuple[str, Node]]:
    if not isinstance(actor, MappingNode) or "copies" not in actor.entries:
        yield id_, actor
        return
    copies, most = actor.entries["copies"], MOST_ENTRIES["actors"]
    count = copies.value if isinstance(copies, Scalar) else None
    if type(count) is not int or not 1 <= count <= most:
        what = f"expected a whole number from 1 to {most:,}, got {written(copies)}"
        problems.append(problem_at(copies.mark, ("actors", id_, "copies"), what))
        return
    for number in range(1, count + 1):
        yield f"{id_}_{number}", _numbered(actor, id_, number)


def _numbered(actor: MappingNode, id_: str, number: int) -> MappingNode:
    entries = {key: entry for key, entry in actor.entries.items() if key != "copies"}
    title = entries.get("title")
    called = title.text if isinstance(title, Scalar) else id_.replace("_", " ")
    entries["title"] = Scalar(f"{called} {number}", actor.mark, f"{called} {number}", plain=True)
    entries["copy_of"] = Scalar(id_, actor.mark, id_, plain=True)
    marks = {key: actor.key_marks.get(key, actor.mark) for key in entries}
    return replace(actor, entries=entries, key_marks=marks)
