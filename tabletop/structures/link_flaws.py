"""What is wrong with a link: it leads nowhere, says twice whom it connects, or falls back on nothing.

`{from: school, channel: email}` does not say to whom; `{…, else: phone}` does not say when the telephone is tried.
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.model.scenario import Scenario
from tabletop.model.structure import Link
from tabletop.structures.flaw import Flaw, unknown_actors, unknown_channels
from tabletop.structures.joining import members_of, pairs_of


def flaws_of_link(scenario: Scenario, link: Link) -> Iterator[Flaw]:
    """Yield what is wrong with a link, with places below it."""
    unknown = (
        *unknown_actors(scenario, {"from": link.from_, "to": link.to}),
        *unknown_actors(scenario, {"between": link.between, "among": link.among}),
    )
    yield from (*unknown, *unknown_channels(scenario, {"channel": link.channel, "else": link.else_}))
    yield from _of_fallback(link)
    ends = tuple(_of_ends(link))
    yield from ends
    if not ends and not unknown and next(pairs_of(scenario, link), None) is None:
        names = ", ".join(members_of(scenario, link))
        yield (), f"connects {names} with nobody else", "name another actor"


def _of_ends(link: Link) -> Iterator[Flaw]:
    given = {"from": link.from_ or link.to, "between": link.between, "among": link.among}
    said = [key for key, names in given.items() if names]
    if not said:
        yield (), "does not say whom it connects", "give `from` and `to`, `between`, or `among`"
    if len(said) > 1:
        yield (), f"says whom it connects in {len(said)} ways: {', '.join(said)}", "make a link of each"
    if bool(link.from_) != bool(link.to):
        there, missing = ("from", "to") if link.from_ else ("to", "from")
        yield (there,), f"`{there}` stands without `{missing}`", f"give `{missing}` too, or `between`"
    if link.between and len(set(link.between)) != 2:
        yield (
            ("between",),
            "takes two different actors, one for each end",
            "use `among` to link each with each",
        )


def _of_fallback(link: Link) -> Iterator[Flaw]:
    if link.else_ is not None and link.after is None:
        yield ("else",), "does not say when the other channel is tried", "give `after`, such as `after: 4h`"
    if link.after is not None and link.else_ is None:
        yield ("after",), "does not say which other channel is tried", "give `else`, such as `else: phone`"
    if link.else_ == link.channel:
        yield ("else",), "is the channel that the link has anyway", "name another channel"
