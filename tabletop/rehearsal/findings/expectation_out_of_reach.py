"""Expectations that can never be met: within an hour, from an office that opens at ten."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.measures.expectations import Outcome
from tabletop.model.duration import say_duration
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import under

_MATTERS = "Players are rated by it, and nothing that they do can change the rating."


def expectation_out_of_reach(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the expectations that are met in no run, not even with every barrier lifted that is no safeguard."""
    for id_, words in rehearsal.scenario.expectations.items():
        if words.must_not_know is not None:
            yield from _never_kept(rehearsal, id_)
            continue
        unmet = [each for each in rehearsal.runs if not _can_be_met(rehearsal, id_, each)]
        if unmet:
            yield _out_of_reach(rehearsal, id_, unmet)


def _can_be_met(rehearsal: Rehearsal, id_: str, structure: str) -> bool:
    return rehearsal.ever(
        structure, lambda run: rehearsal.outcomes(run)[id_].verdict == "met"
    ) or not rehearsal.free(structure)


def _out_of_reach(rehearsal: Rehearsal, id_: str, structures: list[str]) -> Finding:
    found = [rehearsal.outcomes(run)[id_] for each in structures for run in rehearsal.free(each)]
    every = len(structures) == len(rehearsal.runs)
    if all(each.verdict == "not_called" for each in found):
        what, severity = "was never called for", "know"
    else:
        what, severity = f"cannot be met: {_at_best(found)}", "mend" if every else "know"
    return Finding(
        ("expectations", id_),
        f"{what} {under(structures, of=rehearsal.runs)}, with every barrier lifted ({len(found)} runs)",
        _MATTERS,
        "give it more time, ask for less accuracy, open a way, or let what it waits for come earlier",
        severity="know" if severity == "know" else "mend",
    )


def _at_best(found: list[Outcome]) -> str:
    """Return how near it came: the soonest when it was late, the most accurate when it was inaccurate."""
    late = [each for each in found if each.verdict == "late" and each.at is not None and each.due is not None]
    if late:
        soonest = min(late, key=lambda each: (each.at or 0) - (each.due or 0))
        return f"at best {say_duration((soonest.at or 0) - (soonest.due or 0))} late"
    inaccurate = [each.accuracy for each in found if each.accuracy is not None]
    if inaccurate:
        return f"at best {max(inaccurate):.0%} of the details are right"
    return "it is never reached"


def _never_kept(rehearsal: Rehearsal, id_: str) -> Iterator[Finding]:
    found = 0
    for run in rehearsal.in_turns():
        if rehearsal.outcomes(run)[id_].verdict != "missed":
            return
        found += 1
    if found:
        yield Finding(
            ("expectations", id_),
            f"was not kept {under(rehearsal.runs, of=rehearsal.runs)} in any of {found} runs",
            _MATTERS,
            "let links not carry it there, or say who is authorised to have it",
        )
