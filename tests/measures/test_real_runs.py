"""What must hold of the measures of any exercise, shown on exercises that were really played."""

from __future__ import annotations

import json

from hypothesis import given, settings

from tabletop.measures import Chronicle
from tabletop.measures.awareness import awareness
from tabletop.measures.breakdowns import breakdowns
from tabletop.measures.critical import decision_path, expectation_paths
from tabletop.measures.delays import delays
from tabletop.measures.expectations import outcomes
from tabletop.measures.figures import figures
from tabletop.measures.load import loads
from tabletop.measures.news import with_news
from tabletop.measures.paths import Path
from tabletop.measures.ratings import ratings
from tabletop.model.journal import HandedOn
from tabletop.model.record import Record
from tests.measures.varied import records

any_exercise = settings(max_examples=15, deadline=None)(given(record=records()))


def all_paths(chronicle: Chronicle) -> list[Path]:
    decisions = [decision_path(chronicle, name) for name in chronicle.scenario.works]
    return [*expectation_paths(chronicle).values(), *decisions]


@any_exercise
def test_every_critical_path_runs_without_a_gap_and_sums_to_the_millisecond(record: Record) -> None:
    for path in all_paths(Chronicle(record)):
        edges = [path.since, *(part.until for part in path.parts)]
        assert [part.since for part in path.parts] == edges[:-1]
        assert edges[-1] == path.until
        assert sum(part.length for part in path.parts) == path.length


@any_exercise
def test_a_path_ends_when_its_expectation_is_reached_or_at_the_end(record: Record) -> None:
    chronicle = Chronicle(record)
    ends = {name: path.until for name, path in expectation_paths(chronicle).items()}
    reached = {name: found.at for name, found in outcomes(chronicle).items() if name in ends}
    assert ends == {name: chronicle.end if at is None else at for name, at in reached.items()}


@any_exercise
def test_all_delays_sum_to_the_lengths_of_the_hand_offs(record: Record) -> None:
    chronicle = Chronicle(record)
    found = delays(chronicle)
    lengths = sum(each.at - each.since for each in with_news(chronicle))
    assert found.lost + found.protection + found.work == lengths == sum(each.time for each in found.causes)


@any_exercise
def test_every_hand_off_by_which_somebody_came_to_know_brought_news(record: Record) -> None:
    """And so did every hand-off on its way there from the first holder."""
    chronicle = Chronicle(record)
    numbers = {each.number for each in with_news(chronicle)}
    first = {(each.actor, each.kind): each for each in reversed(chronicle.learnt)}
    for known in first.values():
        number = known.handoff
        while number:
            assert number in numbers
            number = chronicle.handoffs[number].parent


@any_exercise
def test_every_hand_off_ends_well_or_is_a_breakdown(record: Record) -> None:
    chronicle = Chronicle(record)
    broken = {each.handoff for each in breakdowns(chronicle) if each.how != "missing"}
    assert broken == {each.number for each in chronicle.story if not isinstance(each, HandedOn)}


@any_exercise
def test_nobody_is_busier_than_staffed_and_nobody_waits_for_what_does_not_exist(record: Record) -> None:
    chronicle = Chronicle(record)
    assert all(0 <= each.busy <= each.staffed for each in loads(chronicle))
    assert all(0 <= each.without <= chronicle.end for each in awareness(chronicle).needs)
    shares = [share for _, share in awareness(chronicle).curve]
    assert shares == sorted(shares)


@any_exercise
def test_a_rating_and_its_expectations_agree(record: Record) -> None:
    chronicle = Chronicle(record)
    for rating in ratings(chronicle).values():
        verdicts = {outcomes(chronicle)[name].verdict for name in rating.expectations}
        assert rating.letter not in {"P", "S"} or verdicts == {"met"}
        assert rating.letter != "P" or not (rating.breakdowns or rating.breaches)


@any_exercise
def test_the_figures_of_a_run_are_plain_json_and_the_same_each_time(record: Record) -> None:
    found = figures(record)
    assert json.loads(json.dumps(found, allow_nan=False)) == found == figures(record)
