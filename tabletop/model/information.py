"""The kinds of information that travel in a scenario.

A teacher's concern, what the police already know, an offer of support: a kind says how sensitive it is and who may
have it; the items of that kind are what travels.
"""

from __future__ import annotations

from typing import Literal

from tabletop.model.item import Priority
from tabletop.model.named import PriorityWord
from tabletop.model.selector import EVERYONE, Actors
from tabletop.model.words import Ids, Words


class Information(Words):
    """One kind of information."""

    title: str = ""
    """What people call it."""
    sensitive: Literal["personal", "source", "operational"] | None = None
    """Whether knowing it without need is an exposure: it speaks of a person, of a source, or of an operation."""
    authorised: Actors = EVERYONE
    """Who may have it; anyone else who gets it is a breach."""
    channels: Ids = ()
    """Channels it may travel over; none named means all. Another channel is a breach."""
    priority: PriorityWord = Priority.routine
    """How soon it is taken from a queue, unless an inject says otherwise."""
