"""Words for findings: names in a row, structures, how often.

`concern`, `offer` and `plan`; under `hub` and `chain`; in 15 runs.
"""

from __future__ import annotations

from collections.abc import Collection

FEW = 4
"""How many names are written out before the rest is counted."""


def names(ids: Collection[str]) -> str:
    """Return ids in a row, in quotes, the first few of many."""
    return listed([f"`{each}`" for each in ids])


def listed(texts: Collection[str]) -> str:
    """Return texts in a row: "a, b and c", the first few of many."""
    told = list(texts)[:FEW]
    more = len(texts) - len(told)
    if more:
        return f"{', '.join(told)} and {more} more"
    return " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]]))


def under(structures: Collection[str], *, of: Collection[str]) -> str:
    """Return under which structures: "under every structure", or those by name."""
    if len(structures) == len(of) == 1:
        return f"under {names(structures)}"
    return "under every structure" if len(structures) == len(of) else f"under {names(structures)}"


def in_runs(count: int) -> str:
    """Return in how many runs: "in 1 run", "in 20 runs"."""
    return f"in {count} run{'' if count == 1 else 's'}"


def in_none_of(count: int) -> str:
    """Return in how few runs: "in none of 20 runs"; one run alone is "not in the only run"."""
    return "not in the only run" if count == 1 else f"in none of {count} runs"
