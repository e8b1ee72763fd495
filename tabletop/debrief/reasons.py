"""Why time passed, or something went no further, in words: "waiting for approval", "nobody at the desk".

Barriers bring their own wordings; the causes that belong to no barrier, such as a desk outside its hours, are worded
here. Causes of one family share a colour and a pattern in every chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.debrief.naming import Names
from tabletop.debrief.sayings import lasting
from tabletop.debrief.text import Name, Phrase, Text, named, phrase
from tabletop.debrief.words import _, later
from tabletop.measures import causes, paths
from tabletop.model import journal
from tabletop.model.barrier import Barrier, Stage, Wording

Family = Literal["willing", "allowed", "form", "carried", "queue", "shut", "work", "protection", "rest"]
"""Causes that look alike in charts."""

FAMILIES: dict[Family, str] = {
    "willing": later("before it was sent on"),
    "allowed": later("until it was allowed"),
    "form": later("form and meaning"),
    "carried": later("on the way"),
    "queue": later("in a queue"),
    "shut": later("desk shut or empty"),
    "work": later("in work"),
    "protection": later("protection"),
    "rest": later("nothing moved"),
}
"""What the families are called in a legend, in the order of a hand-off."""

_STAGES: dict[Stage, Family] = {
    Stage.willing: "willing",
    Stage.allowed: "allowed",
    Stage.ready: "form",
    Stage.carried: "carried",
    Stage.taken_in: "queue",
    Stage.understood: "form",
}

_PLAIN: dict[str, tuple[Family, str]] = {
    journal.DELAY: ("carried", later("the channel’s own time")),
    journal.FALLBACK: ("carried", later("before the other channel was tried")),
    journal.SHUT: ("shut", later("desk shut")),
    journal.ABSENT: ("shut", later("nobody at the desk")),
    journal.QUEUE: ("queue", later("in the queue")),
    journal.HANDLING: ("work", later("in work at a desk")),
    journal.SESSION: ("work", later("in session")),
    journal.UNDER_WAY: ("rest", later("still under way")),
    journal.NO_ROUTE: ("rest", later("no route")),
    paths.WAITED_FOR_THE_DEADLINE: ("rest", later("waited for the deadline")),
    paths.OTHER_NEEDS: ("rest", later("waiting for other needs")),
    paths.NOT_YET: ("rest", later("not come up yet")),
    paths.STOOD_IN: ("rest", later("before the stand-in acted")),
    paths.STOPPED: ("rest", later("stopped, then nothing brought it further")),
    paths.NOT_HANDED_ON: ("rest", later("known, not handed on")),
    paths.FIRST_DESK: ("rest", later("at the first desk")),
    paths.NOT_DONE: ("rest", later("ready, work not done")),
    "at_first_desk": ("rest", later("at the first desk")),
    "nowhere": ("rest", later("not come up yet")),
    "known": ("rest", later("known")),
}


_SENTENCES: dict[str, str] = {
    journal.DELAY: later("“{kind}” was under way over {channel} from {sender} to {receiver} ({wait})."),
    journal.FALLBACK: later(
        "“{kind}” waited {wait} before another channel from {sender} to {receiver} was tried."
    ),
    journal.SHUT: later("“{kind}” lay {wait} at the desk of {receiver} outside its hours."),
    journal.ABSENT: later("“{kind}” lay {wait} at the desk of {receiver} while nobody was there."),
    journal.QUEUE: later("“{kind}” lay {wait} in the queue at the desk of {receiver}."),
    journal.HANDLING: later("“{kind}” was in work at the desk of {receiver} ({wait})."),
    journal.SESSION: later("“{kind}” was being told in a session ({channel})."),
    journal.UNDER_WAY: later("“{kind}” was still under way from {sender} to {receiver}."),
}
"""What is said of a hand-off that ended over a cause of no barrier."""


@dataclass(frozen=True, slots=True)
class Way:
    """Between whom something went, for the sentences about it."""

    sender: str
    """Who had it; empty when nobody had."""
    receiver: str
    """Who was to get it; empty when nobody was."""
    channel: str
    """Over which channel; empty when over none."""
    kind: str
    """The kind of information."""


def family(names: Names, cause: str) -> Family:
    """Return the family of a cause of an account or of a critical path."""
    barrier = causes.barrier_of(names.scenario, cause)
    if barrier is None:
        return _PLAIN.get(cause, ("rest", ""))[0]
    return "protection" if barrier.protects else _STAGES[barrier.stage]


def label(names: Names, cause: str) -> Text:
    """Return the few words for a cause: the barrier's own, with the channel or actor where it stands."""
    barrier = causes.barrier_of(names.scenario, cause)
    if barrier is None:
        return _(_PLAIN[cause][1]) if cause in _PLAIN else cause.replace("_", " ")
    wording = _wording(barrier, cause)
    said: Text = _(wording.label) if wording else cause.rpartition(":")[2].replace("_", " ")
    mark = mark_of(names, causes.address_of(cause))
    return phrase(_("{said} ({mark})"), {"said": said, "mark": mark}) if mark.text else said


def sentence(names: Names, cause: str, *, way: Way, wait: int) -> Phrase:
    """Return the blame-free sentence for a cause on one way; links and processes are its subjects."""
    barrier = causes.barrier_of(names.scenario, cause)
    wording = _wording(barrier, cause) if barrier else None
    pattern = wording.sentence if wording else _SENTENCES.get(cause, "“{kind}”: {label}.")
    fields: dict[str, Text | int] = {
        "sender": names.actor(way.sender),
        "receiver": names.actor(way.receiver),
        "channel": names.channel(way.channel),
        "kind": names.kind(way.kind),
        "wait": lasting(wait),
        "label": label(names, cause),
    }
    return phrase(_(pattern), fields)


def helps(names: Names, cause: str) -> str:
    """Return what would help against a barrier; empty for a cause of no barrier."""
    barrier = causes.barrier_of(names.scenario, cause)
    return _(barrier.wordings.helps) if barrier else ""


def _wording(barrier: Barrier, cause: str) -> Wording | None:
    because = cause.rpartition(":")[2]
    return barrier.wordings.held.get(because) or barrier.wordings.stopped.get(because)


def mark_of(names: Names, address: str) -> Name:
    """Return what tells a barrier from others of its kind: its title, else the channel or actor where it stands.

    It is empty for a barrier without a title that is the whole scenario's or a link's own.
    """
    barrier = names.scenario.barrier_at(address)
    if barrier is not None and barrier.title:
        return named(barrier.title)
    owner = address.rpartition(".")[0]
    if owner in names.scenario.channels:
        return names.channel(owner)
    return names.actor(owner) if owner in names.scenario.actors else named("")
