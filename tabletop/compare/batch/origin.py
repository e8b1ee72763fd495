"""Where a comparison comes from, so that anybody can make it again, and to what its folder belongs.

The same files, the same seed and the same code give the same bytes; a folder begun with others is never mixed with
these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.design import Design, command, read_design, written
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.packing import FORMAT
from tabletop.compare.batch.plan import Plan
from tabletop.compare.batch.scenario_files import Difference, packed, taken_up, unpacked, where_it_differs
from tabletop.errors import UsageError
from tabletop.model.chance import SCHEME
from tabletop.reading import Source
from tabletop.resources import fingerprint, version


@dataclass(frozen=True, slots=True)
class BatchProvenance:
    """All that decides what is in the files of a comparison; who played it and when is no part of it."""

    version: str
    """The version of tabletop."""
    code: str
    """The fingerprint of the code that decides what comes of an exercise."""
    chance_scheme: int
    """Which way of drawing random numbers."""
    scenarios: Mapping[str, str]
    """The hash of each scenario's file, by id."""
    seed: int
    """The seed of all chance."""
    cells: int
    """How many cells were compared."""
    replications: int
    """How many replications count in all cells together."""
    command: str
    """The command that gives the same."""

    @property
    def run(self) -> str:
        """Twelve letters that stand for all of this in the rows of tables."""
        return sha256(json.dumps(asdict(self)).encode()).hexdigest()[:12]


def provenance(conducted: Conducted) -> BatchProvenance:
    """Return where what was played comes from."""
    plan = conducted.plan
    return BatchProvenance(
        version=version(),
        code=fingerprint(),
        chance_scheme=SCHEME,
        scenarios={source.id: source.sha256 for source in plan.sources.values()},
        seed=plan.design.seed,
        cells=len(conducted.counts),
        replications=sum(count - len(conducted.missing) for count in conducted.counts.values()),
        command=command(plan.design),
    )


def enter(ledger: Ledger, plan: Plan) -> None:
    """Write into a ledger what it is for; raises UsageError, naming what differs, when it is for something else."""
    if ledger.said("design") is not None:
        _must_belong(ledger, plan)
    known = unpacked(ledger.said("sources"))
    now = {source.id: source for source in plan.sources.values()}
    ledger.say({
        "design": written(plan.design),
        "format": str(FORMAT),
        "seed": str(plan.design.seed),
        "code": _code(),
        "sources": packed({**known, **now}),
    })


def asked_in(ledger: Ledger) -> tuple[Design, tuple[Source, ...]]:
    """Return the design of a ledger and its scenario files: as they are now, or as they were where they are gone."""
    said = ledger.said("design")
    if said is None:
        message = f"{ledger.path.parent} holds no comparison; begin one with `tabletop compare … --out`"
        raise UsageError(message)
    design, known = read_design(said), unpacked(ledger.said("sources"))
    return design, tuple(taken_up(name, known) for name in design.scenarios)


def _must_belong(ledger: Ledger, plan: Plan) -> None:
    folder = ledger.path.parent
    for what, was, now in _differences(ledger, plan):
        message = f"{folder} holds another comparison: {what} was {was} and is {now}; choose another folder with --out"
        raise UsageError(message)


def _differences(ledger: Ledger, plan: Plan) -> Iterator[Difference]:
    """Yield what is not as it was, with what it was and what it is."""
    compared = (
        ("code", ledger.said("code"), _code()),
        ("the format of its lines", ledger.said("format") or "1", str(FORMAT)),
        ("seed", ledger.said("seed"), str(plan.design.seed)),
    )
    for what, was, now in compared:
        if was != now:
            yield what, str(was), now
    known = unpacked(ledger.said("sources"))
    for source in plan.sources.values():
        before = known.get(source.id)
        found = None if before is None else where_it_differs(before, source)
        if found is not None:
            yield found


def _code() -> str:
    return f"tabletop {version()} (code {fingerprint()}, chance scheme {SCHEME})"
