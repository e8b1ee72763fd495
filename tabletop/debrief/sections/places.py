"""Where something was when it was wanted, in a sentence: on a link, at a desk, or not in the exercise yet."""

from __future__ import annotations

from tabletop.debrief import reasons
from tabletop.debrief.sayings import moment
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, phrase
from tabletop.debrief.words import _, later
from tabletop.measures.whereabouts import State, Whereabouts

_PATTERNS: dict[State, str] = {
    "under_way": later(
        "“{kind}” was on the link from {sender} to {receiver} since {since}; what it waited for: {label}."
    ),
    "stopped": later("“{kind}” went no further on the link from {sender} to {receiver} on {since}: {label}."),
    "not_handed_on": later("“{kind}” was with {sender}, known there since {since}, and on no link."),
    "at_first_desk": later("“{kind}” lay at the desk of {receiver} since {since}."),
    "known": later(
        "“{kind}” was known since {since} where the role was acted for then, but not at the desk that decided."
    ),
    "nowhere": later("“{kind}” had not come up yet."),
}
"""What is said of each state."""


def where_it_was(story: Story, each: Whereabouts) -> Phrase:
    """Return where a kind of information was, as a sentence that names it."""
    names = story.names
    fields: dict[str, Text | int] = {
        "kind": names.kind(each.kind),
        "since": "" if each.since is None else moment(story.clock, each.since),
        "sender": names.actor(each.sender) if each.sender else "",
        "receiver": names.actor(each.receiver) if each.receiver else _("nobody"),
        "label": reasons.label(names, each.cause) if each.cause else "",
    }
    return phrase(_(_PATTERNS[each.state]), fields)
