"""Short ways of writing, written out: `defaults`, `like`, `copies`, guesses and the shorthands of barriers.

"29 districts, all like this one" is one entry of the file and 29 actors of the scenario; each part written out still
remembers the line it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from tabletop.errors import Problem, ScenarioError
from tabletop.model.scenario import Guess
from tabletop.reading.copies import too_large, with_copies
from tabletop.reading.fields import RESERVED
from tabletop.reading.gathering import gathered
from tabletop.reading.guesses import Bared, bared
from tabletop.reading.likenesses import with_defaults, with_likenesses
from tabletop.reading.nodes import MappingNode
from tabletop.reading.places import entries_of, problem_at
from tabletop.reading.shorthands import with_holders, with_inboxes, with_known_kinds, with_outages

_STEPS: tuple[Callable[[MappingNode, list[Problem]], MappingNode], ...] = (
    with_likenesses,
    with_defaults,
    with_known_kinds,
    with_inboxes,
    with_outages,
    with_holders,
)
"""What is written out, in this order, before copies are made."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """A tree with every short way written out."""

    tree: MappingNode
    """What the models are made from."""
    guesses: tuple[Guess, ...]
    """The numbers that say that they are guesses, or name a source."""
    problems: tuple[Problem, ...]
    """What could not be written out."""
    parts: Mapping[str, Bared]
    """The parts as they were before anything but guesses was written out, for a tree that shares most of them."""


def expanded(tree: MappingNode, before: Expanded | None = None) -> Expanded:
    """Return the tree with defaults, likenesses, copies, guesses and shorthands written out.

    `before` is another tree with the same barriers that shares parts with this one, such as the one that an intervention
    changes. Raises ScenarioError when it would make more than the machine should hold.
    """
    parts = bared(tree, before.parts if before else {})
    has_guesses = any(part.bare is not part.written for part in parts.values())
    whole = replace(tree, entries={key: part.bare for key, part in parts.items()}) if has_guesses else tree
    guesses = tuple(guess for part in parts.values() for guess in part.guesses)
    problems = [problem for part in parts.values() for problem in part.problems]
    for step in _STEPS:
        whole = step(whole, problems)
    beyond = tuple(too_large(whole))
    if beyond:
        raise ScenarioError(gathered([*problems, *beyond]))
    return Expanded(with_copies(whole, problems), guesses, tuple(problems), parts)


def reserved_keys(tree: MappingNode) -> Iterator[Problem]:
    """Yield the keys that a file cannot write, since the reader sets them."""
    for key in RESERVED:
        if key in tree.entries:
            remedy = "the reader sets it; remove it"
            yield problem_at(tree.key_marks[key], (), f"unknown key {key!r}", remedy=remedy)
    for id_, actor in entries_of(tree, "actors"):
        if "copy_of" in actor.entries:
            mark, remedy = actor.key_marks["copy_of"], "write `copies` with a number"
            yield problem_at(mark, ("actors", id_), "unknown key 'copy_of'", remedy=remedy)
