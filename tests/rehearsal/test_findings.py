"""Every finder finds what it is for, with its place, and nothing where there is nothing to find."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from tabletop.rehearsal import FINDERS
from tests.rehearsal.scripts import CASES, case, found, said

NAMES = sorted(FINDERS)


@pytest.mark.parametrize("name", NAMES)
def test_it_finds_what_is_there(name: str) -> None:
    words = case(name)
    finds = words["finds"]
    assert isinstance(finds, list)
    told = said(name, str(words["has"]))
    assert [_as_expected(*pair) for pair in zip_longest(told, finds, fillvalue="")] == finds


@pytest.mark.parametrize("name", NAMES)
def test_it_finds_nothing_where_nothing_is_wrong(name: str) -> None:
    assert said(name, str(case(name)["has_not"])) == []


@pytest.mark.parametrize("name", NAMES)
def test_it_says_why_it_matters_and_what_to_try(name: str) -> None:
    for each in found(name, str(case(name)["has"])):
        assert each.matters.endswith(".")
        assert each.remedy
        assert not each.remedy.endswith(".")


def _as_expected(told: str, expected: str) -> str:
    """Return what was told, cut where the expectation ends in an ellipsis."""
    beginning = expected.removesuffix("…")
    return expected if beginning != expected and told.startswith(beginning) else told


def test_every_finder_has_cases_and_a_file_of_its_name() -> None:
    assert sorted(path.stem for path in CASES.glob("*.yaml")) == NAMES
    assert [FINDERS[name].__name__ for name in NAMES] == NAMES
    assert [FINDERS[name].__module__.rpartition(".")[2] for name in NAMES] == NAMES
