"""Channels, links and structures: who can reach whom, by which way.

A committee that meets every other Tuesday, a coordinator whom everybody mails, a chain of referral: the same actors
connected in different ways.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from tabletop.model.amount import Amount, Exactly
from tabletop.model.barrier import Barriers
from tabletop.model.duration import PositiveDuration
from tabletop.model.named import Medium, PriorityWord
from tabletop.model.selector import EVERYTHING, Kinds
from tabletop.model.words import Id, Ids, Words
from tabletop.model.written import Written, shown

_BESIDE = re.compile(r'[^./\\:*?"<>|\s][^/\\:*?"<>|\x00-\x1f\x7f]{0,99}\.(?:csv|graphml)')


def parse_links_file(value: object) -> str:
    """Return the name of a file of links that lies beside the scenario; ValueError for a path, or another ending."""
    if isinstance(value, str) and _BESIDE.fullmatch(value):
        return value
    msg = f"expected the name of a file beside the scenario, such as links.csv or links.graphml, got {shown(value)}"
    raise ValueError(msg)


LinksFile = Annotated[
    str,
    Written(
        parse_links_file,
        str,
        {"type": "string", "pattern": f"^{_BESIDE.pattern}$", "examples": ["links.csv", "links.graphml"]},
    ),
]
"""A field for a file in the scenario's own folder, by its bare name."""


class Channel(Words):
    """A way by which information is carried."""

    title: str = ""
    """What people call it."""
    delay: Amount = Exactly(0)
    """From sending to arriving, paid once by the sending that arrives."""
    medium: Medium = "print"
    """By voice, with notes, or in print."""
    group: bool = False
    """Whether one sending goes to all members of the link."""
    barriers: Barriers = {}
    """Barriers of this channel."""


class Link(Words):
    """A connection between actors: one way (`from`, `to`), both ways (`between`), or all with all (`among`)."""

    from_: Ids = Field(default=(), alias="from")
    """Senders."""
    to: Ids = ()
    """Receivers."""
    between: Ids = ()
    """Two actors, both ways."""
    among: Ids = ()
    """Three or more actors, each with each."""
    channel: Id
    """How it is carried."""
    carries: Kinds = EVERYTHING
    """Kinds of information that go this way; none named means all."""
    for_: PriorityWord | None = Field(default=None, alias="for")
    """The priority this link is meant for."""
    else_: Id | None = Field(default=None, alias="else")
    """Another channel that is tried when the item has not arrived `after` so long."""
    after: PositiveDuration | None = None
    """How long the first channel is given."""
    barriers: Barriers = {}
    """Barriers of this link."""


class Structure(Words):
    """One way to connect the actors: by links, by a shape, or both."""

    title: str = ""
    """What people call it."""
    summary: str = ""
    """What it stands for."""
    links: tuple[Link, ...] = ()
    """Links one by one."""
    links_from: LinksFile | None = None
    """A file beside the scenario that holds more links: a list of them (.csv) or a graph (.graphml)."""
    shape: str | None = None
    """A named shape, such as a star; the five after `tree` are trees with added links."""
    members: Ids = ()
    """Whom the shape connects; none named means all but mere approvers."""
    order: Ids = ()
    """The members in order, for chain, ring and y."""
    hub: Id | None = None
    """The centre of a star."""
    root: Id | None = None
    """The top of a tree, with added links or without."""
    branches: Annotated[int, Field(ge=1)] | Mapping[Id, Ids] | None = None
    """How many branches each actor of a tree has, or who stands below whom."""
    added: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """How many links are added to a tree."""
    seed: Annotated[int, Field(ge=0)] | None = None
    """Which of the many ways to add them; 1 unless said otherwise. Every re-run has the same links."""
    lambda_: Annotated[float, Field(gt=0, le=1_000)] | None = Field(default=None, alias="lambda")
    """Over how many levels down from the top added links get e times rarer (Dodds, Watts and Sabel 2003)."""
    zeta: Annotated[float, Field(gt=0, le=1_000)] | None = None
    """Over how much distance between the two added links get e times rarer, 0 being two with the same one above."""
    channel: Id | None = None
    """How the shape's links are carried."""
    carries: Kinds = EVERYTHING
    """Kinds of information that the shape's links carry."""
    sharing: Literal["needed", "everyone"] = "needed"
    """Whether items go to those who need them, or each actor tells everyone it is linked to."""
