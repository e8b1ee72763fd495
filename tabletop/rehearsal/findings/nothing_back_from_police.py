"""Information that flows to the police with nothing coming back: the school tells, and never hears a word."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.partners import is_security
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import names


def nothing_back_from_police(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the security partners who need what others bring, and from whom nobody else gets anything."""
    scenario, goes_out = rehearsal.scenario, _known_elsewhere(rehearsal)
    for actor in scenario.actors:
        if not is_security(scenario, actor):
            continue
        needed = rehearsal.kinds_needed.get(actor, frozenset())
        own = [kind for kind, holders in rehearsal.first_holders.items() if actor in holders]
        wanted = [kind for kind in scenario.information if kind in needed and kind not in own]
        if wanted and goes_out.isdisjoint(own):
            yield Finding(
                ("actors", actor),
                f"`{actor}` is to be told {names(wanted)}, and nothing that it knows or decides goes to any other partner",
                "Those who share and never hear back share less the next time, and miss what they need to help.",
                "let it tell something: a task that answers, what it knows already, or that a matter is closed",
            )


def _known_elsewhere(rehearsal: Rehearsal) -> frozenset[str]:
    """Return the kinds that somebody who is no security partner needs, or is told by name."""
    scenario = rehearsal.scenario
    told = [
        (kind, rehearsal.people_of(name))
        for work in scenario.works.values()
        for kind, names_ in work.tells.items()
        for name in names_
    ]
    return frozenset(
        kind
        for kind, people in (*rehearsal.people_in_need.items(), *told)
        if not all(is_security(scenario, actor) for actor in people)
    )
