"""Everything that is to be played, in order: like the running order of a tournament, fixed before the first match.

Four structures with and without each of five interventions are twenty-four cases; with each of ten barriers lifted
besides, sixty-four. The order in which they stand here is that of every table and file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from tabletop.compare.batch.cases import Case, scenario_of
from tabletop.compare.batch.changes import (
    Change,
    Draw,
    Lifting,
    Load,
    Settings,
    Unchanged,
    WithoutActor,
    WithoutLink,
    alone_and_in_pairs,
    liftable,
    removable,
)
from tabletop.compare.batch.design import Design
from tabletop.compare.batch.guesses import draws
from tabletop.errors import UsageError
from tabletop.measures import MEASURES
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, find_source, read

EACH = "each"
"""The word that stands for every actor or link in turn."""

MOST_CASES = 20_000
"""The most cases of one plan: more would take longer to plan than anybody waits."""

OF_A_DRAW = 10
"""How often each cell is played in each draw of guesses, when nothing is said."""


_USUAL = Design(())


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played for a design."""

    design: Design
    """What was asked."""
    sources: Mapping[str, Source]
    """The scenario files by their hash, in the order named."""
    cases: tuple[Case, ...]
    """What is played, in the order of all tables."""

    def replications_of(self, case: Case) -> int | None:
        """Return how often a case is played; None where the precision or a selection decides."""
        if self.design.replications is None and isinstance(case.change, Draw):
            return OF_A_DRAW
        return self.design.replications


def plan(design: Design) -> Plan:
    """Return what is to be played for a design, its scenario files read now.

    Raises UsageError for what does not exist, ScenarioError for files that are not in order.
    """
    return plan_of(design, tuple(find_source(name) for name in design.scenarios))


def plan_of(design: Design, sources: tuple[Source, ...]) -> Plan:
    """Return the same for scenario files that are at hand."""
    _must_make_sense(design)
    _must_be_different(design.scenarios, tuple(source.id for source in sources))
    cases = []
    for source in sources:
        for case in _cases(design, source):
            cases.append(case)
            if len(cases) > MOST_CASES:
                message = f"that would be more than {MOST_CASES:,} cases; vary less at a time"
                raise UsageError(message)
    _must_be_links(design, tuple(read(source) for source in sources))
    made = Plan(design, {source.sha256: source for source in sources}, tuple(dict.fromkeys(cases)))
    _try_out(made)
    return made


def _must_be_different(names: tuple[str, ...], ids: tuple[str, ...]) -> None:
    for name, id_ in zip(names, ids, strict=True):
        if names.count(name) > 1:
            message = f"{name} is named twice"
            raise UsageError(message)
        if ids.count(id_) > 1:
            message = f"two scenarios are called {id_!r}; rename one of the files"
            raise UsageError(message)


def _must_make_sense(design: Design) -> None:
    if design.measure not in MEASURES:
        message = f"there is no measure {design.measure!r}; there are {', '.join(MEASURES)}"
        raise UsageError(message)
    if design.select:
        _must_be_a_choice(design)
    elif (design.delta, design.confidence) != (_USUAL.delta, _USUAL.confidence):
        raise UsageError("--delta and --confidence belong to --select best")
    wrong = next((factor for factor in design.load if not 0 < factor <= 1000), None)
    if wrong is not None:
        message = f"--load {wrong:g} is no factor on the traffic; write numbers above 0, such as 0.5,1,2,4"
        raise UsageError(message)


def _must_be_a_choice(design: Design) -> None:
    """Raise UsageError for what a selection cannot be joined with: it chooses among ways of working, as long as need be."""
    if len(design.scenarios) > 1:
        raise UsageError("--select looks for the best cell of one scenario; two incidents cannot be ranked")
    if design.replications is not None or design.precision is not None:
        raise UsageError(
            "--select decides by itself how often each is played; leave --replications and --precision out"
        )
    for name in ("guesses", "load", "without_actor", "without_link"):
        if getattr(design, name):
            option = f"--{name.replace('_', '-')}"
            message = f"--select looks for the best way of working; {option} is none that can be chosen: compare it apart"
            raise UsageError(message)


