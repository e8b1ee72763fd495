"""The injects of a scenario as a master scenario events list, one line each.

A controller who has never seen a scenario file finds the columns of every exercise's spreadsheet; what an inject says
besides stands in the last columns, in the words of the scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from tabletop.exchange.columns import COLUMNS, FICTITIOUS, PLANNED, TYPES, WRITTEN, in_language
from tabletop.exchange.phrases import (
    EFFECTS,
    Phrase,
    amount_phrase,
    condition_phrase,
    effects_phrase,
    words_of,
)
from tabletop.model.amount import Exactly, write_amount
from tabletop.model.calendar import Clock
from tabletop.model.duration import write_duration
from tabletop.model.inject import Inject
from tabletop.model.point import Point
from tabletop.model.scenario import MARKING, Scenario
from tabletop.model.share import write_share

TEXTS = ("title", "storyline", "from", "injected_by", "mode", "expected", "text", "notes")
"""The keys of an inject that hold free text."""

KEYS = ("at", "after", "wait", "only_if", "to", "brings", "accuracy", "priority", *EFFECTS, *TEXTS)
"""All keys of an inject, in the order in which they are written."""

EXERCISE, LOCAL = "exercise", "local"
"""Which of the two columns of time an inject was written in."""

Word = Phrase | tuple[str, ...]
"""What stands under a key of an inject."""


def inject_words(inject: Inject) -> dict[str, Word]:
    """Return an inject in the words of a scenario file, in their usual order; what it does not say is left out."""
    words: dict[str, Word] = {}
    if inject.at is not None:
        words["at"] = point_words(inject.at)
    if inject.after is not None:
        words["after"] = inject.after
    if inject.wait != Exactly(0):
        words["wait"] = write_amount(inject.wait)
    if inject.only_if is not None:
        words["only_if"] = words_of(inject.only_if)
    words |= _brought(inject)
    for name in EFFECTS:
        effect = getattr(inject, name)
        if effect is not None:
            words[name] = effect if isinstance(effect, str) else words_of(effect)
    texts = {key: getattr(inject, "from_" if key == "from" else key) for key in TEXTS}
    return words | {key: text for key, text in texts.items() if text}


def _brought(inject: Inject) -> Iterator[tuple[str, Word]]:
    if inject.to:
        yield "to", inject.to
    if inject.brings is not None:
        yield "brings", inject.brings
    if inject.accuracy != 1.0:
        yield "accuracy", write_share(inject.accuracy)
    if inject.priority is not None:
        yield "priority", inject.priority.name


def point_words(point: Point) -> str:
    """Return a point in time as a scenario writes it: `1d 2h`, or `2026-03-03 10:00`."""
    return local_words(point.local) if point.local is not None else write_duration(point.after or 0)


def local_words(local: datetime) -> str:
    """Return a local date and time, with seconds only where there are any."""
    whole = not (local.second or local.microsecond)
    return local.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes" if whole else "auto")


def exercise_time(point: Point, clock: Clock) -> str:
    """Return how long after StartEx a point lies; nothing for what lies before it."""
    after = point.on(clock)
    return write_duration(after) if after >= 0 else ""


def local_time(point: Point, clock: Clock) -> str:
    """Return the local date and time of a point."""
    return local_words(clock.local(point.after or 0) if point.local is None else point.local)


def written_list(scenario: Scenario, language: str) -> list[list[str]]:
    """Return the whole list, headings first, each inject in the order of the scenario."""
    headings = [in_language(COLUMNS[key].headings, language) for key in WRITTEN]
    rows = [headings]
    for number, (id_, inject) in enumerate(scenario.injects.items(), start=1):
        cells = {
            "number": str(number),
            "id": id_,
            **cells_of(inject_words(inject)),
            **_times(inject, scenario.clock),
            **_for_people(inject, scenario, language),
        }
        rows.append([cells.get(key, "") for key in WRITTEN])
    return rows


def cells_of(words: Mapping[str, Word]) -> dict[str, str]:
    """Return what an inject says by column, its time left out."""
    cells = {
        key: str(words[key]) for key in (*TEXTS, "brings", "accuracy", "priority", "after") if key in words
    }
    wait, condition, to = words.get("wait"), words.get("only_if"), words.get("to")
    if wait is not None and not isinstance(wait, tuple):
        cells["wait"] = amount_phrase(wait)
    if isinstance(condition, Mapping):
        cells["only_if"] = condition_phrase(condition)
    if isinstance(to, tuple):
        cells["to"] = ", ".join(to)
    effects = {key: word for key, word in words.items() if key in EFFECTS and not isinstance(word, tuple)}
    return {**cells, "effect": effects_phrase(effects)} if effects else cells


def _times(inject: Inject, clock: Clock) -> dict[str, str]:
    if inject.at is None:
        return {}
    return {
        "exercise_time": exercise_time(inject.at, clock),
        "local_time": local_time(inject.at, clock),
        "counts": EXERCISE if inject.at.local is None else LOCAL,
    }


def _for_people(inject: Inject, scenario: Scenario, language: str) -> dict[str, str]:
    effect = next((key for key in TYPES if key and getattr(inject, key) is not None), "")
    return {
        "type": in_language(TYPES[effect], language),
        "status": in_language(PLANNED, language),
        "marking": marking(scenario, language),
    }


def marking(scenario: Scenario, language: str) -> str:
    """Return what everything that goes out bears: that it is fictitious, and the scenario's own marking."""
    fictitious = in_language(FICTITIOUS, language)
    own = scenario.marking
    return fictitious if own in {fictitious, MARKING} else f"{fictitious} · {own}"
