"""What an event list changes in a scenario: which injects are new, which say something else, which stay.

A list in which one time was corrected changes one inject; all others stay as they were written. What would leave an
inject incomplete is told and left as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.errors import Problem
from tabletop.exchange.entries import Entries, Entry
from tabletop.exchange.msel import KEYS, Word, inject_words
from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one inject."""

    id: str
    """The inject."""
    before: Mapping[str, Word] | None
    """What it said; None for a new one."""
    after: Mapping[str, Word]
    """What it says now."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that say something else now, in their usual order."""
        before = self.before or {}
        return tuple(key for key in KEYS if before.get(key) != self.after.get(key))


@dataclass(frozen=True, slots=True)
class Merged:
    """A scenario's injects with an event list worked into them."""

    changes: tuple[Change, ...]
    """One for each line of the list that is used, in its order; one without keys changes nothing."""
    absent: tuple[str, ...]
    """The injects of which the list does not speak; they stay as they are."""
    problems: tuple[Problem, ...]
    """What was left out, with its line."""


def merged(entries: Entries, scenario: Scenario, *, file: str, brings: str | None = None) -> Merged:
    """Return what a list changes; `brings` is the kind of information for lines that say to whom but not what."""
    problems = list(entries.problems)
    changes = []
    for entry in entries.entries:
        change, left_out = _changed(entry, scenario, brings)
        problems += (
            Problem(file, entry.row, 1, "", f"{entry.id}: {what}", remedy) for what, remedy in left_out
        )
        if change is not None:
            changes.append(change)
    spoken_of = {entry.id for entry in entries.entries}
    absent = tuple(id_ for id_ in scenario.injects if id_ not in spoken_of)
    return Merged(tuple(changes), absent, tuple(sorted(problems, key=lambda each: (each.line, each.column))))


def _changed(
    entry: Entry, scenario: Scenario, brings: str | None
) -> tuple[Change | None, list[tuple[str, str]]]:
    """Return what becomes of the inject of a line, and what of the line is left out, with what would do."""
    inject = scenario.injects.get(entry.id)
    before = None if inject is None else inject_words(inject)
    words = _words_after(before or {}, entry.said)
    if "to" in words and "brings" not in words and brings is not None:
        words["brings"] = brings
    left_out = [*_complete_delivery(words, before or {}), *_complete_time(words, before or {})]
    if not _says_when(words):
        return None, [
            *left_out,
            ("says no time; this line is left out", "give a time, or the event that it follows"),
        ]
    return Change(entry.id, before, {key: words[key] for key in KEYS if key in words}), left_out


def _words_after(before: Mapping[str, Word], said: Mapping[str, Word | None]) -> dict[str, Word]:
    """Return what an inject says with a line worked into it; a line end that a spreadsheet drops is no correction."""
    words = {key: word for key, word in {**before, **said}.items() if word is not None}
    for key, was in before.items():
        word = words.get(key)
        if isinstance(word, str) and isinstance(was, str) and word.rstrip("\n") == was.rstrip("\n"):
            words[key] = was
    return words


def _complete_delivery(words: dict[str, Word], before: Mapping[str, Word]) -> list[tuple[str, str]]:
    """Put right what is brought without a recipient, or a recipient to whom nothing is brought."""
    if ("to" in words) == ("brings" in words):
        return []
    what, remedy = "says what it brings but not to whom", "name a recipient"
    if "to" in words:
        what = f"says to whom ({', '.join(words['to'])}) but not which kind of information it brings"
        remedy = "add a column `brings`, or give --brings"
    _as_before(words, before, ("to", "brings"))
    return [(f"{what}; both are left {'as they were' if before else 'out'}", remedy)]


def _complete_time(words: dict[str, Word], before: Mapping[str, Word]) -> list[tuple[str, str]]:
    """Put right an inject that says when in two ways, or no longer in any."""
    if "at" in words and "after" in words:
        if before:
            _as_before(words, before, ("at", "after"))
        else:
            del words["at"]
        return [("says both a time and the event that it follows", "leave one of them empty")]
    if before and not _says_when(words):
        _as_before(words, before, ("at", "after", "only_if"))
        return [
            ("says no time any more; its time is left as it was", "give a time, or the event that it follows")
        ]
    return []


def _as_before(words: dict[str, Word], before: Mapping[str, Word], keys: tuple[str, ...]) -> None:
    for key in keys:
        words.pop(key, None)
        if key in before:
            words[key] = before[key]


def _says_when(words: Mapping[str, Word]) -> bool:
    condition = words.get("only_if")
    return "at" in words or "after" in words or (isinstance(condition, Mapping) and "late" in condition)