def _cases(design: Design, source: Source) -> Iterator[Case]:
    scenario = read(source)
    sets = interventions_of(scenario, design.interventions)
    for structure in _structures(scenario, design):
        varied = tuple(_varied(design, scenario))
        tried = tuple(_tried(design, scenario, structure))
        for place, interventions in enumerate(sets):
            for change in (*varied, *(() if place else tried)):
                yield Case(source.sha256, source.id, structure, interventions, change, design.seed)


def _structures(scenario: Scenario, design: Design) -> tuple[str, ...]:
    for name in design.structures:
        if name not in scenario.structures:
            message = f"{scenario.id} has no structure {name!r}; it has {', '.join(scenario.structures)}"
            raise UsageError(message)
    return tuple(dict.fromkeys(design.structures or scenario.structures))


def interventions_of(scenario: Scenario, asked: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of interventions that are asked for, each once, in the order asked.

    `none` is the empty set, `all` each alone, `pairs` each two of them besides; the last two begin with the empty set,
    since nothing can be said of a change without what it changes. Raises UsageError for unknown ones.
    """
    known = tuple(scenario.interventions)
    sets: list[tuple[str, ...]] = []
    for word in asked:
        if word == "none":
            sets.append(())
        elif word in {"all", "pairs"}:
            sets += [(), *alone_and_in_pairs(known, pairs=word == "pairs")]
        else:
            sets.append(tuple(word.split("+")))
    for name in (name for each in sets for name in each):
        if name not in known:
            message = f"{scenario.id} has no intervention {name!r}; it has {', '.join(known) or 'none'}"
            raise UsageError(message)
    return tuple(dict.fromkeys(sets))


def _varied(design: Design, scenario: Scenario) -> Iterator[Change]:
    """Yield what is played with every set of interventions: the points of a sweep, or the scenario as it is, and draws."""
    if design.vary:
        paths = [path for path, _ in design.vary]
        grid = product(*(values for _, values in design.vary))
        yield from (Settings(tuple(zip(paths, point, strict=True))) for point in grid)
    else:
        yield Unchanged()
    if design.guesses:
        found = draws(scenario, seed=design.seed, count=design.guesses)
        if not found[0].values:
            message = f"{scenario.id} marks no number as a guess with a range, such as {{value: 20%, guess: 5% to 40%}}"
            raise UsageError(message)
        yield from found


def _tried(design: Design, scenario: Scenario, structure: str) -> Iterator[Change]:
    """Yield what is tried with the first set of interventions only."""
    if design.lift:
        pairs = design.lift == "pairs"
        yield from map(Lifting, alone_and_in_pairs(liftable(scenario, structure), pairs=pairs))
    yield from map(WithoutActor, _named(design.without_actor, tuple(scenario.actors)))
    own = removable(scenario, structure)
    named = [
        link
        for link in _named(design.without_link, own)
        if link in own or link.partition(".")[0] == structure
    ]
    yield from map(WithoutLink, named)
    loads = [factor for factor in design.load if factor != 1]
    if loads and not scenario.traffic:
        message = f"{scenario.id} has no traffic whose load could change"
        raise UsageError(message)
    yield from map(Load, loads)


def _named(asked: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    return known if EACH in asked else asked


def _must_be_links(design: Design, scenarios: tuple[Scenario, ...]) -> None:
    """Raise UsageError for a link that no structure has: those of structures that are not played are passed over."""
    known = [link for each in scenarios for name in each.structures for link in removable(each, name)]
    unknown = next((link for link in design.without_link if link != EACH and link not in known), None)
    if unknown is not None:
        message = f"there is no link {unknown!r}; write `each`, or any of {', '.join(known)}"
        raise UsageError(message)


def _try_out(made: Plan) -> None:
    """Make each scenario that will be played, draws of guesses apart, so that mistakes are told before the first run."""
    for case in made.cases:
        if not isinstance(case.change, Draw):
            scenario_of(made.sources[case.sha256], case)
