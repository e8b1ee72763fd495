"""From a file to a scenario: read, write out the short ways, check against the words, check the whole.

Whatever is wrong is told in one go, each problem with its place and what would do; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from types import MappingProxyType

from tabletop.collector import collection_paused
from tabletop.errors import Problem, ScenarioError, UsageError
from tabletop.model.scenario import Scenario
from tabletop.reading.drafts import Draft, changed_by, draft_with, drafted, first_draft
from tabletop.reading.gathering import gathered, said
from tabletop.reading.library import Source, find_source
from tabletop.reading.limits import MOST_PROBLEMS
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import MappingNode, find
from tabletop.reading.settings import with_settings
from tabletop.reading.translated import told_in

NOTHING_SET: Mapping[str, str] = MappingProxyType({})


def load(
    name: str | FilePath, *, interventions: tuple[str, ...] | list[str] = (), language: str = ""
) -> Scenario:
    """Return a scenario, with interventions switched on in the order given.

    `name` is a path or the id of a shipped scenario. Raises UsageError when there is no such file or intervention, and
    ScenarioError with all its problems when the file is not in order.
    """
    return read(find_source(name), interventions=tuple(interventions), language=language)


@collection_paused()
def read(
    source: Source,
    *,
    interventions: tuple[str, ...] = (),
    settings: Mapping[str, str] = NOTHING_SET,
    language: str = "",
) -> Scenario:
    """Return the scenario of a file's bytes; raises as `load` does.

    `settings` are values by dotted path, as a scenario writes them, that stand as if the file said so; a step `*` is
    every entry. Interventions come after them. Raises UsageError for a path that leads nowhere. In a `language` its texts
    are those of `texts`, where it has them.
    """
    draft = _told_in(language, _in_order(first_draft(source)))
    if settings:
        draft = _in_order(with_settings(draft, settings))
    scenario = draft.finished
    _must_exist(scenario, interventions)
    for intervention in interventions:
        draft = _in_order(changed_by(draft, intervention))
    return _switched_on(draft, scenario, interventions)


def variants(source: Source, applied: tuple[str, ...] = ()) -> dict[str, Scenario]:
    """Return, for each intervention of a scenario that is not applied already, the scenario with it switched on besides."""
    return variants_of(first_draft(source), applied)


def variants_of(draft: Draft, applied: tuple[str, ...] = ()) -> dict[str, Scenario]:
    """Return what `variants` does, of a file's first reading."""
    scenario = _in_order(draft).finished
    for intervention in applied:
        draft = _in_order(changed_by(draft, intervention))
    return {
        id_: _switched_on(_in_order(draft_with(draft, id_)), scenario, (*applied, id_))
        for id_ in scenario.interventions
        if id_ not in applied
    }


def check(name: str | FilePath) -> tuple[Problem, ...]:
    """Return every problem of a scenario file, its interventions included; raises UsageError when there is no file."""
    return checked(find_source(name))


def checked(source: Source) -> tuple[Problem, ...]:
    """Return every problem of a file's bytes, as `check` does."""
    return examined(source)[0]


@collection_paused()
def examined(source: Source) -> tuple[tuple[Problem, ...], Draft | None]:
    """Return every problem of a file's bytes, and its reading for what is to be asked of it besides.

    There is no reading of a file of which nothing can be made.
    """
    try:
        draft = first_draft(source)
        return gathered(_once([*draft.problems, *_of_interventions(draft)])), draft
    except ScenarioError as error:
        return error.problems, None


def _of_interventions(draft: Draft) -> Iterator[Problem]:
    """Yield the problems that only show when an intervention is switched on; none when enough is told without."""
    if len(draft.problems) >= MOST_PROBLEMS:
        return
    interventions = find(draft.tree, ("interventions",))
    present = {(problem.line, problem.column) for problem in draft.problems}
    for id_ in interventions.entries if isinstance(interventions, MappingNode) else ():
        for problem in draft_with(draft, id_).problems:
            if problem.path.startswith(f"interventions.{id_}."):
                yield problem
            elif (problem.line, problem.column) not in present:
                yield replace(problem, what=f"with {said(id_)} switched on: {problem.what}")


def _told_in(language: str, draft: Draft) -> Draft:
    tree = told_in(language, draft.tree)
    return draft if tree is draft.tree else _in_order(drafted(draft.source, tree))


def _in_order(draft: Draft) -> Draft:
    if draft.problems:
        raise ScenarioError(gathered(_once(draft.problems)))
    return draft


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each slip once, though defaults and copies may have brought it into many entries: `actors.*.staff`."""
    alike: dict[tuple[int, int, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.line, problem.column, problem.what), []).append(problem)
    return tuple(
        replace(each[0], path=_common([problem.path for problem in each])) for each in alike.values()
    )


def _common(paths: list[str]) -> str:
    """Return what paths have in common, with a star for a step in which they differ."""
    steps = [path.split(".") for path in paths]
    if len({len(each) for each in steps}) > 1:
        return paths[0]
    return ".".join(step[0] if len(set(step)) == 1 else "*" for step in zip(*steps, strict=True))


def _switched_on(draft: Draft, scenario: Scenario, interventions: tuple[str, ...]) -> Scenario:
    lifted = tuple(name for id_ in interventions for name in scenario.interventions[id_].lift)
    return draft.finished.model_copy(update={"applied": interventions, "lifted": lifted})


def _must_exist(scenario: Scenario, interventions: tuple[str, ...]) -> None:
    for name in interventions:
        if name not in scenario.interventions:
            meant = nearest(name, scenario.interventions)
            there_are = f"there are {', '.join(scenario.interventions) or 'none'}"
            remedy = f"did you mean {meant!r}?" if meant else there_are
            msg = f"there is no intervention {name!r} in {scenario.id}; {remedy}"
            raise UsageError(msg)
