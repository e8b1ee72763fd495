"""A small comparison that is really played: a city under three structures, with something of all that a report can tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tabletop.compare.batch.changes import Change, Lifting, Load, WithoutActor, WithoutLink, changed
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.packing import names_of, packed, unpacked
from tabletop.compare.results import Cell, Results, Row
from tabletop.compare.statistics.analysis import Analysis, analyse
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.model.scenario import Guess, Scenario
from tests.compare.city import city

REPLICATIONS = 6
DRAWS = 8

STRUCTURES = {
    "hub": {
        "title": "Over the office",
        "links": (
            {"between": ("school", "city"), "channel": "email"},
            {"between": ("police", "city"), "channel": "phone"},
            {"between": ("ngo", "city"), "channel": "email"},
        ),
    },
    "chain": {"title": "One to the next", "shape": "chain", "channel": "email"},
    "everyone": {"title": "All to all", "shape": "complete", "channel": "phone", "sharing": "everyone"},
}

INTERVENTIONS = {
    "agreed": {"title": "Agree in advance", "lift": ("trust",)},
    "answered": {"title": "Answer the phone", "lift": ("phone.unanswered_call",)},
}

LIFTS = {"agreed": "trust", "answered": "phone.unanswered_call"}
SETS: tuple[tuple[str, ...], ...] = ((), ("agreed",), ("answered",), ("agreed", "answered"))
CHANGES: tuple[Change, ...] = (
    Lifting(("email.lossy_channel",)),
    WithoutActor("ngo"),
    WithoutActor("city"),
    Load(0.5),
    Load(2.0),
)


@cache
def scenario(**changes: str) -> Scenario:
    """Return the city with its structures and interventions; texts may be changed."""
    words = {"structures": STRUCTURES, "interventions": INTERVENTIONS, **changes}
    guess = Guess(path="channels.email.barriers.lossy_channel.loss", value="40%", guess="10% to 60%")
    return city(**words).model_copy(update={"id": "city", "sha256": "0" * 64, "guesses": (guess,)})


@cache
def results() -> Results:
    """Return what came of everything."""
    rows = tuple(row for cell, played in _cells() for row in _rows(cell, played))
    return Results(rows, draws={cell: {PATH: number / DRAWS} for number, cell in _drawn()})


PATH = "channels.email.barriers.lossy_channel.loss"


@cache
def analysis() -> Analysis:
    """Return what is found out from it."""
    return analyse(results(), {"city": scenario()})


def provenance() -> BatchProvenance:
    """Return where it comes from."""
    found = results()
    return BatchProvenance(
        version="0.1.0",
        code="abc",
        chance_scheme=1,
        scenarios={"city": "0" * 64},
        seed=1,
        cells=len(found.cells()),
        replications=len(found.rows),
        command="tabletop compare city",
    )


def _cells() -> Iterator[tuple[Cell, Scenario]]:
    for structure in STRUCTURES:
        for switched in SETS:
            lifted = tuple(LIFTS[each] for each in switched)
            yield Cell("city", structure, switched), scenario().model_copy(update={"lifted": lifted})
        for change in (*CHANGES, WithoutLink(_link(structure))):
            yield Cell("city", structure, (), change.words), changed(scenario(), change)
    for _, cell in _drawn():
        yield cell, scenario()


def _link(structure: str) -> str:
    return "hub.1" if structure == "hub" else f"{structure}.shape.city.police"


def _drawn() -> Iterator[tuple[int, Cell]]:
    for structure in STRUCTURES:
        for number in range(DRAWS):
            yield number, Cell("city", structure, (), f"guesses: {number}")


def _rows(cell: Cell, played: Scenario) -> Iterator[Row]:
    names = names_of(played)
    drawn = cell.variant.startswith("guesses")
    numbers = [int(cell.variant.split()[1])] if drawn else range(REPLICATIONS)
    for number in numbers:
        record = run(played, cell.structure, seed=1, replication=number)
        yield unpacked(packed(Chronicle(record)), names, cell=cell, replication=number)
