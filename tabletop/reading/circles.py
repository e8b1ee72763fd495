"""What waits for itself: injects that follow each other in a circle, and one whose condition can only hold after it.

`a: {after: b}` and `b: {after: a}` would both wait for ever, and nobody would see why nothing happens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tabletop.model.scenario import Scenario
from tabletop.reading.nodes import Path


def circles(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    """Yield where injects wait for themselves, as (place, what, remedy)."""
    after = {id_: inject.after for id_, inject in scenario.injects.items() if inject.after is not None}
    for id_ in _in_circles(after):
        yield (
            ("injects", id_, "after"),
            "the injects wait for each other in a circle",
            "give one of them `at`",
        )
    for id_, inject in scenario.injects.items():
        for key in ("late", "met"):
            named = getattr(inject.only_if, key, None)
            expectation = scenario.expectations.get(named or "")
            if expectation is not None and expectation.after == id_:
                what = f"{named} counts from this inject, so that it waits for itself"
                yield ("injects", id_, "only_if", key), what, "let one of them count from something else"


def _in_circles(after: Mapping[str, str]) -> Iterator[str]:
    """Yield those who come back to themselves when one follows whom each comes after."""
    done: set[str] = set()
    for start in after:
        line: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in done and at not in line:
            line[at] = None
            at = after.get(at)
        if at is not None and at in line:
            ids = list(line)
            yield from ids[ids.index(at) :]
        done.update(line)
