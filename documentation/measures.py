"""Every measure with its definition, read off the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tabletop.measures.measure import Measure
from tabletop.measures.registry import MAIN, MEASURES

_BETTER = {"less": "less is better", "more": "more is better", None: "neither more nor less is better"}


def pages() -> Mapping[str, str]:
    """Return the page by its place below the folder of generated ones."""
    return {"measures.md": "\n".join(_lines())}


def _lines() -> Iterator[str]:
    yield "# Measures\n"
    yield (
        "Every figure of a debrief, a comparison or a codebook is one of these: a function of the journal and the "
        f"scenario, nothing else. Comparisons go by `{MAIN}` unless another is asked for.\n"
    )
    for measure in MEASURES.values():
        yield _entry(measure)


def _entry(measure: Measure) -> str:
    unit = {"h": "hours", "share": "share from 0 to 1", "count": "a number"}.get(measure.unit, measure.unit)
    return "\n".join([
        f"## {measure.title}\n",
        f"`{measure.name}` · {unit} · {_BETTER[measure.better]}\n",
        f"**Definition**: {measure.formula}.\n",
        f"*Reference*: {measure.reference}\n",
    ])
