"""From a file to a scenario: read, write out the short ways, check against the words, check the whole.

Whatever is wrong is told in one go, each problem with its place and what would do; nothing is guessed.
"""

from __future__ import annotations

from pathlib import Path as FilePath

from pydantic import ValidationError

from tabletop.barriers import BARRIERS
from tabletop.errors import Problem, ScenarioError, UsageError
from tabletop.model.barrier import BARRIER_KINDS
from tabletop.model.scenario import Scenario
from tabletop.reading.expand import expanded
from tabletop.reading.gathering import gathered
from tabletop.reading.known_keys import known_keys
from tabletop.reading.library import Source, find_source
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import MappingNode, plain
from tabletop.reading.overlay import lifted_by, overlaid
from tabletop.reading.problems import problems_of
from tabletop.reading.soundness import problems_in
from tabletop.reading.yaml_guard import read_tree


def load(name: str | FilePath, *, interventions: tuple[str, ...] | list[str] = ()) -> Scenario:
    """Return a scenario, with interventions switched on in the order given.

    `name` is a path or the id of a shipped scenario. Raises UsageError when there is no such file or intervention, and
    ScenarioError with all its problems when the file is not in order.
    """
    source = find_source(name)
    return read(source, interventions=tuple(interventions))


def read(source: Source, *, interventions: tuple[str, ...] = ()) -> Scenario:
    """Return the scenario of a file's bytes; raises as `load` does."""
    tree = read_tree(source.content, source.name)
    scenario = _scenario(tree, source)
    if not interventions:
        return scenario
    _must_exist(scenario, interventions)
    problems: list[Problem] = []
    for intervention in interventions:
        tree, found = overlaid(tree, intervention)
        problems += found
    if problems:
        raise ScenarioError(gathered(problems))
    lifted = tuple(name for intervention in interventions for name in lifted_by(tree, intervention))
    changed = _scenario(tree, source)
    return changed.model_copy(update={"applied": interventions, "lifted": lifted})


def variants(source: Source) -> dict[str, Scenario]:
    """Return, for each intervention of a scenario, the scenario with it alone switched on."""
    return {id_: read(source, interventions=(id_,)) for id_ in read(source).interventions}


def check(name: str | FilePath) -> tuple[Problem, ...]:
    """Return every problem of a scenario file, its interventions included; raises UsageError when there is no file."""
    source = find_source(name)
    try:
        scenario = read(source)
    except ScenarioError as error:
        return error.problems
    found: list[Problem] = []
    for intervention in scenario.interventions:
        try:
            read(source, interventions=(intervention,))
        except ScenarioError as error:
            found += error.problems
    return gathered(found)


def _scenario(tree: MappingNode, source: Source) -> Scenario:
    """Return the scenario of a tree, or raise ScenarioError with all that is wrong with it."""
    full = expanded(tree)
    try:
        scenario = Scenario.model_validate(plain(full.tree), context={BARRIER_KINDS: BARRIERS})
    except ValidationError as error:
        found = problems_of(error, full.tree, known_keys=known_keys(full.tree))
        raise ScenarioError(gathered([*full.problems, *found])) from None
    problems = [*full.problems, *problems_in(scenario, full.tree)]
    if problems:
        raise ScenarioError(gathered(problems))
    return scenario.model_copy(update={"id": source.id, "sha256": source.sha256, "guesses": full.guesses})


def _must_exist(scenario: Scenario, interventions: tuple[str, ...]) -> None:
    for name in interventions:
        if name not in scenario.interventions:
            meant = nearest(name, scenario.interventions)
            remedy = (
                f"did you mean {meant!r}?"
                if meant
                else f"there are {', '.join(scenario.interventions) or 'none'}"
            )
            msg = f"there is no intervention {name!r} in {scenario.id}; {remedy}"
            raise UsageError(msg)
