"""A scenario on its way from a file to being played: its tree, with the short ways written out, and its words.

Like a manuscript beside its proofs: an intervention changes the manuscript in one place, and only the part that it
touches is set anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pydantic import ValidationError

from tabletop.barriers import BARRIERS
from tabletop.errors import Problem
from tabletop.model.scenario import Scenario
from tabletop.reading.expand import Expanded, expanded, reserved_keys
from tabletop.reading.fields import SECTIONS, known_keys
from tabletop.reading.library import Source
from tabletop.reading.models import misshapen, validated
from tabletop.reading.neighbours import with_links
from tabletop.reading.nodes import MappingNode, plain
from tabletop.reading.overlay import overlaid, touched
from tabletop.reading.partial import rest_of
from tabletop.reading.problems import problems_of
from tabletop.reading.soundness import problems_in, problems_in_part
from tabletop.reading.uses import with_used
from tabletop.reading.yaml_guard import guarded_tree


@dataclass(frozen=True, slots=True)
class Draft:
    """One reading of a file, in order or not."""

    source: Source
    """The file."""
    tree: MappingNode
    """What is written in it, and what interventions have changed."""
    full: Expanded
    """The same with every short way written out."""
    scenario: Scenario | None
    """Its words; None when they are not in order."""
    problems: tuple[Problem, ...]
    """All that is wrong with it."""

    @property
    def finished(self) -> Scenario:
        """The scenario with its name, its hash and its guesses; only for a draft without problems."""
        assert self.scenario is not None
        return self.scenario.model_copy(
            update={"id": self.source.id, "sha256": self.source.sha256, "guesses": self.full.guesses}
        )


_SMALL = 200_000
"""Bytes of a file up to which its readings are kept: those of a huge one would fill the memory."""


def first_draft(source: Source) -> Draft:
    """Return the first reading of a file; raises ScenarioError when it is no tree of keys and values at all.

    A check, its rehearsal and the interventions ask for the same one, so those of small files are kept for a while.
    """
    return _kept_draft(source, _registry()) if len(source.content) <= _SMALL else _first_draft(source)


def _first_draft(source: Source) -> Draft:
    tree, in_file = guarded_tree(source.content, source.name)
    tree, in_used = with_used(tree, {each.name: each for each in source.used})
    tree, in_links = with_links(tree, {each.name: each for each in source.beside})
    return drafted(source, tree, (*in_file, *in_used, *in_links))


def _registry() -> tuple[object, ...]:
    """Return the barriers there are, on which a reading depends."""
    return tuple(BARRIERS.values())


@lru_cache(maxsize=4)
def _kept_draft(source: Source, registry: tuple[object, ...]) -> Draft:  # noqa: ARG001 - a part of the key
    return _first_draft(source)


def drafted(source: Source, tree: MappingNode, in_file: tuple[Problem, ...] = ()) -> Draft:
    """Return the draft of a tree; `in_file` is what had to be left out of it."""
    full = expanded(tree)
    scenario, found = _understood(full.tree)
    told = [*in_file, *reserved_keys(tree), *full.problems]
    return Draft(source, tree, full, scenario, (*told, *_not_told(found, told)))


def _understood(tree: MappingNode) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Return the scenario of a tree, if it is one, and all that is wrong with it."""
    try:
        scenario = validated(plain(tree))
    except ValidationError as error:
        found = problems_of(error, tree, known_keys=known_keys(tree))
        rest = rest_of(tree, error)
        return None, (*found, *(problems_in_part(*rest, tree=tree) if rest else ()))
    except TypeError:
        return None, tuple(misshapen(tree))
    return scenario, tuple(problems_in(scenario, tree))


def _not_told(problems: Iterable[Problem], told: list[Problem]) -> Iterator[Problem]:
    """Yield the problems of places of which nothing was told: what stands in for a refused value is no news."""
    marks = {(problem.line, problem.column) for problem in told}
    paths = {problem.path for problem in told if problem.path}
    for problem in problems:
        if (problem.line, problem.column) not in marks and problem.path not in paths:
            yield problem


def changed_by(draft: Draft, intervention: str) -> Draft:
    """Return a draft with an intervention switched on; its problems are those that the intervention brings."""
    tree, nowhere = overlaid(draft.tree, intervention, full=draft.full.tree)
    if draft.scenario is None or nowhere:
        return replace(draft, tree=tree, scenario=None, problems=nowhere)
    full = expanded(tree, draft.full)
    anew = _anew(touched(draft.tree, intervention))
    kept = {part: getattr(draft.scenario, part) for part in Scenario.model_fields if part not in anew}
    given = {part: plain(node) for part, node in full.tree.entries.items() if part in anew}
    try:
        scenario = validated({**kept, **given})
    except ValidationError as error:
        found = problems_of(error, full.tree, known_keys=known_keys(full.tree))
        return replace(draft, tree=tree, full=full, scenario=None, problems=(*full.problems, *found))
    except TypeError:
        return replace(draft, tree=tree, full=full, scenario=None, problems=tuple(misshapen(full.tree)))
    return Draft(draft.source, tree, full, scenario, (*full.problems, *problems_in(scenario, full.tree)))


def draft_with(draft: Draft, intervention: str) -> Draft:
    """Return what `changed_by` does; of a file's first reading it is kept for a while."""
    source, registry = draft.source, _registry()
    if len(source.content) > _SMALL or draft is not _kept_draft(source, registry):
        return changed_by(draft, intervention)
    return _kept_draft_with(source, intervention, registry)


@lru_cache(maxsize=32)
def _kept_draft_with(source: Source, intervention: str, registry: tuple[object, ...]) -> Draft:
    return changed_by(_kept_draft(source, registry), intervention)


def _anew(touched_parts: frozenset[str]) -> frozenset[str]:
    """Return the parts that must be read anew: those touched, and those into which something of them is written."""
    if not touched_parts.isdisjoint(("defaults", "roles")):
        return touched_parts.union(SECTIONS)
    return touched_parts | {"channels"} if "injects" in touched_parts else touched_parts
