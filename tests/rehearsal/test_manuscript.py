"""The file behind a scenario: places, texts, and the same file with one value replaced."""

from __future__ import annotations

import pytest

from tabletop.errors import ScenarioError
from tabletop.model.amount import Evenly, Exactly
from tabletop.model.duration import HOUR, MINUTE
from tabletop.reading.nodes import Mark
from tabletop.rehearsal.manuscript import Manuscript, manuscript
from tests.rehearsal.scripts import rehearsal_of, source_of

TEXT = """\
information: {concern: {title: A worry}}
defaults: {actors: {handling: {value: 10m, guess: 5m to 20m}}}
actors:
  school: {handling: {value: 1h, guess: 30m to 2h}}
  district: {copies: 3}
roles: {head: {held_by: district, needs: [concern]}}
structures: {alone: {}}
injects:
  post:
    at: 1h
    text: |
      First line.
      Second line.
"""


def written() -> Manuscript:
    return rehearsal_of(TEXT).manuscript


def test_a_part_stands_where_its_key_was_written_and_a_copy_where_the_copied_was() -> None:
    marks = [
        written().mark(path) for path in (("actors", "school"), ("actors", "district_3"), ("roles", "none"))
    ]
    assert marks == [Mark("case.yaml", 7, 3), Mark("case.yaml", 8, 3), Mark("case.yaml", 9, 1)]


def test_what_defaults_and_copies_bring_in_is_not_held_by_the_file() -> None:
    paths = (("actors", "school"), ("actors", "school", "hours"), ("actors", "district_1"))
    assert [written().holds(path) for path in paths] == [True, False, False]


def test_texts_come_in_the_order_written_and_letters_are_found_in_their_line() -> None:
    texts = {path: text for path, text in written().texts() if path[0] in {"title", "injects"}}
    assert list(texts) == [("title",), ("injects", "post", "at"), ("injects", "post", "text")]
    block = texts["injects", "post", "text"]
    found = [written().mark_in(block, letters) for letters in ("First", "line", "Second", "nowhere")]
    assert [(mark.line, mark.column) for mark in found] == [(15, 7), (15, 13), (16, 7), (14, 11)]


def test_a_value_can_be_tried_out_without_touching_the_rest() -> None:
    changed = written().with_value("actors.school.handling", "30m")
    assert changed is not None
    assert changed.actors["school"].handling == Exactly(30 * MINUTE)
    assert changed.actors["district_2"] == written().scenario.actors["district_2"]


def test_a_value_in_the_defaults_changes_everybody_who_has_it_from_there() -> None:
    changed = written().with_value("defaults.actors.handling", "1h to 2h")
    assert changed is not None
    assert changed.actors["district_1"].handling == Evenly(HOUR, 2 * HOUR)
    assert changed.actors["school"].handling == Exactly(HOUR)


@pytest.mark.parametrize(
    ("path", "value"), [("actors.school.handling", "soon"), ("actors.nobody.staff", "2"), ("no", "1")]
)
def test_a_value_that_cannot_stand_there_makes_no_scenario(path: str, value: str) -> None:
    assert written().with_value(path, value) is None


def test_a_file_with_mistakes_is_no_manuscript() -> None:
    with pytest.raises(ScenarioError, match="unknown key 'colour'"):
        manuscript(source_of(TEXT + "colour: red\n"))
