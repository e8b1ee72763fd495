"""What README, tour and the page on scenarios say of the shipped exercise comes out so, over re-runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from statistics import fmean

from tabletop import load, run
from tabletop.measures import Chronicle, measured
from tabletop.measures.expectations import outcomes

RERUNS = {"everyone": 8}
"""Fewer than 40 where everybody writes to everybody, since that takes ten times as long to play."""


@cache
def played(structure: str, *interventions: str) -> tuple[Chronicle, ...]:
    scenario = load("kumanovo_cat", interventions=list(interventions))
    return tuple(
        Chronicle(run(scenario, structure, replication=number)) for number in range(RERUNS.get(structure, 40))
    )


def met(structure: str) -> Mapping[str, float]:
    """Return by expectation in what share of the re-runs it was met."""
    found = [outcomes(each) for each in played(structure)]
    return {name: fmean(each[name].verdict == "met" for each in found) for name in found[0]}


def mean(measure: str, structure: str, *interventions: str) -> float:
    return fmean(measured(each)[measure] or 0 for each in played(structure, *interventions))


def test_the_hub_is_quicker_with_support_and_slower_with_the_early_warning() -> None:
    team, hub = met("cat"), met("hub")
    assert hub["conference_held"] > team["conference_held"] + 0.2
    assert hub["family_told"] > team["family_told"]
    assert hub["early_warning"] < team["early_warning"] - 0.1


def test_one_mailing_list_brings_the_pieces_together_and_tells_who_the_pupil_is() -> None:
    team, everyone = met("cat"), met("everyone")
    assert everyone["assessed"] > team["assessed"] + 0.2
    assert everyone["council_discreet"] == 0
    assert mean("exposures", "everyone") > 10 * mean("exposures", "cat")
    assert mean("time_without_information", "everyone") > 0.9 * mean("time_without_information", "cat")


def test_a_page_on_who_needs_what_shortens_the_time_without_it() -> None:
    listed, unlisted = (mean("time_without_information", "cat", *each) for each in (["clear_purpose"], []))
    assert listed < 0.95 * unlisted
