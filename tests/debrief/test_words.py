"""What a debrief never says, and what it always has a word for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from tabletop.barriers import BARRIERS
from tabletop.debrief import reasons
from tabletop.debrief.gains import VERDICTS
from tabletop.debrief.sections.objectives import RATINGS
from tabletop.debrief.sections.places import where_it_was
from tabletop.debrief.story import Story
from tabletop.measures import paths
from tabletop.measures.expectations import Verdict
from tabletop.measures.ratings import Letter
from tabletop.measures.whereabouts import State, Whereabouts
from tabletop.model import journal
from tabletop.model.barrier import Stage
from tabletop.resources import shipped
from tests.debrief.tiny import record
from tests.source import PACKAGE

AVOIDED = re.compile(
    r"\bfail(s|ed)? to\b|radicali[sz]ed|extremist|\binformant|\bsuspects?\b|\bblame\b|\bfault\b",
    re.IGNORECASE,
)

LISTS = {"blaming.py"}
"""Files that name the words to be avoided."""
FILES = [*(PACKAGE / "debrief").rglob("*.py"), *(shipped("templates") / "debrief").rglob("*.*")]
SOURCES = [path for path in FILES if path.name not in LISTS]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_words_that_blame_or_label_are_avoided(path: Path) -> None:
    text = path.read_text("utf-8")
    assert AVOIDED.findall(text.replace("blame-free", "").replace("Blame-free", "")) == []


def test_every_verdict_rating_and_state_has_a_word() -> None:
    assert set(VERDICTS) == set(get_args(Verdict))
    assert set(RATINGS) == set(get_args(Letter))
    story = Story(record())
    for state in get_args(State):
        assert str(
            where_it_was(story, Whereabouts("concern", state, 0, "school", "office", "phone", 1, "queue"))
        )


def test_every_stage_of_a_barrier_has_a_family() -> None:
    families = {reasons._STAGES[stage] for stage in Stage}
    assert families <= set(reasons.FAMILIES)


def test_every_cause_of_no_barrier_has_words() -> None:
    plain = [
        value
        for room in (journal, paths)
        for name, value in vars(room).items()
        if name.isupper() and isinstance(value, str)
    ]
    assert {cause for cause in plain if cause not in reasons._PLAIN} == set()


@pytest.mark.parametrize("barrier", BARRIERS.values(), ids=lambda barrier: str(barrier.kind))
def test_every_barrier_is_spoken_of_without_blame(barrier: type) -> None:
    wordings = BARRIERS[barrier.kind].wordings  # type: ignore[attr-defined] # the registry holds barriers only
    said = [
        wordings.helps,
        *(each.sentence for each in (*wordings.held.values(), *wordings.stopped.values())),
    ]
    assert [text for text in said if AVOIDED.search(text)] == []
