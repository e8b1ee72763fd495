"""What an event list would change, shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tabletop.exchange.merging import Change, Merged
from tabletop.exchange.msel import Word, cells_of
from tabletop.model.scenario import Scenario

_LONGEST = 40


def changes_in_rows(merged: Merged, scenario: Scenario) -> Iterator[tuple[str, ...]]:
    """Yield a row for each event, and below a changed one a row for each key with what it was and is."""
    for change in merged.changes:
        after = cells_of(change.after)
        sort = "new" if change.before is None else "changed" if change.keys else "same"
        yield sort, change.id, _when(change.after), after.get("to", ""), _short(after.get("title", ""))
        if sort == "changed":
            yield from _corrections(change)
    for id_ in merged.absent:
        yield "not listed", id_, "", "", _short(scenario.injects[id_].title)


def _corrections(change: Change) -> Iterator[tuple[str, ...]]:
    for key in change.keys:
        was, is_ = _said(change.before or {}, key), _said(change.after, key)
        yield "", f"  {key}", "", "", f"{was} → {is_}" if was != is_ else f"{was} (changed further on)"


def _said(words: Mapping[str, Word], key: str) -> str:
    if key not in words:
        return "nothing"
    if key == "at":
        return str(words[key])
    return _short(next(iter(cells_of({key: words[key]}).values()), ""))


def _when(words: Mapping[str, Word]) -> str:
    cells = cells_of(words)
    if "at" in words:
        return str(words["at"])
    if "after" in cells:
        return f"{cells['after']} + {cells.get('wait', '0m')}"
    return f"if {cells.get('only_if', '')}"


def _short(text: str) -> str:
    on_one_line = " ".join(text.split())
    return on_one_line if len(on_one_line) <= _LONGEST else f"{on_one_line[: _LONGEST - 1]}…"


def summary(merged: Merged, path: Path | None) -> Iterator[str]:
    """Yield what has changed in one line, and where it was written."""
    new = sum(change.before is None for change in merged.changes)
    changed = sum(change.before is not None and bool(change.keys) for change in merged.changes)
    same = len(merged.changes) - new - changed
    told = [
        f"{new} new",
        f"{changed} changed",
        f"{same} as they were",
        f"{len(merged.absent)} not listed and kept",
    ]
    yield f"Events: {', '.join(told)}; {len(merged.problems)} remarks."
    yield "Nothing was written (--dry-run)." if path is None else f"Written: {path}"
