"""What the cells mean that name something or say how much: recipients, kinds, shares, conditions, effects.

`60%` is a share, `phones` no channel of the scenario; each is told before the scenario is written, with its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tabletop.exchange.msel import Word
from tabletop.exchange.names import Names, actors, entries_named, names_of, recipients
from tabletop.exchange.phrases import (
    EFFECTS,
    Phrase,
    amount_words,
    condition_words,
    effect_words,
    effects_said,
)
from tabletop.exchange.sheet import Cell, in_text
from tabletop.model.item import Priority
from tabletop.model.scenario import Scenario
from tabletop.model.share import parse_share, write_share
from tabletop.model.written import in_ascii

MEANT = ("to", "brings", "accuracy", "priority", "after", "wait", "only_if", "effect")
"""The columns whose cells mean something other than their text."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """All that a cell may name in one scenario."""

    recipients: Names
    """Actors, their copies together, and roles."""
    actors: Names
    """Actors, and their copies together."""
    kinds: Names
    """Kinds of information."""
    channels: Names
    """Channels."""
    structures: Names
    """Structures."""
    expectations: Names
    """Expectations."""
    events: Names
    """Injects, decisions and tasks."""

    def words(self, column: str, text: str) -> Mapping[str, Word | None]:
        """Return what a cell says, by key of an inject; raises ValueError with what would do."""
        if column == "effect":
            return dict.fromkeys(EFFECTS) | self._effects(text)
        return {column: self._word(column, text) if text else None}

    def _word(self, column: str, text: str) -> Word:
        named = {"brings": self.kinds, "after": self.events}
        if column in named:
            return named[column].meant(text)
        match column:
            case "to":
                return self.recipients.all_meant(text)
            case "accuracy":
                return write_share(parse_share(in_ascii(text)))
            case "priority":
                return _priority(text)
            case "wait":
                return amount_words(in_ascii(text))
            case _:
                return {
                    key: self.expectations.meant(str(name)) for key, name in condition_words(text).items()
                }

    def _effects(self, text: str) -> dict[str, Word | None]:
        said = effects_said(in_ascii(text))
        return {name: effect_words(name, self._with_ids(effect)) for name, effect in said.items()}

    def _with_ids(self, effect: Phrase) -> Phrase:
        """Return an effect in which ids stand in place of names; raises ValueError for a name that is not known."""
        if isinstance(effect, str):
            return self.structures.meant(effect)
        sorts = {"channel": self.channels, **dict.fromkeys(("actor", "from", "to"), self.actors)}
        return {key: sorts[key].meant(str(value)) if key in sorts else value for key, value in effect.items()}


def _priority(text: str) -> str:
    for each in Priority:
        if text.casefold() in _PRIORITIES[each]:
            return each.name
    msg = f"expected routine or urgent, got {text[:40]!r}"
    raise ValueError(msg)


_PRIORITIES: Mapping[Priority, tuple[str, ...]] = {
    Priority.urgent: ("urgent", "urgente", "عاجل"),
    Priority.routine: ("routine", "عادي"),
}


def meanings(scenario: Scenario, lines: Iterable[tuple[str, Mapping[str, Cell]]]) -> Meanings:
    """Return what cells may name, the injects of the list's own lines included: by id, number or subject."""
    return Meanings(
        recipients=recipients(scenario),
        actors=actors(scenario),
        kinds=entries_named(scenario, "information", "kind of information"),
        channels=entries_named(scenario, "channels", "channel"),
        structures=entries_named(scenario, "structures", "structure"),
        expectations=names_of("expectation", [(id_, id_) for id_ in scenario.expectations]),
        events=names_of("event", _events(scenario, lines)),
    )


def _events(scenario: Scenario, lines: Iterable[tuple[str, Mapping[str, Cell]]]) -> Iterator[tuple[str, str]]:
    yield from ((id_, inject.title) for id_, inject in scenario.injects.items())
    yield from ((id_, scenario.title_of("works", id_)) for id_ in scenario.works)
    for id_, cells in lines:
        for column in ("title", "number"):
            yield id_, in_text(cells.get(column))
