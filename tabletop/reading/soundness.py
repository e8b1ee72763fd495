"""What each part of a scenario says rightly and the whole does not: circles, doubles, and what can never be.

Two injects that each follow the other would both wait for ever; an office that is open only on a holiday never opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.errors import Problem
from tabletop.model.scenario import Scenario
from tabletop.reading.expand import problem_at
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import ListNode, MappingNode, Node, Path, Scalar, find, mark_at
from tabletop.reading.references import Reference, names_of, references
from tabletop.structures import problems as problems_of_structure

Finding = tuple[Path, str, str]
"""Where, what is wrong, and what would do."""


def problems_in(scenario: Scenario, tree: Node) -> Iterator[Problem]:
    """Yield what is wrong with a scenario whose parts, each by itself, are in order."""
    unknown = tuple(_unknown_names(scenario))
    findings = [
        *unknown,
        *_doubles(scenario),
        *_circles(scenario),
        *_before_the_start(scenario),
        *_never_open(scenario),
        *_texts(scenario, tree),
    ]
    if not unknown:
        findings += [finding for id_ in scenario.structures for finding in _structure(scenario, id_)]
    for path, what, remedy in findings:
        yield problem_at(mark_at(tree, path), path, what, remedy=remedy)


def _unknown_names(scenario: Scenario) -> Iterator[Finding]:
    names = names_of(scenario)
    for reference in references(scenario):
        known = names[reference.sort]
        if reference.name not in known:
            yield (
                reference.path,
                f"there is no {reference.sort} {reference.name!r}",
                _meant(reference, tuple(known)),
            )


def _meant(reference: Reference, known: tuple[str, ...]) -> str:
    meant = nearest(reference.name, known)
    if meant is not None:
        return f"did you mean {meant!r}?"
    few = 12
    return f"there are {', '.join(sorted(known))}" if 0 < len(known) <= few else ""


def _doubles(scenario: Scenario) -> Iterator[Finding]:
    pairs = (
        ("decisions", scenario.decisions, "tasks", scenario.tasks),
        ("roles", scenario.roles, "actors", scenario.actors),
        ("decisions", scenario.decisions, "injects", scenario.injects),
        ("tasks", scenario.tasks, "injects", scenario.injects),
        ("actors", scenario.actors, "channels", scenario.channels),
    )
    for part, entries, other, others in pairs:
        for id_ in entries:
            if id_ in others:
                what = f"{id_!r} stands under {other!r} too, so that a reference could mean either"
                yield (part, id_), what, "rename one of them"


def _circles(scenario: Scenario) -> Iterator[Finding]:
    for id_, inject in scenario.injects.items():
        seen, after = {id_}, inject.after
        while after is not None and after in scenario.injects and after not in seen:
            seen.add(after)
            after = scenario.injects[after].after
        if after == id_:
            yield (
                ("injects", id_, "after"),
                "the injects wait for each other in a circle",
                "give one of them `at`",
            )


def _before_the_start(scenario: Scenario) -> Iterator[Finding]:
    for part, key, entries in (
        ("injects", "at", {id_: inject.at for id_, inject in scenario.injects.items()}),
        ("expectations", "before", {id_: each.before for id_, each in scenario.expectations.items()}),
    ):
        for id_, point in entries.items():
            if point is not None and point.on(scenario.clock) < 0:
                yield (part, id_, key), "lies before the exercise starts", "see clock.starts"


def _never_open(scenario: Scenario) -> Iterator[Finding]:
    opens: dict[object, bool] = {}
    for id_, actor in scenario.actors.items():
        if actor.hours not in opens:
            opens[actor.hours] = bool(scenario.clock.windows(actor.hours).starts)
        if not opens[actor.hours]:
            yield (
                ("actors", id_, "hours"),
                "the desk never opens during the exercise",
                "see clock.lasts and holidays",
            )


def _structure(scenario: Scenario, id_: str) -> Iterator[Finding]:
    yield from problems_of_structure(scenario, id_)


def _texts(scenario: Scenario, tree: Node) -> Iterator[Finding]:
    for language in scenario.texts:
        node = find(tree, ("texts", language))
        if isinstance(node, MappingNode):
            yield from _texts_below(node, tree, path=("texts", language), original=())
        else:
            yield ("texts", language), "expected the paths of texts with their translations", ""


def _texts_below(node: MappingNode, tree: Node, *, path: Path, original: Path) -> Iterator[Finding]:
    in_list = isinstance(find(tree, original), ListNode)
    for key, entry in node.entries.items():
        there = (*original, int(key) if in_list and key.isdecimal() else key)
        if find(tree, there) is None:
            yield (
                (*path, key),
                "translates something that is not written",
                "use the path of the original text",
            )
        elif isinstance(entry, MappingNode):
            yield from _texts_below(entry, tree, path=(*path, key), original=there)
        elif not (isinstance(entry, Scalar) and isinstance(entry.value, str)):
            yield (*path, key), "expected a text", ""
