"""Every case of every barrier: the sentence is the test's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.barriers import BARRIERS
from tests.barriers.cases import FOLDER, Case, all_cases, cases_of, written_verdict


def named(case: Case) -> str:
    return f"{case.kind}: {case.sentence}"


@pytest.mark.parametrize("case", all_cases(), ids=named)
def test_the_verdict_is_as_the_sentence_says(case: Case) -> None:
    assert written_verdict(case.barrier.judge(case.item, case.moment)) == case.verdict


@pytest.mark.parametrize("kind", BARRIERS)
def test_every_cause_of_a_barrier_has_a_case(kind: str) -> None:
    wordings = BARRIERS[kind].wordings
    shown = {cause for case in cases_of(kind) for cause in _causes(case.verdict)}
    assert shown == {*wordings.held, *wordings.stopped}


def test_there_is_a_file_of_cases_for_every_barrier_and_for_nothing_else() -> None:
    assert sorted(path.stem for path in Path(FOLDER).glob("*.yaml")) == sorted(BARRIERS)


def _causes(written: object) -> set[object]:
    """The causes in a verdict, and in the verdicts inside it."""
    if not isinstance(written, dict):
        return set()
    own = {written[key] for key in ("because", "stopped") if key in written}
    return own.union(*(_causes(part) for part in written.values()))
