"""Every measure with its definition, read off the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from documentation.formulas import FORMULAS, SIGNS
from documentation.words import table
from tabletop.measures.measure import Measure
from tabletop.measures.registry import MAIN, MEASURES

_BETTER = {"less": "less is better", "more": "more is better", None: "neither more nor less is better"}
_UNITS = {"h": "hours", "share": "share from 0 to 1", "count": "a number"}


def pages() -> Mapping[str, str]:
    """Return the page by its place below the folder of generated ones."""
    return {"measures.md": "\n".join(_lines())}


def _lines() -> Iterator[str]:
    yield "# Measures\n"
    yield (
        "Every figure of a debrief, a comparison or a codebook is one of these: a function of the journal and the "
        f"scenario, nothing else. Comparisons go by `{MAIN}` unless another is asked for.\n"
    )
    rows = (
        (f"[{each.title}](#{_anchor(each.title)})", f"`{each.name}`", _UNITS[each.unit], _BETTER[each.better])
        for each in MEASURES.values()
    )
    yield table(("measure", "name in files", "unit", "better"), rows)
    yield "The formulas below use these signs; |…| is how many there are of something:\n"
    yield table(("sign", "stands for"), ((f"`{sign}`", meaning) for sign, meaning in SIGNS.items()))
    for measure in MEASURES.values():
        yield _entry(measure)


def _anchor(title: str) -> str:
    """Return what a heading is called in the address of the page."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _entry(measure: Measure) -> str:
    return "\n".join([
        f"## {measure.title}\n",
        f"`{measure.name}` · {_UNITS[measure.unit]} · {_BETTER[measure.better]}\n",
        f"**Definition**: {measure.formula}.\n",
        f"```text\n{FORMULAS[measure.name]}\n```\n",
        f"*Reference*: {measure.reference}\n",
    ])
