"""Who and what is meant by a name in a cell: the id itself, or what people call it.

`Secondary school`, `secondary school` and `school` are the actor `school`; a name that two actors bear is nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from tabletop.exchange.headings import simplified
from tabletop.model.scenario import Scenario
from tabletop.model.words import ID_PATTERN

_PARTS = re.compile(r"\s*[,;\n،؛]\s*")
_LONGEST_ID = 63
_MOST_COMPARED = 1_000
"""Names among which the nearest is looked for."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one sort of thing: actors and roles, or kinds of information, channels, and so on."""

    sort: str
    """What they name, as a message says it."""
    ids: Mapping[str, None]
    """The ids that there are."""
    titles: Mapping[str, tuple[str, ...]]
    """By title without case and accents: the ids that bear it."""

    def meant(self, text: str) -> str:
        """Return the id that a text means; raises ValueError, with the nearest that there is."""
        if text in self.ids:
            return text
        meant = self.titles.get(simplified(text), ())
        if len(meant) == 1:
            return meant[0]
        if meant:
            msg = f"{text[:40]!r} is what {len(meant)} are called; write one of {', '.join(meant)}"
            raise ValueError(msg)
        few = len(self.titles) <= _MOST_COMPARED
        near = get_close_matches(simplified(text), self.titles, n=1, cutoff=0.6) if few else ()
        remedy = (
            f"did you mean {self.titles[near[0]][0]!r}?"
            if near
            else f"there are {', '.join([*self.ids][:12]) or 'none'}"
        )
        msg = f"there is no {self.sort} {text[:40]!r}; {remedy}"
        raise ValueError(msg)

    def all_meant(self, text: str) -> tuple[str, ...]:
        """Return the ids that a list of names means; raises ValueError for the first that is not known."""
        if simplified(text) in self.titles or text in self.ids:
            return (self.meant(text),)
        return tuple(dict.fromkeys(self.meant(part) for part in _PARTS.split(text.strip()) if part))


def names_of(sort: str, titles: Iterable[tuple[str, str]]) -> Names:
    """Return the names of the ids and titles that there are."""
    pairs = tuple(titles)
    by_title: dict[str, dict[str, None]] = {}
    for id_, title in pairs:
        for said in filter(None, (simplified(title), simplified(id_))):
            by_title.setdefault(said, {})[id_] = None
    return Names(
        sort, dict.fromkeys(id_ for id_, _ in pairs), {said: tuple(ids) for said, ids in by_title.items()}
    )


def actors(scenario: Scenario) -> Names:
    """Return the names of actors, and of their copies together."""
    return names_of("actor", _actors(scenario))


def recipients(scenario: Scenario) -> Names:
    """Return the names of actors, of their copies together, and of roles."""
    roles = ((id_, scenario.title_of("roles", id_)) for id_ in scenario.roles)
    return names_of("actor or role", [*_actors(scenario), *roles])


def _actors(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield from ((id_, scenario.title_of("actors", id_)) for id_ in scenario.actors)
    copied = dict.fromkeys(actor.copy_of for actor in scenario.actors.values() if actor.copy_of)
    yield from ((id_, id_) for id_ in copied)


def entries_named(scenario: Scenario, part: str, sort: str) -> Names:
    """Return the names of the entries of a part of the scenario that bear titles."""
    return names_of(sort, [(id_, scenario.title_of(part, id_)) for id_ in getattr(scenario, part)])


def slug(text: str) -> str:
    """Return the id that a text makes, such as `the_post`; nothing when it has no letters that an id can have."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = "_".join(re.findall(r"[a-z0-9]+", plain)).lstrip("0123456789_")[:_LONGEST_ID].strip("_")
    return made if re.match(ID_PATTERN, made) else ""
