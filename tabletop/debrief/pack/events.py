"""The events of an exercise as a controller holds them: one line in the list, and one card to give out.

"7 · Mon 2 Mar 10:00 · A place in a mentoring group · to the youth organisation": the card has what the players are
told, the list what they are expected to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief.naming import Names
from tabletop.debrief.sayings import briefly, lasting, moment, share
from tabletop.debrief.text import Name, Phrase, Prose, Text, joined, named, phrase, prose
from tabletop.debrief.words import _
from tabletop.model.amount import Amount, Exactly
from tabletop.model.inject import Inject
from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Event:
    """One inject, in the words of the exercise field's events list."""

    number: int
    """Its place in the list."""
    id: str
    """Its key in the scenario."""
    title: Name
    """Its subject."""
    when: Text
    """When it is given."""
    condition: Text
    """On which condition; empty when there is none."""
    storyline: Name
    """The thread of the story it belongs to; empty when it names none."""
    mode: Name
    """How it is given; empty when it says nothing."""
    sender: Name
    """Whom it comes from in the story; empty when it says nothing."""
    injected_by: Name
    """The controller who gives it; empty when it says nothing."""
    to: Text
    """Who is given it; everybody, when it brings nothing to anybody in particular."""
    effect: Text
    """What it does besides being told; empty when nothing."""
    text: Prose
    """What the players are told."""
    expected: Prose
    """What the players are expected to do."""
    notes: Prose
    """For the controllers only."""

    @property
    def is_given(self) -> bool:
        """Whether there is anything to hand to players."""
        return bool(self.text.paragraphs)


def events(scenario: Scenario) -> tuple[Event, ...]:
    """Return the injects in order of time; those that wait for something come after, in the order of the scenario."""
    at = {
        id_: each.at.on(scenario.clock) if each.at is not None else scenario.clock.lasts
        for id_, each in scenario.injects.items()
    }
    ordered = sorted(scenario.injects, key=lambda id_: at[id_])
    return tuple(_event(scenario, id_, number) for number, id_ in enumerate(ordered, start=1))


def _event(scenario: Scenario, id_: str, number: int) -> Event:
    names, words = Names(scenario), scenario.injects[id_]
    return Event(
        number=number,
        id=id_,
        title=names.inject(id_),
        when=_when(names, words),
        condition=_condition(names, words),
        storyline=named(words.storyline),
        mode=named(words.mode),
        sender=named(words.from_),
        injected_by=named(words.injected_by),
        to=names.actors(words.to) if words.to else _("everybody"),
        effect=joined(_effects(names, words), by=_("; ")),
        text=prose(words.text),
        expected=prose(words.expected),
        notes=prose(words.notes),
    )


def _when(names: Names, words: Inject) -> Text:
    clock = names.scenario.clock
    if words.at is not None:
        return moment(clock, words.at.on(clock))
    if words.after is not None:
        return _after(names, words.after, words.wait)
    return _("as soon as the condition holds")


def _after(names: Names, after: str, wait: Amount) -> Phrase:
    inject = after in names.scenario.injects
    fields: dict[str, Text | int] = {"what": names.inject(after) if inject else names.work(after)}
    if wait == Exactly(0):
        return phrase(_("straight after “{what}”"), fields)
    pattern = _("{span} after “{what}”") if isinstance(wait, Exactly) else _("about {span} after “{what}”")
    return phrase(pattern, {**fields, "span": lasting(round(wait.mean))})


def _condition(names: Names, words: Inject) -> Text:
    condition = words.only_if
    if condition is None:
        return ""
    said = (
        (condition.late, _("only when this is late: “{hope}”")),
        (condition.met, _("only when this is met: “{hope}”")),
    )
    found = [phrase(pattern, {"hope": names.expectation(each)}) for each, pattern in said if each is not None]
    return joined(found, by=_("; "))


def _effects(names: Names, words: Inject) -> Iterator[Text]:
    if words.brings is not None:
        fields: dict[str, Text | int] = {"kind": names.kind(words.brings), "share": share(words.accuracy)}
        right = words.accuracy == 1.0
        pattern = (
            _("brings “{kind}”") if right else _("brings “{kind}”, of which {share} of the details are right")
        )
        yield phrase(pattern, fields)
    if words.outage is not None:
        fields = {"channel": names.channel(words.outage.channel), "span": briefly(words.outage.lasts)}
        yield phrase(_("“{channel}” does not work for {span}"), fields)
    if words.absence is not None:
        fields = {"who": names.actor(words.absence.actor), "span": briefly(words.absence.lasts)}
        yield phrase(_("{who}: away for {span}"), fields)
    if words.surge is not None:
        fields = {"who": names.actor(words.surge.actor), "span": briefly(words.surge.lasts)}
        yield phrase(_("{who}: more everyday work for {span}"), fields)
    if words.structure is not None:
        yield phrase(_("from here on: {structure}"), {"structure": names.structure(words.structure)})
    if words.end_link is not None:
        fields = {"sender": names.actor(words.end_link.from_), "receiver": names.actor(words.end_link.to)}
        yield phrase(_("{sender} and {receiver} are no longer connected"), fields)
