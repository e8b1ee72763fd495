"""Short ways of writing a barrier, written out: a full inbox, an outage that an inject brings, a role among pairs.

`inbox: 10` is the barrier `full_inbox` with ten places; a channel that an inject breaks gets the barrier that holds
what comes meanwhile; and `pairs: [{from: coordinator, …}]` means whoever holds that role.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tabletop.barriers import BARRIERS
from tabletop.errors import Problem
from tabletop.reading.gathering import said
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import ListNode, MappingNode, Node, Path, Scalar, find, plain, replaced
from tabletop.reading.places import entries_of, problem_at

Change = Callable[[Path, MappingNode], MappingNode]
"""From the barriers at a path to others in their stead."""


def with_inboxes(tree: MappingNode, _problems: list[Problem]) -> MappingNode:
    """Return the tree in which each actor's `inbox` is a barrier too."""
    section, changed = tree.entries.get("actors"), {}
    for id_, actor in entries_of(tree, "actors"):
        places = actor.entries.get("inbox")
        if isinstance(places, Scalar) and type(places.value) is int and places.value > 0:
            fields = MappingNode({"places": places}, {"places": actor.key_marks["inbox"]}, places.mark)
            changed[id_] = _with_barrier(actor, "full_inbox", fields)
    if not changed or not isinstance(section, MappingNode):
        return tree
    actors = replace(section, entries={**section.entries, **changed})
    return replace(tree, entries={**tree.entries, "actors": actors})


def with_outages(tree: MappingNode, _problems: list[Problem]) -> MappingNode:
    """Return the tree in which each channel that an inject breaks can be broken."""
    section = tree.entries.get("channels")
    if not isinstance(section, MappingNode):
        return tree
    channels = dict(section.entries)
    for id_, _inject in entries_of(tree, "injects"):
        named = find(tree, ("injects", id_, "outage", "channel"))
        channel = channels.get(str(named.value)) if isinstance(named, Scalar) else None
        if isinstance(named, Scalar) and isinstance(channel, MappingNode):
            channels[str(named.value)] = _breakable(tree, channel, named)
    return replace(tree, entries={**tree.entries, "channels": replace(section, entries=channels)})


def _breakable(tree: MappingNode, channel: MappingNode, named: Scalar) -> MappingNode:
    """Return a channel that an outage can hold, without hiding the planned outages of the scenario or of an actor."""
    everywhere = find(tree, ("barriers", _OUTAGE))
    if everywhere is not None and not _leaves_out(everywhere, named.value):
        if isinstance(everywhere, Scalar) or not _CHOOSING.intersection(_keys(everywhere)):
            return channel
        return _with_barrier(channel, _BY_INJECT, _outage_at(named))
    if any(find(actor, ("barriers", _OUTAGE)) is not None for _, actor in entries_of(tree, "actors")):
        return _with_barrier(channel, _BY_INJECT, _outage_at(named))
    return _with_barrier(channel, _OUTAGE, MappingNode({}, {}, named.mark))


_OUTAGE = "outage"

_BY_INJECT = "broken_by_inject"
"""The name of the implied barrier where `outage` would hide one that is written elsewhere: different names add up."""

_CHOOSING = frozenset({"from", "to", "between", "kinds"})
"""The keys by which a barrier of the whole scenario leaves out some of the hand-offs over a channel."""


def _keys(entry: Node) -> Mapping[str, Node]:
    return entry.entries if isinstance(entry, MappingNode) else {}


def _leaves_out(entry: Node, channel: object) -> bool:
    """Tell whether a barrier names channels, and not this one."""
    named = _keys(entry).get("channel")
    texts = () if named is None else named.items if isinstance(named, ListNode) else (named,)
    return bool(texts) and not any(isinstance(text, Scalar) and text.value == channel for text in texts)


def _outage_at(named: Scalar) -> MappingNode:
    return MappingNode(
        {"kind": replace(named, value=_OUTAGE, text=_OUTAGE)}, {"kind": named.mark}, named.mark
    )


def _with_barrier(owner: MappingNode, name: str, fields: MappingNode) -> MappingNode:
    """Return an actor or a channel with a barrier, unless one of that name is written there."""
    barriers = owner.entries.get("barriers", MappingNode({}, {}, fields.mark))
    if not isinstance(barriers, MappingNode) or name in barriers.entries:
        return owner
    entries, marks = {**barriers.entries, name: fields}, {**barriers.key_marks, name: fields.mark}
    more = replace(barriers, entries=entries, key_marks=marks)
    owner_marks = {"barriers": fields.mark, **owner.key_marks}
    return replace(owner, entries={**owner.entries, "barriers": more}, key_marks=owner_marks)


