"""What things are called: the trainer's title of a school, a channel or a decision, else its id in words.

`municipality` becomes "Municipality of Lesna", and an expectation without a title says of itself what it hopes for.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tabletop.debrief.common_words import said_key
from tabletop.debrief.sayings import lasting, moment
from tabletop.debrief.text import Name, Phrase, Text, joined, named, phrase
from tabletop.debrief.words import _, listing
from tabletop.model.expectation import Expectation
from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Names:
    """The titles of one scenario."""

    scenario: Scenario
    """Whose titles they are."""

    def actor(self, id_: str) -> Name:
        """Return what an actor is called."""
        return self._of("actors", id_)

    def actors(self, ids: tuple[str, ...]) -> Phrase:
        """Return what several actors or roles are called, as a list in a sentence."""
        return listing(tuple(self.who(id_) for id_ in ids))

    def who(self, id_: str) -> Name:
        """Return what a role is called, or an actor where no role has that id."""
        return self._of("roles" if id_ in self.scenario.roles else "actors", id_)

    def kind(self, id_: str) -> Name:
        """Return what a kind of information is called."""
        return self._of("information", id_)

    def channel(self, id_: str) -> Name:
        """Return what a channel is called."""
        return self._of("channels", id_)

    def structure(self, id_: str) -> Name:
        """Return what a structure is called."""
        return self._of("structures", id_)

    def work(self, id_: str) -> Name:
        """Return what a decision or task is called."""
        return self._of("decisions" if id_ in self.scenario.decisions else "tasks", id_)

    def inject(self, id_: str) -> Name:
        """Return what an inject is called."""
        return self._of("injects", id_)

    def intervention(self, id_: str) -> Name:
        """Return what an intervention is called."""
        return self._of("interventions", id_)

    def objective(self, id_: str) -> Name:
        """Return what an objective says."""
        return self._of("objectives", id_)

    def expectation(self, id_: str) -> Text:
        """Return what an expectation hopes for: its title, or a sentence made from what it names."""
        words = self.scenario.expectations[id_]
        return named(words.title) if words.title else self._hope(words)

    def due(self, words: Expectation) -> Text:
        """Return by when an expectation hopes for it; empty when it sets no deadline."""
        if words.within is not None:
            return phrase(_("within {span}"), {"span": lasting(words.within)})
        if words.before is not None:
            clock = self.scenario.clock
            return phrase(_("before {moment}"), {"moment": moment(clock, words.before.on(clock))})
        return ""

    def path(self, path: str) -> Phrase:
        """Return where a number of the scenario stands, in titles rather than keys: "Police, trust: otherwise"."""
        owners = (
            "actors",
            "roles",
            "channels",
            "information",
            "structures",
            "injects",
            "decisions",
            "tasks",
            "traffic",
        )
        keys = path.split(".")
        said: list[Text] = []
        for before, key in pairwise(["", *keys]):
            if before in owners and key in getattr(self.scenario, before):
                said.append(self._of(before, key))
            elif before == "barriers":
                said.append(self._barrier(path, key))
            elif key not in (*owners, "barriers"):
                said.append(said_key(key))
        return (
            phrase(_("{where}: {what}"), {"where": joined(said[:-1], by=_(", ")), "what": said[-1]})
            if said[1:]
            else joined(said)
        )

    def _barrier(self, path: str, key: str) -> Text:
        """Return what a barrier on a path of the scenario is called."""
        place = path.partition(f".barriers.{key}")[0].split(".")
        address = key if path.startswith("barriers.") else f"{place[-1]}.{key}"
        owned = path.startswith(("barriers.", "actors.", "channels."))
        barrier = self.scenario.barrier_at(address) if owned else None
        return named(barrier.title) if barrier is not None and barrier.title else said_key(key)

    def _hope(self, words: Expectation) -> Phrase:
        """Return what an expectation hopes for as a sentence: "“Route” should reach Boats and Clinic within 1 hour"."""
        fields: dict[str, Text | int] = {"what": self._hoped(words), "due": self.due(words)}
        fields |= {"who": self.actors(words.role.roles)} if words.role is not None else {}
        if words.must_not_know is not None:
            return phrase(_("“{what}” should not reach {who}"), fields)
        if words.role is not None:
            pattern = (
                _("“{what}” should reach {who} {due}")
                if str(fields["due"])
                else _("“{what}” should reach {who}")
            )
        elif words.decision in self.scenario.decisions:
            pattern = (
                _("“{what}” should be decided {due}")
                if str(fields["due"])
                else _("“{what}” should be decided")
            )
        else:
            pattern = (
                _("“{what}” should be done {due}") if str(fields["due"]) else _("“{what}” should be done")
            )
        return phrase(pattern, fields)

    def _hoped(self, words: Expectation) -> Name:
        """Return what an expectation is about: a kind of information, a decision or a task."""
        kind = words.must_not_know or words.knows
        return self.kind(kind) if kind is not None else self.work(words.decision or "")

    def _of(self, part: str, id_: str) -> Name:
        return named(self.scenario.title_of(part, id_))
