"""What cells and changes are called in the report: titles in place of ids.

`cat + common_form` becomes "Community Action Team, with: One form for all", `lifted: trust` "without the barrier “trust”".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.compare.results import Cell
from tabletop.compare.statistics.effects import Effect
from tabletop.compare.statistics.variants import settings_of
from tabletop.debrief.naming import Names
from tabletop.debrief.reasons import mark_of
from tabletop.debrief.text import Name, Phrase, Text, joined, named, phrase
from tabletop.debrief.words import _, listing, n_
from tabletop.model.scenario import Scenario

MOST_NAMED = 3
"""As many cells as a sentence names before it says how many others there are."""


def quoted(text: Text) -> Phrase:
    """Return a title between quotation marks, for a sentence."""
    return phrase(_("“{title}”"), {"title": text})


@dataclass(frozen=True, slots=True)
class Labels:
    """The titles of one scenario, for cells and changes."""

    scenario: Scenario
    """Whose titles they are."""
    usual: tuple[str, ...] = ()
    """The interventions that are switched on in all cells that are compared: they are not repeated in each."""
    only: str = ""
    """The structure of all points of a sweep, which is not repeated in each; empty where there are several."""

    @property
    def names(self) -> Names:
        """The titles of everything in the scenario."""
        return Names(self.scenario)

    def structure(self, id_: str) -> Name:
        """Return what a structure is called."""
        return self.names.structure(id_)

    def structures(self, ids: Sequence[str]) -> Phrase:
        """Return what several structures are called, as a list in a sentence."""
        return listing(tuple(quoted(self.structure(each)) for each in ids))

    def cell(self, cell: Cell) -> Text:
        """Return what a cell is called: its structure, and what is different in it."""
        alone = bool(settings_of(cell)) and cell.structure == self.only
        parts: list[Text] = [] if alone else [self.structure(cell.structure)]
        parts += [self.names.intervention(each) for each in cell.interventions if each not in self.usual]
        parts += _variant(cell)
        return parts[0] if len(parts) == 1 else joined(parts, by=" · ")

    def cells(self, cells: Sequence[Cell]) -> Phrase:
        """Return what several cells are called, as a list in a sentence; of many only the first few are named."""
        if len(cells) <= MOST_NAMED + 1:
            return listing(tuple(quoted(self.cell(each)) for each in cells))
        some = tuple(quoted(self.cell(each)) for each in cells[:MOST_NAMED])
        others = n_("{n} other", "{n} others", len(cells) - MOST_NAMED)
        return listing((*some, others))

    def change(self, effect: Effect) -> Text:
        """Return what was changed: interventions by title, lifted barriers by kind and place."""
        added = [each for each in effect.interventions if each not in self.usual]
        switched: list[Text] = [self.names.intervention(each) for each in added]
        lifted: list[Text] = [self.barrier(each) for each in effect.lifted]
        if not lifted:
            return joined(switched, by=" + ")
        without = phrase(_("without {barriers}"), {"barriers": joined(lifted, by=_(" and "))})
        return joined([*switched, without], by=" + ")

    def changes(self, effect: Effect) -> int:
        """Return how many things were changed at once, what is switched on everywhere left out."""
        return len(effect.lifted) + sum(each not in self.usual for each in effect.interventions)

    def barrier(self, address: str) -> Phrase:
        """Return what a barrier is called, with the place where it stands."""
        barrier = self.scenario.barrier_at(address)
        kind: Text = _(barrier.kind.replace("_", " ")) if barrier else named(address)
        mark = mark_of(self.names, address) if barrier else named("")
        return phrase(_("“{kind}” ({mark})") if mark.text else _("“{kind}”"), {"kind": kind, "mark": mark})

    def link(self, address: str) -> Phrase:
        """Return between whom a link goes, by its address: `cat.3`, or `hub.shape.school.police`."""
        structure, _dot, place = address.partition(".")
        ends = place.split(".")
        links = self.scenario.structures[structure].links
        if ends[0] == "shape":
            return joined([self.names.actor(each) for each in ends[1:]], by=" – ")
        link = links[int(ends[0])]
        groups = (link.from_, link.to) if link.from_ else ((link.between or link.among),)
        sides = [joined([self.names.actor(each) for each in group], by=_(", ")) for group in groups]
        between = joined(sides, by=_(" → ") if link.from_ else "")
        return phrase(
            _("{between} ({channel})"), {"between": between, "channel": self.names.channel(link.channel)}
        )


def _variant(cell: Cell) -> list[Text]:
    """Return what else is different in a cell: settings by the end of their path, everything else as it is called."""
    settings = settings_of(cell)
    if settings:
        return [named(f"{short} = {settings[path]}") for path, short in shortened(tuple(settings)).items()]
    return [named(cell.variant)] if cell.variant else []


def shortened(paths: Sequence[str]) -> dict[str, str]:
    """Return for each dotted path the shortest end of it, of two words or more, that none of the others has.

    An end never begins with a star: of `actors.*.staff` all is needed.
    """
    return {path: _ending(path, [each for each in paths if each != path]) for path in paths}


def _ending(path: str, others: Sequence[str]) -> str:
    words = path.split(".")
    for length in range(min(2, len(words)), len(words)):
        ending = ".".join(words[-length:])
        if words[-length] != "*" and not any(f".{each}".endswith(f".{ending}") for each in others):
            return ending
    return path
