"""Injects that change nothing: the telephones fail at noon, and nobody in this city telephones."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.model.duration import say_duration
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import in_none_of

_MATTERS = "Players and controllers prepare for something that does not come."


def inject_changes_nothing(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the injects that never come, and those that break a channel or end a link that is nowhere."""
    yield from _never_given(rehearsal)
    yield from _of_nothing(rehearsal)


def _never_given(rehearsal: Rehearsal) -> Iterator[Finding]:
    scenario, horizon = rehearsal.scenario, rehearsal.scenario.clock.horizon
    for id_, inject in scenario.injects.items():
        at = None if inject.at is None else inject.at.on(scenario.clock)
        if at is not None and at > horizon:
            late = say_duration(at - horizon)
            yield Finding(
                ("injects", id_, "at"),
                f"lies {late} after EndEx",
                _MATTERS,
                "give it earlier, or let the exercise last longer",
            )
        elif at is None and rehearsal.is_played and not _ever_given(rehearsal, id_):
            yield Finding(
                ("injects", id_, "only_if" if inject.only_if else "after"),
                f"was given {in_none_of(rehearsal.count)}, since what it waits for did not come about",
                _MATTERS,
                "see whether it is meant to be so rare, or change what it waits for",
                severity="know" if inject.only_if else "mend",
            )


def _ever_given(rehearsal: Rehearsal, id_: str) -> bool:
    return any(id_ in run.happened for run in rehearsal.in_turns())


def _of_nothing(rehearsal: Rehearsal) -> Iterator[Finding]:
    scenario = rehearsal.scenario
    ways = [way for structure in scenario.structures for way in rehearsal.network(structure).ways]
    channels = {channel for way in ways for channel in (way.channel, way.link.else_)}
    for id_, inject in scenario.injects.items():
        if inject.outage and inject.outage.channel not in channels:
            yield Finding(
                ("injects", id_, "outage"),
                f"breaks `{inject.outage.channel}`, over which no structure has a link",
                _MATTERS,
                "break a channel that is used",
            )
        ended = inject.end_link
        if ended and not any(
            (way.sender, way.receiver) == (ended.from_, ended.to) and ended.channel in {None, way.channel}
            for way in ways
        ):
            yield Finding(
                ("injects", id_, "end_link"),
                f"ends a link from `{ended.from_}` to `{ended.to}` that no structure has",
                _MATTERS,
                "name the two ends, and the channel, of a link that is there",
            )
