"""Whatever is to be avoided is found by its stems first, so that most texts are not searched for it at all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.rehearsal.avoided import AVOIDED, Avoided, in_small_letters
from tabletop.rehearsal.findings.personal_data import MAY_BE, PATTERNS


@pytest.mark.parametrize("avoided", AVOIDED, ids=[each.stems[0] for each in AVOIDED])
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_every_text_in_which_it_is_found_has_one_of_its_stems(avoided: Avoided, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(avoided.pattern))
    assert avoided.may_be_in(in_small_letters(text))


@pytest.mark.parametrize(
    "text", ["a \u212anown RADİCALİZED boy", "the \u017fuspect", "un EXTRÉMISTE", "une Extremi\u017ft"]
)
def test_capitals_that_a_search_takes_for_a_small_letter_are_one(text: str) -> None:
    small = in_small_letters(text)
    for avoided in AVOIDED:
        assert avoided.may_be_in(small) or not avoided.found_in(text)


@given(st.sampled_from(list(PATTERNS.values())).flatmap(st.from_regex))
@settings(max_examples=50, deadline=None)
def test_every_text_with_personal_data_has_what_is_looked_for_first(text: str) -> None:
    assert MAY_BE.search(text)
