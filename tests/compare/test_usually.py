"""What a change gains on average is the mean over re-runs, each against the same re-run without it."""

from __future__ import annotations

from math import fsum

import pytest

from tabletop.compare import Usual, rerun, usually
from tabletop.compare.gains import gain
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.model.scenario import Scenario
from tabletop.reading import find_source, load, variants

RUNS = 3


def test_it_is_the_mean_of_what_the_change_gained_in_each_rerun() -> None:
    words, switched = load("kumanovo_cat"), variants(find_source("kumanovo_cat"))
    changed: dict[tuple[str, ...], Scenario] = {
        (name,): switched[name] for name in ("common_form", "clear_purpose")
    }
    found = usually(rerun(words, replications=RUNS, jobs=1), changed, replications=RUNS, jobs=1)
    for usual in found:
        each = [
            gain(
                usual.what,
                Chronicle(run(words, replication=number)),
                Chronicle(run(changed[usual.what], replication=number)),
            )
            for number in range(RUNS)
        ]
        assert usual.saved == pytest.approx(fsum(one.saved for one in each) / RUNS)
        assert usual.better == sum(one.improved > 0 for one in each)
        assert usual.worse == sum(one.improved < 0 for one in each)


def test_a_change_that_changes_nothing_gains_nothing() -> None:
    words = load("first_steps")
    found = usually(rerun(words, replications=2, jobs=1), {("same",): words}, replications=2, jobs=1)
    assert found == (Usual(("same",), runs=2, saved=0.0, better=0, worse=0),)


def test_no_more_reruns_are_played_than_there_are_and_none_for_no_change() -> None:
    reruns = rerun(load("first_steps"), replications=2, jobs=1)
    assert usually(reruns, {("same",): load("first_steps")}, replications=50, jobs=1)[0].runs == 2
    assert usually(reruns, {}, replications=50) == ()
