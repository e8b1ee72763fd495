"""A debrief tells participants the story of the scenario, and nothing that it keeps for facilitators."""

from __future__ import annotations

import re

import pytest

from tabletop.debrief.for_participants import for_participants
from tabletop.debrief.pack.papers import pack_view, printed
from tabletop.debrief.text import Prose
from tabletop.debrief.words import speaking
from tabletop.reading import load, shipped_ids
from tests.debrief.tiny import scenario

STORY = "A teacher sees a post.\n\n"


def kept(summary: str) -> Prose:
    return for_participants(scenario().model_copy(update={"summary": summary}))


@pytest.mark.parametrize(
    "beginning",
    [
        "For facilitators:",
        "for  facilitators: ",
        "للميسّرين:",
        "Pour la facilitation :",
        "Pour la facilitation\u00a0:",
        "Pour la facilitation\u202f:",
    ],
)
def test_what_is_for_facilitators_is_kept_back_in_every_language(beginning: str) -> None:
    said = kept(f"{STORY}{beginning} in 200 re-runs the hub was first.\n\nAnd the team last.")
    assert [each.text for each in said.paragraphs] == ["A teacher sees a post."]


def test_it_need_not_be_a_paragraph_of_its_own() -> None:
    said = kept("A teacher sees a post.\nIt spreads.\nFor facilitators: the hub was first.\n")
    assert [each.text for each in said.paragraphs] == ["A teacher sees a post. It spreads."]


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_it_is_kept_back_whatever_language_is_spoken(language: str) -> None:
    with speaking(language):
        assert len(kept(f"{STORY}للميسّرين: في ٢٠٠ إعادة").paragraphs) == 1


def test_what_only_speaks_of_facilitators_stays() -> None:
    """Only a line that begins with the words keeps back what follows."""
    assert len(kept(f"{STORY}Facilitators play the press. For facilitators: see the guide.").paragraphs) == 2


@pytest.mark.parametrize("id_", shipped_ids())
def test_no_shipped_exercise_gives_away_its_results_to_participants(id_: str) -> None:
    words = load(id_)
    told = " ".join(each.text for each in for_participants(words).paragraphs)
    assert told
    assert not re.search(r"facilitator|للميسّرين|in 200 r|٢٠٠", told, re.IGNORECASE)


def test_the_facilitator_guide_has_all_of_it() -> None:
    guide = printed(pack_view(load("major_incident")))["facilitator_guide"]
    assert "For facilitators: in 200 runs each" in guide
