"""Where a comparison comes from, so that anybody can make it again, and to what its folder belongs.

The same files, the same seed and the same code give the same bytes; a folder begun with others is never mixed with
these.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.design import Design, command, read_design, written
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.plan import Plan
from tabletop.errors import UsageError
from tabletop.model.chance import SCHEME
from tabletop.reading import Source, find_source
from tabletop.reading.nodes import plain
from tabletop.reading.yaml_guard import guarded_tree
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
    known = _kept_sources(ledger)
    now = {source.id: source for source in plan.sources.values()}
    ledger.say({
        "design": written(plan.design),
        "seed": str(plan.design.seed),
        "code": _code(),
        "sources": json.dumps({id_: _packed(source) for id_, source in {**known, **now}.items()}),
    })


def taken_up(ledger: Ledger) -> tuple[Design, tuple[Source, ...]]:
    """Return the design of a ledger and its scenario files: as they are now, or as they were where they are gone."""
    said = ledger.said("design")
    if said is None:
        message = f"{ledger.path.parent} holds no comparison; begin one with `tabletop compare … --out`"
        raise UsageError(message)
    design, known = read_design(said), _kept_sources(ledger)
    return design, tuple(_found(name, known) for name in design.scenarios)


def _found(name: str, known: Mapping[str, Source]) -> Source:
    try:
        return find_source(name)
    except UsageError:
        return known[Path(name).stem]


def _must_belong(ledger: Ledger, plan: Plan) -> None:
    folder = ledger.path.parent
    for what, was, now in _differences(ledger, plan):
        message = f"{folder} holds another comparison: {what} was {was} and is {now}; choose another folder with --out"
        raise UsageError(message)


def _differences(ledger: Ledger, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield what is not as it was, with what it was and what it is."""
    for what, now in (("code", _code()), ("seed", str(plan.design.seed))):
        was = ledger.said(what)
        if was != now:
            yield what, str(was), now
    known = _kept_sources(ledger)
    for source in plan.sources.values():
        before = known.get(source.id)
        if before is not None and before.sha256 != source.sha256:
            yield _where_it_differs(before, source)


def _where_it_differs(before: Source, now: Source) -> tuple[str, str, str]:
    """Return the first field in which two versions of a scenario differ; its layout when no field does."""
    was, became = (plain(guarded_tree(each.content, each.name)[0]) for each in (before, now))
    found = next(_differing(was, became, now.id), None)
    return found or (f"the layout of {now.id}", before.sha256[:12], now.sha256[:12])


def _differing(was: object, now: object, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for key in dict.fromkeys([*was, *now]):
            yield from _differing(was.get(key), now.get(key), f"{path}.{key}")
    elif isinstance(was, tuple | list) and isinstance(now, tuple | list) and len(was) == len(now):
        for index, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from _differing(one, other, f"{path}.{index}")
    elif was != now:
        yield path, _shown(was), _shown(now)


def _shown(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _code() -> str:
    return f"tabletop {version()} (code {fingerprint()}, chance scheme {SCHEME})"


def _packed(source: Source) -> dict[str, str]:
    return {"name": source.name, "content": b64encode(source.content).decode()}


def _kept_sources(ledger: Ledger) -> dict[str, Source]:
    found = json.loads(ledger.said("sources") or "{}")
    return {id_: Source(id_, each["name"], b64decode(each["content"])) for id_, each in found.items()}