def with_known_kinds(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    """Return the tree without the barriers of which there is no such kind; each is a problem."""

    def known(path: Path, barriers: MappingNode) -> MappingNode:
        found = {name: _no_kind(name, entry) for name, entry in barriers.entries.items()}
        for name, what in found.items():
            if what:
                remedy = _remedy(_kind(name, barriers.entries[name]))
                problems.append(problem_at(barriers.key_marks[name], (*path, name), what, remedy=remedy))
        entries = {name: entry for name, entry in barriers.entries.items() if not found[name]}
        return barriers if len(entries) == len(found) else replace(barriers, entries=entries)

    return _in_all_barriers(tree, known)


def _remedy(kind: object) -> str:
    if isinstance(kind, str) and kind in BARRIERS:
        return "give it a name of its own"
    meant = nearest(str(kind), BARRIERS)
    return f"did you mean {meant!r}?" if meant else f"there are {', '.join(BARRIERS)}"


def _kind(name: str, entry: Node) -> object:
    named = entry.entries.get("kind") if isinstance(entry, MappingNode) else None
    return name if named is None else plain(named)


def _no_kind(name: str, entry: Node) -> str:
    """Return what is wrong with the kind of a barrier; nothing when it is in order."""
    kind = _kind(name, entry)
    if not isinstance(kind, str):
        return f"`kind` names a kind of barrier, and here it is {said(kind)}"
    if kind not in BARRIERS:
        return f"there is no kind of barrier {said(kind)}"
    return f"{said(name)} is the name of another kind of barrier" if name in BARRIERS and name != kind else ""


def with_holders(tree: MappingNode, _problems: list[Problem]) -> MappingNode:
    """Return the tree in which the pairs of barriers name the holders of a role in place of the role."""
    held = {
        id_: tuple(item for item in (by.items if isinstance(by, ListNode) else (by,)))
        for id_, role in entries_of(tree, "roles")
        if (by := role.entries.get("held_by")) is not None
    }
    if not held:
        return tree

    def held_by_actors(_path: Path, barriers: MappingNode) -> MappingNode:
        entries = {name: _of_pairs(entry, held) for name, entry in barriers.entries.items()}
        same = all(entry is barriers.entries[name] for name, entry in entries.items())
        return barriers if same else replace(barriers, entries=entries)

    return _in_all_barriers(tree, held_by_actors)


def _of_pairs(barrier: Node, held: Mapping[str, tuple[Node, ...]]) -> Node:
    if not isinstance(barrier, MappingNode):
        return barrier
    changed = {
        key: replace(pairs, items=tuple(_ends(pair, held) for pair in pairs.items))
        for key, pairs in barrier.entries.items()
        if isinstance(pairs, ListNode) and any(isinstance(pair, MappingNode) for pair in pairs.items)
    }
    return replace(barrier, entries={**barrier.entries, **changed}) if changed else barrier


def _ends(pair: Node, held: Mapping[str, tuple[Node, ...]]) -> Node:
    if not isinstance(pair, MappingNode):
        return pair
    entries = {key: _actors(end, held) if key in ("from", "to") else end for key, end in pair.entries.items()}
    return replace(pair, entries=entries)


def _actors(end: Node, held: Mapping[str, tuple[Node, ...]]) -> Node:
    """Return the names of an end of a pair, with the holders in place of a role."""
    names = end.items if isinstance(end, ListNode) else (end,)
    if not any(isinstance(name, Scalar) and name.text in held for name in names):
        return end
    actors = (
        actor
        for name in names
        for actor in (held.get(name.text, (name,)) if isinstance(name, Scalar) else (name,))
    )
    return ListNode(tuple(actors), end.mark)


def _in_all_barriers(tree: MappingNode, change: Change) -> MappingNode:
    """Return the tree with other barriers wherever barriers are declared."""
    whole: Node = tree
    for path in tuple(_places(tree)):
        barriers = find(tree, path)
        if isinstance(barriers, MappingNode):
            changed = change(path, barriers)
            whole = whole if changed is barriers else replaced(whole, path, changed)
    return whole if isinstance(whole, MappingNode) else tree


def _places(tree: MappingNode) -> Iterator[Path]:
    yield ("barriers",)
    for part in ("actors", "channels"):
        for id_, entry in entries_of(tree, part):
            if "barriers" in entry.entries:
                yield (part, id_, "barriers")
    for id_, structure in entries_of(tree, "structures"):
        links = structure.entries.get("links")
        for index, link in enumerate(links.items if isinstance(links, ListNode) else ()):
            if isinstance(link, MappingNode) and "barriers" in link.entries:
                yield ("structures", id_, "links", index, "barriers")
