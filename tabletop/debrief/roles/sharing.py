"""What one role may share, with whom and by which way; and the one thing that it can do about it this week.

"Concern about a pupil: with everybody who needs it, these are coordinator, caseworker and counsellor; speaks of a person."
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tabletop.compare.helping import Help
from tabletop.debrief import reasons
from tabletop.debrief.roles.reader import Reader
from tabletop.debrief.sayings import share
from tabletop.debrief.sections.competencies import BUSY
from tabletop.debrief.text import Phrase, Text, named, phrase
from tabletop.debrief.words import _, later, listing
from tabletop.measures.causes import totals
from tabletop.measures.load import loads

_SENSITIVE = {
    "personal": later("speaks of a person"),
    "source": later("speaks of a source"),
    "operational": later("speaks of an operation"),
}


@dataclass(frozen=True, slots=True)
class SharingRow:
    """Kinds of information that pass through this desk and may go the same way to the same others."""

    kind: Text
    """What they are."""
    about: str
    """Why care is needed; empty when it is not sensitive."""
    needed: Text
    """Who needs it; says so when nobody else does."""
    allowed: Text
    """Who may have it."""
    channels: Text
    """Over which channels only; empty when over any."""


def sharing(reader: Reader) -> tuple[SharingRow, ...]:
    """Return what may be shared and with whom: what is sensitive here, and what comes up here and others need."""
    scenario = reader.story.scenario
    mine = [
        kind
        for kind, words in scenario.information.items()
        if (kind in reader.own or kind in reader.needs) and reader.may_read(kind)
        if words.sensitive or set(scenario.who_needs(kind)) - {reader.role}
    ]
    alike: dict[SharingRow, list[str]] = {}
    for kind in mine:
        alike.setdefault(_row(reader, kind), []).append(kind)
    names = reader.story.names
    return tuple(
        replace(row, kind=listing(tuple(names.kind(kind) for kind in kinds))) for row, kinds in alike.items()
    )


def this_week(reader: Reader, gains: Help | None) -> Phrase:
    """Return one thing to do: a first step that is this role's own, else what would ease its longest wait."""
    otherwise = _(
        "Read the lines of the sheet to sign that name this role, and say at the next meeting what is missing."
    )
    return _own_step(reader, gains) or _ease(reader) or _full(reader) or Phrase((otherwise,))


def _row(reader: Reader, kind: str) -> SharingRow:
    """Return how a kind may be shared; what it is called is left for the row that it shares with others."""
    story = reader.story
    scenario, names = story.scenario, story.names
    words = scenario.information[kind]
    others = tuple(role for role in scenario.who_needs(kind) if role != reader.role)
    allowed = scenario.chosen(words.authorised)
    everybody = len(allowed) == len(scenario.actors)
    if not everybody:
        said: Text = names.actors(allowed)
    else:
        said = _("whoever needs it") if words.sensitive else _("everybody")
    return SharingRow(
        "",
        _(_SENSITIVE[words.sensitive]) if words.sensitive else "",
        names.actors(others) if others else _("nobody else"),
        said,
        listing(tuple(names.channel(each) for each in words.channels)),
    )


def _own_step(reader: Reader, gains: Help | None) -> Phrase | None:
    """Return the first step of the intervention that gained most in this run, of those that are this role's to take."""
    scenario = reader.story.scenario
    mine = [scenario.title_of("actors", each).casefold() for each in reader.actors]
    mine += [scenario.roles[reader.role].title.casefold()] if reader.role in scenario.roles else []
    own = [
        id_
        for id_, words in scenario.interventions.items()
        if words.first_step and any(name and name in words.owner.casefold() for name in mine)
    ]
    saved = {each.what[0]: each.saved for each in gains.interventions} if gains is not None else {}
    for id_ in sorted(own, key=lambda each: -saved.get(each, 0.0)):
        words = scenario.interventions[id_]
        fields: dict[str, Text | int] = {
            "step": named(words.first_step),
            "title": reader.story.names.intervention(id_),
        }
        return phrase(_("{title}: {step}"), fields)
    return None


def _ease(reader: Reader) -> Phrase | None:
    """Return what eases the barrier at which most time was lost on what this role sent or needed."""
    story = reader.story
    told = [each for each in story.told if not {each.sender, each.receiver}.isdisjoint(reader.actors)]
    losses = totals(pair for each in reader.readable(told) for pair in story.losses(each).items())
    for cause in sorted(losses, key=lambda each: (-losses[each], each)):
        advice = reasons.helps(story.names, cause)
        if advice:
            fields: dict[str, Text | int] = {
                "advice": advice,
                "label": reasons.label(story.names, cause),
            }
            return phrase(
                _("{advice} Most time on the ways to and from this desk went there: {label}."), fields
            )
    return None


def _full(reader: Reader) -> Phrase | None:
    for each in loads(reader.story.chronicle):
        if each.actor in reader.actors and (each.utilisation or 0.0) > BUSY:
            said = _(
                "Agree what this desk leaves undone when it is full: {share} of its staffed time was in work."
            )
            return phrase(said, {"share": share(each.utilisation or 0.0)})
    return None
