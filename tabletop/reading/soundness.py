"""What each part of a scenario says rightly and the whole does not: names that name nothing, doubles, circles.

Two injects that each follow the other would both wait for ever; an office that is open only on a holiday never opens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tabletop.errors import Problem
from tabletop.model.scenario import Scenario
from tabletop.reading.circles import circles
from tabletop.reading.fields import SECTIONS
from tabletop.reading.gathering import said
from tabletop.reading.limits import MOST_PROBLEMS
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import MappingNode, Path, mark_at
from tabletop.reading.partial import path_before
from tabletop.reading.places import problem_at, where_named
from tabletop.reading.references import Reference, barriers_of, names_of, references
from tabletop.reading.timing import before_the_start, never_open, too_many_sessions
from tabletop.reading.translations import wrong_translations
from tabletop.structures import problems as problems_of_structure

Finding = tuple[Path, str, str]
"""Where, what is wrong, and what would do."""

_FEW = 12


def problems_in(scenario: Scenario, tree: MappingNode) -> Iterator[Problem]:
    """Yield what is wrong with a scenario whose parts, each by itself, are in order."""
    unknown = tuple(_unknown_names(scenario, tree))
    findings = [*unknown, *_doubles(scenario), *circles(scenario), *_of_effects(scenario)]
    findings += [*before_the_start(scenario), *never_open(scenario), *too_many_sessions(scenario)]
    findings += [*wrong_translations(tree), *_lifted_safeguards(scenario), *_late_files(scenario)]
    if not unknown:
        findings += [flaw for id_ in scenario.structures for flaw in problems_of_structure(scenario, id_)]
    for path, what, remedy in findings:
        yield problem_at(mark_at(tree, path), path, what, remedy=remedy)


def problems_in_part(scenario: Scenario, left: MappingNode, *, tree: MappingNode) -> Iterator[Problem]:
    """Yield what can be told of what is left of a tree when all that is not in order has been left out.

    Only what is wrong whatever stands in those places: names that name nothing, doubles and circles.
    """
    unknown = () if _lacks_names(tree) else _unknown_names(scenario, tree, left=left)
    findings = [*unknown, *_doubles(scenario), *circles(scenario)]
    for path, what, remedy in findings:
        yield problem_at(mark_at(left, path), path_before(path, left, tree), what, remedy=remedy)


def _lacks_names(tree: MappingNode) -> bool:
    """Tell whether a part that should hold names holds none, so that all that refers to it would be told besides."""
    return any(part in tree.entries and not isinstance(tree.entries[part], MappingNode) for part in SECTIONS)


def _unknown_names(
    scenario: Scenario, tree: MappingNode, *, left: MappingNode | None = None
) -> Iterator[Finding]:
    """Yield the names that name nothing in a tree; of what is left of it, when only that is in order.

    What was meant is looked for only where it will be told: of many, for the first twenty.
    """
    names, whole = names_of(scenario, tree), left or tree
    unknown = [each for each in references(scenario) if each.name not in names[each.sort]]
    if len(unknown) > MOST_PROBLEMS:
        unknown.sort(key=lambda each: _place(whole, each.path))
    for number, reference in enumerate(unknown):
        place = where_named(whole, reference.path, reference.name)
        remedy = _meant(reference, names[reference.sort]) if number < MOST_PROBLEMS else ""
        yield place, f"there is no {reference.sort} {said(reference.name)}", remedy


def _place(tree: MappingNode, path: Path) -> tuple[int, int]:
    mark = mark_at(tree, path)
    return mark.line, mark.column


def _meant(reference: Reference, known: Collection[str]) -> str:
    meant = nearest(reference.name, known)
    if meant is not None:
        return f"did you mean {meant!r}?"
    return (
        f"there are {', '.join(said(each)[1:-1] for each in sorted(known))}" if 0 < len(known) <= _FEW else ""
    )


_ONE_NAME = (
    ("decisions", "tasks"),
    ("roles", "actors"),
    ("decisions", "injects"),
    ("tasks", "injects"),
    ("actors", "channels"),
)
"""Parts whose entries can stand in the same places, so that they share one set of names."""


def _doubles(scenario: Scenario) -> Iterator[Finding]:
    for part, other in _ONE_NAME:
        others = frozenset(getattr(scenario, other))
        for id_ in getattr(scenario, part):
            if id_ in others:
                what = f"{id_!r} stands under {other!r} too, so that a reference could mean either"
                yield (part, id_), what, "rename one of them"
    copied = {actor.copy_of for actor in scenario.actors.values() if actor.copy_of}
    for id_ in copied.intersection(scenario.roles):
        what = f"{id_!r} names copies of an actor too, so that a reference could mean either"
        yield ("roles", id_), what, "rename one of them"


def _of_effects(scenario: Scenario) -> Iterator[Finding]:
    for id_, inject in scenario.injects.items():
        if inject.only_if is not None and inject.only_if.late is None and inject.only_if.met is None:
            yield ("injects", id_, "only_if"), "says no condition", "give `late` or `met` with an expectation"
        away = inject.absence
        if away is not None and away.staff is not None:
            staff = [scenario.actors[actor].staff for actor in scenario.actors_named(away.actor)]
            if staff and away.staff > min(staff):
                what = f"{away.staff} people are away, and {away.actor} has {min(staff)}"
                yield ("injects", id_, "absence", "staff"), what, "leave `staff` out when everybody is away"


def _late_files(scenario: Scenario) -> Iterator[Finding]:
    """Yield the files of links that were named only after those of the scenario had been read."""
    for id_, structure in scenario.structures.items():
        if structure.links_from is not None:
            what = "a file can be named only in the scenario itself, not by an intervention or from outside"
            yield ("structures", id_, "links_from"), what, "make a structure of it, or add the links"


def _lifted_safeguards(scenario: Scenario) -> Iterator[Finding]:
    """Yield the interventions that lift what protects somebody."""
    named: dict[str, list[bool]] = {}
    for address, _, barrier in barriers_of(scenario):
        for name in {address, barrier.kind}:
            named.setdefault(name, []).append(barrier.protects is not None)
    for id_, intervention in scenario.interventions.items():
        for index, name in enumerate(intervention.lift):
            if all(named.get(name, [False])):
                remedy = "prepare instead: `set` an agreement, less work or limits that are explained"
                path: Path = ("interventions", id_, "lift", index)
                yield path, f"{name} protects somebody, and a safeguard is never lifted", remedy
